"""What was listed is kept while a person types, and never outlives a save."""

import pytest

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.vault import outlines
from tests.unit.vault.samples import a_form, a_reflection

EVERY_SEARCH = (Search(), Search("kettle"), Search("k"))


@pytest.fixture
def listed(vault):
    """Two reflections that a list has just shown."""
    vault.put(a_reflection("r1", "The kettle whistled.", title="Before"))
    vault.put(a_reflection("r2", "The kettle cooled.", minutes=1))
    for search in EVERY_SEARCH:
        assert vault.find(search).total == 2
    return vault


def words_of(outline):
    return "".join(piece.text for piece in outline.extract)


def changed():
    answer = Answer(Prose("The kettle fell."), Sharing.CPD)
    return a_reflection(
        "r1", answers={"a": answer}, title="After", themes=("Trust",), changed_at=MORNING_AFTER
    )


MORNING_AFTER = a_reflection(minutes=1500).changed_at


@pytest.mark.parametrize("search", EVERY_SEARCH)
@pytest.mark.parametrize("is_one_of_many", [False, True])
def test_a_saved_reflection_is_listed_as_it_now_is(listed, search, is_one_of_many):
    if is_one_of_many:
        listed.put_all([changed()])
    else:
        listed.put(changed())
    outline = listed.find(search).outlines[1]
    assert (outline.title, words_of(outline)) == ("After", "The kettle fell.")
    assert (outline.sharing, outline.themes) == (Sharing.CPD, ("Trust",))
    assert outline.changed_at == MORNING_AFTER


def test_a_save_that_fails_leaves_the_list_as_it_was(listed, monkeypatch):
    monkeypatch.setattr(listed._revisions, "append", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        listed.put(changed())
    assert [each.title for each in listed.find(Search("kettle")).outlines] == ["", "Before"]


def test_the_form_is_named_as_soon_as_it_is_kept(listed):
    assert listed.find(Search()).outlines[0].form_title == "daily_pause"
    listed.keep_form(a_form())
    assert listed.find(Search()).outlines[0].form_title == "Daily pause"


def test_a_further_key_reads_nothing_again(listed, monkeypatch):
    read = []
    records = listed._reflections.records
    monkeypatch.setattr(
        listed._reflections, "records", lambda ids: (read.extend(ids), records(ids))[1]
    )
    for words in ("ket", "kett", "kettle w"):
        listed.find(Search(words))
    assert read == []
    listed.put(changed())
    read.clear()
    listed.find(Search("kettle"))
    assert len(set(read)) == 1


def test_no_more_is_kept_than_there_is_room_for(vault, monkeypatch):
    monkeypatch.setattr(outlines, "_MOST_KEPT_CHARACTERS", 10_000)
    long = [a_reflection(f"r{n}", f"Number {n}. " * 100, minutes=n) for n in range(30)]
    vault.put_all(long)
    found = vault.find(Search(limit=30)).outlines
    assert [words_of(each).split(".")[0] for each in found] == [
        f"Number {n}" for n in range(29, -1, -1)
    ]
    kept = vault._finder._outlines
    assert 5 < len(kept._kept) < 10
    assert kept._kept_characters == sum(each.characters for each in kept._kept.values())
    assert vault.find(Search(limit=30)).outlines == found


def test_a_closed_journal_keeps_nothing(listed):
    assert listed._finder._outlines._kept
    listed.close()
    assert not listed._finder._outlines._kept
    assert listed._finder._newest_first is None
