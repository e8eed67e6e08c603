"""The summary of an audit: rates of shared answers only, beside those of the last time."""

from datetime import date

from app.domain.answer import Answer, Verdict, YesNo
from app.domain.sharing import Sharing
from app.summary.choice import SharedReflection, SummaryChoice
from app.summary.document import Note, Prose, Table
from app.summary.supervision import supervision_summary
from tests.audits import SEVERAL, an_audit, several_answers
from tests.builders import a_reflection

YES, _, NO, NA = Verdict
TODAY = date(2026, 11, 3)
SPRING = SharedReflection(*an_audit(YES, NO, YES, NO, day=date(2026, 5, 12)))


def section_of(shared, choice=None):
    document = supervision_summary((shared,), choice or SummaryChoice(), TODAY)
    return next(each for each in document.sections if each.heading == "The audit")


def tables(section):
    return [block for block in section.blocks if isinstance(block, Table)]


def test_rates_stand_in_a_table_beside_the_last_time():
    section = section_of(SharedReflection(*an_audit(YES, YES, NO, NA), SPRING))
    (table,) = tables(section)
    assert table.headings == ("What was looked at", "How often", "Last time, 12 May 2026")
    assert table.rows == (
        ("Is the chronology there?", "Yes in 2 of 3 · no in 1 · not applicable in 1", "2 of 4"),
    )
    words = [block.text for block in section.blocks if isinstance(block, Note)]
    assert words == ["Each record: over 4 records. What is not applicable is not counted."]


def test_without_a_last_time_there_is_no_column_for_it():
    (table,) = tables(section_of(SharedReflection(*an_audit(YES, NO))))
    assert table.headings == ("What was looked at", "How often")


def test_what_is_private_or_left_out_is_in_no_rate_then_or_now():
    private = {"there#3": Answer(YesNo(NO), Sharing.PRIVATE)}
    before = SharedReflection(*an_audit(YES, YES, NO, day=date(2026, 5, 12), answers=private))
    now = SharedReflection(*an_audit(YES, NO, NO, NO, answers=private), before)
    choice = SummaryChoice(left_out=frozenset({(now.reflection.id, "there#4")}))
    (table,) = tables(section_of(now, choice))
    assert table.rows == (("Is the chronology there?", "Yes in 1 of 2 · no in 1", "2 of 2"),)


def test_a_private_audit_shows_no_rates():
    assert tables(section_of(SharedReflection(*an_audit(YES, NO, sharing=Sharing.PRIVATE)))) == []


def test_each_answer_says_of_which_record_it_is():
    section = section_of(SharedReflection(*an_audit(YES, NO)))
    leads = [block.lead for block in section.blocks if isinstance(block, Prose)]
    assert leads == ["Is the chronology there? (record 1)", "Is the chronology there? (record 2)"]


def test_every_newer_kind_of_answer_is_read_in_the_summary():
    reflection = a_reflection(SEVERAL, title="The audit", answers=several_answers())
    section = section_of(SharedReflection(reflection, SEVERAL))
    words = "\n".join(block.markdown for block in section.blocks if isinstance(block, Prose))
    assert "- **Seen alone**: partly. on the \\*second\\* visit" in words
    assert "- **Her words**: not applicable." in words
    assert "> I count the stairs.\n> Then I hide.\n\n– the child" in words
    assert "- one\n- two" in words
    assert "letter \\[home\\].pdf (2.0 kB)" in words
    assert "voice of the child, trust" in words
