"""Forms from and to files: only what is right comes in, and nothing of it when it is not."""

import os
import shutil
import stat
from dataclasses import replace

import pytest

from app import assets
from app.domain.errors import ExportError, FormError
from app.domain.form import Condition, Prompt, PromptKind
from app.domain.form_keys import keys_of
from app.domain.identifier import KeptPerson
from app.domain.identifier_errors import LeavingRefused
from app.formspec.reading import file_troubles, read_form, read_form_anywhere
from app.services.form_exchange import Clash, Way
from tests.bounded import not_endless

SHIPPED = "five_minute_capture"
_VERSIONS = ("one", "two")
MEBIBYTE = 1024 * 1024


@pytest.fixture
def exchange(desk):
    return desk.form_exchange


@pytest.fixture
def given(desk, exchange, tmp_path):
    """An own form and the file it was given out to."""
    form = desk.own_forms.save(replace(desk.own_forms.copy_of(SHIPPED), title="My five minutes"))
    target = tmp_path / f"{form.id}.toml"
    exchange.export(form.id, target)
    return form, target


def test_what_is_given_out_is_a_right_form_file_for_the_owner_only(given):
    form, target = given
    assert file_troubles(target) == ()
    assert read_form(target) == form
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_form_goes_to_another_journal_as_it_is(given, workshop, tmp_path):
    from tests.workshops import a_desk

    form, target = given
    other = a_desk(tmp_path / "Other", workshop)
    incoming = other.form_exchange.look_at(target)
    assert incoming.clash is Clash.NONE
    assert other.form_exchange.take_in(incoming) == form
    assert other.journal.form(form.id) == form
    other.close()


def test_the_file_of_a_stranger_gets_an_id_that_no_shipped_form_can_ever_have(exchange, tmp_path):
    source = assets.forms_folder() / f"{SHIPPED}.toml"
    stranger = tmp_path / "from a colleague (1).toml"
    stranger.write_text(source.read_text("utf-8").replace(SHIPPED, "her_form"), "utf-8")
    assert exchange.take_in(exchange.look_at(stranger)).id == "own_her_form"


def test_a_shipped_form_can_come_in_as_a_copy_only(exchange, desk, tmp_path):
    copied = shutil.copy(assets.forms_folder() / f"{SHIPPED}.toml", tmp_path)
    incoming = exchange.look_at(tmp_path / copied)
    assert incoming.clash is Clash.SHIPPED
    for way in (Way.AS_IT_IS, Way.AS_NEWER):
        with pytest.raises(FormError, match="can come in as a copy") as raised:
            exchange.take_in(incoming, way)
        assert raised.value.place == "id"
    assert desk.own_forms.rows() == ()
    taken = exchange.take_in(incoming, Way.AS_COPY)
    assert taken.title.startswith("Copy of ")


def test_a_form_that_is_there_comes_in_as_a_copy_or_as_a_newer_version(exchange, desk, given):
    form, target = given
    assert exchange.look_at(target).clash is Clash.SAME
    desk.own_forms.save(replace(form, purpose="Something else."))
    incoming = exchange.look_at(target)
    assert incoming.clash is Clash.OWN
    with pytest.raises(FormError, match="as a copy or as its newer version"):
        exchange.take_in(incoming)
    newer = exchange.take_in(incoming, Way.AS_NEWER)
    assert (newer.id, newer.version, newer.purpose) == (form.id, 3, form.purpose)
    desk.own_forms.save(replace(newer, purpose="And another."))
    copy = exchange.take_in(exchange.look_at(target), Way.AS_COPY)
    assert copy.id != form.id
    assert copy.version == 1


def test_nothing_that_is_being_made_is_lost_when_a_form_comes_in(exchange, desk, given):
    form, target = given
    desk.own_forms.save(replace(form, purpose="Something else."))
    changing = replace(desk.own_forms.to_change(form.id), purpose="Half a thought")
    desk.own_forms.keep_draft(changing)
    exchange.take_in(exchange.look_at(target), Way.AS_NEWER)
    assert desk.own_forms.to_change(form.id) == changing


def test_a_form_that_comes_in_takes_no_id_of_one_that_was_only_begun(exchange, desk, tmp_path):
    begun = replace(desk.own_forms.blank(), title="Begun")
    desk.own_forms.keep_draft(begun)
    path = tmp_path / "form.toml"
    path.write_text(HEAD.replace('"hostile"', '"form"') + PROMPT.format(1), "utf-8")
    taken = exchange.take_in(exchange.look_at(path))
    assert taken.id != begun.id
    assert desk.own_forms.to_change(begun.id) == begun


