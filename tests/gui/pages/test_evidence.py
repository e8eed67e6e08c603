"""Files in the editor: added by button and by dropping, removed, undone, and saved as copies."""

from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.answer import Evidence
from app.domain.form import PromptKind
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.dialogs.working_dialog import is_working
from app.ui.editor.evidence_editor import EvidenceEditor
from app.ui.editor.page import EditorPage
from app.ui.pages.journal import JournalPage
from app.ui.parts.file_link import FileLink
from tests.builders import a_form, a_prompt
from tests.fakes import FakeAsker
from tests.gui.way_in import unnamed_controls
from tests.workshops import a_desk


class Shelf:
    """The one form that these tests write on."""

    def forms(self):
        return (a_form(a_prompt("proof", PromptKind.EVIDENCE), a_prompt("what")),)

    def problems(self):
        return ()


@pytest.fixture
def desk(surroundings, tmp_path):
    made = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "journal"))
    made.journal.shelf = Shelf()
    yield made
    surroundings.lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin(Shelf().forms()[0].id)
    qtbot.waitUntil(lambda: bool(page.findChildren(EvidenceEditor)))
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


@dataclass
class Room:
    """The editor with what is around it, and what a person does there."""

    page: EditorPage
    surroundings: object
    qtbot: object

    @property
    def editor(self):
        return self.page.findChildren(EvidenceEditor)[0]

    @property
    def field(self):
        return self.editor.field

    @property
    def names(self):
        return [row.words.text().replace("\u00a0", " ") for row in self.field.rows]

    def add(self, path):
        self.surroundings.asker = FakeAsker(path)
        self.field.add_button.click()
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not is_working(self.page))
        self.surroundings.lane.wait()
        QApplication.sendPostedEvents()

    def standing(self):
        return [each for each in self.page.findChildren(ToldDialog) if each.isVisible()]

    def told(self):
        (dialog,) = self.standing()
        words = " ".join(label.text() for label in dialog.told.findChildren(QLabel))
        dialog.reject()
        return words


@pytest.fixture
def room(page, surroundings, qtbot):
    return Room(page, surroundings, qtbot)


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"an invented letter " * 1000)
    return path


def drop(field, *urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    middle, buttons = QPoint(20, 20), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(field, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, none)
        QApplication.sendEvent(field, event)
    return enter.isAccepted()


def test_a_file_is_added_shown_and_saved_with_the_answer(room, desk, letter):
    room.add(letter)
    assert room.names == ["letter.pdf (19 kB)"]
    room.qtbot.waitUntil(lambda: room.page._frame.draft.is_saved)
    reading = partial(desk.vault.get, room.page.reflection_id)
    (file,) = room.surroundings.lane.run_and_wait(reading).answers["proof"].value.files
    assert (file.name, file.size_bytes) == ("letter.pdf", 19_000)
    assert letter.exists()


def test_removing_a_file_is_a_step_that_can_be_undone(room, letter):
    room.add(letter)
    room.add(letter)
    assert room.names == ["letter.pdf (19 kB)", "letter (2).pdf (19 kB)"]
    first = room.field.rows[0]
    first.remove.setFocus()
    QTest.keyClick(first.remove, Qt.Key.Key_Space)
    assert room.names == ["letter (2).pdf (19 kB)"]
    assert QApplication.focusWidget() is room.field.rows[0].remove
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.names == ["letter.pdf (19 kB)", "letter (2).pdf (19 kB)"]
    assert QApplication.focusWidget() is room.field.add_button
    room.page.redo()
    assert room.names == ["letter (2).pdf (19 kB)"]
    assert room.editor.value == room.field.value


def test_files_can_be_dropped_several_at_once_and_nothing_else_can(room, tmp_path, letter):
    other = tmp_path / "photo.jpg"
    other.write_bytes(b"not really a photograph")
    drop(room.field, letter.as_uri(), other.as_uri())
    room.qtbot.waitUntil(lambda: len(room.names) == 2)
    room.settle()
    assert room.names == ["letter.pdf (19 kB)", "photo.jpg (23 bytes)"]
    assert not drop(room.field, "https://example.org/a.pdf")
    assert len(room.names) == 2


def test_one_that_cannot_be_added_keeps_none_of_the_others_out(room, tmp_path, letter):
    (tmp_path / "empty.pdf").touch()
    drop(room.field, (tmp_path / "empty.pdf").as_uri(), letter.as_uri())
    room.qtbot.waitUntil(lambda: bool(room.standing()))
    assert room.standing()[0].title_label.text() == "“empty.pdf”"
    assert "this file is empty" in room.told()
    room.qtbot.waitUntil(lambda: len(room.names) == 1)
    room.settle()
    assert room.names == ["letter.pdf (19 kB)"]


def test_what_cannot_be_added_is_told_and_changes_nothing(room, tmp_path):
    (tmp_path / "empty.pdf").touch()
    room.add(tmp_path / "empty.pdf")
    assert "this file is empty" in room.told()
    room.add(None)
    assert room.editor.value == Evidence()


def test_a_copy_is_saved_only_after_the_warning(room, letter, tmp_path):
    room.add(letter)
    target = tmp_path / "copy.pdf"
    room.surroundings.asker = asker = FakeAsker(target)
    room.field.rows[0].save.click()
    room.page.findChildren(Confirming)[0].reject()
    assert asker.asked == []
    room.field.rows[0].save.click()
    dialog = next(each for each in room.page.findChildren(Confirming) if each.isVisible())
    dialog.go_on.click()
    assert asker.asked[0][1] == "letter.pdf"
    room.settle()
    assert target.read_bytes() == letter.read_bytes()
    assert "Saved as copy.pdf" in room.told()


def test_a_copy_can_be_saved_where_a_held_reflection_is_read(room, desk, letter, tmp_path):
    room.add(letter)
    lane, uid = room.surroundings.lane, room.page.reflection_id
    assert room.page.put_away()
    lane.run_and_wait(partial(desk.retention.hold, uid, "asked for"))
    journal = JournalPage(room.surroundings, desk)
    journal.show()
    journal.show_reflection(uid)
    room.qtbot.waitUntil(lambda: bool(journal.findChildren(FileLink)))
    (link,) = journal.findChildren(FileLink)
    assert link.accessibleName() == "Save a copy of letter.pdf…"
    target = tmp_path / "copy.pdf"
    room.surroundings.asker = FakeAsker(target)
    link.click()
    journal.findChildren(Confirming)[0].go_on.click()
    room.qtbot.waitUntil(lambda: any(each.isVisible() for each in journal.findChildren(ToldDialog)))
    assert target.read_bytes() == letter.read_bytes()
    journal.findChildren(ToldDialog)[0].reject()
    journal.close()
    journal.deleteLater()


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(room, letter):
    room.add(letter)
    assert unnamed_controls(room.editor) == []
    row = room.field.rows[0]
    assert row.save.accessibleName() == "Save a copy of letter.pdf"
    assert row.remove.accessibleName() == "Remove letter.pdf"
    row.save.setFocus()
    QTest.keyClick(row.save, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row.remove
    QTest.keyClick(row.remove, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is room.field.add_button


def test_a_window_that_locks_while_a_file_is_added_keeps_nothing_of_it(room, desk, letter):
    with room.surroundings.lane.stopping_long_work():
        room.add(letter)
    used = room.surroundings.lane.run_and_wait(desk.vault.evidence.used_bytes)
    assert (used, room.editor.value) == (0, Evidence())
    room.told()
