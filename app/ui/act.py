"""One thing that can be done by menu or key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of a menu.

    Needs names where it can be used: anywhere, an open journal, the editor, a reflection read, the
    list of actions.
    """

    name: str
    words: str
    keys: str = ""
    needs: str = "journal"
    is_checkable: bool = False
    also: str = ""  # a second key that does the same


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for translation; Qt's own marker has no useful type."""
    return words


Menu = tuple[str, tuple[Act | None, ...]]  # a title, and its entries with gaps between them
