"""What is there before each act, and what must hold after a power cut during it."""

import os
import shutil
from contextlib import closing
from dataclasses import dataclass

from app.domain.errors import NoSuchReflection, RetiredPassphrase, WrongPassphrase
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.vault.snapshots import snapshots_in
from tests.faults.power.acts import (
    BACKUP,
    LETTER,
    NEW_PASSPHRASE,
    OLDEST,
    RESTORED,
    SAVES,
    WORDS_OF_OLDEST,
    words_of,
)
from tests.unit.vault.backups import NOON, SECRET, a_restorer, a_snapshot, backed_up, written
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection, cheap_keeper

_WRITTEN, _BINNED, _BINNED_WORD = 4, 3, "lighthouse"
_DAMAGED = b"damaged " * 3000
_SINCE = "Since the snapshot."
_LETTER = bytes(range(256)) * 150


@dataclass(frozen=True)
class Scenario:
    """What is there before, and what must hold after a cut, given what was acknowledged."""

    prepare: object  # (journal folder) -> None
    check: object  # (folder with the journal, set of marks, whole) -> None; AssertionError if not


def no_journal(_journal):
    """Begin with nothing."""


def an_empty_journal(journal):
    """Begin with a journal just made."""
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    vault.close()


def a_journal(journal):
    """Begin with a journal that holds something."""
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    with closing(vault):
        written(vault, _WRITTEN)


def an_old_journal(journal):
    """Begin with a journal of the first format."""
    shutil.copytree(OLDEST, journal)


def a_backup(journal):
    """Begin with a journal and a backup of it."""
    a_journal(journal)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        backed_up(vault, journal.with_name(BACKUP))


def a_full_bin(journal):
    """Begin with a journal that has a part of it in the bin."""
    a_journal(journal)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        for number in range(_BINNED):
            vault.put(a_reflection(f"b{number}", f"{_BINNED_WORD} " * 300, minutes=number))
            vault.bin.put(f"b{number}", MORNING)


def a_letter(journal):
    """Begin with a journal, and a file to keep in it."""
    a_journal(journal)
    journal.with_name(LETTER).write_bytes(_LETTER)


def a_damaged_journal(journal):
    """Begin with a journal whose file is damaged, and a snapshot from before."""
    a_journal(journal)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        a_snapshot(vault)
    (journal / "journal.db").write_bytes(_DAMAGED)


def a_half_changed_journal(journal):
    """Begin with a journal that was killed when half a change had reached the disk."""
    a_journal(journal)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        a_snapshot(vault)
        vault.put(a_reflection("since", _SINCE))
    pid = os.fork()
    if pid == 0:
        _change_half(journal)
    os.waitpid(pid, 0)
    assert (journal / "journal.db-journal").stat().st_size


def _change_half(journal):
    try:
        raw = cheap_keeper().open(journal, PASSPHRASE)._database._connection
        raw.execute("PRAGMA cache_size = 2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE answer SET value = '\"HALF-SAVED\"'")
        for number in range(60):
            raw.execute("INSERT INTO preference VALUES (?, ?)", (f"k{number}", "z" * 2000))
    finally:
        os._exit(9)


def is_whole(vault):
    """Say whether the journal's own check finds nothing; it takes longer than all the rest."""
    return vault.trouble() == ()


def any_state(_vault):
    """Leave the journal's own check out, for most of many states."""
    return True


def check_create(folder, marks, whole):
    """A journal that was acknowledged opens; before, there is none or a whole one."""
    journal = folder / "My journal"
    if "made" in marks or cheap_keeper().is_journal(journal):
        with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
            assert whole(vault)


def check_save(folder, marks, whole):
    """Every acknowledged word is there, and the journal is whole."""
    with closing(cheap_keeper().open(folder / "My journal", PASSPHRASE)) as vault:
        assert whole(vault)
        saved = (int(mark[6:]) for mark in marks if mark.startswith("saved"))
        acknowledged = max(saved, default=-1)
        allowed = [a_reflection("r1", words_of(n), minutes=n) for n in range(acknowledged, SAVES)]
        try:
            assert vault.get("r1") in allowed
        except NoSuchReflection:
            assert acknowledged < 0
        if "another" in marks:
            assert vault.get("r2") == a_reflection("r2", "Another.", minutes=9)


def check_keys(folder, marks, whole):
    """The old or the new passphrase opens it; once the new one was acknowledged, only that."""
    journal = folder / "My journal"
    opening = [each for each in (PASSPHRASE, NEW_PASSPHRASE) if _opens(journal, each, whole)]
    assert opening in ([PASSPHRASE], [NEW_PASSPHRASE])
    assert "changed" not in marks or opening == [NEW_PASSPHRASE]


def check_migrate(folder, _marks, whole):
    """The old words are there, in the old format or the new."""
    journal = folder / "My journal"
    with closing(cheap_keeper().open_with_words(journal, WORDS_OF_OLDEST)) as vault:
        assert whole(vault)
        assert vault.get("r1").title == "The late visit"
        assert vault.version_count("r2") == 2


