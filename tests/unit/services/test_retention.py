"""Review dates, holds and the bin as a person uses them, over a real journal."""

from datetime import date, timedelta

import pytest

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import Cancelled, NoSuchReflection, NotSaved, OnHold
from app.domain.finding import Search
from app.services.journal import About, Writing
from app.services.retention import emptying_warning
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_workshop


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.fixture
def desk(tmp_path, workshop):
    desk = a_desk(tmp_path / "journal", workshop)
    yield desk
    desk.close()


def write(desk, text="A kettle.", title="Late"):
    form = desk.journal.form("five_minute_capture")
    return desk.journal.write(form, {"what_happened": Answer(Prose(text))}, About(title)).id


def days_pass(desk, clock, *days):
    start = clock.moment
    for day in days:
        clock.moment = start + timedelta(days=day)
        write(desk, f"Day {day}")


def test_a_review_date_reminds_on_its_day_and_does_nothing_else(desk, clock):
    uid = write(desk)
    day = clock.moment.date() + timedelta(days=7)
    desk.retention.set_review_date(uid, day)
    assert desk.retention.due_reviews() == ()
    assert [each.review_on for each in desk.retention.reviews()] == [day]
    clock.moment += timedelta(days=400)
    assert [each.id for each in desk.retention.due_reviews()] == [uid]
    assert desk.retention.tidy().count == 0
    assert desk.journal.read(uid).reflection.title == "Late"
    desk.retention.set_review_date(uid, None)
    assert desk.retention.due_reviews(date.max) == ()


def test_a_hold_stops_every_service_that_changes(desk):
    uid = write(desk)
    writing = desk.journal.read(uid)
    changed = writing.reflection.with_answer("what_happened", Answer(Prose("Other.")))
    desk.retention.hold(uid, "  records have\nbeen requested ")
    assert desk.retention.keeping(uid).held_because == "records have been requested"
    for act in (
        lambda: desk.journal.save(Writing(changed, writing.form)),
        lambda: desk.journal.finish(Writing(changed, writing.form)),
        lambda: desk.retention.move_to_bin(uid),
        lambda: desk.history.purge_old_versions(uid),
    ):
        with pytest.raises(OnHold):
            act()
    assert desk.journal.read(uid).reflection == writing.reflection


def test_what_is_on_hold_is_listed_in_the_bin_too(desk, clock):
    first, second = write(desk), write(desk)
    desk.retention.move_to_bin(first)
    desk.retention.hold(second, "two")
    clock.moment += timedelta(days=1)
    desk.retention.hold(first, "one")
    assert [(uid, kept.held_because) for uid, kept in desk.retention.held()] == [
        (second, "two"),
        (first, "one"),
    ]


def test_the_bin_gives_thirty_days(desk, clock):
    uid = write(desk)
    desk.retention.move_to_bin(uid)
    (entry,) = desk.retention.bin()
    assert desk.retention.days_left(entry) == 30
    days_pass(desk, clock, 10, 29)
    assert desk.retention.days_left(entry) == 1
    assert desk.retention.tidy().count == 0
    desk.retention.bring_back_from_bin(uid)
    assert desk.journal.read(uid).reflection.title == "Late"


def test_after_thirty_days_of_use_the_bin_is_emptied_by_itself(desk, clock):
    uid, kept = write(desk), write(desk, title="Kept")
    desk.retention.move_to_bin(uid)
    desk.retention.move_to_bin(kept)
    desk.retention.hold(kept, "")
    days_pass(desk, clock, 31, 32)
    emptied = desk.retention.tidy()
    assert (emptied.count, emptied.is_swept) == (1, True)
    assert [each.id for each in desk.retention.bin()] == [kept]
    assert desk.vault.trouble() == ()


def test_a_clock_that_is_years_ahead_empties_nothing(desk, clock):
    uid = write(desk)
    desk.retention.move_to_bin(uid)
    days_pass(desk, clock, 2, 9)
    clock.moment += timedelta(days=3 * 365)
    assert desk.retention.tidy().count == 0
    write(desk, "one day written with the wrong clock")
    assert desk.retention.tidy().count == 0
    assert [each.id for each in desk.retention.bin()] == [uid]


def test_emptying_now_removes_what_was_chosen(desk, tmp_path, workshop):
    first, second = write(desk, "A lantern."), write(desk, "A ladder.")
    for uid in (first, second):
        desk.retention.move_to_bin(uid)
    shares = []
    emptied = desk.retention.empty_bin((first,), shares.append)
    assert (emptied.count, emptied.is_swept) == (1, True)
    assert (shares[0], shares[-1]) == (0, 1)
    assert [each.id for each in desk.retention.bin()] == [second]
    desk.close()
    again = workshop.desk(workshop.unlocking.open(tmp_path / "journal", PASSPHRASE))
    with pytest.raises(NoSuchReflection):
        again.retention.bring_back_from_bin(first)
    again.retention.bring_back_from_bin(second)
    assert again.find(Search("ladder")).total == 1
    again.close()


def test_emptying_stopped_at_once_changes_nothing_and_later_only_leaves_traces(desk):
    uid = write(desk)
    desk.retention.move_to_bin(uid)

    def stop_after(share):
        def told(done):
            if done >= share:
                raise Cancelled

        return told

    with pytest.raises(Cancelled):
        desk.retention.empty_bin((uid,), stop_after(0))
    assert [each.id for each in desk.retention.bin()] == [uid]
    emptied = desk.retention.empty_bin((uid,), stop_after(0.25))
    assert (emptied.count, emptied.is_swept) == (1, False)
    assert desk.retention.bin() == ()
    assert desk.retention.tidy().is_swept


def test_a_disk_that_takes_no_writes_never_stops_the_opening(desk, clock, monkeypatch):
    uid = write(desk)
    desk.retention.move_to_bin(uid)
    days_pass(desk, clock, 31, 32)

    def refuse(*_):
        raise NotSaved("Not saved.")

    monkeypatch.setattr(desk.vault._database, "write", refuse)
    emptied = desk.retention.tidy()
    assert emptied.count == 0
    monkeypatch.undo()
    assert desk.retention.tidy().count == 1


def test_the_warning_says_what_goes_and_what_still_holds_it():
    one, two = emptying_warning(1), emptying_warning(2)
    assert "Snapshots made earlier still hold it until they are cleared away" in one
    assert "Snapshots made earlier still hold them until they are cleared away" in two
    assert one.startswith("This reflection goes for good")
    assert two.startswith("These 2 reflections go for good")
    for words in (one, two):
        assert "Snapshots made earlier still hold" in words
        assert "backups of yours" in words


def test_home_and_supervision_do_not_know_the_bin(desk):
    uid = write(desk)
    offered = [each.reflection.id for each in desk.supervision.offered(Search())]
    desk.retention.move_to_bin(uid)
    assert [each.reflection.id for each in desk.supervision.offered(Search())] == []
    assert offered in ([], [uid])
    home = desk.home()
    assert (home.in_journal, home.lately, home.due) == (0, (), ())


def test_a_hold_stops_ticking_an_action_too(desk, clock):
    form = desk.journal.form("five_minute_capture")
    answers = {"now_what": Answer(Actions((Action("Ring", "me"),)))}
    uid = desk.journal.write(form, answers, About("To do")).id
    (action,) = desk.home().due
    desk.retention.hold(uid, "")
    with pytest.raises(OnHold):
        desk.actions.tick(action)
    desk.retention.release_hold(uid)
    desk.actions.tick(action)
