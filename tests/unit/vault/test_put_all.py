from datetime import datetime

import pytest

from app.domain.finding import Search
from tests.unit.vault.samples import a_reflection


def revisions(vault):
    return vault._database.rows("SELECT * FROM revision ORDER BY seq")


def three(text="The kettle was on."):
    return [a_reflection(f"r{number}", text, minutes=number) for number in range(3)]


def test_many_put_at_once_read_back_and_are_found(vault):
    vault.put_all(three())
    found = vault.find(Search(words="kettle"))
    assert [outline.id for outline in found.outlines] == ["r2", "r1", "r0"]
    assert [vault.get(each.id) for each in three()] == three()
    assert vault.trouble() == ()


def test_each_has_the_versions_that_putting_and_sealing_one_by_one_give(keeper, folder, vault):
    together = [*three(), *three("The door was ajar."), a_reflection("r0", "Rain.", minutes=9)]
    vault.put_all(together)
    record = [row[1:5] for row in revisions(vault)]
    other = keeper.create(folder.parent / "other", "four walls and a slow river")[0]
    for reflection in together:
        other.put(reflection)
        other.seal(reflection.id)
    assert [row[1:5] for row in revisions(other)] == record
    assert len(record) == 7
    other.close()


def test_what_is_being_written_gets_a_new_version(vault):
    vault.put(a_reflection("r1", "one"))
    vault.put_all([a_reflection("r1", "two", minutes=1)])
    vault.put(a_reflection("r1", "three", minutes=2))
    assert vault.version_count("r1") == 3
    assert vault.trouble() == ()


def test_what_is_there_already_is_not_a_change(vault):
    vault.put_all(three())
    vault.put_all(three())
    assert vault.head().saves == 3


def test_one_that_cannot_be_stored_keeps_all_the_others_out(vault):
    vault.put(a_reflection("before"))
    no_zone = a_reflection("r9", begun_at=datetime(2026, 3, 2))  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        vault.put_all([*three(), no_zone])
    assert [outline.id for outline in vault.find(Search()).outlines] == ["before"]
    assert vault.trouble() == ()
