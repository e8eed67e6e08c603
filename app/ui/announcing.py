"""Tells a screen reader at once what has just appeared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget) -> None:
    """Have what this widget says read out now."""
    # Qt's list of roles is long: it is read when there is something to tell, not at the start.
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
