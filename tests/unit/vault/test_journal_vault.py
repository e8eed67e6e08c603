from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.answer import Action, Actions, Answer, Prose, ShortText
from app.domain.errors import Cancelled, NoSuchForm, NoSuchReflection, NotSaved
from app.domain.finding import OpenAction, Search
from app.domain.progress import unwatched
from app.domain.sharing import Sharing
from app.vault.connection import Database
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection, every_kind


def ids(found):
    return [outline.id for outline in found.outlines]


def test_a_reflection_reads_back_as_it_was_put(vault):
    whole = a_reflection(
        answers=every_kind(),
        title="The late visit",
        event_date=date(2026, 2, 27),
        completed_at=MORNING,
        themes=("Trust", "Time"),
    )
    vault.put(whole)
    assert vault.get("r1") == whole
    assert list(vault.get("r1").answers) == list(every_kind())


def test_it_reads_back_after_closing_and_opening(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection(answers=every_kind()))
    vault.keep_form(a_form())
    vault.set_preference("words", "kettle")
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.get("r1") == a_reflection(answers=every_kind())
    assert vault.form("daily_pause", 1) == a_form()
    assert vault.preference("words") == "kettle"
    assert vault.trouble() == ()
    vault.close()


def test_a_later_put_replaces_all_of_it(vault):
    vault.put(a_reflection(answers=every_kind(), themes=("A", "B", "C"), title="First"))
    second = a_reflection(answers={"short": Answer(ShortText("x"))}, themes=("B",), minutes=1)
    vault.put(second)
    assert vault.get("r1") == second
    vault.put(a_reflection(answers={}, minutes=2))
    assert vault.get("r1").answers == {}
    assert vault.trouble() == ()


def test_moments_are_kept_in_utc_to_the_microsecond(vault):
    zone = timezone(timedelta(hours=1))
    at = datetime(2026, 7, 1, 0, 30, 0, 123456, tzinfo=zone)
    vault.put(a_reflection(begun_at=at, changed_at=at))
    assert vault.get("r1").begun_at == at
    assert vault.get("r1").begun_at.tzinfo == UTC


def test_a_moment_without_a_zone_is_a_bug(vault):
    with pytest.raises(ValueError, match="zone"):
        vault.put(a_reflection(begun_at=MORNING.replace(tzinfo=None)))


def test_what_is_not_there_is_told_as_such(vault):
    with pytest.raises(NoSuchReflection):
        vault.get("none")
    with pytest.raises(NoSuchForm):
        vault.form("none", 1)
    assert vault.preference("none") is None
    assert vault.version_count("none") == 0
    assert vault.find(Search()).outlines == ()


def test_half_characters_are_made_whole(vault):
    torn = a_reflection(
        answers={"a": Answer(Prose("lone \ud800 and pair \ud83d\ude00"))},
        title="\udfff",
        themes=("\ud800",),
    )
    vault.put(torn)
    kept = vault.get("r1")
    assert kept.answers["a"].value == Prose("lone \ufffd and pair 😀")
    assert (kept.title, kept.themes) == ("\ufffd", ("\ufffd",))
    vault.put(torn)
    assert vault.version_count("r1") == 1
    assert vault.find(Search("\ud800", theme="\ud800")).total == 0
    assert vault.find(Search(theme="\ud800")).total == 1


def test_themes_and_forms_are_counted_most_used_first(vault):
    vault.put(a_reflection("r1", themes=("Time", "Trust")))
    vault.put(a_reflection("r2", themes=("Trust", "Trust")))
    vault.put(a_reflection("r3", form_id="visit"))
    assert vault.themes() == (("Trust", 2), ("Time", 1))
    assert vault.form_use() == (("daily_pause", 2), ("visit", 1))


