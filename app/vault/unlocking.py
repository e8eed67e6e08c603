"""Opens the envelope: by passphrase from the key files, or by the recovery words.

Every copy of the key file that reads is tried, the cheapest first, and believed only when its MAC
verifies under the data key that it gave. So a damaged or forged copy never hides the good one, nor
keeps anybody waiting for it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import (
    JournalDamaged,
    JournalError,
    JournalTooNew,
    NotEnoughMemory,
    RetiredPassphrase,
    WrongPassphrase,
)
from app.domain.secret import Passphrase, Secret
from app.durable_file import write_durably
from app.vault import key_file, keys, recovery_words
from app.vault.kdf import MOST_KIB_PASSES
from app.vault.key_file import KeyFileDamaged, KeyHeader
from app.vault.small_file import NotASmallFile, read_small

_ALTERED = (
    "The key files of this journal have been altered, so they were not trusted. "
    "Your 24 recovery words still open it. Nothing was changed."
)
_DAMAGED = (
    "Both key files of this journal are missing or damaged. "
    "Your 24 recovery words still open it. Nothing was changed."
)
_UNREADABLE = (
    "The key files of this journal cannot be read. Nothing was changed. "
    "Check who may read the folder and its files."
)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, with the key file that proved it (none if the words alone gave it)."""

    data_key: bytes = field(repr=False)
    header: KeyHeader | None
    _repairs: tuple[Path, ...] = ()
    are_copies_alike: bool = False

    def repair(self) -> None:
        """Write the genuine key file over copies that are missing, damaged, old or forged."""
        if self.header is None:
            return
        for path in self._repairs:
            # A folder that cannot be written can still be read: the repair waits.
            with contextlib.suppress(OSError):
                write_durably(path, key_file.to_bytes(self.header))


@dataclass(frozen=True, slots=True)
class _Copies:
    """What lies in the places of the key files."""

    places: Sequence[Path]
    headers: dict[Path, KeyHeader]
    is_newer_there: bool
    is_unreadable_there: bool
    mendable: tuple[Path, ...]

    def newest_first(self) -> list[KeyHeader]:
        distinct = dict.fromkeys(self.headers.values())
        return sorted(distinct, key=lambda header: header.generation, reverse=True)

    def worth_trying(self) -> Iterator[KeyHeader]:
        """Give the cheapest first: a forged copy that costs more keeps nobody waiting."""
        spent = 0
        for header in sorted(self.newest_first(), key=_kib_passes):
            spent += _kib_passes(header)
            if spent > MOST_KIB_PASSES:
                return  # two honest copies never cost so much: this one is forged
            yield header

    def newest_genuine(self, opened: KeyHeader, data_key: bytes) -> KeyHeader:
        """Give the newest that the holder of the data key wrote: it tells the passphrase now."""
        for header in self.newest_first():
            is_newer = header.generation > opened.generation and header.vault == opened.vault
            if is_newer and key_file.is_genuine(header, data_key):
                return header
        return opened

    def unlocked(self, data_key: bytes, header: KeyHeader) -> Unlocked:
        good = [path for path, there in self.headers.items() if there == header]
        repairs = tuple(path for path in self.mendable if path not in good)
        return Unlocked(data_key, header, repairs, len(good) == len(self.places))


def write_keys(folder: Path, data: bytes) -> None:
    """Put a proven key file into both places, one after the other."""
    for name in key_file.NAMES:
        write_durably(folder / name, data)


def unlock_by(
    folder: Path, secret: Secret, names: Sequence[str] = key_file.NAMES, *, floor_checked: bool
) -> Unlocked:
    """Open the envelope that lies in the files of these names.

    Raises:
        JournalError: one of its kinds.
    """
    return next(each_unlocked_by(folder, secret, names, floor_checked=floor_checked))


