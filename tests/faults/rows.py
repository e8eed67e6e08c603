"""Every row of the table: which promise, which attack, how many trials."""

from functools import partial

from tests.faults import (
    adding_kills,
    editing_kills,
    hostile_backups,
    key_changes_broken,
    other_damage,
    refusing_disks,
    replaying,
    sessions,
    told_attacks,
    way_out,
)
from tests.faults import backup_trials as backups
from tests.faults.attacks import Attack
from tests.faults.power.scenarios import SCENARIOS
from tests.unit.vault.test_migrations import STEPS

UNSAFE = "save_unforced"

# How many states each step of an act is given, so that all acts together come to 50,000 and more.
_STATES_PER_STEP = {
    "create": 320,
    "save": 160,
    "change_passphrase": 20,
    "new_words": 240,
    "migrate": 240,
    "snapshot": 240,
    "back_up": 240,
    "restore": 80,
    "put_back": 80,
    "put_back_half_changed": 80,
    "add_file": 160,
    "empty_bin": 160,
    "rebuild_index": 240,
    UNSAFE: 10,
}
_STATES_AT_ONCE = 80


_P1 = "P1 what was said to be saved survives a crash"
_P2 = "P2 … and a power cut"
_P5 = "P5 damage is never shown as your words"
_P6 = "P6 what is older is noticed"
_P9 = "P9 a disk that refuses loses nothing"
_P10 = "P10 P11 no connection, no trace"
_P12 = "P12 locked means gone from memory"
_P13 = "P13 hostile files do nothing"
_P14 = "P14 you can always get out"
_P15 = "P15 a copy that counts is whole"


def _counted(work):
    return partial(told_attacks.counted, work)


def _damage(name, says, run, trials):
    return Attack(name, _P5, says, run, trials, part=trials // 8)


def _kill(name, promise, run, trials, part, *, least=6):
    says = f"kill -9: {name.removeprefix('kill-').replace('-', ' ')}"
    return Attack(name, promise, says, run, trials, part, least=least)


_DAMAGE = (
    _damage("damage-journal", "damage: journal.db", told_attacks.journal_damage, 6000),
    _damage("damage-rollback", "damage: rollback journal", other_damage.rollback_damage, 1200),
    _damage("damage-keys", "damage: key files", other_damage.key_damage, 1500),
    _damage("damage-backup", "damage: backup", _counted(backups.corrupted_backups), 900),
    _damage("damage-snapshot", "damage: snapshot", _counted(backups.corrupted_snapshots), 400),
    _damage("planted-log", "a write-ahead log is planted", other_damage.planted_logs, 300),
)
_KILLS = (
    _kill("kill-typing", _P1, editing_kills.killed_while_typing, 300, 30),
    _kill("kill-saving", _P1, editing_kills.killed_while_saving, 500, 32),
    _kill("kill-window", _P1, told_attacks.killed_windows, 200, 20),
    _kill("kill-emptying-the-bin", _P1, told_attacks.killed_while_emptying, 60, 20),
    _kill("kill-adding-a-file", _P1, adding_kills.killed_while_adding, 60, 20),
    _kill("kill-backing-up", _P15, _counted(backups.killed_backups), 40, 20),
    _kill("kill-snapshot", _P15, _counted(backups.killed_snapshots), 40, 20),
    # The moment in which a half-made folder could stand is short: six kills may all miss it.
    _kill("kill-restoring", _P15, _counted(backups.killed_restores), 40, 20, least=30),
    _kill("kill-putting-back", _P15, _counted(backups.killed_put_backs), 40, 20),
)


def _power_cut(name):
    is_control = name == UNSAFE
    run, states = partial(told_attacks.power_cut, name), _STATES_PER_STEP[name]
    promise = "(control) must find failures" if is_control else _P2
    told = "nothing is forced to the disk" if is_control else name.replace("_", " ")
    return Attack(
        _named("power", name),
        promise,
        f"power cut: {told}",
        run,
        states,
        _STATES_AT_ONCE,
        is_control,
    )


def _broken_keys(name, promise, change):
    run = partial(told_attacks.broken_keys, change)
    return Attack(name, promise, "each call × error, short, kill", run, 1200, 1200)


def _full_disk(name):
    run = partial(refusing_disks.full_disk, name)
    says = f"disk full at each write: {name.replace('_', ' ')}"
    return Attack(_named("full", name), _P9, says, run, 800, 800)


def _named(kind, name):
    return f"{kind}-{name.replace('_', '-')}"


_CHANGE, _NEW_KEY = key_changes_broken.change_of_passphrase, key_changes_broken.new_data_key
_KEYS = (
    _broken_keys("keys-passphrase", "P3 a new passphrase locks nobody out", _CHANGE),
    _broken_keys("keys-words", "P4 new recovery words lose nothing", _NEW_KEY),
)
_ALL_KEPT, _WAYS = 2 * len(STEPS), len(sessions.WAYS)


def _on_disks():
    yield from map(_full_disk, refusing_disks.SAFE_ACTS)
    run = refusing_disks.read_only_disks
    yield Attack("read-only", _P9, "a read-only folder, every act", run, 20, 20, least=20)
    run = refusing_disks.strange_places
    yield Attack("places", _P9, "spaces, emoji, 250 characters", run, 60, 60, least=12)
    run = refusing_disks.clocks_moved_back
    yield Attack("clock", _P9, "the clock is moved back", run, 40, 20)


def _on_others():
    yield Attack("replay", _P6, "an old page, file or vault", replaying.replays, 2000, 200)
    run = way_out.decryptor_trials
    yield Attack("decryptor", _P14, "words alone, no salt, broken pages", run, 300, 50)
    run = way_out.other_build
    yield Attack("other-sqlcipher", _P14, "another build of SQLCipher", run, 1, 1)
    run = way_out.kept_formats
    yield Attack("formats", _P14, "the kept journals of all formats", run, 99, 99, least=_ALL_KEPT)
    run = told_attacks.hostile_keys
    yield Attack("hostile-keys", _P13, "key files beyond limits", run, 99, 99, is_alone=True)
    run = hostile_backups.hostile_backups
    yield Attack("hostile-backups", _P13, "bombs, paths, links, sizes", run, 2000, 250)
    run = told_attacks.session_leaks
    yield Attack("session", _P10, "a whole session, strace", run, 1, 1, is_alone=True)
    run = told_attacks.locked_memory
    yield Attack("lock", _P12, "100 marked words", run, _WAYS, 1, is_alone=True)


ATTACKS = (*_DAMAGE, *_KILLS, *map(_power_cut, SCENARIOS), *_KEYS, *_on_disks(), *_on_others())
