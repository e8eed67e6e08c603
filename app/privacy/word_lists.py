"""The shipped lists of names, places and quiet words, and what the dictionary explains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app import assets
from app.privacy.folding import folded
from app.privacy.sorted_lists import Phrase, SortedPhrases, SortedWords, by_first_word

_COMMENT = "#"
_SHORTEST_PART = 2
# Beginnings and endings by which a word comes from one of the dictionary.
_BEGINNINGS = ("un", "re", "over", "under", "mis", "non", "pre", "co", "anti", "multi", "out")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "less", "ful", "like", "n't")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class WordLists:
    """Everything in small letters without accents, as app/privacy/folding.py gives them."""

    dictionary: SortedWords  # words that have no capital in mid-sentence
    capitals: frozenset[str]  # words that the dictionaries give a capital
    acronyms: frozenset[str]  # words that they give nothing but capitals
    first_names: SortedWords  # none of them a word of the dictionary
    word_names: Mapping[str, str]  # first names that are words: names, words or ideas
    surnames: SortedWords
    places: SortedPhrases
    word_places: Mapping[str, str]  # places that are words: placed or sure
    far_places: SortedPhrases
    quiet: Mapping[str, str]  # word: authors, months, countries or nothing
    quiet_phrases: Mapping[str, tuple[Phrase, ...]]
    titles: Mapping[str, str]  # word: suggestion
    roles: Mapping[str, str]  # words: suggestion
    organisations: Mapping[str, str]  # words that say what sort it is: suggestion
    organisation_heads: frozenset[str]  # the first of these words
    organisation_starts: Mapping[str, str]  # word: suggestion
    organisation_names: Mapping[str, str]  # words: suggestion
    organisation_phrases: Mapping[str, tuple[Phrase, ...]]  # the same words, by the first
    place_words: Mapping[str, str]  # words: suggestion
    grammar: Mapping[str, frozenset[str]]  # section: small words, see grammar.txt
    verbs: Mapping[str, str]  # speaks, writes, does, is or feels

    def explains(self, word: str) -> bool:
        """Say whether a word, every part of a compound or what it comes from is a plain word."""
        if word in self.dictionary:
            return True
        if "-" in word:
            parts = word.split("-")
            return all(each in self.dictionary or len(each) < _SHORTEST_PART for each in parts)
        return self._is_derived(word)

    def _is_derived(self, word: str) -> bool:
        stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
        stems += [f"{stem}e" for stem in stems]
        stems += [word.removeprefix(start) for start in _BEGINNINGS if word.startswith(start)]
        return any(len(each) >= _SHORTEST_STEM and each in self.dictionary for each in stems)

    def is_first_name(self, word: str) -> bool:
        """Say whether it is a first name, or several that hyphens join."""
        if word in self.first_names or self.word_names.get(word) == "names":
            return True
        return "-" in word and any(
            len(each) > _SHORTEST_PART and self.is_first_name(each) for each in word.split("-")
        )

    def is_name(self, word: str) -> bool:
        """Say whether it may be a part of somebody's name."""
        return self.is_first_name(word) or word in self.surnames or word in self.word_names

    def is_place(self, word: str) -> bool:
        """Say whether one word alone is a place of these islands."""
        return (word,) in self.places.beginning_with(word)


def read_lists(folder: Path | None = None, dictionaries: Path | None = None) -> WordLists:
    """Read the lists of a folder; none means the shipped ones.

    Raises:
        OSError: a list cannot be read.
    """
    folder = folder or assets.resource("identifiers")
    small, capital = _dictionary(dictionaries or assets.resource("dictionaries"))
    organisation_names = _pairs(folder / "organisation_names.txt")
    organisations = _pairs(folder / "organisation_words.txt")
    return WordLists(
        dictionary=small,
        capitals=frozenset(folded("\n".join(capital)).split("\n")),
        acronyms=frozenset(word.lower() for word in capital if word.isupper()),
        first_names=SortedWords(_text(folder / "first_names.txt")),
        word_names=_sections(folder / "word_names.txt"),
        surnames=SortedWords(_text(folder / "surnames.txt")),
        places=SortedPhrases(_text(folder / "places.txt")),
        word_places=_sections(folder / "word_places.txt"),
        far_places=SortedPhrases(_text(folder / "places_far.txt")),
        quiet=_sections(folder / "quiet_words.txt"),
        quiet_phrases=by_first_word(_lines(folder / "quiet_phrases.txt")),
        titles=_pairs(folder / "titles.txt"),
        roles=_pairs(folder / "roles.txt"),
        organisations=organisations,
        organisation_heads=frozenset(by_first_word(organisations)),
        organisation_starts=_pairs(folder / "organisation_starts.txt"),
        organisation_names=organisation_names,
        organisation_phrases=by_first_word(organisation_names),
        place_words=_pairs(folder / "place_words.txt"),
        grammar=_sets(folder / "grammar.txt"),
        verbs=_sections(folder / "person_verbs.txt"),
    )


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _lines(file: Path) -> Iterator[str]:
    text = folded(_text(file))
    return (line for line in text.split("\n") if line and line[0] != _COMMENT)


def _in_sections(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Give the words of each line with the heading in square brackets above them."""
    section = ""
    for line in _lines(file):
        if line[0] == "[":
            section = line.strip("[] ")
        else:
            yield section, line.split()


def _sections(file: Path) -> dict[str, str]:
    return {word: section for section, words in _in_sections(file) for word in words}


def _sets(file: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for section, words in _in_sections(file):
        found[section] = found.get(section, frozenset()).union(words)
    return found


def _pairs(file: Path) -> dict[str, str]:
    lines = (line for line in _text(file).splitlines() if line and line[0] != _COMMENT)
    pairs = (line.partition("=") for line in lines)
    return {folded(words.strip()): suggestion.strip() for words, _, suggestion in pairs}


def _dictionary(folder: Path) -> tuple[SortedWords, list[str]]:
    """Give the small words, and those with a capital; the dictionary has these first."""
    text = _text(folder / "en_GB" / "words.txt")
    border = text.index("\na")
    others = _text(folder / "sector_words.txt").split("\n")
    capital = text[:border].split("\n") + [each for each in others if each[:1].isupper()]
    return SortedWords(text[border:], [each for each in others if each[:1].islower()]), capital
