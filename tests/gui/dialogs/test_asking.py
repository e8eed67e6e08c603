"""The system's own file dialogs leave no trace of where the person looked."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.asking import SystemAsker

CHILDS_NAME = "MapleStreetVisits"


@pytest.fixture
def window(qtbot):
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.show()
    return behind


def answer(choose):
    """Answer the dialog of Qt's own that stands open, once it does."""

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.inherits("QFileDialog"):
            choose(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def traces(folder):
    # Its own home too: there Qt would write if it were not told otherwise.
    homes = (folder, Path(os.environ["HOME"]))
    files = [path for home in homes for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if CHILDS_NAME.encode() in path.read_bytes()]


def test_the_folder_that_was_visited_is_noted_nowhere(window, tmp_path):
    visited = tmp_path / CHILDS_NAME
    visited.mkdir()
    asker = SystemAsker(tmp_path / "dialogs")
    answer(lambda dialog: dialog.accept())
    assert asker.folder(window, "Choose the folder of a journal", visited) == visited
    assert traces(tmp_path) == []


def test_a_question_that_is_not_answered_leaves_no_trace_either(window, tmp_path):
    visited = tmp_path / CHILDS_NAME
    visited.mkdir()
    asker = SystemAsker(tmp_path / "dialogs")

    def go_there_and_leave(dialog):
        dialog.setDirectory(str(visited))
        dialog.reject()

    answer(go_there_and_leave)
    assert asker.save_path(window, "Save", "Summary.pdf", "PDF (*.pdf)") is None
    assert traces(tmp_path) == []


def test_a_file_that_was_looked_for_leaves_no_trace(window, tmp_path):
    visited = tmp_path / CHILDS_NAME
    visited.mkdir()
    backup = visited / "one.afterword-backup"
    backup.write_bytes(b"x")
    asker = SystemAsker(tmp_path / "dialogs")

    def choose(dialog):
        dialog.setDirectory(str(visited))
        dialog.selectFile(str(backup))
        dialog.accept()

    answer(choose)
    kind = "Afterword backup (*.afterword-backup)"
    assert asker.open_path(window, "Choose a backup", kind) == backup
    assert traces(tmp_path) == []


def test_a_new_folder_is_named_and_not_made_and_leaves_no_trace(window, tmp_path):
    visited = tmp_path / CHILDS_NAME
    visited.mkdir()
    asker = SystemAsker(tmp_path / "dialogs")
    answer(lambda dialog: dialog.accept())
    named = visited / "Restored journal"
    assert asker.new_folder(window, "Choose a place and a name", named) == named
    assert not named.exists()
    assert traces(tmp_path) == []
