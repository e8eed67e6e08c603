"""The kinds of file that a document can be saved as."""

from __future__ import annotations

from enum import Enum
from pathlib import Path


class FileKind(Enum):
    """A kind of file, by the word that the command line takes."""

    PDF = "pdf"
    ARCHIVE_PDF = "pdf-a"
    WORD = "docx"
    WEB_PAGE = "html"
    MARKDOWN = "md"
    TEXT = "txt"

    @property
    def ending(self) -> str:
        """How a file of this kind ends."""
        return ".pdf" if self is FileKind.ARCHIVE_PDF else f".{self.value}"


ENDINGS = tuple(dict.fromkeys(kind.ending for kind in FileKind))


def kind_of(target: Path) -> FileKind | None:
    """Give the kind that the ending asks for; of two with one ending, the usual one."""
    ending = target.suffix.lower()
    return next((kind for kind in FileKind if kind.ending == ending), None)
