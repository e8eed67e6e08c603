"""What a record of an open copy must be to be put into a journal; anyone may have made it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import msgspec

from app.domain.errors import JournalDamaged
from app.domain.form import FormDefinition
from app.domain.open_copy import (
    CopiedChange,
    CopiedForm,
    CopiedPreference,
    CopiedReflection,
    CopiedWordForm,
)
from app.domain.open_copy_reflection import reflection_from_copy, sharing_from_copy
from app.vault.kept_forms import form_from_json
from app.vault.kept_version import compressed, record_in
from app.vault.reflection_record import ReflectionRecord, reflection_of
from app.vault.revisions import KEEPING_PREFIX, hash_of
from app.vault.stored_json import text_of_data

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HASH = re.compile("[0-9a-f]{64}")
_MOMENTS = ("begun_at", "changed_at", "completed_at", "made_at", "added_at", "retired_at")
_MOMENTS_OR_NONE = ("held_since", "binned_at", "emptied_at", "closed_at")
_DAYS = ("day", "event_date")
_DAYS_OR_NONE = ("review_on", "due_on")
_HASHES = ("sha256", "fingerprint")
_FORM_DRAFT = "own_form_draft:"  # app/vault/own_forms.py
_HIGHEST = 2**53  # what every reader of JSON still counts exactly
_WRONG = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
    msgspec.MsgspecError,
    JournalDamaged,  # what the vault's own readers say of what is not as it was stored
)


class Unfit(ValueError):
    """A record is none that a journal would have given; the message repeats nothing of it."""


def demand(holds: bool, reason: str) -> None:  # noqa: FBT001 - a condition and what it says
    """Refuse a record for this reason where the condition does not hold.

    Raises:
        Unfit: it does not.
    """
    if not holds:
        raise Unfit(reason)


def refuse_unfit(record: Any) -> None:
    """Look at every plain field of a record.

    Raises:
        Unfit: a moment, day, hash or number is none.
    """
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, bool | float):
            raise Unfit("a number is not a whole one")
        if isinstance(value, int):
            demand(0 <= value < _HIGHEST, "a number is out of all bounds")
        if isinstance(value, str):
            _refuse_unfit_text(each.name, value)


def fitting_record(copied: CopiedReflection) -> ReflectionRecord:
    """Give a reflection as the rows that it becomes.

    Raises:
        Unfit: it holds what no reflection holds.
    """
    refuse_unfit(copied)
    demand(bool(copied.id) and not copied.id.startswith(KEEPING_PREFIX), "it has no fitting id")
    try:
        reflection_from_copy(copied)
        answers = tuple(
            (each.prompt, each.kind, sharing_from_copy(each.sharing).value, _json(each.value))
            for each in copied.answers
        )
    except _WRONG:
        raise Unfit("an answer is not of its kind") from None
    head = (
        copied.id,
        copied.form,
        copied.form_version,
        copied.title,
        copied.event_date,
        copied.begun_at,
        copied.changed_at,
        copied.completed_at,
    )
    record = ReflectionRecord(head, answers, copied.themes)
    try:
        # What search and the list of actions make of it is made again when it is put.
        "".join(record.words()).encode()
        record.open_actions()
    except _WRONG:
        raise Unfit("an answer is not of its kind") from None
    return record


def fitting_form(copied: CopiedForm) -> str:
    """Give the definition of a form as it is kept.

    Raises:
        Unfit: it is none, or another form's.
    """
    refuse_unfit(copied)
    text = fitting_text(copied.definition, copied.written)
    form = _form(text)
    demand((form.id, form.version) == (copied.id, copied.version), "this is another form")
    return text


def fitting_mapping(copied: CopiedWordForm) -> str:
    """Give what goes where in a Word form as it is kept.

    Raises:
        Unfit: it is no table of texts.
    """
    refuse_unfit(copied)
    text = fitting_text(copied.mapping, copied.written)
    table = json.loads(text) if text.startswith("{") else None
    is_table = isinstance(table, dict) and all(isinstance(each, str) for each in table.values())
    demand(is_table, "its mapping is no table of texts")
    return text


def fitting_preference(copied: CopiedPreference) -> str:
    """Give what is kept under a name; of a form that is being made, that it is one.

    Raises:
        Unfit: it is not.
    """
    refuse_unfit(copied)
    text = fitting_text(copied.value, copied.written)
    if copied.name.startswith(_FORM_DRAFT):
        _form(text)
    return text


def fitting_text(data: Any, way: str) -> str:
    """Give data as the text that the journal keeps.

    Raises:
        Unfit: it is not written in this way.
    """
    try:
        text = text_of_data(data, way)
        text.encode()
    except _WRONG:
        raise Unfit("a value is not written in the way it says") from None
    return text


def fitting_content(change: CopiedChange) -> bytes | None:
    """Give the content of a version as it is kept.

    Raises:
        Unfit: it is not what its hash says, or no reflection.
    """
    refuse_unfit(change)
    if change.content is None:
        return None
    demand(not change.reflection.startswith(KEEPING_PREFIX), "a decision has no words")
    try:
        if isinstance(change.content, str):
            text = change.content.encode()
        else:
            text = _canonical(change.content)
        digest = hash_of(text)
        kept = compressed(text)
        reflection_of(record_in(kept, digest))
    except _WRONG:
        raise Unfit("the words of this version are not a reflection") from None
    demand(digest.hex() == change.sha256, "the words of this version are not what its hash says")
    return kept


def _form(text: str) -> FormDefinition:
    try:
        return form_from_json(text)
    except _WRONG:
        raise Unfit("this is not a form") from None


def _refuse_unfit_text(name: str, value: str) -> None:
    try:
        value.encode()
        if name in _MOMENTS or (name in _MOMENTS_OR_NONE and value):
            demand(bool(_MOMENT.fullmatch(value)), "a moment is not written as a copy writes it")
            datetime.fromisoformat(value)
        if name in _DAYS or (name in _DAYS_OR_NONE and value):
            demand(bool(_DAY.fullmatch(value)), "a day is not written as a copy writes it")
            date.fromisoformat(value)
    except Unfit:
        raise
    except ValueError:
        raise Unfit("a text, moment or day is none that can be") from None
    if name in _HASHES and value:
        demand(bool(_HASH.fullmatch(value)), "a hash is not written as a copy writes it")


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _canonical(content: Any) -> bytes:
    return msgspec.json.encode(content, order="sorted")
