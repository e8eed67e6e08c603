"""Each mistake in a form file is told with the file, the place and the reason."""

import pytest

from app.domain.errors import FormError
from app.formspec.reading import read_form

# what stands in the small form, what to put there instead, the place told, a part of the reason
MISTAKES = [
    ("format = 1\n", "", "format", "missing"),
    ("format = 1", "format = 2", "format", "later Afterword"),
    ("format = 1", "format = 0", "format", "at least 1"),
    ("format = 1", 'format = "1"', "format", "a whole number, not text"),
    ("format = 1", "format = 2\nnew_word = 1", "format", "later Afterword"),
    ('id = "small"', 'id = "large"', "id", "file's name"),
    ('id = "small"', 'id = "Small"', "id", "lower-case letters"),
    ('id = "small"', 'id = "../small"', "id", "lower-case letters"),
    ('id = "small"', 'id = "small\\n"', "id", "lower-case letters"),
    ("version = 3", "version = 0", "version", "at least 1"),
    ("version = 3", "version = true", "version", "a whole number, not true or false"),
    ('title = "Small form"', 'title = ""', "title", "empty"),
    ('title = "Small form"', 'title = " "', "title", "empty"),
    ('title = "Small form"', 'title = "a\\nb"', "title", "single line"),
    ('title = "Small form"', 'title = "a\\u0007b"', "title", "control character"),
    ('title = "Small form"', 'title = "a\\u202eb"', "title", "control character"),
    ('title = "Small form"', 'title = "a\\u2028b"', "title", "control character"),
    ('title = "Small form"', f'title = "{"x" * 121}"', "title", "longer than 120 characters"),
    ('title = "Small form"', "title = 2026-10-21", "title", "text, not a date"),
    ('purpose = "To be damaged."\n', "", "purpose", "missing"),
    ("minutes = 5", "minutes = 0", "minutes", "at least 1"),
    ("minutes = 5", "minutes = 241", "minutes", "at most 240"),
    ("minutes = 5", "minutes = 5.0", "minutes", "a whole number, not a number"),
    ("minutes = 5", f"minutes = 0x{'f' * 40}", "minutes", "at most 240"),
    ("minutes = 5", "minutes = 5\ncolour = 1", "colour", "no such word"),
    ("minutes = 5", 'minutes = 5\n"co\\nlour" = 1', "colour", "no such word"),
    ('source = "Written for the tests."', 'source = ""', "source", "empty"),
    ('key = "second"', 'key = "first"', "sections[1].key", "another section"),
    ('key = "second"', 'key = "2nd"', "sections[1].key", "begin with a letter"),
    ('intro = "Two', 'intro = "\\u0000Two', "sections[0].intro", "control character"),
    ('kind = "prose"', 'kind = "smell"', "sections[0].prompts[0].kind", "one of prose, short_text"),
    ('kind = "prose"\n', "", "sections[0].prompts[0].kind", "missing"),
    ('text = "What happened?"', 'text = ""', "sections[0].prompts[0].text", "empty"),
    ('help = "Fact first."', 'help = " "', "sections[0].prompts[0].help", "empty"),
    ('help = "Fact first."', 'hlep = "?"', "sections[0].prompts[0].hlep", "no such word"),
    (
        'summary_role = "account"',
        'summary_role = "x"',
        "sections[0].prompts[0].summary_role",
        "one of account",
    ),
    (
        'cpd_field = "activity"',
        'cpd_field = "x"',
        "sections[0].prompts[0].cpd_field",
        "one of activity",
    ),
    ('["supervision", "cpd"]', '"everyone"', "sections[0].prompts[0].sharing", "“private”"),
    ('["supervision", "cpd"]', '""', "sections[0].prompts[0].sharing", "empty"),
    ('["supervision", "cpd"]', "[]", "sections[0].prompts[0].sharing", "“private”"),
    ('["supervision", "cpd"]', '["private", "cpd"]', "sections[0].prompts[0].sharing", "“private”"),
    ('["supervision", "cpd"]', '["cpd", "cpd"]', "sections[0].prompts[0].sharing", "“private”"),
    ('["supervision", "cpd"]', "7", "sections[0].prompts[0].sharing", "text or a list"),
    ('["supervision", "cpd"]', "[7]", "sections[0].prompts[0].sharing[0]", "text, not a whole"),
    ('key = "why_not"', 'key = "account"', "sections[0].prompts[2].key", "another prompt"),
    ('key = "weather"', 'key = "account"', "sections[1].prompts[0].key", "another prompt"),
    ('key = "day"', 'key = "sharing"', "sections[1].prompts[2].key", "answers files"),
    ('options = ["Rain", "No rain"]\n', "", "sections[1].prompts[0].options", "at least two"),
    ('["Rain", "No rain"]', '["Rain"]', "sections[1].prompts[0].options", "at least two"),
    ('["Rain", "No rain"]', '["Rain", "rain "]', "sections[1].prompts[0].options", "the same"),
    ('["Rain", "No rain"]', '["Rain", ""]', "sections[1].prompts[0].options[1]", "empty"),
    ('["Rain", "No rain"]', "7", "sections[1].prompts[0].options", "a list, not a whole number"),
    ('["Rain", "No rain"]', repr(["x"] * 41), "sections[1].prompts[0].options", "40 entries"),
    (
        'text = "Which day?"',
        'text = "D?"\noptions = ["a", "b"]',
        "sections[1].prompts[2].options",
        "only choice, choices and checklist",
    ),
    (
        'ends = { zero = "Dry", ten = "Soaked" }\n',
        "",
        "sections[1].prompts[1].ends",
        "what 0 and 10 mean",
    ),
    ('zero = "Dry", ', "", "sections[1].prompts[1].ends.zero", "missing"),
    ('"Soaked"', '""', "sections[1].prompts[1].ends.ten", "empty"),
    (
        'text = "Which day?"',
        'text = "D?"\nends = { zero = "a", ten = "b" }',
        "sections[1].prompts[2].ends",
        "only a scale",
    ),
    (
        'prompt = "escalated"',
        'prompt = "nobody"',
        "sections[0].prompts[2].when.prompt",
        "no earlier prompt",
    ),
    (
        'prompt = "escalated"',
        'prompt = "weather"',
        "sections[0].prompts[2].when.prompt",
        "comes later",
    ),
    (
        'prompt = "escalated"',
        'prompt = "why_not"',
        "sections[0].prompts[2].when.prompt",
        "its own answer",
    ),
    (
        'prompt = "escalated"',
        'prompt = "account"',
        "sections[0].prompts[2].when.prompt",
        "only a yes_no or choice",
    ),
    ('answer = "no"', 'answer = "No"', "sections[0].prompts[2].when.answer", "no such answer"),
    ('answer = "Rain"', 'answer = "Snow"', "sections[1].prompts[1].when.answer", "no such answer"),
    ("version = 3", "version = 3 3", "line 3, column 13", "not TOML"),
    ('title = "Small form"', 'title = "Small form', "line 4, column 20", "not TOML"),
    ('text = "What next?"', 'text = ["What next?"', "the end of the file", "not TOML"),
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place(write_form, small_form, mistake):
    right, wrong, place, reason = mistake
    assert right in small_form
    with pytest.raises(FormError) as raised:
        read_form(write_form(small_form.replace(right, wrong, 1)))
    assert (raised.value.file, raised.value.place) == ("small.toml", place)
    assert reason in raised.value.reason
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("hollow", ["", "sections = []", "sections = 3", "[[sections]]", "x = 1"])
def test_a_file_that_is_not_a_form_at_all_is_told(write_form, hollow):
    with pytest.raises(FormError):
        read_form(write_form(hollow))


def test_a_section_without_prompts_is_told(write_form, small_form):
    wrong = small_form + '\n[[sections]]\nkey = "third"\ntitle = "Third"\nprompts = []\n'
    with pytest.raises(FormError, match=r"sections\[2\]\.prompts: .*at least one entry"):
        read_form(write_form(wrong))


def test_a_form_has_at_most_two_thousand_prompts(write_form, small_form):
    def form_with(count: int) -> str:
        row = '\n[[sections.prompts]]\nkey = "extra_{}"\nkind = "prose"\ntext = "?"\n'
        return small_form + "".join(row.format(number) for number in range(count - 7))

    assert len(list(read_form(write_form(form_with(2_000))).prompts())) == 2_000
    with pytest.raises(FormError, match="at most 2,000 prompts"):
        read_form(write_form(form_with(2_001)))


def test_both_replies_beside_yes_can_be_waited_for(write_form, small_form):
    changed = small_form.replace('answer = "no"', 'answer = "not_applicable"')
    prompt = read_form(write_form(changed)).prompt("why_not")
    assert prompt is not None
    assert prompt.when is not None
    assert prompt.when.answer == "not_applicable"
