"""How far a list or a condition reaches in a form, seen from where its tags stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import WordFormRefused
from app.word_forms.lines import Line, lines_in, text_in
from app.word_forms.making import made
from app.word_forms.tags import TAG, Tag, read_tag
from app.word_xml import Element, name_of

UNFINISHED = "The tags for lists and conditions in this form do not fit together: "
_NOT_ACROSS = f"{UNFINISHED}one begins inside of a table or a box and ends outside."


@dataclass(frozen=True, slots=True)
class Found:
    """A tag and where it stands."""

    tag: Tag
    line: Line
    start: int
    end: int

    def take_out(self) -> None:
        """Remove the tag, of which only this remains."""
        Line.of(self.line.paragraph).put(self.start, self.end, ())


def tags_in(element: Element) -> Iterator[Found]:
    """Give every tag in an element, in reading order.

    Raises:
        WordFormRefused: one of them asks for too much.
    """
    for line in lines_in(element):
        if "{" in line.text:
            for match in TAG.finditer(line.text):
                yield Found(read_tag(match[0]), line, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Block:
    """The two tags of a list or a condition, and the one between them, if any."""

    begin: Found
    end: Found
    otherwise: Found | None


def nodes_of(block: Block) -> list[Element]:
    """Give what a list repeats, its tags taken out; an edge that held only its tag is no part."""
    begin, end = edges_of(block)
    nodes = between(begin, end)
    parent = begin.getparent()
    block.end.take_out()
    block.begin.take_out()
    if begin is not end:
        for edge in (begin, end):
            if not text_in(edge).strip():
                nodes.remove(edge)
                parent.remove(edge)
    if not nodes:
        raise WordFormRefused(f"{UNFINISHED}nothing stands between the two of a list.")
    return nodes


def edges_of(block: Block) -> tuple[Element, Element]:
    """Give the first and the last element of a block, both of one parent.

    Raises:
        WordFormRefused: its tags stand where no block can reach from one to the other.
    """
    ways = zip(*(_way_to(each.line.paragraph) for each in (block.begin, block.end)), strict=False)
    parting = next(((first, last) for first, last in ways if first is not last), None)
    if parting is None:  # one of them stands in a box that the other one's line holds
        raise WordFormRefused(_NOT_ACROSS)
    begin, end = parting
    parent = begin.getparent()
    if name_of(parent) == "w:tr":
        return parent, parent
    for edge in (begin, end):
        if name_of(edge) not in {"w:p", "w:tr"}:
            raise WordFormRefused(_NOT_ACROSS)
    _refuse_words_outside(block, begin, end)
    return begin, end


def _refuse_words_outside(block: Block, begin: Element, end: Element) -> None:
    """Refuse words of the form that would be taken for part of the block."""
    before = block.begin.line.text[: block.begin.start] if name_of(begin) == "w:p" else ""
    after = block.end.line.text[block.end.end :] if name_of(end) == "w:p" else ""
    middle = "" if block.otherwise is None else TAG.sub("", block.otherwise.line.text)
    if (before + middle + after).strip():
        raise WordFormRefused(
            f"{UNFINISHED}one that reaches over several lines has to stand in a line of its own."
        )


def _way_to(element: Element) -> list[Element]:
    return [*reversed(list(element.iterancestors())), element]


def below(parent: Element, found: Found) -> Element:
    """Give the child of the parent that a tag stands in.

    Raises:
        WordFormRefused: it stands elsewhere.
    """
    way = _way_to(found.line.paragraph)
    if parent not in way:
        raise WordFormRefused(f"{UNFINISHED}an “else” stands outside of its condition.")
    return way[way.index(parent) + 1]


def between(begin: Element, end: Element) -> list[Element]:
    nodes = [begin]
    while nodes[-1] is not end:
        nodes.append(nodes[-1].getnext())
    return nodes


def leave_a_paragraph(parent: Element) -> None:
    """A cell must end in a paragraph."""
    if name_of(parent) == "w:tc" and (not len(parent) or name_of(parent[-1]) != "w:p"):
        parent.append(made(parent, "w:p"))
