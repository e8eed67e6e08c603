"""The decryptor on damaged files, and every format that was ever written."""

import contextlib
import random
import shutil
import sqlite3
from datetime import date

from app.vault import decryptor
from tests.faults import test_other_builds
from tests.faults.attacks import Result, reason_of
from tests.unit.vault import test_migrations
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection, cheap_keeper
from tests.unit.vault.test_decryptor import PAGE, broken, decrypted

_TABLES = (
    *("form", "reflection", "answer", "theme", "preference", "revision", "keeping"),
    "follow_up",
)
_MOST_ROWS_OF_A_PAGE = 120
_NOTHING = {str: "\0", bytes: b"\0"}  # what stands where a page of a long text is missing


def decryptor_trials(folder, trials, seed):
    """Decrypt by the words alone, with and without its salt, whole and with broken pages."""
    result, chance = Result(), random.Random(seed)
    journal, words, rows = _grown(folder, chance)
    data = (journal / "journal.db").read_bytes()
    copy = folder / "copy" / "journal.db"
    for number in range(trials):
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir()
        copy.write_bytes(data)
        kind = (_whole, _salt_beside, _no_salt, _broken_pages, _both)[number % 5]
        result.trials += 1
        try:
            saved, asked = kind(copy, journal, words, rows, chance)
        except Exception as error:
            result.fail(f"decryptor, {kind.__name__}, seed {seed}, {number}: {reason_of(error)}")
            continue
        result.figures[f"decryptor: rows read ({kind.__name__.strip('_')})"] += saved
        result.figures[f"decryptor: rows there ({kind.__name__.strip('_')})"] += asked
    return result


def _grown(folder, chance):
    journal = folder / "journal"
    vault, words = cheap_keeper().create(journal, PASSPHRASE)
    vault.keep_form(a_form())
    texts = ("walk " * chance.randint(5, 900) for _ in range(60))
    vault.put_all([a_reflection(f"r{n}", f"{n} {text}", n) for n, text in enumerate(texts)])
    for number in range(0, 60, 7):
        vault.follow_ups.set(f"r{number}", date(2026, 6, 2), MORNING)
    vault.close()
    vault = cheap_keeper().open(journal, PASSPHRASE)
    rows = {table: set(vault._database.rows(f"SELECT * FROM {table}")) for table in _TABLES}
    vault.close()
    return journal, " ".join(words), rows


def _read(copy, words, salts=()):
    target, told = decrypted(copy, words, salts)
    return {table: _rows_in(target, table) for table in _TABLES}, told


def _rows_in(path, table):
    """Read as the decryptor says one should where pages are missing."""
    with contextlib.closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        try:
            return set(plain.execute(f"SELECT * FROM {table} NOT INDEXED"))
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise
            return set()  # its name stood on a page that is missing, and was told with it


def _holds_nothing_else(read, rows):
    """Say whether each row is one that was written, at most with the end of its text missing."""
    for table in _TABLES:
        there = {row[:2]: row for row in rows[table]}
        for row in read[table] - rows[table]:
            for now, before in zip(row, there[row[:2]], strict=True):
                if now != before and not before.startswith(now.rstrip(_NOTHING[type(now)])):
                    return False
    return True


def _count(rows):
    return sum(map(len, rows.values()))


def _whole(copy, _journal, words, rows, _chance):
    read, told = _read(copy, words)
    assert told == ()
    assert read == rows
    return _count(read), _count(rows)


def _zero_salt(copy):
    copy.write_bytes(bytes(16) + copy.read_bytes()[16:])


def _salt_beside(copy, journal, words, rows, _chance):
    _zero_salt(copy)
    shutil.copy(journal / "keys-copy.json", copy.parent)
    read, told = _read(copy, words, decryptor.salts_beside(copy))
    assert told == ()
    assert read == rows
    return _count(read), _count(rows)


def _no_salt(copy, _journal, words, rows, _chance):
    _zero_salt(copy)
    read, told = _read(copy, words)
    assert "nothing could be verified" in told[0]
    assert read == rows
    return _count(read), _count(rows)


def _broken_pages(copy, _journal, words, rows, chance):
    count = chance.randint(1, 5)
    broken(copy, *chance.sample(range(2, len(copy.read_bytes()) // PAGE + 1), count))
    read, told = _read(copy, words)
    assert f"{count} of" in told[0]
    assert _holds_nothing_else(read, rows)
    assert _count(read) >= _count(rows) - count * _MOST_ROWS_OF_A_PAGE
    return _count(read), _count(rows)


def _both(copy, journal, words, rows, chance):
    _zero_salt(copy)
    shutil.copy(journal / "keys.json", copy.parent)
    broken(copy, chance.randrange(2, len(copy.read_bytes()) // PAGE + 1))
    read, told = _read(copy, words, decryptor.salts_beside(copy))
    assert told
    assert _holds_nothing_else(read, rows)
    return _count(read), _count(rows)


def kept_formats(folder, trials, seed):
    """Open the kept journal of every format, by its passphrase and by its words."""
    del seed
    result = Result()
    ways = [(step, way) for step in test_migrations.STEPS for way in ("passphrase", "words")]
    for step, way in ways[:trials]:
        result.trials += 1
        place = folder / f"{step} {way}"
        place.mkdir(parents=True)
        try:
            test_migrations.test_a_kept_journal_opens_whole(step, way, place)
        except Exception as error:
            result.fail(f"{step} by {way}: {reason_of(error)}")
    return result


def other_build(folder, trials, seed):
    """Let another build of SQLCipher read a journal by the note in its folder and the words."""
    del trials, seed
    result = Result()
    if not test_other_builds.OTHER.is_dir():
        result.skipped = "build/other-sqlcipher is not there"
        return result
    result.trials = 1
    try:
        test_other_builds.test_an_older_sqlcipher_reads_the_answers_from_the_words_alone(folder)
    except Exception as error:
        result.fail(f"another SQLCipher: {reason_of(error)}")
    return result
