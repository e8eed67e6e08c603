"""Files are kept whole or not at all, as long as a version refers to them and no longer."""

import errno
import os
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain import evidence as limits
from app.domain.answer import Answer, Evidence, Prose
from app.domain.errors import (
    Cancelled,
    DiskFull,
    FileDamaged,
    FileNotTaken,
    InBin,
    JournalDamaged,
    NoSuchReflection,
    OnHold,
)
from app.domain.evidence import PIECE_BYTES
from app.domain.progress import unwatched
from app.domain.repair import NextStep
from app.domain.secret import Passphrase
from app.vault import chosen_file, evidence
from tests.unit.vault.backups import SECRET, a_restorer, a_snapshot, backed_up
from tests.unit.vault.broken_pages import break_pages
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection

CONTENT = bytes(range(256)) * 10_000  # in three pieces


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(CONTENT)
    return path


def added(vault, path, uid="r1", progress=unwatched):
    return vault.evidence.add(uid, path, MORNING, progress)


def naming(*files, uid="r1", minutes=0):
    return a_reflection(uid, minutes=minutes, answers={"proof": Answer(Evidence(files))})


def kept(vault):
    return {row[0] for row in vault._database.rows("SELECT uid FROM evidence")}


def parts(vault):
    return vault._database.row("SELECT count(*), max(length(content)) FROM evidence_part")


def test_a_file_reads_back_as_it_was_added(vault, letter):
    file = added(vault, letter)
    assert (file.name, file.size_bytes) == ("letter.pdf", len(CONTENT))
    assert parts(vault) == (3, PIECE_BYTES)
    assert vault.evidence.read(file, unwatched) == CONTENT
    assert vault.evidence.used_bytes() == len(CONTENT)
    assert vault.trouble() == ()


