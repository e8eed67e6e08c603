"""How the command line receives a secret: typed, or from a file only its owner can read."""

from __future__ import annotations

import getpass
import os
import stat
import sys
from pathlib import Path

from app.domain.errors import SecretError
from app.domain.secret import Passphrase, RecoveryWords, Secret

_MOST_BYTES = 4096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def secret_from(passphrase_file: Path | None, recovery_words_file: Path | None) -> Secret:
    """Read what opens a journal: the recovery words if a file of them is given.

    Raises:
        SecretError: there is no safe way to read it.
    """
    if recovery_words_file is not None:
        return RecoveryWords(recovery_words_from(recovery_words_file))
    return Passphrase(passphrase_from(passphrase_file))


def new_passphrase_from(file: Path | None) -> str:
    """Read the passphrase that is to be put into force, or ask for it twice.

    Raises:
        SecretError: there is no safe way to read it, or the two do not match.
    """
    if file is not None:
        return _first_line(_text_of(file))
    if not sys.stdin.isatty():
        raise SecretError("There is nobody to ask for the new one; use --new-passphrase-file.")
    passphrase = _asked("New passphrase: ")
    if _asked("The same new passphrase again: ") != passphrase:
        raise SecretError("The two passphrases do not match. Nothing was changed.")
    return passphrase


def passphrase_from(file: Path | None, *, is_new: bool = False) -> str:
    """Read the passphrase from the file's first line, or ask for it; a new one is asked for twice.

    Raises:
        SecretError: there is no safe way to read it, or the two do not match.
    """
    if file is not None:
        return _first_line(_text_of(file))
    if not sys.stdin.isatty():
        raise SecretError("There is nobody to ask for the passphrase; use --passphrase-file.")
    passphrase = _asked("Passphrase: ")
    if is_new and _asked("The same passphrase again: ") != passphrase:
        raise SecretError("The two passphrases do not match. Nothing was made.")
    return passphrase


def recovery_words_from(file: Path) -> str:
    """Read the recovery words from a file; they may stand on several lines.

    Raises:
        SecretError: there is no safe way to read them.
    """
    return _text_of(file)


def _asked(question: str) -> str:
    try:
        return getpass.getpass(question)
    except EOFError:
        raise SecretError("No passphrase was given.") from None
    except UnicodeDecodeError:
        raise SecretError("What was typed is not text that this terminal can give.") from None


def _first_line(text: str) -> str:
    # Only this ends a line: other marks that Python takes for line ends can be typed.
    passphrase = text.partition("\n")[0].removesuffix("\r")
    if not passphrase:
        raise SecretError("The passphrase file has no passphrase in its first line.")
    return passphrase


def _text_of(file: Path) -> str:
    """Read a file without naming it: who mistakes the option types the secret in its place."""
    try:
        data = _bytes_of(file)
    except (OSError, ValueError):  # ValueError: a null character in the name
        raise SecretError(
            "The file that should hold the secret cannot be read. Check its name and place."
        ) from None
    if len(data) > _MOST_BYTES:
        raise SecretError("That file is too long to hold a secret.")
    try:
        return data.decode("utf-8-sig")  # Windows' Notepad may begin a file with a mark
    except UnicodeDecodeError:
        raise SecretError("The file that should hold the secret is not UTF-8 text.") from None


def _bytes_of(file: Path) -> bytes:
    # A pipe without a writer would be waited for for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as stream:
        # Asked of the open file, so that it cannot be exchanged between check and reading.
        mode = os.fstat(stream.fileno()).st_mode
        if not stat.S_ISREG(mode):
            raise SecretError("A secret is read from an ordinary file only.")
        if os.name == "posix" and mode & _OTHERS:
            raise SecretError(
                "Others can read the file with the secret. "
                "Make it yours alone with chmod 600, then try again."
            )
        return stream.read(_MOST_BYTES + 1)