def test_a_form_is_kept_whole_and_for_ever(vault):
    vault.keep_form(a_form())
    vault.keep_form(a_form(title="Changed behind its back"))
    vault.keep_form(a_form(version=2, title="Second"))
    assert vault.form("daily_pause", 1) == a_form()
    assert vault.form("daily_pause", 2) == a_form(version=2, title="Second")
    sharing = vault.form("daily_pause", 1).prompt("what_happened").sharing
    assert sharing == Sharing.SUPERVISION | Sharing.CPD
    with pytest.raises(NoSuchForm):
        vault.form("daily_pause", 3)


def test_preferences_are_replaced(vault):
    vault.set_preference("size", "12")
    vault.set_preference("size", "14 \0 😀")
    assert vault.preference("size") == "14 \0 😀"


def test_the_list_shows_newest_writing_first(vault):
    for minutes in (5, 1, 9, 3, 9):
        vault.put(a_reflection(f"r{minutes}", minutes=minutes))
    assert ids(vault.find(Search())) == ["r9", "r5", "r3", "r1"]
    vault.put(a_reflection("r1", minutes=20))
    assert ids(vault.find(Search())) == ["r1", "r9", "r5", "r3"]


def test_pages_follow_each_other(vault):
    for number in range(7):
        vault.put(a_reflection(f"r{number}", minutes=number))
    pages = [vault.find(Search(limit=3, offset=offset)) for offset in (0, 3, 6, 9)]
    assert [ids(page) for page in pages] == [["r6", "r5", "r4"], ["r3", "r2", "r1"], ["r0"], []]
    assert {(page.total, page.in_journal) for page in pages} == {(7, 7)}
    assert vault.find(Search(limit=-1, offset=-5)).outlines == ()


def test_an_outline_shows_what_a_list_needs(vault):
    vault.keep_form(a_form())
    vault.put(
        a_reflection(
            answers=every_kind(), title="T", themes=("Trust",), event_date=date(2026, 2, 27)
        )
    )
    vault.put(a_reflection("r0", form_id="gone", minutes=-1, completed_at=MORNING))
    first, second = vault.find(Search()).outlines
    assert (first.title, first.form_title, first.themes) == ("T", "Daily pause", ("Trust",))
    assert first.event_date == date(2026, 2, 27)
    assert first.sharing == Sharing.SUPERVISION | Sharing.CPD
    assert not first.is_complete
    assert "".join(piece.text for piece in first.extract).startswith("Head")
    assert (second.form_title, second.is_complete) == ("gone", True)
    assert second.sharing == Sharing.PRIVATE


FILTERS = [
    (Search(form_id="visit"), {"b"}),
    (Search(theme="Trust"), {"a", "b"}),
    (Search(is_complete=True), {"b"}),
    (Search(is_complete=False), {"a", "c"}),
    (Search(since=date(2026, 2, 10)), {"a", "c"}),
    (Search(until=date(2026, 2, 10)), {"b"}),
    (Search(since=date(2026, 3, 2), until=date(2026, 3, 2)), {"a", "c"}),
    (Search(since=date(2026, 2, 1), until=date(2026, 2, 1)), {"b"}),
    (Search("kettle"), {"a", "b"}),
    (Search("kettle", theme="Trust", is_complete=False), {"a"}),
    (Search("kettle", "visit", "Trust", is_complete=True, until=date(2026, 2, 1)), {"b"}),
    (Search("kettle", theme="none"), set()),
    (Search(form_id="none"), set()),
]  # fmt: skip


@pytest.mark.parametrize(("search", "expected"), FILTERS)
def test_words_and_filters_all_must_hold(vault, search, expected):
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    vault.put(a_reflection("a", "The kettle.", begun_at=noon, themes=("Trust",)))
    vault.put(
        a_reflection(
            "b",
            "A kettle, a door.",
            begun_at=noon,
            form_id="visit",
            themes=("Time", "Trust"),
            event_date=date(2026, 2, 1),
            completed_at=noon,
        )
    )
    vault.put(a_reflection("c", "A door.", begun_at=noon))
    found = vault.find(search)
    assert set(ids(found)) == expected
    assert (found.total, found.in_journal) == (len(expected), 3)
    assert {each.id for each in vault.reflections(search)} == expected


