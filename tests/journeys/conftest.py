"""Journeys: the whole window, and nothing beside it that flashes up and takes the focus."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from app.ui.lane import Lane
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.window import Window
from tests.fakes import FakeAsker
from tests.leaving import may_leave
from tests.workshops import a_workshop

__all__ = ["may_leave"]


class StrayWindows(QObject):
    """Notes every widget that is shown as a window without being meant as one."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and is_stray(watched):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def is_stray(widget):
    meant = (QMainWindow, QDialog, QMenu)
    if not isinstance(widget, QWidget) or widget.windowType() == Qt.WindowType.Popup:
        return False
    return widget.isWindow() and not isinstance(widget, meant)


@pytest.fixture
def window(qapp, qtbot, tmp_path, look, collector):
    bugs = []
    lane = Lane()
    lane.broke.connect(bugs.append)
    asker = FakeAsker(tmp_path / "summary.pdf")
    settings = Settings(tmp_path / "settings.ini")
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    window = Window(Surroundings(look, lane, a_workshop, asker, settings), tmp_path / "journals")
    window.show()
    window.activateWindow()
    yield window
    window.close()
    lane.stop()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collector.collect_what_is_due()
    qapp.removeEventFilter(stray)
    assert bugs == []
    assert stray.seen == []
