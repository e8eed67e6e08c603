"""Keys that change while the disk fails or the program is killed: one secret always opens."""

import os

import pytest

from app.domain.errors import DiskFull
from app.vault import data_key_change, key_changes, key_file, next_files
from app.vault.next_files import NextFiles
from tests.faults.key_changes_broken import (
    Pattern,
    broken_changes,
    change_of_passphrase,
    new_data_key,
)

SAMPLE = 24

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the work runs in a forked process")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    return Pattern.made(tmp_path_factory.mktemp("pattern") / "journal")


@pytest.mark.parametrize("change", [change_of_passphrase, new_data_key])
def test_a_broken_change_of_keys_leaves_the_old_or_the_new_secret(pattern, tmp_path, change):
    tally = broken_changes(pattern, tmp_path, change, trials=SAMPLE)
    assert tally.failures == []
    assert tally.endings["killed"] > 0
    assert tally.endings["refused"] > 0


# The same trials find what is broken on purpose


def test_old_key_files_removed_before_the_new_are_there_is_found_out(
    pattern, tmp_path, monkeypatch
):
    real = key_changes.write_durably

    def remove_first(path, data):
        for name in key_file.NAMES:
            path.with_name(name).unlink(missing_ok=True)
        real(path, data)

    monkeypatch.setattr(key_changes, "write_durably", remove_first)
    assert broken_changes(pattern, tmp_path, change_of_passphrase, only="kill at").failures


def test_a_second_copy_told_as_a_failure_is_found_out(pattern, tmp_path, monkeypatch):
    real = key_changes.KeysChanged

    def told(cost, memory, is_second_copy_written):
        if not is_second_copy_written:
            raise DiskFull
        return real(cost, memory)

    monkeypatch.setattr(key_changes, "KeysChanged", told)
    assert broken_changes(pattern, tmp_path, change_of_passphrase, only="ENOSPC").failures


def test_a_database_swapped_before_its_keys_are_kept_is_found_out(pattern, tmp_path, monkeypatch):
    monkeypatch.setattr(NextFiles, "write_keys", lambda _files, data: kept.append(data))
    kept = []

    def roll_forward(files):
        for name in ("keys.json", "keys-copy.json"):
            next_files.write_durably(files._folder / name, kept[-1])
        return True

    monkeypatch.setattr(NextFiles, "roll_forward", roll_forward)
    assert broken_changes(pattern, tmp_path, new_data_key, only="kill after").failures


def test_a_copy_that_nobody_reads_back_is_found_out(pattern, tmp_path, monkeypatch):
    def unproven(path, source, raw_key, _is_to_hold, progress):
        try:
            data_key_change.copying.copy_database(source, path, raw_key, progress)
        except data_key_change.NotSaved:
            return

    monkeypatch.setattr(data_key_change, "_make_next", unproven)
    assert broken_changes(pattern, tmp_path, new_data_key, only="refused at page").failures