def test_whole_reflections_come_newest_first(vault):
    whole = [a_reflection(f"r{n}", f"kettle {n}", minutes=n) for n in range(600)]
    for each in whole[:20]:
        vault.put(each)
    assert vault.reflections(Search("kettle", limit=1000)) == tuple(reversed(whole[:20]))


def actions(*items):
    return Answer(Actions(tuple(Action(what, "me", day, "", done) for what, day, done in items)))


def test_open_actions_come_soonest_due_first(vault):
    vault.keep_form(a_form())
    march, april = date(2026, 3, 9), date(2026, 4, 1)
    first = a_reflection(
        "r1",
        title="The late visit",
        answers={
            "do": actions(("Undated", None, None), ("Late", april, None), ("Done", march, march))
        },
    )
    vault.put(first)
    vault.put(
        a_reflection(
            "r2",
            form_id="visit",
            answers={"next": actions(("Soon", march, None), ("  ", march, None))},
        )
    )
    found = vault.open_actions(10)
    assert [action.what for action in found] == ["Soon", "Late", "Undated"]
    assert found[1] == OpenAction(
        "r1", "The late visit", "Daily pause", "do", 1, "Late", "me", april
    )
    assert found[0].form_title == "visit"
    assert [action.what for action in vault.open_actions(1)] == ["Soon"]
    assert [action.what for action in vault.open_actions(2)] == ["Soon", "Late"]
    assert vault.open_actions(0) == vault.open_actions(-1) == ()
    vault.put(first.with_answer("do", actions(("Undated", None, march), ("Later", april, None))))
    assert [action.what for action in vault.open_actions(10)] == ["Soon", "Later"]
    assert vault.trouble() == ()


def test_closing_twice_does_no_harm(vault):
    vault.close()
    vault.close()
    assert vault.is_closed


def statements_of(vault, work):
    seen = []
    vault._database._connection.set_trace_callback(seen.append)
    work()
    vault._database._connection.set_trace_callback(None)
    verbs = ("INSERT", "REPLACE", "UPDATE", "DELETE", "COMMIT")
    return [line.strip() for line in seen if line.strip(" \n-").startswith(verbs)]


def test_a_save_is_one_transaction_that_touches_only_what_changed(vault):
    answers = {f"p{n}": Answer(Prose(f"word{n}")) for n in range(12)}
    whole = a_reflection(answers=answers, themes=("A", "B"))
    vault.put(whole)
    changed = whole.with_answer("p7", Answer(Prose("word seven")))
    written = statements_of(vault, lambda: vault.put(changed))
    assert [line.split(" SET")[0] for line in written] == [
        "UPDATE answer",
        "UPDATE revision",
        "COMMIT",
    ]
    assert vault.get("r1") == changed


def test_reading_ahead_changes_nothing_and_can_be_stopped(vault):
    def stop(_share):
        raise Cancelled

    vault.put(a_reflection("r1", "A kettle whistled."))
    before = vault.head()
    vault.read_ahead(unwatched)
    assert vault.find(Search("kettle")).total == 1
    with pytest.raises(Cancelled):
        vault.read_ahead(stop)
    assert vault.head() == before


def test_a_save_in_another_minute_writes_the_moment_too(vault):
    vault.put(a_reflection())
    later = replace(a_reflection(), changed_at=MORNING + timedelta(minutes=9))
    written = statements_of(vault, lambda: vault.put(later))
    assert [line.split(" SET")[0] for line in written] == [
        "UPDATE reflection",
        "UPDATE revision",
        "COMMIT",
    ]
    assert vault.get("r1") == later


def test_a_save_while_typing_reads_nothing_that_it_wrote_itself(vault):
    growing = a_reflection()
    vault.put(growing)
    seen = []
    vault._database._connection.set_trace_callback(seen.append)
    vault.put(growing.with_answer("p", Answer(Prose("One word more."))))
    vault._database._connection.set_trace_callback(None)
    read = [line for line in seen if "SELECT" in line and "unindexed" not in line]
    assert read == []


