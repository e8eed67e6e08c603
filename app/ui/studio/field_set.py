"""A column of fields for one part of a form, each known by its word in a form file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.studio.fields import Field, LineField, LinesField, PickField

_MOST_DIGITS = 6


class FieldSet(QWidget):
    """Fills its fields without telling anyone, and tells a person's changes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("l"))
        self._heading = Label(look, "", "title")
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        self._build()
        self._column.addStretch(1)

    def _build(self) -> None:
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Give where the writing begins."""
        raise NotImplementedError

    def show_troubles(self, words_of: Mapping[str, str]) -> None:
        """Say beside each field what is wrong there."""
        for name, field in self._fields.items():
            field.set_error(words_of.get(name, ""))

    def field(self, name: str) -> Field | None:
        """Give the field for a word of a form file."""
        return self._fields.get(name)

    def _line(self, name: str, label: str, meaning: str = "") -> LineField:
        field = LineField(self._look, label, meaning)
        self._add(name, field)
        return field

    def _lines(self, name: str, label: str, meaning: str = "") -> LinesField:
        field = LinesField(self._look, label, meaning)
        self._add(name, field)
        return field

    def _pick(self, name: str, label: str, meaning: str = "") -> PickField:
        field = PickField(self._look, label, meaning)
        self._add(name, field)
        return field

    def _add(self, name: str, field: LineField | LinesField | PickField) -> None:
        self._fields[name] = field
        self._column.addWidget(field)


def fill_line(field: LineField, text: str) -> None:
    """Fill a line, unless a person is writing just this in it."""
    if field.text != text:
        field.set_text(text)
        field.edit.setCursorPosition(0)


def number_in(text: str) -> int:
    """Read a number; what is none is 0, which the check tells."""
    bare = text.strip()
    is_number = bare.isascii() and bare.isdecimal() and len(bare) <= _MOST_DIGITS
    return int(bare) if is_number else 0