PROMPT = '[[sections.prompts]]\nkey = "p{}"\nkind = "yes_no"\ntext = "Yes?"\n'
HEAD = """format = 1
id = "hostile"
version = 1000000
title = "Hostile"
purpose = "To be refused."
when_to_use = "Never."
minutes = 5
order = 1
source = "Nobody."
[[sections]]
key = "s"
title = "S"
"""
WAITS = 'when = {{ prompt = "p{}", answer = "yes" }}\n'
HOSTILE = {
    "two prompts of one key": (HEAD + PROMPT.format(1) * 2, "sections[0].prompts[1].key"),
    "a key twice": (HEAD + PROMPT.format(1) + 'text = "?"\n', "line 17, column 11"),
    "a later prompt": (
        HEAD + PROMPT.format(1) + WAITS.format(2) + PROMPT.format(2),
        "sections[0].prompts[0].when.prompt",
    ),
    "itself": (HEAD + PROMPT.format(1) + WAITS.format(1), "sections[0].prompts[0].when.prompt"),
    "a circle": (
        HEAD + PROMPT.format(1) + WAITS.format(2) + PROMPT.format(2) + WAITS.format(1),
        "sections[0].prompts[0].when.prompt",
    ),
    "10,000 prompts": (HEAD + "".join(map(PROMPT.format, range(10_000))), "sections"),
    "5 MB of help": (
        HEAD + PROMPT.format(1) + f'help = "{"x" * 5 * MEBIBYTE}"\n',
        "the whole file",
    ),
    "a control character": (
        HEAD + PROMPT.format(1) + 'help = "a\\u0007b"\n',
        "sections[0].prompts[0].help",
    ),
    "a newer format": (HEAD.replace("format = 1", "format = 9") + PROMPT.format(1), "format"),
    "no TOML": ("%PDF-1.4", "line 1, column 1"),
}


