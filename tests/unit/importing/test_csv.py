"""Tables: whatever divides the columns, and whatever they are called."""

import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import NotBroughtIn
from app.domain.incoming import IncomingPart, ReadAs, SourceKind
from app.domain.progress import unwatched
from app.domain.unmarked import unmarked
from app.importing.reading import Sources


def read(path):
    return Sources().read(path, SourceKind.CSV, unwatched)


@pytest.fixture
def table(tmp_path):
    def written(text, encoding="utf-8"):
        file = tmp_path / "table.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return written


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_divider_and_the_encoding_are_found(table, divider, encoding):
    rows = [["Date", "Title", "Text", "Tags"]]
    rows += [["04/03/2019", "Ein Café", 'He said "well, well; so"\nand | left', "rain, long days"]]
    rows += [["25/03/2019", "", "Später – naïve", ""]]
    text = io.StringIO()
    csv.writer(text, delimiter=divider).writerows(rows)
    incoming = Sources().read(table(text.getvalue(), encoding), None, unwatched)
    first, second = incoming.entries
    assert (first.day, first.title, first.themes) == (
        date(2019, 3, 4), "Ein Café", ("rain", "long days"),
    )  # fmt: skip
    assert first.parts == (IncomingPart('He said "well, well; so"\nand | left'),)
    assert (second.day, second.place) == (date(2019, 3, 25), "table.csv, line 4")
    assert second.parts == (IncomingPart("Später – naïve"),)


def test_columns_of_other_names_are_parts_under_their_names(table):
    file = table("When,What happened,What I learnt,Hours\n2019-03-04,It rained.,To ask.,2\n")
    (entry,) = read(file).entries
    assert entry.day == date(2019, 3, 4)
    assert entry.parts == (
        IncomingPart("It rained.", "What happened"),
        IncomingPart("To ask.", "What I learnt"),
        IncomingPart("2", "Hours"),
    )


def test_a_table_without_names_of_columns_loses_no_row(table):
    incoming = read(table("2019-03-04,first words\n2019-03-05,more words\n"))
    assert [(entry.day, entry.parts[0].text) for entry in incoming.entries] == [
        (date(2019, 3, 4), "first words"),
        (date(2019, 3, 5), "more words"),
    ]


@pytest.mark.parametrize(
    "first",
    ["4/25/2019,went to see her", "2019-03-04 09:00,went to see her", "Monday,went to see her",
     "home,I went to see her. It rained.", "7,went to see her", "home,went to see her",
     "here," + "she spoke of it " * 9],
)  # fmt: skip
def test_a_first_row_that_holds_what_was_written_is_no_row_of_names(table, first):
    incoming = read(table(f"{first}\nTuesday,more words\nhome,8\n"))
    words = [" ".join(part.text for part in entry.parts) for entry in incoming.entries]
    assert len(words) == 3
    assert first.partition(",")[2].strip() in words[0]
    headings = {part.heading for entry in incoming.entries for part in entry.parts}
    assert headings <= {"", "Column 1", "Column 2"}
    assert incoming.read_as == ()


def test_a_first_row_that_was_taken_for_names_is_told(table):
    incoming = read(table("\nWard,What happened\nhome,words\n"))
    assert incoming.entries[0].parts[1] == IncomingPart("words", "What happened")
    assert incoming.read_as == (
        ReadAs("table.csv", "Line 2 was read as the names of the columns: Ward, What happened."),
    )


def test_days_that_may_be_others_are_told_as_they_were_read(table):
    incoming = read(table("date,text\n3/4/2019,a\n5/6/2019,b\n"))
    assert [entry.day for entry in incoming.entries] == [date(2019, 4, 3), date(2019, 6, 5)]
    assert "read as day, month, year" in incoming.read_as[1].words
    for last in ("3/25/2019", "25/3/2019"):
        rows = "3/4/2019,a\n" * 300 + f"{last},b\n"
        assert len(read(table(f"date,text\n{rows}")).read_as) == 1
    assert read(table("date,text\n" + "3/4/2019,a\n" * 300 + "3/25/2019,b\n")).entries[
        0
    ].day == date(2019, 3, 4)