def test_what_an_undone_save_wrote_is_not_recalled(vault, monkeypatch):
    vault.put(a_reflection(text="Before."))
    record = vault.head()
    append = vault._revisions.append

    def fails_last(*given):
        append(*given)
        raise NotSaved("Not saved: for this test.")

    monkeypatch.setattr(vault._revisions, "append", fails_last)
    with pytest.raises(NotSaved):
        vault.put(a_reflection(text="Undone.", minutes=3))
    monkeypatch.undo()
    assert vault.head() == record
    vault.put(a_reflection(text="Undone.", minutes=3))
    assert vault.get("r1") == a_reflection(text="Undone.", minutes=3)
    assert vault.trouble() == ()


def test_putting_what_is_there_already_writes_nothing(vault):
    vault.put(a_reflection())
    vault.seal("r1")
    head = vault.head()
    assert statements_of(vault, lambda: vault.put(a_reflection())) == []
    assert vault.head() == head


def test_what_was_just_written_is_found_at_once(vault):
    vault.put(a_reflection(text="kettle"))
    assert vault.find(Search("kettle")).total == 1
    vault.put(a_reflection(text="door", minutes=1))
    assert vault.find(Search("kettle")).total == 0
    assert vault.find(Search("door")).total == 1
    vault.put(a_reflection("r2", text="kettle"))
    vault.put(a_reflection("r3", text="kettle"))
    assert vault.find(Search("kettle")).total == 2
    assert vault.trouble() == ()


def test_only_the_reflection_that_is_being_written_waits_to_be_indexed(vault):
    for number in range(4):
        vault.put(a_reflection(f"r{number}"))
    assert vault._database.rows("SELECT count(*) FROM unindexed") == [(1,)]
    vault.find(Search("door"))
    assert vault._database.rows("SELECT count(*) FROM unindexed") == [(0,)]


def test_a_disk_that_takes_no_more_still_searches(vault, monkeypatch):
    from app.domain.errors import DiskFull

    vault.put(a_reflection("r1", text="kettle"))
    assert vault.find(Search("kettle")).total == 1
    vault.put(a_reflection("r2", text="kettle"))

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(Database, "write", full)
    assert vault.find(Search("kettle")).total == 1
    monkeypatch.undo()
    assert vault.find(Search("kettle")).total == 2


def test_only_words_that_are_still_there_are_found_after_many_edits(vault):
    for number in range(60):
        vault.put(a_reflection(text=f"number{number} kettle", minutes=number))
        if number % 5 == 0:
            assert vault.find(Search(f"number{number} ")).total == 1
    assert [n for n in range(60) if vault.find(Search(f"number{n} ")).total] == [59]
    assert vault.trouble() == ()


def test_a_changed_sharing_alone_is_stored(vault):
    vault.put(a_reflection())
    shared = a_reflection().with_answer(
        "what_happened", Answer(Prose("The door was ajar."), Sharing.CPD)
    )
    vault.put(shared)
    assert vault.get("r1") == shared
    assert replace(shared, answers={}) == replace(vault.get("r1"), answers={})


def test_many_shapes_of_search_leave_the_statements_of_a_save_compiled(vault):
    growing = a_reflection()
    vault.put(growing)
    rows = vault._database._connection.execute
    for count in range(1, 300):
        for _ in range(3):
            rows(f"SELECT id FROM answer WHERE id IN ({','.join(['?'] * count)})", range(count))
    vault.put(growing.with_answer("p", Answer(Prose("One."))))
    # Compiling asks the authorizer, running what is compiled does not.
    asked = []
    vault._database._connection.set_authorizer(lambda *given: asked.append(given) or 0)
    vault.put(growing.with_answer("p", Answer(Prose("One word."))))
    asked.clear()
    vault.put(growing.with_answer("p", Answer(Prose("One word more."))))
    vault._database._connection.set_authorizer(None)
    assert asked == []
