"""The key file: the data key's envelope, as strict JSON that is checked before it is believed.

magic, version, vault (its id), gen (a counter), dbsalt (the salt of journal.db), changed,
slots  the data key wrapped under a passphrase, with all that is needed to unwrap it: one slot,
       for a passphrase is all that this version writes, and each more could cost a minute
mac    HMAC under a key derived from the data key: only its holder can have written this
sum    SHA-256 of the rest: damage is known before any key derivation
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.errors import JournalTooNew
from app.vault.kdf import KdfCost

NAMES = ("keys.json", "keys-copy.json")
LARGEST_BYTES = 16 * 1024

_MAGIC, _VERSION = "offline-journal-keys", 1
_ARGON2_VERSION = 19
_SLOTS = 1
_MOST_DIGITS = 17
_HIGHEST_GENERATION = 2**53
_HEADER_FIELDS = frozenset(
    {"magic", "version", "vault", "gen", "dbsalt", "changed", "slots", "mac", "sum"}
)
_SLOT_FIELDS = frozenset({"type", "kdf", "v", "m", "t", "p", "salt", "nonce", "ct"})


class KeyFileDamaged(Exception):
    """These bytes are no key file of ours, or not whole."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped under one passphrase."""

    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped_key: bytes = b""


@dataclass(frozen=True, slots=True)
class KeyHeader:
    """All that a key file holds."""

    vault: str
    generation: int
    salt: bytes
    changed: date
    slots: tuple[Slot, ...]
    mac: bytes = b""


def associated_data(vault: str, slot: Slot) -> bytes:
    """Give what a slot's wrapping is bound to: its own parameters and its vault."""
    bound = _plain_slot(slot)
    del bound["ct"]
    return _canonical({"magic": _MAGIC, "version": _VERSION, "vault": vault, "slot": bound})


def signed(header: KeyHeader, data_key: bytes) -> KeyHeader:
    """Give the header with the MAC that only the holder of the data key can make."""
    return replace(header, mac=_mac(header, data_key))


def is_genuine(header: KeyHeader, data_key: bytes) -> bool:
    """Say whether the holder of this data key wrote the header."""
    return hmac.compare_digest(header.mac, _mac(header, data_key))


def to_bytes(header: KeyHeader) -> bytes:
    """Give the file's bytes."""
    plain = {**_plain_header(header), "mac": header.mac.hex()}
    plain["sum"] = _sum(plain)
    return json.dumps(plain, sort_keys=True, indent=1).encode("ascii") + b"\n"


def parse(data: bytes, *, floor_checked: bool = True) -> KeyHeader:
    """Read a key file.

    Raises:
        KeyFileDamaged: it is not whole, or asks for more than an honest file does.
        JournalTooNew: a later version of the program wrote it.
    """
    plain = _read_json(data)
    version = plain.get("version")
    _require(plain.get("magic") == _MAGIC and type(version) is int and version >= _VERSION)
    if version != _VERSION:
        raise JournalTooNew
    _require(plain.keys() == _HEADER_FIELDS)
    rest = {name: value for name, value in plain.items() if name != "sum"}
    _require(plain["sum"] == _sum(rest))
    slots = plain["slots"]
    _require(type(slots) is list and len(slots) == _SLOTS)
    _require(type(plain["gen"]) is int and 0 < plain["gen"] < _HIGHEST_GENERATION)
    return KeyHeader(
        vault=_hex(plain["vault"], 16).hex(),
        generation=plain["gen"],
        salt=_hex(plain["dbsalt"], 16),
        changed=_day(plain["changed"]),
        slots=tuple(_read_slot(slot, floor_checked=floor_checked) for slot in slots),
        mac=_hex(plain["mac"], 32),
    )


def _read_slot(plain: Any, *, floor_checked: bool) -> Slot:
    _require(type(plain) is dict and plain.keys() == _SLOT_FIELDS)
    _require(plain["type"] == "passphrase" and plain["kdf"] == "argon2id")
    _require(all(type(plain[name]) is int for name in ("v", "m", "t", "p")))
    cost = KdfCost(plain["m"], plain["t"], plain["p"])
    _require(plain["v"] == _ARGON2_VERSION and cost.is_bearable())
    _require(cost.is_strong() or not floor_checked)
    return Slot(cost, _hex(plain["salt"], 16), _hex(plain["nonce"], 12), _hex(plain["ct"], 48))


def _read_json(data: bytes) -> dict[str, Any]:
    _require(len(data) <= LARGEST_BYTES)
    try:
        plain = json.loads(
            data.decode("ascii"),
            object_pairs_hook=_without_duplicates,
            parse_int=_short_int,
            parse_float=_refused,
            parse_constant=_refused,
        )
    except (ValueError, RecursionError):
        raise KeyFileDamaged from None
    _require(type(plain) is dict)
    return dict(plain)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _require(len({name for name, _ in pairs}) == len(pairs))
    return dict(pairs)


def _short_int(digits: str) -> int:
    _require(len(digits) <= _MOST_DIGITS)
    return int(digits)


def _refused(_text: str) -> Any:
    raise KeyFileDamaged


def _hex(text: Any, length: int) -> bytes:
    _require(type(text) is str and re.fullmatch(f"[0-9a-f]{{{2 * length}}}", text) is not None)
    return bytes.fromhex(text)


def _day(text: Any) -> date:
    _require(type(text) is str and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise KeyFileDamaged from None


def _require(holds: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise KeyFileDamaged


def _plain_slot(slot: Slot) -> dict[str, Any]:
    return {
        "type": "passphrase",
        "kdf": "argon2id",
        "v": _ARGON2_VERSION,
        "m": slot.cost.memory_kib,
        "t": slot.cost.passes,
        "p": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "ct": slot.wrapped_key.hex(),
    }


def _plain_header(header: KeyHeader) -> dict[str, Any]:
    return {
        "magic": _MAGIC,
        "version": _VERSION,
        "vault": header.vault,
        "gen": header.generation,
        "dbsalt": header.salt.hex(),
        "changed": header.changed.isoformat(),
        "slots": [_plain_slot(slot) for slot in header.slots],
    }


def _mac(header: KeyHeader, data_key: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"offline-journal/header-mac/1"
    key = HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(data_key)
    return hmac.digest(key, _canonical(_plain_header(header)), "sha256")


def _sum(plain: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(plain)).hexdigest()


def _canonical(plain: Mapping[str, Any]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
