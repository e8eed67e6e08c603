"""A Word document's file: its parts and how they point at one another, or why it is refused.

What a document points at outside of itself is never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.bounded_zip import BoundedZip, ZipRefused, open_ordinary
from app.domain.errors import NotBroughtIn
from app.word_kind import FileKind, file_kind
from app.word_xml import NotXml, Tree, name_of, parse

_SAVE_AS = "Open it in your word processor, save it as .docx, and bring that in."
_MAIN = "word/document.xml"
_TYPES = "[content_types].xml"
_NOT_WORD = "This is not a Word document, though it may be called one."
_REFUSALS = {
    FileKind.EMPTY: "This file is empty.",
    FileKind.LOCKED: (
        "This document is locked with a password. Open it in your word processor, "
        "save a copy without a password, bring that in, and delete the copy."
    ),
    FileKind.OLD_WORD: f"This is a document in Word’s old format, .doc. {_SAVE_AS}",
    FileKind.RICH_TEXT: f"This is a document in rich text format, .rtf. {_SAVE_AS}",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part points at: another part by its name, or an address outside."""

    kind: str
    target: str
    is_outside: bool


class WordPackage:
    """The parts of one open Word document."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            NotBroughtIn: it is no Word document, or not one that is read.
        """
        self._place = path.name
        try:
            with open_ordinary(path) as file:
                self._refuse_other_kinds(file)
            self._zip = BoundedZip(path)
        except ZipRefused as refused:
            raise self._refusal(str(refused)) from None
        except OSError:
            raise self._refusal("This file cannot be read.") from None
        try:
            self.main = self._main_part()
        except NotBroughtIn:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def tree(self, name: str) -> Tree | None:
        """Parse a part; None where there is none of this name.

        Raises:
            NotBroughtIn: it is damaged or no XML.
        """
        if not self._zip.has(name):
            return None
        try:
            return parse(self._zip.read(name))
        except ZipRefused as refused:
            raise self._refusal(str(refused)) from None
        except NotXml:
            raise self._refusal(
                f"The part “{posixpath.basename(name)}” in it is broken and cannot be read. "
                "If your word processor still opens it, save it anew and bring that in."
            ) from None

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Give what a part points at, by the ids it uses."""
        folder, file = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            each.get("Id", ""): _relation(each, folder)
            for each in (() if tree is None else tree)
            if name_of(each) == "rel:Relationship"
        }

    def named(self, ending: str) -> Relation | None:
        """Give what the document as a whole points at as this: "core-properties"."""
        return next((each for each in self.relations("").values() if each.kind == ending), None)

    def _main_part(self) -> str:
        if self._zip.has("mimetype"):
            raise self._refusal(f"This is an OpenDocument file, not a Word document. {_SAVE_AS}")
        found = self.named("officeDocument")
        main = found.target if found is not None and not found.is_outside else _MAIN
        kind = self._kind_of(main)
        if "macroenabled" in kind or any("vbaproject" in name for name in self._zip.names()):
            raise self._refusal(f"This document holds macros, which are programs. {_SAVE_AS}")
        if not self._zip.has(main) or (kind and "wordprocessingml" not in kind):
            raise self._refusal(_NOT_WORD)
        return main

    def _kind_of(self, part: str) -> str:
        tree = self.tree(_TYPES)
        wanted = f"/{part}".lower()
        for each in () if tree is None else tree:
            if name_of(each) == "ct:Override" and each.get("PartName", "").lower() == wanted:
                return str(each.get("ContentType", "")).lower()
        return ""

    def _refuse_other_kinds(self, file: IO[bytes]) -> None:
        kind = file_kind(file)
        if kind is not FileKind.PACKED:
            raise self._refusal(_REFUSALS.get(kind, _NOT_WORD))

    def _refusal(self, reason: str) -> NotBroughtIn:
        return NotBroughtIn(self._place, reason)


def _relation(element: Tree, folder: str) -> Relation:
    kind = str(element.get("Type", "")).rpartition("/")[2]
    target = str(element.get("Target", ""))
    if str(element.get("TargetMode", "")).lower() == "external":
        return Relation(kind, target, is_outside=True)
    name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, name, is_outside=False)
