"""How Qt's own dialogs write a file's date where the system names no country: as in Britain."""

from __future__ import annotations

from collections.abc import MutableMapping

_NAMES = ("LC_ALL", "LC_TIME", "LANG")  # in the order in which they decide
_NOWHERE = ("", "C", "POSIX")
_BRITISH = "en_GB.UTF-8"


def name_country_of_dates(environment: MutableMapping[str, str]) -> None:
    """Say it before Qt begins: without a country it would write “22 11 2026 21:04”."""
    named = next((environment[name] for name in _NAMES if environment.get(name)), "")
    if named.partition(".")[0] in _NOWHERE and not environment.get("LC_ALL"):
        environment["LC_TIME"] = _BRITISH
