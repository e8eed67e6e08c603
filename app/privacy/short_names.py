"""Short forms and other spellings of first names as they are met in the UK: an own, modest list."""

from __future__ import annotations

from collections.abc import Iterator

from app import assets

# Words in the dictionary that are nearly always a name where people are written about.
_READ_AS_NAMES = """
abbey ahmed albert alfred ali amina amir arnold bailey barney barry begum benny betty billy bobby
bonnie brad brandy carter charlie chas chris colin cooper dan danny davy debby dexter dolly don
duncan ed eric fanny felix fletcher francis fred gabby george georgie gilbert harper harry hector
henry hussein jack jake james jamie jane jean jenny jeremy jerry jess jesse jill jimmy joe john
johnny jordan joseph josh judy kaur kelly ken kenny khan kip kitty laura lee len lenny leo lewis
louis lucas lucy luke madge madison maggie marcel maria martin mason matt mickey mike mo molly
morgan morris nancy nelly nelson nick oliver ollie omar oscar paddy pam parker patel peggy pete
peter phil philip pippin polly ralph reg rex robbie rodney roger ron roy sally sam sammy saul
sawyer sheila sid simon singh smith stacey stella steven taylor ted teddy terry tess thatcher tim
toby tom tommy tony tyler valentine vic victor victoria vincent wally walter wendy willy zack
"""


def _groups(name: str) -> Iterator[str]:
    """Give the lines of a list that is shipped, without its comments."""
    text = (assets.resource("identifiers") / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")


def _short_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in _groups("short_names.txt"):
        full, _, short = group.partition(":")
        for name in full.split():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *short.split())))
    return found


def _full_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for full, short in SHORT_FORMS.items():
        for name in short:
            found[name] = (*found.get(name, ()), full)
    return found


def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in _groups("name_spellings.txt"):
        names = group.split()
        for name in names:
            others = (each for each in names if each != name)
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *others)))
    return found


# All in small letters, without accents.
SHORT_FORMS = _short_forms()
FULL_FORMS = _full_forms()
SPELLINGS = _spellings()
READ_AS_NAMES = frozenset(_READ_AS_NAMES.split())
