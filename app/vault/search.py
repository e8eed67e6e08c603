"""Finds reflections: by words in the full-text indexes, by filters in the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from app.domain.errors import NotSaved
from app.domain.finding import Found, Search
from app.domain.reflection import Reflection
from app.vault.connection import Database
from app.vault.kept_forms import KeptForms
from app.vault.outlines import outline_of
from app.vault.reflections import Reflections
from app.vault.search_words import Terms, terms_of
from app.vault.stored_text import cleaned
from app.vault.word_index import WordIndex


class Finder:
    """Answers searches, newest writing first.

    The order of all reflections is kept in memory: sorting thousands of hits inside the database
    costs several times the search itself.
    """

    def __init__(self, database: Database, reflections: Reflections, forms: KeptForms) -> None:
        self._database = database
        self._reflections = reflections
        self._word_index = WordIndex(database, reflections)
        self._forms = forms
        self._newest_first: list[str] | None = None

    def forget_order(self) -> None:
        """Read the order anew at the next search: a reflection came or its moment moved."""
        self._newest_first = None

    def find(self, search: Search) -> Found:
        """Give one page of outlines, with how many there are in all."""
        terms = terms_of(search.words)
        ids = self._matching(search, terms)
        titles = self._forms.titles()
        page = self._reflections.records(_page(ids, search))
        outlines = tuple(outline_of(record, terms, titles) for record in page)
        return Found(outlines, len(ids), len(self._order()))

    def reflections(self, search: Search) -> tuple[Reflection, ...]:
        """Give one page of whole reflections."""
        ids = self._matching(search, terms_of(search.words))
        return tuple(self._reflections.read(_page(ids, search)))

    def _matching(self, search: Search, terms: Terms) -> list[str]:
        ids = self._order()
        for allowed in self._allowed(search, terms):
            ids = [each for each in ids if each in allowed]
        return ids

    def _order(self) -> list[str]:
        if self._newest_first is None:
            rows = self._database.rows(
                "SELECT CAST(id AS TEXT) FROM reflection ORDER BY begun_at DESC, id DESC"
            )
            self._newest_first = [row[0] for row in rows]
        return self._newest_first

    def _allowed(self, search: Search, terms: Terms) -> Iterator[set[str]]:
        """Give, for each thing that must hold, the reflections where it does."""
        if terms.terms:
            # On a disk that takes no more, a search without the last words beats no search.
            with contextlib.suppress(NotSaved):
                self._word_index.catch_up()
        elif not terms.is_blank:
            yield set()
        if query := terms.word_query():
            yield self._ids("rowid", "word_index WHERE word_index MATCH ?", query)
        if query := terms.phrase_query():
            yield self._ids("rowid", "phrase_index WHERE phrase_index MATCH ?", query)
        if search.theme is not None:
            yield self._ids("reflection", "theme WHERE name = ?", cleaned(search.theme))
        conditions, values = _conditions(search)
        if conditions:
            yield self._ids("id", f"reflection WHERE {' AND '.join(conditions)}", *values)

    def _ids(self, column: str, source: str, *values: str) -> set[str]:
        # One long text is read several times quicker than ten thousand rows.
        query = f"SELECT group_concat({column}) FROM {source}"  # noqa: S608 - our own words
        found = self._database.row(query, values)
        return set(found[0].split(",")) if found and found[0] else set()


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


def _page(ids: list[str], search: Search) -> list[int]:
    start = max(0, search.offset)
    return [int(each) for each in ids[start : start + max(0, search.limit)]]
