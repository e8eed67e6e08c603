"""Follow-ups: one waits at a time, none is lost, and they go with the reflection."""

import contextlib
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.errors import JournalDamaged, NoSuchReflection
from app.domain.progress import unwatched
from app.domain.secret import Passphrase
from tests.unit.vault.backups import SECRET, a_restorer, backed_up
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection

LATER = MORNING + timedelta(days=1)
MUCH_LATER = MORNING + timedelta(days=40)
SPRING, SUMMER, EVER = date(2026, 4, 2), date(2026, 6, 2), date(2099, 1, 1)


@pytest.fixture
def written(vault):
    vault.keep_form(a_form())
    for number, title in enumerate(("The late visit", "", "A long call")):
        vault.put(a_reflection(f"r{number}", minutes=number, title=title))
    return vault


def due(vault, today=EVER):
    return [(each.first.id, each.due_on) for each in vault.follow_ups.due(today)]


def looked_again(vault, uid, answer, at=LATER, **changes):
    vault.follow_ups.answer(uid, answer, at)
    vault.put(a_reflection(answer, "It made a difference.", minutes=90, **changes))


def test_a_follow_up_comes_back_on_its_day_and_not_before(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    assert due(written, SPRING - timedelta(days=1)) == []
    assert due(written, SPRING) == due(written, EVER) == [("r0", SPRING)]
    (waiting,) = written.follow_ups.of("r0")
    assert (waiting.first.name, waiting.first.form_title, waiting.made_at) == (
        "The late visit",
        "Daily pause",
        MORNING,
    )
    assert waiting.is_waiting


def test_what_is_due_stands_in_the_order_of_its_days(written):
    written.follow_ups.set("r0", SUMMER, MORNING)
    written.follow_ups.set("r2", SPRING, MORNING)
    written.follow_ups.set("r1", SPRING, LATER)
    assert due(written) == [("r1", SPRING), ("r2", SPRING), ("r0", SUMMER)]


def test_of_one_reflection_one_waits(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    written.follow_ups.set("r0", SUMMER, LATER)
    assert due(written) == [("r0", SUMMER)]
    written.follow_ups.remove_waiting("r0")
    assert written.follow_ups.of("r0") == ()


def test_what_was_answered_stays_known_from_both_ends_and_is_not_due(written, keeper, folder):
    written.follow_ups.set("r0", SPRING, MORNING)
    looked_again(written, "r0", "a0")
    written.close()
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        (answered,) = vault.follow_ups.of("r0")
        assert (answered.answered_id, answered.closed_at) == ("a0", LATER)
        assert vault.follow_ups.first_of("a0").id == "r0"
        assert vault.follow_ups.first_of("r0") is None
        assert due(vault) == []
        vault.follow_ups.remove_waiting("r0")
        vault.follow_ups.set("r0", SUMMER, MUCH_LATER)
        assert [each.is_waiting for each in vault.follow_ups.of("r0")] == [False, True]
        assert vault.trouble() == ()


def test_a_look_that_was_begun_and_never_written_still_waits(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    written.follow_ups.answer("r0", "never", LATER)
    assert due(written) == [("r0", SPRING)]
    assert [each.answered_id for each in written.follow_ups.of("r0")] == [""]
    looked_again(written, "r0", "a0", MUCH_LATER)
    assert due(written) == []
    assert [each.answered_id for each in written.follow_ups.of("r0")] == ["a0"]


def test_a_look_nobody_asked_for_is_known_once_it_is_written(written):
    written.follow_ups.answer("r0", "never", MORNING)
    assert written.follow_ups.of("r0") == ()
    assert due(written) == []
    looked_again(written, "r0", "a0")
    (answered,) = written.follow_ups.of("r0")
    assert (answered.answered_id, answered.due_on) == ("a0", LATER.date())
    assert written._database.rows("SELECT count(*) FROM follow_up") == [(1,)]


def test_a_clock_that_stands_still_or_goes_back_loses_no_look(written):
    looked_again(written, "r0", "a0", LATER)
    looked_again(written, "r0", "a1", LATER)
    written.follow_ups.set("r0", SPRING, LATER)
    written.follow_ups.let_go("r0", LATER)
    written.follow_ups.set("r0", SUMMER, MORNING)
    found = written.follow_ups.of("r0")
    assert [each.answered_id for each in found] == ["a0", "a1", "", ""]
    assert [each.is_waiting for each in found] == [False, False, False, True]


def test_what_is_let_go_does_not_come_back(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    written.follow_ups.let_go("r0", LATER)
    assert due(written) == []
    (let_go,) = written.follow_ups.of("r0")
    assert (let_go.answered_id, let_go.closed_at) == ("", LATER)
    written.follow_ups.let_go("r0", MUCH_LATER)
    assert written.follow_ups.of("r0") == (let_go,)


def test_what_is_not_there_has_no_follow_up(written):
    for act in (
        lambda: written.follow_ups.set("elsewhere", SPRING, MORNING),
        lambda: written.follow_ups.answer("elsewhere", "a0", MORNING),
        lambda: written.follow_ups.let_go("elsewhere", MORNING),
    ):
        with pytest.raises(NoSuchReflection):
            act()
    assert due(written) == []


def test_a_follow_up_hides_with_the_bin_and_comes_back_with_what_comes_back(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    written.bin.put("r0", LATER)
    assert due(written) == []
    written.bin.take_back("r0", LATER)
    assert due(written) == [("r0", SPRING)]


def test_a_finished_answer_in_the_bin_is_not_shown_and_its_look_is_not_asked_for_again(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    looked_again(written, "r0", "a0", completed_at=LATER)
    written.bin.put("a0", LATER)
    (answered,) = written.follow_ups.of("r0")
    assert (answered.answered_id, answered.is_waiting) == ("", False)
    written.bin.take_back("a0", LATER)
    assert [each.answered_id for each in written.follow_ups.of("r0")] == ["a0"]
    written.bin.put("a0", LATER)
    written.bin.empty(["a0"], LATER)
    assert due(written) == []
    assert written._database.rows("SELECT answered_uid FROM follow_up") == [("",)]


def test_a_look_whose_draft_goes_into_the_bin_waits_again_until_it_comes_back(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    looked_again(written, "r0", "a0")
    assert due(written) == []
    written.bin.put("a0", LATER)
    assert due(written) == [("r0", SPRING)]
    written.bin.take_back("a0", MUCH_LATER)
    assert due(written) == []
    assert [each.answered_id for each in written.follow_ups.of("r0")] == ["a0"]
    assert written.follow_ups.first_of("a0").id == "r0"


def test_a_look_whose_draft_is_removed_for_good_is_not_lost(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    looked_again(written, "r0", "a0")
    written.bin.put("a0", LATER)
    written.bin.empty(["a0"], LATER)
    assert due(written) == [("r0", SPRING)]
    looked_again(written, "r0", "a1")
    assert due(written) == []
    assert [each.answered_id for each in written.follow_ups.of("r0")] == ["a1"]


def look_anew(vault):
    looked_again(vault, "r0", "a1", MUCH_LATER)
    return ["a1"]


def set_another_day(vault):
    vault.follow_ups.set("r0", SUMMER, MUCH_LATER)
    return [""]


def let_it_go(vault):
    vault.follow_ups.let_go("r0", MUCH_LATER)
    return [""]


def remove_it(vault):
    vault.follow_ups.remove_waiting("r0")
    return []


@pytest.mark.parametrize("act", [look_anew, set_another_day, let_it_go, remove_it])
def test_a_draft_that_comes_back_is_a_look_still_whatever_was_decided_meanwhile(written, act):
    written.follow_ups.set("r0", SPRING, MORNING)
    looked_again(written, "r0", "a0")
    written.bin.put("a0", LATER)
    left = act(written)
    assert [each.answered_id for each in written.follow_ups.of("r0")] == left
    assert due(written) == ([("r0", SUMMER)] if act is set_another_day else [])
    written.bin.take_back("a0", MUCH_LATER)
    answers = [each.answered_id for each in written.follow_ups.of("r0")]
    assert sorted(answers) == sorted([*left, "a0"])
    assert written.follow_ups.first_of("a0").id == "r0"
    assert due(written) == ([("r0", SUMMER)] if act is set_another_day else [])
    assert written.trouble() == ()


def test_a_look_nobody_asked_for_goes_with_its_draft(written):
    looked_again(written, "r0", "a0")
    written.bin.put("a0", LATER)
    assert written.follow_ups.of("r0") == ()
    written.bin.take_back("a0", LATER)
    assert [each.answered_id for each in written.follow_ups.of("r0")] == ["a0"]
    written.bin.put("a0", LATER)
    written.bin.empty(["a0"], LATER)
    assert written._database.rows("SELECT count(*) FROM follow_up") == [(0,)]


def test_the_day_of_a_look_nobody_asked_for_is_the_day_where_this_computer_is(written, london):
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight, in summer time
    looked_again(written, "r0", "a0", late)
    (look,) = written.follow_ups.of("r0")
    assert look.due_on == date(2026, 7, 1)


@pytest.fixture
def london(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_what_is_removed_for_good_takes_its_follow_ups_and_where_it_came_from_with_it(written):
    written.follow_ups.set("r0", SPRING, MORNING)
    written.follow_ups.set("r1", SPRING, MORNING)
    run = written._database.run
    for uid in ("r0", "r1"):
        run("INSERT INTO imported VALUES (?, 'i', x'01', 'then')", (uid,))
    written.bin.put("r0", LATER)
    written.bin.empty(["r0"], LATER)
    for table in ("follow_up", "imported"):
        assert written._database.rows(f"SELECT reflection_uid FROM {table}") == [("r1",)]
    assert written.trouble() == ()


def test_follow_ups_and_what_was_brought_in_come_back_from_a_backup(written, keeper, tmp_path):
    written.follow_ups.set("r0", SPRING, MORNING)
    written._database.run("INSERT INTO imported VALUES ('r1', 'i', x'01', 'then')")
    target = tmp_path / "Afterword.afterword-backup"
    backed_up(written, target)
    a_restorer().restore(target, SECRET, tmp_path / "again", unwatched)
    with contextlib.closing(keeper.open(tmp_path / "again", PASSPHRASE)) as again:
        assert due(again) == [("r0", SPRING)]
        assert again._database.rows("SELECT reflection_uid FROM imported") == [("r1",)]


def test_follow_ups_and_what_was_brought_in_stay_when_the_keys_are_replaced(
    keeper, changes, folder
):
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        vault.keep_form(a_form())
        vault.put(a_reflection("r0"))
        vault.follow_ups.set("r0", SPRING, MORNING)
        vault._database.run("INSERT INTO imported VALUES ('r0', 'i', x'01', 'then')")
    changes.replace_data_key(folder, Passphrase(PASSPHRASE), "nine grey herons on the weir")
    with contextlib.closing(keeper.open(folder, "nine grey herons on the weir")) as vault:
        assert due(vault) == [("r0", SPRING)]
        assert vault._database.rows("SELECT reflection_uid FROM imported") == [("r0",)]


@pytest.mark.parametrize(
    "change", ["due_on = 'soon'", "due_on = x'00'", "made_at = 'then'", "made_at = 7"]
)
def test_a_row_of_another_shape_is_told_as_damage(written, change):
    written.follow_ups.set("r0", SPRING, MORNING)
    written._database.run(f"UPDATE follow_up SET {change}")
    with pytest.raises(JournalDamaged):
        written.follow_ups.of("r0")
