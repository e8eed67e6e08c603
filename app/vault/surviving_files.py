"""The files kept with reflections, as gathered from a damaged journal: which of them are whole."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.answer import EvidenceFile
from app.domain.errors import JournalDamaged
from app.vault.evidence import LOST
from app.vault.evidence_references import Reference, files_in
from app.vault.gathering import Gathered, Values
from app.vault.mending import Mended, Mending
from app.vault.reflection_record import ReflectionRecord
from app.vault.surviving_versions import record_of_link

TABLES = ("evidence", "evidence_part")
_LONG_AGO = "1970-01-01T00:00:00.000000Z"


@dataclass(frozen=True, slots=True)
class SurvivingFiles:
    """Every file that what came back refers to, and the pieces of those that are whole."""

    wanted: tuple[Reference, ...]
    _pieces: dict[str, tuple[Values, ...]]  # by SHA-256
    _rows: dict[str, Values]  # by the file's id

    @property
    def lost(self) -> tuple[Reference, ...]:
        """Give those that did not come back."""
        return tuple(each for each in self.wanted if each.file.sha256 not in self._pieces)

    def rows(self) -> Iterator[tuple[str, Values]]:
        """Give the rows to write, each with its table; a lost file is noted as such."""
        for number, reference in enumerate(self.wanted, start=1):
            file = reference.file
            pieces = self._pieces.get(file.sha256)
            known = self._rows.get(file.id, {})
            row = {
                "id": number,
                "uid": file.id,
                "reflection_uid": reference.reflection_uid,
                "size_bytes": file.size_bytes,
                "sha256": LOST if pieces is None else bytes.fromhex(file.sha256),
                "added_at": known.get("added_at", _LONG_AGO),
            }
            yield TABLES[0], row
            for piece in pieces or ():
                position, content = piece["position"], piece["content"]
                yield (
                    TABLES[1],
                    {"evidence": number, "position": position, "content": content},
                )


def surviving_files(
    gathered: Gathered, mending: Mending, mended: Iterable[Mended]
) -> SurvivingFiles:
    """Put the files together again by their hashes, whatever became of the rows that named them."""
    wanted: dict[str, Reference] = {}
    for uid, file in _named(mending, mended):
        wanted.setdefault(file.id, Reference(uid, file))
    rows = {str(row["uid"]): row for row in gathered.rows(TABLES[0])}
    hashes = {each.file.sha256 for each in wanted.values()}
    pieces = {sha: parts for sha, parts in _whole(gathered) if sha in hashes}
    return SurvivingFiles(tuple(wanted.values()), pieces, rows)


def _named(mending: Mending, mended: Iterable[Mended]) -> Iterator[tuple[str, EvidenceFile]]:
    for each in mended:
        yield from _named_in(each.record)
    for versions in mending.versions.values():
        for link in versions.links:
            with contextlib.suppress(JournalDamaged):
                yield from _named_in(record_of_link(link))


def _named_in(record: ReflectionRecord) -> Iterator[tuple[str, EvidenceFile]]:
    with contextlib.suppress(JournalDamaged):
        for file in files_in(record):
            yield record.uid, file


def _whole(gathered: Gathered) -> Iterator[tuple[str, tuple[Values, ...]]]:
    """Give the pieces that were stored together, by the hash of what they make."""
    stored: dict[int, list[Values]] = {}
    for piece in gathered.rows(TABLES[1]):
        stored.setdefault(piece["evidence"], []).append(piece)
    for pieces in stored.values():
        in_order = tuple(sorted(pieces, key=lambda piece: int(piece["position"])))
        digest = hashlib.sha256()
        for piece in in_order:
            digest.update(piece["content"])
        yield digest.hexdigest(), in_order
