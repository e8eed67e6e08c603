"""Lists the files of a folder to bring in, without ever being led out of it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import LeftOut
from app.domain.progress import Progress
from app.importing.bounded_files import shown_name
from app.importing.characters import one_line
from app.importing.limits import LARGEST_FOLDER_MEBIBYTES, MEBIBYTE, MOST_FILES

_DEEPEST = 40
_MOST_TOLD = 100  # links and the like that are named one by one
_LEADS_OUT = "This is a link that leads out of the folder, so it was not followed."
_LEADS_IN = "This is a link to something else in the folder, which is read where it stands."
_NOT_ORDINARY = "This is not an ordinary file."
_CANNOT_BE_OPENED = "This folder cannot be opened."
_TOO_DEEP = "Folders lie too deep in one another here to be looked into."
_NUMBERS = re.compile(r"(\d{1,18})")


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of the folder; its place is the way to it from there."""

    path: Path
    place: str
    size: int

    @property
    def ending(self) -> str:
        """Give what its name ends with, in small letters and with the dot."""
        return self.path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Listing:
    """All ordinary files of a folder in the order of their names, and what is left out."""

    name: str
    files: tuple[FolderFile, ...]
    left_out: tuple[LeftOut, ...]


def listing_of(folder: Path, progress: Progress) -> Listing:
    """List a folder with all that lies in it.

    Raises:
        NotBroughtIn: it cannot be opened, or holds more than is ever brought in.
        Cancelled: the person stopped it.
    """
    name = shown_name(folder)
    try:
        walk = _Walk(name, folder, Path(os.path.realpath(folder)), progress)
        walk.look_through()
    except (OSError, ValueError):
        raise NotBroughtIn(name, _CANNOT_BE_OPENED) from None
    files = sorted(walk.files, key=lambda file: _in_order(file.place))
    return Listing(name, tuple(files), tuple(walk.told()))


def refuse_too_large(name: str, files: Sequence[FolderFile]) -> None:
    """Refuse files that are together more than is ever brought in.

    Raises:
        NotBroughtIn: they are.
    """
    if sum(file.size for file in files) > LARGEST_FOLDER_MEBIBYTES * MEBIBYTE:
        reason = f"The files to read in it are larger than {LARGEST_FOLDER_MEBIBYTES} MiB together."
        raise NotBroughtIn(name, reason)


def not_read(name: str, files: Sequence[FolderFile]) -> Iterator[LeftOut]:
    """Tell which files are not of a kind that is read, one line for every kind."""
    for ending, count in sorted(Counter(file.ending for file in files).items()):
        of_kind = f"ending in “{one_line(ending)}”" if ending else "without an ending"
        told = f"1 file {of_kind} is" if count == 1 else f"{count:,} files {of_kind} are"
        yield LeftOut(name, f"{told} not brought in with this folder.")


@dataclass(slots=True)
class _Walk:
    """What was found so far."""

    name: str
    folder: Path
    root: Path
    progress: Progress
    files: list[FolderFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    hidden: int = 0
    untold: int = 0
    seen: int = 0

    def look_through(self) -> None:
        with os.scandir(self.folder):  # one that cannot be opened at all is told at once
            pass
        ahead = [(self.folder, "", 0)]
        while ahead:
            folder, place, depth = ahead.pop()
            self.progress(0)
            for entry in self._entries_of(folder, place):
                here = f"{place}{one_line(entry.name)}"
                if not self._is_taken(entry, here):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if depth == _DEEPEST:
                        self._leave_out(here, _TOO_DEEP)
                    else:
                        ahead.append((Path(entry.path), f"{here}/", depth + 1))
                else:
                    size = entry.stat(follow_symlinks=False).st_size
                    self.files.append(FolderFile(Path(entry.path), here, size))

    def told(self) -> Iterator[LeftOut]:
        yield from self.left_out
        if self.untold:
            yield LeftOut(self.name, f"{self.untold:,} more links and the like are not followed.")
        if self.hidden:
            told = (
                "1 hidden file or folder is"
                if self.hidden == 1
                else (f"{self.hidden:,} hidden files and folders are")
            )
            yield LeftOut(self.name, f"{told} not looked into.")

    def _entries_of(self, folder: Path, place: str) -> list[os.DirEntry[str]]:
        found: list[os.DirEntry[str]] = []
        try:
            # A junction of Windows is no link by its kind, but leads out all the same.
            if not Path(os.path.realpath(folder)).is_relative_to(self.root):
                self._leave_out(place.rstrip("/"), _LEADS_OUT)
                return []
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._count()
                    found.append(entry)
        except OSError:
            self._leave_out(place.rstrip("/") or self.name, _CANNOT_BE_OPENED)
        return found

    def _count(self) -> None:
        self.seen += 1
        if self.seen > MOST_FILES:
            reason = (
                f"This folder holds more than {MOST_FILES:,} files: choose one that holds less."
            )
            raise NotBroughtIn(self.name, reason)

    def _is_taken(self, entry: os.DirEntry[str], here: str) -> bool:
        if entry.name.startswith("."):
            self.hidden += 1
            return False
        if entry.is_symlink():
            target = Path(os.path.realpath(entry.path))
            self._leave_out(here, _LEADS_IN if target.is_relative_to(self.root) else _LEADS_OUT)
            return False
        if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
            self._leave_out(here, _NOT_ORDINARY)
            return False
        return True

    def _leave_out(self, place: str, reason: str) -> None:
        if len(self.left_out) < _MOST_TOLD:
            self.left_out.append(LeftOut(place, reason))
        else:
            self.untold += 1


def _in_order(place: str) -> tuple[tuple[int, str], ...]:
    """Sort the tenth after the ninth."""
    pieces = _NUMBERS.split(place.casefold())
    return tuple((int(piece), "") if n % 2 else (0, piece) for n, piece in enumerate(pieces))
