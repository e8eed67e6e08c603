"""The person's own lines beside a form: written in the side panel, kept in the journal."""

from functools import partial

import pytest
from PySide6.QtTest import QTest

from app.domain.errors import DiskFull
from app.services.form_notes import MOST_CHARACTERS, FormNotes
from app.ui.editor import form_note
from app.ui.editor.form_note import FormNoteDialog
from tests.journeys.test_first_day import open_dialog
from tests.workshops import PASSPHRASE, a_desk

LINES = "The evening phone line\nMy colleague on duty"


@pytest.fixture
def opened(window, tmp_path):
    """A window with an empty journal open in it."""
    folder = tmp_path / "journals" / "My journal"
    folder.parent.mkdir()
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    lane.run_and_wait(lambda: a_desk(folder, workshop).close())
    show(window, folder)
    return window


def show(window, folder):
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    vault = lane.run_and_wait(partial(workshop.unlocking.open, folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)


def side_of(qtbot, window, form_id):
    view = window.open_view
    view.begin(form_id)
    qtbot.waitUntil(lambda: view.editor._frame is not None)
    frame = view.editor._frame
    qtbot.waitUntil(lambda: frame.draft.form.id == form_id)
    if not frame.is_help_shown:
        frame.toggle_help()
    window.surroundings.lane.wait()
    QTest.qWait(20)
    return frame.side


def write_lines(qtbot, note, text):
    note.change.click()
    dialog = open_dialog(qtbot)
    assert isinstance(dialog, FormNoteDialog)
    dialog.box.selectAll()
    dialog.box.insertPlainText(text)
    return dialog


def kept(window, form_id):
    view = window.open_view
    return window.surroundings.lane.run_and_wait(partial(view.desk.form_notes.of, form_id))


def test_signposts_stand_beside_every_prompt_of_a_form_for_oneself(opened, qtbot):
    side = side_of(qtbot, opened, "wellbeing_and_exposure")
    assert side.note.isVisibleTo(side)
    assert side.note.title == "My signposts"
    assert side.note.change.words == "Write them down…"
    write_lines(qtbot, side.note, LINES).accept()
    qtbot.waitUntil(lambda: side.note.lines == LINES)
    assert kept(opened, "wellbeing_and_exposure") == LINES
    assert side.note.change.words == "Change…"
    opened.open_view.go("home")
    assert side_of(qtbot, opened, "wellbeing_and_exposure").note.lines == LINES


def test_other_forms_show_only_what_was_written_beside_a_prompt(opened, qtbot):
    side = side_of(qtbot, opened, "five_minute_capture")
    assert not side.note.isVisibleTo(side)
    side.show_form()
    assert side.note.isVisibleTo(side)
    write_lines(qtbot, side.note, "The escalation pathway").accept()
    qtbot.waitUntil(lambda: side.note.lines == "The escalation pathway")
    side.show_prompt(next(opened.open_view.editor._frame.draft.form.prompts()))
    assert side.note.isVisibleTo(side)
    opened.open_view.go("home")
    assert side_of(qtbot, opened, "gibbs").note.lines == "", "every form has its own"


def test_lines_typed_just_before_a_lock_are_kept(opened, qtbot, tmp_path):
    side = side_of(qtbot, opened, "gibbs")
    side.show_form()
    write_lines(qtbot, side.note, "typed and then locked")
    opened.lock()
    assert opened.open_view is None
    show(opened, tmp_path / "journals" / "My journal")
    assert kept(opened, "gibbs") == "typed and then locked"


def test_the_lines_stand_nowhere_on_the_disk(opened, qtbot, tmp_path):
    side = side_of(qtbot, opened, "gibbs")
    side.show_form()
    write_lines(qtbot, side.note, "signpostmarker").accept()
    qtbot.waitUntil(lambda: side.note.lines == "signpostmarker")
    opened.lock()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert len(files) >= 3
    assert not any(b"signpostmarker" in each.read_bytes() for each in files)


def test_what_cannot_be_saved_is_told_and_tried_again(opened, qtbot, monkeypatch):
    side = side_of(qtbot, opened, "gibbs")
    side.show_form()
    keep, refusals = FormNotes.keep, []

    def refuse(_notes, _form_id, text):
        refusals.append(text)
        raise DiskFull

    monkeypatch.setattr(FormNotes, "keep", refuse)
    dialog = write_lines(qtbot, side.note, "kept later")
    qtbot.waitUntil(lambda: dialog._trouble.isVisibleTo(dialog))
    dialog.accept()
    monkeypatch.setattr(FormNotes, "keep", keep)
    qtbot.waitUntil(lambda: side.note.lines == "kept later", timeout=10_000)
    assert refusals[0] == "kept later"


def test_lines_refused_after_leaving_never_go_to_another_form(opened, qtbot, monkeypatch):
    side = side_of(qtbot, opened, "gibbs")
    side.show_form()
    keep, refused = FormNotes.keep, []

    def refuse(_notes, form_id, _text):
        refused.append(form_id)
        raise DiskFull

    monkeypatch.setattr(form_note, "_TRIED_AGAIN_AFTER_MS", 50)
    monkeypatch.setattr(FormNotes, "keep", refuse)
    write_lines(qtbot, side.note, "of Gibbs").accept()
    opened.open_view.go("home")
    qtbot.waitUntil(lambda: len(refused) >= 2)
    side_of(qtbot, opened, "driscoll_rolfe")
    monkeypatch.setattr(FormNotes, "keep", keep)
    qtbot.waitUntil(lambda: kept(opened, "gibbs") == "of Gibbs")
    assert kept(opened, "driscoll_rolfe") == ""
    assert set(refused) == {"gibbs"}


def test_lines_too_long_are_told_and_their_beginning_is_kept(opened, qtbot):
    side = side_of(qtbot, opened, "gibbs")
    side.show_form()
    dialog = write_lines(qtbot, side.note, "x" * (MOST_CHARACTERS + 7))
    assert dialog._trouble.text().startswith("This is 7 characters too long")
    dialog.accept()
    qtbot.waitUntil(lambda: side.note.lines == "x" * MOST_CHARACTERS)
