"""Breaks the program on purpose, so that each attack can be seen to find what it is there for.

`python -m tests.faults --broken` runs every attack against its break. A break changes the process
that it is called in for ever; those that this process starts are broken by `broken_start`.
"""

import contextlib
import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path

_START = Path(__file__).with_name("broken_start")
_NAME = "FAULTS_BROKEN"


def break_for(name):
    """Break this process for one attack, and those that it will start."""
    environment = {_NAME: name, "PYTHONPATH": str(_START)}
    os.environ.update(environment)
    if name in _IN_THE_WINDOW:
        _give_to_windows(environment)
    else:
        BREAKS[name]()


def _give_to_windows(environment):
    """The sessions give their child no environment but their own."""
    real = subprocess.Popen

    def begun(*given, env=None, **more):
        return real(*given, env=None if env is None else {**env, **environment}, **more)

    subprocess.Popen = begun


def check_finds_nothing():
    from app.domain.repair import CheckReport
    from app.vault.journal_vault import JournalVault

    JournalVault.check = lambda _vault, _progress: CheckReport(())


def damage_is_a_wrong_passphrase():
    from app.domain.errors import WrongPassphrase
    from app.vault import backup_file, unlocking

    unlocking._refusal = lambda _copies: WrongPassphrase()
    backup_file.damaged = WrongPassphrase


def copies_are_not_checked():
    from app.vault import copying

    copying._refuse = lambda _is_broken: None


def logs_are_not_refused():
    from app.vault import file_check

    file_check._refuse_log = lambda _path: None


def some_saves_are_only_said():
    from app.vault.journal_vault import JournalVault

    real, count = JournalVault.put, iter(range(1_000_000))

    def put(vault, reflection):
        if next(count) % 2 == 0:
            real(vault, reflection)

    JournalVault.put = put


def nothing_is_one_transaction():
    from app.vault.connection import Database

    def write(_database, work, **_):
        result = work()
        time.sleep(0.02)
        return result

    real = Database.run

    def run(database, statement, values=()):
        time.sleep(0.002)
        return real(database, statement, values)

    Database.write, Database.run = write, run


def copies_are_written_in_place():
    from app.vault import copies, putting_back, snapshots

    def put_in_place(fresh, target):
        data = fresh.read_bytes()
        with target.open("wb") as file:
            for start in range(0, len(data), 200_000):
                file.write(data[start : start + 200_000])
                file.flush()
                time.sleep(0.02)
        fresh.unlink()

    for module in (copies, putting_back, snapshots):
        module.put_in_place = put_in_place


def folders_are_made_in_place():
    from app.vault import new_folder

    @contextlib.contextmanager
    def made_beside(folder):
        folder.mkdir(parents=True)
        yield folder, lambda: None

    new_folder.made_beside = made_beside


def nothing_is_forced_to_the_disk():
    from app.vault import recipe

    os.fsync = os.fdatasync = lambda _handle: None
    recipe._SETTINGS = tuple(
        "synchronous = OFF" if each.startswith("synchronous") else each for each in recipe._SETTINGS
    )
    recipe._SETTINGS = tuple(each for each in recipe._SETTINGS if "fullfsync" not in each)


def keys_are_removed_first():
    from app.vault import key_changes, key_file

    real = key_changes.write_durably

    def write_durably(path, data):
        for name in key_file.NAMES:
            path.with_name(name).unlink(missing_ok=True)
        real(path, data)

    key_changes.write_durably = write_durably


def next_keys_are_thrown_away():
    from app.vault.next_files import NextFiles

    def roll_forward(files):
        files.roll_back()
        return True

    NextFiles.roll_forward = roll_forward


def refusals_of_the_disk_are_not_understood():
    from app.vault import copying, faults, keeper, key_changes

    def disk_fault(error):
        raise error

    faults._fault_of = lambda _error: None
    for module in (copying, faults, keeper, key_changes):
        module.disk_fault = disk_fault


def names_are_not_quoted():
    from app.vault import file_address

    file_address._escaped = chr


def snapshots_of_later_days_are_let_go():
    from app.vault import snapshots

    snapshots.worth_keeping = lambda there, now: {each for each in there if each.made_at <= now}


def nothing_is_compared_with_what_was_seen():
    from app.vault import keeper

    keeper.looked_back = lambda _database, _seen: None


def missing_pages_are_not_mended():
    from app.vault.decryptor import PlainFile

    PlainFile.mend = lambda _file: None


def the_note_is_wrong():
    from app.vault import read_me

    read_me.TEXT = read_me.TEXT.replace("<64 digits of the key>", "<" + "7" * 64 + ">")


def formats_are_not_brought_up_to_date():
    from app.vault import migrations

    migrations.migrate = lambda _connection: None


def key_files_of_any_size_are_read():
    from app.vault import key_file

    key_file.LARGEST_BYTES = 1 << 31


def words_lie_about_and_a_connection_is_made():
    from app.ui.editor.draft import Draft

    real = Draft.save

    def save(draft):
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write(str(draft.reflection))
        with contextlib.suppress(OSError):
            socket.socket(socket.AF_INET).connect(("127.0.0.1", 9))
        return real(draft)

    Draft.save = save


def a_copy_of_the_memory_outlives_the_lock():
    real = os.execv

    def execv(*given):
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
        real(*given)

    os.execv = execv


_BY_BREAK = {
    check_finds_nothing: ("damage-journal", "damage-rollback"),
    damage_is_a_wrong_passphrase: ("damage-keys", "damage-backup"),
    copies_are_not_checked: ("damage-snapshot",),
    logs_are_not_refused: ("planted-log",),
    some_saves_are_only_said: ("kill-typing", "kill-saving", "kill-window"),
    nothing_is_one_transaction: ("kill-emptying-the-bin", "kill-adding-a-file"),
    copies_are_written_in_place: ("kill-backing-up", "kill-snapshot", "kill-putting-back"),
    folders_are_made_in_place: ("kill-restoring", "hostile-backups"),
    nothing_is_forced_to_the_disk: (
        *("power-create", "power-save", "power-change-passphrase", "power-new-words"),
        *("power-migrate", "power-snapshot", "power-back-up", "power-restore", "power-put-back"),
        "power-put-back-half-changed",
        *("power-add-file", "power-empty-bin", "power-rebuild-index"),
    ),
    keys_are_removed_first: ("keys-passphrase", "full-change-passphrase"),
    next_keys_are_thrown_away: ("keys-words",),
    refusals_of_the_disk_are_not_understood: (
        *("full-create", "full-save", "full-new-words", "full-migrate", "full-snapshot"),
        *(
            "full-back-up",
            "full-restore",
            "full-put-back",
            "full-put-back-half-changed",
            "full-empty-bin",
        ),
        *("full-add-file", "full-rebuild-index", "read-only"),
    ),
    names_are_not_quoted: ("places",),
    snapshots_of_later_days_are_let_go: ("clock",),
    nothing_is_compared_with_what_was_seen: ("replay",),
    missing_pages_are_not_mended: ("decryptor",),
    the_note_is_wrong: ("other-sqlcipher",),
    formats_are_not_brought_up_to_date: ("formats",),
    key_files_of_any_size_are_read: ("hostile-keys",),
    words_lie_about_and_a_connection_is_made: ("session",),
    a_copy_of_the_memory_outlives_the_lock: ("lock",),
}
BREAKS = {name: each for each, names in _BY_BREAK.items() for name in names}
_IN_THE_WINDOW = {"session", "lock"}
