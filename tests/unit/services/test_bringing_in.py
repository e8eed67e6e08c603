"""Bringing in: a dry run that changes nothing, all of it or none, no doubles, and undone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.answer import Answer, Prose, text_of
from app.domain.errors import Cancelled, NotBackedUp
from app.domain.finding import Search
from app.domain.form import PromptKind
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, LeftOut, SourceKind
from app.domain.sharing import Sharing
from app.services.import_sample import SampleEntry, sample_of
from app.services.journal import About
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_workshop

NOW = FixedClock.moment


def an_entry(text="The door was ajar.", place="notes.txt", **more):
    parts = more.pop("parts", (IncomingPart(text),))
    return IncomingEntry(place, parts, **more)


def incoming(*entries, left_out=()):
    return Incoming(SourceKind.TEXT, "notes", entries, tuple(left_out))


DAYS = incoming(
    an_entry("First.", title="One", day=date(2019, 3, 4), themes=("Trust", " Trust ", "Time")),
    an_entry("Second one.", day=date(2019, 5, 6)),
    an_entry("Third."),
    left_out=[LeftOut("picture.png", "It is a picture.")],
)


def listed(desk):
    return desk.find(Search()).outlines


def whole(desk):
    return {each.id: desk.journal.read(each.id) for each in listed(desk)}


def bring_in(desk, given=DAYS):
    return desk.bringing_in.bring_in(desk.bringing_in.plan(given))


def brought(desk, given):
    done = bring_in(desk, given)
    return [desk.journal.read(each).reflection for each in done.reflection_ids]


def write_one(desk):
    form = desk.shelf.forms()[0]
    prompt = next(each for each in form.prompts() if each.kind is PromptKind.PROSE)
    desk.journal.write(form, {prompt.key: Answer(Prose("A kettle."))}, About())


def test_a_dry_run_tells_what_would_come_and_changes_nothing(desk):
    write_one(desk)
    head = desk.vault.head()
    plan = desk.bringing_in.plan(DAYS)
    assert (len(plan.arrivals), plan.already_here, plan.words, plan.undated) == (3, 0, 5, 1)
    assert plan.days == (date(2019, 3, 4), date(2019, 5, 6))
    assert plan.by_form == ()
    assert desk.vault.head() == head
    assert desk.bringing_in.last() is None


def test_what_was_brought_in_is_complete_private_and_whole(desk):
    first, second, third = brought(desk, DAYS)
    assert (first.title, first.event_date, first.themes) == (
        "One",
        date(2019, 3, 4),
        ("Trust", "Time"),
    )
    assert [each.form_id for each in (first, second, third)] == ["brought_in"] * 3
    assert all(each.is_complete for each in (first, second, third))
    assert text_of(second.answers["text"].value) == "Second one."
    answers = [answer for each in (first, second, third) for answer in each.answers.values()]
    assert {answer.sharing for answer in answers} == {Sharing.PRIVATE}
    assert desk.journal.read(first.id).form.title == "Brought in"
    assert desk.home().in_journal == 3
    assert desk.vault.trouble() == ()


def test_the_list_shows_them_by_the_day_they_tell_in_the_order_of_the_source(desk):
    entries = [an_entry(f"Number {number}.", day=date(2019, 3, 4)) for number in range(20)]
    undated = [an_entry(f"Undated {number}.") for number in range(20)]
    ids = bring_in(desk, incoming(*entries, *undated)).reflection_ids
    assert [each.id for each in listed(desk)] == list(reversed(ids))


def test_a_source_that_begins_with_its_newest_is_stored_in_the_order_of_writing(desk):
    days = [date(2019, 3, day) for day in (9, 7, 8, 1)]
    done = bring_in(desk, incoming(*(an_entry(f"Of {day}.", day=day) for day in days)))
    rows = desk.vault._database.rows("SELECT event_date FROM reflection ORDER BY id")
    assert [row[0] for row in rows] == sorted(day.isoformat() for day in days)
    told = [desk.journal.read(each).reflection.event_date for each in done.reflection_ids]
    assert told == days


def test_a_moment_that_is_told_is_the_moment_of_writing(desk):
    east = timezone(timedelta(hours=5))
    told = datetime(2019, 3, 4, 1, 30, tzinfo=east)
    (one,) = brought(desk, incoming(an_entry(day=date(2019, 3, 4), written_at=told)))
    assert (one.begun_at, one.event_date) == (told, date(2019, 3, 4))
    assert one.begun_at.tzinfo == UTC


def test_the_record_of_changes_tells_when_it_came_in_not_when_it_was_written(desk):
    far = datetime(2031, 1, 1, tzinfo=UTC)
    one, two = brought(desk, incoming(DAYS.entries[0], an_entry(day=far.date(), written_at=far)))
    assert one.changed_at == two.changed_at == NOW.replace(second=0, microsecond=0)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1932, 5, 6), date(9999, 12, 31)])
def test_a_day_that_no_clock_tells_is_kept_as_the_day_it_is_about(desk, day):
    east = datetime(day.year, day.month, day.day, tzinfo=timezone(timedelta(hours=14)))
    one, two = brought(
        desk, incoming(an_entry(day=day), an_entry("Else.", day=day, written_at=east))
    )
    assert (one.event_date, two.event_date) == (day, day)
    assert one.begun_at.date() == two.begun_at.date() == NOW.date()
    assert {each.id for each in desk.find(Search(since=day, until=day)).outlines} == {
        one.id,
        two.id,
    }


def test_entries_that_are_here_already_do_not_come_twice(desk):
    bring_in(desk)
    again = replace(DAYS, entries=(*DAYS.entries, an_entry("Fourth.")))
    plan = desk.bringing_in.plan(again)
    assert (len(plan.arrivals), plan.already_here) == (1, 3)
    desk.bringing_in.bring_in(plan)
    assert len(listed(desk)) == 4


def test_an_entry_is_known_again_from_another_place_and_with_other_spaces(desk):
    bring_in(desk)
    moved = replace(DAYS.entries[1], place="elsewhere.md", parts=(IncomingPart(" Second  one.\n"),))
    assert desk.bringing_in.plan(incoming(moved)).already_here == 1
    other_day = replace(DAYS.entries[1], day=date(2019, 5, 7))
    other_words = replace(DAYS.entries[1], parts=(IncomingPart("Second two."),))
    assert desk.bringing_in.plan(incoming(other_day, other_words)).already_here == 0


def test_the_same_words_twice_in_one_source_are_two_entries_and_known_as_two(desk):
    twice = incoming(an_entry("Nothing new."), an_entry("Nothing new."))
    bring_in(desk, twice)
    assert len(listed(desk)) == 2
    assert desk.bringing_in.plan(twice).already_here == 2
    thrice = incoming(*twice.entries, an_entry("Nothing new."))
    assert len(desk.bringing_in.plan(thrice).arrivals) == 1


def a_filled(form, **more):
    proses = [each for each in form.prompts() if each.kind is PromptKind.PROSE][:4]
    parts = [IncomingPart(f"Words {n}.", each.text) for n, each in enumerate(proses)]
    return IncomingEntry("form.docx", tuple(parts), **more), proses


def test_an_entry_with_a_forms_headings_becomes_a_reflection_on_that_form(desk):
    form = max(desk.shelf.forms(), key=lambda each: len(list(each.prompts())))
    entry, proses = a_filled(form, title="Supervision", day=date(2020, 1, 2))
    given = incoming(entry, an_entry("Loose words."))
    plan = desk.bringing_in.plan(given)
    assert [(each.id, count) for each, count in plan.by_form] == [(form.id, 1)]
    done = desk.bringing_in.bring_in(plan)
    writing = desk.journal.read(done.reflection_ids[0])
    assert (writing.form.id, writing.form.version) == (form.id, form.version)
    assert text_of(writing.reflection.answers[proses[1].key].value) == "Words 1."
    assert {each.sharing for each in writing.reflection.answers.values()} == {Sharing.PRIVATE}


def test_undo_leaves_the_journal_as_it_was(desk):
    write_one(desk)
    before, home = whole(desk), desk.home()
    done = bring_in(desk)
    assert desk.bringing_in.last().id == done.import_id
    assert len(desk.bringing_in.last().reflection_ids) == 3
    undone = desk.bringing_in.undo(done.import_id)
    assert (undone.gone, undone.stayed, undone.is_swept) == (3, 0, True)
    assert whole(desk) == before
    assert desk.home() == home
    assert desk.bringing_in.last() is None
    assert desk.vault.trouble() == ()
    assert desk.bringing_in.plan(DAYS).already_here == 0


def test_what_was_changed_since_stays_and_is_told(desk):
    done = bring_in(desk)
    writing = desk.journal.read(done.reflection_ids[0])
    desk.journal.save(replace(writing, reflection=replace(writing.reflection, title="Mine")))
    desk.retention.hold(done.reflection_ids[1], "A court asked.")
    undone = desk.bringing_in.undo(done.import_id)
    assert (undone.gone, undone.stayed) == (1, 2)
    assert {each.id for each in listed(desk)} == set(done.reflection_ids[:2])


def test_a_snapshot_of_the_journal_before_is_made_each_time(desk, workshop):
    write_one(desk)
    bring_in(desk)
    bring_in(desk, incoming(an_entry("More.")))
    assert len(workshop.backups.snapshots(desk.vault.folder)) == 2


def test_without_a_snapshot_nothing_comes_in(desk):
    write_one(desk)
    place = desk.vault.folder / "snapshots"
    place.write_text("in the way")
    with pytest.raises(NotBackedUp):
        bring_in(desk)
    assert len(listed(desk)) == 1


@pytest.mark.parametrize("limit", [0.1, 0.3, 0.6, 0.99])
def test_stopped_anywhere_nothing_came_in(desk, limit):
    write_one(desk)
    before = whole(desk)

    def stop(share):
        if share >= limit:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.bringing_in.bring_in(desk.bringing_in.plan(DAYS), stop)
    assert whole(desk) == before
    assert desk.bringing_in.last() is None
    assert desk.vault.trouble() == ()


def test_progress_never_goes_back(desk):
    write_one(desk)
    for work in (
        lambda told: desk.bringing_in.plan(DAYS, told),
        lambda told: desk.bringing_in.bring_in(desk.bringing_in.plan(DAYS), told),
        lambda told: desk.bringing_in.undo(desk.bringing_in.last().id, told),
    ):
        shares = []
        work(shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == 1


def test_what_came_in_opens_after_the_form_left_the_program(tmp_path):
    workshop = a_workshop()
    desk = a_desk(tmp_path / "journal", workshop)
    (reflection,) = brought(desk, incoming(an_entry()))
    desk.close()

    class NoForms:
        def forms(self):
            return ()

    without = replace(workshop, inner_forms=NoForms())
    opened = without.desk(without.unlocking.open(tmp_path / "journal", PASSPHRASE))
    assert opened.journal.read(reflection.id).form.title == "Brought in"
    opened.close()


def test_an_entry_without_a_title_takes_its_first_words_and_never_the_name_of_the_form(desk):
    long = "I said **nothing** while the door was ajar and the kettle was on and nobody came."
    given = incoming(an_entry(long), an_entry("Third.", title=" My  own "))
    titles = [each.title for each in brought(desk, given)]
    assert titles == ["I said nothing while the door was ajar and the kettle was on…", "My  own"]


def test_the_sample_shows_the_first_three_with_their_days_and_first_words(desk):
    long = "A door. " * 40
    given = incoming(
        an_entry("First. *More*.", title="One", day=date(2019, 3, 4)),
        an_entry(long, day=date(2019, 5, 6)),
        an_entry("", parts=(IncomingPart("At the door.", "Visit"),), title="Two"),
        an_entry("Fourth."),
    )
    one, other, two = sample_of(desk.bringing_in.plan(given))
    assert one == SampleEntry("One", "4 March 2019", "First. More.")
    assert (other.day, other.beginning) == ("6 May 2019", "")
    assert other.title.startswith("A door. A door.")
    assert two == SampleEntry("Two", "22 October 2026", "At the door.")


def test_what_is_here_already_is_not_in_the_sample(desk):
    given = incoming(an_entry("First.", title="One"), an_entry("Second.", title="Two"))
    bring_in(desk, incoming(an_entry("First.", title="One")))
    assert [each.title for each in sample_of(desk.bringing_in.plan(given))] == ["Two"]
