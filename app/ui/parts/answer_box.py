"""Where a person writes: plain Markdown text in the prose font, growing as it is filled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.ui.look import Look
from app.ui.parts import markdown_keys, pieces
from app.ui.parts.copied_words import COPIED
from app.ui.parts.markdown_marks import MarkdownMarks
from app.ui.parts.pasting import insert_words, pasted_words
from app.ui.parts.quoting import QUOTATION, Quoting

_LEAST_LINES = 3
_MOST_LINES = 40
_PADDING_X, _PADDING_Y = 16, 12
_BORDER = 1
_DOCUMENT_MARGIN = 4
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PARAGRAPH_END = "\u2029"


class AnswerBox(QTextEdit):
    """A box for prose; Tab leaves it, formats never come in, images never load."""

    text_changed = Signal(str)

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hint = placeholder
        self._least_lines = _LEAST_LINES
        self._is_filling = False
        self._told = ""
        self._wanted_height = 0
        self._place = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)
        self._marks = MarkdownMarks(look, self.document())
        Quoting(self)
        self._restyle()
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        look.changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """The Markdown that stands in the box."""
        return pieces.whole(self.document().toRawText())

    def set_text(self, text: str) -> None:
        """Fill the box without telling anyone; what was there cannot be brought back by undo."""
        self._is_filling = True
        self.setPlainText(pieces.in_pieces(text))
        self._set_line_height()
        self.document().clearUndoRedoStacks()
        self._is_filling = False
        self._told = self.text

    def set_placeholder(self, words: str) -> None:
        """Show words while the box is empty."""
        self._hint = words
        self.viewport().update()

    def set_least_lines(self, lines: int) -> None:
        """Keep room for at least so many lines."""
        self._least_lines = lines
        self._fit()

    def make_strong(self) -> None:
        """Put the selection between ** or take them away."""
        self._toggle_mark("**")

    def make_emphasis(self) -> None:
        """Put the selection between * or take them away."""
        self._toggle_mark("*")

    def make_bullets(self) -> None:
        """Make the selected lines a list, or plain again."""
        self._toggle_list(is_numbered=False)

    def make_numbers(self) -> None:
        """Make the selected lines a numbered list, or plain again."""
        self._toggle_list(is_numbered=True)

    def _toggle_mark(self, mark: str) -> None:
        cursor = self.textCursor()
        lines = self._selected_lines()
        first = lines.selectionStart()
        start, end = cursor.selectionStart() - first, cursor.selectionEnd() - first
        edit = markdown_keys.toggle_mark(_units(lines.selectedText()), start, end, mark)
        cursor.setPosition(first + edit.start)
        cursor.setPosition(first + edit.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_characters(edit.words))
        cursor.setPosition(first + edit.anchor)
        cursor.setPosition(first + edit.cursor, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _toggle_list(self, *, is_numbered: bool) -> None:
        cursor = self._selected_lines()
        lines = pieces.whole(cursor.selectedText()).split("\n")
        changed = markdown_keys.toggle_list(lines, is_numbered=is_numbered)
        cursor.insertText(pieces.in_pieces("\n".join(changed)))
        self.setTextCursor(cursor)

    def _selected_lines(self) -> QTextCursor:
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        while pieces.runs_on(first.previous()):
            first = first.previous()
        while pieces.runs_on(last):
            last = last.next()
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the keys for marks and lists; leave Control and Enter to the page."""
        if event.key() in _ENTER_KEYS and event.modifiers() & _CONTROL:
            event.ignore()
            return
        if self.isReadOnly() or not (self._act_on(event) or self._continue_list(event)):
            cursor = self.textCursor()
            if not self.isReadOnly() and pieces.step_before_deleting(cursor, event):
                self.setTextCursor(cursor)
            super().keyPressEvent(event)

    def _act_on(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = Qt.Key
        acts = {
            (_CONTROL, keys.Key_B): self.make_strong,
            (_CONTROL, keys.Key_I): self.make_emphasis,
            (_CONTROL | _SHIFT, keys.Key_8): self.make_bullets,
            (_CONTROL | _SHIFT, keys.Key_Asterisk): self.make_bullets,
            (_CONTROL | _SHIFT, keys.Key_7): self.make_numbers,
            (_CONTROL | _SHIFT, keys.Key_Ampersand): self.make_numbers,
        }
        act = acts.get((held, keys(event.key())))
        if act is None:
            return False
        act()
        return True

    def _continue_list(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if event.key() not in _ENTER_KEYS or event.modifiers() & _SHIFT or cursor.hasSelection():
            return False
        line = "" if pieces.is_piece(cursor.block()) else cursor.block().text()
        beginning = markdown_keys.next_item(line)
        if beginning is None or cursor.positionInBlock() < len(line) - len(line.lstrip()) + 2:
            return False
        if markdown_keys.is_empty_item(line):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText(f"\n{beginning}")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _restyle(self) -> None:
        self.document().setDefaultFont(self._look.font("prose"))
        self.setFont(self._look.font("prose"))
        self._marks.restyle()
        self._set_line_height()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where the box moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font() != self._look.font("prose"):
            self._restyle()

    def _set_line_height(self) -> None:
        kind = QTextBlockFormat()
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        kind.setLineHeight(self._look.theme.line_percent("prose"), height)
        kind.setBottomMargin(self._look.theme.spacing.paragraph_gap_px)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(kind)
        cursor.endEditBlock()

    def _on_text_changed(self) -> None:
        # Qt says so of a new format, too; only other words are news.
        text = "" if self._is_filling else self.text
        if not self._is_filling and text != self._told:
            self._told = text
            self.text_changed.emit(text)

    def _on_cursor_moved(self) -> None:
        came_from, cursor = self._place, self.textCursor()
        self._place = cursor.position()
        if pieces.step_over(cursor, came_from):
            self.setTextCursor(cursor)

    def _on_size_changed(self, size: QSizeF) -> None:
        self._grow(size.height())

    def _fit(self) -> None:
        self._grow(self.document().documentLayout().documentSize().height())

    def _grow(self, content: float) -> None:
        # Qt lays out a long text bit by bit and tells the size so far; to ask for the whole size
        # would lay it all out at once.
        line = self._look.theme.line_px("prose")
        inside = content - 2 * _DOCUMENT_MARGIN
        edges = 2 * (_PADDING_Y + _BORDER)
        least, most = line * self._least_lines + edges, line * _MOST_LINES + edges
        height = round(min(max(inside + edges, least), most))
        if height == self._wanted_height:
            return
        self._wanted_height = height
        policies = Qt.ScrollBarPolicy
        is_full = height >= round(most)
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if is_full else policies.ScrollBarAlwaysOff
        )
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Ask for a readable line and the height of the text."""
        width = self._look.theme.measure_px() + 2 * (_PADDING_X + _BORDER)
        return QSize(width, max(self._wanted_height, 1))

    def minimumSizeHint(self) -> QSize:
        """Fold as narrow as the page does."""
        return QSize(120, max(self._wanted_height, 1))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take clean words only."""
        words = pasted_words(source)
        if words:
            insert_words(self, words)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give away plain words, without what only serves the layout."""
        words = QMimeData()
        words.setText(pieces.whole(self.textCursor().selectedText()))
        return words

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take nothing but words."""
        formats = (COPIED, QUOTATION)
        return source.hasText() or source.hasHtml() or any(map(source.hasFormat, formats))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give an empty picture for every address: giving nothing would let Qt open the file."""
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, or the hint while there is none."""
        super().paintEvent(event)
        if self._hint and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(self._look.font("prose", italic=True))
            painter.setPen(self._look.colour("text_placeholder"))
            rect = self.viewport().rect().adjusted(_DOCUMENT_MARGIN, _DOCUMENT_MARGIN, 0, 0)
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(rect, flags, self._hint)


def _units(text: str) -> str:
    """Give one character per UTF-16 unit, for that is how Qt counts places."""
    coded = text.encode("utf-16-le", "surrogatepass")
    pairs = zip(coded[::2], coded[1::2], strict=True)
    return "".join(chr(low | high << 8) for low, high in pairs)


def _characters(units: str) -> str:
    return (
        units.encode("utf-16-le", "surrogatepass").decode("utf-16-le").replace(_PARAGRAPH_END, "\n")
    )
