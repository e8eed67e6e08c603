"""How a Word table reads as running text: rows, or a label and what was written beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.unmarked import unmarked
from app.importing.word_outline import LABEL_LEVEL, LONGEST_HEADING, Block, Shape

Cell = tuple[Block, ...]
Row = tuple[Cell, ...]

BETWEEN_CELLS = " | "
_LONGEST_SHORT_REPLY = 80
_PAIR = 2


def table_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Give a table's words in reading order, as what it was probably made for."""
    rows = [row for row in rows if any(_words(cell) for cell in row)]
    if all(len(row) == 1 for row in rows):
        yield from (block for row in rows for block in row[0])  # a frame round some text
    elif _is_labelled(rows):
        for row in rows:
            yield from _labelled(row)
        yield Block(Shape.HEADING, "", LABEL_LEVEL)  # what follows is no reply to the last label
    elif all(map(_is_short, (cell for row in rows for cell in row))):
        for row in rows:
            yield from _short_row(row)
    else:
        yield from _long_rows(rows)


def _is_labelled(rows: Sequence[Row]) -> bool:
    """Say whether questions stand on the left, and on the right what takes more than a line."""
    pairs = [row for row in rows if len(row) == _PAIR]
    if len(pairs) != sum(1 for row in rows if len(row) > 1):
        return False
    if not all(_is_label(row[0]) or not _words(row[0]) for row in pairs):
        return False
    replies = [row[1] for row in pairs]
    return any(not _is_short(reply) or _size(reply) > _LONGEST_SHORT_REPLY for reply in replies)


def _labelled(row: Row) -> Iterator[Block]:
    label, *others = row
    words = _words(label)
    if others and words:
        yield Block(Shape.HEADING, unmarked(words[0].text), LABEL_LEVEL)
        yield from (block for block in label if block is not words[0])
    else:
        yield from label
    for cell in others:
        yield from cell


def _short_row(row: Row) -> Iterator[Block]:
    texts = [" ".join(block.text for block in _words(cell)) for cell in row]
    yield Block(Shape.ROW, BETWEEN_CELLS.join(texts).strip())
    yield from (block for cell in row for block in cell if block.shape is Shape.NOTE)


def _long_rows(rows: Sequence[Row]) -> Iterator[Block]:
    """Give each cell under the name of its column."""
    first, *others = rows
    is_header = bool(others) and all(map(_is_short, first)) and len(first) > 1
    names = [_name(cell) for cell in first] if is_header else []
    if is_header:
        yield from (block for cell in first for block in cell if block.shape is Shape.NOTE)
    for row in others if is_header else rows:
        for place, cell in enumerate(row):
            if cell and len(row) == len(names) and names[place]:
                yield Block(Shape.WORDS, f"**{names[place]}**")
            yield from cell


def _words(cell: Cell) -> list[Block]:
    return [block for block in cell if block.shape is not Shape.NOTE]


def _name(cell: Cell) -> str:
    return unmarked(" ".join(block.text for block in _words(cell)))


def _size(cell: Cell) -> int:
    return sum(len(block.text) for block in _words(cell))


def _is_short(cell: Cell) -> bool:
    words = _words(cell)
    return len(words) <= 1 and all(
        block.shape is Shape.WORDS and "\n" not in block.text for block in words
    )


def _is_label(cell: Cell) -> bool:
    words = _words(cell)
    if not words or words[0].shape not in (Shape.WORDS, Shape.HEADING):
        return False
    return "\n" not in words[0].text and len(words[0].text) <= LONGEST_HEADING
