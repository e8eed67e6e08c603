"""Finds the dialog that stands open, as a person would see it."""

from contextlib import suppress

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
