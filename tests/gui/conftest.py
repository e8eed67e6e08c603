"""GUI tests: the real Qt without a screen, in the real look, and nothing left behind."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.look import Look
from app.ui.theme import Theme


@pytest.fixture(scope="session")
def shared_look(qapp):
    """One look for the whole run: making it parses fonts and the style sheet."""
    look = Look()
    look.apply()
    return look


@pytest.fixture
def look(shared_look):
    """The light look at 100 %, whatever the test before has made of it."""
    shared_look.set_to(Theme.load())
    yield shared_look
    shared_look.set_to(Theme.load())


@pytest.fixture(autouse=True)
def nothing_left(qapp, shared_look):
    """Fail the test that leaves a window open; our own fonts are known in each of them."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if visible_windows():
        # Collecting takes long beside so many objects, so it is only done where it may matter.
        gc.collect()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert visible_windows() == []


def visible_windows():
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
