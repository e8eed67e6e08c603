import re
import subprocess
import sys

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import (
    DiskFull,
    JournalDamaged,
    JournalInUse,
    JournalTooNew,
    NotEnoughMemory,
    NotSaved,
    ReadOnly,
)
from app.vault import faults, migrations, recipe
from app.vault.recovery_words import data_key_of
from tests.unit.vault.other_process import opened_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_reflection


@pytest.fixture
def raw(made):
    """A connection of another program that has the key."""
    folder, words = made
    path = folder / "journal.db"
    keyed = recipe.keyed(path, data_key_of(words), path.read_bytes()[:16])
    yield keyed
    keyed.close()


def test_every_setting_of_the_recipe_holds(vault):
    def setting(name):
        return vault._database.row(f"PRAGMA {name}")[0]

    assert setting("cipher_memory_security") in (1, "1")
    assert setting("locking_mode") == "exclusive"
    assert setting("journal_mode") == "truncate"
    assert setting("synchronous") == 3
    assert setting("fullfsync") == 1
    assert setting("temp_store") == 2
    assert setting("trusted_schema") == 0
    assert setting("cell_size_check") == 1
    assert setting("foreign_keys") == 1
    assert setting("application_id") == 0x41667477
    assert setting("user_version") == migrations.newest_version()
    assert vault._database.rows("PRAGMA mmap_size") in ([], [(0,)])


@pytest.mark.parametrize("size", [None, 0, 1, 16, 4096, 8191])
@pytest.mark.parametrize("way", ["passphrase", "words"])
def test_a_missing_or_cut_off_file_never_opens_as_an_empty_journal(keeper, made, size, way):
    folder, words = made
    path = folder / "journal.db"
    whole = path.read_bytes()
    path.unlink()
    if size is not None:
        path.write_bytes(whole[:size])
    with pytest.raises(JournalDamaged, match=r"journal\.db"):
        keeper.open(folder, PASSPHRASE) if way == "passphrase" else keeper.open_with_words(
            folder, words
        )
    assert path.exists() is (size is not None)


def test_a_malformed_raw_key_is_never_handed_on(tmp_path):
    path = tmp_path / "x.db"
    path.touch()
    for key, salt in ((bytes(31), bytes(16)), (bytes(32), b""), (bytes(48), bytes(16))):
        with pytest.raises(ValueError, match="96 hex digits"):
            recipe.keyed(path, key, salt)


def test_damage_on_the_first_page_is_not_called_a_wrong_passphrase(keeper, folder):
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    with pytest.raises(JournalDamaged, match="not the passphrase"):
        keeper.open(folder, PASSPHRASE)


def test_another_journals_file_is_refused(keeper, folder, tmp_path):
    other = tmp_path / "other"
    keeper.create(other, PASSPHRASE)[0].close()
    (folder / "journal.db").write_bytes((other / "journal.db").read_bytes())
    with pytest.raises(JournalDamaged):
        keeper.open(folder, PASSPHRASE)


def test_a_file_with_our_key_but_another_identity_is_refused(keeper, folder, raw):
    raw.execute("UPDATE vault SET id = 'other'")
    raw.close()
    with pytest.raises(JournalDamaged, match="do not belong together"):
        keeper.open(folder, PASSPHRASE)


def test_a_file_of_another_application_is_refused(keeper, folder, raw):
    raw.execute("PRAGMA application_id = 7")
    raw.close()
    with pytest.raises(JournalDamaged, match="not a journal"):
        keeper.open(folder, PASSPHRASE)


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM reflection; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (x)",
        "DROP INDEX theme_name",
        "DROP TABLE word_index",
        "ALTER TABLE theme ADD COLUMN x",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(keeper, folder, raw, hostile):
    raw.execute(hostile)
    raw.close()
    with pytest.raises(JournalDamaged, match="not as this program made it"):
        keeper.open(folder, PASSPHRASE)


