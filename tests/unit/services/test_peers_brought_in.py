"""What other programs wrote comes in whole, word by word and day by day, and goes again."""

import re
from collections import Counter
from pathlib import Path

import pytest

from app.domain.answer import text_of
from app.domain.finding import Search
from app.domain.sharing import Sharing

DATA = Path("tests/data")
SOURCES = (
    DATA / "peers" / "rednotebook",
    DATA / "peers" / "rednotebook" / "data" / "2019-03.txt",
    DATA / "peers" / "jrnl" / "journal.txt",
    DATA / "peers" / "jrnl" / "journal.json",
    DATA / "peers" / "jrnl" / "days",
    DATA / "peers" / "dayone" / "Journal.json",
    DATA / "word" / "visit.docx",
)


def words(*texts):
    return Counter(re.findall(r"\w+", " ".join(texts)))


def of_entry(entry):
    return words(entry.title, *(f"{part.heading} {part.text}" for part in entry.parts))


def of_reflection(entry, reflection):
    answers = reflection.answers.items()
    texts = (text_of(answer.value) for key, answer in answers if key != "came_from")
    # Without a title of its own an entry is called by its first words, which stand in its text too.
    return words(reflection.title if entry.title else "", *texts)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_word_is_in_the_journal_on_its_day_and_goes_again(desk, path):
    incoming = desk.bringing_in.read(path)
    plan = desk.bringing_in.plan(incoming)
    done = desk.bringing_in.bring_in(plan)
    stored = [desk.journal.read(each).reflection for each in done.reflection_ids]
    assert len(stored) == len(incoming.entries) > 0
    for entry, reflection in zip(incoming.entries, stored, strict=True):
        assert of_reflection(entry, reflection) == of_entry(entry)
        assert reflection.event_date == entry.day
        assert set(entry.themes) == set(reflection.themes)
        assert {each.sharing for each in reflection.answers.values()} <= {Sharing.PRIVATE}
    assert plan.words > 0
    assert desk.bringing_in.plan(desk.bringing_in.read(path)).arrivals == ()
    assert desk.bringing_in.undo(done.import_id).gone == len(stored)
    assert desk.find(Search()).outlines == ()
    assert desk.vault.trouble() == ()


def test_a_filled_form_from_word_stands_on_the_form_it_is(desk):
    plan = desk.bringing_in.plan(desk.bringing_in.read(DATA / "word" / "filled.docx"))
    ((form, count),) = plan.by_form
    assert (form.title, count) == ("Gibbs: the reflective cycle", 1)
    (reflection_id,) = desk.bringing_in.bring_in(plan).reflection_ids
    writing = desk.journal.read(reflection_id)
    assert writing.form.id == form.id
    assert all(writing.form.prompt(key) is not None for key in writing.reflection.answers)
