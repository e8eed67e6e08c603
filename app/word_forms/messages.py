"""What is said between the program and the process that reads forms: a line of JSON, then bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.domain.word_form import (
    Column,
    FieldKind,
    FilledForm,
    Misfit,
    Value,
    ValueCell,
    ValueRow,
    WordField,
)

FILL, LOOK = "fill", "look"


class NotUnderstood(Exception):
    """The other side said something of another shape."""


def packed(head: Mapping[str, Any], data: bytes = b"") -> bytes:
    """Write a message."""
    return json.dumps(head).encode("ascii") + b"\n" + data


def unpacked(message: bytes) -> tuple[Any, bytes]:
    """Read a message.

    Raises:
        NotUnderstood: it is none.
    """
    head, end, data = message.partition(b"\n")
    if not end:
        raise NotUnderstood
    try:
        return json.loads(head), data
    except (ValueError, RecursionError):
        raise NotUnderstood from None


def plain_values(values: Mapping[str, Value]) -> dict[str, Any]:
    """Give values in plain shapes."""
    return {
        key: [[[cell.column.value, list(cell.lines)] for cell in row.cells] for row in value.rows]
        for key, value in values.items()
    }


def values_from(plain: Any) -> dict[str, Value]:
    """Read what plain_values() gave."""
    return {
        key: Value(
            tuple(
                ValueRow(tuple(ValueCell(Column(column), tuple(lines)) for column, lines in row))
                for row in rows
            )
        )
        for key, rows in plain.items()
    }


def plain_fields(fields: tuple[WordField, ...]) -> list[Any]:
    """Give fields in plain shapes."""
    return [
        [each.key, each.kind.value, each.label, list(each.columns), list(each.offered)]
        for each in fields
    ]


def fields_from(plain: Any) -> tuple[WordField, ...]:
    """Read what plain_fields() gave; it comes from a process that read a stranger's file.

    Raises:
        NotUnderstood: it is of another shape.
    """
    try:
        return tuple(
            WordField(str(key), FieldKind(kind), str(label), _texts(columns), _texts(offered))
            for key, kind, label, columns, offered in plain
        )
    except (TypeError, ValueError):
        raise NotUnderstood from None


def plain_misfits(misfits: tuple[Misfit, ...]) -> list[Any]:
    """Give misfits in plain shapes."""
    return [
        [each.label, each.reason, [column.value for column in each.columns]] for each in misfits
    ]


def filled_from(plain: Any, data: bytes) -> FilledForm:
    """Read a filled form with what did not fit.

    Raises:
        NotUnderstood: it is of another shape.
    """
    try:
        misfits = tuple(
            Misfit(str(label), str(reason), tuple(Column(each) for each in columns))
            for label, reason, columns in plain
        )
    except (TypeError, ValueError):
        raise NotUnderstood from None
    return FilledForm(data, misfits)


def _texts(plain: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in plain)
