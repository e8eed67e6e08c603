"""What jrnl's own programs let happen to its files."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NotBroughtIn
from app.domain.incoming import IncomingPart, SourceKind
from app.domain.progress import unwatched
from app.importing.jrnl_text import read_jrnl_file
from app.importing.reading import Sources


@pytest.fixture
def journal(tmp_path):
    def written(text, name="journal.txt"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return written


def read(path, kind=None):
    return Sources().read(path, kind, unwatched)


def test_words_above_the_first_entry_are_kept(journal):
    text = "Some words first\n[2021-07-02 16:30] One. Two\nthree\n"
    first, second = read(journal(text), SourceKind.JRNL).entries
    assert (first.title, first.day) == ("Some words first", None)
    assert (second.title, second.day) == ("One. Two", date(2021, 7, 2))


def test_the_older_files_without_brackets_are_read(journal):
    text = "2013-06-09 15:39 My title\nwords\n\n2013-06-10 07:00 Another *\nmore\n"
    first, second = read(journal(text)).entries
    assert (first.title, first.parts[0].text, first.day) == ("My title", "words", date(2013, 6, 9))
    assert second.themes == ("starred",)


def test_a_long_first_line_is_no_title_but_stays_in_the_words(journal):
    long = "word " * 60
    (entry,) = read(journal(f"[2021-07-02 16:30] {long}\nbeneath")).entries
    assert entry.title == ""
    assert entry.parts[0].text == f"{long.strip()}\n\nbeneath"


@pytest.mark.parametrize("begins", [b"JRNLv3" + bytes(60), b"gAAAAABhYx" + b"A" * 80])
def test_an_encrypted_journal_is_told_as_such(journal, begins):
    for kind in (None, SourceKind.JRNL):
        with pytest.raises(NotBroughtIn, match=r"encrypted\. Decrypt it with jrnl first"):
            read(journal(begins), kind)


def test_a_folder_tells_the_day_even_where_the_entry_has_the_time_only(tmp_path):
    days = tmp_path / "days" / "2021" / "07"
    days.mkdir(parents=True)
    (days / "02.txt").write_text("[16:30] One\nwords\n\n[17:00] Two\n", encoding="utf-8")
    (days / "03.txt").write_text("no head at all\n", encoding="utf-8")
    (days / "33.txt").write_text("no such day\n", encoding="utf-8")
    incoming = read(tmp_path / "days")
    assert [(entry.title, entry.day) for entry in incoming.entries] == [
        ("One", date(2021, 7, 2)),
        ("Two", date(2021, 7, 2)),
        ("no head at all", date(2021, 7, 3)),
    ]
    assert incoming.left_out[0].reason.startswith("1 file ending in “.txt”")


def test_a_day_or_time_of_an_export_that_cannot_be_read_stays_as_words_and_is_told(tmp_path):
    file = tmp_path / "journal.json"
    made = [{"date": "some Tuesday", "time": "late"}, {"date": "2021-07-02", "time": "at noon"}]
    entries = [{"title": "One", "body": "words", **each} for each in made]
    file.write_text(json.dumps({"entries": entries}), encoding="utf-8")
    incoming = read(file)
    first, second = incoming.entries
    assert first.parts == (IncomingPart("words"), IncomingPart("some Tuesday late", "Date"))
    assert (second.day, second.parts[1]) == (date(2021, 7, 2), IncomingPart("at noon", "Date"))
    assert [each.reason for each in incoming.left_out] == [
        "1 entry has no day that can be read; the words are brought in."
    ]


@pytest.mark.parametrize(
    ("other", "is_told"), [("05/06/2019", True), ("25/06/2019", False), ("05/26/2019", False)]
)
def test_days_that_may_be_others_are_told_as_they_were_read(journal, other, is_told):
    incoming = read(journal(f"[03/04/2019 09:00] One\n\n[{other} 09:00] Two\n"))
    told = "".join(each.words for each in incoming.read_as)
    assert ("read as day, month, year" in told) is is_told


def test_a_file_that_is_none_of_jrnls_is_refused(journal, tmp_path):
    with pytest.raises(NotBroughtIn, match="no entries of jrnl"):
        read(journal("words\n[1] more\n"), SourceKind.JRNL)
    with pytest.raises(NotBroughtIn, match="no journal of jrnl in this folder"):
        read(tmp_path, SourceKind.JRNL)


@pytest.mark.slow
def test_two_million_entries_are_refused_in_a_sentence(journal):
    with pytest.raises(NotBroughtIn, match="more than 100,000 entries"):
        read(journal("[2021-07-02 16:30] a\n" * 2_000_000))


heads = st.sampled_from(["[2021-07-02 16:30] ", "[02/07/2021 4:30 PM] ", "[x] ", "[2] ", "", "\n"])
words = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=30)


@given(st.lists(st.tuples(heads, words), min_size=1, max_size=10))
def test_no_word_is_lost_between_entries(tmp_path_factory, lines):
    file = tmp_path_factory.mktemp("jrnl") / "j.txt"
    text = "[2021-07-01 09:00] Begin\n" + "\n".join(f"{head}{line}" for head, line in lines)
    file.write_text(text, encoding="utf-8", newline="")
    entries = read_jrnl_file(file, unwatched).entries
    told = " ".join(
        f"{entry.title} {' '.join(part.text for part in entry.parts)}" for entry in entries
    )
    for _, line in lines:
        # A star at the end of the first line is jrnl's own mark.
        for word in line.replace("*", " ").split():
            assert word in told
