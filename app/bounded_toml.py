"""Reads a TOML file that anyone may have made, in bounded time and memory."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

_WHOLE_FILE = "the whole file"
_NOT_TOML = "this is not TOML; look here for a missing quotation mark, bracket or equals sign"
_TWICE = "a name stands here for the second time; each may stand only once"
_SAID_OF_TWICE = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key")
_MEBIBYTE = 1024 * 1024

# tomllib's time grows with the square of the parts of a dotted key: 8,000 parts take two seconds,
# and one mebibyte of them would take hours. No file of ours needs more than three.
_MOST_PARTS = 8
# Texts and comments are tokens of their own, for sentences have dots too. Every token can end
# wherever it is cut off, so none is ever tried again from its beginning and the search is linear.
_TOKEN = re.compile(
    r"""
    (?P<other> \#[^\n]*
      | "{3} (?: [^"\\]++ | \\(?:.|\Z) | "(?!"") )* (?: "{3,5} | \Z )  # may end in quotes
      | '{3} (?: [^']++ | '(?!'') )* (?: '{3,5} | \Z ) )
    | (?P<part> [A-Za-z0-9_-]+ | " (?: [^"\\\n]++ | \\(?:.|\Z) )* "? | '[^'\n]*'? )
    | (?P<dot> \. )
    | (?P<gap> [ \t]+ )
    | (?P<rest> [^A-Za-z0-9_\-"'.\#\ \t]+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


class TomlRefused(Exception):
    """A file cannot be read as TOML: the place in it and the reason, without what was written."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


def read_bounded_toml(path: Path, most_mebibytes: int, *, follows_link: bool) -> dict[str, Any]:
    """Read a file as a TOML table.

    Raises:
        TomlRefused: the file is missing, no ordinary file, too large, not UTF-8 or not TOML.
    """
    return read_toml_text(_decoded(_read_bytes(path, most_mebibytes, follows_link=follows_link)))


def read_toml_text(text: str) -> dict[str, Any]:
    """Read a text as a TOML table.

    Raises:
        TomlRefused: it is not TOML.
    """
    _refuse_long_key(text)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TomlRefused(_WHOLE_FILE, "brackets are nested too deeply to be read") from None
    except tomllib.TOMLDecodeError as error:
        raise TomlRefused(_place_in(str(error)), _reason_in(str(error))) from None
    except ValueError:  # a number of thousands of digits, which Python refuses to convert
        raise TomlRefused(_WHOLE_FILE, "one of the numbers is too long to be read") from None


def _read_bytes(path: Path, most_mebibytes: int, *, follows_link: bool) -> bytes:
    most = most_mebibytes * _MEBIBYTE
    try:
        _demand_ordinary_file(path.stat(follow_symlinks=follows_link).st_mode)
        data = _first_bytes(path, most + 1, follows_link=follows_link)
    except FileNotFoundError:
        raise TomlRefused(_WHOLE_FILE, "there is no such file") from None
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise TomlRefused(_WHOLE_FILE, "this file cannot be opened") from None
    if len(data) > most:
        raise TomlRefused(_WHOLE_FILE, f"this file is larger than {most_mebibytes} MiB")
    return data


def _demand_ordinary_file(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise TomlRefused(_WHOLE_FILE, "this is a link to another file; put the file itself here")
    if not stat.S_ISREG(mode):
        raise TomlRefused(_WHOLE_FILE, "this is not an ordinary file")


def _first_bytes(path: Path, count: int, *, follows_link: bool) -> bytes:
    # Without these flags a link or pipe put here since the check would be followed or waited for.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follows_link:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read(count)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")  # Windows' Notepad may begin a file with a mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = "this is not UTF-8 text; save the file as UTF-8"
        raise TomlRefused(f"line {line}", reason) from None


def _refuse_long_key(text: str) -> None:
    parts, is_after_dot = 0, False
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "part":
            parts = parts + 1 if is_after_dot else 1
            if parts > _MOST_PARTS:
                line = text.count("\n", 0, token.start()) + 1
                raise TomlRefused(f"line {line}", "a name with this many dots cannot be read")
        elif kind not in ("dot", "gap"):
            parts = 0
        if kind != "gap":
            is_after_dot = kind == "dot" and parts > 0


def _reason_in(message: str) -> str:
    return _TWICE if message.startswith(_SAID_OF_TWICE) else _NOT_TOML


def _place_in(message: str) -> str:
    position = _POSITION.search(message)
    if position is None:
        return "the end of the file"
    return f"line {position[1]}, column {position[2]}"
