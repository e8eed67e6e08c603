"""What the command line prints: no more than words, so that no text of a person's steers it."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from typing import Any

from app.rendering.plain_text import clean_line, clean_text

# What json leaves as it is, though a terminal may obey it or no file can hold it.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def prepare_output() -> None:
    """Let every letter through: UTF-8 to files and pipes, and nowhere a refusal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def tell(*lines: str) -> None:
    """Print lines and see that they arrive.

    Raises:
        OSError: they did not.
    """
    for line in lines:
        print(clean_text(line))
    sys.stdout.flush()


def tell_json(table: Any) -> None:
    """Print plain data as JSON, whole; what would steer a terminal is written as a code.

    Raises:
        OSError: it did not arrive.
    """
    text = json.dumps(table, ensure_ascii=False, indent=2)
    print(_UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text), flush=True)


def tell_trouble(sentence: str) -> None:
    """Print one sentence on standard error."""
    print(clean_line(sentence), file=sys.stderr)


def forget_output() -> None:
    """Leave nothing that Python would try to write out, and complain about, while it ends."""
    try:
        output = sys.stdout.fileno()
    except io.UnsupportedOperation:
        return  # not a real file, as when a test listens
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, output)
    os.close(nowhere)
