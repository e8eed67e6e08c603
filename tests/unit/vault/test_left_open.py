"""A session that was not closed is known at the next opening; one that was closed never is."""

import os
import shutil
from datetime import timedelta

import pytest

from app.domain.errors import NotSaved
from app.domain.finding import Search
from app.domain.left_open import CheckStep, LeftOpen
from app.domain.progress import unwatched
from tests.unit.vault.backups import NOON, SECRET, a_restorer, a_snapshot, backed_up
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection


def as_after_a_crash(folder, vault, keeper):
    """Give what the disk would hold if the program were gone at this moment, opened."""
    crashed = shutil.copytree(folder, folder.with_name("crashed"))
    return keeper.open(crashed, PASSPHRASE)


def test_it_says_when_and_where_the_last_words_were_saved(keeper, folder, vault):
    vault.keep_form(a_form())
    vault.put(a_reflection("r1", title="The first"))
    vault.put(a_reflection("r2", minutes=9))
    crashed = as_after_a_crash(folder, vault, keeper)
    assert crashed.left_open == LeftOpen(MORNING + timedelta(minutes=9), "r2", "Daily pause")
    crashed.put(a_reflection("r1", "more", title="The first", minutes=12))
    crashed.close()
    again = keeper.open(folder.with_name("crashed"), PASSPHRASE)
    assert again.left_open is None
    again.close()


def test_a_second_crash_before_any_word_says_the_same(keeper, folder, vault):
    vault.put(a_reflection())
    crashed = as_after_a_crash(folder, vault, keeper)
    once_more = shutil.copytree(folder.with_name("crashed"), folder.with_name("again"))
    crashed.close()
    again = keeper.open(once_more, PASSPHRASE)
    assert again.left_open is not None
    again.close()


def test_reading_alone_leaves_no_mark(keeper, folder, vault):
    vault.find(Search(words="door"))
    crashed = as_after_a_crash(folder, vault, keeper)
    assert crashed.left_open is None
    crashed.close()


def test_the_mark_costs_no_commit_and_comes_back_after_a_transaction_that_was_undone(
    keeper, folder, vault, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr(vault._revisions, "append", fail)
        with pytest.raises(NotSaved):
            vault.put(a_reflection())
    commits = []
    vault._database.when_written(lambda: commits.append(1))
    vault.put(a_reflection())
    assert commits == [1]
    crashed = as_after_a_crash(folder, vault, keeper)
    assert crashed.left_open is not None
    crashed.close()


def fail(*_):
    raise NotSaved("Not saved.")


def test_a_copy_of_an_open_journal_was_never_open(keeper, vault, tmp_path):
    vault.put(a_reflection())
    backed_up(vault, tmp_path / "b")
    a_restorer().restore(tmp_path / "b", SECRET, tmp_path / "restored", unwatched)
    restored = keeper.open(tmp_path / "restored", PASSPHRASE)
    assert restored.left_open is None
    restored.close()
    snapshot = a_snapshot(vault)
    source = (vault._folder, snapshot.name)
    a_restorer().restore_snapshot(source, SECRET, tmp_path / "from snapshot", unwatched)
    restored = keeper.open(tmp_path / "from snapshot", PASSPHRASE)
    assert restored.left_open is None
    restored.close()


def test_the_words_of_what_was_left_are_plain():
    told = LeftOpen(NOON.astimezone()).words()
    assert told.startswith("Afterword was not closed properly last time. Everything up to ")
    assert told.endswith(" on 2 March 2026 is here.")
    assert LeftOpen(None).words().endswith("Everything that was saved is here.")


# The check that follows


def outcome(check):
    while (step := check.go_on(unwatched)) is CheckStep.MORE:
        pass
    return step


def test_a_whole_journal_passes_the_check_in_steps(vault):
    vault.put_all([a_reflection(f"r{number}", "walk " * 400) for number in range(40)])
    assert outcome(vault.crash_check()) is CheckStep.WHOLE


def test_the_whole_check_before_it_changes_nothing(vault):
    vault.put(a_reflection())
    assert vault.trouble() == ()
    assert outcome(vault.crash_check()) is CheckStep.WHOLE


def test_a_folder_whose_name_is_no_text_is_checked_like_any(keeper, folder):
    strange = folder.rename(folder.with_name(os.fsdecode(b"\xff\xfe J")))
    vault = keeper.open(strange, PASSPHRASE)
    vault.put(a_reflection())
    assert outcome(vault.crash_check()) is CheckStep.WHOLE
    vault.close()


def test_the_check_goes_on_while_words_are_saved_and_the_file_shrinks(vault):
    vault.put_all([a_reflection(f"r{number}", "walk " * 4000) for number in range(40)])
    check = vault.crash_check()
    assert check.go_on(unwatched) is CheckStep.MORE
    vault._database.run("DELETE FROM answer")
    vault._database.run("VACUUM")
    vault.put(a_reflection("more"))
    assert outcome(check) is CheckStep.WHOLE


def test_damage_is_found_by_the_check(keeper, folder, vault):
    vault.put_all([a_reflection(f"r{number}", "walk " * 400) for number in range(40)])
    vault.close()
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[-4096 * 3 + 70] ^= 1
    path.write_bytes(data)
    opened = keeper.open(folder, PASSPHRASE)
    assert outcome(opened.crash_check()) is CheckStep.DAMAGED
    opened.close()


def test_a_damaged_page_is_found_also_where_no_tree_leads(keeper, folder, vault, monkeypatch):
    vault.put_all([a_reflection(f"r{number}", "walk " * 400) for number in range(40)])
    vault.close()
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    data[-4096 * 3 + 70] ^= 1
    path.write_bytes(data)
    opened = keeper.open(folder, PASSPHRASE)
    with monkeypatch.context() as blind:
        blind.setattr(opened._database, "rows_while", lambda *_: [("ok",)])
        assert outcome(opened.crash_check()) is CheckStep.DAMAGED
    opened.close()


def test_what_a_crash_left_behind_the_end_is_no_damage(keeper, folder, vault):
    vault.put(a_reflection())
    vault.close()
    with (folder / "journal.db").open("ab") as file:
        file.write(bytes(4096 * 2))
    opened = keeper.open(folder, PASSPHRASE)
    assert outcome(opened.crash_check()) is CheckStep.WHOLE
    opened.close()


def test_a_tree_that_does_not_fit_is_found_by_the_check(vault, monkeypatch):
    vault.put_all([a_reflection(f"r{number}", "walk " * 400) for number in range(40)])
    check = vault.crash_check()
    with monkeypatch.context() as broken:
        broken.setattr(vault._database, "rows_while", lambda *_: [("row 3 missing from index",)])
        assert outcome(check) is CheckStep.DAMAGED


def test_a_step_that_was_stopped_is_taken_again(vault):
    from app.domain.errors import Cancelled

    vault.put_all([a_reflection(f"r{number}", f"walk {number} " * 300) for number in range(80)])
    check, stops = vault.crash_check(), []

    def give_way(_share):
        if len(stops) < 30:
            stops.append(1)
            raise Cancelled

    step = CheckStep.MORE
    while step is CheckStep.MORE:
        try:
            step = check.go_on(give_way)
        except Cancelled:
            vault.put(a_reflection("between", f"word {len(stops)}"))
    assert step is CheckStep.WHOLE
    assert len(stops) == 30
