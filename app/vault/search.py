"""Finds reflections: by words in the full-text indexes, by filters in the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from app.domain.errors import NotSaved
from app.domain.finding import Found, Search
from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.vault.connection import Database
from app.vault.extracts import Hits
from app.vault.kept_forms import KeptForms
from app.vault.order import Order
from app.vault.outlines import Outlines
from app.vault.reflection_record import reflection_of
from app.vault.reflections import Reflections
from app.vault.search_words import Terms, terms_of
from app.vault.stored_text import cleaned
from app.vault.word_index import WordIndex


class Finder:
    """Answers searches, newest writing first."""

    def __init__(
        self,
        database: Database,
        reflections: Reflections,
        forms: KeptForms,
        word_index: WordIndex,
    ) -> None:
        self._database = database
        self._reflections = reflections
        self._word_index = word_index
        self._outlines = Outlines(reflections, forms)
        self._newest_first: Order | None = None

    def forget_order(self) -> None:
        """Read the order anew at the next search: a reflection came or its moment moved."""
        self._newest_first = None

    def forget(self, reflection: int) -> None:
        """Read this reflection anew at the next search: it is being saved."""
        self._outlines.forget(reflection)

    def forget_all(self) -> None:
        """Let go of everything that was read."""
        self._newest_first = None
        self._outlines.forget_all()

    def find(self, search: Search) -> Found:
        """Give one page of outlines, with how many there are in all."""
        terms = terms_of(search.words)
        page, total = self._page(search, terms)
        outlines = self._outlines.of(page, Hits(terms.terms))
        return Found(outlines, total, len(self._order()))

    def read_ahead(self, progress: Progress) -> None:
        """Read what every search needs: the order of the reflections, the index of words.

        Raises:
            Cancelled: something else is to be done.
        """
        self._order()
        self._word_index.read_ahead(progress)

    def reflections(self, search: Search) -> tuple[Reflection, ...]:
        """Give one page of whole reflections."""
        page, _ = self._page(search, terms_of(search.words))
        return tuple(map(reflection_of, self._reflections.records(page)))

    def _page(self, search: Search, terms: Terms) -> tuple[list[int], int]:
        """Give the ids of one page, with how many match in all."""
        matching = tuple(self._matching(search, terms))
        return self._order().page(matching, max(0, search.offset), max(0, search.limit))

    def _order(self) -> Order:
        if self._newest_first is None:
            rows = self._database.rows(
                "SELECT CAST(id AS INTEGER) FROM reflection ORDER BY begun_at DESC, id DESC"
            )
            self._newest_first = Order([row[0] for row in rows])
        return self._newest_first

    def _matching(self, search: Search, terms: Terms) -> Iterator[str]:
        """Give, for each thing that must hold, the ids of the reflections where it does."""
        if terms.terms:
            # On a disk that takes no more, a search without the last words beats no search.
            with contextlib.suppress(NotSaved):
                self._word_index.catch_up()
        elif not terms.is_blank:
            yield ""
        for index, query in (
            ("word_index", terms.word_query()),
            ("phrase_index", terms.phrase_query()),
        ):
            if query:
                yield self._ids(f"rowid AS id FROM {index} WHERE {index} MATCH ?", query)
        if search.theme is not None:
            theme = "DISTINCT reflection AS id FROM theme WHERE name = ?"
            yield self._ids(theme, cleaned(search.theme))
        conditions, values = _conditions(search)
        if conditions:
            yield self._ids(f"id FROM reflection WHERE {' AND '.join(conditions)}", *values)

    def _ids(self, query: str, *values: str) -> str:
        # One long text is read several times quicker than ten thousand rows.
        ids = f"SELECT group_concat(id) FROM (SELECT {query} ORDER BY id)"  # noqa: S608 - our own
        found = self._database.row(ids, values)
        return found[0] or "" if found else ""


def _conditions(search: Search) -> tuple[list[str], list[str]]:
    conditions: list[str] = []
    values: list[str] = []
    if search.is_complete is not None:
        conditions.append(f"completed_at IS {'NOT ' if search.is_complete else ''}NULL")
    for condition, value in (
        ("form_id = ?", None if search.form_id is None else cleaned(search.form_id)),
        ("day >= ?", search.since.isoformat() if search.since else None),
        ("day <= ?", search.until.isoformat() if search.until else None),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    return conditions, values
