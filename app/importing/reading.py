"""Finds out what a file or folder from elsewhere is, and has it read."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, SourceKind
from app.domain.progress import Progress
from app.importing.bounded_files import shown_name
from app.importing.limits import TOO_LONG, is_too_long
from app.importing.long_themes import with_long_themes_as_words

_NO_SUCH = "There is no such file or folder."
_NOTHING = "There is nothing in it that can be brought in."


class Sources:
    """Reads every kind of source; each reader is loaded when it is first needed."""

    def read(self, path: Path, kind: SourceKind | None, progress: Progress) -> Incoming:
        """Read a file or folder; without a kind, find out which it is.

        Raises:
            NotBroughtIn: it cannot be read as what it is; names what and where.
            Cancelled: the person stopped it.
        """
        name = shown_name(path)
        try:
            is_folder, is_there = path.is_dir(), path.exists()
        except (OSError, ValueError):  # ValueError: a null character in the name
            is_folder = is_there = False
        if not is_there:
            raise NotBroughtIn(name, _NO_SUCH)
        if is_folder:
            from app.importing.reading_folders import read_folder

            incoming = read_folder(path, kind, progress)
        else:
            from app.importing.reading_files import read_file

            incoming = read_file(path, kind, progress)
        incoming = with_long_themes_as_words(incoming)
        for entry in incoming.entries:
            if is_too_long(entry):
                raise NotBroughtIn(entry.place, TOO_LONG)
        if not incoming.entries:
            reasons = [each.reason for each in incoming.left_out]
            raise NotBroughtIn(name, reasons[0] if len(reasons) == 1 else _NOTHING)
        return incoming
