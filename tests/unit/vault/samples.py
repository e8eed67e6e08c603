"""Invented content and cheap keys for the vault's tests."""

from datetime import UTC, date, datetime, timedelta

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    Verdict,
    YesNo,
)
from app.domain.form import (
    Condition,
    CpdField,
    FormDefinition,
    Prompt,
    PromptKind,
    ScaleEnds,
    Section,
    SummaryRole,
)
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.vault.kdf import KdfCost
from app.vault.keeper import Keeper

# One lane: starting threads would cost more than all the rest of so cheap a derivation.
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "a kettle, a door, a long walk home"
MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def cheap_keeper():
    return Keeper(CHEAP, floor_checked=False)


def a_reflection(uid="r1", text="The door was ajar.", minutes=0, **changes):
    at = MORNING + timedelta(minutes=minutes)
    answers = changes.pop("answers", {"what_happened": Answer(Prose(text))})
    return Reflection(
        id=uid,
        form_id=changes.pop("form_id", "daily_pause"),
        form_version=1,
        begun_at=changes.pop("begun_at", at),
        changed_at=changes.pop("changed_at", at),
        answers=answers,
        **changes,
    )


def every_kind():
    return {
        "prose": Answer(Prose("# Head\n\nThe *kettle*."), Sharing.SUPERVISION),
        "short": Answer(ShortText("A line"), Sharing.CPD),
        "choice": Answer(Choice("Home visit"), Sharing.SUPERVISION | Sharing.CPD),
        "yes": Answer(YesNo(Verdict.NOT_APPLICABLE, "not asked")),
        "scale": Answer(Scale(0, "because", "one more visit")),
        "day": Answer(ChosenDate(date(2026, 2, 28))),
        "do": Answer(Actions((Action("Ring", "me", date(2026, 3, 9), "she says so", None),))),
        "nothing": Answer(Actions()),
    }


def a_form(version=1, title="Daily pause"):
    prompts = (
        Prompt(
            "what_happened",
            PromptKind.PROSE,
            "What happened?",
            sharing=Sharing.SUPERVISION | Sharing.CPD,
            summary_role=SummaryRole.ACCOUNT,
            cpd_field=CpdField.ACTIVITY,
        ),
        Prompt("escalated", PromptKind.YES_NO, "Did you escalate?", sharing=Sharing.CPD),
        Prompt("kind", PromptKind.CHOICE, "Which?", options=("Visit", "Call – “café”")),
        Prompt(
            "sure",
            PromptKind.SCALE,
            "How sure?",
            ends=ScaleEnds("not", "very"),
            when=Condition("escalated", "no"),
        ),
    )
    section = Section("main", "Main", prompts, intro="Take your time.")
    return FormDefinition(
        "daily_pause", version, title, "Pause.", "At noon.", 5, "Invented", (section,)
    )
