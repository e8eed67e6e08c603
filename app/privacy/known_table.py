"""The forms of a people key by their letters, and what is known about each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson
from app.privacy.known_form import GENERIC, SHORT_OF_KEY, Form
from app.privacy.known_forms import Holder, forms_of, holder_of
from app.privacy.known_grammar import ALSO_WORDS, NEVER_ALONE
from app.privacy.known_pet_names import PetNames
from app.privacy.known_small_words import IDEAS
from app.privacy.likeness import SHORTEST, Likeness
from app.privacy.short_names import FULL_FORMS, READ_AS_NAMES, SHORT_FORMS, SPELLINGS

IsWord = Callable[[str], bool]

EVERYDAY = ALSO_WORDS | NEVER_ALONE | GENERIC
SHORT = 2  # letters: so short a name needs its capital
# Short forms and other spellings, which are of a higher rank, are not compared by likeness.
LAST_RANK_LIKE = 3
_NAMES_WITHOUT_LIKENESS = READ_AS_NAMES | SHORT_FORMS.keys() | FULL_FORMS.keys() | SPELLINGS.keys()
_SHORTEST_WITHIN, _LAST_RANK_WITHIN, _LETTERS_COMPARED = 5, 2, 4
_LAST_RANK_OF_FIRST, _LAST_RANK_WHOLE = 1, 4
# Letters of a name that is written in two words; longer ones even in two plain words.
SHORTEST_IN_TWO, LONG_IN_TWO = 6, 8
_SERVANTS = frozenset({"abd", "abdel", "abdul", "abdal", "abdol"})
_MOST_RECALLED = 20_000  # words
# Letters of a word that may hold a name.
RATHER_LONG = 9


@dataclass(frozen=True, slots=True)
class Known:
    """A form, and whose it is."""

    form: Form
    holder: int


@dataclass(frozen=True, slots=True)
class Near:
    """The name that a word was probably meant as: how unlike it is, and its letters too many."""

    letters: str
    unlike: float
    too_many: int


class _Unknown:
    """Stands for what was not looked up yet."""


_UNKNOWN = _Unknown()


class KnownTable:
    """A people key made ready once; what it recalls may be asked for on any thread."""

    def __init__(self, people: Sequence[KeptPerson], is_word: IsWord | None) -> None:
        """Take the entries, the first of one name counting, and what knows ordinary words."""
        self.holders: list[Holder] = [holder_of(each) for each in people]
        self.forms: dict[str, list[Known]] = {}
        # In how many words a form is written at most, by its first word.
        self.longest: dict[str, int] = {}
        self.is_word = is_word
        for number, person in enumerate(people):
            self._take(number, person)
        for known in self.forms.values():
            known.sort(key=lambda each: (each.form.rank, each.holder))
        self._single = Likeness(self._letters(LAST_RANK_LIKE, is_single=True))
        self._pairs = Likeness(self._letters(1, is_single=False))
        self._pet_names = PetNames(
            self._first_names(), self._letters(_LAST_RANK_WHOLE, is_single=True)
        )
        self._halves = {
            letters[:place]
            for letters in self._letters(LAST_RANK_LIKE, is_single=None)
            if len(letters) >= SHORTEST_IN_TWO
            for place in range(SHORT, len(letters) - SHORT + 1)
        }
        self._recalled: dict[str, Near | None] = {}
        self._nothing: dict[str, bool] = {}
        self._within: dict[str, list[str]] = {}
        for letters in self._letters(_LAST_RANK_WITHIN, is_single=None):
            if len(letters) >= _SHORTEST_WITHIN and not self.is_also_a_word(letters):
                self._within.setdefault(letters[:_LETTERS_COMPARED], []).append(letters)

    def is_also_a_word(self, letters: str) -> bool:
        """Say whether a name is an everyday word too."""
        if letters in EVERYDAY:
            return True
        is_word = self.is_word
        return is_word is not None and letters not in READ_AS_NAMES and is_word(letters)

    def needs_grammar(self, letters: str) -> bool:
        """Say whether only a capital or the words around tell that this form is a name."""
        return len(letters) <= SHORT or self.is_also_a_word(letters)

    def may_be_none(self, letters: str) -> bool:
        """Say whether this form, nearly always a name, is another word at times: jack, lee."""
        is_short_form = self.forms[letters][0].form.rank > LAST_RANK_LIKE
        return letters in READ_AS_NAMES | IDEAS or (is_short_form and len(letters) <= SHORTEST)

    def is_nothing(self, letters: str) -> bool:
        """Say whether a word is known to begin no name, and to be like none; a capital may tell."""
        known = self._nothing.get(letters)
        if known is None:
            if len(self._nothing) >= _MOST_RECALLED:
                self._nothing.clear()
            known = self._nothing[letters] = (
                letters not in self.longest
                and letters not in self.forms
                and letters not in self._halves
                and self.pet_name(letters) is None
                and letters[:-1] not in self.forms
                and len(letters) < RATHER_LONG
                and (len(letters) < SHORTEST or self.nearest(letters) is None)
            )
        return known

    def nearest(self, letters: str) -> Near | None:
        """Give the name in one word that another word was probably meant as."""
        near = self._recalled.get(letters, _UNKNOWN)
        if isinstance(near, _Unknown):
            if len(self._recalled) >= _MOST_RECALLED:
                self._recalled.clear()
            near = self._recalled[letters] = self._nearest(letters)
        return near

    def pet_name(self, letters: str) -> Sequence[Known] | None:
        """Give whose first name this is the beginning of, as gabs and moha are."""
        if letters in _NAMES_WITHOUT_LIKENESS or letters in self.forms or self.is_word is None:
            return None
        name = self._pet_names.meant_by(letters)
        if name is None or self.is_also_a_word(letters):
            return None
        holders = (each for each in self.forms[name] if each.form.rank <= _LAST_RANK_WHOLE)
        form = Form(letters, (letters,), SHORT_OF_KEY, Confidence.LIKELY, rank=6)
        return [Known(form, each.holder) for each in holders]

    def _first_names(self) -> Iterator[str]:
        for letters, known in self.forms.items():
            for each in known:
                is_person = self.holders[each.holder].kind is IdentifierKind.NAME
                is_first = each.form.rank <= _LAST_RANK_OF_FIRST and not each.form.is_surname
                if is_person and is_first and len(each.form.pieces) == 1:
                    yield letters

    def written_in_two(self, first: str, more: str) -> Sequence[Known] | None:
        """Give the name of which two words are the halves; any vowel joins Abd Alaziz."""
        near = self.nearest(first + more) if first in _SERVANTS else None
        return self.forms.get(near.letters if near else first + more)

    def nearest_pair(self, letters: str) -> str | None:
        """Give the name in several words that two words were probably meant as."""
        near = self._pairs.nearest(letters)
        return near[0] if near else None

    def within(self, letters: str) -> Iterator[tuple[int, str]]:
        """Give the names within a long word, and where each begins; none overlaps another."""
        free = 0
        for place in range(len(letters) - _SHORTEST_WITHIN + 1):
            if place < free:
                continue
            names = self._within.get(letters[place : place + _LETTERS_COMPARED], ())
            whole = [name for name in names if letters.startswith(name, place)]
            if whole:
                longest = max(whole, key=len)
                yield place, longest
                free = place + len(longest)

    def _take(self, number: int, person: KeptPerson) -> None:
        for form in forms_of(person):
            if not form.letters:
                continue
            known = self.forms.setdefault(form.letters, [])
            if all(each.holder != number or each.form.rank > form.rank for each in known):
                known[:] = [each for each in known if each.holder != number]
                known.append(Known(form, number))
            first = form.pieces[0]
            self.longest[first] = max(self.longest.get(first, 1), len(form.pieces))

    def _letters(self, last_rank: int, *, is_single: bool | None) -> Iterator[str]:
        for letters, known in self.forms.items():
            wanted = (each.form for each in known if each.form.rank <= last_rank)
            if any(is_single in (None, len(form.pieces) == 1) for form in wanted):
                yield letters

    def _nearest(self, letters: str) -> Near | None:
        if letters in _NAMES_WITHOUT_LIKENESS or self.is_also_a_word(letters):
            return None
        near = self._single.nearest(letters)
        if near is not None:
            return Near(*near, 0)
        if letters[-1] == "s" and not self.is_also_a_word(letters[:-1]):
            near = self._single.nearest(letters[:-1])
        return Near(*near, 1) if near else None
