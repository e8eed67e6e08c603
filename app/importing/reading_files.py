"""Finds out what a single file is, by its name and its beginning, and has it read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, SourceKind
from app.domain.progress import Progress
from app.importing.bounded_files import beginning_of, shown_name
from app.importing.characters import text_of
from app.importing.csv_table import read_csv
from app.importing.day_one import looks_like_day_one, read_day_one_file, read_day_one_zip
from app.importing.jrnl_json import read_jrnl_json
from app.importing.jrnl_text import looks_like_jrnl, read_jrnl_file
from app.importing.reading_notes import ENDINGS, read_note
from app.importing.rednotebook import looks_like_month, read_rednotebook_month
from app.importing.word import read_word

_Reader = Callable[[Path, Progress], Incoming]
_TABLES = (".csv", ".tsv", ".tab")
_TEXTS = (*ENDINGS[SourceKind.TEXT], "", ".log", ".jrnl", ".org", ".rst")
_OTHER_KIND = (
    "This kind of file is not brought in: save it as a Word document (.docx) or as plain text "
    "(.txt) first."
)
_ZIP_BEGINS, _OLE_BEGINS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TEXT_CUT = 3  # the beginning may end in the middle of a character


def read_file(path: Path, kind: SourceKind | None, progress: Progress) -> Incoming:
    """Read a file as what it is, or as what it is said to be.

    Raises:
        NotBroughtIn: it cannot be read.
        Cancelled: the person stopped it.
    """
    begins = beginning_of(path)
    if path.is_file() and not path.stat().st_size:
        raise NotBroughtIn(shown_name(path), "This file is empty.")
    reader = _found_out(path, begins) if kind is None else _reader_of(kind, path, begins)
    return reader(path, progress)


def _reader_of(kind: SourceKind, path: Path, begins: bytes) -> _Reader:
    readers: dict[SourceKind, _Reader] = {
        SourceKind.TEXT: _as_note(SourceKind.TEXT),
        SourceKind.MARKDOWN: _as_note(SourceKind.MARKDOWN),
        SourceKind.WORD: read_word,
        SourceKind.CSV: read_csv,
        SourceKind.JRNL: read_jrnl_json if _is_json(begins) else read_jrnl_file,
        SourceKind.REDNOTEBOOK: read_rednotebook_month,
        SourceKind.DAY_ONE: read_day_one_zip
        if begins.startswith(_ZIP_BEGINS)
        else read_day_one_file,
    }
    return readers[kind]


def _found_out(path: Path, begins: bytes) -> _Reader:
    ending = path.suffix.lower()
    if ending in ENDINGS[SourceKind.WORD] or begins.startswith((_OLE_BEGINS, b"{\\rtf")):
        return read_word
    if ending == ".zip" or begins.startswith(_ZIP_BEGINS):
        return read_day_one_zip
    if ending == ".json":
        return read_day_one_file if looks_like_day_one(_text(begins)) else _unknown_json
    if ending in _TABLES:
        return read_csv
    if ending in ENDINGS[SourceKind.MARKDOWN]:
        return _as_note(SourceKind.MARKDOWN)
    return _among_texts(path, begins)


def _among_texts(path: Path, begins: bytes) -> _Reader:
    if path.suffix.lower() not in _TEXTS or begins.startswith(b"%PDF"):
        raise NotBroughtIn(shown_name(path), _OTHER_KIND)
    text = _text(begins)
    if looks_like_month(path.name, text):
        return read_rednotebook_month
    if looks_like_jrnl(text) or begins.startswith((b"gAAAAA", b"JRNLv")):
        return read_jrnl_file
    return _as_note(SourceKind.TEXT)


def _unknown_json(path: Path, progress: Progress) -> Incoming:
    return read_jrnl_json(path, progress, "jrnl or Day One")


def _as_note(kind: SourceKind) -> _Reader:
    return partial(_note, kind)


def _note(kind: SourceKind, path: Path, progress: Progress) -> Incoming:
    return read_note(path, kind, progress)


def _is_json(begins: bytes) -> bool:
    return _text(begins).lstrip().startswith("{")


def _text(begins: bytes) -> str:
    """Give the beginning as text to recognise it by, or nothing if it is none."""
    for cut in range(_TEXT_CUT + 1):
        with suppress(NotBroughtIn):
            return text_of(begins[: len(begins) - cut], "")
    return ""
