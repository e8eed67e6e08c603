"""What is copied out of the journal: marked so that histories leave it out, and gone at a lock.

Best effort, and said so in the guide: a program that ignores the marks can keep what it sees.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_MARK = "x-kde-passwordManagerHint"
_HINTS = {
    _MARK: b"secret",  # KDE's Klipper and most on Linux
    "application/x-nspasteboard-concealed-type": b"1",  # managers on macOS
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows, as password keepers ask
    "CanIncludeInClipboardHistory": bytes(4),  # Windows: no history, no copy in the cloud
    "CanUploadToCloudClipboard": bytes(4),
}


class ClipboardGuard(QObject):
    """Watches the clipboard while it is ours, so that no field has to think of it."""

    def __init__(self, parent: QObject) -> None:
        """Watch from now on."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._mark)
        self._clipboard.selectionChanged.connect(self._drop_selection)

    def clear(self) -> None:
        """Take back what was copied, if nothing else was copied since."""
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()
        self._drop_selection()

    def _mark(self) -> None:
        if not self._clipboard.ownsClipboard():
            return
        data = self._clipboard.mimeData()
        if data is not None and data.hasText() and not data.hasFormat(_MARK):
            self._clipboard.setMimeData(marked(data.text()))

    def _drop_selection(self) -> None:
        # Selecting is not copying: on X11 every other program could read what is marked.
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)


def marked(text: str) -> QMimeData:
    """Give plain words with the hints that keep them out of clipboard histories."""
    data = QMimeData()
    data.setText(text)
    for name, value in _HINTS.items():
        data.setData(name, value)
    return data
