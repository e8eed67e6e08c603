"""A Word form's file: its parts, how they point at one another, and written out again."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from app.bounded_zip import BoundedZip, ZipBounds, ZipRefused
from app.domain.errors import WordFormRefused
from app.word_kind import FileKind, file_kind
from app.word_xml import NotXml, Tree, attribute, name_of, parse

LARGEST_FORM_MEBIBYTES = 20
_BOUNDS = ZipBounds(file_mebibytes=LARGEST_FORM_MEBIBYTES, unpacked_mebibytes=64, members=2_000)
# Words pack to a twentieth at the most; what packs better was made to be unpacked.
_MOST_UNPACKED_PER_BYTE = 150
_WORTH_COUNTING = 16 * 1024 * 1024
_MOST_TAGS = 600_000
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the packing tells no hour of hers
_TYPES = "[Content_Types].xml"
_SAVE_AS = "open it in your word processor, save it as .docx, and add that."
_NOT_WORD = "This is not a Word document, though it may be called one."
_REFUSALS = {
    FileKind.EMPTY: "This file is empty.",
    FileKind.PDF: "This is a PDF, though it may be called a Word document: ask for the .docx.",
    FileKind.LOCKED: (
        "This form is locked with a password: save a copy without a password, and add that."
    ),
    FileKind.OLD_WORD: f"This is a document in Word’s old format, .doc: {_SAVE_AS}",
    FileKind.RICH_TEXT: f"This is a document in rich text format, .rtf: {_SAVE_AS}",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part points at: another part by its name, or an address outside."""

    element: Tree
    kind: str
    target: str
    is_outside: bool


class FormPackage:
    """The parts of one Word form, all of them in memory."""

    def __init__(self, data: bytes) -> None:
        """Unpack it.

        Raises:
            WordFormRefused: it is no Word document, damaged, locked, or too large.
        """
        kind = file_kind(BytesIO(data))
        if kind is not FileKind.PACKED:
            raise WordFormRefused(_REFUSALS.get(kind, _NOT_WORD))
        self._parts = _unpacked(data)
        self._own_names = {name.lower(): name for name in self._parts}
        self._trees: dict[str, Tree] = {}
        if self.has("mimetype"):
            raise WordFormRefused(f"This is an OpenDocument file: {_SAVE_AS}")
        self.main = self._main_part()

    def has(self, name: str) -> bool:
        """Say whether there is such a part; capitals make no difference."""
        return name.lower() in self._own_names

    def names(self) -> tuple[str, ...]:
        """Give the names of all parts."""
        return tuple(self._parts)

    def tree(self, name: str) -> Tree | None:
        """Give a part, parsed once; what is changed in it is written out. None: not there.

        Raises:
            WordFormRefused: it is damaged or no XML.
        """
        own = self._own_names.get(name.lower())
        if own is None:
            return None
        if own not in self._trees:
            self._trees[own] = _parsed(own, self._parts[own])
        return self._trees[own]

    def relations(self, name: str) -> Iterator[Relation]:
        """Give what a part points at; the empty name is the document as a whole."""
        folder, file = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        for each in () if tree is None else tree:
            if name_of(each) == "rel:Relationship":
                yield _relation(each, folder)

    def every_relation(self) -> Iterator[Relation]:
        """Give what any part points at."""
        for name in self.names():
            folder, file = posixpath.split(name)
            if file.lower().endswith(".rels"):
                yield from self.relations(posixpath.join(posixpath.dirname(folder), file[:-5]))

    def kind_elements(self) -> Iterator[Tree]:
        """Give the entries that say of each part what it is."""
        tree = self.tree(_TYPES)
        yield from () if tree is None else tree

    def stories(self) -> Iterator[tuple[str, Tree]]:
        """Give what words stand in, with its part: headers, the document itself, footers."""
        linked: dict[str, list[str]] = {"header": [], "footer": []}
        for relation in self.relations(self.main):
            if relation.kind in linked and not relation.is_outside:
                linked[relation.kind].append(relation.target)
        for name in dict.fromkeys((*linked["header"], self.main, *linked["footer"])):
            tree = self.tree(name)
            if tree is not None:
                yield name, tree

    def drop(self, name: str) -> None:
        """Take a part out; nothing may point at it any more."""
        own = self._own_names.pop(name.lower(), None)
        if own is not None:
            self._parts.pop(own)
            self._trees.pop(own, None)

    def to_bytes(self) -> bytes:
        """Pack it again, changed parts and others."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                tree = self._trees.get(name)
                entry = zipfile.ZipInfo(name, _FIRST_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, data if tree is None else _written(tree))
        return packed.getvalue()

    def _main_part(self) -> str:
        found = (each for each in self.relations("") if each.kind == "officeDocument")
        main = next((each.target for each in found if not each.is_outside), "word/document.xml")
        kinds = [
            (attribute(each, "ContentType") or "").lower()
            for each in self.kind_elements()
            if (attribute(each, "PartName") or "").lower() == f"/{main}".lower()
        ]
        if not self.has(main) or (kinds and not any(_is_word(kind) for kind in kinds)):
            raise WordFormRefused(_NOT_WORD)
        return main


def _is_word(kind: str) -> bool:
    # With macros it is a Word document still, and refused in words of its own.
    return "wordprocessingml" in kind or "ms-word" in kind


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        archive = BoundedZip(data, _BOUNDS)
        try:
            parts = {name: archive.read(name) for name in archive.names_as_written()}
        finally:
            archive.close()
    except ZipRefused as refused:
        raise WordFormRefused(str(refused)) from None
    size = sum(map(len, parts.values()))
    if size > max(_WORTH_COUNTING, len(data) * _MOST_UNPACKED_PER_BYTE):
        raise WordFormRefused("Unpacked, this file is far too large for what it is packed in.")
    return {name: part for name, part in parts.items() if not name.endswith("/")}


def _parsed(name: str, data: bytes) -> Tree:
    if data.count(b"<") > _MOST_TAGS:
        raise WordFormRefused("This form is too large: it has more marks in it than a book.")
    try:
        return parse(data)
    except NotXml:
        raise WordFormRefused(
            f"The part “{posixpath.basename(name)[:60]}” in it is broken and cannot be read: "
            "if your word processor still opens the form, save it anew and add that."
        ) from None


def _written(tree: Tree) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relation(element: Tree, folder: str) -> Relation:
    kind = str(element.get("Type", "")).rpartition("/")[2]
    target = str(element.get("Target", ""))
    if str(element.get("TargetMode", "")).lower() == "external":
        return Relation(element, kind, target, is_outside=True)
    name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element, kind, name, is_outside=False)
