"""Spelling in one open journal: the shipped words, the person's own, and those let pass for now."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.spelling import LONGEST_OWN_WORD, UnknownWord
from app.services.ports import Clock
from app.services.spelling_ports import OwnWordShelf, Speller

_CURLY, _STRAIGHT = "’", "'"


@dataclass(slots=True)
class Spelling:
    """Looking up may be done on any thread; what touches the shelf runs on the vault's."""

    speller: Speller
    shelf: OwnWordShelf
    clock: Clock
    # Whole sets are exchanged, never changed, because two threads read them.
    _own: frozenset[str] = field(default=frozenset())
    _passed: frozenset[str] = field(default=frozenset())

    def load(self) -> tuple[str, ...]:
        """Read the person's own words, on the vault's thread; give them."""
        words = self.shelf.all()
        self._own = frozenset(_plain(word) for word in words)
        return words

    def unknown(self, text: str, *, is_beginning: bool = True) -> tuple[UnknownWord, ...]:
        """Give the words of a text that are probably misspelt."""
        known = self._own | self._passed if self._passed else self._own
        return self.speller.unknown(text, known, is_beginning=is_beginning)

    def near(self, word: str) -> tuple[str, ...]:
        """Give what was probably meant, the likeliest first."""
        return self.speller.near(word, self._own)

    def let_pass(self, word: str) -> None:
        """Take a word as right until the journal is closed."""
        self._passed |= {_plain(word)}

    def add(self, word: str) -> tuple[str, ...]:
        """Keep a word among the person's own, on the vault's thread; give them all.

        Raises:
            NotSaved: nothing was changed.
        """
        word = word.strip().replace(_CURLY, _STRAIGHT)
        if 0 < len(word) <= LONGEST_OWN_WORD:
            self.shelf.add(word, self.clock.now())
        return self.load()

    def remove(self, word: str) -> tuple[str, ...]:
        """Let one of the person's own words go, on the vault's thread; give the others.

        Raises:
            NotSaved: nothing was changed.
        """
        self.shelf.remove(word)
        return self.load()


def _plain(word: str) -> str:
    return word.replace(_CURLY, _STRAIGHT).casefold()
