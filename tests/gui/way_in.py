"""What the tests of welcome, unlock, settings and dialogs share."""

import gc
import weakref
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.ui.lane import Lane
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from tests.fakes import FakeAsker
from tests.gui.spoken import spoken_name
from tests.workshops import a_workshop


@contextmanager
def surroundings_in(folder, look):
    """Real surroundings with a lane of their own; a bug on the lane fails the test."""
    lane = Lane()
    bugs = []
    lane.broke.connect(bugs.append)
    settings = Settings(folder / "settings.ini")
    yield Surroundings(look, lane, a_workshop, FakeAsker(), settings)
    lane.stop()
    assert bugs == []


def entered(page, qtbot, width=1068):
    """Show a page as the window does, and enter it."""
    qtbot.addWidget(page)
    page.resize(width, 740)
    page.show()
    page.activateWindow()
    page.enter()
    return page


def unnamed_controls(page):
    """Give the controls that a screen reader could not name."""
    return [
        control
        for control in page.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and control.focusProxy() is None
        and not isinstance(control, QScrollArea)
        and not spoken_name(control)
    ]


def is_freed(make, qapp):
    """Make, show and close a widget; say whether nothing of it is left."""
    widget = make()
    widget.show()
    seen = weakref.ref(widget)
    widget.close()
    widget.deleteLater()
    del widget
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    return seen() is None


def sideways_range(page):
    """Give how far anything in a page could be scrolled sideways."""
    QApplication.processEvents()
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return max(
        (area.widget().width() - area.viewport().width() for area in areas if area.widget()),
        default=0,
    )
