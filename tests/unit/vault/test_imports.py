"""What comes in from elsewhere: all or none of it, known again, and out again in one step."""

import contextlib
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.arrivals import Arrival, KnownAgain
from app.domain.errors import Cancelled, JournalDamaged
from app.domain.finding import Search
from app.domain.progress import unwatched
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection
from tests.unit.vault.test_bin import everything_listed

LATER = MORNING + timedelta(days=1)


def an_arrival(number, text="The kettle was on."):
    reflection = a_reflection(f"i{number}", text, minutes=number, themes=("Trust",), title="Once")
    return Arrival(reflection, bytes([number]) * 32)


def arrivals(count=3):
    return [an_arrival(number) for number in range(count)]


@pytest.fixture
def journal(vault):
    vault.keep_form(a_form())
    vault.put(a_reflection("before", "A door.", minutes=90))
    return vault


def bring_in(vault, count=3, import_id="one", at=MORNING, progress=unwatched):
    vault.imports.put(import_id, "notes.txt", arrivals(count), at, progress)


def ids(vault, search=None):
    return [each.id for each in vault.find(search or Search()).outlines]


def test_what_comes_in_is_read_found_and_whole(journal, keeper, folder):
    assert ids(journal) == ["before"]
    bring_in(journal)
    assert ids(journal) == ["before", "i2", "i1", "i0"]
    journal.close()
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        assert ids(vault, Search(words="kettle")) == ["i2", "i1", "i0"]
        assert vault.get("i1") == arrivals()[1].reflection
        assert vault.version_count("i1") == 1
        assert vault.imports.last().reflection_ids == ("i0", "i1", "i2")
        assert vault.trouble() == ()


def test_what_is_written_in_one_later_is_a_new_version(journal):
    bring_in(journal)
    journal.put(a_reflection("i2", "More was said.", minutes=99))
    assert journal.version_count("i2") == 2


def test_what_is_being_written_meanwhile_stays_what_it_is(journal):
    bring_in(journal)
    journal.put(a_reflection("before", "A door, and a hall.", minutes=91))
    assert journal.version_count("before") == 2
    assert journal.trouble() == ()


def test_progress_goes_from_entry_to_entry(journal):
    shares = []
    bring_in(journal, 4, progress=shares.append)
    assert shares == [0.25, 0.5, 0.75, 1]


def test_stopped_half_way_leaves_nothing(journal, keeper, folder):
    listed = everything_listed(journal)

    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_in(journal, progress=stop)
    assert everything_listed(journal) == listed
    assert journal.imports.last() is None
    assert journal.imports.known([each.fingerprint for each in arrivals()]) == KnownAgain()
    journal.put(a_reflection("after", "And on.", minutes=120))
    bring_in(journal)
    assert set(ids(journal)) == {"before", "after", "i0", "i1", "i2"}
    assert journal.trouble() == ()


def test_an_entry_is_known_again_from_the_bin_too_and_not_once_it_is_gone(journal):
    bring_in(journal)
    prints = [each.fingerprint for each in arrivals(5)]
    assert journal.imports.known(prints) == KnownAgain(frozenset(prints[:3]))
    assert journal.imports.known(prints[3:]) == KnownAgain()
    journal.bin.put("i0", LATER)
    journal.bin.put("i1", LATER)
    journal.bin.empty(["i1"], LATER)
    assert journal.imports.known(prints) == KnownAgain({prints[2]}, {prints[0]})
    assert journal.imports.last().reflection_ids == ("i0", "i2")


def test_undo_leaves_the_journal_as_it_was(journal, keeper, folder):
    listed = everything_listed(journal)
    bring_in(journal)
    journal.find(Search("kettle"))
    assert journal.imports.undo("one", LATER, unwatched) == (3, 0)
    assert everything_listed(journal) == listed
    assert journal.imports.last() is None
    assert journal.keeping.of("i0").is_gone
    journal.bin.sweep(unwatched)
    assert journal.trouble() == ()
    journal.close()
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        assert everything_listed(vault) == listed


def test_what_was_undone_can_come_in_again(journal):
    bring_in(journal)
    journal.imports.undo("one", LATER, unwatched)
    again = [
        Arrival(a_reflection(f"j{number}"), each.fingerprint)
        for number, each in enumerate(arrivals())
    ]
    journal.imports.put("two", "notes.txt", again, LATER, unwatched)
    assert set(ids(journal)) == {"before", "j0", "j1", "j2"}
    assert journal.trouble() == ()


def change(vault):
    vault.put(a_reflection("i1", "I wrote on.", minutes=200))


def hold(vault):
    vault.keeping.hold("i1", "A court asked.", LATER)


def set_review_date(vault):
    vault.keeping.set_review_date("i1", LATER.date(), LATER)


def link_from(vault):
    vault.links.join("i1", "z", LATER)


def link_to(vault):
    vault.links.join("before", "i1", LATER)


