"""The last time the same form was done, over a real journal."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from app.domain.answer import Verdict
from app.services.browsing import read_reflection
from app.services.journal import About
from app.summary.choice import SummaryChoice
from app.summary.document import Table
from tests.audits import AUDIT, an_audit
from tests.workshops import a_desk

YES, _, NO, _ = Verdict


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "journal")
    yield desk
    desk.close()


@pytest.fixture
def write(desk):
    return partial(_write, desk)


def _write(desk, day, *verdicts, is_complete=True):
    reflection, _ = an_audit(*verdicts)
    begun = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    about = About("The audit", begun_at=begun)
    return desk.journal.write(AUDIT, reflection.answers, about, is_complete=is_complete).id


def last_time(desk, reflection_id):
    (rates,) = read_reflection(desk.vault, reflection_id).rates
    return rates.last_time_words, rates.rates[0].said_before


def test_it_is_compared_with_the_one_before_and_not_with_one_after_or_a_draft(desk, write):
    write(date(2026, 2, 3), NO, NO)
    write(date(2026, 5, 12), YES, NO)
    write(date(2026, 6, 1), YES, YES, is_complete=False)
    now = write(date(2026, 9, 7), YES, YES)
    write(date(2026, 10, 1), NO, NO)
    assert last_time(desk, now) == ("Last time, 12 May 2026", "1 of 2")


def test_the_first_one_is_compared_with_nothing(desk, write):
    assert last_time(desk, write(date(2026, 2, 3), NO, NO)) == ("", "")


def test_the_summary_compares_too(desk, write):
    write(date(2026, 5, 12), YES, NO)
    now = write(date(2026, 9, 7), YES, YES)
    document = desk.supervision.document(SummaryChoice(reflection_ids=(now,)))
    tables = [block for each in document.sections for block in each.blocks]
    (rates,) = [each for each in tables if isinstance(each, Table) and "How often" in each.headings]
    assert rates.headings[-1] == "Last time, 12 May 2026"
    assert rates.rows == (("Is the chronology there?", "Yes in 2 of 2", "1 of 2"),)
