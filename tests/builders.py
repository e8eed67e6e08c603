"""Small builders, so that a test names only what matters to it."""

from datetime import UTC, date, datetime
from types import MappingProxyType

from app.domain.answer import Answer, Prose
from app.domain.form import FormDefinition, Prompt, PromptKind, ScaleEnds, Section
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing

MOMENT = datetime(2026, 10, 21, 18, 42, tzinfo=UTC)


def a_prompt(key="noticed", kind=PromptKind.PROSE, **others):
    if kind in (PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST):
        others.setdefault("options", ("one", "two"))
    if kind is PromptKind.SCALE:
        others.setdefault("ends", ScaleEnds("not at all", "wholly"))
    return Prompt(key, kind, others.pop("text", f"What about {key}?"), **others)


def a_form(*prompts, form_id="test_form", version=1, title="A test form"):
    section = Section("only", "Only section", prompts or (a_prompt(),))
    return FormDefinition(
        form_id, version, title, "To test.", "In tests.", 5, "Invented for tests.", (section,)
    )


def a_reflection(form=None, *, shared=Sharing.PRIVATE, reflection_id="a" * 32, **texts_and_more):
    """Make a reflection; keyword arguments that are strings become prose answers."""
    form = form or a_form()
    known = {"title", "event_date", "begun_at", "completed_at", "themes", "answers"}
    more = {key: value for key, value in texts_and_more.items() if key in known}
    texts = {key: value for key, value in texts_and_more.items() if key not in known}
    answers = {key: Answer(Prose(text), shared) for key, text in texts.items()}
    answers |= more.pop("answers", {})
    more.setdefault("begun_at", MOMENT)
    more.setdefault("event_date", date(2026, 10, 21))
    return Reflection(
        id=reflection_id,
        form_id=form.id,
        form_version=form.version,
        changed_at=more["begun_at"],
        answers=MappingProxyType(answers),
        **more,
    )
