"""Finds the dialog that stands open, as a person would see it, and work that is under way."""

from contextlib import contextmanager, suppress
from threading import Event

from PySide6.QtWidgets import QApplication

from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.parts.label import Label


def shown(kind):
    """Give the dialogs of this kind that stand open."""
    found = []
    for each in QApplication.topLevelWidgets():
        with suppress(RuntimeError):
            if isinstance(each, kind) and each.isVisible():
                found.append(each)
    return found


def is_on_screen(dialog):
    """Say whether a dialog is seen; one that waits to be is open all the same."""
    return dialog.windowHandle() is not None and dialog.windowHandle().isVisible()


def standing(kind, qtbot):
    """Wait for a dialog of this kind, and for all work to be over; give it."""
    qtbot.waitUntil(lambda: bool(shown(kind)) and not shown(ProgressDialog))
    (dialog,) = shown(kind)
    return dialog


def words_of(dialog):
    """Give everything that a dialog says."""
    callouts = [dialog.told.accessibleName()] if hasattr(dialog, "told") else []
    return " ".join([*callouts, *(label.text() for label in dialog.findChildren(Label))])


def trouble_of(dialog, qtbot):
    """Wait until a dialog complains; give what it says."""
    qtbot.waitUntil(lambda: dialog.trouble.isVisible() and not shown(ProgressDialog))
    return dialog.trouble.accessibleName()


@contextmanager
def held_at(place, name, monkeypatch):
    """Have what is called so wait on the lane, once it is called, until the event is set."""
    go_on, real = Event(), getattr(place, name)

    def waiting(*given, **more):
        go_on.wait(5)
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(place, name, waiting)
        try:
            yield go_on
        finally:
            go_on.set()


def under_way(words, qtbot):
    """Wait until the progress names this step; give its dialog."""

    def is_so():
        return any(words in each.said.text() for each in shown(ProgressDialog))

    qtbot.waitUntil(is_so)
    (dialog,) = shown(ProgressDialog)
    return dialog
