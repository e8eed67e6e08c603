"""Looking at the people key and changing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.identifier_errors import NotInPeopleKey
from app.ui.dialogs.people_key_dialog import PeopleKeyDialog
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    # Loaded with the journal, after the first paint.
    from app.domain.errors import AppError
    from app.domain.identifier import KeptPerson
    from app.services.people_key import PeopleKey
    from app.services.workshop import Desk


class PeopleKeyErrand(Errand):
    """Everything is read and kept on the lane."""

    changed = Signal()  # other names are known now

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready over this page."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("People key")
        self._key = desk.people_key
        self._dialog: PeopleKeyDialog | None = None

    def begin(self, reflection_id: str = "") -> None:
        """Show the key; with an id, that reflection's own entries can be reached too."""
        self._dialog = dialog = PeopleKeyDialog(self.surroundings.look, reflection_id, self.page)
        dialog.kept.connect(self._keep)
        dialog.scope_asked.connect(self._read)
        dialog.finished.connect(self._forget_dialog)
        self._read("")

    def _read(self, scope: str) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self.complain)
        self.surroundings.lane.start(job, partial(self._key.of, scope))

    def _show(self, people: tuple[KeptPerson, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_people(people)
            if not self._dialog.isVisible():
                self._dialog.open()

    def _keep(self, people: tuple[KeptPerson, ...], scope: str) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_not_kept)
        self.surroundings.lane.start(job, partial(_kept, self._key, people, scope))

    def _on_kept(self, people: tuple[KeptPerson, ...]) -> None:
        self._show(people)
        self.changed.emit()

    def _on_not_kept(self, error: AppError) -> None:
        if self._dialog is not None and isinstance(error, NotInPeopleKey):
            self._dialog.refuse(str(error))
        else:
            self.complain(error)

    def _forget_dialog(self) -> None:
        self._dialog = None


def _kept(key: PeopleKey, people: tuple[KeptPerson, ...], scope: str) -> tuple[KeptPerson, ...]:
    key.keep(people, scope)
    return key.of(scope)
