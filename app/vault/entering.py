"""The way in by either secret, also where a replacement of the data key was interrupted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.domain.calendar_words import plain_date
from app.domain.errors import (
    JournalError,
    JournalTooNew,
    RetiredPassphrase,
    WrongRecoveryWords,
)
from app.domain.secret import Passphrase, Secret
from app.vault import next_files
from app.vault.connection import DoesNotDecrypt
from app.vault.key_file import KeyFileDamaged
from app.vault.next_files import NextFiles, superseding
from app.vault.unlocking import Unlocked, each_unlocked_by, read_header

_T = TypeVar("_T")
_NEXT = (next_files.KEYS,)


@dataclass(frozen=True, slots=True)
class Way:
    """A data key that a secret gave; is_next where it came from a replacement not yet settled."""

    unlocked: Unlocked
    is_next: bool


def entered(
    folder: Path, secret: Secret, open_with: Callable[[Unlocked], _T], *, floor_checked: bool
) -> _T:
    """Unlock a folder and open its journal.db, and settle a replacement that was interrupted.

    What opens journal.db by the data key keeps it locked.

    Raises:
        JournalError: one of its kinds, each a different sentence.
    """
    following = NextFiles(folder)
    refusal: JournalError | None = None
    # The journal itself decides which keys hold.
    for way in ways_in(folder, secret, floor_checked=floor_checked):
        try:
            opened = open_with(way.unlocked)
        except DoesNotDecrypt as error:
            if not way.is_next:
                told = _told(folder, secret, way.unlocked, error, floor_checked=floor_checked)
                refusal = refusal or told
            continue
        # Settled now that the lock is ours and nobody else can be replacing the key.
        if way.is_next:
            following.roll_forward()
        elif following.are_there():
            following.roll_back()
        return opened
    raise refusal or AssertionError("there is a way in, or it was said why not")


def ways_in(folder: Path, secret: Secret, *, floor_checked: bool) -> Iterator[Way]:
    """Give each data key that this secret gives, in the order in which journal.db is to be asked.

    Raises:
        JournalError: at the end, where this secret does not open the keys in force.
    """
    refusal: JournalError | None = None
    # Words give a data key whatever the files hold: the next file is asked first whether it is
    # its own. A passphrase is tried there last: what was planted there keeps nobody waiting.
    order = (False, True) if isinstance(secret, Passphrase) else (True, False)
    for is_next in order:
        find = _next_unlocked if is_next else each_unlocked_by
        try:
            for unlocked in find(folder, secret, floor_checked=floor_checked):
                yield Way(unlocked, is_next)
        except JournalError as error:
            # Nothing that lies in the place of the next keys hides those that are in force.
            refusal = refusal if is_next else error
    if refusal:
        raise refusal


def way_to_damaged(folder: Path, secret: Secret, *, floor_checked: bool) -> Unlocked:
    """Unlock the keys of a journal.db that may not open: the beginning of the file says whose.

    Never call this while the journal is open.

    Raises:
        JournalError: the secret opens none, or only keys that were replaced.
    """
    refusal: JournalError | None = None
    for way in ways_in(folder, secret, floor_checked=floor_checked):
        told = _told_as_replaced(folder, secret, way.unlocked, floor_checked=floor_checked)
        if told is None:
            return way.unlocked
        refusal = refusal or told
    raise refusal or AssertionError("there is a way in, or it was said why not")


def _next_unlocked(folder: Path, secret: Secret, *, floor_checked: bool) -> Iterator[Unlocked]:
    if not os.path.lexists(folder / next_files.KEYS):
        return
    for found in each_unlocked_by(folder, secret, _NEXT, floor_checked=floor_checked):
        header = found.header
        if header is not None and not next_files.is_settled(folder, header, found.data_key):
            yield found


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
    replaced = _told_as_replaced(folder, secret, unlocked, floor_checked=floor_checked)
    if replaced is not None:
        return replaced
    try:
        read_header(folder / next_files.KEYS, floor_checked=floor_checked)
    except JournalTooNew as too_new:
        return too_new  # a later version was replacing the data key, and knows how to go on
    except (OSError, KeyFileDamaged):
        pass
    return refusal


def _told_as_replaced(
    folder: Path, secret: Secret, unlocked: Unlocked, *, floor_checked: bool
) -> JournalError | None:
    if unlocked.header is None:
        return None
    later = superseding(folder, unlocked.header, floor_checked=floor_checked)
    if later is None:
        return None
    if isinstance(secret, Passphrase):
        return RetiredPassphrase(later.changed)
    return WrongRecoveryWords(
        "These are earlier recovery words of this journal. They were replaced on "
        f"{plain_date(later.changed)}. Nothing was changed now."
    )
