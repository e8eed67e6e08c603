"""Scenes of the answers that hold several things, of records and of their rates."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtTest import QTest

from app.domain.answer import (
    Answer,
    Checked,
    Checklist,
    Choices,
    ChosenThemes,
    Prose,
    Quotation,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.form import FormDefinition, Prompt, PromptKind, Repeat, Section
from app.domain.sharing import Sharing
from app.services.journal import About

_ITEMS = (
    "The child was seen alone and what she said is in her words",
    "The chronology can be followed without the file",
    "It says why information was shared, and on what basis",
    "Who does what by when",
    "What came of it",
    "The father, or whoever cares for her, was asked",
)
_LEARNING = "The ones that can be followed were written for whoever is on duty tonight."
_SHOWN = Section(
    "looked_at",
    "What I looked at",
    (
        Prompt(
            "ways",
            PromptKind.CHOICES,
            "Which ways of working did you use?",
            options=("Direct work with the child", "A family meeting", "A visit with a colleague"),
        ),
        Prompt(
            "checked",
            PromptKind.CHECKLIST,
            "How far does the record tell what matters?",
            help="A word on where you looked helps the next one.",
            options=_ITEMS,
        ),
        Prompt("themes", PromptKind.THEMES, "What is this about?"),
        Prompt("said", PromptKind.QUOTATION, "What did the child say, in her own words?"),
    ),
)
_RECORD = Section(
    "each_record",
    "Each record",
    (
        Prompt("which", PromptKind.SHORT_TEXT, "Which record of the sample is this?"),
        Prompt(
            "chronology",
            PromptKind.YES_NO,
            "Is there a chronology, and could one follow the child’s story by it?",
            sharing=Sharing.SUPERVISION,
        ),
        Prompt(
            "matters",
            PromptKind.CHECKLIST,
            "How far does it tell what matters?",
            options=_ITEMS[:3],
            sharing=Sharing.SUPERVISION,
        ),
    ),
    repeat=Repeat("record", 30),
)
_LAST = Section("learning", "What it shows", (Prompt("learning", PromptKind.PROSE, "And so?"),))
SEVERAL = FormDefinition(
    "several_kinds", 1, "A check of my own records", "P.", "W.", 20, "Invented.", (_SHOWN,)
)
AUDIT = replace(SEVERAL, id="an_audit", title="A small audit", sections=(_RECORD, _LAST))

_ANSWERS = {
    "ways": Answer(Choices(("Direct work with the child", "A visit with a colleague"))),
    "checked": Answer(
        Checklist(
            (
                Checked(_ITEMS[0], Verdict.YES, "Second visit, first page."),
                Checked(_ITEMS[1], Verdict.PARTLY, "Until the move; after that it thins out."),
                Checked(_ITEMS[2], Verdict.NO),
                Checked(_ITEMS[3], Verdict.NOT_APPLICABLE),
            )
        )
    ),
    "themes": Answer(ChosenThemes(("voice of the child", "disguised compliance"))),
    "said": Answer(Quotation("When it is loud I count the stairs.", "the child")),
}


def audit_answers(*yeses):
    """Give an audit's answers: one record for each word."""
    answers = {}
    for place, verdict in enumerate(yeses, start=1):
        number = "" if place == 1 else f"#{place}"
        checked = (Checked(_ITEMS[0], verdict, "Third page."), Checked(_ITEMS[1], Verdict.YES))
        answers |= {
            f"which{number}": Answer(ShortText(f"Record {place}")),
            f"chronology{number}": Answer(YesNo(verdict, "At the front."), Sharing.SUPERVISION),
            f"matters{number}": Answer(Checklist(checked), Sharing.SUPERVISION),
        }
    return answers | {"learning": Answer(Prose(_LEARNING), Sharing.SUPERVISION)}


def _write(studio, form, answers, title, when=None):
    view = studio.open(studio.journal)
    journal = view.desk.journal
    about = About(title, begun_at=when)
    work = partial(journal.write, form, answers, about, is_complete=when is not None)
    return view, studio.surroundings.lane.run_and_wait(work).id


