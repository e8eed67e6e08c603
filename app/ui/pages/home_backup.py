"""A quiet word on home when it is time for a backup; it can be put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_words import plain_date
from app.services.backups import Backups
from app.services.ports import Vault
from app.services.workshop import Desk
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.errands.backing_up import BackingUp
    from app.ui.parts.callout import Callout


@dataclass(frozen=True, slots=True)
class _Due:
    is_due: bool
    last: datetime | None


class BackupReminder(QWidget):
    """Takes no room and loads nothing until there is something to remind of."""

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._surroundings, self._desk, self._page = surroundings, desk, page
        self.callout: Callout | None = None
        self._backing_up: BackingUp | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, surroundings.look.space("l"))
        self.hide()

    def load(self) -> None:
        """Ask whether a backup is due."""
        self._start(partial(_due, self._surroundings.workshop.backups, self._desk.vault))

    def _start(self, work: partial[_Due]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._show)
        self._surroundings.lane.start(job, work)

    def _show(self, due: _Due) -> None:
        if not due.is_due:
            self.hide()
            return
        callout = self._made()
        rest = self.tr("None has been made yet, and everything is on this disk only.")
        if due.last is not None:
            day = plain_date(due.last.astimezone().date())
            rest = self.tr("The last one was made on {day}.").format(day=day)
        callout.set_words(self.tr("It is time for a backup."), rest)
        self.show()

    def _made(self) -> Callout:
        if self.callout is not None:
            return self.callout
        from app.ui.errands.backing_up import BackingUp
        from app.ui.parts.button import Button
        from app.ui.parts.button_row import ButtonRow
        from app.ui.parts.callout import Callout

        look = self._surroundings.look
        self.callout = Callout(look, "info", "")
        self._backing_up = BackingUp(self._surroundings, self._page, self._desk)
        self.back_up_button = Button(look, self.tr("Back up now…"), is_small=True)
        self.later_button = Button(look, self.tr("Remind me in a week"), "flat", is_small=True)
        row = ButtonRow(look)
        row.add(self.back_up_button)
        row.add(self.later_button)
        row.add_stretch()
        self.callout.add_row(row)
        self._column.addWidget(self.callout)
        self.back_up_button.clicked.connect(self._backing_up.begin)
        self.later_button.clicked.connect(self._put_off)
        self._backing_up.backed_up.connect(self.load)
        return self.callout

    def _put_off(self) -> None:
        self._start(partial(_put_off, self._surroundings.workshop.backups, self._desk.vault))


def _due(backups: Backups, vault: Vault) -> _Due:
    return _Due(backups.is_due(vault), backups.last_backup(vault))


def _put_off(backups: Backups, vault: Vault) -> _Due:
    backups.put_off(vault)
    return _due(backups, vault)