def check_snapshot(folder, marks, whole):
    """The journal is whole, and every snapshot that is listed can be restored."""
    journal = folder / "My journal"
    _check_written(journal, whole)
    listed = snapshots_in(journal)
    assert listed or "kept" not in marks
    for snapshot in listed:
        target = folder / "from snapshot"
        a_restorer().restore_snapshot((journal, snapshot.name), SECRET, target, unwatched)
        _check_written(target, whole)
        shutil.rmtree(target)


def check_backup(folder, marks, whole):
    """A backup that has its name is whole; the journal is too."""
    _check_written(folder / "My journal", whole)
    backup = folder / BACKUP
    assert backup.exists() or "backed up" not in marks
    if backup.exists():
        assert a_restorer().look_inside(backup, SECRET, unwatched).reflections == _WRITTEN


def check_restore(folder, marks, whole):
    """A restored journal is there wholly or not at all; the backup stays."""
    restored = folder / RESTORED
    if "restored" in marks or cheap_keeper().is_journal(restored):
        _check_written(restored, whole)
    assert a_restorer().look_inside(folder / BACKUP, SECRET, unwatched).reflections == _WRITTEN


def check_bin(folder, marks, whole):
    """All of the bin is there, or nothing; what is not in it always is."""
    journal = folder / "My journal"
    _check_written(journal, whole)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        left = len(vault.bin.entries())
        assert left in (0, _BINNED)
        assert left == 0 or "emptied" not in marks
        assert not (vault.bin.is_unswept() and "swept" in marks)
        if left == 0:
            vault.bin.sweep(unwatched)
            assert vault.find(Search(_BINNED_WORD)).total == 0
            assert not vault.bin.is_unswept()


def check_file(folder, marks, whole):
    """The file is there wholly or not at all; what names it always has it."""
    journal = folder / "My journal"
    _check_written(journal, whole)
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        answer = vault.get("r1").answers.get("proof")
        assert answer is not None or "named" not in marks
        assert vault.evidence.used_bytes() in (0, len(_LETTER))
        assert vault.evidence.used_bytes() or "added" not in marks
        for file in answer.value.files if answer else ():
            assert vault.evidence.read(file, unwatched) == _LETTER
        loose = vault.evidence.sweep()
        assert not (answer and loose)
        assert vault.evidence.used_bytes() == (len(_LETTER) if answer else 0)
        # No piece is left without its file, nor a file without its pieces.
        pieces = vault._database.row("SELECT count(*) FROM evidence_part")
        assert pieces == (1 if answer else 0,)


def check_put_back(folder, marks, whole):
    """The journal is the damaged file or the snapshot; the damaged one is always kept."""
    journal = folder / "My journal"
    kept = [path.read_bytes() for path in journal.glob("journal*.db")]
    assert _DAMAGED in kept
    if (journal / "journal.db").read_bytes() == _DAMAGED:
        assert "put back" not in marks
        a_restorer().put_back_snapshot(journal, SECRET, NOON, unwatched)
    _check_written(journal, whole)


def check_put_back_half_changed(folder, marks, _whole):
    """The journal is as it was saved last or as the snapshot, never half changed."""
    journal = folder / "My journal"
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        # Only this sees whether all parts are of one moment.
        assert is_whole(vault)
        found = vault.reflections(Search())
        assert all(each.answers["what_happened"].value.text != "HALF-SAVED" for each in found)
        assert len(found) == _WRITTEN or "put back" not in marks
        assert len(found) in (_WRITTEN, _WRITTEN + 1)


def check_rebuilt(folder, _marks, _whole):
    """Everything is there, and found; only the journal's own check sees all of an index."""
    _check_written(folder / "My journal", is_whole)
    with closing(cheap_keeper().open(folder / "My journal", PASSPHRASE)) as vault:
        assert vault.find(Search("walk")).total == _WRITTEN


SCENARIOS = {
    "create": Scenario(no_journal, check_create),
    "save": Scenario(an_empty_journal, check_save),
    "change_passphrase": Scenario(a_journal, check_keys),
    "new_words": Scenario(a_journal, check_keys),
    "migrate": Scenario(an_old_journal, check_migrate),
    "snapshot": Scenario(a_journal, check_snapshot),
    "back_up": Scenario(a_journal, check_backup),
    "restore": Scenario(a_backup, check_restore),
    "put_back": Scenario(a_damaged_journal, check_put_back),
    "put_back_half_changed": Scenario(a_half_changed_journal, check_put_back_half_changed),
    "add_file": Scenario(a_letter, check_file),
    "empty_bin": Scenario(a_full_bin, check_bin),
    "rebuild_index": Scenario(a_journal, check_rebuilt),
    "save_unforced": Scenario(an_empty_journal, check_save),
}


def _opens(journal, passphrase, whole):
    try:
        vault = cheap_keeper().open(journal, passphrase)
    except (WrongPassphrase, RetiredPassphrase):
        return False
    with closing(vault):
        _check_words(vault, whole)
    return True


def _check_written(journal, whole):
    with closing(cheap_keeper().open(journal, PASSPHRASE)) as vault:
        _check_words(vault, whole)


def _check_words(vault, whole):
    assert whole(vault)
    for number in range(_WRITTEN):
        assert vault.get(f"r{number}").answers
