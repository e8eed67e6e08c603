"""What came in before is known again: in the bin too, under another file name, after an undo."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.finding import Search
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, SourceKind
from app.domain.progress import unwatched
from app.importing.reading import Sources
from app.services.import_words import plan_sentences
from tests.word_documents import a_document, paragraph


def incoming(*entries):
    return Incoming(SourceKind.TEXT, "notes", entries)


def an_entry(text, **more):
    return IncomingEntry("notes.txt", (IncomingPart(text),), **more)


DAY = date(2019, 3, 4)
DAYS = incoming(an_entry("First.", day=DAY), an_entry("Second.", day=DAY, themes=("Trust",)))


def bring_in(desk, given=DAYS):
    return desk.bringing_in.bring_in(desk.bringing_in.plan(given))


def test_what_lies_in_the_bin_is_told_apart_and_does_not_come_in(desk):
    done = bring_in(desk)
    desk.retention.move_to_bin(done.reflection_ids[0])
    plan = desk.bringing_in.plan(incoming(*DAYS.entries, an_entry("Third.", day=DAY)))
    assert (plan.already_here, plan.in_bin, len(plan.arrivals)) == (1, 1, 1)
    assert plan_sentences(plan)[:2] == (
        "1 of them is in this journal already and 1 is in its bin; 1 comes in.",
        "What is in the bin can be brought back from there.",
    )


def test_only_what_comes_in_is_said_to_stand_under_another_day(desk):
    written = datetime(2020, 5, 6, 12, tzinfo=UTC)
    given = incoming(
        an_entry("Neither."), an_entry("Written.", written_at=written), an_entry("Day.", day=DAY)
    )
    plan = desk.bringing_in.plan(given)
    assert (plan.undated, plan.by_writing) == (1, 1)
    (by_writing,) = (
        each.reflection for each in plan.arrivals if each.reflection.begun_at == written
    )
    assert by_writing.event_date is None
    desk.bringing_in.bring_in(plan)
    again = desk.bringing_in.plan(given)
    assert (again.undated, again.by_writing) == (0, 0)


def test_after_an_undo_what_stayed_does_not_come_in_a_second_time(desk):
    done = bring_in(desk)
    writing = desk.journal.read(done.reflection_ids[0])
    desk.journal.save(replace(writing, reflection=replace(writing.reflection, title="Mine")))
    desk.bringing_in.undo(done.import_id)
    plan = desk.bringing_in.plan(DAYS)
    assert (plan.already_here, len(plan.arrivals)) == (1, 1)
    desk.bringing_in.bring_in(plan)
    assert desk.find(Search()).total == 2


def test_another_name_for_a_theme_does_not_stand_in_the_way_of_an_undo(desk):
    done = bring_in(desk)
    desk.theming.rename("Trust", "Faith")
    undone = desk.bringing_in.undo(done.import_id)
    assert (undone.gone, undone.stayed) == (2, 0)


def test_the_source_is_named_before_an_undo(desk):
    bring_in(desk)
    assert desk.bringing_in.last().name == "notes"


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_a_file_of_another_name_with_the_same_words_is_known_again(desk, tmp_path, ending):
    first, second = tmp_path / f"visit.{ending}", tmp_path / f"a copy of visit.{ending}"
    first.write_text("The door was ajar.\n")
    second.write_text("The door was ajar.\n")
    bring_in(desk, Sources().read(first, None, unwatched))
    assert desk.bringing_in.plan(Sources().read(second, None, unwatched)).already_here == 1
    second.write_text("The door was shut.\n")
    assert desk.bringing_in.plan(Sources().read(second, None, unwatched)).already_here == 0


def test_files_of_the_same_words_in_one_folder_are_all_brought_in(desk, tmp_path):
    for name in ("monday", "tuesday"):
        (tmp_path / f"{name}.txt").write_text("Nothing new.")
    read = Sources().read(tmp_path, None, unwatched)
    assert len(bring_in(desk, read).reflection_ids) == 2
    assert desk.bringing_in.plan(read).already_here == 2


def test_a_title_of_its_own_tells_two_entries_apart(desk):
    bring_in(desk, incoming(an_entry("Same.", title="One")))
    assert desk.bringing_in.plan(incoming(an_entry("Same.", title="Two"))).already_here == 0


def test_a_word_document_of_another_name_is_known_again(desk, tmp_path):
    first = a_document(tmp_path, paragraph("The door was ajar."))
    bring_in(desk, Sources().read(first, None, unwatched))
    second = first.rename(tmp_path / "another name.docx")
    plan = desk.bringing_in.plan(Sources().read(second, None, unwatched))
    assert (plan.already_here, plan.incoming.entries[0].title) == (1, "another name")
