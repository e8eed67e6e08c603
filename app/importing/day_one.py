"""Reads what Day One exports as JSON: the file alone, the ZIP, or the unpacked folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from app.bounded_zip import BoundedZip, ZipBounds, ZipRefused
from app.domain.errors import NotBroughtIn
from app.domain.incoming import (
    Incoming,
    IncomingEntry,
    IncomingPart,
    LeftOut,
    ReadAs,
    SourceKind,
)
from app.domain.progress import Progress, part_of
from app.importing.bounded_files import read_text_file, shown_name
from app.importing.bounded_json import read_json
from app.importing.characters import FoundText, found_text, one_line
from app.importing.day_one_text import from_markdown, from_rich_text
from app.importing.days_told import days_not_read, unread_day
from app.importing.folder_files import Listing, refuse_too_large
from app.importing.headed_parts import headed
from app.importing.limits import LARGEST_FILE_MEBIBYTES, refuse_more_entries

_WHOSE = "Day One"
_STARRED = "starred"
_NO_ENTRIES = "There are no entries in it."
_NO_JOURNAL = (
    "There is no journal of Day One in it. If it holds other notes, unpack it and choose the "
    "folder."
)
_NO_WORDS = "There are no words in it."
_MOST_ABOUT_PICTURES = 8 * 1024 * 1024
# A bound for what is only carried along: pictures and sounds may be many gigabytes.
_BOUNDS = ZipBounds(64 * 1024, LARGEST_FILE_MEBIBYTES, members=30_000)
_NOTHING_NOTED = (b"null", b"{}")
_EACH = 100
_KINDS = {
    "photos": ("picture", "pictures"),
    "videos": ("video", "videos"),
    "audios": ("recording", "recordings"),
    "pdfAttachments": ("PDF", "PDFs"),
}


class Attached(msgspec.Struct, frozen=True):
    """Something kept with an entry; of a recording, what was said in it."""

    transcription: str | None = None


class DayOneEntry(msgspec.Struct, frozen=True, rename="camel"):
    """An entry as Day One exports it."""

    creation_date: str
    time_zone: str | None = None
    text: str | None = None
    rich_text: str | None = None
    tags: list[str] | None = None
    starred: bool | None = None
    photos: msgspec.Raw = msgspec.Raw(b"null")
    videos: msgspec.Raw = msgspec.Raw(b"null")
    audios: msgspec.Raw = msgspec.Raw(b"null")
    pdf_attachments: msgspec.Raw = msgspec.Raw(b"null")
    location: msgspec.Raw = msgspec.Raw(b"null")
    weather: msgspec.Raw = msgspec.Raw(b"null")


class DayOneExport(msgspec.Struct, frozen=True):
    """A whole journal."""

    entries: list[DayOneEntry]


@dataclass(slots=True)
class _Gathered:
    """What was read so far, and what is counted only."""

    entries: list[IncomingEntry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    read_as: list[ReadAs] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    places: int = 0
    weathers: int = 0
    undated: int = 0


def read_day_one_file(path: Path, progress: Progress) -> Incoming:
    """Read a journal that was taken out of its ZIP.

    Raises:
        NotBroughtIn: it cannot be read, or is none of Day One's.
        Cancelled: the person stopped it.
    """
    progress(0)
    name, gathered = shown_name(path), _Gathered()
    _read_journal(gathered, read_text_file(path, name), name, progress)
    return _result(gathered, name, progress)


def read_day_one_zip(path: Path, progress: Progress) -> Incoming:
    """Read every journal in a ZIP that Day One made.

    Raises:
        NotBroughtIn: it cannot be read, or is none of Day One's.
        Cancelled: the person stopped it.
    """
    progress(0)
    name, gathered = shown_name(path), _Gathered()
    try:
        with closing(BoundedZip(path, _BOUNDS)) as archive:
            journals = [each for each in archive.names_as_written() if _is_journal(each)]
            for number, journal in enumerate(journals):
                share = part_of(progress, number / len(journals), (number + 1) / len(journals))
                place = one_line(journal)
                _read_journal(gathered, found_text(archive.read(journal), place), place, share)
    except ZipRefused as error:
        raise NotBroughtIn(name, str(error)) from None
    if not journals:
        raise NotBroughtIn(name, _NO_JOURNAL)
    return _result(gathered, name, progress)


def read_day_one_folder(listing: Listing, progress: Progress) -> Incoming:
    """Read every journal of an unpacked export.

    Raises:
        NotBroughtIn: one cannot be read; then none is.
        Cancelled: the person stopped it.
    """
    journals = [file for file in listing.files if _is_journal(file.place)]
    if not journals:
        raise NotBroughtIn(listing.name, _NO_JOURNAL)
    refuse_too_large(listing.name, journals)
    gathered = _Gathered(left_out=list(listing.left_out))
    for number, file in enumerate(journals):
        share = part_of(progress, number / len(journals), (number + 1) / len(journals))
        found = read_text_file(file.path, file.place, follows_link=False)
        _read_journal(gathered, found, file.place, share)
    return _result(gathered, listing.name, progress)


def looks_like_day_one(beginning: str) -> bool:
    """Say whether JSON begins as Day One writes it."""
    return '"creationDate"' in beginning or bool(
        re.match(r'\s*\{\s*"metadata"\s*:\s*\{\s*"version"', beginning)
    )


def _is_journal(place: str) -> bool:
    name = place.lower()
    return name.endswith(".json") and name.count("/") <= 1 and not name.startswith("__macosx/")


def _result(gathered: _Gathered, name: str, progress: Progress) -> Incoming:
    if not gathered.entries:
        raise NotBroughtIn(name, _NO_ENTRIES)
    progress(1)
    told = (*gathered.left_out, *_counted(gathered, name))
    read_as = tuple(gathered.read_as)
    return Incoming(SourceKind.DAY_ONE, name, tuple(gathered.entries), told, read_as)


def _counted(gathered: _Gathered, name: str) -> Iterator[LeftOut]:
    for kind, (one, several) in _KINDS.items():
        count = gathered.counts.get(kind, 0)
        if count:
            told = f"1 {one} is" if count == 1 else f"{count:,} {several} are"
            yield LeftOut(name, f"{told} not brought in, for only words are: keep the files.")
    if gathered.places:
        told = "1 entry was" if gathered.places == 1 else f"{gathered.places:,} entries were"
        yield LeftOut(name, f"Where {told} written, as the phone noted it, is not brought in.")
    if gathered.weathers:
        told = "1 entry" if gathered.weathers == 1 else f"{gathered.weathers:,} entries"
        yield LeftOut(name, f"The weather of {told}, as the phone noted it, is not brought in.")
    yield from days_not_read(name, gathered.undated)


def _read_journal(gathered: _Gathered, journal: FoundText, place: str, progress: Progress) -> None:
    # Before anything is made of them.
    refuse_more_entries(place, journal.text.count('"creationDate"'))
    gathered.read_as += journal.read_as
    found = read_json(journal.text, DayOneExport, place, _WHOSE).entries
    refuse_more_entries(place, len(gathered.entries) + len(found))
    for number, given in enumerate(found):
        if number % _EACH == 0:
            progress(number / len(found))
        _take(gathered, given, f"{place}, entry {number + 1}")


def _take(gathered: _Gathered, given: DayOneEntry, place: str) -> None:
    attached = {kind: _attached(raw, place) for kind, raw in _raw_of(given)}
    for kind, things in attached.items():
        gathered.counts[kind] = gathered.counts.get(kind, 0) + len(things)
    gathered.places += bytes(given.location) not in _NOTHING_NOTED
    gathered.weathers += bytes(given.weather) not in _NOTHING_NOTED
    entry = _entry(given, [each.transcription or "" for each in attached["audios"]], place)
    if entry.title or entry.parts:
        gathered.entries.append(entry)
        gathered.undated += entry.day is None
    else:
        gathered.left_out.append(LeftOut(place, _NO_WORDS))


def _raw_of(given: DayOneEntry) -> Iterator[tuple[str, msgspec.Raw]]:
    values = (given.photos, given.videos, given.audios, given.pdf_attachments)
    return zip(_KINDS, values, strict=True)


def _attached(raw: msgspec.Raw, place: str) -> list[Attached]:
    if len(bytes(raw)) > _MOST_ABOUT_PICTURES:
        raise NotBroughtIn(place, "It holds more pictures than an entry of Day One does.")
    try:
        return msgspec.json.decode(raw, type=list[Attached] | None) or []
    except (msgspec.DecodeError, RecursionError):
        raise NotBroughtIn(place, f"This is not as {_WHOSE} writes it.") from None


def _entry(given: DayOneEntry, spoken: list[str], place: str) -> IncomingEntry:
    text = from_markdown(given.text or "")
    if not text and given.rich_text:
        text = from_rich_text(given.rich_text, place)
    words = headed(text)
    said = (IncomingPart(from_markdown(each), "Spoken") for each in spoken if each.strip())
    moment = _moment(given)
    unread = unread_day(given.creation_date) if moment is None else ()
    themes = [theme for tag in given.tags or () if (theme := one_line(tag))]
    return IncomingEntry(
        place,
        (*words.parts, *said, *unread),
        title=words.title,
        day=moment.date() if moment else None,
        written_at=moment,
        themes=tuple(dict.fromkeys([*themes, *([_STARRED] if given.starred else [])])),
    )


def _moment(given: DayOneEntry) -> datetime | None:
    with suppress(ValueError, OverflowError, OSError):  # before 1970 on Windows
        moment = datetime.fromisoformat(given.creation_date)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(_zone(given.time_zone))
    return None


def _zone(name: str | None) -> tzinfo | None:
    # An unknown zone is no reason to leave words behind: then the day is this computer's.
    with suppress(ValueError, OSError, KeyError):
        return ZoneInfo(name) if name else None
    return None
