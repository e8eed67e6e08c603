"""The words in a regulator's fields: only what is asked and marked for CPD, or written for it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.answer import Answer, Prose, Verdict, YesNo
from app.domain.cpd_piece import CpdPiece
from app.domain.form import Condition, CpdField, PromptKind, SummaryRole
from app.domain.registration_year import YearStart, year_from
from app.domain.regulator import FieldSource, RegulatorField
from app.domain.sharing import Sharing
from app.rendering.plain_lines import plain_lines
from app.summary.choice import SharedReflection
from app.summary.cpd_fields import PieceReader
from tests.builders import a_form, a_prompt, a_reflection
from tests.cpd_scenes import SWE, shipped_frameworks, shipped_regulators

RULES = shipped_regulators()[SWE].rules[0]
YEAR = year_from(2025, YearStart(12, 1))
PIECE = CpdPiece("a" * 32, SWE, date(2026, 5, 4), datetime(2026, 5, 4, tzinfo=UTC))
FRAMEWORK = shipped_frameworks()["swe_standard_4"]


def reader(rules=RULES, framework=FRAMEWORK):
    return PieceReader(rules, YEAR, framework, plain_lines)


def words_of(form, piece=PIECE, rules=RULES, **texts):
    reflection = a_reflection(form, shared=Sharing.CPD, **texts)
    return reader(rules).standing(piece, SharedReflection(reflection, form)).words


def test_answers_for_one_field_follow_each_other_as_plain_lines():
    form = a_form(
        a_prompt("one", cpd_field=CpdField.LEARNING),
        a_prompt("other"),
        a_prompt("two", cpd_field=CpdField.LEARNING),
    )
    said = words_of(form, one="*To* wait.\n\n- first", two="To ask.", other="Nowhere.")
    assert said["learning"].startswith("To wait.")
    assert said["learning"].endswith("To ask.")
    assert "*" not in said["learning"]
    assert "Nowhere" not in str(said)


def test_a_prompt_that_names_no_field_goes_by_its_role():
    form = a_form(
        a_prompt("account", summary_role=SummaryRole.ACCOUNT),
        a_prompt("learnt", summary_role=SummaryRole.LEARNING),
        a_prompt("asks", summary_role=SummaryRole.QUESTION),
        a_prompt("both", summary_role=SummaryRole.ACCOUNT, cpd_field=CpdField.IMPACT),
    )
    said = words_of(form, account="A", learnt="L", asks="Q", both="I")
    fields = [said[key] for key in ("activity", "learning", "impact", "peer")]
    assert fields == ["A", "L", "I", ""]


def test_an_answer_whose_question_is_hidden_again_is_in_no_field():
    form = a_form(
        a_prompt("changed", PromptKind.YES_NO),
        a_prompt("how", cpd_field=CpdField.IMPACT, when=Condition("changed", "yes")),
    )
    for verdict, expected in ((Verdict.YES, "It did."), (Verdict.NO, "")):
        answers = {
            "changed": Answer(YesNo(verdict), Sharing.CPD),
            "how": Answer(Prose("It did."), Sharing.CPD),
        }
        source = SharedReflection(a_reflection(form, answers=answers), form)
        assert reader().standing(PIECE, source).words["impact"] == expected


def test_hours_and_own_fields_are_filled_from_the_piece():
    fields = (
        RegulatorField("hours", "Hours", FieldSource.HOURS),
        RegulatorField("own", "Mine", FieldSource.OWN),
        RegulatorField("kind", "Kind", FieldSource.KINDS),
    )
    rules = replace(RULES, fields=fields)
    assert words_of(a_form(), rules=rules) == {"hours": "", "own": "", "kind": ""}
    piece = replace(PIECE.worded("own", "My own."), hours=1.5, kinds=("Reading", "Feedback"))
    said = words_of(a_form(), piece, rules)
    assert said == {"hours": "1.5 hours", "own": "My own.", "kind": "Reading; Feedback"}


def test_empty_words_for_cpd_alone_hide_the_answer():
    form = a_form(a_prompt("one", cpd_field=CpdField.LEARNING))
    assert words_of(form, PIECE.worded("learning", ""), one="To wait.")["learning"] == ""


def test_tags_come_of_marked_words_at_their_beginning_and_of_forms():
    prompts = (a_prompt("one", cpd_field=CpdField.LEARNING),)

    def suggested(text, form_id="test_form", shared=Sharing.CPD):
        form = a_form(*prompts, form_id=form_id)
        source = SharedReflection(a_reflection(form, shared=shared, one=text), form)
        return {each.removeprefix("swe_standard_4/") for each in reader().suggested(source)}

    assert suggested("RESEARCH-led; theories of power") == {"4.3", "4.8"}
    assert suggested("Flawed and outlawed particles, overpowering") == set()
    assert suggested("research", shared=Sharing.SUPERVISION) == set()
    assert suggested("Nothing.", "feedback_received") == {"4.1"}
    source = SharedReflection(a_reflection(a_form(), noticed="research"), a_form())
    assert reader(framework=None).suggested(source) == frozenset()
