"""The words that the journal holds, as its index has them: without capitals and accents."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from app.domain.progress import Progress, unwatched
from app.vault.connection import Database
from app.vault.extracts import folded

_LIST = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_uses USING fts5vocab('main', 'word_index', 'row')"
)
_WORDS = "SELECT term, doc FROM temp.word_uses"
_WORD = re.compile(r"[^\W_]+")
_AT_ONCE = 64


class Vocabulary:
    """Every word with how many reflections hold it.

    Listing them goes through the whole index, so it is done once, when nobody waits or when it is
    first needed. After that what is indexed is added; a word that left the journal stays until
    the journal is opened again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._uses: Counter[str] | None = None

    def uses(self, progress: Progress = unwatched) -> Mapping[str, int]:
        """Give the words, each with in how many reflections it is, roughly.

        Raises:
            Cancelled: something else is to be done.
        """
        if self._uses is None:
            self._database.run(_LIST)
            uses: Counter[str] = Counter()
            for number, (word, count) in enumerate(self._database.each_row(_WORDS)):
                if not number % _AT_ONCE:
                    progress(0)
                uses[word] = count
            self._uses = uses
        return self._uses

    def add(self, texts: Iterable[str]) -> None:
        """Add the words of a reflection that was indexed."""
        if self._uses is not None:
            self._uses.update({word for text in texts for word in words_in(text)})

    def forget(self) -> None:
        """Let go of every word."""
        self._uses = None


def words_in(text: str) -> list[str]:
    """Give the words of a text as the index has them, as nearly as is needed here."""
    return _WORD.findall(folded(unicodedata.normalize("NFC", text)))
