"""How much is read from elsewhere at most: more than a working life writes, less than does harm."""

from __future__ import annotations

from app.domain.errors import NotBroughtIn
from app.domain.incoming import IncomingEntry

MEBIBYTE = 1024 * 1024
LARGEST_FILE_MEBIBYTES = 128
LARGEST_FOLDER_MEBIBYTES = 256
MOST_FILES = 100_000
MOST_ENTRIES = 100_000
MOST_COLUMNS = 16_384  # as many as Excel and LibreOffice Calc open
LONGEST_ENTRY = 2_000_000  # characters: more than a book
LONGEST_THEME = 60  # of those found in a text, where they stay as words
TOO_LONG = (
    f"It has more than {LONGEST_ENTRY:,} characters, which is too long for one reflection: "
    "split it into smaller ones."
)


def refuse_more_entries(place: str, count: int) -> None:
    """Refuse when there are more entries than a journal takes at once.

    Raises:
        NotBroughtIn: there are.
    """
    if count > MOST_ENTRIES:
        raise NotBroughtIn(
            place,
            f"There are more than {MOST_ENTRIES:,} entries in it, which is more than can be "
            "brought in at once: split it into smaller ones.",
        )


def is_too_long(entry: IncomingEntry) -> bool:
    """Say whether an entry is longer than a reflection can be worked on."""
    return sum(len(part.heading) + len(part.text) for part in entry.parts) > LONGEST_ENTRY
