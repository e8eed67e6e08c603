"""The limits of files that are kept with reflections, and the names that they may have.

A journal is copied whole for each backup and once a day for a snapshot, of which up to
twenty-three are kept, and it is checked page by page; so it must stay small enough for that to take
seconds and a few gigabytes. One file of 25 MB is a long scanned report; 200 MB are some hundred
usual files. A backup of so much took five seconds, a check three, salvage fifteen and 460 MB of
memory. A film belongs on the employer's own systems.
"""

from __future__ import annotations

import unicodedata
from enum import Enum

from app.domain.size_words import size_words

MOST_FILE_BYTES = 25_000_000
MOST_JOURNAL_BYTES = 200_000_000
PIECE_BYTES = 1 << 20  # what is read, encrypted and stored at a time
LONGEST_NAME = 120

_LONGEST_ENDING = 12
_NO_NAME = "file"
# What one system or another takes for more than a part of a name.
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_INVISIBLE = ("C", "Zl", "Zp")  # control and format characters, halves of characters, line ends
# Windows takes these for devices, whatever their ending.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
)

LIMITS_WORDS = (
    f"One file may have up to {size_words(MOST_FILE_BYTES)}, "
    f"all of a journal’s together {size_words(MOST_JOURNAL_BYTES)}."
)


class FileLook(Enum):
    """What a file seems to be by the ending of its name; nobody looks inside."""

    PICTURE = "picture"
    PDF = "PDF"
    OTHER = "file"


_PICTURES = frozenset(
    ("avif", "bmp", "gif", "heic", "heif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp")
)


def file_look(name: str) -> FileLook:
    """Say what a file seems to be, by the ending of its name."""
    stem, _, ending = name.lower().rpartition(".")
    ending = ending if stem else ""
    if ending in _PICTURES:
        return FileLook.PICTURE
    return FileLook.PDF if ending == "pdf" else FileLook.OTHER


def clean_file_name(name: str) -> str:
    """Give a name that is only a name: no path, nothing invisible, at most 120 characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    last = unicodedata.normalize("NFC", last)
    seen = "".join(
        character
        for character in last
        if not unicodedata.category(character).startswith(_INVISIBLE)
    )
    tidy = " ".join(seen.translate(_NOT_IN_NAMES).split()).strip(". ")
    stem, dot, ending = tidy.rpartition(".")
    if not dot or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = tidy, "", ""
    if stem.casefold() in _DEVICES:
        stem = f"_{stem}"
    stem = stem[: LONGEST_NAME - len(dot + ending)].rstrip(". ")
    return f"{stem}{dot}{ending}" or _NO_NAME


def free_name(name: str, taken: set[str]) -> str:
    """Give the name, with a number before its ending where there is one like it already."""
    number, free = 1, name
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    lowered = {each.casefold() for each in taken}
    while free.casefold() in lowered:
        number += 1
        tail = f" ({number}){dot}{ending}"
        free = f"{stem[: LONGEST_NAME - len(tail)]}{tail}"
    return free
