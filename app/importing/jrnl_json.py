"""Reads what jrnl exports as JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, IncomingEntry, SourceKind
from app.domain.progress import Progress
from app.importing.bounded_files import read_text_file, shown_name
from app.importing.bounded_json import read_json
from app.importing.characters import one_line, settled
from app.importing.days_told import day_order_told, days_not_read, unread_day
from app.importing.jrnl_text import entry_of
from app.importing.limits import refuse_more_entries
from app.importing.told_moments import Told, at_time, told_moment

_NO_ENTRIES = "There are no entries in it."


class JrnlEntry(msgspec.Struct, frozen=True):
    """An entry as jrnl exports it."""

    title: str
    date: str
    body: str = ""
    time: str = ""
    tags: list[str] = []
    starred: bool = False


class JrnlExport(msgspec.Struct, frozen=True):
    """A whole export."""

    entries: list[JrnlEntry]


def read_jrnl_json(path: Path, progress: Progress, whose: str = "jrnl") -> Incoming:
    """Read a file made with jrnl --export json, or said to be of whoever might have made it.

    Raises:
        NotBroughtIn: it cannot be read, or is no export of jrnl.
        Cancelled: the person stopped it.
    """
    progress(0)
    name = shown_name(path)
    read = read_text_file(path, name)
    refuse_more_entries(name, read.text.count('"title"'))  # before anything is made of them
    found = read_json(read.text, JrnlExport, name, whose).entries
    if not found:
        raise NotBroughtIn(name, _NO_ENTRIES)
    progress(0.5)
    entries = tuple(_entry(each, f"{name}, entry {n + 1}") for n, each in enumerate(found))
    progress(1)
    left_out = tuple(days_not_read(name, sum(1 for entry in entries if entry.day is None)))
    order = day_order_told(name, *(each.date for each in found))
    return Incoming(SourceKind.JRNL, name, entries, left_out, (*read.read_as, *order))


def _entry(given: JrnlEntry, place: str) -> IncomingEntry:
    told = told_moment(given.date)
    unread = unread_day(given.date, given.time) if told is None else ()
    if told and given.time:
        told = Told(told.day, at_time(told.day, given.time))
        unread = () if told.at else unread_day(given.time)
    star = " *" if given.starred else ""
    title = settled(given.title).replace("\n", " ")
    entry = entry_of(f"{title}{star}", settled(given.body).strip("\n").rstrip(), place, told)
    more = (one_line(tag).lstrip("@#").lower() for tag in given.tags)
    themes = dict.fromkeys((*entry.themes, *(theme for theme in more if theme)))
    return replace(entry, parts=(*entry.parts, *unread), themes=tuple(themes))
