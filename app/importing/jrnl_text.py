"""Reads the plain files of jrnl: one file, or a folder of one file for every day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, ReadAs, SourceKind
from app.domain.progress import Progress
from app.importing.bounded_files import read_bytes, read_text_file, shown_name
from app.importing.characters import found_text, one_line
from app.importing.days_told import day_order_told
from app.importing.folder_files import FolderFile, Listing, not_read, refuse_too_large
from app.importing.headed_parts import LONGEST_TITLE
from app.importing.limits import LONGEST_THEME, MOST_ENTRIES, refuse_more_entries
from app.importing.told_moments import Told, at_time, is_month_first, told_moment

_LOCKED_BEGINS = (b"gAAAAA", b"JRNLv")
_LOCKED = (
    "This jrnl journal is encrypted. Decrypt it with jrnl first (jrnl --decrypt), bring it in, and "
    "delete the plain file afterwards."
)
_NO_ENTRIES = "There are no entries of jrnl in it: each begins with its day in square brackets."
_HEAD = re.compile(r"^\[([^\]\n]{3,80})\] ?", re.MULTILINE)
# Before its second version, jrnl wrote the day without brackets.
_OLD_HEAD = re.compile(r"^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?) ", re.MULTILINE)
_DAY_FILE = re.compile(r"(?:.*/)?(\d{4})/(\d{2})/(\d{2})\.txt")
_TAG = re.compile(r"(?<!\S)[@#]([-+*#/\w]*\w[-+*#/\w]*)")
_STAR = re.compile(r"[ \t]\*[ \t]*$")
_STARRED = "starred"
_EACH = 200


@dataclass(frozen=True, slots=True)
class _Head:
    """The beginning of an entry: where it stands, where its words begin, and what it tells."""

    start: int
    end: int
    told: Told | None
    day_words: str = ""


def looks_like_jrnl(text: str) -> bool:
    """Say whether a text begins as a file of jrnl does."""
    begin = text.lstrip("\n ")[:200]
    for pattern in (_HEAD, _OLD_HEAD):
        found = pattern.match(begin)
        if found:
            return (
                _told(found[1], is_us=False) is not None or _told(found[1], is_us=True) is not None
            )
    return False


def read_jrnl_file(path: Path, progress: Progress) -> Incoming:
    """Read the one file of a journal.

    Raises:
        NotBroughtIn: it cannot be read, is encrypted, or is none of jrnl's.
        Cancelled: the person stopped it.
    """
    progress(0)
    name = shown_name(path)
    data = read_bytes(path, name)
    if data.startswith(_LOCKED_BEGINS):
        raise NotBroughtIn(name, _LOCKED)
    found = found_text(data, name)
    heads = _heads(found.text, name)
    if not heads:
        raise NotBroughtIn(name, _NO_ENTRIES)
    entries = tuple(_entries(found.text, heads, name, progress))
    order = day_order_told(name, *(head.day_words for head in heads))
    progress(1)
    return Incoming(SourceKind.JRNL, name, entries, (), (*found.read_as, *order))


def read_jrnl_folder(listing: Listing, progress: Progress) -> Incoming:
    """Read a journal that is a folder: 2019/03/04.txt for every day.

    Raises:
        NotBroughtIn: a file of it cannot be read.
        Cancelled: the person stopped it.
    """
    days = day_files(listing)
    refuse_too_large(listing.name, [file for file, _ in days])
    entries, read_as = list[IncomingEntry](), list[ReadAs]()
    for number, (file, day) in enumerate(days):
        progress(number / len(days))
        found = read_text_file(file.path, file.place, follows_link=False)
        read_as += found.read_as
        entries += _entries_of_day(found.text, file.place, day)
        refuse_more_entries(listing.name, len(entries))
    if not entries:
        raise NotBroughtIn(listing.name, _NO_ENTRIES)
    taken = {file.place for file, _ in days}
    others = [file for file in listing.files if file.place not in taken]
    left_out = (*listing.left_out, *not_read(listing.name, others))
    progress(1)
    return Incoming(SourceKind.JRNL, listing.name, tuple(entries), left_out, tuple(read_as))


def day_files(listing: Listing) -> list[tuple[FolderFile, date]]:
    """Give the files that are named for a day as jrnl names them."""
    days: list[tuple[FolderFile, date]] = []
    for file in listing.files:
        found = _DAY_FILE.fullmatch(file.place)
        told = told_moment("-".join(found.groups())) if found else None
        if told:
            days.append((file, told.day))
    return days


def themes_of(text: str) -> tuple[str, ...]:
    """Give the words that jrnl takes for tags, once each."""
    return tuple(
        dict.fromkeys(
            found[1].lower() for found in _TAG.finditer(text) if len(found[1]) <= LONGEST_THEME
        )
    )


def entry_of(title: str, body: str, place: str, told: Told | None) -> IncomingEntry:
    """Give an entry by its first line and the words beneath it."""
    is_starred = bool(_STAR.search(title))
    title = _STAR.sub("", title).strip()
    themes = (*themes_of(f"{title}\n{body}"), *((_STARRED,) if is_starred else ()))
    if len(title) > LONGEST_TITLE:
        title, body = "", f"{title}\n\n{body}".rstrip()
    return IncomingEntry(
        place,
        (IncomingPart(body),) if body.strip() else (),
        title=one_line(title),
        day=told.day if told else None,
        written_at=told.at if told else None,
        themes=themes,
    )


def _entries_of_day(text: str, place: str, day: date) -> Iterator[IncomingEntry]:
    heads = _heads(text, place, day) or [_Head(0, 0, Told(day))]
    for entry in _entries(text, heads, place, lambda _share: None):
        yield entry if entry.day == day else replace(entry, day=day)


def _heads(text: str, place: str, day: date | None = None) -> list[_Head]:
    for pattern in (_HEAD, _OLD_HEAD):
        found = list(islice(pattern.finditer(text), MOST_ENTRIES + 1))
        refuse_more_entries(place, len(found))
        is_us = is_month_first(each[1] for each in found)
        heads = [
            _Head(each.start(), each.end(), told, each[1])
            for each in found
            if (told := _told(each[1], is_us=is_us, day=day))
        ]
        if heads:
            return heads
    return []


def _told(words: str, *, is_us: bool, day: date | None = None) -> Told | None:
    told = told_moment(words, month_first=is_us)
    if told is None and day and (moment := at_time(day, words)):
        return Told(day, moment)  # a folder's entries may have the time alone
    return told


def _entries(
    text: str, heads: Sequence[_Head], name: str, progress: Progress
) -> Iterator[IncomingEntry]:
    if text[: heads[0].start].strip():
        # jrnl itself loses what stands above the first entry.
        heads = [_Head(0, 0, None), *heads]
    line, counted = 1, 0
    for number, head in enumerate(heads):
        if number % _EACH == 0:
            progress(head.start / max(len(text), 1))
        line, counted = line + text.count("\n", counted, head.start), head.start
        end = heads[number + 1].start if number + 1 < len(heads) else len(text)
        words = text[head.end : end].strip()
        if words:
            title, _, body = words.partition("\n")
            yield entry_of(title, body.strip("\n").rstrip(), f"{name}, line {line}", head.told)
