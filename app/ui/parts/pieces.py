"""A very long paragraph in pieces: Qt lays out a whole paragraph again at each key.

Where a piece ends stands a joint: a mark that cannot be seen, then a new line of the document.
Both are taken away again when the text is read, so what is stored is what was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

LONGEST = 20_000  # a longer paragraph is laid out in pieces
_PIECE = 2_000
_MARK = "\u2064"  # has no width; hardly anybody writes an invisible plus
_JOINT = f"{_MARK}\n"
JOINT_LENGTH = len(_JOINT)
_PARAGRAPH_END, _LINE_END = "\u2029", "\u2028"


def in_pieces(text: str) -> str:
    """Put joints into the paragraphs that are too long to be laid out at once."""
    if len(text) <= LONGEST or _MARK in text:
        return text
    return "\n".join(_JOINT.join(_pieces(paragraph)) for paragraph in text.split("\n"))


def whole(raw: str) -> str:
    """Give the text of a document, as Qt keeps it, without joints."""
    text = raw.replace(_PARAGRAPH_END, "\n").replace(_LINE_END, "\n")
    return text.replace(_JOINT, "") if _MARK in text else text


def joints_in(raw: str) -> Iterator[int]:
    """Give where joints begin in the text of a document as Qt keeps it, from the start on."""
    joint = f"{_MARK}{_PARAGRAPH_END}"
    place = raw.find(joint)
    while place >= 0:
        yield place
        place = raw.find(joint, place + 1)


def is_piece(block: QTextBlock) -> bool:
    """Say whether a block is only a part of a paragraph."""
    return runs_on(block) or runs_on(block.previous())


def runs_on(block: QTextBlock) -> bool:
    """Say whether the paragraph goes on in the next block."""
    return block.text().endswith(_MARK)


def split_long(cursor: QTextCursor, first: int, last: int) -> None:
    """Put joints into what has become too long between two places of a document."""
    block = cursor.document().findBlock(last)
    while block.isValid() and block.position() + block.length() > first:
        before = block.previous()
        if block.length() > LONGEST and _MARK not in block.text():
            # From the end, so that the places before it stay right.
            for place in reversed(_ends(block.text())):
                cursor.setPosition(block.position() + place)
                cursor.insertText(_JOINT)
        block = before


def _ends(text: str) -> list[int]:
    """Give where pieces end, the last one left out, counted as Qt does: in UTF-16."""
    lengths = [len(piece.encode("utf-16-le", "surrogatepass")) // 2 for piece in _pieces(text)]
    return list(accumulate(lengths))[:-1]


def step_over(cursor: QTextCursor, came_from: int) -> bool:
    """Move a cursor out of a joint, for nobody can see that it is in one; say if it was."""
    place = cursor.positionInBlock()
    if not runs_on(cursor.block()) or place < cursor.block().length() - 1:
        return False
    goes_on = came_from == cursor.position() - 1
    moves = QTextCursor.MoveOperation
    mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else None
    move = moves.NextCharacter if goes_on else moves.PreviousCharacter
    cursor.movePosition(move, mode or QTextCursor.MoveMode.MoveAnchor)
    return True


def step_before_deleting(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Move a cursor over a joint, so that a key takes away what can be seen; say if it moved."""
    block, moves = cursor.block(), QTextCursor.MoveOperation
    if cursor.hasSelection():
        return False
    if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart() and runs_on(block.previous()):
        return cursor.movePosition(moves.PreviousCharacter, n=2)
    is_at_end = runs_on(block) and cursor.positionInBlock() >= block.length() - 2
    if event.key() == Qt.Key.Key_Delete and is_at_end:
        return cursor.movePosition(moves.NextBlock)
    return False


def _pieces(paragraph: str) -> Iterator[str]:
    if len(paragraph) <= LONGEST:
        yield paragraph
        return
    start = 0
    while start < len(paragraph):
        end = start + _PIECE
        if end < len(paragraph):
            # After a space, so that the line ends there as any line does.
            end = paragraph.rfind(" ", start, end) + 1 or end
        yield paragraph[start:end]
        start = end
