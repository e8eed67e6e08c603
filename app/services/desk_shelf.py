"""The forms that one open journal offers: the shipped ones and the person's own, as one shelf."""

from __future__ import annotations

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.services.form_ports import FormFiles, OwnFormShelf
from app.services.ports import FormShelf


class DeskShelf:
    """Reads the own forms when first asked, and again only after they were changed."""

    def __init__(self, shipped: FormShelf, own: OwnFormShelf, files: FormFiles) -> None:
        self._shipped, self._own, self._files = shipped, own, files
        self._forms: tuple[FormDefinition, ...] | None = None
        self._own_forms: tuple[FormDefinition, ...] = ()
        self._problems: tuple[FormError, ...] = ()
        self._read: dict[str, FormDefinition] = {}  # by its text

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give every form that is offered: the shipped ones in their order, then the own ones."""
        if self._forms is None:
            self._read_own()
            retired = self._own.retired()
            every = (*self._shipped.forms(), *self._own_forms)
            self._forms = tuple(form for form in every if form.id not in retired)
        return self._forms

    def problems(self) -> tuple[FormError, ...]:
        """Give what is wrong with the forms that do not read."""
        self.forms()
        return (*self._shipped.problems(), *self._problems)

    def own(self) -> tuple[FormDefinition, ...]:
        """Give the newest version of every own form, retired or not, by title."""
        self.forms()
        return self._own_forms

    def forget(self) -> None:
        """Own forms were changed: ask again."""
        self._forms = None

    def _read_own(self) -> None:
        read: dict[str, FormDefinition] = {}
        problems: list[FormError] = []
        for form_id, text in self._own.newest():
            try:
                read[text] = self._read.get(text) or self._files.read_text(form_id, text)
            except FormError as problem:
                problems.append(problem)
        self._read, self._problems = read, tuple(problems)
        by_title = sorted(read.values(), key=lambda form: (form.title.casefold(), form.id))
        self._own_forms = tuple(by_title)
