"""How a role label fits into the sentence where a name stood: articles, capitals, possessives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.privacy.known_forms import ORGANISATIONS
from app.privacy.label_times import fitted_time

_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "cllr", "rev"})
# As words they mean something else: with their capital only.
_TITLES_WITH_CAPITAL = frozenset(
    """
    Miss Mx Doctor Professor Reverend Revd Fr Sir Dame Lord Lady PC DC DS DI DCI Sgt HHJ DJ
    """.split()  # noqa: SIM905
)
# Words of one meaning: what the label says is not said twice.
_ALIKE = tuple(
    frozenset(line.split())
    for line in """
    mum mam mummy mom mother ma
    dad daddy father da papa
    nan nana nanna nanny gran granny grandma grandmother
    grandad granddad grandpa granda grandfather
    aunt auntie aunty
    uncle
    stepmum stepmother
    stepdad stepfather
    brother
    sister
    son
    daughter
    cousin
    baby
    partner boyfriend girlfriend husband wife
    child kid
    teacher headteacher head
    doctor gp dr
    officer policeman policewoman
    judge
    nurse
    midwife
    manager
    supervisor
    solicitor
    worker
    school
    nursery
    hospital
    """.strip().splitlines()
)
_ARTICLES = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"my", "our", "your", "their", "its", "whose", "each", "every"})
# They may also be whom something is told: "told her Donna was ill".
_OWNERS_BY_KINSHIP = frozenset({"her", "his"})
# With 's they say "is", not whose.
_NO_OWNERS = frozenset(
    {
        "it",
        "that",
        "this",
        "she",
        "he",
        "who",
        "what",
        "there",
        "here",
        "where",
        "let",
        "how",
        "when",
    }
)
_LINKING = frozenset({"of", "in", "at", "on", "to", "for", "and", "the", "this", "that", "words"})
_ADJECTIVES = frozenset(
    {"little", "poor", "dear", "lovely", "young", "old", "late", "new", "former"}
)
_OPENERS = '*_"“‘('
_APOSTROPHES = "'’"
_KIND_AFTER = re.compile(r"[ \t]([^\W\d_]+)(?![\w'’-])")
_SAID_IN_LETTERS = re.compile(r"[AEFHILMNORSX]")
_HEARD_AS_CONSONANT = re.compile(r"(?:uni|use|usu|eu|one(?![a-z])|ut[ie])", re.IGNORECASE)
_FURTHEST = 80  # characters that are looked at before a name


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a label becomes, and from where to where the text gives way to it."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Label:
    """A label by its parts; there may be no article."""

    article: str
    rest: str

    @classmethod
    def of(cls, words: str) -> _Label:
        first, _, rest = words.partition(" ")
        is_article = first.lower() in _ARTICLES and bool(rest.strip())
        return cls(first, rest) if is_article else cls("", words)

    @property
    def words(self) -> str:
        return f"{self.article} {self.rest}".lstrip()

    @property
    def meanings(self) -> frozenset[str]:
        own = frozenset(re.findall(r"[^\W\d_]{2,}", self.rest.lower()))
        return own.union(*(group for group in _ALIKE if group & own))


@dataclass(frozen=True, slots=True)
class _Before:
    """The word before a place, on its line and with a space between."""

    start: int
    word: str
    has_dot: bool
    is_owner: bool

    @classmethod
    def at(cls, text: str, place: int, free_from: int) -> _Before | None:
        """Give it where it may be changed, or says whose the name's bearer is."""
        least = max(0, place - _FURTHEST)
        end = _back(text, place, least, _OPENERS)
        gap = end
        end = _back(text, end, least, " \t")
        has_dot = text[end - 1 : end] == "."
        start = end - has_dot
        if end == gap:
            return None
        end = start
        while start > least and (text[start - 1].isalpha() or text[start - 1] in _APOSTROPHES):
            start -= 1
        start += len(text[start:end]) - len(text[start:end].lstrip(_APOSTROPHES))
        if start == end:
            return None
        word = text[start:end].lower()
        stem, apostrophe, ending = word.replace("’", "'").partition("'")
        is_owner = ending in ("s", "") and bool(apostrophe) and stem not in _NO_OWNERS
        is_owner = is_owner or (word == "s" and text[start - 1 : start] in ("'", "’"))
        if start < free_from:
            return cls(start, "", has_dot=False, is_owner=True) if is_owner else None
        return cls(start, word, has_dot, is_owner)


