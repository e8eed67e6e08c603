"""First names cut short by those who know them: Gabs, Chidi, Pheebs, Kaysie."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST, _LONGEST = 3, 9  # letters that stay of a name
_SHORTEST_NAME = 5
# What is put behind a whole name, in families from many places: Rajbhai, Hemlataben, Jonesy.
_BEHIND_WHOLE = (
    "bhai", "ben", "ji", "jee", "jaan", "jan", "apa", "chan", "kutty", "amma", "anna", "y", "ie",
    "o", "boy", "girl", "ito", "ita", "inho", "inha", "ek", "us", "ka", "ette", "poo", "bear",
)  # fmt: skip
# What is put behind them; what begins with a vowel doubles a consonant, as in Gabby.
_ADDED = ("", "s", "z", "y", "i", "ie", "ey", "sy", "sie", "zy", "ster", "o")
_BEHIND_CONSONANT = frozenset({"y", "i", "ie", "ey", "o"})
_VOWELS = frozenset("aeiouy")
# Short ways of writing other words, in which a name would be found.
_OTHER_WORDS = frozenset(
    """
    abt apt appt apr arr asap asb asd aug avg bday bec bro btw cam cams cas cba cis cla cos cott coz
    cuz dec def def defo des det dev dict diff dis doc docs dob doh dunno est esp esol etc fab fam
    feb fri fyi gen gov hol hols hosp hrs hun ian iep imo inc info iro jan jul jun lac lado lol mar
    marac mash max med meds mgr min mins misc mis mon msg mtg nat nay nov obs oct ofc ok omg org ped
    pep perm per phys pls plz pos pov prep pres prob probs prof prog pru psych pub que rec ref refs
    reg rep req resp sal sat sec sen send sept sep ser sgo sib sibs sis soc sol spec stat stats sub
    sun supp sup surg tac tar temp ten tex text thu thur thurs thx tho til tom tmr tmrw tox tue tues
    tut ty var vet vid vids vis vol wed wknd yos yot mam mum nan gran ward cat mid hal pan man don
    """.split()  # noqa: SIM905
)


class PetNames:
    """The beginnings of some first names."""

    def __init__(self, names: Iterable[str], whole: Iterable[str]) -> None:
        """Take first names, then all that may have something behind; small, without accents.

        Of those that begin alike the first counts.
        """
        self._names: dict[str, str] = {}
        self._whole = frozenset(whole)
        for name in names:
            if len(name) >= _SHORTEST_NAME:
                for length in range(_SHORTEST, min(_LONGEST, len(name) - 1) + 1):
                    self._names.setdefault(name[:length], name)

    def meant_by(self, word: str) -> str | None:
        """Give the name that a word is short or fond for by its letters."""
        if word in _OTHER_WORDS:
            return None
        return self._of_whole(word) or self._of_beginning(word)

    def _of_whole(self, word: str) -> str | None:
        if not word.endswith(_BEHIND_WHOLE):
            return None
        for added in _BEHIND_WHOLE:
            stem = word.removesuffix(added)
            if _SHORTEST <= len(stem) < len(word) and stem in self._whole:
                is_hard_to_say = added[0] in _VOWELS and stem[-1] in _VOWELS
                return None if is_hard_to_say else stem
        return None

    def _of_beginning(self, word: str) -> str | None:
        if word[:_SHORTEST] not in self._names:
            return None
        for added in _ADDED:
            if word.endswith(added):
                name = self._of_stem(word[: len(word) - len(added)], added)
                if name is not None and len(word) <= len(name):
                    return name
        return None

    def _of_stem(self, stem: str, added: str) -> str | None:
        if added in _BEHIND_CONSONANT and stem[-1:] in _VOWELS:
            return None
        name = self._names.get(stem)
        is_doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2]
        if name is None and is_doubled and added in _BEHIND_CONSONANT:
            name = self._names.get(stem[:-1])
        return name
