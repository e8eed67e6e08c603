"""Turns what a person types into the search box into queries that can never be wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.vault.stored_text import cleaned

_MOST_CHARACTERS, _MOST_TERMS = 1000, 40
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_PART = re.compile(r'"(?P<phrase>[^"]*)(?P<end>"|$)|(?P<word>[^\s"]+)')
# Up to here the index and Python agree on what a letter is, so that one word is one entry there.
_LAST_PLAIN_LETTER = "\u024f"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that must occur, without quotation marks; it may be a beginning."""

    text: str
    is_beginning: bool = False

    def is_one_word(self) -> bool:
        """Say whether it needs no look at the order of words."""
        return self.text.isalnum() and max(self.text) <= _LAST_PLAIN_LETTER

    def query(self) -> str:
        """Give it in the index's language, where quotation marks take every other meaning away."""
        return f'"{self.text}"' + ("*" if self.is_beginning else "")


@dataclass(frozen=True, slots=True)
class Terms:
    """All that must occur; no terms although something was typed means that nothing can."""

    terms: tuple[Term, ...]
    is_blank: bool

    def word_query(self) -> str:
        """Give the query for the index of words, or nothing."""
        return " AND ".join(term.query() for term in self.terms if term.is_one_word())

    def phrase_query(self) -> str:
        """Give the query for the index of phrases, or nothing."""
        return " AND ".join(term.query() for term in self.terms if not term.is_one_word())


def terms_of(typed: str) -> Terms:
    """Read the words: each must occur, “phrases in quotation marks” as they stand.

    The last one, and any that ends in a star, may be the beginning of a word.
    """
    text = as_typed(typed)
    found = [_term(part, text) for part in _PART.finditer(text)]
    terms = [term for term in found if any(map(str.isalnum, term.text))]
    return Terms(tuple(dict.fromkeys(terms))[:_MOST_TERMS], not text.strip(' \t\r\n"'))


def as_typed(typed: str) -> str:
    """Give as much of what was typed as is read, with plain quotation marks."""
    return cleaned(typed).replace("\0", " ").translate(_QUOTES)[:_MOST_CHARACTERS]


def _term(part: re.Match[str], text: str) -> Term:
    is_last = part.end() == len(text)
    if part["word"] is not None:
        word = part["word"].rstrip("*")
        return Term(word, is_beginning=is_last or word != part["word"])
    return Term(part["phrase"].strip(), is_beginning=is_last and not part["end"])
