"""A portfolio with its evidence as one ZIP file: written whole, read back, or not left at all.

Files of the evidence go from the journal to the ZIP file in pieces, so that a large one needs no
more memory than a small one.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import secrets
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, BinaryIO

from app import assets
from app.domain.answer import EvidenceFile
from app.domain.errors import ExportError, JournalDamaged
from app.domain.open_copy import CopiedFile, CopiedRecords
from app.domain.progress import Progress, part_of
from app.durable_file import force_to_disk, put_in_place, sweep_leftovers
from app.services.exporting import Exporting, not_written
from app.services.file_kind import FileKind
from app.services.portfolio_read_me import read_me
from app.summary.portfolio_data import PortfolioData
from app.summary.portfolio_evidence import PortfolioFile
from app.summary.portfolio_sheet import sheet
from app.summary.released import Released

ARCHIVE_ENDING = ".zip"
KINDS = (FileKind.PDF, FileKind.WORD, FileKind.WEB_PAGE, FileKind.MARKDOWN)
_NAME = "portfolio"
_PIECE_BYTES = 1 << 18
_MADE, _FILLED, _READ_BACK = 0.3, 0.75, 0.95
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_FOR_THE_OWNER = 0o600 << 16
_FIRST_YEAR_OF_A_ZIP = 1980
_Put = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class ArchiveWriting:
    """Writes ZIP files of portfolios; progress may stop it until the file has its name."""

    exporting: Exporting
    files: CopiedRecords
    progress: Progress

    def write(
        self,
        target: Path,
        released: Released,
        data: PortfolioData,
        evidence: tuple[PortfolioFile, ...],
    ) -> None:
        """Write everything.

        Raises:
            ExportError: it cannot be written, or a file of the evidence does not read.
            Cancelled: the person stopped it. In both cases nothing was left behind.
        """
        try:
            # Asked first, because Windows would say only that it is refused.
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder")
            sweep_leftovers(target.parent, [target.name])
            fresh = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.new")
            try:
                self._fill(fresh, released, data, evidence)
                force_to_disk(fresh)
                self.progress(1)
                put_in_place(fresh, target)
            except BaseException:
                with contextlib.suppress(OSError):
                    fresh.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise not_written(error) from None

    def _fill(
        self,
        fresh: Path,
        released: Released,
        data: PortfolioData,
        evidence: tuple[PortfolioFile, ...],
    ) -> None:
        with os.fdopen(os.open(fresh, _NEW | _BINARY, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w") as archive:
                members = _Members(archive, date.fromisoformat(data.exported_on))
                for name, content in self._documents(released, data):
                    members.put(name, content)
                told = part_of(self.progress, _MADE, _FILLED)
                self._put_evidence(members, data, evidence, told)
            file.flush()
            _read_back(file, members.hashes, part_of(self.progress, _FILLED, _READ_BACK))

    def _documents(self, released: Released, data: PortfolioData) -> Iterator[tuple[str, bytes]]:
        yield "README.txt", read_me(data).encode()
        for place, kind in enumerate(KINDS):
            self.progress(_MADE * place / len(KINDS))
            document = self.exporting.writers[kind].render(released.document)
            yield f"{_NAME}{kind.ending}", document
        self.progress(_MADE)
        yield "data/pieces.csv", sheet(data)
        yield "data/pieces.json", _json(data)
        schema = assets.resource("schema", "portfolio", "pieces.json")
        yield "data/schema.json", schema.read_bytes()

    def _put_evidence(
        self,
        members: _Members,
        data: PortfolioData,
        evidence: tuple[PortfolioFile, ...],
        progress: Progress,
    ) -> None:
        whole = sum(each.file.size_bytes for each in evidence) or 1
        done = 0
        for each, placed in zip(evidence, data.files, strict=True):
            with members.begun(placed.path, each.file.size_bytes) as put, _named(each):
                for piece in self._content(each.file):
                    put(piece)
                    done += len(piece)
                    progress(min(1, done / whole))

    def _content(self, file: EvidenceFile) -> Iterator[bytes]:
        """Give a file in pieces; it was read as it was added if this comes to its end."""
        record = CopiedFile(file.id, "", file.name, file.size_bytes, file.sha256, "")
        digest, size = hashlib.sha256(), 0
        for piece in self.files.content(record):
            digest.update(piece)
            size += len(piece)
            yield piece
        if (size, digest.hexdigest()) != (file.size_bytes, file.sha256):
            raise JournalDamaged


@dataclass(slots=True)
class _Members:
    """Puts files into a ZIP file that is being written, and remembers what each has to be."""

    archive: zipfile.ZipFile
    made_on: date
    hashes: dict[str, bytes] = field(default_factory=dict)

    def put(self, name: str, content: bytes) -> None:
        """Put a small file in whole, packed."""
        entry = self._entry(name)
        entry.compress_type = zipfile.ZIP_DEFLATED
        self.archive.writestr(entry, content)
        self.hashes[name] = hashlib.sha256(content).digest()

    @contextlib.contextmanager
    def begun(self, name: str, size_bytes: int) -> Iterator[_Put]:
        """Give what takes a file piece by piece; it is stored as it is."""
        entry = self._entry(name)
        entry.file_size = size_bytes
        digest = hashlib.sha256()
        with self.archive.open(entry, "w") as member:

            def put(piece: bytes) -> None:
                member.write(piece)
                digest.update(piece)

            yield put
        self.hashes[name] = digest.digest()

    def _entry(self, name: str) -> zipfile.ZipInfo:
        # The day alone: at which hour it was made is nobody's business.
        day = max(self.made_on, date(_FIRST_YEAR_OF_A_ZIP, 1, 1))
        entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
        entry.external_attr = _FOR_THE_OWNER
        return entry


@contextlib.contextmanager
def _named(file: PortfolioFile) -> Iterator[None]:
    """Say which file it is that does not read, by its number in the list."""
    try:
        yield
    except JournalDamaged:
        raise ExportError(
            f"Not written: file {file.number} of the evidence does not read back as it was added. "
            "Nothing was left behind. Have the journal checked, and look for the file in a "
            "snapshot or a backup. The portfolio without its files can be written as PDF."
        ) from None


def _read_back(file: BinaryIO, hashes: dict[str, bytes], progress: Progress) -> None:
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        if names != list(hashes):
            raise _differs()
        for place, name in enumerate(names):
            progress(place / len(names))
            digest = hashlib.sha256()
            with archive.open(name) as member:
                for piece in _pieces(member, progress, place / len(names)):
                    digest.update(piece)
            if digest.digest() != hashes[name]:
                raise _differs()


def _pieces(member: IO[bytes], progress: Progress, share: float) -> Iterator[bytes]:
    while piece := member.read(_PIECE_BYTES):
        progress(share)
        yield piece


def _differs() -> OSError:
    return OSError(errno.EIO, "what was read back differs from what was written")


def _json(data: PortfolioData) -> bytes:
    return (json.dumps(asdict(data), ensure_ascii=False, indent=2) + "\n").encode()
