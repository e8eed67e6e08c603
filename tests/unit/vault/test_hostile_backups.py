"""A file that is not exactly a backup of ours is refused at once, in one sentence."""

import io
import os
import struct
import time
import tracemalloc
import zipfile
from dataclasses import replace

import pytest

from app.domain.errors import (
    BackupDamaged,
    BackupTooNew,
    JournalError,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.secret import Passphrase
from app.vault import backup_file, key_file, keys, manifest, zip_frame
from app.vault.zip_frame import Member, NotOurFrame
from tests.unit.vault.backups import (
    NOON,
    SECRET,
    WRONG,
    a_restorer,
    backed_up,
    tree,
    unwatched,
    words_secret,
    written,
)
from tests.unit.vault.samples import CHEAP, PASSPHRASE

OTHER_WORDS = "abandon " * 23 + "art"
NAMES = ("keys.json", "journal.db", "manifest.json")


@pytest.fixture(scope="module")
def good(shared_vault, tmp_path_factory):
    written(shared_vault)
    path = tmp_path_factory.mktemp("good") / "good.afterword-backup"
    backed_up(shared_vault, path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def parts(good):
    with zipfile.ZipFile(io.BytesIO(good)) as unpacked:
        return {name: unpacked.read(name) for name in NAMES}


def refused(data, tmp_path, secret=SECRET, error=BackupDamaged):
    """Try to restore it; say what is told, having seen that nothing is left anywhere."""
    file = tmp_path / "hostile"
    if isinstance(data, bytes):
        file.write_bytes(data)
    before = {path.name for path in tmp_path.iterdir()}
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(error) as told:
        a_restorer().restore(file, secret, tmp_path / "new", unwatched)
    took = time.monotonic() - began
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {path.name for path in tmp_path.iterdir()} == before
    assert took < 2
    assert peak < 10_000_000
    with pytest.raises(error):
        a_restorer().look_inside(file, secret, unwatched)
    return str(told.value)


def stored(members, compression=zipfile.ZIP_STORED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return held.getvalue()


def framed(members):
    """Frame members as we do, whatever they hold."""
    told = [Member(name, len(data), zipfile.crc32(data)) for name, data in members]
    body = b"".join(
        zip_frame.local_header(each) + data for each, (_, data) in zip(told, members, strict=True)
    )
    return body + zip_frame.directory(told)


def in_order(parts):
    return [(name, parts[name]) for name in NAMES]


def test_the_parts_framed_again_are_the_backup(good, parts):
    assert framed(in_order(parts)) == good


def test_no_archive_of_another_tool_is_taken(parts, tmp_path):
    assert "not a whole backup" in refused(stored(in_order(parts)), tmp_path)
    refused(stored(in_order(parts), zipfile.ZIP_DEFLATED), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "names",
    [
        ("../../evil", "journal.db", "manifest.json"),
        ("/etc/evil", "journal.db", "manifest.json"),
        ("C:\\evil", "journal.db", "manifest.json"),
        ("keys.json", "keys.json", "manifest.json"),
        ("journal.db", "journal.db", "manifest.json"),
        ("keys.json", "journal.db/", "manifest.json"),
        ("journal.db", "keys.json", "manifest.json"),
        ("keys.json", "manifest.json", "journal.db"),
        ("keys.json", "manifest.json"),
        ("manifest.json",),
    ],
)
def test_only_our_names_in_our_order_are_taken(names, parts, tmp_path):
    data = framed([(name, parts.get(name, b"evil")) for name in names])
    refused(data, tmp_path)
    assert not any("evil" in name for name in tree(tmp_path.parent) if "hostile" not in name)


def test_a_bomb_is_never_unpacked(parts, tmp_path):
    bomb = [*in_order(parts)[:1], ("journal.db", bytes(50_000_000)), *in_order(parts)[2:]]
    data = stored(bomb, zipfile.ZIP_DEFLATED)
    assert len(data) < 100_000
    refused(data, tmp_path)


def test_two_million_entries_are_not_read(tmp_path):
    entry = struct.pack("<4s4B4H3I5H2I", b"PK\1\2", *[0] * 18)
    file = tmp_path / "hostile"
    with file.open("wb") as goal:
        for _ in range(200):
            goal.write(entry * 10_000)
        size = goal.tell()
        goal.write(struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 65535, 65535, size, 0, 0))
    refused(None, tmp_path)


def test_a_directory_of_another_size_than_told_is_refused(good, tmp_path):
    size, offset = struct.unpack_from("<2I", good, len(good) - 10)
    for wrong in ((size + 1, offset), (size, offset - 1), (2**32 - 1, 2**32 - 1), (0, 0)):
        refused(good[:-10] + struct.pack("<2IH", *wrong, 0), tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"x" + data,
        lambda data: data + b"x",
        lambda data: data + data,
        lambda data: data[:-22] + b"PK\6\7" + bytes(16) + data[-22:],
        lambda data: data[:-2] + b"\5\0hello",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: bytes(len(data)),
        lambda data: b"SQLite format 3\0" + data,
    ],
)
def test_nothing_stands_before_after_or_between(change, good, tmp_path):
    refused(change(good), tmp_path)


def test_every_byte_of_the_frame_counts(good):
    members = zip_frame.read_members(io.BytesIO(good))
    content = {place for each in members for place in range(each.start, each.start + each.size)}
    frame = [place for place in range(len(good)) if place not in content]
    assert 300 < len(frame) < 500
    for place in frame:
        changed = bytearray(good)
        changed[place] ^= 0x41
        with pytest.raises(NotOurFrame):
            zip_frame.read_members(io.BytesIO(bytes(changed)))


def test_sizes_that_lie_are_refused(parts, tmp_path):
    for name in NAMES[:2]:
        refused(framed([(n, d[:-1] if n == name else d) for n, d in in_order(parts)]), tmp_path)
        refused(framed([(n, d + b"x" if n == name else d) for n, d in in_order(parts)]), tmp_path)


def resealed(parts, data_key=None, **changes):
    told = replace_manifest(manifest.parse(parts["manifest.json"]), **changes)
    if data_key:
        told = told.sealed_by(data_key)
    return {**parts, "manifest.json": told.to_bytes()}


def replace_manifest(told, **changes):
    import msgspec

    return msgspec.structs.replace(told, **changes)


def sealed(data):
    import hashlib

    return manifest.Sealed(len(data), hashlib.sha256(data).hexdigest())


def test_a_manifest_changed_without_the_key_is_refused(parts, tmp_path):
    refused(framed(in_order(resealed(parts, made_at="2020-01-01T00:00:00Z"))), tmp_path)
    refused(framed(in_order(resealed(parts, mac="0" * 64))), tmp_path)
    refused(framed(in_order(resealed(parts, mac="é"))), tmp_path)


def test_another_head_than_the_journals_is_refused(parts, shared_vault, tmp_path):
    data_key = shared_vault._database.raw_key[0]
    whole = framed(in_order(resealed(parts, data_key)))
    (tmp_path / "whole").write_bytes(whole)
    assert a_restorer().look_inside(tmp_path / "whole", SECRET, unwatched).reflections == 6
    refused(framed(in_order(resealed(parts, data_key, head="0" * 64))), tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b'"format":1', b'"format":1,"format":1'),
        lambda data: data.replace(b'"app"', b'"more":1,"app"'),
        lambda data: data.replace(b":", b": ", 1),
        lambda data: data.replace(b"journal.db", b"../../a.db"),
        lambda data: data.replace(b'"format":1', b'"format":-1'),
        lambda data: data.replace(b'"format":1', b'"format":1.0'),
        lambda data: data.replace(b"2026-03-02T12", b"2026-13-02T12"),
        lambda data: b"[" * 8000,
        lambda data: b"{}" * 9000,
        lambda data: b"",
        lambda data: b"\xff" * 100,
    ],
)
def test_a_manifest_of_another_shape_is_refused(change, parts, tmp_path):
    changed = {**parts, "manifest.json": change(parts["manifest.json"])}
    assert changed != parts
    refused(framed(in_order(changed)), tmp_path)