@pytest.mark.parametrize("told", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_line_in_which_excel_tells_the_divider_is_none_of_the_table(table, told):
    (entry,) = read(table(f"{told}\r\nDate;Text\r\n2019-03-04;a, b, c, d\r\n")).entries
    assert (entry.day, entry.place) == (date(2019, 3, 4), "table.csv, line 3")
    assert entry.parts == (IncomingPart("a, b, c, d"),)


def test_cells_show_as_they_were_typed(table):
    (entry,) = read(table("Date,Text,Sum\n2019-03-04,# 5 rang,2*3*4\n")).entries
    assert [part.text for part in entry.parts] == [r"\# 5 rang", r"2\*3\*4"]


def test_the_time_of_day_joins_the_day(table):
    (entry,) = read(table("Date,Time,Note\n2019-03-04,14:05,words\n")).entries
    assert entry.written_at.strftime("%Y-%m-%d %H:%M") == "2019-03-04 14:05"
    (entry,) = read(table("Date,Time,Note\n2019-03-04,late,words\n")).entries
    assert entry.parts == (IncomingPart("words"), IncomingPart("late", "Time"))


def test_american_days_are_told_by_the_whole_column(table):
    incoming = read(table("date,text\n3/4/2019,a\n3/25/2019,b\n"))
    assert [entry.day for entry in incoming.entries] == [date(2019, 3, 4), date(2019, 3, 25)]
    incoming = read(table("date,text\n3/4/2019,a\n25/3/2019,b\n"))
    assert [entry.day for entry in incoming.entries] == [date(2019, 4, 3), date(2019, 3, 25)]


def test_a_day_that_cannot_be_read_stays_as_words_and_is_told(table):
    incoming = read(table("date,text\nsome Tuesday,a\n2019-03-04,b\n"))
    assert incoming.entries[0].parts == (IncomingPart("a"), IncomingPart("some Tuesday", "date"))
    assert incoming.left_out[0].reason == (
        "1 row has no day that can be read; the words are brought in."
    )


def test_a_row_of_more_cells_than_names_keeps_them(table):
    incoming = read(table("date,text\n2019-03-04,a,b,c\n"))
    texts = [(part.heading, part.text) for part in incoming.entries[0].parts]
    assert texts == [("", "a"), ("Column 3", "b"), ("Column 4", "c")]


cells = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn", "Co", "Cf")), max_size=20
)


@settings(max_examples=60)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_word_of_every_cell_arrives(tmp_path_factory, rows):
    file = tmp_path_factory.mktemp("csv") / "t.csv"
    text = io.StringIO()
    csv.writer(text).writerows([["Date", "Note", "Comment"], *rows])
    file.write_text(text.getvalue(), encoding="utf-8", newline="")
    with_words = [row for row in rows if any(cell.strip() for cell in row)]
    try:
        entries = read(file).entries
    except NotBroughtIn:
        assert not with_words
        return
    assert len(entries) == len(with_words)
    for row, entry in zip(with_words, entries, strict=True):
        told = " ".join(unmarked(part.text) for part in entry.parts)
        for cell in row if entry.day is None else row[1:]:
            assert not set(re.findall(r"\w+", cell)) - set(re.findall(r"\w+", told))


def test_a_table_that_was_cut_off_is_refused_with_its_line(table):
    with pytest.raises(NotBroughtIn, match=r"table\.csv, line 3: A quotation mark is not closed"):
        read(table('date,text\n2019-03-04,"whole"\n2019-03-05,"cut\noff here\n'))


def test_a_table_without_rows_is_refused(table):
    for text in ("date,text\n", ",,,\n,,\n"):
        with pytest.raises(NotBroughtIn, match="no rows with words"):
            read(table(text))


@pytest.mark.slow
def test_two_million_rows_are_refused_in_a_sentence(table):
    with pytest.raises(NotBroughtIn, match="more than 100,000 entries"):
        read(table("date,text\n" + "2019-03-04,words\n" * 2_000_000))


def test_a_row_wider_than_any_spreadsheet_is_refused_with_its_line(table):
    widest, wider = "a," * 16_383 + "a", "a," * 16_384 + "a"
    (entry,) = read(table(f"date,text\n2019-03-04,{widest[2:]}\n")).entries
    assert len(entry.parts) == 16_383
    with pytest.raises(NotBroughtIn, match=r"table\.csv, line 2: .*more than 16,384 columns"):
        read(table(f"date,text\n{wider}\n"))


def test_a_cell_longer_than_any_reflection_is_refused(table, monkeypatch):
    monkeypatch.setattr("app.importing.limits.LONGEST_ENTRY", 10)
    with pytest.raises(NotBroughtIn, match=r"table\.csv, line 3: .*too long for one reflection"):
        read(table("date,text\n2019-03-04,short\n2019-03-05,eleven words\n"))


def test_a_cell_of_a_megabyte_is_read(table):
    long = "word " * 250_000
    (entry,) = read(table(f'date,text\n2019-03-04,"{long}"\n')).entries
    assert entry.parts[0].text == long.strip()
