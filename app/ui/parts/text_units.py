"""Text as Qt counts it: in units of UTF-16."""

from __future__ import annotations


def units(text: str) -> str:
    """Give one character for each unit, so that places in it are Qt's places."""
    coded = text.encode("utf-16-le", "surrogatepass")
    pairs = zip(coded[::2], coded[1::2], strict=True)
    return "".join(chr(low | high << 8) for low, high in pairs)


def unit_at(text: str, place: int) -> int:
    """Give a place that is counted in characters as Qt counts it."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def place_at(text: str, unit: int) -> int:
    """Give a place that Qt counts in characters; in the middle of one it is that one's."""
    coded = text[:unit].encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(coded.decode("utf-16-le", "ignore"))
