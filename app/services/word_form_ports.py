"""What the services need for the organisation's own Word forms, named as Protocols."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.domain.word_form import FieldMapping, FilledForm, Value, WordField, WordForm


class FormReader(Protocol):
    """Reads and fills forms that anybody may have made."""

    def fields(self, data: bytes) -> tuple[WordField, ...]:
        """Give the fields of a form.

        Raises:
            WordFormRefused: it is no form that is filled.
        """
        ...

    def fill(self, data: bytes, values: Mapping[str, Value]) -> FilledForm:
        """Fill a form: values by the keys of its fields.

        Raises:
            WordFormRefused: it is no form that is filled, or a word would be missing in it.
        """
        ...


class WordFormShelf(Protocol):
    """The forms that one open journal keeps."""

    def all(self) -> tuple[WordForm, ...]:
        """Give every form, by name."""
        ...

    def file(self, uid: str) -> bytes:
        """Give the file of a form.

        Raises:
            NoSuchWordForm: there is none.
        """
        ...

    def add(self, form: WordForm, file: bytes) -> None:
        """Keep a form.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def rename(self, uid: str, name: str) -> None:
        """Give a form another name.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def map(self, uid: str, mapping: FieldMapping) -> None:
        """Keep what goes where.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def remove(self, uid: str) -> None:
        """Let a form go.

        Raises:
            NotSaved: nothing was changed.
        """
        ...