def each_unlocked_by(
    folder: Path, secret: Secret, names: Sequence[str] = key_file.NAMES, *, floor_checked: bool
) -> Iterator[Unlocked]:
    """Give what each file of these names holds for this secret; at least one, or an error.

    There are several where an earlier key file of the same passphrase was put back beside the
    present one, and its data key was replaced since: journal.db knows which it is.

    Raises:
        JournalError: one of its kinds.
    """
    if isinstance(secret, Passphrase):
        yield from _each_unlocked(folder, secret.text, names, floor_checked=floor_checked)
    else:
        yield unlock_with_words(folder, secret.text, names)


def unlock(
    folder: Path, passphrase: str, names: Sequence[str] = key_file.NAMES, *, floor_checked: bool
) -> Unlocked:
    """Open the envelope by passphrase.

    Raises:
        JournalError: wrong or retired passphrase, key files damaged or too new, too little memory.
    """
    return next(_each_unlocked(folder, passphrase, names, floor_checked=floor_checked))


def _each_unlocked(
    folder: Path, passphrase: str, names: Sequence[str], *, floor_checked: bool
) -> Iterator[Unlocked]:
    copies = _read_copies(folder, names, floor_checked=floor_checked)
    refusal: JournalError | None = None
    given: list[Unlocked] = []
    for header in copies.worth_trying():
        if any(header == each.header for each in given):
            continue
        try:
            found = _unlocked(copies, header, passphrase)
        except (NotEnoughMemory, JournalDamaged) as error:
            # A forged copy may ask for more than there is: it must not hide the good one.
            refusal = refusal or error
            continue
        if found is not None:
            given.append(found)
            yield found
    if not given:
        raise refusal or _refusal(copies)


def _unlocked(copies: _Copies, header: KeyHeader, passphrase: str) -> Unlocked | None:
    data_key = keys.unwrapped(header, passphrase)
    if data_key is None:
        return None
    if not key_file.is_genuine(header, data_key):
        raise JournalDamaged(_ALTERED)
    newest = copies.newest_genuine(header, data_key)
    if newest != header and keys.unwrapped(newest, passphrase) != data_key:
        raise RetiredPassphrase(newest.changed)
    return copies.unlocked(data_key, newest)


def unlock_with_words(folder: Path, words: str, names: Sequence[str] = key_file.NAMES) -> Unlocked:
    """Open the envelope by the recovery words, with whatever is left of the key files.

    Raises:
        WrongRecoveryWords: the words are no recovery words.
    """
    data_key = recovery_words.data_key_of(words)
    copies = _read_copies(folder, names, floor_checked=False)
    for header in copies.newest_first():
        if key_file.is_genuine(header, data_key):
            return copies.unlocked(data_key, header)
    return Unlocked(data_key, None)


def _kib_passes(header: KeyHeader) -> int:
    return sum(slot.cost.kib_passes for slot in header.slots)


def _refusal(copies: _Copies) -> JournalError:
    if copies.headers:
        return WrongPassphrase()
    if copies.is_newer_there:
        return JournalTooNew()
    return JournalDamaged(_UNREADABLE if copies.is_unreadable_there else _DAMAGED)


def read_header(path: Path, *, floor_checked: bool) -> KeyHeader:
    """Read one key file.

    Raises:
        OSError: it is not there, or cannot be read.
        KeyFileDamaged: it is no whole key file of ours.
        JournalTooNew: a later version of the program wrote it.
    """
    try:
        data = read_small(path, key_file.LARGEST_BYTES)
    except NotASmallFile:
        raise KeyFileDamaged from None
    return key_file.parse(data, floor_checked=floor_checked)


def _read_copies(folder: Path, names: Sequence[str], *, floor_checked: bool) -> _Copies:
    headers: dict[Path, KeyHeader] = {}
    mendable, is_newer_there, is_unreadable_there = [], False, False
    places = [folder / name for name in names]
    for path in places:
        try:
            headers[path] = read_header(path, floor_checked=floor_checked)
        except JournalTooNew:
            is_newer_there = True  # what a later version wrote is left as it is
            continue
        except PermissionError:
            is_unreadable_there = True  # it may be whole, and newer than the other
            continue
        except (OSError, KeyFileDamaged):
            pass
        mendable.append(path)
    return _Copies(places, headers, is_newer_there, is_unreadable_there, tuple(mendable))
