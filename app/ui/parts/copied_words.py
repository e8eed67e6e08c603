"""What was copied out of a field: whole for Afterword, and for other programs what may leave."""

from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtWidgets import QApplication

COPIED = "application/x-afterword-copied"
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",  # KDE's Klipper and most on Linux
    "application/x-nspasteboard-concealed-type": b"1",  # managers on macOS
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows, as password keepers ask
    "CanIncludeInClipboardHistory": bytes(4),  # Windows: no history, no copy in the cloud
    "CanUploadToCloudClipboard": bytes(4),
}


class CopiedWords(QObject):
    """Holds what was copied last; on the clipboard lies a token of it, and what others may have.

    A clipboard hands its data on as it likes, on some systems as another object: the token tells
    that it is ours.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ""
        self._token = b""

    def hold(self, words: str, leaving: str | None) -> QMimeData:
        """Hold words and give what is to lie on the clipboard; None: others get nothing yet."""
        self._words, self._token = words, os.urandom(16)
        data = QMimeData()
        data.setData(COPIED, self._token)
        if leaving is not None:
            data.setText(leaving)
        for name, value in _HINTS.items():
            data.setData(name, value)
        return data

    def words_of(self, source: QMimeData | None) -> str | None:
        """Give the words that a clipboard's data stands for, or None where they are not ours."""
        if source is None or not source.hasFormat(COPIED):
            return None
        return self._words if self._token == source.data(COPIED).data() else None

    def forget(self) -> None:
        """Hold nothing."""
        self._words, self._token = "", b""


def copied_here(source: QMimeData | None) -> str | None:
    """Give the words of a copy that was made in this program, or None."""
    application = QApplication.instance()
    if application is None:
        return None
    only_direct = Qt.FindChildOption.FindDirectChildrenOnly
    every = (
        each.words_of(source) for each in application.findChildren(CopiedWords, options=only_direct)
    )
    return next((words for words in every if words is not None), None)


def words_in(source: QMimeData | None) -> str:
    """Give the words of what was copied: whole where they were copied in this program."""
    words = copied_here(source)
    if words is not None:
        return words
    return source.text() if source is not None else ""
