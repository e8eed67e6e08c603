import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import JournalTooNew
from app.vault import key_file, keys
from app.vault.kdf import KdfCost
from app.vault.key_file import KeyFileDamaged
from tests.bounded import not_endless
from tests.unit.vault.samples import CHEAP

DATA_KEY = bytes(range(32))
HEADER = keys.new_header(DATA_KEY, "pass", CHEAP, date(2026, 3, 2))


def canonical(plain):
    return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()


def summed(plain):
    plain = {name: value for name, value in plain.items() if name != "sum"}
    return {**plain, "sum": hashlib.sha256(canonical(plain)).hexdigest()}


def plain_header():
    return json.loads(key_file.to_bytes(HEADER))


def with_slot(**changes):
    plain = plain_header()
    plain["slots"][0].update(changes)
    return json.dumps(summed(plain)).encode()


def with_field(name, value):
    return json.dumps(summed({**plain_header(), name: value})).encode()


def without(name):
    plain = plain_header()
    del plain[name]
    return json.dumps(summed(plain)).encode()


def test_what_is_written_reads_back_the_same():
    assert key_file.parse(key_file.to_bytes(HEADER), floor_checked=False) == HEADER


def test_the_file_is_small_ascii_and_named_by_its_magic():
    data = key_file.to_bytes(HEADER)
    plain = json.loads(data.decode("ascii"))
    assert plain["magic"] == "offline-journal-keys"
    assert plain["version"] == 1
    assert set(plain) == {
        "magic", "version", "vault", "gen", "dbsalt", "changed", "slots", "mac", "sum"
    }  # fmt: skip
    slot = plain["slots"][0]
    assert set(slot) == {"type", "kdf", "v", "m", "t", "p", "salt", "nonce", "ct"}
    assert (slot["type"], slot["kdf"], slot["v"]) == ("passphrase", "argon2id", 19)
    assert len(data) < 1200


def test_the_mac_and_the_sum_are_those_of_the_written_format():
    import hmac

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    plain = plain_header()
    body = {name: value for name, value in plain.items() if name not in ("mac", "sum")}
    info = b"offline-journal/header-mac/1"
    mac_key = HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(DATA_KEY)
    assert plain["mac"] == hmac.new(mac_key, canonical(body), "sha256").hexdigest()
    assert plain["sum"] == hashlib.sha256(canonical({**body, "mac": plain["mac"]})).hexdigest()


def test_the_wrapping_is_bound_to_its_parameters_and_its_vault():
    other_cost = replace(HEADER.slots[0], cost=KdfCost(128, 1, 4))
    for header in (replace(HEADER, vault="0" * 32), replace(HEADER, slots=(other_cost,))):
        assert keys.unwrapped(header, "pass") is None
    assert keys.unwrapped(HEADER, "pass") == DATA_KEY


@pytest.mark.parametrize("name", ["vault", "generation", "salt", "changed"])
def test_a_changed_field_is_not_genuine(name):
    changed = {
        "vault": "0" * 32, "generation": 2, "salt": bytes(16), "changed": date(2020, 1, 1)
    }  # fmt: skip
    assert key_file.is_genuine(HEADER, DATA_KEY)
    assert not key_file.is_genuine(replace(HEADER, **{name: changed[name]}), DATA_KEY)
    assert not key_file.is_genuine(HEADER, bytes(32))


HOSTILE = {
    "empty": b"",
    "not json": b"keys",
    "not ascii": key_file.to_bytes(HEADER).replace(b"argon2id", "argön2id".encode()),
    "too big": key_file.to_bytes(HEADER) + b" " * 16384,
    "a list": b"[]",
    "nested": b"[" * 8000 + b"]" * 8000,
    "another magic": with_field("magic", "keys"),
    "version zero": with_field("version", 0),
    "version true": with_field("version", True),
    "version in words": with_field("version", "1"),
    "not a number": with_field("gen", float("nan")),
    "infinity": with_field("gen", float("inf")),
    "fraction": with_field("gen", 1.0),
    "5,000 digits": key_file.to_bytes(HEADER).replace(b'"gen": 1', b'"gen": ' + b"9" * 5000),
    "duplicate key": key_file.to_bytes(HEADER).replace(b'"gen": 1', b'"gen": 1, "gen": 1'),
    "generation zero": with_field("gen", 0),
    "generation huge": with_field("gen", 2**53),
    "generation true": with_field("gen", True),
    "one field more": with_field("note", "x"),
    "one field less": without("changed"),
    "no slots": with_field("slots", []),
    "two slots": with_field("slots", plain_header()["slots"] * 2),
    "nine slots": with_field("slots", plain_header()["slots"] * 9),
    "slots a table": with_field("slots", {}),
    "slot a number": with_field("slots", [1]),
    "slot with more": with_slot(note="x"),
    "another kdf": with_slot(kdf="scrypt"),
    "another argon": with_slot(v=16),
    "another type": with_slot(type="pin"),
    "64 GiB": with_slot(m=64 * 1024 * 1024),
    "2^31 passes": with_slot(t=2**31),
    "2^24 lanes": with_slot(p=2**24),
    "memory below zero": with_slot(m=-1),
    "memory true": with_slot(m=True),
    "no passes": with_slot(t=0),
    "no lanes": with_slot(p=0),
    "memory times passes": with_slot(m=2 * 1024 * 1024, t=16),
    "short salt": with_slot(salt="00"),
    "capital digits": with_slot(salt="AB" * 16),
    "no hex": with_slot(nonce="zz" * 12),
    "salt a number": with_slot(salt=1),
    "wrapped key cut": with_slot(ct="00" * 47),
    "vault with a line end": with_field("vault", HEADER.vault + "\n"),
    "day that is not": with_field("changed", "2026-02-30"),
    "day otherwise written": with_field("changed", "20260302"),
    "wrong sum": key_file.to_bytes(HEADER).replace(b'"gen": 1', b'"gen": 2'),
    "sum a number": json.dumps({**plain_header(), "sum": 1}).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_header_is_refused_at_once(name):
    with not_endless(cpu_seconds=1), pytest.raises(KeyFileDamaged):
        key_file.parse(HOSTILE[name], floor_checked=False)


def test_a_cheap_header_is_refused_unless_the_floor_is_not_checked():
    data = key_file.to_bytes(HEADER)
    with pytest.raises(KeyFileDamaged):
        key_file.parse(data)
    assert key_file.parse(data, floor_checked=False) == HEADER


def test_each_changed_byte_is_noticed():
    data = key_file.to_bytes(HEADER)
    for place in range(0, len(data) - 1, 3):
        if data[place : place + 1].isspace():
            continue
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises((KeyFileDamaged, JournalTooNew)):
            key_file.parse(changed, floor_checked=False)


def test_a_later_version_is_told_as_such_whatever_else_it_holds():
    with pytest.raises(JournalTooNew):
        key_file.parse(b'{"magic": "offline-journal-keys", "version": 2, "new": [true]}')