def _back(text: str, place: int, least: int, characters: str) -> int:
    while place > least and text[place - 1] in characters:
        place -= 1
    return place


def fitted(text: str, start: int, end: int, label: str, free_from: int = 0) -> Fitted:
    """Fit a label into the place of a name; nothing before the free place is touched."""
    timely = fitted_time(text, start, label, free_from)
    if timely is not None:
        return Fitted(timely[0], end, timely[1])
    parts = _Label.of(label)
    last_word = text[start:end].split()[-1:]
    is_kind_named = any(word.lower() in ORGANISATIONS for word in last_word)
    end = _without_kind(text, end, parts)
    start, is_role_gone = _without_titles(text, start, parts, free_from)
    before = _Before.at(text, start, free_from)
    if before is not None and before.word in _ADJECTIVES and parts.article and not before.has_dot:
        # "Poor Donna" becomes "the poor mother".
        parts = _Label(parts.article, f"{before.word} {parts.rest}")
        start = before.start
        before = _Before.at(text, start, free_from)
    if before is None or before.has_dot:
        return Fitted(start, end, parts.words)
    if not parts.article and before.word == "the" and (is_role_gone or is_kind_named):
        return Fitted(before.start, end, parts.words)
    if parts.article and _stands_for_an_article(before, is_role_gone=is_role_gone):
        parts = _Label("", parts.rest)
    if before.word in ("a", "an") and not parts.article:
        needed = _article_for(parts.rest)
        if needed != before.word:
            first = text[before.start]
            needed = needed.capitalize() if first.isupper() else needed
            return Fitted(before.start, end, f"{needed} {parts.rest}")
    return Fitted(start, end, parts.words)


def _stands_for_an_article(before: _Before, *, is_role_gone: bool) -> bool:
    if before.word in _ARTICLES or before.word in _OWNERS or before.is_owner:
        return True
    return before.word in _OWNERS_BY_KINSHIP and is_role_gone


def _without_titles(text: str, start: int, parts: _Label, free_from: int) -> tuple[int, bool]:
    """Give the place before titles and what the label says too, and whether it said that."""
    is_role_gone = False
    meanings = parts.meanings
    while (before := _Before.at(text, start, free_from)) is not None:
        word = text[before.start : before.start + len(before.word)]
        if before.word in _TITLES or word in _TITLES_WITH_CAPITAL:
            start = before.start
            continue
        is_linking = before.word in _LINKING and not is_role_gone
        if before.word not in meanings or before.has_dot or is_linking:
            break
        further = _Before.at(text, before.start, free_from)
        if not parts.article and further is not None and _owns(further):
            # "Her child Child A" says more than "her Child A".
            break
        start, is_role_gone = before.start, True
    return start, is_role_gone


def _owns(before: _Before) -> bool:
    return before.is_owner or before.word in _OWNERS or before.word in _OWNERS_BY_KINSHIP


def _without_kind(text: str, end: int, parts: _Label) -> int:
    """Give the place behind a word that says once more what kind of place it is."""
    words = [word for word in parts.rest.lower().split() if len(word) > 1]
    after = _KIND_AFTER.match(text, end)
    if after and words and after[1].lower() == words[-1] and words[-1] in ORGANISATIONS:
        return after.end()
    return end


def _article_for(words: str) -> str:
    word = words.partition(" ")[0]
    if word.isupper() and len(word) > 1:
        return "an" if _SAID_IN_LETTERS.match(word) else "a"
    is_vowel = word[:1].lower() in "aeiou" and word[:1] != ""
    return "an" if is_vowel and not _HEARD_AS_CONSONANT.match(word) else "a"
