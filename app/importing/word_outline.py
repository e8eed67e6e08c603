"""What stands in a Word document, block by block, and how the blocks become parts of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from app.domain.incoming import IncomingPart
from app.domain.unmarked import unmarked

# Below every heading of Word's own nine levels.
BOLD_LINE_LEVEL, LABEL_LEVEL = 10, 11
LONGEST_HEADING = 400  # characters; as long as a prompt may be
_DEEPEST_MARK = 6
_LONGEST_TITLE = 200


class Shape(Enum):
    """What a block looks like on the page."""

    TITLE = auto()
    HEADING = auto()
    WORDS = auto()
    ITEM = auto()
    ROW = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, table row or note, in Markdown; headings are plain words.

    A heading without words ends what stands under the one before.
    """

    shape: Shape
    text: str
    level: int = 0
    is_bold: bool = False  # throughout, as people write a heading who use no styles


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's title and its parts in order."""

    title: str
    parts: tuple[IncomingPart, ...]


def outline_of(blocks: Sequence[Block]) -> Outline:
    """Give the title, and a part for each heading of the uppermost level that divides the text."""
    blocks = _with_bold_headings(blocks)
    title, blocks = _title_taken(blocks)
    levels = sorted({block.level for block in blocks if block.shape is Shape.HEADING})
    dividing = _dividing_level(blocks, levels)
    parts: list[IncomingPart] = []
    heading, gathered = "", list[Block]()
    for block in blocks:
        if block.shape is Shape.HEADING and block.level <= dividing:
            parts.append(_part(heading, gathered, levels))
            heading, gathered = block.text, []
        else:
            gathered.append(block)
    parts.append(_part(heading, gathered, levels))
    return Outline(title, tuple(part for part in parts if part.heading or part.text))


def joined(blocks: Iterable[Block], levels: Sequence[int] = ()) -> str:
    """Give blocks as Markdown: list items and table rows stand together, others apart."""
    text, before = list[str](), None
    for block in _notes_last(blocks):
        if not block.text:
            continue
        if text:
            is_together = block.shape is before and block.shape in (Shape.ITEM, Shape.ROW)
            text.append("\n" if is_together else "\n\n")
        text.append(_marked(block, levels))
        before = block.shape
    return "".join(text)


def _part(heading: str, blocks: Sequence[Block], levels: Sequence[int]) -> IncomingPart:
    return IncomingPart(joined(blocks, levels), heading)


def _marked(block: Block, levels: Sequence[int]) -> str:
    if block.shape is not Shape.HEADING:
        return block.text
    depth = levels.index(block.level) + 1 if block.level in levels else 1
    return f"{'#' * min(max(depth, 2), _DEEPEST_MARK)} {block.text}"


def _notes_last(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put the notes after the words under the same heading."""
    notes: list[Block] = []
    for block in blocks:
        if block.shape is Shape.NOTE:
            notes.append(block)
            continue
        if block.shape is Shape.HEADING:
            yield from notes
            notes = []
        yield block
    yield from notes


def _dividing_level(blocks: Iterable[Block], levels: Sequence[int]) -> int:
    """Give the uppermost level with more than one heading: what stands alone divides nothing."""
    headings = (block for block in blocks if block.shape is Shape.HEADING and block.text)
    all_levels = [block.level for block in headings]
    several = (level for level in levels if all_levels.count(level) > 1)
    return next(several, levels[0] if levels else 0)


def _title_taken(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """Take out the title: the first one marked so, or a first heading that stands alone."""
    first = next((n for n, block in enumerate(blocks) if block.shape is not Shape.NOTE), None)
    marked = next((n for n, block in enumerate(blocks) if block.shape is Shape.TITLE), None)
    found = first if marked is None else marked
    as_headings = [
        replace(block, shape=Shape.HEADING, level=1) if block.shape is Shape.TITLE else block
        for block in blocks
    ]
    if found is None or not _may_be_title(as_headings, found, is_marked=marked is not None):
        return "", as_headings
    return blocks[found].text, as_headings[:found] + as_headings[found + 1 :]


def _may_be_title(blocks: Sequence[Block], place: int, *, is_marked: bool) -> bool:
    block = blocks[place]
    if block.shape is not Shape.HEADING or len(block.text) > _LONGEST_TITLE:
        return False
    headings = (each for each in blocks if each.shape is Shape.HEADING and each.text)
    others = [each.level for each in headings if each is not block]
    stands_alone = bool(others) and block.level < min(others)
    return is_marked or stands_alone


def _with_bold_headings(blocks: Sequence[Block]) -> list[Block]:
    """Take bold lines for headings in a document that has no others."""
    if any(0 < block.level < BOLD_LINE_LEVEL for block in blocks):
        return list(blocks)
    return [_as_heading(block) if _could_be_heading(block) else block for block in blocks]


def _could_be_heading(block: Block) -> bool:
    is_line = block.shape is Shape.WORDS and "\n" not in block.text
    return is_line and block.is_bold and len(block.text) <= LONGEST_HEADING


def _as_heading(block: Block) -> Block:
    return Block(Shape.HEADING, unmarked(block.text), BOLD_LINE_LEVEL)