def test_a_manifest_of_other_files_is_refused(parts, shared_vault, tmp_path):
    data_key = shared_vault._database.raw_key[0]
    told = manifest.parse(parts["manifest.json"]).files
    for files in (
        {},
        {"journal.db": told["journal.db"]},
        {"keys.json": told["keys.json"]},
        {"keys.json": told["keys.json"], "../journal.db": told["journal.db"]},
        {"keys.json": told["journal.db"], "journal.db": told["keys.json"]},
    ):
        refused(framed(in_order(resealed(parts, data_key, files=files))), tmp_path)


def test_a_backup_of_a_later_version_is_told_as_too_new(parts, tmp_path):
    newer = parts["manifest.json"].replace(b'"format":1', b'"format":2,"more":[1]')
    data = framed(in_order({**parts, "manifest.json": newer}))
    assert "later Afterword" in refused(data, tmp_path, error=BackupTooNew)


def test_a_wrong_secret_is_told_apart_from_damage(good, parts, tmp_path):
    told = refused(good, tmp_path, WRONG, WrongPassphrase)
    assert told.startswith("That passphrase does not open this backup")
    told = refused(good, tmp_path, words_secret(OTHER_WORDS), WrongRecoveryWords)
    assert "not those of this backup" in told
    for name in NAMES[:2]:
        broken = bytearray(parts[name])
        broken[len(broken) // 2] ^= 1
        data = framed(in_order({**parts, name: bytes(broken)}))
        assert "It is not the passphrase" in refused(data, tmp_path)
        if name == "keys.json":
            assert "It is not the passphrase" in refused(data, tmp_path, WRONG)


def test_a_journal_of_another_key_in_a_whole_frame_is_refused(parts, shared_vault, tmp_path):
    """Somebody makes keys of their own for a database that is another's."""
    data_key = keys.new_data_key()
    header = keys.new_header(data_key, PASSPHRASE, CHEAP, NOON.date())
    forged = {**parts, "keys.json": key_file.to_bytes(header)}
    told = {name: sealed(forged[name]) for name in NAMES[:2]}
    refused(framed(in_order(resealed(forged, data_key, files=told))), tmp_path)


def test_a_database_with_a_foreign_trigger_is_refused(parts, shared_vault, tmp_path):
    from app.vault import recipe

    path = tmp_path / "made.db"
    path.write_bytes(parts["journal.db"])
    data_key, salt = shared_vault._database.raw_key
    made = recipe.keyed(path, data_key, salt)
    made.execute("CREATE TRIGGER evil AFTER INSERT ON answer BEGIN DELETE FROM revision; END")
    made.close()
    forged = {**parts, "journal.db": path.read_bytes()}
    told = {name: sealed(forged[name]) for name in NAMES[:2]}
    refused(framed(in_order(resealed(forged, data_key, files=told))), tmp_path)


def test_keys_that_ask_for_too_much_are_refused(parts, shared_vault, tmp_path):
    data_key = shared_vault._database.raw_key[0]
    header = key_file.parse(parts["keys.json"], floor_checked=False)
    for cost in (replace(CHEAP, memory_kib=2**26), replace(CHEAP, passes=2**31)):
        greedy = replace(header, slots=(replace(header.slots[0], cost=cost),))
        data = key_file.to_bytes(key_file.signed(greedy, data_key))
        forged = {**parts, "keys.json": data}
        told = {name: sealed(forged[name]) for name in NAMES[:2]}
        refused(framed(in_order(resealed(forged, data_key, files=told))), tmp_path)


def test_a_gigabyte_of_keys_is_not_read(parts, tmp_path):
    huge = {**parts, "keys.json": bytes(30_000_000)}
    told = {name: sealed(huge[name]) for name in NAMES[:2]}
    refused(framed(in_order(resealed(huge, files=told))), tmp_path)
    huge = {**parts, "manifest.json": bytes(30_000_000)}
    refused(framed(in_order(huge)), tmp_path)


def test_a_pipe_or_a_folder_is_refused_at_once(tmp_path):
    (tmp_path / "hostile").mkdir()
    refused(None, tmp_path)
    (tmp_path / "hostile").rmdir()
    assert "cannot be read" in refused(None, tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "hostile")
        refused(None, tmp_path)


def test_a_backup_of_a_later_schema_is_told_as_too_new(parts, shared_vault, tmp_path):
    from app.vault import recipe

    path = tmp_path / "made.db"
    path.write_bytes(parts["journal.db"])
    data_key, salt = shared_vault._database.raw_key
    made = recipe.keyed(path, data_key, salt)
    made.execute("PRAGMA user_version = 9999")
    made.close()
    forged = {**parts, "journal.db": path.read_bytes()}
    told = {name: sealed(forged[name]) for name in NAMES[:2]}
    data = framed(in_order(resealed(forged, data_key, files=told)))
    refused(data, tmp_path, error=BackupTooNew)


def test_an_empty_passphrase_is_only_a_wrong_one(good, tmp_path):
    refused(good, tmp_path, Passphrase(""), JournalError)


def test_what_was_changed_inside_a_whole_frame_is_noticed_before_it_is_opened(parts, tmp_path):
    header = key_file.parse(parts["keys.json"], floor_checked=False)
    same_keys = key_file.to_bytes(header).replace(b"\n ", b"\n  ")
    assert key_file.parse(same_keys, floor_checked=False) == header
    changed = bytearray(parts["journal.db"])
    changed[-1] ^= 1
    told = manifest.parse(parts["manifest.json"]).files["keys.json"]
    files = {
        "keys.json": replace_size(told, same_keys),
        "journal.db": sealed(parts["journal.db"]),
    }
    both = {**resealed(parts, files=files), "keys.json": same_keys, "journal.db": bytes(changed)}
    (tmp_path / "changed").write_bytes(framed(in_order(both)))
    with backup_file.opened(tmp_path / "changed") as backup:
        with pytest.raises(BackupDamaged):
            backup.keys()
        with pytest.raises(BackupDamaged):
            backup.copy_database(tmp_path / "copy.db", unwatched)


def replace_size(told, data):
    return manifest.Sealed(len(data), told.sha256)
