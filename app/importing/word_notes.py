"""A Word document's footnotes, endnotes and comments: numbered as they are met, told once each."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.importing.word_outline import Block, Shape, joined
from app.importing.word_package import Relation, WordPackage
from app.word_xml import Element, attribute, name_of

_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PARTS = {"footnotes": "w:footnote", "endnotes": "w:endnote", "comments": "w:comment"}

# Reads what stands in a note; what its part points at comes with it.
NoteReader = Callable[[Element, Mapping[str, Relation]], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class _Note:
    element: Element
    relations: Mapping[str, Relation]


class Notes:
    """All notes of one document."""

    def __init__(self, package: WordPackage, relations: Mapping[str, Relation]) -> None:
        self._notes: dict[tuple[str, str], _Note] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._waiting: deque[tuple[str, str]] = deque()
        for relation in relations.values():
            if relation.kind in _PARTS and not relation.is_outside:
                self._add(package, relation)

    def mark(self, reference: Element) -> str:
        """Give the mark of a note where a text refers to it, "[1]"; its words come later."""
        key = (name_of(reference).removesuffix("Reference"), attribute(reference, "w:id") or "")
        if key not in self._notes:
            return ""
        return f"[{self._number(key)}]"

    def waiting(self, read: NoteReader) -> Iterator[Block]:
        """Give the words of the notes referred to since the last call."""
        while self._waiting:
            yield self._block(self._waiting.popleft(), read)

    def never_met(self, read: NoteReader) -> Iterator[Block]:
        """Give the words of the notes that nothing in the text refers to."""
        for key in self._notes:
            if key not in self._numbers:
                self._number(key)
                yield from self.waiting(read)

    def _number(self, key: tuple[str, str]) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._waiting.append(key)
        return self._numbers[key]

    def _block(self, key: tuple[str, str], read: NoteReader) -> Block:
        note = self._notes[key]
        words = joined(read(note.element, note.relations)).replace("\n\n", "\n")
        return Block(Shape.NOTE, f"[{self._numbers[key]}] {_said_by(note.element)}{words}")

    def _add(self, package: WordPackage, relation: Relation) -> None:
        tree = package.tree(relation.target)
        own = package.relations(relation.target)
        wanted = _PARTS[relation.kind]
        for element in () if tree is None else tree:
            if name_of(element) == wanted and attribute(element, "w:type") not in _NO_NOTES:
                key = (wanted, attribute(element, "w:id") or "")
                self._notes[key] = _Note(element, own)


def _said_by(note: Element) -> str:
    if name_of(note) != "w:comment":
        return ""
    author = " ".join((attribute(note, "w:author") or "").split())
    return f"Comment by {author}: " if author else "Comment: "
