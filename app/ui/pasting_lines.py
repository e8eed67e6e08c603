"""Pasting into one line of text: the words as they were copied, whatever other programs get."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from app.ui.parts.copied_words import copied_here


class PastingLines(QObject):
    """Sees the key and the menu of every line edit; a line edit asks the clipboard by itself."""

    def __init__(self, parent: QObject) -> None:
        """Watch from now on."""
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch)

    def _watch(self, _left: QWidget | None, entered: QWidget | None) -> None:
        # Only the one that has the focus: a watch over the whole program would see every event.
        if isinstance(entered, QLineEdit):
            entered.removeEventFilter(self)
            entered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put in the words of this window's own copies."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ContextMenu):
            return False
        if not isinstance(watched, QLineEdit) or watched.isReadOnly() or _copied() is None:
            return False
        if kind == QEvent.Type.ContextMenu:
            _show_menu(watched, cast(QContextMenuEvent, event))
            return True
        if not cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Paste):
            return False
        paste_line(watched)
        return True


class _Pasting(QObject):
    """What the entry of one menu does; it goes with the menu."""

    def __init__(self, line: QLineEdit, menu: QMenu) -> None:
        super().__init__(menu)
        self._line = line

    def paste(self) -> None:
        paste_line(self._line)


def paste_line(line: QLineEdit) -> None:
    """Put what was copied into a line, with one space for each end of a line."""
    copied = _copied()
    if copied is None:
        line.paste()
    else:
        line.insert(" ".join(copied.split("\n")))


def _copied() -> str | None:
    return copied_here(QApplication.clipboard().mimeData())


def _show_menu(line: QLineEdit, event: QContextMenuEvent) -> None:
    menu = line.createStandardContextMenu()
    paste = menu.findChild(QAction, "edit-paste")
    if paste is not None:
        paste.triggered.disconnect()
        paste.triggered.connect(_Pasting(line, menu).paste)
        paste.setEnabled(True)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())