def test_a_later_format_is_refused_and_left_as_it_is(keeper, folder, raw):
    raw.execute(f"PRAGMA user_version = {migrations.newest_version() + 1}")
    raw.execute("CREATE TABLE later (x)")
    raw.close()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    times = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    with pytest.raises(JournalTooNew):
        keeper.open(folder, PASSPHRASE)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_a_second_process_is_refused_until_the_first_has_closed(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    assert opened_elsewhere(folder) == "JournalInUse"
    vault.put(a_reflection())
    assert opened_elsewhere(folder) == "JournalInUse"
    vault.close()
    assert opened_elsewhere(folder) == "opened"


def test_another_program_that_only_reads_keeps_us_out(made):
    folder, words = made
    reader = (
        "import sys; from app.vault import connection, recipe; from pathlib import Path;"
        "from app.vault.recovery_words import data_key_of; path = Path(sys.argv[1]);"
        "c = recipe.keyed(path, data_key_of(sys.argv[2]), path.read_bytes()[:16]);"
        "c.execute('BEGIN'); c.execute('SELECT count(*) FROM answer').fetchone();"
        "print('reading', flush=True); sys.stdin.read()"
    )
    given = [sys.executable, "-c", reader, str(folder / "journal.db"), words]
    with subprocess.Popen(given, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"reading\n"
        assert opened_elsewhere(folder) == "JournalInUse"


def test_opening_with_a_wrong_key_prints_nothing(folder):
    code = (
        "import sys; from pathlib import Path; from app.vault import connection, recipe\n"
        "path = Path(sys.argv[1])\n"
        "try: connection.open_database(path, (bytes(32), path.read_bytes()[:16]), None)\n"
        "except connection.DoesNotDecrypt: pass\n"
    )
    given = [sys.executable, "-c", code, str(folder / "journal.db")]
    run = subprocess.run(given, capture_output=True, check=True)
    assert run.stdout + run.stderr == b""


REFUSALS = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_READONLY_DIRECTORY": ReadOnly,
    "SQLITE_CANTOPEN": ReadOnly,
    "SQLITE_BUSY": JournalInUse,
    "SQLITE_BUSY_SNAPSHOT": JournalInUse,
    "SQLITE_LOCKED": JournalInUse,
    "SQLITE_NOTADB": JournalDamaged,
    "SQLITE_CORRUPT": JournalDamaged,
    "SQLITE_CORRUPT_VTAB": JournalDamaged,
    "SQLITE_CONSTRAINT_UNIQUE": JournalDamaged,
    "SQLITE_IOERR_READ": JournalDamaged,
    "SQLITE_NOMEM": NotEnoughMemory,
    "SQLITE_IOERR_NOMEM": NotEnoughMemory,
    "SQLITE_IOERR_WRITE": NotSaved,
    "SQLITE_IOERR": NotSaved,
}


@pytest.mark.parametrize(("name", "fault"), REFUSALS.items())
def test_each_refusal_is_its_own_sentence(name, fault):
    error = dbapi2.OperationalError("secret statement")
    error.sqlite_errorname = name
    with pytest.raises(fault) as told, faults.told_plainly():
        raise error
    assert type(told.value) is fault
    assert "secret" not in str(told.value)
    assert re.fullmatch(r"[A-Z].+\.", str(told.value))
    assert told.value.__cause__ is None


def test_a_bug_of_ours_stays_a_bug(vault):
    with pytest.raises(dbapi2.OperationalError):
        vault._database.row("SELECT nonsense FROM nowhere")


@pytest.mark.parametrize(("number", "fault"), [(28, DiskFull), (30, ReadOnly), (13, ReadOnly)])
def test_what_the_file_system_refuses_is_told_too(number, fault):
    assert type(faults.disk_fault(OSError(number, "x"))) is fault
    assert type(faults.disk_fault(OSError(5, "x"))) is NotSaved


def test_after_damage_nothing_more_is_written(vault):
    def meet_damage():
        raise faults.damaged()

    with pytest.raises(JournalDamaged):
        vault._database.write(meet_damage)
    with pytest.raises(JournalDamaged):
        vault.put(a_reflection())


def test_a_failed_save_changes_nothing(vault, monkeypatch):
    vault.put(a_reflection())
    head = vault.head()
    monkeypatch.setattr(vault._revisions, "append", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        vault.put(a_reflection(text="New words"))
    monkeypatch.undo()
    assert vault.get("r1") == a_reflection()
    assert vault.head() == head
    assert vault.trouble() == ()


def test_a_journal_is_used_only_by_the_thread_that_opened_it(vault):
    import threading

    caught = []

    def reach():
        try:
            vault.get("r1")
        except dbapi2.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=reach)
    thread.start()
    thread.join()
    assert caught
