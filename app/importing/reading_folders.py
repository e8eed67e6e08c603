"""Finds out what a folder is, by the names of its files, and has it read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, LeftOut, SourceKind
from app.domain.progress import Progress
from app.importing.bounded_files import beginning_of
from app.importing.characters import text_of
from app.importing.day_one import looks_like_day_one, read_day_one_folder
from app.importing.folder_files import Listing, listing_of
from app.importing.jrnl_text import day_files, read_jrnl_folder
from app.importing.reading_notes import ENDINGS, read_notes
from app.importing.rednotebook import looks_like_month, month_files, read_rednotebook_folder

_CLASSIC = (
    "This is a journal of the older Day One. Open it in Day One of today, export it there as JSON, "
    "and bring that in."
)
_ONE_FILE = "A table is brought in as one file: choose the file itself."
_OUR_WRITING, _OUR_KEYS = "journal.db", "keys.json"
_OUR_OWN = "This is a journal of Afterword itself: open it instead of bringing it in."
_NONE_OF_THESE = {
    SourceKind.JRNL: "There is no journal of jrnl in this folder.",
    SourceKind.REDNOTEBOOK: "There are no months of RedNotebook, like 2019-03.txt, in this folder.",
}


def read_folder(folder: Path, kind: SourceKind | None, progress: Progress) -> Incoming:
    """Read a folder as what it is, or as what it is said to be.

    Raises:
        NotBroughtIn: it cannot be read.
        Cancelled: the person stopped it.
    """
    listing = _without_our_own(listing_of(folder, progress))
    kind = _found_out(listing) if kind is None else kind
    if kind is SourceKind.CSV:
        raise NotBroughtIn(listing.name, _ONE_FILE)
    if kind is SourceKind.DAY_ONE:
        return _day_one(listing, progress)
    if kind is SourceKind.REDNOTEBOOK:
        _demand(month_files(listing), kind, listing)
        return read_rednotebook_folder(listing, progress)
    if kind is SourceKind.JRNL:
        _demand(day_files(listing), kind, listing)
        return read_jrnl_folder(listing, progress)
    return read_notes(listing, kind, progress)


def _without_our_own(listing: Listing) -> Listing:
    """Leave out journals of Afterword that lie in the folder: their notes are no one's writing."""
    places = {file.place for file in listing.files}
    ours = sorted(
        place.removesuffix(_OUR_WRITING)
        for place in places
        if place.rpartition("/")[2] == _OUR_WRITING
        and f"{place.removesuffix(_OUR_WRITING)}{_OUR_KEYS}" in places
    )
    if "" in ours:
        raise NotBroughtIn(listing.name, _OUR_OWN)
    if not ours:
        return listing
    files = tuple(file for file in listing.files if not file.place.startswith(tuple(ours)))
    told = (LeftOut(each.rstrip("/"), _OUR_OWN) for each in ours)
    return replace(listing, files=files, left_out=(*listing.left_out, *told))


def _found_out(listing: Listing) -> SourceKind | None:
    """Give the kind of journal that a folder is; nothing if it is a folder of notes."""
    months = month_files(listing)
    if months and looks_like_month(months[0].place, _beginning(months[0].path)):
        return SourceKind.REDNOTEBOOK
    if day_files(listing):
        return SourceKind.JRNL
    exports = [file for file in listing.files if file.ending in (".json", ".doentry")]
    has_notes = any(
        file.ending in endings for file in listing.files for endings in ENDINGS.values()
    )
    if exports and not has_notes and _is_day_one(exports[0].path):
        return SourceKind.DAY_ONE
    return None


def _is_day_one(path: Path) -> bool:
    return path.suffix.lower() == ".doentry" or looks_like_day_one(_beginning(path))


def _day_one(listing: Listing, progress: Progress) -> Incoming:
    if any(file.ending == ".doentry" for file in listing.files):
        raise NotBroughtIn(listing.name, _CLASSIC)
    return read_day_one_folder(listing, progress)


def _demand(found: object, kind: SourceKind, listing: Listing) -> None:
    if not found:
        raise NotBroughtIn(listing.name, _NONE_OF_THESE[kind])


def _beginning(path: Path) -> str:
    try:
        return text_of(beginning_of(path).rpartition(b"\n")[0], "")
    except NotBroughtIn:
        return ""
