"""Which name of a few a word is a misspelling of: letters that are mixed up, and likeness of sound.

A slip that people make costs little, another letter much: Kayliegh is Kayleigh, but Jade not Jane.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

SHORTEST = 4  # letters; among shorter words too many are alike
_LONGEST = 40
_VOWELS = "aeiouy"
_ALIKE = ("cksq", "sz", "gj", "td", "mn", "vfw", "bp", "xs")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = frozenset(
    first + second
    for row in _ROWS
    for one, other in pairwise(row)
    for first, second in ((one, other), (other, one))
)
_SAME_END = frozenset("eiy")

_LETTER, _BESIDE_ON_KEYS, _SOUNDING, _VOWEL, _DOUBLED = 1.3, 0.8, 0.5, 0.5, 0.3
_EXCHANGED, _VOWEL_OR_NOT, _CONSONANT_OR_NOT, _SILENT, _AT_END = 0.5, 0.6, 1.0, 0.4, 1.2
_FIRST = 0.5
_TOO_MUCH = 1.001  # of the most that is allowed
# What a misspelling may cost, by the letters of the name.
_MOST = {4: 0.85, 5: 1.1, 6: 1.35, 7: 1.6, 8: 1.9, 9: 2.1}
_MOST_OF_LONG = 2.1
# So much more where both sound the same; from a length on at which few words do.
_MORE_BY_SOUND, _SHORTEST_BY_SOUND = 1.5, 6

# Endings that make another name of one.
_LONG = 9  # letters
_OF_OTHERS = frozenset(
    {"a", "i", "le", "la", "lle", "lla", "na", "ne", "ina", "ine", "etta", "ette", "son"}
)
# In this order; ^ and $ are the ends of the word.
_SOUND_PAIRS = """
    eigh$:i$ iegh$:i$ eagh$:i$ eegh$:i$ eigh:A igh:A ^kn:^n ^gn:^n ^wr:^r ph:f v:f sch:S sh:S
    tch:C ch:C ce:se ci:si cy:sy z:s ^gh:^g gh: ge:je gi:ji ck:k kh:k qu:k q:k c:k th:t dh:t
    x:ks ^h:^H h: H:h e$:$ eA:A ay:A ai:A ei:A ie:i ee:i ea:i ey:i y:i au:o aw:o oo:o ou:o ow:o
    u:o e:a
"""
_SOUNDS = [pair.split(":") for pair in _SOUND_PAIRS.split()]
_ENDS_IN_VOWELS = ("ee$", "ie$", "ye$", "oe$", "ae$", "ue$")
_HEARD_VOWELS = str.maketrans("", "", "Aaio")


class Likeness:
    """Some names in small letters without accents, ready to be compared with words like that."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; the time for one word hardly grows with their number."""
        self._near: dict[str, list[str]] = {}
        self._sounds: dict[str, str] = {}
        own = [each for each in dict.fromkeys(names) if each.isascii()]
        # Names as they are heard where "th" is said as "f", and the names themselves.
        self._fronted = {each.replace("th", "f"): each for each in own if "th" in each}
        for name in dict.fromkeys((*own, *self._fronted)):
            if SHORTEST <= len(name) <= _LONGEST:
                self._sounds[name] = sound_of(name)
                for key in _keys(name, self._sounds[name]):
                    self._near.setdefault(key, []).append(name)

    def nearest(self, word: str) -> tuple[str, float] | None:
        """Give the name that a word is most like, if any, and how unlike it is, from 0 to 1."""
        if not SHORTEST <= len(word) <= _LONGEST or not word.isascii():
            return None
        sound = sound_of(word)
        near = {name for key in _keys(word, sound) for name in self._near.get(key, ())}
        best = (_TOO_MUCH, "")
        for name in near:
            if _is_another_name(word, name):
                continue
            most = _most(word, name, is_heard=sound == self._sounds[name])
            meant = self._fronted.get(name, name)
            more = 0.0 if meant == name else _SOUNDING
            best = min(best, ((_apart(word, name, most) + more) / most, meant))
        return (best[1], best[0]) if best[1] else None


def _is_another_name(word: str, name: str) -> bool:
    """Daniel is no misspelling of Danielle, nor Carl of Carla."""
    shorter, longer = sorted((word, name), key=len)
    if len(longer) >= _LONG:
        return False
    more = longer[len(shorter) :]
    is_drawn_out = more == shorter[-1]  # freyaa
    return longer.startswith(shorter) and more in _OF_OTHERS and not is_drawn_out


def sound_of(word: str) -> str:
    """Write a word in small letters roughly as it sounds in English."""
    word = f"^{word}$"
    # A last "e" is heard among vowels only.
    if word.endswith(_ENDS_IN_VOWELS):
        word = f"{word[:-1]}_$"
    for letters, sound in _SOUNDS:
        if letters in word:
            word = word.replace(letters, sound)
    heard = ""
    for letter in word:
        if letter not in "^_$" and letter != heard[-1:]:
            heard += letter
    return heard


def _keys(word: str, sound: str) -> set[str]:
    """Give what two words share of which one comes about by a slip: a letter less, or a sound."""
    shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
    return shorter | {word, f"={sound[:1]}{sound[1:].translate(_HEARD_VOWELS)}"}


def _most(word: str, name: str, *, is_heard: bool) -> float:
    most = _MOST.get(len(name), _MOST_OF_LONG)
    if is_heard and min(len(word), len(name)) >= _SHORTEST_BY_SOUND:
        most += _MORE_BY_SOUND
    return most


def _apart(word: str, name: str, most: float) -> float:
    """Give what it costs to come from one word to the other; above the most it is only more."""
    above: list[float] = []
    row = [0.0]
    for place in range(len(name)):
        row.append(row[-1] + _or_not(name, place))
    for place, letter in enumerate(word):
        before, row = row, [row[0] + _or_not(word, place)]
        for other_place, other in enumerate(name):
            is_end = place == len(word) - 1 and other_place == len(name) - 1
            cost = min(
                before[other_place + 1] + _or_not(word, place),
                row[other_place] + _or_not(name, other_place),
                before[other_place] + _instead(letter, other, place, is_end=is_end),
            )
            if (
                place
                and other_place
                and letter == name[other_place - 1]
                and other == word[place - 1]
                and letter != other
            ):
                cost = min(cost, above[other_place - 1] + _EXCHANGED)
            row.append(cost)
        # An exchange reaches over two rows: only both together tell that it is too much.
        if min(row) > most and min(before) > most:
            return most + _LETTER
        above = before
    return row[-1]


def _or_not(word: str, place: int) -> float:
    letter = word[place]
    if place and word[place - 1] == letter:
        return _DOUBLED
    if letter == "h":
        return _SILENT + (0 if place else _FIRST)
    if letter not in _VOWELS:
        return _CONSONANT_OR_NOT + (0 if place else _FIRST)
    is_end = place in (0, len(word) - 1)
    # A last "a" makes another name of it; a last "e" often does not.
    return _AT_END if is_end and letter != "e" else _VOWEL_OR_NOT


def _instead(letter: str, other: str, place: int, *, is_end: bool) -> float:
    if letter == other:
        return 0.0
    first = 0.0 if place else _FIRST
    if letter in _VOWELS and other in _VOWELS:
        is_other_name = is_end and not (letter in _SAME_END and other in _SAME_END)
        return (_AT_END if is_other_name else _VOWEL) + first
    if any(letter in group and other in group for group in _ALIKE):
        return _SOUNDING + first
    return (_BESIDE_ON_KEYS if letter + other in _BESIDE else _LETTER) + first
