"""The words of the form studio: what kinds, roles and fields are called, and what they mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.form import CpdField, PromptKind, SummaryRole

WITH_OPTIONS = (PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Studio", words)


def kind_words(kind: PromptKind) -> str:
    """Give the name of a kind of answer."""
    return {
        PromptKind.PROSE: _tr("Writing at length"),
        PromptKind.SHORT_TEXT: _tr("One line"),
        PromptKind.CHOICE: _tr("One answer of several"),
        PromptKind.CHOICES: _tr("Any answers of several"),
        PromptKind.YES_NO: _tr("Yes, no or not applicable"),
        PromptKind.SCALE: _tr("A scale from 0 to 10"),
        PromptKind.CHECKLIST: _tr("A checklist"),
        PromptKind.DATE: _tr("A date"),
        PromptKind.ACTIONS: _tr("Actions"),
        PromptKind.THEMES: _tr("Themes"),
        PromptKind.QUOTATION: _tr("Somebody’s own words"),
        PromptKind.EVIDENCE: _tr("Files"),
        PromptKind.TOPICS: _tr("Topics for a conversation"),
    }[kind]


def kind_meaning(kind: PromptKind) -> str:
    """Say what somebody who answers gets."""
    return {
        PromptKind.PROSE: _tr("A box that grows with the writing."),
        PromptKind.SHORT_TEXT: _tr("A single line of plain writing."),
        PromptKind.CHOICE: _tr("One is chosen. A later prompt can wait for it."),
        PromptKind.CHOICES: _tr("As many as fit are chosen."),
        PromptKind.YES_NO: _tr("With room for the evidence. A later prompt can wait for it."),
        PromptKind.SCALE: _tr("A number, why not lower, and what one higher would look like."),
        PromptKind.CHECKLIST: _tr("Each point is answered, with a reason where there is one."),
        PromptKind.DATE: _tr("A day of the calendar."),
        PromptKind.ACTIONS: _tr("What, who, by when, and how one will know."),
        PromptKind.THEMES: _tr("Words that gather reflections, from the list or her own."),
        PromptKind.QUOTATION: _tr("What was said, word for word, and by whom: a role, no name."),
        PromptKind.EVIDENCE: _tr("Files kept, encrypted, with the reflection."),
        PromptKind.TOPICS: _tr("What to talk about, the help that is wanted, what came of it."),
    }[kind]


def role_words(role: SummaryRole | None) -> str:
    """Say which part of the supervision summary an answer feeds."""
    if role is None:
        return _tr("None in particular")
    return {
        SummaryRole.ACCOUNT: _tr("What happened"),
        SummaryRole.LEARNING: _tr("The learning"),
        SummaryRole.QUESTION: _tr("A question for supervision"),
        SummaryRole.DISAGREEMENT: _tr("A disagreement or escalation"),
    }[role]


def cpd_words(field: CpdField | None) -> str:
    """Say which field of a CPD record an answer feeds."""
    if field is None:
        return _tr("None in particular")
    return {
        CpdField.ACTIVITY: _tr("What was done"),
        CpdField.LEARNING: _tr("What was learned"),
        CpdField.IMPACT: _tr("What difference it made"),
        CpdField.PEER: _tr("Reflection with a peer"),
    }[field]


def title_words(title: str) -> str:
    """Give a form's title, or say that it has none yet."""
    return title.strip() or _tr("A form without a title yet")


def prompt_words(text: str) -> str:
    """Give a prompt's text, or say that it has none yet."""
    return " ".join(text.split()) or _tr("A prompt without words yet")


def section_title_words(title: str) -> str:
    """Give a section's title, or say that it has none yet."""
    return title.strip() or _tr("A section without a title yet")
