"""GUI tests: the real Qt without a screen, in the real look, and nothing left behind."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.leaving import may_leave

__all__ = ["may_leave"]


@pytest.fixture(autouse=True)
def nothing_left(qapp, shared_look, collector):
    """Fail the test that leaves a window open; our own fonts are known in each of them."""
    yield
    collector.collect_what_is_due()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if visible_windows():
        # Collecting takes long beside so many objects, so it is only done where it may matter.
        gc.collect()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert visible_windows() == []


def visible_windows():
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
