"""Locking by replacing the process: what was shown is gone from memory with the old one.

Neither Python nor Qt can erase text reliably, so a lock does not try: the program starts afresh in
the same process, at the page that the person would have come to. Only the three values of
`NextStart` cross over; nothing that was open is inherited.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

# Only ever given by the program to itself, so the command line's help does not name it.
AFTER_LOCK = "--after-lock"
# A journal was made, and locked before its recovery words were confirmed.
WORDS_UNSEEN = "words-unseen"
# The passphrase was being changed when Afterword locked.
KEYS_CHANGING = "keys-changing"
# The journal was closed so that what is damaged in it can be mended.
TO_MEND = "to-mend"
_NOTES = (WORDS_UNSEEN, KEYS_CHANGING, TO_MEND)
_STANDARD_ERROR = 2


class FirstPage(Enum):
    """What the fresh process shows."""

    UNLOCK = "unlock"
    WELCOME = "welcome"


@dataclass(frozen=True, slots=True)
class NextStart:
    """Where the program goes on after a lock."""

    page: FirstPage = FirstPage.UNLOCK
    folder: Path | None = None
    # What to say there: the kind of a bug (a name from the code), or one of the notes above.
    note: str = ""

    def arguments(self) -> tuple[str, ...]:
        """Write it as what follows `afterword window`."""
        return (AFTER_LOCK, self.page.value, self.note, str(self.folder or ""))

    @classmethod
    def from_arguments(cls, arguments: Sequence[str]) -> NextStart:
        """Read what arguments() wrote; anything else means the usual start."""
        match arguments:
            case [page, note, folder] if page in {each.value for each in FirstPage}:
                known = note if note in _NOTES or note.isidentifier() else ""
                return cls(FirstPage(page), Path(folder) if folder else None, known)
        return cls()


class ProcessReplacer(Protocol):
    """Replaces the process, or stands in where that is not wanted."""

    def replace(self, start: NextStart) -> None:
        """Go on from here in a fresh process; a stand-in comes back, and the window goes on."""
        ...


class SameProcess:
    """A stand-in that replaces nothing: for tests of what the window does then."""

    def replace(self, start: NextStart) -> None:
        """Come back at once."""


class FreshProcess:
    """The real one: the same program in the same process, or beside it on Windows."""

    def replace(self, start: NextStart) -> None:
        """Never come back: where no fresh process can be had, the program ends all the same."""
        command = [*own_command(), "window", *start.arguments()]
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                # Windows has no exec: its C library only starts a second process, badly.
                import subprocess

                subprocess.Popen(command, close_fds=True)  # noqa: S603
            else:
                _inherit_nothing()
                os.execv(command[0], command)  # noqa: S606
        # Without this the words would stay in memory behind a page that says "locked".
        os._exit(0)


def own_command() -> list[str]:
    """Give the words this program was started with, up to its own arguments."""
    own = len(sys.argv) - 1
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - own]]


def _inherit_nothing() -> None:
    for name in os.listdir("/dev/fd"):  # noqa: PTH208
        if name.isdecimal() and int(name) > _STANDARD_ERROR:
            # The folder's own handle is in the list and closed again by now.
            with contextlib.suppress(OSError):
                os.set_inheritable(int(name), False)
