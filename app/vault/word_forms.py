"""The organisation's own Word forms, kept encrypted in the journal like every word."""

from __future__ import annotations

import json
from datetime import datetime

from app.domain.errors import NoSuchWordForm
from app.domain.word_form import FieldMapping, ValueName, WordForm
from app.vault.connection import Database, Row
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

_ALL = "SELECT uid, name, mapping, added_at FROM word_form"
_FILE = "SELECT file FROM word_form WHERE uid = ?"
_PUT = "INSERT INTO word_form (uid, name, file, mapping, added_at) VALUES (?, ?, ?, ?, ?)"
_RENAME = "UPDATE word_form SET name = ? WHERE uid = ?"
_MAP = "UPDATE word_form SET mapping = ? WHERE uid = ?"
_REMOVE = "DELETE FROM word_form WHERE uid = ?"


class WordFormTable:
    """Keeps each form byte for byte, with what goes where in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[WordForm, ...]:
        """Give every form, by name."""
        with taken_as_stored():
            forms = [_form(row) for row in self._database.rows(_ALL)]
        return tuple(sorted(forms, key=lambda form: (form.name.casefold(), form.uid)))

    def file(self, uid: str) -> bytes:
        """Give the file of a form.

        Raises:
            NoSuchWordForm: there is none.
        """
        row = self._database.row(_FILE, (cleaned(uid),))
        if row is None:
            raise NoSuchWordForm("This form is not kept in the journal any more.")
        with taken_as_stored():
            return bytes(row[0])

    def add(self, form: WordForm, file: bytes) -> None:
        """Keep a form.

        Raises:
            NotSaved: nothing was changed.
        """
        row = (
            cleaned(form.uid),
            cleaned(form.name),
            file,
            _mapping_text(form.mapping),
            moment_text(form.added_at),
        )
        # The room kept for the last words is for words.
        self._database.write(lambda: self._database.run(_PUT, row), uses_reserve=False)

    def rename(self, uid: str, name: str) -> None:
        """Give a form another name.

        Raises:
            NotSaved: nothing was changed.
        """
        self._database.write(lambda: self._database.run(_RENAME, (cleaned(name), cleaned(uid))))

    def map(self, uid: str, mapping: FieldMapping) -> None:
        """Keep what goes where.

        Raises:
            NotSaved: nothing was changed.
        """
        row = (_mapping_text(mapping), cleaned(uid))
        self._database.write(lambda: self._database.run(_MAP, row))

    def remove(self, uid: str) -> None:
        """Let a form go; what was filled from it is elsewhere and stays.

        Raises:
            NotSaved: nothing was changed.
        """
        self._database.write(lambda: self._database.run(_REMOVE, (cleaned(uid),)))


def _form(row: Row) -> WordForm:
    uid, name, mapping, added_at = map(str, row)
    read = {key: ValueName.from_text(text) for key, text in dict(json.loads(mapping)).items()}
    known = {key: value for key, value in read.items() if value is not None}
    return WordForm(uid, name, known, datetime.fromisoformat(added_at))


def _mapping_text(mapping: FieldMapping) -> str:
    plain = {cleaned(key): cleaned(value.text()) for key, value in mapping.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)
