"""Light Markdown in an answer: marks muted, **strong** semibold, *emphasis* italic."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.look import Look
from app.ui.parts.pieces import LONGEST, is_piece

_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])")
_LINE_START = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s|#{1,6}\s|>\s?)")


class MarkdownMarks(QSyntaxHighlighter):
    """Shows what marks mean while they stay visible."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self.restyle()

    def restyle(self) -> None:
        """Take fonts and colours from the present look."""
        self._muted = QTextCharFormat()
        self._muted.setForeground(self._look.colour("text_muted"))
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self._emphasis = QTextCharFormat()
        if self._look.theme.spacing.has_italic:
            self._emphasis.setFontItalic(True)
        else:
            self._emphasis.setFontWeight(QFont.Weight.DemiBold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph; a very long one is left plain so that a paste never stalls."""
        if not text or len(text) > LONGEST or is_piece(self.currentBlock()):
            return
        start = _LINE_START.match(text)
        if start is not None:
            self.setFormat(0, start.end(), self._muted)
        if "*" in text or "_" in text:
            for match in _STRONG.finditer(text):
                self._mark(match, self._strong)
            for match in _EMPHASIS.finditer(text):
                self._mark(match, self._emphasis)

    def _mark(self, match: re.Match[str], kind: QTextCharFormat) -> None:
        self.setFormat(match.start(1), len(match.group(1)), self._muted)
        self.setFormat(match.start(2), len(match.group(2)), kind)
        self.setFormat(match.end(2), len(match.group(1)), self._muted)
