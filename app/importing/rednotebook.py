"""Reads RedNotebook: a folder with one file of YAML for every month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import (
    Incoming,
    IncomingEntry,
    IncomingPart,
    LeftOut,
    ReadAs,
    SourceKind,
)
from app.domain.progress import Progress
from app.importing.bounded_files import read_text_file, shown_name
from app.importing.bounded_yaml import Pairs, Yaml, YamlRefused, read_yaml
from app.importing.characters import FoundText, one_line, settled
from app.importing.folder_files import FolderFile, Listing, not_read, refuse_too_large
from app.importing.headed_parts import parts_of
from app.importing.limits import LONGEST_THEME, refuse_more_entries
from app.importing.reading_notes import pictures_told
from app.importing.rednotebook_marks import markdown_of, pictures_in

_MONTH = re.compile(r"(?:data/)?(\d{4})-(0[1-9]|1[0-2])\.txt")
_BEGINS = re.compile(r"\s*(?:\{\s*)?\d{1,2}:\s")
_NOT_A_MONTH = "A file of RedNotebook is named for its month, like 2019-03.txt: this one is not."
_NOT_REDNOTEBOOK = "This is not as RedNotebook writes it: its days are missing."
_NO_ENTRIES = "There are no days with words in it."
_HEX = r"(?:[0-9A-F]{6}|include)"
_HASHTAG = re.compile(
    rf"(?:^|[^\w&#])[#＃](?!{_HEX})(\w*[^\W\d_]\w*)", re.IGNORECASE | re.MULTILINE
)
_TEXT, _OLD_TAGS = "text", "Tags"


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    entries: list[IncomingEntry]
    left_out: list[LeftOut]
    read_as: list[ReadAs] = field(default_factory=list)
    pictures: int = 0


def month_files(listing: Listing) -> list[FolderFile]:
    """Give the files that are named for a month, in the folder or in its folder “data”."""
    found = [file for file in listing.files if _MONTH.fullmatch(file.place)]
    return [file for file in found if "/" not in file.place] or found


def looks_like_month(name: str, beginning: str) -> bool:
    """Say whether a file is named for a month and begins with a day of it."""
    return bool(_MONTH.fullmatch(name) and _BEGINS.match(beginning))


def read_rednotebook_folder(listing: Listing, progress: Progress) -> Incoming:
    """Read all months of a journal.

    Raises:
        NotBroughtIn: a month cannot be read; then none is.
        Cancelled: the person stopped it.
    """
    months = month_files(listing)
    refuse_too_large(listing.name, months)
    gathered = _Gathered([], list(listing.left_out))
    for number, file in enumerate(months):
        progress(number / len(months))
        _read_month(gathered, read_text_file(file.path, file.place, follows_link=False), file.place)
        refuse_more_entries(listing.name, len(gathered.entries))
    taken = {file.place for file in months}
    others = [file for file in listing.files if file.place not in taken]
    gathered.left_out += not_read(listing.name, others)
    return _result(gathered, listing.name, progress)


def read_rednotebook_month(path: Path, progress: Progress) -> Incoming:
    """Read a single month.

    Raises:
        NotBroughtIn: it cannot be read.
        Cancelled: the person stopped it.
    """
    progress(0)
    name = shown_name(path)
    gathered = _Gathered([], [])
    _read_month(gathered, read_text_file(path, name), name)
    return _result(gathered, name, progress)


def _result(gathered: _Gathered, name: str, progress: Progress) -> Incoming:
    if not gathered.entries:
        raise NotBroughtIn(name, _NO_ENTRIES)
    progress(1)
    left_out = (*gathered.left_out, *pictures_told(name, gathered.pictures))
    return Incoming(
        SourceKind.REDNOTEBOOK, name, tuple(gathered.entries), left_out, tuple(gathered.read_as)
    )


def _read_month(gathered: _Gathered, month: FoundText, place: str) -> None:
    found = _MONTH.fullmatch(place)
    if found is None:
        raise NotBroughtIn(place, _NOT_A_MONTH)
    gathered.read_as += month.read_as
    for name, content in _days(month.text, place):
        if not name.isdecimal() or not isinstance(content, Pairs):
            raise NotBroughtIn(place, _NOT_REDNOTEBOOK)
        where = f"{place}, day {int(name[:9])}"
        day = None
        with suppress(ValueError):
            day = date(int(found[1]), int(found[2]), int(name[:9]))
        entry = _entry(content, day, where)
        if entry is None:
            gathered.left_out.append(LeftOut(where, "There are no words in it."))
            continue
        gathered.entries.append(entry)
        texts = (value for key, value in content.items if key == _TEXT and isinstance(value, str))
        gathered.pictures += sum(map(pictures_in, texts))


def _days(text: str, place: str) -> Iterator[tuple[str, Yaml]]:
    try:
        month = read_yaml(text)
    except YamlRefused as error:
        where = place if error.line is None else f"{place}, line {error.line}"
        raise NotBroughtIn(where, error.reason) from None
    if month is None or month == "":
        return
    if not isinstance(month, Pairs):
        raise NotBroughtIn(place, _NOT_REDNOTEBOOK)
    yield from month.items


def _entry(content: Pairs, day: date | None, place: str) -> IncomingEntry | None:
    texts = [
        settled(value) for key, value in content.items if key == _TEXT and isinstance(value, str)
    ]
    text = "\n\n".join(each for each in texts if each.strip())
    parts = list(parts_of(markdown_of(text)))
    themes = [
        found[1].lower() for found in _HASHTAG.finditer(text) if len(found[1]) <= LONGEST_THEME
    ]
    for name, value in content.items:
        if name == _OLD_TAGS:
            themes += map(one_line, _words_of(value))  # as it was before its version 1.3
        elif name != _TEXT or not (value is None or isinstance(value, str)):
            themes.append(one_line(name))
            parts += _category(name, value)
    if not parts and not themes:
        return None
    themes = list(dict.fromkeys(theme for theme in themes if theme))
    return IncomingEntry(place, tuple(parts), day=day, themes=tuple(themes))


def _category(name: str, value: Yaml) -> Iterator[IncomingPart]:
    """Give what stands under a tag as a list under its name."""
    lines = [markdown_of(settled(words)).replace("\n", "\n  ") for words in _words_of(value)]
    if lines:
        yield IncomingPart("\n".join(f"- {line}" for line in lines), one_line(name))


def _words_of(value: Yaml) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words_of(each)
    elif isinstance(value, Pairs):
        for name, each in value.items:
            yield name
            yield from _words_of(each)
