"""Tells when a window has been painted for the first time, by its own events."""

from PySide6.QtCore import QEvent, QTimer


def watched(widget_class, on_painted):
    """Give the class with its event() replaced: after its first paint on_painted is called.

    Called from the event loop, so that everything inside the window is painted too.
    """
    usual = widget_class.event
    is_told = False

    def event(self, event):
        nonlocal is_told
        result = usual(self, event)
        if event.type() == QEvent.Type.Paint and not is_told:
            is_told = True
            QTimer.singleShot(0, on_painted)
        return result

    widget_class.event = event
    return widget_class
