"""What was ticked and chosen in a Word form: signs and lists that stand nowhere as text."""

from __future__ import annotations

import re

from app.word_xml import Element, attribute, child, is_on, name_of, number_from

# What the fonts that forms are ticked with draw at these places.
_SIGNS = {"FC": "✓", "FE": "☑", "FD": "☒", "FB": "✗", "A8": "☐", "6F": "☐", "78": "☒"}
_UNKNOWN_SIGN = "•"
_CODE = re.compile("[0-9A-F]{4}")
_PRIVATE = "F0"  # the fonts' own signs stand where no letters are


def sign_of(symbol: Element) -> str:
    """Give a sign that a font draws, as the character that looks like it."""
    code = (attribute(symbol, "w:char") or "").upper()
    known = _SIGNS.get(code.removeprefix(_PRIVATE))
    if known is None and _CODE.fullmatch(code) and not code.startswith(_PRIVATE):
        character = chr(int(code, 16))
        known = character if character.isprintable() else None
    return known or _UNKNOWN_SIGN


def chosen_in(field_mark: Element) -> str:
    """Give what was chosen or ticked in a box of the older kind."""
    box = child(field_mark, "w:ffData", "w:checkBox")
    if box is not None:
        ticked = is_on(child(box, "w:checked"))
        return "☒" if (is_on(child(box, "w:default")) if ticked is None else ticked) else "☐"
    offered = child(field_mark, "w:ffData", "w:ddList")
    if offered is None:
        return ""
    options = [each for each in offered if name_of(each) == "w:listEntry"]
    place = number_from(attribute(child(offered, "w:result"), "w:val")) or 0
    return attribute(options[place], "w:val") or "" if 0 <= place < len(options) else ""
