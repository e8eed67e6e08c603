"""A person's writing to read: selectable, growing with its text, and never loading anything."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.rendering.markdown_blocks import prose_blocks
from app.ui.look import Look
from app.ui.parts.prose_writing import write_prose
from app.ui.parts.quoting import Quoting

_LEAST_WIDTH = 120
_PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ProseView(QTextEdit):
    """Markdown as running text. It is written by cursor from a parsed tree, never as HTML."""

    def __init__(
        self, look: Look, markdown: str = "", words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks = prose_blocks(markdown)
        self._words = words
        self._wanted_height = 1
        # The style sheet's name for text without a frame.
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        Quoting(self)
        self._write()
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        look.changed.connect(self._write)

    @property
    def words(self) -> str:
        """The words of the search that are marked."""
        return self._words

    def set_markdown(self, markdown: str) -> None:
        """Show another text."""
        self._blocks = prose_blocks(markdown)
        self._write()

    def mark(self, words: str) -> None:
        """Mark the words of another search, or none."""
        if words != self._words:
            self._words = words
            self._write()

    def _write(self) -> None:
        self.setFont(self._look.font("prose"))
        write_prose(self.document(), self._look, self._blocks, self._words)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _on_size_changed(self, _size: QSizeF) -> None:
        self._fit()

    def _fit(self) -> None:
        height = max(1, math.ceil(self.document().documentLayout().documentSize().height()))
        if height != self._wanted_height:
            self._wanted_height = height
            self.setFixedHeight(height)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for a readable line and the height of the text."""
        return QSize(self._look.theme.measure_px(), self._wanted_height)

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow as the page does."""
        return QSize(_LEAST_WIDTH, self._wanted_height)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where a view moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font() != self._look.font("prose"):
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the lines."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave going a page up or down to the page: all of this text is shown."""
        if event.key() in _PAGE_KEYS and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words only: a format would carry fonts and colours into the other document."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give an empty picture for every address: giving nothing would let Qt open the file."""
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        return picture
