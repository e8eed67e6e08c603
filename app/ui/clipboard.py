"""What is copied out of the journal: checked, marked for histories to leave out, gone at a lock.

Best effort, and said so in the guide: a program that ignores the marks can keep what it sees.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from app.ui.parts.copied_words import COPIED, CopiedWords


class ClipboardGuard(QObject):
    """Watches the clipboard while it is ours, so that no field has to think of it."""

    copied = Signal(str)  # words that no other program can have yet

    def __init__(self, parent: QObject) -> None:
        """Watch from now on."""
        super().__init__(parent)
        self.is_checking = False  # whether somebody says what other programs may have
        self._clipboard = QGuiApplication.clipboard()
        self._copied = CopiedWords(QGuiApplication.instance() or self)
        self.destroyed.connect(self._copied.deleteLater)
        self._clipboard.dataChanged.connect(self._mark)
        self._clipboard.selectionChanged.connect(self._drop_selection)

    @property
    def words(self) -> str | None:
        """The words that were copied last in this window, while they lie there."""
        return self._copied.words_of(self._clipboard.mimeData())

    def let_others_have(self, words: str, leaving: str) -> None:
        """Give other programs a text for these words, if they are still what was copied last."""
        if self.words == words:
            self._clipboard.setMimeData(self._copied.hold(words, leaving))

    def clear(self) -> None:
        """Take back what was copied, if nothing else was copied since."""
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()
        self._copied.forget()
        self._drop_selection()

    def _mark(self) -> None:
        if not self._clipboard.ownsClipboard():
            return
        data = self._clipboard.mimeData()
        if data is None or data.hasFormat(COPIED) or not data.hasText():
            return
        words = data.text()
        leaving = None if self.is_checking else words
        self._clipboard.setMimeData(self._copied.hold(words, leaving))
        if self.is_checking:
            self.copied.emit(words)

    def _drop_selection(self) -> None:
        # Selecting is not copying: on X11 every other program could read what is marked.
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