def test_a_file_is_there_after_the_journal_was_closed(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    file = added(vault, letter)
    vault.put(naming(file))
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.evidence.sweep() == 0
    assert vault.get("r1").answers["proof"].value.files == (file,)
    assert vault.evidence.read(file, unwatched) == CONTENT
    vault.close()


def test_progress_goes_on_and_stopping_leaves_nothing(vault, letter):
    shares = []
    added(vault, letter, progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 5
    before = kept(vault)
    for limit in range(1, len(shares)):
        calls = []

        def stop(share, calls=calls, limit=limit):
            calls.append(share)
            if len(calls) == limit:
                raise Cancelled

        with pytest.raises(Cancelled):
            added(vault, letter, progress=stop)
    assert kept(vault) == before
    assert parts(vault)[0] == 3


def test_a_full_disk_leaves_nothing_and_the_room_for_the_last_words(
    vault, folder, letter, monkeypatch
):
    put, calls = vault._database.run, []

    def full(statement, values=()):
        calls.append(statement)
        if len(calls) == 3:
            raise DiskFull
        return put(statement, values)

    monkeypatch.setattr(vault._database, "run", full)
    with pytest.raises(DiskFull):
        added(vault, letter)
    monkeypatch.undo()
    assert (folder / "reserve.bin").exists()
    assert (kept(vault), parts(vault)[0]) == (set(), 0)
    vault.put(a_reflection())
    assert vault.trouble() == ()


def test_a_save_of_words_writes_nothing_for_a_file(vault, letter):
    file = added(vault, letter)
    vault.put(naming(file))
    statements = []
    vault._database._connection.set_trace_callback(statements.append)
    more = {"proof": Answer(Evidence((file,))), "words": Answer(Prose("More."))}
    vault.put(a_reflection("r1", minutes=1, answers=more))
    vault._database._connection.set_trace_callback(None)
    assert statements
    assert not [each for each in statements if "evidence_part" in each or "FROM evidence" in each]


def test_what_is_on_hold_in_the_bin_or_gone_takes_no_file(vault, letter):
    for uid in ("r1", "r2", "r3"):
        vault.put(a_reflection(uid))
    vault.keeping.hold("r1", "asked for", MORNING)
    vault.bin.put("r2", MORNING)
    vault.bin.put("r3", MORNING)
    vault.bin.empty(["r3"], MORNING)
    for uid, error in (("r1", OnHold), ("r2", InBin), ("r3", NoSuchReflection)):
        with pytest.raises(error):
            added(vault, letter, uid)
    assert kept(vault) == set()


def test_all_files_of_a_journal_have_a_limit_together(vault, letter, monkeypatch):
    monkeypatch.setattr(evidence, "MOST_JOURNAL_BYTES", 2 * len(CONTENT))
    added(vault, letter)
    added(vault, letter)
    with pytest.raises(FileNotTaken, match=r"have 5\.1 MB, and with this one .* more than 5\.1 MB"):
        added(vault, letter)
    assert len(kept(vault)) == 2


# How long they are kept


def test_an_older_version_keeps_its_file_until_its_words_are_removed(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    file = added(vault, letter)
    vault.put_all([naming(file), naming(minutes=1)])
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.evidence.sweep() == 0
    assert vault.evidence.read(file, unwatched) == CONTENT
    vault.versions.purge("r1", MORNING + timedelta(days=1))
    assert kept(vault) == set()
    assert vault.bin.is_unswept()
    assert vault.trouble() == ()
    vault.close()


def test_purging_versions_that_name_no_file_removes_none(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    file = added(vault, letter)
    vault.put_all([naming(file)])
    vault.put_all([a_reflection("r2"), a_reflection("r2", "Changed.", minutes=1)])
    vault.versions.purge("r2", MORNING)
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    vault.put_all([a_reflection("r2", "Again.", minutes=2)])
    vault.versions.purge("r2", MORNING)
    assert kept(vault) == {file.id}
    vault.close()


def test_the_bin_keeps_a_file_until_it_is_emptied(vault, letter):
    file, other = added(vault, letter), added(vault, letter, "r2")
    vault.put_all([naming(file), naming(other, uid="r2")])
    vault.bin.put("r1", MORNING)
    assert vault.evidence.sweep() == 0
    assert vault.evidence.read(file, unwatched) == CONTENT
    vault.bin.empty(["r1"], MORNING)
    assert kept(vault) == {other.id}
    vault.bin.sweep(unwatched)
    assert vault.trouble() == ()


def test_what_another_reflection_names_too_becomes_that_ones(vault, letter):
    file = added(vault, letter)
    vault.put_all([naming(file), naming(file, uid="r2")])
    vault.bin.put("r1", MORNING)
    vault.bin.empty(["r1"], MORNING)
    assert vault._database.rows("SELECT uid, reflection_uid FROM evidence") == [(file.id, "r2")]
    assert vault.evidence.read(file, unwatched) == CONTENT
    vault.bin.put("r2", MORNING)
    vault.bin.empty(["r2"], MORNING)
    assert kept(vault) == set()


def test_what_no_version_names_goes_at_the_next_opening_and_not_before(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    file, loose = added(vault, letter), added(vault, letter)
    vault.put(naming(file))
    assert vault.evidence.sweep() == 0
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.evidence.sweep() == 1
    assert kept(vault) == {file.id}
    with pytest.raises(FileDamaged):
        vault.evidence.read(loose, unwatched)
    assert vault.trouble() == ()
    vault.close()


# Copies and damage


def test_snapshots_backups_and_a_new_data_key_carry_files(
    keeper, changes, folder, letter, tmp_path
):
    vault = keeper.open(folder, PASSPHRASE)
    file = added(vault, letter)
    vault.put(naming(file))
    snapshot = a_snapshot(vault)
    backed_up(vault, tmp_path / "one.afterword-backup")
    vault.close()
    one, two = tmp_path / "one", tmp_path / "two"
    a_restorer().restore(tmp_path / "one.afterword-backup", SECRET, one, unwatched)
    a_restorer().restore_snapshot((folder, snapshot.name), SECRET, two, unwatched)
    changes.replace_data_key(folder, Passphrase(PASSPHRASE), PASSPHRASE, unwatched)
    for place in (one, two, folder):
        vault = keeper.open(place, PASSPHRASE)
        assert vault.evidence.read(file, unwatched) == CONTENT
        assert vault.trouble() == ()
        vault.close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE evidence_part SET content = zeroblob(10) WHERE position = 1",
        "DELETE FROM evidence_part WHERE position = 2",
        "DELETE FROM evidence",
        "UPDATE evidence SET size_bytes = 3",
    ],
)
def test_a_file_of_an_older_state_is_told_as_damage_with_its_reflection(vault, letter, harm):
    file = added(vault, letter)
    vault.put(naming(file))
    vault._database.run(harm)
    with pytest.raises(FileDamaged, match="does not read back as it was added"):
        vault.evidence.read(file, unwatched)
    (told,) = vault.trouble()
    assert told.startswith("The reflection begun on 2 March 2026 at 09:30")
    assert told.endswith("has a file that does not read back as it was added.")


def test_a_damaged_page_of_a_file_is_told_with_its_reflection(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    file = added(vault, letter)
    vault.put(naming(file, minutes=1))
    # Of two files with one content each would come back from the other.
    letter.write_bytes(CONTENT[::-1])
    vault.put(naming(added(vault, letter, "r2"), uid="r2", minutes=2))
    vault.close()
    # The pieces fill nearly all of the journal, and those that were added first stand first.
    break_pages(folder, (folder / "journal.db").stat().st_size // 4096 // 3)
    vault = keeper.open(folder, PASSPHRASE)
    (told,) = vault.trouble()
    assert "09:31 (Daily pause) has a file that does not read back as it was added" in told
    assert vault.check(unwatched).steps == (NextStep.SALVAGE,)
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    with pytest.raises(FileDamaged):
        vault.evidence.read(file, unwatched)
    vault.close()


def test_an_answer_that_names_a_file_wrongly_is_told_as_damage(vault, letter):
    file = added(vault, letter)
    for wrong in ({"sha256": "no hash"}, {"id": "another"}, {"size_bytes": 1}):
        with pytest.raises(FileDamaged):
            vault.evidence.read(replace(file, **wrong), unwatched)


def test_a_version_that_does_not_read_keeps_every_file_from_the_sweep(keeper, folder, letter):
    vault = keeper.open(folder, PASSPHRASE)
    file = added(vault, letter)
    vault.put_all([naming(file), naming(minutes=1)])
    vault._database.run("UPDATE revision SET content = x'00' WHERE content IS NOT NULL")
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    with pytest.raises(JournalDamaged):
        vault.evidence.sweep()
    assert kept(vault) == {file.id}
    vault.close()


# What is refused


def refused(vault, path, words):
    with pytest.raises(FileNotTaken, match=words):
        added(vault, path)
    assert kept(vault) == set()


def test_what_is_no_file_to_keep_is_refused(vault, tmp_path, letter):
    empty, large, link = tmp_path / "empty", tmp_path / "large", tmp_path / "link"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(500_000_000)
    link.symlink_to(letter)
    refused(vault, empty, "this file is empty")
    refused(vault, large, "this file has 500 MB, and one file may have up to 25 MB")
    refused(vault, link, "this is a link to a file")
    refused(vault, tmp_path, "this is a folder")
    refused(vault, tmp_path / "nowhere", "there is no file at this place")
    refused(vault, letter / "inside", "there is no file at this place")
    refused(vault, tmp_path / "a\0b", "there is no file at this place")
    refused(vault, tmp_path / ("x" * 300), "the name of this file is too long")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_pipes_and_devices_are_refused_at_once(vault, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    refused(vault, tmp_path / "pipe", "a device or a pipe")
    refused(vault, Path("/dev/zero"), "a device or a pipe")


def test_a_file_that_may_not_be_read_or_does_not_read_is_refused(vault, letter, monkeypatch):
    for number, words in ((errno.EACCES, "may not be read by you"), (errno.EIO, "could not be")):
        for call in ("open", "read"):

            def refuse(*_, number=number):
                raise OSError(number, "")

            with monkeypatch.context() as patch:
                patch.setattr(chosen_file.os, call, refuse)
                refused(vault, letter, words)


def test_a_file_that_is_exchanged_before_it_is_opened_is_refused(
    vault, letter, tmp_path, monkeypatch
):
    other = tmp_path / "other.pdf"
    other.write_bytes(b"other")
    real = os.open
    monkeypatch.setattr(chosen_file.os, "open", lambda _path, *more: real(other, *more))
    with pytest.raises(FileNotTaken, match="changed while it was read"):
        added(vault, letter)
    monkeypatch.undo()
    assert kept(vault) == set()


def test_a_large_file_is_refused_without_a_byte_being_read(vault, tmp_path, monkeypatch):
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(limits.MOST_FILE_BYTES + 1)
    monkeypatch.setattr(chosen_file.os, "read", None)
    monkeypatch.setattr(chosen_file.os, "open", None)
    refused(vault, large, "one file may have up to 25 MB")


def grow(path):
    with path.open("ab") as file:
        file.write(b"more")


def shrink(path):
    os.truncate(path, len(CONTENT) - 1)


def touch(path):
    os.utime(path, (1, 1))


@pytest.mark.parametrize("change", [grow, shrink, touch])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.7])
def test_a_file_that_changes_while_it_is_read_is_refused(vault, letter, change, share):
    done = []

    def meanwhile(told):
        if told >= share and not done:
            done.append(told)
            change(letter)

    with pytest.raises(FileNotTaken, match="changed while it was read"):
        added(vault, letter, progress=meanwhile)
    assert done
    assert (kept(vault), parts(vault)[0]) == (set(), 0)


def test_a_file_that_changes_behind_its_date_is_refused_by_its_hash(vault, letter):
    def meanwhile(told):
        if told == evidence._HASHED:
            found = letter.stat()
            with letter.open("r+b") as file:
                file.write(b"!")
            os.utime(letter, ns=(found.st_atime_ns, found.st_mtime_ns))

    with pytest.raises(FileNotTaken, match="changed while it was read"):
        added(vault, letter, progress=meanwhile)
    assert (kept(vault), parts(vault)[0]) == (set(), 0)