@pytest.mark.parametrize(("content", "place"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_in_one_sentence_with_its_place(
    exchange, desk, tmp_path, content, place
):
    path = tmp_path / "hostile.toml"
    path.write_text(content, "utf-8")
    with not_endless(), pytest.raises(FormError) as raised:
        exchange.look_at(path)
    assert raised.value.place == place
    assert "\n" not in str(raised.value)
    assert desk.own_forms.rows() == ()
    assert desk.vault.own_forms.newest() == ()


def test_the_highest_version_of_a_file_leaves_room_for_changes(exchange, desk, tmp_path):
    path = tmp_path / "hostile.toml"
    path.write_text(HEAD + PROMPT.format(1), "utf-8")
    taken = exchange.take_in(exchange.look_at(path))
    assert taken.version == 1
    assert desk.own_forms.save(replace(taken, title="Tamed")).version == 2


def test_a_form_is_not_written_where_a_folder_is(exchange, given, tmp_path):
    with pytest.raises(ExportError):
        exchange.export(given[0].id, tmp_path)


def test_a_name_in_ones_own_form_is_seen_before_it_is_given_out(desk, exchange):
    copy = replace(desk.own_forms.copy_of(SHIPPED), title="After each visit to Kayleigh Boothroyd")
    form = desk.own_forms.save(copy)
    found = [each.first for each in exchange.look_before_export(form.id).undecided]
    assert [each.words for each in found] == ["Kayleigh Boothroyd", "kayleigh"]
    assert "own names" in found[1].text.place  # its id was made of the title


def test_names_of_the_people_key_leave_a_form_as_their_labels(desk, exchange, tmp_path):
    copy = desk.own_forms.copy_of(SHIPPED)
    section = copy.sections[0]
    prompt = replace(section.prompts[0], key="how_was_kayleigh", text="How was Kayleigh Boothroyd?")
    section = replace(section, prompts=(prompt, *section.prompts[1:]))
    sections = (section, *copy.sections[1:])
    form = replace(copy, title="After each visit to Kayleigh Boothroyd", sections=sections)
    form = desk.own_forms.save(form)
    desk.people_key.add("Kayleigh Boothroyd", "Child A")
    target = tmp_path / "own_form.toml"
    exchange.export(form.id, target)
    text = target.read_text("utf-8").lower()
    assert "kayleigh" not in text
    assert "boothroyd" not in text
    assert file_troubles(target) == ()
    left = read_form(target)
    assert left.title == "After each visit to Child A"
    assert (left.id, left.sections[0].prompts[0].key) == ("own_form", "part_1_1")
    assert left.sections[0].prompts[0].text == "How was Child A?"
    assert desk.own_forms.form(form.id) == form


def with_prompts(form, *prompts):
    section = replace(form.sections[0], prompts=prompts)
    return replace(form, sections=(section,))


def options(*words):
    return Prompt("which", PromptKind.CHOICE, "Which one?", options=words)


def test_what_waits_for_a_renamed_question_waits_for_it_in_the_file_too(desk, exchange, tmp_path):
    asked = Prompt("was_kayleigh_there", PromptKind.CHOICE, "Where?", options=("Kayleigh’s", "No"))
    waits = Prompt("next", PromptKind.PROSE, "And?", when=Condition(asked.key, "Kayleigh’s"))
    form = desk.own_forms.save(with_prompts(desk.own_forms.copy_of(SHIPPED), asked, waits))
    desk.people_key.add("Kayleigh", "Child A")
    target = tmp_path / "it.toml"
    exchange.export(form.id, target)
    assert "kayleigh" not in target.read_text("utf-8").lower()
    asked, waits = exchange.look_at(target).form.sections[0].prompts
    assert waits.when == Condition(asked.key, "Child A’s")


@pytest.mark.parametrize(
    "title",
    [
        "Łukasz Wójcik, how it went",  # its id says ukasz_wojcik
        "What was hard about the contact visit of Kayleigh",  # …visit_of_kayl
        "How it went with Aoife Ní Bhriain",
    ],
)
def test_what_is_left_of_a_name_in_an_id_or_a_key_does_not_leave_either(
    desk, exchange, tmp_path, title
):
    copy = desk.own_forms.copy_of(SHIPPED)
    prompt = Prompt("+1", PromptKind.PROSE, title)
    form = desk.own_forms.save(replace(with_prompts(copy, prompt), title=title))
    people = ("Łukasz Wójcik", "Kayleigh", "Aoife Ní Bhriain")
    desk.people_key.keep(KeptPerson(f"Child {at}", (name,)) for at, name in enumerate(people))
    target = tmp_path / "it.toml"
    exchange.export(form.id, target)
    left = read_form_anywhere(target)
    assert (left.id, left.sections[0].prompts[0].key) == ("own_form", "part_1_1")
    assert exchange.file_stem(form.id) == "own_form"


def test_a_later_version_gives_no_key_in_the_file_a_second_meaning(desk, exchange, tmp_path):
    copy = desk.own_forms.copy_of(SHIPPED)
    first = Prompt("+1", PromptKind.PROSE, "How was Kayleigh?")
    second = Prompt("+2", PromptKind.PROSE, "What did Kayleigh want?")
    desk.people_key.add("Kayleigh", "Child A")
    form = desk.own_forms.save(with_prompts(copy, first, second))
    exchange.export(form.id, tmp_path / "one.toml")
    desk.own_forms.save(with_prompts(form, form.sections[0].prompts[1]))
    exchange.export(form.id, tmp_path / "two.toml")
    one, two = (set(keys_of(read_form_anywhere(tmp_path / f"{name}.toml"))) for name in _VERSIONS)
    assert not {each for each in one & two if each.startswith("part_")}


def test_a_form_that_would_be_wrong_with_the_labels_is_not_written(desk, exchange, tmp_path):
    copy = desk.own_forms.copy_of(SHIPPED)
    form = desk.own_forms.save(with_prompts(copy, options("Kayleigh", "Kay", "Neither")))
    desk.people_key.keep((KeptPerson("Child A", ("Kayleigh", "Kay")),))
    with pytest.raises(LeavingRefused) as raised:
        exchange.export(form.id, tmp_path / "it.toml")
    assert "two of these options are the same" in str(raised.value)
    assert not (tmp_path / "it.toml").exists()


def test_a_file_is_called_as_its_form_where_nobody_is_named(desk, exchange, given):
    assert exchange.file_stem(SHIPPED) == SHIPPED
    assert exchange.file_stem(given[0].id) == given[0].id


def test_nothing_is_found_in_a_copy_of_a_shipped_form_or_in_the_form_itself(desk, exchange):
    form = desk.own_forms.save(desk.own_forms.copy_of(SHIPPED))
    assert exchange.look_before_export(form.id).undecided == ()
    assert exchange.look_before_export(SHIPPED).undecided == ()
