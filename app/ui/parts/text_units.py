"""Text as Qt counts it: in units of UTF-16."""

from __future__ import annotations


def units(text: str) -> str:
    """Give one character for each unit, so that places in it are Qt's places."""
    coded = text.encode("utf-16-le", "surrogatepass")
    pairs = zip(coded[::2], coded[1::2], strict=True)
    return "".join(chr(low | high << 8) for low, high in pairs)
