"""Has a form read and filled by a process of its own, which cannot do more than that."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer
from typing import IO, Any

import app
from app.domain.errors import WordFormRefused
from app.domain.word_form import FilledForm, Value, WordField
from app.word_forms.messages import (
    FILL,
    LOOK,
    NotUnderstood,
    fields_from,
    filled_from,
    packed,
    plain_values,
    unpacked,
)
from app.word_forms.package import LARGEST_FORM_MEBIBYTES

COMMAND = "read-word-form"
_MEBIBYTE = 1024 * 1024
LARGEST_FORM = LARGEST_FORM_MEBIBYTES * _MEBIBYTE
_LARGEST_ANSWER = 4 * LARGEST_FORM
_SECONDS = 30.0
_GAVE_UP = (
    "This form could not be read: it took too long or needed too much memory, "
    "as no ordinary form does."
)
_TOO_LARGE = f"This file is larger than {LARGEST_FORM_MEBIBYTES} MiB, and no form is so large."
_INHERITED = ("PATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")


class FormProcess:
    """Starts the process anew for every question."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        """Wait so long at the most."""
        self._seconds = seconds

    def fields(self, data: bytes) -> tuple[WordField, ...]:
        """Give the fields of a form.

        Raises:
            WordFormRefused: it is no form that is filled.
        """
        answer, _ = self._asked({"act": LOOK}, data)
        try:
            return fields_from(answer.get("fields"))
        except NotUnderstood:
            raise WordFormRefused(_GAVE_UP) from None

    def fill(self, data: bytes, values: Mapping[str, Value]) -> FilledForm:
        """Fill a form: values by the keys of its fields.

        Raises:
            WordFormRefused: it is no form that is filled, or a word would be missing in it.
        """
        answer, filled = self._asked({"act": FILL, "values": plain_values(values)}, data)
        try:
            return filled_from(answer.get("misfits"), filled)
        except NotUnderstood:
            raise WordFormRefused(_GAVE_UP) from None

    def _asked(self, head: Mapping[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        if len(data) > LARGEST_FORM:
            raise WordFormRefused(_TOO_LARGE)
        try:
            answer, rest = unpacked(_answer(packed(head, data), self._seconds))
        except (NotUnderstood, OSError):
            raise WordFormRefused(_GAVE_UP) from None
        if not isinstance(answer, dict):
            raise WordFormRefused(_GAVE_UP)
        if "refused" in answer:
            raise WordFormRefused(str(answer["refused"]))
        return answer, rest


def _answer(question: bytes, seconds: float) -> bytes:
    """Ask, and wait no longer and take in no more than is bearable."""
    with subprocess.Popen(  # noqa: S603 - our own program, by its own path
        own_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        given = Timer(seconds, process.kill)
        given.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            asking = Thread(target=_tell, args=(process.stdin, question), daemon=True)
            asking.start()
            answer = process.stdout.read(_LARGEST_ANSWER)
            asking.join(seconds)
            if len(answer) == _LARGEST_ANSWER:
                raise NotUnderstood
        finally:
            given.cancel()
            process.kill()
    return answer


def _tell(stream: IO[bytes], question: bytes) -> None:
    with suppress(OSError, ValueError):  # it ended before it had heard all
        stream.write(question)
        stream.close()


def own_command() -> list[str]:
    """Give the words that start this program as a reader of forms."""
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    # -P: nothing that lies in the folder the program was started in is taken for a part of it.
    return [sys.executable, "-P", "-m", "app", COMMAND]


def _surroundings() -> dict[str, str]:
    """Give the child what it needs to start, and nothing of the person's."""
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(app.__file__).parent.parent), "PYTHONUTF8": "1"}
