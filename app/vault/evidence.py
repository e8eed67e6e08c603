"""The files that are kept with reflections, encrypted in the journal like every word.

A file is stored in one transaction and read back against its size and its SHA-256. The answer that
names it is saved apart, as any answer is, so no save of words writes more for it. What no version
of any reflection refers to goes at the next opening, or with what referred to it last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from app.domain.answer import EvidenceFile
from app.domain.errors import FileDamaged, FileNotTaken, JournalDamaged
from app.domain.evidence import MOST_JOURNAL_BYTES, clean_file_name
from app.domain.progress import Progress, part_of
from app.domain.size_words import size_words
from app.vault.chosen_file import ChosenFile, chosen_file
from app.vault.connection import Database, Row
from app.vault.evidence_references import kept_references, present_references
from app.vault.keeping import KeepingTable
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned
from app.vault.sweeping import note_unswept

_PUT = """
INSERT INTO evidence (uid, reflection_uid, size_bytes, sha256, added_at) VALUES (?, ?, ?, ?, ?)
"""
_PUT_PIECE = "INSERT INTO evidence_part (evidence, position, content) VALUES (?, ?, ?)"
_FIND = "SELECT id, size_bytes, sha256 FROM evidence WHERE uid = ?"
_PIECES = "SELECT content FROM evidence_part WHERE evidence = ? ORDER BY position"
_ALL = "SELECT uid, reflection_uid FROM evidence"
_USED = "SELECT coalesce(sum(size_bytes), 0) FROM evidence WHERE sha256 <> ?"
_HASHED, _STORED = 0.25, 0.95

LOST = b""  # in the place of the hash, where salvage could not bring a file back


class EvidenceTable:
    """Adds, reads and removes files."""

    def __init__(self, database: Database, keeping: KeepingTable) -> None:
        self._database = database
        self._keeping = keeping
        # Their answers may still be on their way to the disk, or brought back by an undo.
        self._of_session: set[str] = set()

    def add(self, reflection_id: str, path: Path, at: datetime, progress: Progress) -> EvidenceFile:
        """Store a file for a reflection, which need not have been saved yet; all of it, or nothing.

        Raises:
            FileNotTaken: it is no file, empty, too large, or does not keep still.
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        uid = cleaned(reflection_id)
        self._keeping.refuse_held(uid)
        self._keeping.refuse_away(uid)
        with chosen_file(path) as chosen:
            self._refuse_too_much(chosen.size_bytes)
            sha256 = chosen.sha256(part_of(progress, 0, _HASHED))
            file = EvidenceFile(
                uuid4().hex, clean_file_name(cleaned(path.name)), chosen.size_bytes, sha256.hex()
            )
            row = (file.id, uid, file.size_bytes, sha256, moment_text(at.astimezone(UTC)))
            told = part_of(progress, _HASHED, _STORED)
            # The room kept for the last words is for words.
            self._database.write(lambda: self._put(row, chosen, told), uses_reserve=False)
        self._of_session.add(file.id)
        return file

    def read(self, file: EvidenceFile, progress: Progress) -> bytes:
        """Give what a file holds, just as it was added.

        Raises:
            FileDamaged: it does not read back so.
            Cancelled: the person stopped it.
        """
        return content_of(self._database, file, progress)

    def used_bytes(self) -> int:
        """Say how much all files of the journal have together."""
        found = self._database.row(_USED, (LOST,))
        return int(found[0]) if found else 0

    def sweep(self) -> int:
        """Remove what no version refers to, but for what was added since the opening; say how many.

        Raises:
            JournalDamaged: a version does not read, so nobody knows; nothing was changed.
            NotSaved: nothing was changed.
        """
        loose = self._unreferred_now()
        if loose:
            loose -= {each.file.id for each in kept_references(self._database)}
        if loose:
            self._database.write(lambda: self._drop(loose))
        return len(loose)

    def drop_unreferred(self) -> None:
        """Do the same inside a transaction that removes the words of versions for good."""
        loose = self._unreferred_now()
        if loose:
            # A version that does not read refuses nothing here: it can never be read again.
            kept = kept_references(self._database, skips_damaged=True)
            self._drop(loose - {each.file.id for each in kept})

    def drop_of(self, reflection_uids: Sequence[str]) -> None:
        """Remove the files of reflections whose every word has just been removed for good.

        What another reflection refers to too becomes that one's.
        """
        gone = set(reflection_uids)
        files = {uid for uid, owner in self._database.rows(_ALL) if owner in gone}
        if not files:
            return
        kept = kept_references(self._database, skips_damaged=True)
        others = (*present_references(self._database), *kept)
        heirs = {each.file.id: each.reflection_uid for each in others}
        for uid in files & heirs.keys():
            self._database.run(
                "UPDATE evidence SET reflection_uid = ? WHERE uid = ?", (heirs[uid], uid)
            )
        self._drop(files - heirs.keys())

    def _put(
        self, row: tuple[str, str, int, bytes, str], chosen: ChosenFile, progress: Progress
    ) -> None:
        evidence = self._database.run(_PUT, row)
        for position, piece in enumerate(chosen.pieces(progress)):
            self._database.run(_PUT_PIECE, (evidence, position, piece))
        progress(1)

    def _refuse_too_much(self, size_bytes: int) -> None:
        used = self.used_bytes()
        if used + size_bytes > MOST_JOURNAL_BYTES:
            raise FileNotTaken(
                f"the files in this journal have {size_words(used)}, and with this one they would "
                f"have more than {size_words(MOST_JOURNAL_BYTES)}."
            )

    def _unreferred_now(self) -> set[str]:
        """Give what no reflection refers to in its present words, and was not added just now."""
        there = {uid for uid, _ in self._database.rows(_ALL)} - self._of_session
        if there:
            there -= {each.file.id for each in present_references(self._database)}
        return there

    def _drop(self, uids: set[str]) -> None:
        for uid in sorted(uids):
            self._database.run("DELETE FROM evidence WHERE uid = ?", (uid,))
        if uids:
            note_unswept(self._database)


def content_of(database: Database, file: EvidenceFile, progress: Progress) -> bytes:
    """Give what a file holds.

    Raises:
        FileDamaged: it does not read back as it was added.
        Cancelled: the person stopped it.
    """
    found = _row_of(database, file)
    if found is None or found[1:] != (file.size_bytes, _hash_of(file)):
        raise FileDamaged
    content, digest = bytearray(), hashlib.sha256()
    try:
        for (piece,) in database.each_row(_PIECES, (found[0],)):
            progress(min(1, len(content) / max(1, file.size_bytes)))
            content += piece
            digest.update(piece)
    except (JournalDamaged, TypeError):
        raise FileDamaged from None
    if digest.hexdigest() != file.sha256:
        raise FileDamaged
    return bytes(content)


def is_known_lost(database: Database, file: EvidenceFile) -> bool:
    """Say whether salvage could not bring this file back, and said so."""
    found = _row_of(database, file)
    return found is not None and found[2] == LOST


def _row_of(database: Database, file: EvidenceFile) -> Row | None:
    try:
        return database.row(_FIND, (cleaned(file.id),))
    except JournalDamaged:
        raise FileDamaged from None


def _hash_of(file: EvidenceFile) -> bytes:
    try:
        return bytes.fromhex(file.sha256)
    except ValueError:
        raise FileDamaged from None
