"""A folder of form files, read when first asked and only once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.errors import FormError
from app.domain.form import FormDefinition

if TYPE_CHECKING:
    from app.formspec.reading import PlacedForm


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the folder held when it was read."""

    forms: tuple[FormDefinition, ...]
    problems: tuple[FormError, ...]


class FormFolder:
    """The forms of one folder; a damaged file is told and hides none of the others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reading = Lock()  # the window has the forms read beside the lane

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give every form that reads, in the order to show."""
        return self._held().forms

    def problems(self) -> tuple[FormError, ...]:
        """Give what is wrong with the files that do not read, by file name."""
        return self._held().problems

    def _held(self) -> _Contents:
        with self._reading:
            return self._contents

    @cached_property
    def _contents(self) -> _Contents:
        # The window shows before any form is asked for.
        from app.formspec.reading import read_placed_form

        placed: list[PlacedForm] = []
        problems: list[FormError] = []
        try:
            paths = self._form_files()
        except OSError:
            reason = "this folder of forms cannot be read"
            return _Contents((), (FormError(self._folder.name, "the whole folder", reason),))
        for path in paths:
            try:
                placed.append(read_placed_form(path))
            except FormError as problem:
                problems.append(problem)
        placed.sort(key=lambda item: (item.order, item.form.title))
        return _Contents(tuple(item.form for item in placed), tuple(problems))

    def _form_files(self) -> list[Path]:
        # Names with a leading dot are half-written files, or macOS's own beside each of ours.
        return sorted(
            path
            for path in self._folder.iterdir()
            if path.suffix == ".toml" and not path.name.startswith(".")
        )
