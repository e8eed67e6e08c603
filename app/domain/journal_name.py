"""Which names a journal can have: its folder bears the name, on any system it is carried to."""

from __future__ import annotations

import unicodedata

_NEVER = '/\\:*?"<>|'
_MOST_CHARACTERS = 60
_PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
_TAKEN_BY_WINDOWS = frozenset(("con", "prn", "aux", "nul", *_PORTS))


def tidy_name(typed: str) -> str:
    """Give the name as the folder will bear it: one form of each letter, single spaces."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def trouble_with_name(name: str) -> str:
    """Say in one sentence why a folder cannot have this name; nothing if it can."""
    if not name:
        return "Give the journal a name, so that you know it again."
    if len(name) > _MOST_CHARACTERS:
        return f"A name can have {_MOST_CHARACTERS} characters; this one has {len(name)}."
    never = [character for character in _NEVER if character in name]
    if never:
        return f"A folder’s name cannot have {' '.join(never)} in it. Please leave that out."
    if any(unicodedata.category(character)[0] == "C" for character in name):
        return "There is a sign in this name that cannot be seen. Type the name once more."
    return _trouble_with_place(name)


def _trouble_with_place(name: str) -> str:
    if name.startswith(".") or name.endswith("."):
        return "A folder’s name should not begin or end with a full stop."
    if name.partition(".")[0].strip().lower() in _TAKEN_BY_WINDOWS:
        return "Windows keeps this name for itself. Add another word to it."
    return ""
