"""The paper with the recovery words."""

from datetime import date

from app.summary.recovery_paper import recovery_paper

WORDS = tuple(f"word{number}" for number in range(1, 25))


def test_every_word_stands_with_its_number_and_columns_are_read_downwards():
    table = recovery_paper(WORDS, date(2026, 10, 22)).sections[0].blocks[0]
    assert [row[0] for row in table.rows] == [f"{n}  word{n}" for n in range(1, 7)]
    cells = [cell for row in table.rows for cell in row]
    assert len(cells) == len(set(cells)) == 24


def test_the_paper_says_when_it_was_made():
    assert "22 October 2026" in recovery_paper(WORDS, date(2026, 10, 22)).subtitle
