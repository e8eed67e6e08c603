"""A snapshot takes a journal's place wholly or not at all, also where a change was half made."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.domain.errors import JournalDamaged, JournalInUse, NotBackedUp
from app.domain.finding import Search
from app.vault import putting_back
from tests.unit.vault.backups import SECRET, a_restorer, a_snapshot, later, tree, unwatched, written
from tests.unit.vault.other_process import opened_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_reflection

WRITTEN, LATER = "The words as they were saved.", "Of the second day."

# Killed in the middle of a change of which pages have reached the disk.
HALF_CHANGED = """
    import os, sys
    from pathlib import Path
    from tests.unit.vault.samples import PASSPHRASE, cheap_keeper
    raw = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)._database._connection
    raw.execute("PRAGMA cache_size = 2")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE answer SET value = replace(value, 'words', 'HALF-SAVED')")
    for number in range(400):
        raw.execute("INSERT INTO preference VALUES (?, ?)", (f"k{number}", "z" * 2000))
    os._exit(9)
"""
# Killed before so many changes of names.
KILLED = """
    import os, sys
    from pathlib import Path
    from tests.unit.vault.backups import SECRET, a_restorer, later, unwatched
    left = int(sys.argv[2])
    def counted(real):
        def act(*args, **more):
            global left
            left -= 1
            if left < 0:
                os._exit(9)
            return real(*args, **more)
        return act
    os.link = counted(os.link)
    Path.rename, Path.replace = counted(Path.rename), counted(Path.replace)
    a_restorer().put_back_snapshot(Path(sys.argv[1]), SECRET, later(2), unwatched)
"""


def run(script, *given):
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, given)]
    return subprocess.run(command, check=False).returncode


def put_back(folder):
    return a_restorer().put_back_snapshot(folder, SECRET, later(2), unwatched)


def texts(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.trouble() == ()
    found = {each.answers["what_happened"].value.text for each in vault.reflections(Search())}
    vault.close()
    return found


def kept_files(folder):
    return sorted(path.name for path in folder.iterdir() if "damaged" in path.name)


@pytest.fixture
def with_snapshot(vault, folder):
    vault.put(a_reflection("r1", WRITTEN))
    a_snapshot(vault)
    vault.put(a_reflection("r2", LATER, minutes=5))
    vault.close()
    return folder


@pytest.fixture
def half_changed(with_snapshot):
    assert run(HALF_CHANGED, with_snapshot) == 9
    assert (with_snapshot / "journal.db-journal").stat().st_size > 0
    return with_snapshot


def refuse(*_args):
    raise PermissionError(13, "busy")


def test_a_place_that_is_refused_leaves_the_journal_with_its_change_undone(
    keeper, half_changed, monkeypatch
):
    monkeypatch.setattr(putting_back, "put_in_place", refuse)
    with pytest.raises(NotBackedUp, match="as it was"):
        put_back(half_changed)
    assert kept_files(half_changed) == []
    assert texts(keeper, half_changed) == {WRITTEN, LATER}


@pytest.mark.parametrize("steps", range(4))
def test_killed_at_any_step_it_is_the_journal_or_the_snapshot(steps, keeper, half_changed):
    is_done = run(KILLED, half_changed, steps) == 0
    found = texts(keeper, half_changed)
    assert found == {WRITTEN} if is_done else found in ({WRITTEN}, {WRITTEN, LATER})
    # Whatever happened, doing it again ends well, and what was there before is kept.
    put_back(half_changed)
    assert texts(keeper, half_changed) == {WRITTEN}
    assert kept_files(half_changed)


def test_what_was_half_changed_is_kept_as_it_was_saved_and_the_snapshot_is_untouched(
    keeper, half_changed
):
    done = put_back(half_changed)
    assert texts(keeper, half_changed) == {WRITTEN}
    (half_changed / done.damaged_kept_as).replace(half_changed / "journal.db")
    assert texts(keeper, half_changed) == {WRITTEN, LATER}


@pytest.mark.parametrize("is_refused", [False, True])
def test_what_the_database_would_wait_for_or_follow_is_set_aside(
    is_refused, with_snapshot, monkeypatch
):
    (with_snapshot / "journal.db-journal").unlink()
    os.mkfifo(with_snapshot / "journal.db-journal")
    (with_snapshot / "journal.db-wal").write_bytes(b"older pages")
    before = set(with_snapshot.iterdir())
    if is_refused:
        monkeypatch.setattr(putting_back, "put_in_place", refuse)
        with pytest.raises(NotBackedUp):
            put_back(with_snapshot)
        assert set(with_snapshot.iterdir()) == before
    else:
        kept = put_back(with_snapshot).damaged_kept_as
        assert kept_files(with_snapshot) == [kept, f"{kept}-journal", f"{kept}-wal"]


# Beside another window


@pytest.mark.parametrize("has_links", [True, False])
def test_meanwhile_nobody_opens_what_is_about_to_be_replaced(
    has_links, keeper, with_snapshot, monkeypatch
):
    asked = []

    def watched(real):
        def act(*given):
            asked.append(opened_elsewhere(with_snapshot))
            return real(*given)

        return act

    for name in ("_newest_whole", "put_in_place"):
        monkeypatch.setattr(putting_back, name, watched(getattr(putting_back, name)))
    if not has_links:
        monkeypatch.setattr(os, "link", lambda *_given, **_more: refuse())
    kept = put_back(with_snapshot).damaged_kept_as
    assert asked == ["JournalInUse"] * 2
    assert texts(keeper, with_snapshot) == {WRITTEN}
    (with_snapshot / kept).replace(with_snapshot / "journal.db")
    assert texts(keeper, with_snapshot) == {WRITTEN, LATER}


def test_only_the_holder_of_the_lock_sweeps(keeper, with_snapshot):
    path = with_snapshot / "journal.db"
    leftover = with_snapshot / ".journal.db.0123abcd.new"
    leftover.write_bytes(b"another window is making this")
    path.write_bytes(b"broken!" * 3000)
    with pytest.raises(JournalDamaged):
        keeper.open(with_snapshot, PASSPHRASE)
    put_back(with_snapshot)
    assert leftover.exists()
    put_back(with_snapshot)
    assert not leftover.exists()


def test_an_open_journal_is_left_alone_with_all_that_lies_beside_it(vault, folder):
    written(vault)
    a_snapshot(vault)
    (folder / ".journal.db.0123abcd.new").write_bytes(b"")
    before = set(tree(folder))
    with pytest.raises(JournalInUse):
        put_back(folder)
    assert set(tree(folder)) == before
    vault.put(a_reflection("r9", "Writing goes on."))
    assert Path(folder / "journal.db").exists()
