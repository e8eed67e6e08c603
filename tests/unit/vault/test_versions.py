"""Versions of a reflection: listed, read, and their words removed for good."""

from datetime import date

import pytest

from app.domain.answer import Answer, Prose
from app.domain.errors import JournalDamaged, NoSuchReflection, NoSuchVersion, OnHold
from app.domain.finding import Search
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_reflection, every_kind

FIRST = a_reflection(
    answers=every_kind(),
    title="The first try",
    themes=("Trust", "Time"),
    event_date=date(2026, 3, 1),
)
SECOND = a_reflection(text="Two words", minutes=60, completed_at=MORNING)
THIRD = a_reflection(text="Now three words", minutes=120, completed_at=MORNING)


@pytest.fixture
def written(vault):
    for reflection in (FIRST, SECOND, THIRD):
        vault.put(reflection)
        vault.seal("r1")
    return vault


def test_every_version_is_listed_the_newest_first(written):
    newest, second, first = written.versions.outlines("r1")
    assert (newest.number, newest.is_newest, newest.word_count) == (3, True, 3)
    assert (second.number, second.is_newest, second.is_complete) == (2, False, True)
    assert (first.number, first.is_complete, first.made_at) == (1, False, FIRST.changed_at)
    assert not any(each.is_purged or each.is_open for each in (newest, second, first))


def test_every_version_reads_back_as_it_was_saved(written):
    assert [written.versions.read("r1", number) for number in (1, 2, 3)] == [FIRST, SECOND, THIRD]


def test_a_version_is_open_until_the_person_leaves_the_editor(vault):
    vault.put(FIRST)
    assert vault.versions.outlines("r1")[0].is_open
    vault.seal("r1")
    assert not vault.versions.outlines("r1")[0].is_open


def test_a_decision_between_two_saves_closes_the_version(vault):
    vault.put(FIRST)
    vault.keeping.set_review_date("r1", date(2027, 1, 1), MORNING)
    assert not vault.versions.outlines("r1")[0].is_open
    vault.put(SECOND)
    assert [each.number for each in vault.versions.outlines("r1")] == [2, 1]
    assert vault.trouble() == ()


def test_a_version_is_closed_by_opening_the_journal_again(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(FIRST)
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert not vault.versions.outlines("r1")[0].is_open
    vault.close()


@pytest.mark.parametrize("number", [-1, 0, 4])
def test_a_version_that_never_was_is_told_as_such(written, number):
    with pytest.raises(NoSuchVersion, match="has 3 versions, numbered 1 to 3"):
        written.versions.read("r1", number)


def test_a_reflection_that_never_was_has_no_versions(written):
    for ask in (written.versions.outlines, lambda uid: written.versions.purge(uid, MORNING)):
        with pytest.raises(NoSuchReflection):
            ask("none")
    with pytest.raises(NoSuchReflection):
        written.versions.read("none", 1)


@pytest.mark.parametrize(
    "damage",
    [
        "content = x'00'",
        "content = (SELECT content FROM revision WHERE seq = 2)",
        "content = 'text'",
        "content_hash = x'00'",
    ],
)
def test_a_version_that_is_not_as_it_was_kept_is_damage(written, damage):
    written._database.run(f"UPDATE revision SET {damage} WHERE seq = 1")
    with pytest.raises(JournalDamaged):
        written.versions.read("r1", 1)
    with pytest.raises(JournalDamaged):
        written.versions.outlines("r1")


def test_purged_versions_say_so_and_the_newest_stays(written):
    head = written.head()
    assert written.versions.purge("r1", MORNING) == 2
    newest, second, first = written.versions.outlines("r1")
    assert (newest.is_purged, second.is_purged, first.is_purged) == (False, True, True)
    assert written.versions.read("r1", 3) == written.get("r1") == THIRD
    with pytest.raises(NoSuchVersion, match="removed for good"):
        written.versions.read("r1", 1)
    assert written.head().chain != head.chain
    assert written.keeping.of("r1").purged_to == 2
    assert written.bin.is_unswept()
    assert written.trouble() == ()


def test_purging_twice_changes_nothing_more(written):
    written.versions.purge("r1", MORNING)
    head = written.head()
    assert written.versions.purge("r1", MORNING) == 0
    assert written.head() == head


def test_after_purging_the_next_change_begins_a_version_that_is_kept(written):
    written.put(a_reflection(text="Fourth", minutes=150))
    written.versions.purge("r1", MORNING)
    written.put(a_reflection(text="Fifth", minutes=160))
    written.seal("r1")
    written.put(a_reflection(text="Sixth", minutes=170))
    numbers = [(each.number, each.is_purged) for each in written.versions.outlines("r1")]
    assert numbers == [(6, False), (5, False), (4, False), (3, True), (2, True), (1, True)]
    assert written.versions.read("r1", 4).answers == {"what_happened": Answer(Prose("Fourth"))}
    assert written.trouble() == ()


def test_a_hold_keeps_old_versions(written):
    written.keeping.hold("r1", "asked for", MORNING)
    with pytest.raises(OnHold):
        written.versions.purge("r1", MORNING)
    assert written.versions.read("r1", 1) == FIRST


def test_versions_of_another_reflection_stay(written):
    for text in ("one", "two"):
        written.put(a_reflection("r2", text, minutes=300))
        written.seal("r2")
    written.versions.purge("r1", MORNING)
    assert written.versions.read("r2", 1).answers == {"what_happened": Answer(Prose("one"))}
    assert written.find(Search("three")).total == 1
