"""Going on from a reflection: in a fuller form, with a copy, with links."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from app.domain.answer import Action, Actions, Answer, Evidence, EvidenceFile, Prose, text_of
from app.domain.errors import DiskFull, NoSuchForm, NoSuchReflection
from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.services.journal import About
from tests.workshops import a_desk


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "journal")
    yield made
    made.close()


ANSWERS = {
    "what_happened": Answer(Prose("A door that stayed shut."), Sharing.SUPERVISION),
    "so_what": Answer(Prose("I knock twice now."), Sharing.CPD),
    "now_what": Answer(
        Actions(
            (
                Action(
                    "Ring the school",
                    "me",
                    date(2026, 10, 30),
                    done_on=date(2026, 10, 23),
                    came_of_it="They answered.",
                    carried=2,
                    is_on_record=True,
                ),
            )
        )
    ),
}


@pytest.fixture
def capture(desk):
    form = desk.journal.form("five_minute_capture")
    about = About("The shut door", date(2026, 10, 20), ("Trust",))
    return desk.journal.write(form, ANSWERS, about)


def test_a_capture_goes_on_in_a_longer_form_with_every_word_and_a_link(desk, capture):
    offer = desk.going_on.offer(capture.id)
    best = offer.forms[0]
    assert best.form.minutes > offer.writing.form.minutes
    assert best.form.id != "five_minute_capture"
    fuller = desk.going_on.in_form(capture.id, best.form.id).reflection
    stored = desk.journal.read(fuller.id)
    assert stored.reflection == fuller
    everything = " ".join(text_of(answer.value) for answer in fuller.answers.values())
    for answer in capture.answers.values():
        assert set(text_of(answer.value).split()) <= set(everything.split())
    assert (fuller.title, fuller.event_date, fuller.themes) == (
        "The shut door",
        date(2026, 10, 20),
        ("Trust",),
    )
    assert not fuller.is_complete
    assert desk.journal.read(capture.id).reflection == capture  # the capture stays as it is
    assert [each.id for each in desk.linking.linked(capture.id)] == [fuller.id]
    assert [each.id for each in desk.linking.linked(fuller.id)] == [capture.id]


def test_every_shipped_form_but_its_own_is_offered(desk, capture):
    offered = {fuller.form.id for fuller in desk.going_on.offer(capture.id).forms}
    assert "five_minute_capture" not in offered
    assert "conference_or_case" in offered


@pytest.mark.parametrize("refused", ["link", "draft"])
def test_a_refused_disk_leaves_no_draft_and_no_link(desk, capture, monkeypatch, refused):
    def refuse(*_):
        raise DiskFull

    target = type(desk.linking.shelf) if refused == "link" else type(desk.vault)
    with monkeypatch.context() as disk:
        disk.setattr(target, "join_coming" if refused == "link" else "put", refuse)
        with pytest.raises(DiskFull):
            desk.going_on.in_form(capture.id, "conference_or_case")
    assert len(desk.find(Search()).outlines) == 1
    assert desk.linking.linked(capture.id) == ()
    fuller = desk.going_on.in_form(capture.id, "conference_or_case").reflection
    assert [each.id for each in desk.linking.linked(capture.id)] == [fuller.id]


def test_a_form_that_is_not_there_changes_nothing(desk, capture):
    with pytest.raises(NoSuchForm):
        desk.going_on.in_form(capture.id, "no_such_form")
    with pytest.raises(NoSuchReflection):
        desk.going_on.offer("nowhere")
    assert desk.vault.newest(9)[1:] == ()


def test_a_copy_is_a_draft_of_the_same_words_with_its_actions_open(desk, capture):
    copy = desk.going_on.duplicate(capture.id).reflection
    assert copy.id != capture.id
    assert (copy.form_id, copy.form_version) == (capture.form_id, capture.form_version)
    assert copy.title == "The shut door (copy)"
    assert not copy.is_complete
    assert copy.answers["what_happened"] == capture.answers["what_happened"]
    assert copy.answers["now_what"].value == Actions((Action("Ring the school", "me"),))
    assert desk.journal.read(copy.id).reflection == copy
    assert desk.journal.read(capture.id).reflection == capture


def test_the_copy_of_what_has_no_title_has_none_either(desk, capture):
    writing = desk.journal.read(capture.id)
    desk.journal.save(replace(writing, reflection=replace(capture, title="")))
    assert desk.going_on.duplicate(capture.id).reflection.title == ""


def test_files_stay_with_the_first(desk, capture):
    files = Evidence((EvidenceFile("f1", "plan.pdf", 9, "00"),))
    form = desk.journal.form("five_minute_capture")
    answers = MappingProxyType({**ANSWERS, "a_file": Answer(files)})
    first = desk.journal.write(form, answers, About("With a file"))
    assert "a_file" not in desk.going_on.duplicate(first.id).reflection.answers
    longer = desk.going_on.in_form(first.id, "conference_or_case").reflection
    assert not any(isinstance(each.value, Evidence) for each in longer.answers.values())
    assert any("plan.pdf" in text_of(each.value) for each in longer.answers.values())
