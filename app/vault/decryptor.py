"""Turns journal.db into a plain SQLite database: nothing of Afterword is needed, only this file.

    python decryptor.py journal.db OUTPUT.db

It needs Python 3.11 or newer and `pip install cryptography`. It asks for the 24 recovery words
(their list, english.txt, must lie beside this file, or `pip install mnemonic`), or takes the 64
hexadecimal digits of the key, or 96 with the salt. journal.db is only read.

The format is SQLCipher 4's: pages of 4096 bytes, each ending in 80: the IV (16) and an HMAC-SHA512
(64) over ciphertext, IV and page number. AES-256-CBC under the key itself; the HMAC's key is
PBKDF2-HMAC-SHA512 of it, twice, under the salt XOR 0x3a. The salt is the file's first 16 bytes.

It is over 300 lines on purpose: whoever needs it one day must be able to copy one file alone.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import hmac
import importlib.util
import itertools
import json
import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_BYTES, USABLE_BYTES, SALT_BYTES = 4096, 4016, 16
_IV_END = USABLE_BYTES + 16
_FIRST_BYTES = b"SQLite format 3\0"
_PAGE_TYPES = frozenset({0, 2, 5, 10, 13})  # free or continued; b-tree pages
_MOST_MOVED = 64
_DONE = """What was written is plain text: anybody can read it. Delete it when done.
Files kept with reflections are in evidence_part, in pieces. READ ME.txt tells how to join them."""
_INDEX_INSIDE, _TABLE_INSIDE, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13


class Refused(Exception):
    """It cannot be done; the message says why."""


class Pages:
    """The pages of an encrypted file, decrypted one at a time; without a salt none is verified."""

    def __init__(self, file: BinaryIO, key: bytes, salt: bytes | None) -> None:
        self._file, self._key = file, key
        self._mac_key = None
        if salt is not None:
            mac_salt = bytes(byte ^ 0x3A for byte in salt)
            self._mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, len(key))
        self._moved: dict[int, int] = {}
        self.bad: tuple[int, ...] = ()
        self.count = -(-file.seek(0, os.SEEK_END) // PAGE_BYTES)

    @property
    def is_verified(self) -> bool:
        """Say whether a changed page is noticed."""
        return self._mac_key is not None

    def survey(self, tell: Callable[[float], None] = lambda _share: None) -> None:
        """Find the pages that do not read, and those that lie in another's place."""
        first = self.page(1)
        named = int.from_bytes(first[28:32], "big") if first and self.is_verified else self.count
        self.count = max(self.count, named)
        bad = []
        for number in range(1, self.count + 1):
            if number % 64 == 0:
                tell(number / self.count)
            if self.page(number) is None:
                bad.append(number)
        for number in bad if len(bad) <= _MOST_MOVED and self.is_verified else ():
            for place in bad:
                if self._read(number, place) is not None:
                    self._moved[number] = place
        # What was added behind the end was never part of it.
        self.bad = tuple(each for each in bad if each not in self._moved and each <= named)

    def page(self, number: int) -> bytes | None:
        """Decrypt a page, its last 80 bytes zero; None if it is damaged or not there."""
        return self._read(number, self._moved.get(number, number))

    def _read(self, number: int, place: int) -> bytes | None:
        self._file.seek((place - 1) * PAGE_BYTES)
        page = self._file.read(PAGE_BYTES)
        start = SALT_BYTES if number == 1 else 0
        if len(page) < PAGE_BYTES or not (any(page) and self._is_genuine(page[start:], number)):
            return None
        mode = modes.CBC(page[USABLE_BYTES:_IV_END])
        cipher = Cipher(algorithms.AES(self._key), mode).decryptor()
        plain = cipher.update(page[start:USABLE_BYTES]) + cipher.finalize()
        if not self.is_verified and plain[84 if start else 0] not in _PAGE_TYPES:
            return None
        return _FIRST_BYTES[:start] + plain + bytes(PAGE_BYTES - USABLE_BYTES)

    def _is_genuine(self, page: bytes, number: int) -> bool:
        if self._mac_key is None:
            return True
        end = len(page) - 64
        mac = hmac.digest(self._mac_key, page[:end] + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(mac, page[end:])


def pages_of(file: BinaryIO, key: bytes, salts: Iterable[bytes]) -> Pages | None:
    """Give the pages under the salt that proves right; unverified if none does; None: wrong key."""
    for salt in (*salts, _first_bytes_of(file)):
        pages = Pages(file, key, salt)
        if any(pages.page(number) is not None for number in range(1, pages.count + 1)):
            return pages
    pages = Pages(file, key, None)
    plausible = sum(pages.page(number) is not None for number in range(1, pages.count + 1))
    # Under a wrong key one page in fifty would look like one.
    return pages if plausible * 2 > pages.count else None


def _first_bytes_of(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(SALT_BYTES).ljust(SALT_BYTES, b"\0")


class PlainFile:
    """The decrypted file, mended so that SQLite walks past the pages that are missing."""

    def __init__(self, path: Path, file: BinaryIO, missing: Iterable[int]) -> None:
        self._file, self._missing = file, set(missing)
        self._count = file.seek(0, os.SEEK_END) // PAGE_BYTES
        self._roots = _roots_in(path)
        self._parents: dict[int, int] = {}

    def mend(self) -> None:
        """Take every missing page out of the trees, and hang in anew what one held together."""
        for number in self._of_kind(_TABLE_INSIDE, _INDEX_INSIDE):
            self._parents.update(dict.fromkeys(self._children(number), number))
        self._hang_in_loose_pages()
        for number in sorted(self._missing):
            self._take_out(number)

    def _hang_in_loose_pages(self) -> None:
        known = self._roots.keys() | self._parents.keys() | self._missing | {1}
        tables = self._of_kind(_TABLE_INSIDE, _TABLE_LEAF)
        loose = sorted((self._first_row(each), each) for each in tables if each not in known)
        parents = [number for number in self._missing if self._was_inside_a_table(number)]
        if len(parents) != 1 or not loose:
            return  # with two missing nobody knows whose they are
        (number,) = parents
        cells = [
            page.to_bytes(4, "big") + _varint_bytes(next_row - 1)
            for (_, page), (next_row, _) in itertools.pairwise(loose)
        ]
        if 12 + sum(2 + len(cell) for cell in cells) <= USABLE_BYTES:
            self._write(number, _inside_page(cells, loose[-1][1]))
            self._missing.discard(number)

    def _was_inside_a_table(self, number: int) -> bool:
        if number in self._roots:
            return self._roots[number] == _TABLE_LEAF
        siblings = self._children(self._parents[number]) if number in self._parents else ()
        return any(self._kind(each) == _TABLE_INSIDE for each in siblings)

    def _take_out(self, number: int) -> None:
        if number in self._roots:
            self._write(number, _empty_page(self._roots[number]))
        elif number in self._parents:
            self._prune(self._parents[number])

    def _prune(self, number: int) -> None:
        """Drop the ways to missing pages from an inner page."""
        cells, last = self._cells(number)
        kept = [cell for cell in cells if cell[0] not in self._missing]
        if last in self._missing and kept:
            last = kept.pop()[0]
        if last in self._missing:
            self._missing.add(number)
            self._take_out(number)
        elif kept or number == 1:
            self._write_ways(number, [pointer for _, pointer in kept], last)
        else:
            self._put_up(number, last)

    def _put_up(self, number: int, child: int) -> None:
        """Put the only child in its parent's place: SQLite allows no inner page with one way."""
        self._write(number, self._page(child))
        if self._kind(number) in {_TABLE_INSIDE, _INDEX_INSIDE}:
            children = self._children(number)
            self._parents.update(dict.fromkeys(children, number))
            if children & self._missing:
                self._prune(number)

    def _write_ways(self, number: int, pointers: list[bytes], last: int) -> None:
        page, start = bytearray(self._page(number)), _start(number)
        page[start + 3 : start + 5] = len(pointers).to_bytes(2, "big")
        page[start + 8 : start + 12] = last.to_bytes(4, "big")
        page[start + 12 : start + 12 + 2 * len(pointers)] = b"".join(pointers)
        self._write(number, bytes(page))

    def _of_kind(self, *kinds: int) -> list[int]:
        return [number for number in range(1, self._count + 1) if self._kind(number) in kinds]

    def _children(self, number: int) -> set[int]:
        cells, last = self._cells(number)
        return {child for child, _ in cells} | {last}

    def _cells(self, number: int) -> tuple[list[tuple[int, bytes]], int]:
        """Give an inner page's children with the pointers to their cells, and its last child."""
        page, start = self._page(number), _start(number)
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        pointers = [page[at : at + 2] for at in range(start + 12, start + 12 + 2 * count, 2)]
        places = [int.from_bytes(pointer, "big") for pointer in pointers]
        children = [int.from_bytes(page[place : place + 4], "big") for place in places]
        last = int.from_bytes(page[start + 8 : start + 12], "big")
        return list(zip(children, pointers, strict=True)), last

    def _first_row(self, number: int) -> int:
        page = self._page(number)
        if page[0] == _TABLE_INSIDE:
            cells, last = self._cells(number)
            return self._first_row(cells[0][0] if cells else last)
        _, at = varint(page, int.from_bytes(page[8:10], "big"))
        return varint(page, at)[0]

    def _kind(self, number: int) -> int:
        return self._page(number)[_start(number)]

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * PAGE_BYTES)
        return self._file.read(PAGE_BYTES).ljust(PAGE_BYTES, b"\0")

    def _write(self, number: int, page: bytes) -> None:
        self._file.seek((number - 1) * PAGE_BYTES)
        self._file.write(page)
        self._file.flush()


def _roots_in(path: Path) -> dict[int, int]:
    """Give the root page of every table and index that is named, with its kind of leaf."""
    roots = {}
    query = "SELECT rootpage, type, sql FROM sqlite_master WHERE rootpage > 0"
    plain = sqlite3.connect(path)
    # Names on a missing page stay unknown.
    with contextlib.closing(plain), contextlib.suppress(sqlite3.Error):
        for root, kind, statement in plain.execute(query):
            is_table = kind == "table" and "WITHOUT ROWID" not in (statement or "").upper()
            roots[int(root)] = _TABLE_LEAF if is_table else _INDEX_LEAF
    return roots


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Read one of SQLite's whole numbers; give it with the place behind it."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:  # noqa: PLR2004
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _varint_bytes(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F | 0x80)
    return bytes(reversed(groups))


def _inside_page(cells: list[bytes], last: int) -> bytes:
    page = bytearray(PAGE_BYTES)
    at = USABLE_BYTES
    for place, cell in enumerate(cells):
        at -= len(cell)
        page[at : at + len(cell)] = cell
        page[12 + 2 * place : 14 + 2 * place] = at.to_bytes(2, "big")
    page[0] = _TABLE_INSIDE
    page[3:5], page[5:7] = len(cells).to_bytes(2, "big"), at.to_bytes(2, "big")
    page[8:12] = last.to_bytes(4, "big")
    return bytes(page)


def _empty_page(kind: int) -> bytes:
    return bytes([kind, 0, 0, 0, 0]) + USABLE_BYTES.to_bytes(2, "big") + bytes(PAGE_BYTES - 7)


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def decrypt(source: Path, target: Path, key: bytes, salts: Iterable[bytes]) -> tuple[str, ...]:
    """Write the plain database to a new file; give what could not be read or proved, in words.

    Raises:
        Refused: the key is another journal's, or there is something at the target already.
    """
    with source.open("rb") as file:
        pages = pages_of(file, key, salts)
        if pages is None:
            raise Refused("This key does not open this file. Nothing was written.")
        pages.survey()
        with _new_file(target) as plain:
            for number in range(1, pages.count + 1):
                plain.write(pages.page(number) or bytes(PAGE_BYTES))
            plain.flush()
            if pages.bad:
                PlainFile(target, plain, pages.bad).mend()
            os.fsync(plain.fileno())
        return tuple(_told(pages))


@contextlib.contextmanager
def _new_file(target: Path) -> Iterator[BinaryIO]:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(target, flags, 0o600)
    except FileExistsError:
        raise Refused("There is something at this place already. Choose another.") from None
    try:
        with os.fdopen(handle, "r+b") as file:
            yield file
    except BaseException:
        target.unlink()
        raise


def _told(pages: Pages) -> Iterator[str]:
    if not pages.is_verified:
        yield (
            "The salt was not found, so nothing could be verified: "
            "a changed page may have been taken as it is."
        )
    if pages.bad:
        numbers = ", ".join(map(str, pages.bad))
        yield f"{len(pages.bad)} of {pages.count} pages could not be read: {numbers}."
        yield "If a query says “malformed”, write NOT INDEXED behind the table’s name."
        yield "If it says “malformed database schema”, run PRAGMA writable_schema = ON first."
    if 1 in pages.bad:
        yield "Page 1 names all tables. Without it SQLite opens nothing: use a copy, or salvage."


def key_of(secret: str, word_list: Iterable[str]) -> tuple[bytes, tuple[bytes, ...]]:
    """Give the key, and the salt if it was given: from 24 words, or 64 or 96 hexadecimal digits.

    Raises:
        Refused: it is neither.
    """
    if re.fullmatch("[0-9a-fA-F]{64}|[0-9a-fA-F]{96}", secret.strip()):
        data = bytes.fromhex(secret.strip())
        return data[:32], (data[32:],) if data[32:] else ()
    places = {word: place for place, word in enumerate(word_list)}
    words = re.findall("[a-z]+", secret.lower())
    if len(words) != 24 or not all(word in places for word in words):  # noqa: PLR2004
        raise Refused("These are not 24 recovery words, nor 64 or 96 hexadecimal digits.")
    digits = "".join(f"{places[word]:011b}" for word in words)
    key = int(digits[:256], 2).to_bytes(32, "big")
    if digits[256:] != f"{hashlib.sha256(key).digest()[0]:08b}":
        raise Refused("Each is a recovery word, but together they are not a set: check the order.")
    return key, ()


def _word_list() -> list[str]:
    places = [Path(__file__).with_name("english.txt")]
    found = importlib.util.find_spec("mnemonic")
    if found and found.origin:
        places.append(Path(found.origin).parent / "wordlist" / "english.txt")
    lists = [place.read_text("utf-8").split() for place in places if place.is_file()]
    return lists[0] if lists else []


def salts_beside(source: Path) -> Iterator[bytes]:
    """Give the salts that the key files in the same folder hold."""
    for name in ("keys.json", "keys-copy.json"):
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            salt = bytes.fromhex(json.loads(source.with_name(name).read_text("ascii"))["dbsalt"])
            if len(salt) == SALT_BYTES:
                yield salt


def main(arguments: list[str]) -> int:
    """Ask for the secret and decrypt; give the exit code: 0 whole, 1 not wholly, 2 not at all."""
    if len(arguments) != 2:  # noqa: PLR2004
        print("python decryptor.py journal.db OUTPUT.db", file=sys.stderr)
        return 2
    source, target = map(Path, arguments)
    try:
        ask = getpass.getpass if sys.stdin.isatty() else lambda _question: sys.stdin.readline()
        key, salts = key_of(ask("The 24 words, or 64 or 96 hex digits: "), _word_list())
        told = decrypt(source, target, key, (*salts, *salts_beside(source)))
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(*told, _DONE, sep="\n")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
