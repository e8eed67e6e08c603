"""An older genuine page put back is not shown as what was saved, and loses no new words."""

import contextlib
from collections import Counter
from datetime import timedelta

import pytest

from app.domain.errors import JournalDamaged, NotAsSaved
from app.domain.finding import Search
from app.services.home import home_of
from app.services.supervision import Supervision
from tests.unit.vault.backups import NOON, SECRET, a_restorer, unwatched
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection

PAGE = 4096
LONG = "x" * 3000
EARLIER, CORRECTED = f"It was the father. {LONG}", f"It was not him. {LONG}"
NEW = a_reflection("r2", "Words of today.", 2, changed_at=MORNING + timedelta(days=3))


def chosen(vault, *uids):
    """Give what a summary of these reflections takes."""
    return Supervision(vault, clock=None).chosen(uids)


class NoForms:
    def forms(self):
        return ()


@pytest.fixture
def states(keeper, folder):
    """The journal's file before and after one of its reflections was corrected."""
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    for number in range(6):
        text = EARLIER if number == 2 else f"The {number}. walk. {LONG}"
        vault.put(a_reflection(f"r{number}", text, number))
        vault.seal(f"r{number}")
    vault.close()
    before = (folder / "journal.db").read_bytes()
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection("r2", CORRECTED, 2, changed_at=MORNING + timedelta(days=1)))
    vault.put(a_reflection("r9", "Later.", 9))
    vault.close()
    return before, (folder / "journal.db").read_bytes()


def with_one_old_page(before, after):
    for start in range(PAGE, min(len(before), len(after)), PAGE):
        old = before[start : start + PAGE]
        if old != after[start : start + PAGE]:
            yield after[:start] + old + after[start + PAGE :]


@pytest.fixture
def older(keeper, folder, states):
    """An open journal whose tables hold the reflection as it was before the correction."""
    for mixed in with_one_old_page(*states):
        (folder / "journal.db").write_bytes(mixed)
        vault = keeper.open(folder, PASSPHRASE)
        stored = vault._reflections.stored("r2")[1]
        if "father" in stored.text(0) and vault._revisions.newest_hash("r2"):
            yield vault
            vault.close()
            return
        vault._database.close()
    pytest.fail("no older page showed the earlier words")


def test_reading_it_says_so(older):
    for read in (
        lambda: older.get("r2"),
        lambda: older.versions.outlines("r2"),
        lambda: older.versions.read("r2", older.version_count("r2")),
        lambda: chosen(older, "r2"),
    ):
        with pytest.raises(NotAsSaved, match="older part of the journal’s file"):
            read()
    assert [each.reflection.id for each in chosen(older, "r3", "r4")] == ["r3", "r4"]
    assert older.get("r3").id == "r3"
    assert older.versions.read("r3", 1).id == "r3"


def test_its_older_versions_are_not_purged_for_it(older):
    with pytest.raises(NotAsSaved):
        older.versions.purge("r2", NOON)
    assert "father" in older.versions.read("r2", 1).answers["what_happened"].value.text


def test_home_shows_the_rest_without_it(older):
    for number in (0, 1, 3, 4, 5, 9):
        older.bin.put(f"r{number}", NOON)
    assert home_of(older, NoForms()).draft is None


def test_what_was_saved_in_this_session_is_shown(vault):
    vault.put(a_reflection())
    vault.put(a_reflection(text="More."))
    assert vault.get("r1") == a_reflection(text="More.")
    assert vault.versions.outlines("r1")
    vault.put(a_reflection("r2", "Another."))
    assert vault.get("r1") == a_reflection(text="More.")


def test_new_words_for_it_are_rescued_beside_it(keeper, older, tmp_path):
    with pytest.raises(JournalDamaged):
        older.put(NEW)
    told = rescued(older, tmp_path / "copy")
    assert told.is_whole
    again = restored(keeper, tmp_path)
    texts = [outline.id for outline in again.find(Search("today")).outlines]
    assert len(texts) == 1
    assert again.get(texts[0]).answers == NEW.answers
    assert again.get("r3").id == "r3"
    again.close()


@pytest.mark.slow
def test_whichever_older_page_is_there_new_words_are_rescued(keeper, folder, states, tmp_path):
    outcomes = Counter()
    for number, mixed in enumerate(with_one_old_page(*states)):
        place = tmp_path / str(number)
        place.mkdir()
        (folder / "journal.db").write_bytes(mixed)
        try:
            vault = keeper.open(folder, PASSPHRASE)
        except JournalDamaged:
            outcomes["refused"] += 1
            continue
        told = rescued(vault, place / "copy")
        vault._database.close()
        again = restored(keeper, place)
        assert NEW.answers in answers_in(again)
        again.close()
        outcomes[told.is_whole] += 1
    assert outcomes[True] > 5


def answers_in(vault):
    """Give the answers of every reflection that is as it was saved."""
    for (uid,) in vault._database.rows("SELECT uid FROM reflection"):
        with contextlib.suppress(JournalDamaged):
            yield vault.get(uid).answers


def rescued(vault, target):
    return vault.copies.rescue(target, NOON, [(NEW, a_form())], unwatched, replaces=False)


def restored(keeper, place):
    a_restorer().restore(place / "copy", SECRET, place / "new", unwatched)
    return keeper.open(place / "new", PASSPHRASE)
