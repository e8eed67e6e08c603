"""A form file that is right becomes a form, word for word."""

from app.domain.form import Condition, CpdField, Prompt, PromptKind, ScaleEnds, SummaryRole
from app.domain.sharing import Sharing
from app.formspec.reading import read_form


def test_the_head_of_the_form_is_read(write_form, small_form):
    form = read_form(write_form(small_form))
    assert (form.id, form.version, form.title) == ("small", 3, "Small form")
    assert (form.purpose, form.when_to_use, form.minutes) == ("To be damaged.", "In tests.", 5)
    assert form.source == "Written for the tests."


def test_sections_and_prompts_keep_their_order(write_form, small_form):
    form = read_form(write_form(small_form))
    assert [(section.key, section.title, section.intro) for section in form.sections] == [
        ("first", "First", "Two lines\nof it."),
        ("second", "Second", ""),
    ]
    keys = ["account", "escalated", "why_not", "weather", "wet", "day", "next"]
    assert [prompt.key for prompt in form.prompts()] == keys


def test_a_prompt_keeps_every_word_it_was_given(write_form, small_form):
    form = read_form(write_form(small_form))
    assert form.prompt("account") == Prompt(
        key="account",
        kind=PromptKind.PROSE,
        text="What happened?",
        help="Fact first.",
        nudge="What did you see?",
        source="The prompt's own source.",
        sharing=Sharing.SUPERVISION | Sharing.CPD,
        summary_role=SummaryRole.ACCOUNT,
        cpd_field=CpdField.ACTIVITY,
    )


def test_options_ends_and_conditions_are_read(write_form, small_form):
    form = read_form(write_form(small_form))
    weather, wet, why_not = (form.prompt(key) for key in ("weather", "wet", "why_not"))
    assert weather is not None
    assert wet is not None
    assert why_not is not None
    assert weather.options == ("Rain", "No rain")
    assert wet.ends == ScaleEnds("Dry", "Soaked")
    assert wet.when == Condition("weather", "Rain")
    assert why_not.when == Condition("escalated", "no")


def test_a_prompt_that_says_nothing_about_sharing_is_private(write_form, small_form):
    prompt = read_form(write_form(small_form)).prompt("why_not")
    assert prompt is not None
    assert prompt.sharing is Sharing.PRIVATE


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(write_form, small_form):
    plain = read_form(write_form(small_form))
    windows = b"\xef\xbb\xbf" + small_form.replace("\n", "\r\n").encode()
    assert read_form(write_form(windows)) == plain