def _edit(studio, form, answers, key):
    view, reflection_id = _write(studio, form, answers, "The records of a quiet week")
    view.editor.set_one_at_a_time(False)
    view.edit(reflection_id)
    studio.settle()
    frame = view.editor._frame
    frame.form.go_to(frame.draft.form.prompt(key))
    studio.settle()
    return frame


def arrange_checklist(studio):
    _edit(studio, SEVERAL, _ANSWERS, "checked")


def arrange_checklist_narrow(studio):
    studio.window.resize(640, 800)
    _edit(studio, SEVERAL, _ANSWERS, "checked")
    studio.after = partial(studio.window.resize, 1280, 800)


def arrange_choices(studio):
    _edit(studio, SEVERAL, _ANSWERS, "ways")


def arrange_quotation(studio):
    _edit(studio, SEVERAL, _ANSWERS, "said")


def arrange_themes(studio):
    frame = _edit(studio, SEVERAL, _ANSWERS, "themes")
    frame.form.current_block().editor._field.begin_adding()
    QTest.keyClicks(frame.window().focusWidget(), "child")
    studio.settle(2)


def arrange_evidence(studio):
    files = (("certificate of attendance.pdf", 30_000), ("slides from the morning.png", 1_200_000))
    paths = [studio.folder / name for name, _ in files]
    for path, (_, size) in zip(paths, files, strict=True):
        path.write_bytes(b"x" * size)
    view = studio.open(studio.journal)
    view.editor.set_one_at_a_time(False)
    view.begin("cpd_piece")
    studio.settle()
    frame = view.editor._frame
    prompt = next(each for each in frame.draft.form.prompts() if each.kind is PromptKind.EVIDENCE)
    frame.form.go_to(prompt)
    frame.form.current_block().editor.files_dropped.emit(paths)
    studio.settle(20)
    frame.form.show_prompt(prompt)
    studio.settle()
    studio.after = partial(forget_draft, studio)


def forget_draft(studio):
    """Move what a scene began to the bin, so that no other picture shows it."""
    uid = studio.window.open_view.editor.reflection_id
    view = studio.open(studio.journal)
    studio.surroundings.lane.run_and_wait(partial(view.desk.retention.move_to_bin, uid))


def arrange_record(studio):
    verdicts = (Verdict.YES, Verdict.NO, Verdict.YES)
    _edit(studio, AUDIT, audit_answers(*verdicts), "matters#3")


def arrange_record_removed(studio):
    frame = _edit(studio, AUDIT, audit_answers(Verdict.YES, Verdict.NO, Verdict.YES), "which#2")
    frame.records.remove("each_record#2")
    studio.settle()


def arrange_rates(studio):
    may = datetime(2026, 5, 12, 9, tzinfo=UTC)
    _write(studio, AUDIT, audit_answers(*[Verdict.YES, Verdict.NO] * 4), "Spring audit", may)
    october = datetime(2026, 10, 20, 9, tzinfo=UTC)
    now = [Verdict.YES] * 6 + [Verdict.PARTLY, Verdict.NO, Verdict.NOT_APPLICABLE]
    yes_no = [Verdict.NO if each is Verdict.PARTLY else each for each in now]
    answers = audit_answers(*yes_no)
    view, reflection_id = _write(studio, AUDIT, answers, "Autumn audit", october)
    view.go("journal")
    studio.settle()
    view.journal.show_reflection(reflection_id)
    studio.settle()
    bar = view.journal.reading._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    studio.settle(2)


SCENES = {
    "90-answer-choices": arrange_choices,
    "91-answer-checklist": arrange_checklist,
    "92-answer-checklist-narrow": arrange_checklist_narrow,
    "93-answer-themes": arrange_themes,
    "94-answer-quotation": arrange_quotation,
    "94-answer-evidence": arrange_evidence,
    "95-record-added": arrange_record,
    "96-record-removed": arrange_record_removed,
    "97-reading-rates": arrange_rates,
}
