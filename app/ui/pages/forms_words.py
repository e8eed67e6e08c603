"""What the forms page says of groups, and which forms the words typed there mean."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.form import FormDefinition, FormGroup

_GROUPS: dict[FormGroup, object] = {
    FormGroup.REFLECT: QT_TRANSLATE_NOOP("FormGroups", "Reflecting on your work"),
    FormGroup.CASE: QT_TRANSLATE_NOOP("FormGroups", "A case or a conference"),
    FormGroup.REVIEW: QT_TRANSLATE_NOOP("FormGroups", "Learning from reviews"),
    FormGroup.TEAM: QT_TRANSLATE_NOOP("FormGroups", "With your team"),
    FormGroup.MODEL: QT_TRANSLATE_NOOP("FormGroups", "Well-known models"),
    FormGroup.CPD: QT_TRANSLATE_NOOP("FormGroups", "Learning and CPD"),
    FormGroup.SELF: QT_TRANSLATE_NOOP("FormGroups", "Looking after yourself"),
}
_ORDER = tuple(FormGroup)


def group_words(group: FormGroup) -> str:
    """Give the heading of a group."""
    return QCoreApplication.translate("FormGroups", str(_GROUPS[group]))


def grouped(
    forms: Iterable[FormDefinition],
) -> tuple[tuple[FormGroup, tuple[FormDefinition, ...]], ...]:
    """Give the groups that have forms, each with its forms in the order of the shelf."""
    in_order = sorted(forms, key=_place)
    return tuple((group, tuple(own)) for group, own in groupby(in_order, key=_group_of))


def has_words(form: FormDefinition, typed: str) -> bool:
    """Say whether a form's title, purpose, group or source has every word that was typed."""
    # Many know a form by who thought of it: "Driscoll", though its title only asks "So what?".
    text = f"{form.title} {form.purpose} {group_words(form.group)} {form.source}".casefold()
    return all(word in text for word in typed.casefold().split())


def _group_of(form: FormDefinition) -> FormGroup:
    return form.group


def _place(form: FormDefinition) -> int:
    return _ORDER.index(form.group)
