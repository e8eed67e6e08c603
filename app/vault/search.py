"""Finds reflections: by words in the full-text indexes, by filters in the tables."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from app.domain.errors import NotSaved
from app.domain.finding import Days, Found, Search
from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.vault.connection import Database
from app.vault.extracts import Hits
from app.vault.filters import Filter, filters_of
from app.vault.kept_forms import KeptForms
from app.vault.likely_words import likely_words
from app.vault.order import Order
from app.vault.outlines import Outlines
from app.vault.reflection_record import reflection_of
from app.vault.reflections import Reflections
from app.vault.search_words import Terms, terms_of
from app.vault.word_index import WordIndex

_DAY_OF_EACH = "SELECT CAST(id AS INTEGER), CAST(day AS TEXT) FROM reflection"


class Finder:
    """Answers searches, newest writing first; a list within days goes by those days."""

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
        self._newest_events_first: Order | None = None
        self._kept_within: tuple[tuple[Filter, ...], frozenset[str]] | None = None
        database.when_written(self._forget_within)
        database.when_undone(self._forget_within)

    def forget_order(self) -> None:
        """Read the order anew at the next search: a reflection came or its moment moved."""
        self._newest_first = None
        self._newest_events_first = None

    def _forget_within(self) -> None:
        self._kept_within = None
        self._newest_events_first = None

    def forget(self, reflection: int) -> None:
        """Read this reflection anew at the next search: it is being saved."""
        self._outlines.forget(reflection)

    def forget_all(self) -> None:
        """Let go of everything that was read."""
        self._newest_first = None
        self._forget_within()
        self._outlines.forget_all()

    def find(self, search: Search) -> Found:
        """Give one page of outlines, with how many there are in all."""
        terms = terms_of(search.words)
        page, total = self._page(search, terms, self._order_by(search.listed_by))
        outlines = self._outlines.of(page, Hits(terms.terms))
        return Found(outlines, total, len(self._order()), search.listed_by)

    def read_ahead(self, progress: Progress) -> None:
        """Read what searches need: the order of the reflections, the index, the words in it.

        Raises:
            Cancelled: something else is to be done.
        """
        self._order()
        self._word_index.read_ahead(progress)
        self._word_index.vocabulary.uses(progress)

    def words_like(self, words: str) -> tuple[str, ...]:
        """Give what was probably meant by words of which some are nowhere, the likeliest first."""
        with contextlib.suppress(NotSaved):
            self._word_index.catch_up()
        return likely_words(words, self._word_index.vocabulary.uses())

    def reflections(self, search: Search) -> tuple[Reflection, ...]:
        """Give one page of whole reflections, newest writing first."""
        page, _ = self._page(search, terms_of(search.words), self._order())
        return tuple(map(reflection_of, self._reflections.records(page)))

    def ids(self, search: Search) -> frozenset[str] | None:
        """Give the ids of all that match, as texts; None where nothing is asked for."""
        sets = [frozenset(ids.split(",")) for ids in self._matching(terms_of(search.words))]
        within = self._within(search)
        if within is not None:
            sets.append(within)
        return frozenset.intersection(*sets) if sets else None

    def _page(self, search: Search, terms: Terms, order: Order) -> tuple[list[int], int]:
        """Give the ids of one page, with how many match in all."""
        matching = tuple(self._matching(terms))
        place = (max(0, search.offset), max(0, search.limit))
        return order.page(matching, *place, within=self._within(search))

    def _order(self) -> Order:
        if self._newest_first is None:
            rows = self._database.rows(
                "SELECT CAST(id AS INTEGER) FROM reflection ORDER BY begun_at DESC, id DESC"
            )
            self._newest_first = Order([row[0] for row in rows])
        return self._newest_first

    def _order_by(self, days: Days) -> Order:
        if days is Days.OF_WRITING:
            return self._order()
        if self._newest_events_first is None:
            days_of: dict[int, str] = dict(self._database.rows(_DAY_OF_EACH))
            newest_first = sorted(self._order().ids, key=days_of.__getitem__, reverse=True)
            self._newest_events_first = Order(newest_first)
        return self._newest_events_first

    def _matching(self, terms: Terms) -> Iterator[str]:
        """Give the ids of the reflections that hold the words, and of those with the phrases."""
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

    def _within(self, search: Search) -> frozenset[str] | None:
        """Give the ids that the filters leave; while words are typed they stay the same."""
        filters = tuple(filters_of(search))
        if not filters:
            return None
        if self._kept_within is None or self._kept_within[0] != filters:
            ids = [self._ids(query, *values) for query, values in filters]
            self._kept_within = (filters, self._order().those_in(ids))
        return self._kept_within[1]

    def _ids(self, query: str, *values: str | int) -> str:
        # One long text is read several times quicker than ten thousand rows.
        ids = f"SELECT group_concat(id) FROM (SELECT {query} ORDER BY id)"  # noqa: S608 - our own
        found = self._database.row(ids, values)
        return found[0] or "" if found else ""
