"""The size of a file in the words a person reads."""

from __future__ import annotations

_STEP = 1_000
_ONE_DIGIT_BELOW = 9.95  # 9.95 is read as 10
_UNITS = ("bytes", "kB", "MB", "GB")


def size_words(size_bytes: int) -> str:
    """Say a size: "1 byte", "320 bytes", "4.2 kB", "18 MB"; a kilobyte is a thousand bytes."""
    if size_bytes == 1:
        return "1 byte"
    size, steps = float(size_bytes), 0
    while size >= _STEP - 0.5 and steps < len(_UNITS) - 1:
        size, steps = size / _STEP, steps + 1
    digits = 1 if steps and size < _ONE_DIGIT_BELOW else 0
    return f"{size:.{digits}f} {_UNITS[steps]}"
