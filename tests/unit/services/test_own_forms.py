"""Own forms: made, copied, changed, retired; old reflections keep the version they are on."""

from dataclasses import replace

import pytest

from app.domain.answer import Answer, Prose
from app.domain.errors import FormError, NoSuchForm
from app.domain.form import Condition, Prompt, PromptKind
from app.domain.form_editing import Spot, insert_prompt, with_prompt, without
from app.domain.form_keys import new_key
from app.services.journal import Writing
from tests.workshops import PASSPHRASE

SHIPPED = "five_minute_capture"


@pytest.fixture
def own(desk):
    return desk.own_forms


def a_copy(own):
    return own.save(own.copy_of(SHIPPED))


def test_a_copy_is_a_form_of_ones_own_that_says_where_it_comes_from(own, desk):
    shipped = desk.journal.form(SHIPPED)
    copy = a_copy(own)
    assert copy.id.startswith("own_")
    assert copy.title == f"Copy of {shipped.title}"
    assert copy.source == f"Adapted from “{shipped.title}”. {shipped.source}"
    assert (copy.version, copy.sections) == (1, shipped.sections)
    assert desk.journal.form(SHIPPED) == shipped


def test_own_forms_stand_behind_the_shipped_ones_on_the_shelf_and_on_home(own, desk):
    before = desk.shelf.forms()
    copy = a_copy(own)
    assert desk.shelf.forms() == (*before, copy)
    assert desk.home().form_count == len(before) + 1


def test_the_own_forms_are_there_when_the_journal_is_opened_again(own, desk, workshop):
    copy = a_copy(own)
    folder = desk.vault.folder
    desk.close()
    again = workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))
    assert again.journal.form(copy.id) == copy
    again.close()


def test_the_shelf_reads_the_own_forms_once_until_they_change(own, desk, monkeypatch):
    a_copy(own)
    desk.shelf.forms()
    asked = []
    monkeypatch.setattr(type(desk.vault.own_forms), "newest", lambda _: asked.append(1) or ())
    desk.shelf.forms()
    desk.shelf.problems()
    assert asked == []
    desk.shelf.forget()
    desk.shelf.forms()
    assert asked == [1]


def test_each_change_makes_a_version_and_an_old_reflection_keeps_its_own(own, desk):
    copy = a_copy(own)
    writing = desk.journal.begin(copy.id)
    key = next(copy.prompts()).key
    written = writing.reflection.with_answer(key, Answer(Prose("The door was open.")))
    desk.journal.save(Writing(written, writing.form))

    changed = own.save(with_prompt(copy, replace(next(copy.prompts()), text="And then?")))
    assert changed.version == 2
    assert desk.journal.begin(copy.id).form == changed
    assert desk.journal.read(written.id).form == copy
    assert own.version_count(copy.id) == 2


def test_saving_without_a_change_makes_no_version(own):
    copy = a_copy(own)
    assert own.save(copy) == copy
    assert own.version_count(copy.id) == 1


def test_a_new_form_gets_its_id_and_keys_from_its_words(own):
    form = own.blank()
    section = form.sections[0]
    asked = replace(section.prompts[0], text="What did she say?", kind=PromptKind.YES_NO)
    then = Prompt(new_key(), PromptKind.PROSE, "What’s next?", when=Condition(asked.key, "no"))
    form = replace(
        form,
        title="After a hard call",
        purpose="To put it down.",
        when_to_use="At once.",
        sections=(replace(section, title="The call", prompts=(asked, then)),),
    )
    saved = own.save(form)
    assert saved.id == "own_after_a_hard_call"
    assert saved.sections[0].key == "the_call"
    keys = [prompt.key for prompt in saved.prompts()]
    assert keys == ["what_did_she_say", "whats_next"]
    assert list(saved.prompts())[1].when == Condition("what_did_she_say", "no")


def test_a_key_that_was_removed_is_never_given_to_another_prompt(own):
    copy = a_copy(own)
    gone = next(copy.prompts())
    fewer, removed = without(copy, Spot(prompt=gone.key))
    own.save(fewer)
    again = Prompt(new_key(), gone.kind, gone.key.replace("_", " "))
    saved = own.save(insert_prompt(own.newest(copy.id), removed.section_key, 0, again))
    assert next(saved.prompts()).key == f"{gone.key}_2"


def test_a_form_that_is_not_right_is_not_saved_and_every_trouble_is_told(own, desk):
    blank = own.blank()
    places = [each.place for each in own.troubles(blank)]
    assert places == [
        "title",
        "purpose",
        "when_to_use",
        "sections[0].title",
        "sections[0].prompts[0].text",
    ]
    with pytest.raises(FormError):
        own.save(blank)
    assert own.rows() == ()
    assert desk.vault.own_forms.newest() == ()


def test_what_is_being_made_is_kept_as_it_is_until_it_is_saved_or_dropped(own):
    copy = a_copy(own)
    unfinished = replace(copy, title="")
    own.keep_draft(unfinished)
    assert own.to_change(copy.id) == unfinished
    assert [row.is_unfinished for row in own.rows()] == [True]
    own.drop_draft(copy.id)
    assert own.to_change(copy.id) == copy
    own.keep_draft(replace(copy, title="Mine"))
    own.save(replace(copy, title="Mine"))
    assert [(row.form.title, row.is_unfinished) for row in own.rows()] == [("Mine", False)]


def test_a_begun_form_loses_its_draft_when_it_is_saved_under_its_own_id(own):
    begun = own.copy_of(SHIPPED)
    own.keep_draft(begun)
    assert [row.has_versions for row in own.rows()] == [False]
    own.save(replace(begun, title="My five minutes"))
    assert [(row.form.id, row.is_unfinished) for row in own.rows()] == [
        ("own_my_five_minutes", False)
    ]


def test_a_retired_form_is_not_offered_and_its_reflections_stay(own, desk):
    copy = a_copy(own)
    writing = desk.journal.save(desk.journal.begin(copy.id))
    for form_id in (copy.id, SHIPPED):
        own.retire(form_id)
        with pytest.raises(NoSuchForm):
            desk.journal.begin(form_id)
    assert desk.journal.read(writing.reflection.id).form == copy
    assert {row.form.id for row in own.rows() if row.is_retired} == {copy.id, SHIPPED}
    for form_id in (copy.id, SHIPPED):
        own.bring_back(form_id)
        assert desk.journal.begin(form_id).form.id == form_id


def test_a_shipped_form_cannot_be_changed(own):
    with pytest.raises(NoSuchForm):
        own.to_change(SHIPPED)


def test_no_shipped_form_has_the_id_of_an_own_one(workshop):
    assert not [form.id for form in workshop.shelf.forms() if form.id.startswith("own_")]


def test_a_version_whose_file_was_lost_does_not_lend_its_number(own, desk):
    copy = a_copy(own)
    desk.journal.save(desk.journal.begin(copy.id))
    desk.vault._database.write(lambda: desk.vault._database.run("DELETE FROM own_form"))
    desk.shelf.forget()
    assert own.keep_version(replace(copy, title="Another")).version == 2


def test_an_own_form_that_does_not_read_hides_no_other(own, desk):
    copy = a_copy(own)
    later = replace(copy, id="own_later")
    desk.vault.own_forms.put(later, "format = 2", desk.journal.clock.now())
    desk.shelf.forget()
    assert copy in desk.shelf.forms()
    assert [(each.file, each.place) for each in desk.shelf.problems()] == [("own_later", "format")]
