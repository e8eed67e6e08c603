"""What comes into an answer from elsewhere: clean words, or words marked as a quotation."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.rendering.pasted_html import LONGEST_HTML, has_lists, words_of_html
from app.ui.parts import pieces
from app.ui.parts.copied_words import copied_here

_LINE_ENDS = (("\r\n", "\n"), ("\r", "\n"), ("\u2029", "\n"), ("\u2028", "\n"))


def pasted_words(source: QMimeData) -> str:
    """Give the words of what was copied, with its paragraphs and lists as they can be typed.

    The plain words that nearly every program offers are taken where they lose nothing: only lists
    lose their marks and numbers there.
    """
    copied = copied_here(source)
    if copied is not None:
        return copied
    html = source.html() if source.hasHtml() else ""
    is_worth_reading = has_lists(html) and len(html) <= LONGEST_HTML
    words = words_of_html(html) if html and (is_worth_reading or not source.hasText()) else ""
    return words or source.text()


def quoted(words: str) -> str:
    """Give words as a quotation in Markdown."""
    lines = (line.rstrip() for line in _plain(words).strip().split("\n"))
    return "\n".join(f"> {line}".rstrip() for line in lines)


def insert_words(box: QTextEdit, words: str) -> None:
    """Put words in the place of what is selected, as one step of undo."""
    cursor = box.textCursor()
    first = cursor.selectionStart()
    cursor.beginEditBlock()
    cursor.insertText(pieces.in_pieces(_plain(words)))
    last = cursor.position()
    pieces.split_long(QTextCursor(cursor), first, last)
    cursor.endEditBlock()
    box.ensureCursorVisible()


def insert_quotation(box: QTextEdit, words: str) -> None:
    """Put words as a quotation of their own lines where the cursor is; one goes on below it."""
    if not words.strip():
        return
    cursor = box.textCursor()
    cursor.setPosition(cursor.selectionStart())
    is_inside_line = bool(cursor.block().text()[: cursor.positionInBlock()].strip())
    insert_words(box, ("\n\n" if is_inside_line else "") + quoted(words) + "\n\n")


def _plain(words: str) -> str:
    for end, plain in _LINE_ENDS:
        words = words.replace(end, plain)
    return words
