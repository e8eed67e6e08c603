"""What may be wrong with a file of Day One's, and what may be odd."""

import json
import zipfile
from datetime import UTC, datetime

import pytest

from app.domain.errors import Cancelled, NotBroughtIn
from app.domain.incoming import IncomingPart, SourceKind
from app.domain.progress import unwatched
from app.importing.reading import Sources


def an_entry(**fields):
    return {"creationDate": "2020-06-30T23:30:00Z", "text": "words", **fields}


@pytest.fixture
def journal(tmp_path):
    def written(*entries, text=None):
        file = tmp_path / "Journal.json"
        whole = {"metadata": {"version": "1.0"}, "entries": entries}
        file.write_text(json.dumps(whole) if text is None else text, encoding="utf-8")
        return file

    return written


def read(path, kind=SourceKind.DAY_ONE):
    return Sources().read(path, kind, unwatched)


@pytest.mark.parametrize(
    "zone", [None, "", "Nowhere/Nothing", "../../etc/passwd", "/etc/passwd", "Europe", "a\0b"]
)
def test_a_zone_that_is_none_leaves_this_computers(journal, zone):
    (entry,) = read(journal(an_entry(timeZone=zone))).entries
    assert entry.day == datetime(2020, 6, 30, 23, 30, tzinfo=UTC).astimezone().date()


def test_a_moment_that_is_none_leaves_the_day_open(journal):
    incoming = read(journal(an_entry(creationDate="some yesterday"), an_entry()))
    entry = incoming.entries[0]
    assert (entry.day, entry.written_at) == (None, None)
    assert entry.parts == (IncomingPart("words"), IncomingPart("some yesterday", "Date"))
    assert [each.reason for each in incoming.left_out] == [
        "1 entry has no day that can be read; the words are brought in."
    ]


def test_several_journals_in_one_zip_are_all_read(tmp_path):
    file = tmp_path / "Export.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("Journal.json", "Work.json"):
            archive.writestr(name, json.dumps({"entries": [an_entry(text=name)]}))
        archive.writestr("__MACOSX/._Journal.json", b"\0\5\x16\7")
    incoming = read(file, None)
    assert [(entry.parts[0].text, entry.place) for entry in incoming.entries] == [
        ("Journal.json", "Journal.json, entry 1"),
        ("Work.json", "Work.json, entry 1"),
    ]


def test_a_zip_without_a_journal_and_a_damaged_one_are_refused(tmp_path):
    file = tmp_path / "notes.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("notes.md", "words")
    with pytest.raises(NotBroughtIn, match=r"notes\.zip: There is no journal of Day One in it"):
        read(file, None)
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(NotBroughtIn, match="damaged or was cut off"):
        read(file, None)


def test_a_zip_that_unpacks_into_more_than_it_says_is_refused(tmp_path):
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Journal.json", b'{"entries": [' + b" " * (129 * 1024 * 1024))
    with pytest.raises(NotBroughtIn, match="more than 128 MiB"):
        read(file)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"metadata": {"version": "1.0"}, "entries": [{"creationDate": "20', "cut off"),
        ('{"entries": [{"creationDate": "x", "text": 5}]}', "entry 1: This is not as Day One"),
        ('{"entries": [{"text": "no moment"}]}', "entry 1: This is not as Day One"),
        ('{"entries": 5}', "not as Day One writes it"),
        ('{"entries": []}', "no entries"),
        ("[]", "not as Day One writes it"),
        ('{\n"entries": [}', "Journal.json, line 2: This is damaged"),
        ('{"entries": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply|not as Day One"),
        ('{"x": ' + "[" * 100_000 + "]" * 100_000 + ', "entries": []}', "nested too deeply"),
        (
            '{"entries": [{"creationDate": "x", "richText": "{"}]}',
            "entry 1: This file is not whole",
        ),
        ('{"entries": [{"creationDate": "x", "photos": 7}]}', "entry 1: This is not as Day One"),
    ],
)
def test_what_it_never_writes_is_refused_in_a_sentence(journal, text, sentence):
    with pytest.raises(NotBroughtIn, match=sentence):
        read(journal(text=text))


@pytest.mark.slow
def test_two_million_entries_are_refused_before_they_are_read(journal):
    entry = '{"creationDate":"2020-06-30T23:30:00Z","text":"a"}'
    file = journal(text='{"entries":[' + ",".join([entry] * 2_000_000) + "]}")
    with pytest.raises(NotBroughtIn, match="more than 100,000 entries"):
        read(file, None)


@pytest.mark.parametrize(
    "text", ['{"notes": ["words"]}', "[1, 2]", '"words"', '{"entries": [{"words": "a"}]}']
)
def test_json_of_another_program_names_those_that_are_read(tmp_path, text):
    file = tmp_path / "notes.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotBroughtIn, match="This is not as jrnl or Day One writes it"):
        read(file, None)


def test_the_weather_that_a_phone_noted_is_told(journal):
    incoming = read(journal(an_entry(weather={"conditionsDescription": "Rain"}), an_entry()))
    assert [each.reason for each in incoming.left_out] == [
        "The weather of 1 entry, as the phone noted it, is not brought in."
    ]


def test_the_older_day_one_is_told_what_to_do(tmp_path):
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "A.doentry").write_text("<plist/>", encoding="utf-8")
    with pytest.raises(NotBroughtIn, match="older Day One"):
        read(tmp_path, None)


def test_reading_can_be_stopped(journal):
    file = journal(*[an_entry() for _ in range(300)])

    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        Sources().read(file, None, stop)
