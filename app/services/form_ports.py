"""What the services need to keep and exchange own forms, named as Protocols."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.errors import FormError
from app.domain.form import FormDefinition


class FormFiles(Protocol):
    """Reads, checks and writes form files."""

    def read(self, path: Path) -> FormDefinition:
        """Read a form file of any name.

        Raises:
            FormError: names the file, the place in it and the reason.
        """
        ...

    def read_text(self, name: str, text: str) -> FormDefinition:
        """Read the text of a form file.

        Raises:
            FormError: names the form, the place in it and the reason.
        """
        ...

    def text(self, form: FormDefinition) -> str:
        """Give a form as the text of a form file, which reads back as the same form."""
        ...

    def troubles(self, form: FormDefinition) -> tuple[FormError, ...]:
        """Give everything that is wrong with a form; nothing when it is right."""
        ...

    def file_troubles(self, path: Path) -> tuple[FormError, ...]:
        """Give everything that is wrong with a form file, in its order."""
        ...


class OwnFormShelf(Protocol):
    """The own forms of one open journal, as the vault keeps them."""

    def newest(self) -> tuple[tuple[str, str], ...]:
        """Give the id of every own form with the text of its newest version."""
        ...

    def versions(self, form_id: str) -> tuple[str, ...]:
        """Give the texts of all versions of a form, the oldest first."""
        ...

    def last_version(self, form_id: str) -> int:
        """Give the highest version of a form that was ever kept; 0 where there is none."""
        ...

    def put(self, form: FormDefinition, text: str, at: datetime, made_as: str = "") -> None:
        """Keep a new version; what was being made under this id, if any, is now this version.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def retired(self) -> frozenset[str]:
        """Give the ids of the forms, own and shipped, that are no longer offered."""
        ...

    def retire(self, form_id: str, at: datetime) -> None:
        """Offer a form no longer; its reflections keep it.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def bring_back(self, form_id: str) -> None:
        """Offer a form again.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def drafts(self) -> tuple[FormDefinition, ...]:
        """Give what is being made and not saved as a version yet."""
        ...

    def keep_draft(self, form: FormDefinition) -> None:
        """Keep what is being made of a form, right or not.

        Raises:
            NotSaved: nothing was changed.
        """
        ...

    def drop_draft(self, form_id: str) -> None:
        """Let go what was being made of a form.

        Raises:
            NotSaved: nothing was changed.
        """
        ...
