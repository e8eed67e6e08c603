"""The files that other journals themselves wrote are read in whole: counts and words compared."""

import json
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.incoming import IncomingPart, SourceKind
from app.domain.progress import unwatched
from app.importing.reading import Sources

PEERS = Path(__file__).parents[2] / "data" / "peers"
JRNL = json.loads((PEERS / "jrnl" / "journal.json").read_text(encoding="utf-8"))["entries"]
RED = json.loads(
    (PEERS / "rednotebook" / "as_rednotebook_reads_it.json").read_text(encoding="utf-8")
)


def read(*way):
    return Sources().read(PEERS.joinpath(*way), None, unwatched)


def words_of(text):
    return re.findall(r"[^\W_]+", text)


def told(entry):
    return " ".join((entry.title, *(f"{part.heading} {part.text}" for part in entry.parts)))


@pytest.mark.parametrize("source", ["journal.txt", "british.txt", "journal.json", "days"])
def test_every_entry_of_jrnl_arrives(source):
    incoming = read("jrnl", source)
    assert incoming.kind is SourceKind.JRNL
    assert incoming.left_out == ()
    assert len(incoming.entries) == len(JRNL)
    for entry, theirs in zip(incoming.entries, JRNL, strict=True):
        assert entry.title == theirs["title"]
        assert "".join(part.text for part in entry.parts) == theirs["body"]
        assert entry.day == date.fromisoformat(theirs["date"])
        assert entry.written_at.strftime("%H:%M") == theirs["time"]
        starred = {"starred"} if theirs["starred"] else set()
        assert set(entry.themes) == {tag[1:] for tag in theirs["tags"]} | starred


@pytest.mark.parametrize("way", [("rednotebook",), ("rednotebook", "data")])
def test_every_day_of_rednotebook_arrives(way):
    incoming = read(*way)
    assert incoming.kind is SourceKind.REDNOTEBOOK
    assert [entry.day.isoformat() for entry in incoming.entries] == list(RED)
    for entry, theirs in zip(incoming.entries, RED.values(), strict=True):
        arrived = words_of(told(entry))
        for word in words_of(re.sub(r"\?200|\|color:red", "", theirs["text"])):
            arrived.remove(word)  # fails where one is missing, even of several alike
        assert {theme.lower() for theme in entry.themes} == {tag.lower() for tag in theirs["tags"]}


def test_the_marks_of_rednotebook_are_ours():
    days = {entry.day.isoformat(): entry for entry in read("rednotebook").entries}
    assert days["2019-03-01"].parts[0].text == (
        "Today I went to the *library* and read **two** chapters.\n"
        "A *quiet* day with a ~~long~~ short walk. #reading"
    )
    assert [part.heading for part in days["2019-03-04"].parts] == ["Work", "Home", "Ideas"]
    assert days["2019-03-04"].parts[2].text == "- ask for a later start\n- plant *beans* early"
    assert "1. one\n1. two" in days["2019-03-04"].parts[1].text
    assert days["2019-03-17"].parts[0].text == (
        "See the guide (http://example.org/a//b) and Today (2019-03-04), also [2019-03-01].\n"
        "A picture: [/home/someone/Pictures/bridge.jpg] and red words.\n"
        "A line\nafter a break, 5\\*3\\*2 and snake_case_name, http://example.org/x__y__z."
    )
    assert "code // stays ** as __ it is" in days["2019-03-31"].parts[0].text
    assert "\\# not a heading" in days["2019-12-24"].parts[0].text


@pytest.fixture(params=["file", "folder", "zip"])
def day_one(request, tmp_path):
    if request.param == "file":
        return PEERS / "dayone" / "Journal.json"
    if request.param == "folder":
        return PEERS / "dayone"
    file = tmp_path / "Export.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(PEERS / "dayone" / "Journal.json", "Journal.json")
        archive.writestr("photos/d41d8cd98f00b204e9800998ecf8427e.jpeg", b"\xff\xd8" * 99)
    return file


def test_every_entry_of_day_one_arrives(day_one):
    incoming = Sources().read(day_one, None, unwatched)
    assert incoming.kind is SourceKind.DAY_ONE
    first, second, third = incoming.entries
    assert (first.title, first.day) == ("The night before the clocks changed", date(2020, 3, 28))
    assert first.themes == ("supervision", "long days", "starred")
    assert first.parts == (
        IncomingPart(
            "I drove home slowly. It rained, and I was glad of it!\n\nTwo things to keep:\n\n"
            "- the *kettle*\n- the **short** silence (his)\n\n2020\\. was a year."
        ),
    )
    assert second.day == date(2020, 7, 1)  # in Greenwich it was June still
    assert second.written_at == datetime(2020, 6, 30, 23, 30, tzinfo=UTC)
    assert [part.heading for part in second.parts] == ["", "What happened", "What I learnt"]
    assert third.title == "Only rich text"
    assert third.parts == (
        IncomingPart(
            "Plain, then **bold words** and *slanted* ones.\n- first\n  1. second\n- [x] done\n"
            "> said aloud"
        ),
        IncomingPart("What I said into the phone on the way.", "Spoken"),
    )
    assert third.written_at.hour == 13  # at six in Greenwich it is one in New York
    assert [each.reason for each in incoming.left_out] == [
        "There are no words in it.",
        "4 pictures are not brought in, for only words are: keep the files.",
        "1 recording is not brought in, for only words are: keep the files.",
        "Where 1 entry was written, as the phone noted it, is not brought in.",
        "The weather of 1 entry, as the phone noted it, is not brought in.",
    ]


def test_one_journal_of_jrnl_is_the_same_in_each_of_its_shapes():
    shapes = [read("jrnl", name).entries for name in ("journal.txt", "journal.json", "days")]
    for entries in zip(*shapes, strict=True):
        assert len({(entry.title, entry.parts, entry.written_at) for entry in entries}) == 1
