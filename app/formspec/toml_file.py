"""Reads a TOML file that anyone may have made, in bounded time and memory."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from app.domain.errors import FormError

LARGEST_FILE_BYTES = 1024 * 1024
_WHOLE_FILE = "the whole file"
_NOT_TOML = "this is not TOML; look here for a missing quotation mark, bracket or equals sign"

# tomllib's time grows with the square of the parts of a dotted key: 8,000 parts take two seconds,
# and one mebibyte of them would take hours. A form needs three parts at most. The possessive
# quantifiers and the look-behind keep the search itself linear.
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_DOTTED_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{8}}")

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file as a TOML table.

    Raises:
        FormError: the file is missing, no ordinary file, too large, not UTF-8 or not TOML.
    """
    text = _decoded(path.name, _read_bytes(path))
    long_key = _LONG_DOTTED_KEY.search(text)
    if long_key:
        line = text.count("\n", 0, long_key.start()) + 1
        raise FormError(path.name, f"line {line}", "a name with this many dots cannot be read")
    try:
        return tomllib.loads(text)
    except RecursionError:
        reason = "brackets are nested too deeply to be read"
        raise FormError(path.name, _WHOLE_FILE, reason) from None
    except tomllib.TOMLDecodeError as error:
        raise FormError(path.name, _place_in(str(error)), _NOT_TOML) from None
    except ValueError:  # a number of thousands of digits, which Python refuses to convert
        reason = "one of the numbers is too long to be read"
        raise FormError(path.name, _WHOLE_FILE, reason) from None


def _read_bytes(path: Path) -> bytes:
    try:
        _demand_ordinary_file(path.name, path.lstat().st_mode)
        data = _first_bytes(path, LARGEST_FILE_BYTES + 1)
    except FileNotFoundError:
        raise FormError(path.name, _WHOLE_FILE, "there is no such file") from None
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise FormError(path.name, _WHOLE_FILE, "this file cannot be opened") from None
    if len(data) > LARGEST_FILE_BYTES:
        raise FormError(path.name, _WHOLE_FILE, "this file is larger than a form may be, 1 MiB")
    return data


def _demand_ordinary_file(name: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        reason = "this is a link to another file; put the file itself here"
        raise FormError(name, _WHOLE_FILE, reason)
    if not stat.S_ISREG(mode):
        raise FormError(name, _WHOLE_FILE, "this is not an ordinary file")


def _first_bytes(path: Path, count: int) -> bytes:
    # Without these flags a link or pipe put here since the check would be followed or waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        return file.read(count)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")  # Windows' Notepad may begin a file with a mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = "this is not UTF-8 text; save the file as UTF-8"
        raise FormError(name, f"line {line}", reason) from None


def _place_in(message: str) -> str:
    position = _POSITION.search(message)
    if position is None:
        return "the end of the file"
    return f"line {position[1]}, column {position[2]}"
