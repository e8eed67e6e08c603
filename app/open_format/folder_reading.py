"""Reads an open copy, of which anyone may have changed anything; it is looked at whole at first."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.domain.errors import NotBroughtIn
from app.domain.open_copy import CopiedKind, CopyOverview
from app.domain.progress import Progress
from app.open_format.entries import LONGEST_ENTRY, entries_in
from app.open_format.files import KnownFile, ListedFile, changed
from app.open_format.manifest import manifest_in, overview_in
from app.open_format.names import (
    FOLDERS,
    JOURNAL,
    MANIFEST,
    OF_RECORDS,
    RECORDS,
    content_path,
    shown,
)

# What systems leave in folders that somebody looked into.
_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".localized"})
_OWN_KINDS = (CopiedKind.OWN_FORMS, CopiedKind.FILES, CopiedKind.WORD_FORMS)
_PLACE = "The folder"
_TOLD_EVERY = 1 << 20


class FolderReading:
    """Gives the records of a copy whose every file was compared with the list of files."""

    def __init__(self, folder: Path, listed: dict[str, ListedFile], overview: CopyOverview) -> None:
        self._folder, self._listed, self._overview = folder, listed, overview

    @classmethod
    def of(cls, folder: Path, progress: Progress) -> FolderReading:
        """Look at a whole copy.

        Raises:
            NotBroughtIn: it is none, a later version's, or not as it was made; names the file.
            Cancelled: the person stopped it.
        """
        _refuse_no_folder(folder)
        manifest = manifest_in(folder)
        listed = {each.path: each for each in manifest.files}
        for path in (JOURNAL, *(kind.path for kind in CopiedKind)):
            if path not in listed:
                raise NotBroughtIn(path, "The list in manifest.json does not name this file.")
        _refuse_unlisted(folder, listed)
        _compare(folder, manifest.files, progress)
        reading = cls(folder, listed, overview_in(folder))
        reading.refuse_loose_files()
        return reading

    def overview(self) -> CopyOverview:
        """Say how much there is."""
        return self._overview

    def records(self, kind: CopiedKind) -> Iterator[Any]:
        """Give the records of a kind one by one.

        Raises:
            NotBroughtIn: an entry is none, or the file was changed since it was looked at.
        """
        with closing(self._file(kind.path).lines(LONGEST_ENTRY)) as lines:
            yield from entries_in(kind, lines)

    def content(self, record: Any) -> Iterator[bytes]:
        """Give the file that belongs to a record in pieces.

        Raises:
            NotBroughtIn: it was changed since it was looked at.
        """
        path = content_path(record)
        return self._file(path).pieces() if path else iter(())

    def refuse_loose_files(self) -> None:
        """Refuse a copy that has files which no record names, or lacks some that one does.

        Raises:
            NotBroughtIn: names the file.
        """
        named: set[str] = set()
        for kind in _OWN_KINDS:
            named |= {path for record in self.records(kind) if (path := content_path(record))}
        for path in sorted(named - self._listed.keys()):
            raise NotBroughtIn(shown(path), "This file is missing.")
        folders = (*OF_RECORDS, RECORDS)
        own = {path for path in self._listed if path.startswith(tuple(f"{n}/" for n in folders))}
        for path in sorted(own - named - {kind.path for kind in CopiedKind}):
            raise NotBroughtIn(shown(path), "Nothing in the copy names this file.")

    def _file(self, path: str) -> KnownFile:
        if path not in self._listed:
            raise NotBroughtIn(shown(path), "This file is missing.")
        return KnownFile(self._folder, self._listed[path])


def _refuse_no_folder(folder: Path) -> None:
    try:
        is_folder = stat.S_ISDIR(folder.stat().st_mode)
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        raise NotBroughtIn(_PLACE, "There is no such folder, or it cannot be opened.")


def _refuse_unlisted(folder: Path, listed: dict[str, ListedFile]) -> None:
    """Refuse links, folders in folders, and files that the list does not name."""
    for name, is_folder in _names_in(folder, ""):
        if is_folder and name in FOLDERS:
            for inner, is_deeper in _names_in(folder / name, f"{name}/"):
                if is_deeper or f"{name}/{inner}" not in listed:
                    raise _not_ours(f"{name}/")
        elif is_folder or (name not in listed and name != MANIFEST):
            raise _not_ours("")


def _names_in(folder: Path, place: str) -> Iterator[tuple[str, bool]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                is_ours = entry.name in _OF_SYSTEMS or entry.name.startswith("._")
                if is_ours and entry.is_file(follow_symlinks=False):
                    continue
                if entry.is_symlink():
                    raise NotBroughtIn(place or _PLACE, "There is a link in it, which no copy has.")
                yield entry.name, entry.is_dir(follow_symlinks=False)
    except OSError:
        raise NotBroughtIn(place or _PLACE, "It cannot be opened.") from None


def _not_ours(place: str) -> NotBroughtIn:
    reason = "There is a file or folder in it that manifest.json does not name."
    return NotBroughtIn(place or _PLACE, reason)


def _compare(folder: Path, files: tuple[ListedFile, ...], progress: Progress) -> None:
    whole = max(1, sum(each.size_bytes for each in files))
    done = told = 0
    progress(0)
    for each in files:
        # Before a byte is read: a file that has grown is not read to its end.
        _refuse_other_size(folder, each)
        for piece in KnownFile(folder, each).pieces():
            done += len(piece)
            if done - told >= _TOLD_EVERY:
                told = done
                progress(min(1, done / whole))


def _refuse_other_size(folder: Path, each: ListedFile) -> None:
    try:
        found = (folder / each.path).lstat()
    except OSError:
        raise NotBroughtIn(shown(each.path), "This file is missing.") from None
    if stat.S_ISREG(found.st_mode) and found.st_size != each.size_bytes:
        raise changed(each.path)
