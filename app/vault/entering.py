"""The way in by either secret, also where a replacement of the data key was interrupted."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.domain.calendar_words import plain_date
from app.domain.errors import (
    JournalDamaged,
    JournalError,
    NotEnoughMemory,
    RetiredPassphrase,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.secret import Passphrase, Secret
from app.vault import next_files
from app.vault.connection import DoesNotDecrypt
from app.vault.next_files import NextFiles, superseding
from app.vault.unlocking import Unlocked, unlock_by

_T = TypeVar("_T")
_NEXT = (next_files.KEYS,)
_REFUSALS = (WrongPassphrase, RetiredPassphrase, WrongRecoveryWords, JournalDamaged)


def entered(
    folder: Path, secret: Secret, open_with: Callable[[Unlocked], _T], *, floor_checked: bool
) -> _T:
    """Unlock a folder and open its journal.db, and settle a replacement that was interrupted.

    What opens journal.db by the data key keeps it locked.

    Raises:
        JournalError: one of its kinds, each a different sentence.
    """
    following = NextFiles(folder)
    # The journal itself decides which keys hold. The next ones are tried first, for they know
    # what is to be done then; recovery words alone would open either state.
    with contextlib.suppress(*_REFUSALS, NotEnoughMemory):
        if following.are_there():
            unlocked = unlock_by(folder, secret, (next_files.KEYS,), floor_checked=floor_checked)
            if unlocked.header is not None:
                opened = open_with(unlocked)
                following.roll_forward()
                return opened
    opened = _by_keys_in_force(folder, secret, open_with, floor_checked=floor_checked)
    # Asked again, now that the lock is ours and nobody else can be replacing the key.
    if following.are_there():
        following.roll_back()
    return opened


def _by_keys_in_force(
    folder: Path, secret: Secret, open_with: Callable[[Unlocked], _T], *, floor_checked: bool
) -> _T:
    unlocked = unlock_by(folder, secret, floor_checked=floor_checked)
    try:
        return open_with(unlocked)
    except DoesNotDecrypt as refusal:
        raise _told(folder, secret, unlocked, refusal, floor_checked=floor_checked) from None


def _told(
    folder: Path,
    secret: Secret,
    unlocked: Unlocked,
    refusal: DoesNotDecrypt,
    *,
    floor_checked: bool,
) -> JournalError:
    """Give the refusal in the words that fit: a retired secret is neither wrong nor damage."""
    if unlocked.header is None:
        return WrongRecoveryWords(
            "These are recovery words, but they do not open this journal. They may belong to "
            "another, or have been replaced by newer ones, or the beginning of this one’s file is "
            "damaged. Nothing was changed."
        )
    later = superseding(folder, unlocked.header, floor_checked=floor_checked)
    if later is None:
        return refusal
    if isinstance(secret, Passphrase):
        return RetiredPassphrase(later.changed)
    return WrongRecoveryWords(
        "These are earlier recovery words of this journal. They were replaced on "
        f"{plain_date(later.changed)}. Nothing was changed now."
    )
