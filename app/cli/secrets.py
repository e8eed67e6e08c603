"""How the command line receives a passphrase: typed, or from a file only its owner can read."""

from __future__ import annotations

import getpass
import os
import stat
import sys
from pathlib import Path

from app.domain.errors import SecretError

_MOST_BYTES = 4096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def passphrase_from(file: Path | None, *, is_new: bool = False) -> str:
    """Read the passphrase from the file, or ask for it; a new one is asked for twice.

    Raises:
        SecretError: there is no safe way to read it, or the two do not match.
    """
    if file is not None:
        return _from_file(file)
    if not sys.stdin.isatty():
        raise SecretError("There is nobody to ask for the passphrase; use --passphrase-file.")
    passphrase = getpass.getpass("Passphrase: ")
    if is_new and getpass.getpass("The same passphrase again: ") != passphrase:
        raise SecretError("The two passphrases do not match. Nothing was made.")
    return passphrase


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            # Asked of the open file, so that it cannot be exchanged between check and reading.
            mode = os.fstat(stream.fileno()).st_mode
            if os.name == "posix" and mode & _OTHERS:
                raise SecretError(
                    f"Others can read {file.name}. Make it yours alone: chmod 600, then try again."
                )
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise SecretError(f"{file.name} cannot be read ({error.strerror}).") from None
    if len(data) > _MOST_BYTES:
        raise SecretError(f"{file.name} is too long to hold a passphrase.")
    try:
        passphrase = data.decode("utf-8").splitlines()[0] if data else ""
    except UnicodeDecodeError:
        raise SecretError(f"{file.name} is not UTF-8 text.") from None
    if not passphrase:
        raise SecretError(f"{file.name} has no passphrase in its first line.")
    return passphrase
