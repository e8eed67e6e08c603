"""Looking again as a person does it, over a real journal: what comes back, when, and how often."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time

import pytest

from app.domain.answer import Answer, Prose
from app.domain.errors import NoSuchForm, NoSuchReflection
from app.domain.following_up import FORM_ID
from app.services.following_up import FollowingUp
from app.services.journal import About, Writing
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_workshop

LEARNT = "I *knock* twice now, and wait."


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.fixture
def desk(tmp_path, workshop):
    made = a_desk(tmp_path / "journal", workshop)
    yield made
    made.close()


def write(desk, title="The shut door", learnt=LEARNT):
    form = desk.journal.form("five_minute_capture")
    answers = {
        "what_happened": Answer(Prose("A door that stayed shut.")),
        "so_what": Answer(Prose(learnt)),
    }
    return desk.journal.write(form, answers, About(title, themes=("Trust",))).id


def answered(desk, uid, text="They opened it at once."):
    begun = desk.following_up.look_again(uid)
    changed = begun.reflection.with_answer("what_difference", Answer(Prose(text)))
    return desk.journal.finish(Writing(changed, begun.form)).reflection.id


def test_three_months_are_offered_and_the_last_choice_is_remembered(desk, workshop, tmp_path):
    uid = write(desk)
    assert desk.following_up.months() == 3
    desk.following_up.choose(uid, 6)
    assert desk.following_up.waiting(uid).due_on == date(2027, 4, 22)
    assert desk.following_up.months() == 6
    desk.following_up.choose(uid, 0)
    assert desk.following_up.waiting(uid) is None
    desk.close()
    again = workshop.desk(workshop.unlocking.open(tmp_path / "journal", PASSPHRASE))
    assert again.following_up.months() == 0
    again.close()


@pytest.mark.parametrize("kept", ["x", "", "7", "-3", "1.5", "\u00b2"])
def test_a_choice_that_nobody_offers_counts_as_none(desk, kept):
    desk.vault.set_preference("look_again_months", kept)
    assert desk.following_up.months() == 3


def test_what_is_due_comes_back_on_home_with_what_was_learnt(desk, clock):
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    assert desk.home().looks == ()
    clock.moment += timedelta(days=31)
    (look,) = desk.home().looks
    assert (look.follow_up.first.name, look.first.learnt) == ("The shut door", LEARNT)
    assert look.first.writing.about == "Five-minute capture · 22 October 2026"


def test_home_shows_the_first_few_and_says_how_many_more(desk, clock):
    for number in range(5):
        desk.following_up.set_day(write(desk, f"Door {number}"), date(2026, 11, 10 - number))
    clock.moment += timedelta(days=60)
    home = desk.home()
    assert [each.follow_up.first.name for each in home.looks] == ["Door 4", "Door 3"]
    assert home.more_looks == 3


def test_looking_again_is_a_reflection_of_its_own_and_leaves_the_first_as_it_was(desk, clock):
    uid = write(desk)
    before = desk.journal.read(uid).reflection
    desk.following_up.choose(uid, 1)
    clock.moment += timedelta(days=40)
    answer = answered(desk, uid)
    written = desk.journal.read(answer)
    assert (written.form.id, written.reflection.title) == (FORM_ID, "Looking again: The shut door")
    assert written.reflection.themes == ("Trust",)
    assert desk.journal.read(uid).reflection == before
    assert desk.vault.version_count(uid) == 1
    assert desk.home().looks == ()
    (closed,) = desk.following_up.of(uid)
    assert (closed.answered_id, closed.due_on) == (answer, date(2026, 11, 22))
    first = desk.following_up.first_of(answer)
    assert (first.writing.id, first.writing.name, first.learnt) == (uid, "The shut door", LEARNT)


def test_a_look_that_is_begun_and_left_empty_still_waits_and_leaves_no_draft(desk, clock):
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    clock.moment += timedelta(days=40)
    desk.following_up.look_again(uid)
    assert [each.follow_up.first.id for each in desk.home().looks] == [uid]
    assert desk.home().in_journal == 1


def test_looking_again_at_a_look_does_not_name_it_twice(desk):
    first = answered(desk, write(desk))
    second = answered(desk, first)
    assert desk.journal.read(second).reflection.title == "Looking again: The shut door"


def test_what_has_no_title_is_looked_at_by_the_name_of_its_form(desk):
    begun = desk.following_up.look_again(write(desk, title=""))
    assert begun.reflection.title == "Looking again: Five-minute capture"


def test_what_is_put_off_comes_back_in_a_month_and_what_is_let_go_does_not(desk, clock):
    kept, let_go = write(desk, "Kept"), write(desk, "Let go")
    for uid in (kept, let_go):
        desk.following_up.choose(uid, 1)
    clock.moment = datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert desk.following_up.put_off(kept) == date(2026, 12, 30)
    desk.following_up.let_go(let_go)
    assert desk.home().looks == ()
    clock.moment = datetime(2026, 12, 30, 9, tzinfo=UTC)
    assert [each.follow_up.first.name for each in desk.home().looks] == ["Kept"]


def test_what_is_on_hold_can_come_back_all_the_same(desk, clock):
    uid = write(desk)
    desk.retention.hold(uid, "records have been requested")
    desk.following_up.choose(uid, 1)
    clock.moment += timedelta(days=40)
    assert len(desk.home().looks) == 1
    assert answered(desk, uid)


def test_home_opens_though_the_first_writing_is_not_as_it_was_saved(desk, clock):
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    clock.moment += timedelta(days=40)
    desk.vault._database.run("UPDATE reflection SET title = 'Another'")
    (look,) = desk.home().looks
    assert look.first.learnt == ""


def test_what_is_not_there_cannot_be_looked_at(desk):
    with pytest.raises(NoSuchReflection):
        desk.following_up.look_again("elsewhere")
    assert desk.following_up.first_of("elsewhere") is None


def test_without_its_form_it_is_told(desk, workshop):
    class Empty:
        def forms(self):
            return ()

    bare = FollowingUp(desk.vault.follow_ups, desk.journal, Empty())
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    with pytest.raises(NoSuchForm, match="looking again"):
        bare.look_again(uid)
    assert desk.following_up.waiting(uid) is not None


def test_the_form_for_looking_again_is_not_on_the_shelf_and_reads_without_a_mistake(desk, workshop):
    assert workshop.inner_forms.problems() == ()
    assert FORM_ID not in [form.id for form in desk.shelf.forms()]
    form = desk.following_up.form()
    assert [prompt.key for prompt in form.prompts()][:2] == ["what_has_happened", "what_difference"]


def test_what_was_written_then_is_found_like_everything_else(desk):
    from app.domain.finding import Search

    answer = answered(desk, write(desk))
    assert [each.id for each in desk.find(Search("opened at once")).outlines] == [answer]
    assert [each.id for each in desk.find(Search(form_id=FORM_ID)).outlines] == [answer]


# Two months played through

LONDON = "GMT0BST,M3.5.0/1,M10.5.0"
FIRST_OF_DAY = clock_time(0, 5)
CLOCK_TIMES = (FIRST_OF_DAY, clock_time(1, 30), clock_time(12, 0), clock_time(23, 55))


@pytest.fixture
def london(monkeypatch):
    """A computer in London, whatever the zone of the one that runs the tests."""
    monkeypatch.setenv("TZ", LONDON)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def moments(first, days):
    """Give some moments of each day by the clock on the wall."""
    for number in range(days):
        day = first + timedelta(days=number)
        for each in CLOCK_TIMES:
            yield datetime.combine(day, each).astimezone()


class Played:
    """Opens home again and again, does at once what is due, and notes at which hour it came."""

    def __init__(self, desk):
        self.desk, self.looks, self.reviews = desk, [], []

    def look_at_home(self, moment):
        home = self.desk.home()
        for look in home.looks:
            uid = look.follow_up.first.id
            self.looks.append((look.follow_up.first.name, moment))
            acts = (answered, lambda desk, uid: desk.following_up.let_go(uid))
            acts[len(self.looks) % 2](self.desk, uid)
        for review in home.reviews:
            self.reviews.append((review.title, moment))
            self.desk.retention.set_review_date(review.id, None)


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize("first", [date(2026, 2, 28), date(2026, 9, 27)], ids=["spring", "autumn"])
def test_in_two_months_everything_comes_back_once_on_its_day_across_the_change_of_summer_time(
    desk, clock, first
):
    clock.moment = datetime(first.year, first.month, first.day, 0, 1).astimezone()
    expected_looks, expected_reviews = [], []
    for number in range(60):
        day = first + timedelta(days=1 + number)
        uid = write(desk, f"Look {number}")
        desk.following_up.set_day(uid, day)
        comes = datetime.combine(day, FIRST_OF_DAY).astimezone()
        expected_looks.append((f"Look {number}", comes))
        if number % 3 == 0:
            kept = write(desk, f"Review {number}")
            desk.retention.set_review_date(kept, day)
            expected_reviews.append((f"Review {number}", comes))
    played = Played(desk)
    for moment in moments(first, 64):
        clock.moment = moment
        played.look_at_home(moment)
        # The same moment as another computer's clock would give it.
        clock.moment = moment.astimezone(UTC)
        played.look_at_home(moment)
    assert played.looks == expected_looks
    assert played.reviews == expected_reviews


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize(
    ("finished", "back"),
    [
        (datetime(2026, 3, 28, 23, 30), date(2026, 4, 28)),  # noqa: DTZ001
        (datetime(2026, 3, 29, 0, 30), date(2026, 4, 29)),  # noqa: DTZ001
        (datetime(2026, 4, 1, 0, 30), date(2026, 5, 1)),  # noqa: DTZ001
        (datetime(2026, 10, 25, 1, 30), date(2026, 11, 25)),  # noqa: DTZ001
        (datetime(2026, 10, 25, 23, 59), date(2026, 11, 25)),  # noqa: DTZ001
    ],
)
def test_the_day_is_counted_by_the_calendar_on_the_wall(desk, clock, finished, back):
    clock.moment = finished.astimezone()
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    midnight = datetime(back.year, back.month, back.day).astimezone()
    clock.moment = midnight - timedelta(seconds=1)
    assert desk.home().looks == ()
    clock.moment = midnight
    assert [each.follow_up.due_on for each in desk.home().looks] == [back]


def test_a_reflection_put_back_from_the_bin_still_comes_back_once(desk, clock):
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    desk.retention.move_to_bin(uid)
    clock.moment += timedelta(days=10)
    desk.retention.bring_back_from_bin(uid)
    clock.moment += timedelta(days=30)
    assert len(desk.home().looks) == 1
    answered(desk, uid)
    assert desk.home().looks == ()


def test_an_answer_that_is_only_a_draft_is_not_asked_for_again(desk, clock):
    uid = write(desk)
    desk.following_up.choose(uid, 1)
    clock.moment += timedelta(days=40)
    begun = desk.following_up.look_again(uid)
    written = replace(begun.reflection, answers={"what_difference": Answer(Prose("Some."))})
    desk.journal.save(Writing(written, begun.form))
    home = desk.home()
    assert home.looks == ()
    assert home.draft.outline.id == begun.reflection.id
