"""Lists and conditions in a form: what stands between two tags, repeated or left out.

How far a tag reaches is seen from where it stands: within one paragraph, over paragraphs, or over
rows of a table. Two tags in one row repeat the row.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from app.domain.errors import WordFormRefused
from app.domain.word_form import Value, ValueRow
from app.word_forms.lines import Line, put_words, text_in
from app.word_forms.making import made
from app.word_forms.reach import (
    UNFINISHED,
    Block,
    Found,
    below,
    between,
    edges_of,
    leave_a_paragraph,
    nodes_of,
    tags_in,
)
from app.word_forms.tags import TAG, Tag, TagKind, read_tag
from app.word_xml import Element, name_of

ValueOf = Callable[[str], Value]

_BEGINS = {TagKind.FOR: TagKind.END_FOR, TagKind.IF: TagKind.END_IF}
_STEERING = {*_BEGINS, *_BEGINS.values(), TagKind.ELSE}
_MOST_TAGS = 2_000


def work_out(root: Element, value_of: ValueOf) -> None:
    """Repeat and leave out, until no list and no condition remains.

    Raises:
        WordFormRefused: the tags do not fit together.
    """
    while True:
        steering = [each for each in tags_in(root) if each.tag.kind in _STEERING]
        if not steering:
            return
        if len(steering) > _MOST_TAGS:
            raise WordFormRefused("This form holds more tags than a form may.")
        block = _first_block(steering)
        if block.begin.tag.kind is TagKind.FOR:
            _repeat(block, value_of)
        else:
            _decide(block, value_of)


def _first_block(steering: list[Found]) -> Block:
    """Find the end of the first block, past the ones inside of it."""
    open_kinds: list[TagKind] = []
    otherwise = None
    for each in steering:
        kind = each.tag.kind
        if kind in _BEGINS:
            _refuse_list_in_list(kind, open_kinds)
            open_kinds.append(kind)
        elif kind is TagKind.ELSE and open_kinds:
            otherwise = each if len(open_kinds) == 1 else otherwise
        elif not open_kinds or _BEGINS[open_kinds.pop()] is not kind:
            raise WordFormRefused(f"{UNFINISHED}one ends that was not begun.")
        elif not open_kinds:
            return Block(steering[0], each, otherwise)
    raise WordFormRefused(f"{UNFINISHED}one is not ended.")


def _refuse_list_in_list(kind: TagKind, open_kinds: list[TagKind]) -> None:
    if kind is TagKind.FOR and TagKind.FOR in open_kinds:
        raise WordFormRefused(f"{UNFINISHED}a list stands within a list.")


# Lists


def _repeat(block: Block, value_of: ValueOf) -> None:
    tag, rows = block.begin.tag, value_of(block.begin.tag.name).rows
    if block.otherwise is not None:
        raise WordFormRefused(f"{UNFINISHED}an “else” stands in a list.")
    if block.begin.line.paragraph is block.end.line.paragraph:
        _repeat_in_line(block, rows)
        return
    nodes = nodes_of(block)
    place, parent = nodes[-1], nodes[-1].getparent()
    for row in reversed(rows):
        for node in reversed(_copied(nodes, tag, row, value_of)):
            place.addnext(node)
    for node in nodes:
        parent.remove(node)
    leave_a_paragraph(parent)


def _copied(nodes: list[Element], tag: Tag, row: ValueRow, value_of: ValueOf) -> list[Element]:
    """Copy nodes with what one row says in them."""
    holder = made(nodes[0], name_of(nodes[0].getparent()))
    holder.extend(deepcopy(nodes))
    by_line: dict[Element, list[Found]] = {}
    for each in tags_in(holder):
        if each.tag.name == tag.variable and each.tag.kind in {TagKind.VALUE, TagKind.IF}:
            by_line.setdefault(each.line.paragraph, []).append(each)
    for found in by_line.values():
        for each in reversed(found):
            _put_row(each, row)

    def within(name: str) -> Value:
        if name in {_YES, _NO}:
            return Value((row,) if name == _YES else ())
        return value_of(name)

    work_out(holder, within)
    return list(holder)


# A row's own conditions, settled by the row: names that no form asks for by itself.
_YES, _NO = "settled_yes", "settled_no"


def _put_row(found: Found, row: ValueRow) -> None:
    words = cell_words(row, found.tag)
    if found.tag.kind is TagKind.IF:
        is_so = bool(words) is not found.tag.is_negated
        words = (f"{{% if {_YES if is_so else _NO} %}}",)
    put_words(Line.of(found.line.paragraph), found.start, found.end, words)


def cell_words(row: ValueRow, tag: Tag) -> tuple[str, ...]:
    """Give the lines of a row that a tag asks for: one cell, or all of it."""
    if tag.column is None:
        return row.lines()
    return tuple(
        line for cell in row.cells if cell.column is tag.column for line in cell.lines if line
    )


def _repeat_in_line(block: Block, rows: tuple[ValueRow, ...]) -> None:
    line, tag = block.begin.line, block.begin.tag
    inner = line.text[block.begin.end : block.end.start]
    made_of: list[str] = []
    for row in rows:
        text = inner
        for match in reversed(list(TAG.finditer(inner))):
            each = read_tag(match[0])
            if each.kind is not TagKind.VALUE or each.name != tag.variable:
                raise WordFormRefused(f"{UNFINISHED}a list within one line holds more than names.")
            words = "\n".join(cell_words(row, each))
            text = text[: match.start()] + words + text[match.end() :]
        made_of.append(text)
    line.put(block.begin.start, block.end.end, "".join(made_of).split("\n"))


# Conditions


def _decide(block: Block, value_of: ValueOf) -> None:
    tag = block.begin.tag
    is_so = bool(value_of(tag.name).rows) is not tag.is_negated
    first, last = block.begin, block.otherwise or block.end
    if not is_so:
        first, last = (block.otherwise or block.end), block.end
    if block.begin.line.paragraph is block.end.line.paragraph:
        _keep_in_line(block, first, last)
    else:
        _keep_nodes(block, first, last)


def _keep_in_line(block: Block, first: Found, last: Found) -> None:
    """Keep what stands between two tags of the block, in its own look."""
    paragraph = block.begin.line.paragraph
    if last.start >= first.end:
        Line.of(paragraph).put(last.start, block.end.end, ())
        Line.of(paragraph).put(block.begin.start, first.end, ())
    else:
        Line.of(paragraph).put(block.begin.start, block.end.end, ())


def _keep_nodes(block: Block, first: Found, last: Found) -> None:
    begin, end = edges_of(block)
    parent = begin.getparent()
    nodes = between(begin, end)
    kept = between(below(parent, first), below(parent, last)) if first is not last else []
    for each in (block.end, block.otherwise, block.begin):
        if each is not None:
            edge = below(parent, each)
            each.take_out()
            if begin is not end and edge in kept and not text_in(edge).strip():
                kept.remove(edge)
    for node in nodes:
        if node not in kept:
            parent.remove(node)
    leave_a_paragraph(parent)
