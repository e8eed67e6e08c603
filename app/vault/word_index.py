"""Keeps the two full-text indexes in step with the reflections."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.reflection_record import ReflectionRecord
from app.vault.reflections import Reflections
from app.vault.vocabulary import Vocabulary

_INDEXES = ("word_index", "phrase_index")
# Each block fills a page; so many leave room in the cache for what is read.
_BLOCKS = "SELECT length(block) FROM word_index_data LIMIT 2500"
_BLOCKS_AT_ONCE = 64


class WordIndex:
    """Indexes each reflection once it is left alone.

    Indexing a reflection costs several times as much as saving it. So the one that is being
    written waits, noted in the table unindexed, until another is saved or something is searched.
    There is one for each open database, for it recalls what it noted.
    """

    def __init__(self, database: Database, reflections: Reflections) -> None:
        self._database = database
        self._reflections = reflections
        # Recalled from save to save: while one reflection grows, nothing need be read.
        self._noted: int | None = None
        self.vocabulary = Vocabulary(database)
        database.when_undone(self.forget)

    def note(self, reflection: int) -> None:
        """Note that the words of a reflection changed, inside the transaction that changed them."""
        if reflection == self._noted:
            return
        waiting = self._waiting()
        if reflection not in waiting:
            self._index(waiting)
            self._database.run("INSERT INTO unindexed VALUES (?)", (reflection,))
        self._noted = reflection

    def remove(self, reflection: int) -> None:
        """Let no search find a reflection any more, inside the transaction that takes it out."""
        self.forget()
        self._database.run("DELETE FROM unindexed WHERE reflection = ?", (reflection,))
        for index in _INDEXES:
            self._database.run(f"DELETE FROM {index} WHERE rowid = ?", (reflection,))  # noqa: S608

    def read_ahead(self, progress: Progress) -> None:
        """Have the pages of the index in memory, so that the first search is as quick as others.

        Raises:
            Cancelled: something else is to be done.
        """
        for number, _ in enumerate(self._database.each_row(_BLOCKS)):
            if not number % _BLOCKS_AT_ONCE:
                progress(0)

    def catch_up(self) -> None:
        """Index what waits.

        Raises:
            NotSaved: it still waits.
        """
        if self.has_waiting():
            self._database.write(self.index_waiting)

    def has_waiting(self) -> bool:
        """Say whether a reflection waits to be indexed."""
        return bool(self._waiting())

    def index_waiting(self) -> None:
        """Index what waits, inside a transaction."""
        self._index(self._waiting())

    def _waiting(self) -> list[int]:
        return [row[0] for row in self._database.rows("SELECT reflection FROM unindexed")]

    def _index(self, reflections: Sequence[int]) -> None:
        for reflection, record in zip(
            reflections, self._reflections.records(reflections), strict=True
        ):
            put_words(self._database.run, reflection, record)
            self.vocabulary.add(record.words())
        self._database.run("DELETE FROM unindexed")
        self.forget()

    def forget(self) -> None:
        """Look again at what waits: it was changed past this."""
        self._noted = None


def put_words(run: Callable[..., object], reflection: int, record: ReflectionRecord) -> None:
    """Put the words of a reflection into both indexes, in the place of those it had."""
    words = "\n".join(record.words())
    for index in _INDEXES:
        statement = f"INSERT OR REPLACE INTO {index} (rowid, words) VALUES (?, ?)"  # noqa: S608
        run(statement, (reflection, words))
