"""The newest reflections are those a search would give, without the order of all the rest."""

from dataclasses import replace
from datetime import timedelta

from app.domain.finding import Search
from tests.unit.vault.samples import MORNING, a_reflection


def put_some(vault, count, is_draft):
    for number in range(count):
        begun = MORNING + timedelta(hours=number)
        completed = None if is_draft(number) else begun
        vault.put(
            replace(
                a_reflection(title=f"Visit {number}", completed_at=completed),
                id=f"r{number}",
                begun_at=begun,
            )
        )


def test_they_are_what_a_search_gives_first(vault):
    put_some(vault, 6, is_draft=lambda number: number % 2)
    assert [each.id for each in vault.newest(3)] == ["r5", "r4", "r3"]
    assert vault.newest(3) == vault.find(Search(limit=3)).outlines


def test_drafts_alone_leave_out_what_is_complete(vault):
    put_some(vault, 6, is_draft=lambda number: number in {1, 3})
    assert [each.id for each in vault.newest(5, drafts_only=True)] == ["r3", "r1"]


def test_a_change_is_seen_at_once(vault):
    put_some(vault, 2, is_draft=lambda _: True)
    assert vault.newest(1)[0].title == "Visit 1"
    vault.put(replace(vault.get("r1"), title="The late visit"))
    assert vault.newest(1)[0].title == "The late visit"


def test_an_empty_journal_has_none(vault):
    assert vault.newest(3) == vault.newest(1, drafts_only=True) == ()
