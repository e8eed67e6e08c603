"""Answers of the lane that come when their journal is closed already."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject


def drop_late_answers(view: QObject) -> None:
    """Let nothing of a closed journal's view hear them: it would ask the closed journal for more.

    The view goes by deleteLater, and what was posted before that would still be delivered.
    """
    for each in (view, *view.findChildren(QObject)):
        QCoreApplication.removePostedEvents(each, QEvent.Type.MetaCall)
