"""Rates: how often each reply was given over records, and what is left out of the count."""

from dataclasses import replace
from datetime import date

from app.domain.answer import Answer, Checked, Checklist, Choice, Prose, Verdict, YesNo
from app.domain.form import Condition, PromptKind, Repeat, Section
from app.domain.rates import counted, has_rates, rates_of
from app.domain.records import form_of
from tests.builders import a_form, a_prompt, a_reflection

YES, PARTLY, NO, NA = Verdict
RECORD = Section(
    "each",
    "Each record",
    (
        a_prompt("there", PromptKind.YES_NO),
        a_prompt("how", PromptKind.CHOICE, options=("on paper", "on screen")),
        a_prompt("list", PromptKind.CHECKLIST, options=("seen", "heard")),
        a_prompt("why", PromptKind.YES_NO, when=Condition("there", "no")),
    ),
    repeat=Repeat("record", 30),
)
FORM = replace(a_form(), sections=(RECORD,))


def numbered(**answers_by_key):
    """Give answers for as many records as there are values for each key."""
    answers = {}
    for key, values in answers_by_key.items():
        for number, value in enumerate(values, start=1):
            if value is not None:
                answers[key if number == 1 else f"{key}#{number}"] = Answer(value)
    return answers


def an_audit(day=date(2026, 10, 21), **answers_by_key):
    reflection = a_reflection(FORM, event_date=day, answers=numbered(**answers_by_key))
    return counted(reflection, form_of(FORM, reflection.answers))


def verdicts(*given):
    return [YesNo(each) for each in given]


def said(audit, before=None):
    return [
        (rate.now.words, rate.now.said, rate.said_before)
        for section in rates_of(audit, before)
        for rate in section.rates
    ]


def test_a_rate_says_how_many_of_how_many():
    audit = an_audit(there=verdicts(*[YES] * 6, NO, NO))
    assert said(audit) == [("What about there?", "Yes in 6 of 8 · no in 2", "")]


def test_what_the_first_record_leaves_open_keeps_its_place():
    seen = Checklist((Checked("heard", YES), Checked("seen", None)))
    both = Checklist((Checked("seen", YES), Checked("heard", NO)))
    audit = an_audit(there=verdicts(None, YES), how=[Choice("on paper")] * 2, list=[seen, both])
    words = [each for each, *_ in said(audit)]
    assert words == ["What about there?", "What about how?", "seen", "heard"]


def test_not_applicable_and_no_reply_are_left_out_of_the_of():
    audit = an_audit(there=[*verdicts(YES, NO, NA, None)])
    (section,) = rates_of(audit)
    (rate,) = section.rates
    assert rate.now.of == 2
    assert rate.now.said == "Yes in 1 of 2 · no in 1 · not applicable in 1"
    assert section.records == 3


def test_what_is_never_applicable_has_no_rate_but_is_told():
    assert said(an_audit(there=verdicts(NA, NA)))[0][1] == "Not applicable in 2"


def test_none_is_told_as_well_as_some():
    assert said(an_audit(there=verdicts(NO, NO)))[0][1] == "Yes in 0 of 2 · no in 2"


def test_each_item_of_a_checklist_has_its_own_rate():
    lists = [
        Checklist((Checked("seen", YES), Checked("heard", PARTLY))),
        Checklist((Checked("seen", PARTLY), Checked("heard", None, "nobody asked"))),
    ]
    assert said(an_audit(list=lists)) == [
        ("seen", "Yes in 1 of 2 · partly in 1", ""),
        ("heard", "Yes in 0 of 1 · partly in 1", ""),
    ]


def test_a_choice_counts_every_option_that_was_chosen_in_the_order_of_the_form():
    audit = an_audit(how=[Choice("on screen"), Choice("on paper"), Choice("on screen")])
    assert said(audit) == [("What about how?", "on paper: 1 of 3 · on screen: 2 of 3", "")]


def test_a_question_that_is_not_asked_in_a_record_does_not_count():
    audit = an_audit(there=verdicts(YES, NO), why=verdicts(YES, YES))
    assert said(audit)[1] == ("What about why?", "Yes in 1 of 1", "")


def test_one_record_is_no_rate():
    assert rates_of(an_audit(there=verdicts(YES))) == ()


def test_the_last_time_stands_beside_it_with_its_day():
    spring = an_audit(date(2026, 5, 12), there=verdicts(*[YES, NO] * 4))
    now = an_audit(there=verdicts(*[YES] * 6, NO, NA), how=[Choice("on paper")] * 8)
    (section,) = rates_of(now, spring)
    assert section.last_time_words == "Last time, 12 May 2026"
    assert said(now, spring) == [
        ("What about there?", "Yes in 6 of 7 · no in 1 · not applicable in 1", "4 of 8"),
        ("What about how?", "on paper: 8 of 8", ""),
    ]


def test_an_earlier_one_that_says_nothing_of_the_same_is_not_named():
    spring = an_audit(date(2026, 5, 12), how=[Choice("on paper")])
    (section,) = rates_of(an_audit(there=verdicts(YES, NO)), spring)
    assert section.last_time_words == ""


def test_only_a_form_that_repeats_a_question_with_replies_has_rates():
    assert has_rates(FORM)
    assert not has_rates(a_form(a_prompt("there", PromptKind.YES_NO)))
    assert not has_rates(replace(FORM, sections=(replace(RECORD, prompts=(a_prompt("it"),)),)))
    prose = a_reflection(FORM, answers={"note": Answer(Prose("x"))})
    assert rates_of(counted(prose, form_of(FORM, ()))) == ()
