"""The person's own forms: every version for ever, which are retired, and what is being made."""

from __future__ import annotations

from datetime import datetime

from app.domain.form import FormDefinition
from app.vault.connection import Database
from app.vault.faults import taken_as_stored
from app.vault.kept_forms import form_from_json, form_to_json
from app.vault.reflection_record import moment_text
from app.vault.stored_text import cleaned

_NEWEST = """
SELECT id, file FROM own_form AS one
WHERE version = (SELECT max(version) FROM own_form WHERE id = one.id) ORDER BY id
"""
_VERSIONS = "SELECT file FROM own_form WHERE id = ? ORDER BY version"
# A salvaged journal may hold the reflections' forms without the file they came from.
_LAST = """
SELECT max(version) FROM
(SELECT id, version FROM own_form UNION ALL SELECT id, version FROM form) WHERE id = ?
"""
_PUT = "INSERT INTO own_form (id, version, file, made_at) VALUES (?, ?, ?, ?)"
_RETIRED = "SELECT id FROM retired_form"
_RETIRE = "INSERT OR IGNORE INTO retired_form (id, retired_at) VALUES (?, ?)"
_BRING_BACK = "DELETE FROM retired_form WHERE id = ?"
# A form that is being made stands among the preferences, under its id.
_DRAFT = "own_form_draft:"
_DRAFTS = "SELECT value FROM preference WHERE substr(name, 1, ?) = ? ORDER BY name"
_PUT_DRAFT = """
INSERT INTO preference VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_DROP_DRAFT = "DELETE FROM preference WHERE name = ?"


class OwnFormTable:
    """Keeps each version as the text of a form file, and never changes one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> tuple[tuple[str, str], ...]:
        """Give the id of every own form with the text of its newest version."""
        with taken_as_stored():
            return tuple((form_id, text) for form_id, text in self._database.rows(_NEWEST))

    def versions(self, form_id: str) -> tuple[str, ...]:
        """Give the texts of all versions of a form, the oldest first."""
        with taken_as_stored():
            return tuple(text for (text,) in self._database.rows(_VERSIONS, (cleaned(form_id),)))

    def last_version(self, form_id: str) -> int:
        """Give the highest version of a form that was ever kept; 0 where there is none."""
        row = self._database.row(_LAST, (cleaned(form_id),))
        return int(row[0] or 0) if row else 0

    def put(self, form: FormDefinition, text: str, at: datetime, made_as: str = "") -> None:
        """Keep a new version; what was being made under this id, if any, is now this version.

        Raises:
            NotSaved: nothing was changed.
        """
        row = (cleaned(form.id), form.version, cleaned(text), moment_text(at))

        def write() -> None:
            self._database.run(_PUT, row)
            if made_as:
                self._database.run(_DROP_DRAFT, (_DRAFT + cleaned(made_as),))

        self._database.write(write)

    def retired(self) -> frozenset[str]:
        """Give the ids of the forms, own and shipped, that are no longer offered."""
        with taken_as_stored():
            return frozenset(form_id for (form_id,) in self._database.rows(_RETIRED))

    def retire(self, form_id: str, at: datetime) -> None:
        """Offer a form no longer; its reflections keep it.

        Raises:
            NotSaved: nothing was changed.
        """
        row = (cleaned(form_id), moment_text(at))
        self._database.write(lambda: self._database.run(_RETIRE, row))

    def bring_back(self, form_id: str) -> None:
        """Offer a form again.

        Raises:
            NotSaved: nothing was changed.
        """
        self._database.write(lambda: self._database.run(_BRING_BACK, (cleaned(form_id),)))

    def drafts(self) -> tuple[FormDefinition, ...]:
        """Give what is being made and not saved as a version yet."""
        rows = self._database.rows(_DRAFTS, (len(_DRAFT), _DRAFT))
        return tuple(form_from_json(value) for (value,) in rows)

    def keep_draft(self, form: FormDefinition) -> None:
        """Keep what is being made of a form, right or not.

        Raises:
            NotSaved: nothing was changed.
        """
        pair = (_DRAFT + cleaned(form.id), form_to_json(form))
        self._database.write(lambda: self._database.run(_PUT_DRAFT, pair))

    def drop_draft(self, form_id: str) -> None:
        """Let go what was being made of a form.

        Raises:
            NotSaved: nothing was changed.
        """
        name = _DRAFT + cleaned(form_id)
        self._database.write(lambda: self._database.run(_DROP_DRAFT, (name,)))
