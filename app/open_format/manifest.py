"""The two files that say what a copy is: the list of its files, and what is in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from app.domain.errors import NotBroughtIn
from app.domain.open_copy import FORMAT, FORMAT_VERSION, CopiedKind, CopyOverview
from app.open_format.entries import exactly
from app.open_format.files import ListedFile, opened_ordinary
from app.open_format.names import JOURNAL, MANIFEST, is_fitting

MOST_FILES = 400_000
_LARGEST = 128 << 20
_MOST_BYTES = 16 << 30  # of all files together
_NO_COPY = "There is no open copy of a journal in this folder."
_NOT_AS_WRITTEN = "This is not as an open copy writes it."
_NEWER = "A later Afterword made this copy. Install that version to read it."
_HASH_DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every file of the copy but this one, in the order of their paths."""

    format: str
    version: int
    files: tuple[ListedFile, ...]


@dataclass(frozen=True, slots=True)
class RecordOfChanges:
    """What the first link of the record of changes hangs on, and the chain of the last one."""

    origin: str
    end: str


@dataclass(frozen=True, slots=True)
class CopiedJournal:
    """How many records of each kind the copy holds, and how much its attachments have in bytes."""

    format: str
    version: int
    record_of_changes: RecordOfChanges
    counts: dict[str, int]
    file_bytes: int


def manifest_text(files: list[ListedFile]) -> bytes:
    """Give the list of files."""
    listed = tuple(sorted(files, key=lambda each: each.path))
    return _indented(Manifest(FORMAT, FORMAT_VERSION, listed))


def journal_text(overview: CopyOverview) -> bytes:
    """Give what is in the copy."""
    counts = {kind.value: overview.counts[kind] for kind in CopiedKind}
    record = RecordOfChanges(overview.record_origin, overview.record_end)
    return _indented(CopiedJournal(FORMAT, FORMAT_VERSION, record, counts, overview.file_bytes))


def looks_like_copy(folder: Path) -> bool:
    """Say whether a folder says of itself that it is an open copy, of whatever version.

    A copy whose list of files is damaged or gone is one still: read as loose Markdown it would
    lose what only its records hold, and nobody would be told.
    """
    return any(_names_the_format(folder, name) for name in (MANIFEST, JOURNAL))


def _names_the_format(folder: Path, name: str) -> bool:
    try:
        return _plain(_small(folder, name), name).get("format") == FORMAT
    except (NotBroughtIn, OSError, ValueError):
        return False


def manifest_in(folder: Path) -> Manifest:
    """Read the list of files, and refuse names that lead elsewhere.

    Raises:
        NotBroughtIn: it is none, or a later version's.
    """
    data = _small(folder, MANIFEST)
    if not looks_like_copy(folder):
        raise NotBroughtIn(MANIFEST, _NO_COPY)
    plain = _plain(data, MANIFEST)
    if plain.get("format") != FORMAT:
        raise NotBroughtIn(MANIFEST, _NOT_AS_WRITTEN)
    version = plain.get("version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise NotBroughtIn(MANIFEST, _NEWER)
    manifest: Manifest = exactly(_compact(data), Manifest, MANIFEST)
    if manifest.version != FORMAT_VERSION:
        raise NotBroughtIn(MANIFEST, "It names a version that there never was.")
    _refuse_names(manifest)
    if sum(each.size_bytes for each in manifest.files) > _MOST_BYTES:
        raise NotBroughtIn(MANIFEST, "The files of this copy are larger together than is read.")
    return manifest


def overview_in(folder: Path) -> CopyOverview:
    """Read what is in the copy.

    Raises:
        NotBroughtIn: it does not say so as a copy does.
    """
    journal: CopiedJournal = exactly(_compact(_small(folder, JOURNAL)), CopiedJournal, JOURNAL)
    if (journal.format, journal.version) != (FORMAT, FORMAT_VERSION):
        raise NotBroughtIn(JOURNAL, "It is of another version than manifest.json.")
    record = journal.record_of_changes
    numbers = (*journal.counts.values(), journal.file_bytes)
    if (
        list(journal.counts) != [kind.value for kind in CopiedKind]
        or min(numbers) < 0
        or not (_is_hash(record.origin) and _is_hash(record.end))
    ):
        raise NotBroughtIn(JOURNAL, _NOT_AS_WRITTEN)
    counts = {kind: journal.counts[kind.value] for kind in CopiedKind}
    return CopyOverview(counts, journal.file_bytes, record.origin, record.end)


def _refuse_names(manifest: Manifest) -> None:
    if len(manifest.files) > MOST_FILES:
        raise NotBroughtIn(MANIFEST, "It lists more files than are ever read.")
    before = ""
    folded: set[str] = set()
    for number, each in enumerate(manifest.files, start=1):
        is_odd = not is_fitting(each.path) or each.path == MANIFEST or each.path <= before
        if is_odd or each.path.lower() in folded:
            reason = f"The name of file {number:,} in its list is not one that a copy gives."
            raise NotBroughtIn(MANIFEST, reason)
        if each.size_bytes < 0 or not _is_hash(each.sha256):
            reason = f"The size or hash of file {number:,} in its list is none."
            raise NotBroughtIn(MANIFEST, reason)
        before = each.path
        folded.add(each.path.lower())


def _is_hash(text: str) -> bool:
    return len(text) == 64 and _HASH_DIGITS.issuperset(text)  # noqa: PLR2004 - SHA-256 in hex


def _small(folder: Path, name: str) -> bytes:
    with opened_ordinary(folder, name) as file:
        size = os.fstat(file.fileno()).st_size
        if size > _LARGEST:
            raise NotBroughtIn(name, "This file is too large to be what it says.")
        return file.read(size)


def _plain(data: bytes, name: str) -> dict[str, Any]:
    try:
        plain = msgspec.json.decode(data)
    except (ValueError, RecursionError):
        plain = None
    if not isinstance(plain, dict):
        raise NotBroughtIn(name, _NOT_AS_WRITTEN)
    return plain


def _indented(shape: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(shape), indent=1) + b"\n"


def _compact(data: bytes) -> bytes:
    """Give indented JSON in one line, so that it can be compared to the letter."""
    try:
        return msgspec.json.format(data, indent=-1)
    except (ValueError, RecursionError):
        return data
