"""The newest reflections, read straight from their indexes: home needs no order of all the rest."""

from __future__ import annotations

from app.domain.finding import ReflectionOutline
from app.vault.connection import Database
from app.vault.extracts import Hits
from app.vault.kept_forms import KeptForms
from app.vault.outlines import Outlines
from app.vault.reflections import Reflections

# CAST, so that a damaged page gives a number or nothing, never a text in its place.
_NEWEST = "SELECT CAST(id AS INTEGER) FROM reflection ORDER BY begun_at DESC, id DESC LIMIT ?"
_NEWEST_DRAFTS = (
    "SELECT CAST(id AS INTEGER) FROM reflection WHERE completed_at IS NULL"
    " ORDER BY begun_at DESC, id DESC LIMIT ?"
)


class Newest:
    """Reads the first few, whatever the size of the journal."""

    def __init__(self, database: Database, reflections: Reflections, forms: KeptForms) -> None:
        self._database = database
        self._reflections = reflections
        self._forms = forms

    def outlines(self, limit: int, *, drafts_only: bool) -> tuple[ReflectionOutline, ...]:
        """Give the outlines of the reflections begun last, newest first."""
        rows = self._database.rows(_NEWEST_DRAFTS if drafts_only else _NEWEST, (max(0, limit),))
        # Made anew each time: what was read before may have been saved again since.
        fresh = Outlines(self._reflections, self._forms)
        return fresh.of([row[0] for row in rows], Hits(()))
