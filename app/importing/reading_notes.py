"""Reads single notes and folders of notes: plain text, Markdown and Word documents."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, IncomingEntry, LeftOut, ReadAs, SourceKind
from app.domain.progress import Progress, part_of
from app.importing.bounded_files import read_text_file, shown_name
from app.importing.characters import FoundText
from app.importing.days_told import day_order_told
from app.importing.folder_files import FolderFile, Listing, not_read, refuse_too_large
from app.importing.limits import TOO_LONG, is_too_long
from app.importing.notes import Note, markdown_note, pictures_in, plain_note

ENDINGS = {
    SourceKind.TEXT: (".txt", ".text"),
    SourceKind.MARKDOWN: (".md", ".markdown", ".mdown", ".mkd"),
    # The reader says of the others how to save them.
    SourceKind.WORD: (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf"),
}
_NO_WORDS = "There are no words in it."
_NOTES: dict[SourceKind, Callable[[str, str], Note | None]] = {
    SourceKind.TEXT: plain_note,
    SourceKind.MARKDOWN: markdown_note,
}


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    entries: list[IncomingEntry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    read_as: list[ReadAs] = field(default_factory=list)
    pictures: int = 0

    def take(self, found: FoundText, place: str, kind: SourceKind) -> None:
        note = _NOTES[kind](found.text, place)
        if note is None or is_too_long(note.entry):
            reason = TOO_LONG if note else _NO_WORDS
            self.left_out.append(LeftOut(place, reason))
            return
        self.entries.append(note.entry)
        self.read_as += (*found.read_as, *day_order_told(place, note.day_words))
        self.pictures += pictures_in(found.text) if kind is SourceKind.MARKDOWN else 0

    def result(self, kind: SourceKind, name: str) -> Incoming:
        told = [*self.left_out, *pictures_told(name, self.pictures)]
        return Incoming(kind, name, tuple(self.entries), tuple(told), tuple(self.read_as))


def read_note(path: Path, kind: SourceKind, progress: Progress) -> Incoming:
    """Read a file of plain text or Markdown as one entry.

    Raises:
        NotBroughtIn: it cannot be read.
        Cancelled: the person stopped it.
    """
    progress(0)
    name, gathered = shown_name(path), _Gathered()
    gathered.take(read_text_file(path, name), name, kind)
    progress(1)
    return gathered.result(kind, name)


def read_notes(listing: Listing, kind: SourceKind | None, progress: Progress) -> Incoming:
    """Read a folder, every file as its name ends; with a kind, only the files of that kind.

    A file that cannot be read is left out and told: each is a note of its own.

    Raises:
        NotBroughtIn: the folder holds more than is ever brought in.
        Cancelled: the person stopped it.
    """
    kinds = tuple(ENDINGS) if kind is None else (kind,)
    taken = [(file, of) for file in listing.files if (of := _kind_of(file, kinds))]
    refuse_too_large(listing.name, [file for file, of in taken if of is not SourceKind.WORD])
    gathered = _Gathered(left_out=list(listing.left_out))
    for number, (file, of) in enumerate(taken):
        share = part_of(progress, number / len(taken), (number + 1) / len(taken))
        _read_into(gathered, file, of, share)
    others = [file for file in listing.files if not _kind_of(file, kinds)]
    gathered.left_out += not_read(listing.name, others)
    progress(1)
    return gathered.result(kind or _most_of([of for _, of in taken]), listing.name)


def pictures_told(name: str, count: int) -> list[LeftOut]:
    """Say how many pictures stay behind."""
    if not count:
        return []
    told = "1 picture is" if count == 1 else f"{count:,} pictures are"
    return [LeftOut(name, f"{told} not brought in, for only words are: keep the files.")]


def _read_into(gathered: _Gathered, file: FolderFile, of: SourceKind, progress: Progress) -> None:
    progress(0)
    try:
        if of is SourceKind.WORD:
            _take_word(gathered, file, progress)
        else:
            gathered.take(read_text_file(file.path, file.place, follows_link=False), file.place, of)
    except NotBroughtIn as error:
        gathered.left_out.append(LeftOut(file.place, error.reason))


def _take_word(gathered: _Gathered, file: FolderFile, progress: Progress) -> None:
    from dataclasses import replace

    from app.importing.word import read_word

    incoming = read_word(file.path, progress)
    gathered.entries += (replace(entry, place=file.place) for entry in incoming.entries)
    gathered.left_out += (LeftOut(file.place, told.reason) for told in incoming.left_out)
    gathered.read_as += (ReadAs(file.place, told.words) for told in incoming.read_as)


def _kind_of(file: FolderFile, kinds: Collection[SourceKind]) -> SourceKind | None:
    is_lock = file.path.name.startswith("~$")  # what Word puts beside a document that is open
    found = (kind for kind in kinds if file.ending in ENDINGS[kind] and not is_lock)
    return next(found, None)


def _most_of(kinds: list[SourceKind]) -> SourceKind:
    return max(ENDINGS, key=kinds.count)
