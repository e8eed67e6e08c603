"""The check of a form file tells every mistake with its place, not only the first."""

import time

from app import assets
from app.formspec.reading import file_troubles
from tests.bounded import not_endless

MEBIBYTE = 1024 * 1024


def told(path):
    return [(each.place, each.reason) for each in file_troubles(path)]


def test_a_form_that_is_right_has_nothing_to_tell():
    for path in sorted(assets.forms_folder().glob("*.toml")):
        assert told(path) == []


def test_every_mistake_of_a_file_is_told_in_its_order(write_form, small_form):
    damaged = (
        small_form.replace('title = "Small form"\n', "")
        .replace("minutes = 5", "minutes = 0")
        .replace('kind = "prose"', 'kind = "smell"')
        .replace('text = "Which day?"', 'text = ""\nhlep = "?"')
        .replace('answer = "Rain"', 'answer = "Snow"')
    )
    places = [place for place, _ in told(write_form(damaged))]
    assert places == [
        "title",
        "minutes",
        "sections[0].prompts[0].kind",
        "sections[1].prompts[1].when.answer",
        "sections[1].prompts[2].hlep",
        "sections[1].prompts[2].text",
    ]


def test_what_only_follows_from_a_mistake_is_not_told(write_form, small_form):
    # Without its kind nobody knows whether the prompt may have options, or be waited for.
    damaged = small_form.replace('kind = "choice"', 'kind = "chioce"')
    assert [place for place, _ in told(write_form(damaged))] == ["sections[1].prompts[0].kind"]


def test_a_list_that_holds_no_table_moves_no_place(write_form, small_form):
    head, _, _ = small_form.partition("[[sections]]")
    text = f'{head}sections = [1, {{ key = "a", title = "", prompts = [1] }}]\n'
    assert [place for place, _ in told(write_form(text))] == [
        "sections[0]",
        "sections[1].title",
        "sections[1].prompts[0]",
    ]


def test_something_else_in_the_place_of_tables_is_told_and_the_rest_is_read(write_form, small_form):
    head, _, _ = small_form.partition("[[sections]]")
    text = head.replace("version = 3", "version = 0") + "sections = [1, {}]\n"
    assert [place for place, _ in told(write_form(text))] == [
        "version",
        "sections[0]",
        "sections[1].key",
        "sections[1].title",
        "sections[1].prompts",
    ]


def with_prompts(small_form, prompts):
    head, _, _ = small_form.partition("[[sections.prompts]]")
    return head + "".join(prompts)


def a_prompt(key, waits_for=""):
    when = f'when = {{ prompt = "{waits_for}", answer = "yes" }}\n' if waits_for else ""
    return f'[[sections.prompts]]\nkey = "{key}"\nkind = "yes_no"\ntext = "Yes?"\n{when}'


def test_prompts_that_wait_for_each_other_are_told_as_a_circle(write_form, small_form):
    circle = (a_prompt("one", "three"), a_prompt("two", "one"), a_prompt("three", "two"))
    found = told(write_form(with_prompts(small_form, circle)))
    assert [place for place, _ in found] == ["sections[0].prompts[0].when.prompt"]
    assert "in a circle" in found[0][1]


def test_a_prompt_before_a_circle_is_told_otherwise(write_form, small_form):
    some = (a_prompt("before", "one"), a_prompt("one", "two"), a_prompt("two", "one"))
    found = dict(told(write_form(with_prompts(small_form, some))))
    assert "comes later" in found["sections[0].prompts[0].when.prompt"]
    assert "in a circle" in found["sections[0].prompts[1].when.prompt"]


def test_a_name_that_stands_twice_is_told_as_such(write_form, small_form):
    twice = small_form.replace("minutes = 5", "minutes = 5\nminutes = 6")
    assert told(write_form(twice)) == [
        ("line 8, column 12", "a name stands here for the second time; each may stand only once")
    ]


def test_ten_thousand_prompts_are_told_in_one_sentence_and_soon(write_form, small_form):
    many = with_prompts(small_form, (a_prompt(f"p{number}") for number in range(10_000)))
    path = write_form(many)
    began = time.perf_counter()
    with not_endless():
        assert told(path) == [("sections", "a form has at most 2,000 prompts")]
    assert time.perf_counter() - began < 2  # half of it on an idle computer


def test_two_thousand_prompts_with_a_mistake_each_are_all_told_and_soon(write_form, small_form):
    wrong = (f"[[sections.prompts]]\nkey = 1\nx{number} = 1\n" for number in range(2_000))
    with not_endless():
        assert len(told(write_form(with_prompts(small_form, wrong)))) == 8_000


def test_five_mebibytes_of_help_are_refused_unread(write_form, small_form):
    text = small_form.replace("Fact first.", "x" * 5 * MEBIBYTE)
    assert told(write_form(text)) == [("the whole file", "this file is larger than 1 MiB")]


def test_a_later_format_is_told_alone(write_form, small_form):
    found = told(write_form(small_form.replace("format = 1", "format = 2\nnew_word = 1")))
    assert [place for place, _ in found] == ["format"]
