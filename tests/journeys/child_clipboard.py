"""A child process on a screen: copies and marks words of a journal; prints what others see."""

import json
import sys

from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget


def main():
    from app.ui.clipboard import ClipboardGuard

    application = QApplication([])
    window = QWidget()
    guard = ClipboardGuard(window)
    clipboard = application.clipboard()
    box = QPlainTextEdit("Words of a journal")
    box.selectAll()
    clipboard.setText(box.textCursor().selectedText(), QClipboard.Mode.Selection)
    primary = clipboard.text(QClipboard.Mode.Selection)
    box.copy()
    QTest.qWait(50)
    data = clipboard.mimeData()
    seen = {"primary": primary, "text": data.text(), "html": data.hasHtml()}
    seen["hints"] = {
        name: bytes(data.data(name)).decode("latin-1")
        for name in data.formats()
        if not name.startswith("text/")
    }
    guard.clear()
    seen["after"] = clipboard.text()
    print(json.dumps(seen), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
