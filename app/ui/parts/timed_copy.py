"""A copy of words that may leave, taken off the clipboard again after a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.ui.parts.copied_words import CopiedWords

SECONDS = 60
_MILLISECONDS = 1000


class TimedCopy(QObject):
    """Puts plain text on the clipboard; what somebody copied since is left alone."""

    def __init__(self, parent: QObject) -> None:
        """Belong to a page."""
        super().__init__(parent)
        self._copied = CopiedWords(QGuiApplication.instance() or self)
        self.destroyed.connect(self._copied.deleteLater)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * _MILLISECONDS)
        self._timer.timeout.connect(self.clear)

    @property
    def timer(self) -> QTimer:
        """What takes it off again."""
        return self._timer

    def copy(self, words: str) -> None:
        """Copy words that went through the release check."""
        QGuiApplication.clipboard().setMimeData(self._copied.hold(words, words))
        self._timer.start()

    def clear(self) -> None:
        """Take the words off the clipboard, if they still lie there."""
        clipboard = QGuiApplication.clipboard()
        if self._copied.words_of(clipboard.mimeData()) is not None:
            clipboard.clear()
        self._copied.forget()