def come_back(vault):
    vault.follow_ups.set("i1", LATER.date(), LATER)


TOUCHES = (change, hold, set_review_date, link_from, link_to, come_back)


@pytest.mark.parametrize("touch", TOUCHES, ids=lambda touch: touch.__name__)
def test_what_was_worked_with_since_stays_at_an_undo(journal, touch):
    journal.put(a_reflection("z", "Another.", minutes=91))
    bring_in(journal)
    touch(journal)
    assert journal.imports.undo("one", LATER, unwatched) == (2, 1)
    assert set(ids(journal)) == {"before", "z", "i1"}
    assert journal.imports.last() is None
    prints = [each.fingerprint for each in arrivals()]
    assert journal.imports.known(prints) == KnownAgain({prints[1]})
    assert journal.trouble() == ()


def test_the_name_of_the_source_is_known_until_nothing_is_left_to_take_out(journal):
    bring_in(journal, 2)
    journal.imports.put("two", "Mrs Example.docx", [an_arrival(7)], LATER, unwatched)
    last = journal.imports.last()
    assert (last.name, last.made_at, last.reflection_ids) == ("Mrs Example.docx", LATER, ("i7",))
    journal.bin.put("i7", LATER)
    journal.bin.empty(["i7"], LATER)
    assert names_kept(journal) == ["import_name/one"]
    assert journal.imports.last().name == "notes.txt"
    change(journal)
    journal.imports.undo("one", LATER, unwatched)
    assert names_kept(journal) == []


def names_kept(vault):
    rows = vault._database.rows("SELECT name FROM preference WHERE name LIKE '%\\_%/%' ESCAPE '\\'")
    return [row[0] for row in rows]


def rename_theme(vault, *uids):
    of_journal = [replace(vault.get(uid), themes=("Faith",)) for uid in uids]
    vault.renaming.put(of_journal, (), unwatched)


def test_another_name_for_a_theme_is_no_work_on_what_came_in(journal):
    bring_in(journal)
    rename_theme(journal, "i0", "i1", "i2", "before")
    assert [journal.version_count(uid) for uid in ("i0", "before")] == [2, 2]
    assert journal.imports.undo("one", LATER, unwatched) == (3, 0)
    assert ids(journal) == ["before"]
    assert names_kept(journal) == []
    assert journal.trouble() == ()


def test_work_before_or_after_another_name_for_a_theme_is_work(journal):
    bring_in(journal)
    change(journal)
    rename_theme(journal, "i0", "i1")
    journal.put(a_reflection("i0", "I wrote on too.", minutes=200))
    assert journal.imports.undo("one", LATER, unwatched) == (1, 2)
    assert set(ids(journal)) == {"before", "i0", "i1"}
    assert names_kept(journal) == []


def test_what_lies_untouched_in_the_bin_goes_with_the_rest(journal):
    bring_in(journal)
    journal.bin.put("i1", LATER)
    assert journal.imports.undo("one", LATER, unwatched) == (3, 0)
    assert journal.bin.entries() == ()
    assert journal.trouble() == ()


def test_an_undo_stopped_half_way_takes_nothing_out(journal):
    bring_in(journal)
    listed = everything_listed(journal)
    for limit in (0.1, 0.5, 0.9):

        def stop(share, limit=limit):
            if share > limit:
                raise Cancelled

        with pytest.raises(Cancelled):
            journal.imports.undo("one", LATER, stop)
        assert everything_listed(journal) == listed
    assert journal.imports.last().id == "one"
    assert not journal.bin.is_unswept()
    assert journal.trouble() == ()


def test_the_newest_goes_first_and_the_older_after_it(journal):
    bring_in(journal, 1)
    journal.imports.put("two", "More notes", [an_arrival(7)], LATER, unwatched)
    assert journal.imports.last().id == "two"
    journal.imports.undo("two", LATER, unwatched)
    assert journal.imports.last().id == "one"
    assert set(ids(journal)) == {"before", "i0"}


def test_no_word_of_what_was_undone_is_left_in_the_index(journal):
    bring_in(journal)
    journal.find(Search("kettle"))
    journal.imports.undo("one", LATER, unwatched)
    journal.bin.sweep(unwatched)
    blocks = journal._database.rows("SELECT block FROM word_index_data")
    assert not any(b"kettl" in row[0] for row in blocks)
    kept = journal._database.rows(
        "SELECT content FROM revision WHERE reflection_uid LIKE 'i%' AND content IS NOT NULL"
    )
    assert kept == []


def test_a_damaged_one_is_not_removed_unseen(journal):
    bring_in(journal)
    journal._database.run("UPDATE reflection SET title = 'Another' WHERE uid = 'i1'")
    journal._database.run("DELETE FROM theme WHERE reflection IN (SELECT id FROM reflection)")
    with pytest.raises(JournalDamaged):
        journal.imports.undo("one", LATER, unwatched)
    assert len(ids(journal)) == 4
