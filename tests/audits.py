"""A small audit for tests: records with a verdict each, and every kind that a record can hold."""

from dataclasses import replace
from datetime import date

from app.domain.answer import (
    Answer,
    Checked,
    Checklist,
    Choices,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Quotation,
    Verdict,
    YesNo,
)
from app.domain.form import PromptKind, Repeat, Section
from app.domain.records import form_of
from app.domain.sharing import Sharing
from tests.builders import a_form, a_prompt, a_reflection

SHARED = Sharing.SUPERVISION
RECORD = Section(
    "each",
    "Each record",
    (
        a_prompt("there", PromptKind.YES_NO, text="Is the chronology there?"),
        a_prompt("list", PromptKind.CHECKLIST, options=("Seen alone", "Her words")),
    ),
    repeat=Repeat("record", 30),
)
AUDIT = replace(a_form(form_id="an_audit", title="An audit"), sections=(RECORD,))
SEVERAL = a_form(
    a_prompt("ways", PromptKind.CHOICES),
    a_prompt("list", PromptKind.CHECKLIST, options=("Seen alone", "Her words")),
    a_prompt("themes", PromptKind.THEMES),
    a_prompt("said", PromptKind.QUOTATION),
    a_prompt("files", PromptKind.EVIDENCE),
)


def an_audit(*verdicts, day=date(2026, 10, 21), sharing=SHARED, **more):
    """Give an audit with its own form: a record for each verdict."""
    answers = {
        "there" if place == 1 else f"there#{place}": Answer(YesNo(verdict), sharing)
        for place, verdict in enumerate(verdicts, start=1)
    }
    answers |= more.pop("answers", {})
    reflection = a_reflection(AUDIT, title="The audit", event_date=day, answers=answers, **more)
    return reflection, form_of(AUDIT, answers)


def several_answers(sharing=SHARED):
    """Give an answer of each of the newer kinds."""
    checked = (
        Checked("Seen alone", Verdict.PARTLY, "on the *second* visit"),
        Checked("Her words", Verdict.NOT_APPLICABLE),
    )
    values = {
        "ways": Choices(("one", "two")),
        "list": Checklist(checked),
        "themes": ChosenThemes(("voice of the child", "trust")),
        "said": Quotation("I count the stairs.\nThen I hide.", "the child"),
        "files": Evidence((EvidenceFile("a" * 32, "letter [home].pdf", 2_048, "b" * 64),)),
    }
    return {key: Answer(value, sharing) for key, value in values.items()}
