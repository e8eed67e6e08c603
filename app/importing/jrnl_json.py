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


def read_jrnl_json(path: Path, progress: Progress) -> Incoming:
    """Read a file made with jrnl --export json.

    Raises:
        NotBroughtIn: it cannot be read, or is no export of jrnl.
        Cancelled: the person stopped it.
    """
    progress(0)
    name = shown_name(path)
    text = read_text_file(path, name)
    refuse_more_entries(name, text.count('"title"'))  # before anything is made of them
    found = read_json(text, JrnlExport, name, "jrnl").entries
    if not found:
        raise NotBroughtIn(name, _NO_ENTRIES)
    progress(0.5)
    entries = tuple(_entry(each, f"{name}, entry {n + 1}") for n, each in enumerate(found))
    progress(1)
    return Incoming(SourceKind.JRNL, name, entries)


def _entry(given: JrnlEntry, place: str) -> IncomingEntry:
    told = told_moment(given.date)
    if told and given.time:
        told = Told(told.day, at_time(told.day, given.time))
    star = " *" if given.starred else ""
    title = settled(given.title).replace("\n", " ")
    entry = entry_of(f"{title}{star}", settled(given.body).strip("\n").rstrip(), place, told)
    more = (one_line(tag).lstrip("@#").lower() for tag in given.tags)
    themes = dict.fromkeys((*entry.themes, *(theme for theme in more if theme)))
    return replace(entry, themes=tuple(themes))
