"""Reads every file that is kept with reflections back, and says whose are damaged."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.answer import EvidenceFile
from app.domain.errors import FileDamaged
from app.domain.progress import Progress, part_of
from app.vault.connection import Database
from app.vault.evidence import content_of, is_known_lost
from app.vault.evidence_references import Reference, kept_references, present_references
from app.vault.naming import FormTitles, named
from app.vault.reflection_record import HEAD_COLUMNS

_HEAD = f"SELECT {HEAD_COLUMNS} FROM reflection WHERE uid = ?"  # noqa: S608 - our own names
_IN_BIN = "A reflection in the bin"
FILE_DAMAGED = "{} has a file that does not read back as it was added."


def evidence_troubles(database: Database, titles: FormTitles, progress: Progress) -> Iterator[str]:
    """Give a sentence for each reflection that has a damaged file; none if all is well.

    What salvage could not bring back was told then, and is not told again.
    """
    # A version that does not read is the record's trouble, and is told with it.
    kept = kept_references(database, skips_damaged=True)
    found: dict[EvidenceFile, Reference] = {}
    for each in (*present_references(database), *kept):
        found.setdefault(each.file, each)
    for place, (file, reference) in enumerate(found.items()):
        told = part_of(progress, place / len(found), (place + 1) / len(found))
        if not is_known_lost(database, file) and not _reads_back(database, file, told):
            head = database.row(_HEAD, (reference.reflection_uid,))
            yield FILE_DAMAGED.format(named(head, titles) if head else _IN_BIN)
    progress(1)


def _reads_back(database: Database, file: EvidenceFile, progress: Progress) -> bool:
    try:
        content_of(database, file, progress)
    except FileDamaged:
        return False
    return True
