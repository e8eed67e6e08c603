"""The decryptor opens a journal without any of the program, as a stranger would."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.answer import Answer, Prose
from app.vault import decryptor
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, cheap_keeper

PAGE = 4096
PROGRAM = Path(decryptor.__file__)
TABLES = ("vault", "form", "reflection", "answer", "theme", "preference", "revision", "keeping")


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A journal of several hundred pages, its words, and its rows as the program reads them."""
    folder = tmp_path_factory.mktemp("grown") / "journal"
    vault, words = cheap_keeper().create(folder, PASSPHRASE)
    vault.keep_form(a_form())
    vault.put_all(
        [
            a_reflection(
                f"r{number}",
                minutes=number,
                themes=("Trust", f"Theme {number}"),
                answers={
                    f"q{each}": Answer(Prose(f"kettle {number} " + "walk " * (50 * each + number)))
                    for each in range(4)
                },
            )
            for number in range(200)
        ]
    )
    vault.close()
    vault = cheap_keeper().open(folder, PASSPHRASE)  # now without the mark of a session that writes
    rows = {table: set(vault._database.rows(f"SELECT * FROM {table}")) for table in TABLES}
    vault.close()
    return folder, " ".join(words), rows


@pytest.fixture
def copied(grown, tmp_path):
    """The one file of it in a folder of its own."""
    return Path(shutil.copy(grown[0] / "journal.db", tmp_path / "journal.db"))


def key_in(words):
    return decryptor.key_of(words, decryptor._word_list())[0]


def decrypted(path, words, salts=()):
    target = path.with_name("plain.db")
    target.unlink(missing_ok=True)
    return target, decryptor.decrypt(path, target, key_in(words), salts)


def rows_in(path, table):
    with closing(sqlite3.connect(path)) as plain:
        return set(plain.execute(f"SELECT * FROM {table} NOT INDEXED"))


def broken(path, *numbers):
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE + 100] ^= 1
    path.write_bytes(data)


def kinds_of(path):
    """Give the kind of every page of a plain file: what it is in its tree."""
    data = path.read_bytes()
    return {start // PAGE + 1: data[start] for start in range(PAGE, len(data), PAGE)}


def test_pythons_own_sqlite_reads_the_same_rows(grown, copied):
    _, words, rows = grown
    target, told = decrypted(copied, words)
    assert told == ()
    assert {table: rows_in(target, table) for table in TABLES} == rows
    with closing(sqlite3.connect(target)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_lost_salt_is_taken_from_the_key_file(grown, copied):
    folder, words, rows = grown
    copied.write_bytes(bytes(16) + copied.read_bytes()[16:])
    shutil.copy(folder / "keys-copy.json", copied.parent)
    target, told = decrypted(copied, words, decryptor.salts_beside(copied))
    assert told == ()
    assert rows_in(target, "answer") == rows["answer"]


def test_with_no_salt_at_all_everything_reads_but_nothing_is_proved(grown, copied):
    _, words, rows = grown
    copied.write_bytes(bytes(16) + copied.read_bytes()[16:])
    target, told = decrypted(copied, words)
    assert "nothing could be verified" in told[0]
    assert rows_in(target, "answer") == rows["answer"]


@pytest.mark.parametrize("count", [1, 5])
def test_broken_pages_are_named_and_the_rest_reads(grown, copied, count):
    _, words, rows = grown
    leaves = [
        number for number, kind in kinds_of(decrypted(copied, words)[0]).items() if kind == 13
    ]
    chosen = leaves[len(leaves) // 2 :][:count]
    broken(copied, *chosen)
    target, told = decrypted(copied, words)
    assert f"{count} of" in told[0]
    assert ", ".join(map(str, chosen)) in told[0]
    read = rows_in(target, "answer")
    assert read < rows["answer"] or rows_in(target, "revision") < rows["revision"]
    assert len(read) > len(rows["answer"]) - 12 * count
    assert read <= rows["answer"]


def test_a_broken_inner_page_loses_no_row(grown, copied):
    _, words, rows = grown
    inner = [number for number, kind in kinds_of(decrypted(copied, words)[0]).items() if kind == 5]
    whole = copied.read_bytes()
    for number in inner:
        copied.write_bytes(whole)
        broken(copied, number)
        target, _ = decrypted(copied, words)
        assert rows_in(target, "answer") == rows["answer"], number
        assert rows_in(target, "reflection") == rows["reflection"], number
        assert rows_in(target, "revision") == rows["revision"], number
    assert len(inner) > 3


def test_two_swapped_pages_are_put_right(grown, copied):
    _, words, rows = grown
    data = copied.read_bytes()
    one, other = data[40 * PAGE : 41 * PAGE], data[60 * PAGE : 61 * PAGE]
    pieces = (data[: 40 * PAGE], other, data[41 * PAGE : 60 * PAGE], one, data[61 * PAGE :])
    copied.write_bytes(b"".join(pieces))
    target, told = decrypted(copied, words)
    assert told == ()
    assert rows_in(target, "answer") == rows["answer"]


def test_another_journals_key_writes_nothing(copied):
    target = copied.with_name("plain.db")
    with pytest.raises(decryptor.Refused, match="does not open this file"):
        decryptor.decrypt(copied, target, bytes(32), ())
    assert not target.exists()


def test_it_writes_through_no_link_and_over_no_file(grown, copied):
    _, words, _ = grown
    victim = copied.with_name("victim")
    victim.write_text("mine")
    link = copied.with_name("link")
    link.symlink_to(victim)
    for target in (victim, link, copied):
        with pytest.raises(decryptor.Refused, match="something at this place"):
            decryptor.decrypt(copied, target, key_in(words), ())
    assert victim.read_text() == "mine"


def test_nothing_half_made_is_left_on_a_full_disk(grown, copied, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(decryptor.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        decrypted(copied, grown[1])
    assert not copied.with_name("plain.db").exists()


def test_words_are_refused_without_repeating_them():
    words = decryptor._word_list()
    for secret in ("zoo " * 24, "kettle", "abandon " * 23 + "kettle", "ab" * 31):
        with pytest.raises(decryptor.Refused) as told:
            decryptor.key_of(secret, words)
        assert "zoo" not in str(told.value)
        assert "kettle" not in str(told.value)


def test_the_word_list_is_that_of_the_recovery_words():
    from mnemonic import Mnemonic

    assert PROGRAM.with_name("english.txt").read_text().split() == Mnemonic("english").wordlist


@pytest.mark.slow
@pytest.mark.parametrize("form", ["words", "key", "key and salt"])
def test_copied_alone_it_runs_with_nothing_of_ours(grown, copied, tmp_path, form):
    _, words, rows = grown
    for name in ("decryptor.py", "english.txt"):
        shutil.copy(PROGRAM.with_name(name), tmp_path)
    salt = copied.read_bytes()[:16]
    key = key_in(words).hex()
    secret = {"words": words, "key": key, "key and salt": key + salt.hex()}[form]
    done = subprocess.run(
        [sys.executable, "-I", "decryptor.py", copied.name, "plain.db"],
        cwd=tmp_path,
        input=secret + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "anybody can read it" in done.stdout
    assert words.split()[0] not in done.stdout
    assert rows_in(tmp_path / "plain.db", "answer") == rows["answer"]


def test_it_imports_nothing_of_ours():
    assert "app" not in {
        line.split()[1].split(".")[0]
        for line in PROGRAM.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
