"""Text as it can be stored: any Unicode, but no half of a character that no file can hold."""

from __future__ import annotations

from typing import Any


def cleaned(text: str) -> str:
    """Join halves of a character that belong together; put U+FFFD for a half left alone."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def cleaned_plain(plain: Any) -> Any:
    """Clean every text inside plain data."""
    match plain:
        case str():
            return cleaned(plain)
        case dict():
            return {cleaned(name): cleaned_plain(value) for name, value in plain.items()}
        case list() | tuple():
            return [cleaned_plain(value) for value in plain]
    return plain
