"""Writes what came back from a damaged journal into a new, empty database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.gathering import Gathered, Values
from app.vault.keeping import content_of
from app.vault.kept_forms import KeptForms
from app.vault.mending import Mended, Mending
from app.vault.record_anew import links_anew
from app.vault.reflection_record import HEAD_COLUMNS, ReflectionRecord, day_of, reflection_of
from app.vault.revisions import keeping_name
from app.vault.spare_forms import SpareForms
from app.vault.surviving_files import TABLES as FILE_TABLES
from app.vault.surviving_files import SurvivingFiles
from app.vault.word_index import put_words

# Written from what was mended, not as gathered.
_MENDED_TABLES = ("vault", "reflection", "answer", "theme", "revision", "keeping", *FILE_TABLES)
_AT_ONCE = 20


class SalvagedRows:
    """Fills the tables in the order in which they lean on each other."""

    def __init__(
        self, database: Database, gathered: Gathered, mending: Mending, files: SurvivingFiles
    ) -> None:
        self._database = database
        self._gathered = gathered
        self._mending = mending
        self._files = files

    def write(
        self, vault: str, mended: Sequence[Mended], forms: SpareForms, progress: Progress
    ) -> None:
        """Write everything in one transaction; then give lacking forms.

        Raises:
            NotSaved, Cancelled: nothing counts.
        """
        self._database.write(lambda: self._write(vault, mended, progress))
        kept = {(form["id"], form["version"]) for form in self._gathered.rows("form")}
        for form in forms.of((each.record for each in mended), kept):
            KeptForms(self._database).keep(form)

    def _write(self, vault: str, mended: Sequence[Mended], progress: Progress) -> None:
        for place, each in enumerate(mended):
            if place % _AT_ONCE == 0:
                progress(place / len(mended))
            self._put_reflection(each)
        hashes: dict[str, bytes | None] = dict.fromkeys(sorted(self._mending.away))
        hashes |= {
            each.record.uid: hashlib.sha256(each.record.canonical()).digest() for each in mended
        }
        for row in self._decisions(hashes):
            self._insert("keeping", row)
            name = keeping_name(row["reflection_uid"])
            hashes[name] = hashlib.sha256(content_of(tuple(row.values()))).digest()
        for link in links_anew(vault, self._mending.versions, hashes):
            self._insert("revision", link)
        for table in self._gathered.tables.keys() - set(_MENDED_TABLES):
            for row in self._gathered.rows(table):
                self._insert(table, row)
        for table, row in self._files.rows():
            self._insert(table, row)

    def _put_reflection(self, mended: Mended) -> None:
        each, record = mended.id, mended.record
        head = dict(zip(HEAD_COLUMNS.split(", "), record.head, strict=True))
        day = mended.row.get("day") or day_of(reflection_of(record))
        self._insert("reflection", {**mended.row, **head, "day": day, "id": each})
        columns = ("prompt", "kind", "sharing", "value")
        for position, answer in enumerate(record.answers):
            values = dict(zip(columns, answer, strict=True))
            self._insert("answer", {"reflection": each, "position": position, **values})
        for position, name in enumerate(record.themes):
            self._insert("theme", {"reflection": each, "position": position, "name": name})
        self._put_made_anew(each, record)

    def _put_made_anew(self, each: int, record: ReflectionRecord) -> None:
        for prompt, position, by_when in record.open_actions():
            values = {"prompt": prompt, "position": position, "by_when": by_when}
            self._insert("open_action", {"reflection": each, **values})
        put_words(self._database.run, each, record)

    def _decisions(self, hashes: Mapping[str, bytes | None]) -> list[Values]:
        """Give what was decided about keeping those reflections that came back as decided."""
        return [
            row
            for row in self._gathered.rows("keeping")
            if row["reflection_uid"] in hashes
            and bool(row["binned_at"] or row["emptied_at"])
            == (row["reflection_uid"] in self._mending.away)
        ]

    def _insert(self, table: str, values: Mapping[str, Any]) -> None:
        marks = ", ".join("?" * len(values))
        statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"  # noqa: S608
        self._database.run(statement, tuple(values.values()))
