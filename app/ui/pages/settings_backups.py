"""The settings of what is kept beside the journal: backups and snapshots."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_words import plain_date
from app.services.workshop import Desk
from app.ui.errands.backing_up import BackingUp
from app.ui.errands.restoring import Restoring
from app.ui.errands.snapshots import Snapshots
from app.ui.parts.button import Button
from app.ui.parts.button_column import ButtonColumn
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.surroundings import Surroundings


class BackupsGroup(QWidget):
    """Backups one makes, and snapshots that are made for one."""

    folder_asked = Signal(object)  # Path of a journal that was restored

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._surroundings, self._desk, self._look = surroundings, desk, surroundings.look
        folder = desk.vault.folder
        self._backing_up = BackingUp(surroundings, page, desk)
        self._restoring = Restoring(surroundings, page, folder.parent)
        self._snapshots = Snapshots(surroundings, page, folder, is_closed=False)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.back_up_button = Button(look, self.tr("Back up now…"), is_small=True)
        restoring = ButtonColumn(
            look, (self.tr("Look inside a backup…"), self.tr("Restore a backup…"))
        )
        self.look_button, self.restore_button = restoring.buttons
        self.snapshots_button = Button(look, self.tr("Snapshots…"), is_small=True)
        self.last_row = SettingRow(look, self.tr("Back up"), " ", self.back_up_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("Backups"), "heading"))
        column.addWidget(self.last_row)
        column.addWidget(
            SettingRow(
                look,
                self.tr("Look inside, or restore"),
                self.tr(
                    "A backup is restored as a new journal in a new folder. The one you have is "
                    "not touched."
                ),
                restoring,
            )
        )
        column.addWidget(
            SettingRow(
                look,
                self.tr("Snapshots"),
                self.tr(
                    "Made for you on the first change of each day, on the same disk as the journal."
                ),
                self.snapshots_button,
            )
        )

    def _connect(self) -> None:
        self.back_up_button.clicked.connect(self._backing_up.begin)
        self.look_button.clicked.connect(self._restoring.look_inside)
        self.restore_button.clicked.connect(self._restoring.restore)
        self.snapshots_button.clicked.connect(self._snapshots.begin)
        self._backing_up.backed_up.connect(self.load)
        self._restoring.folder_asked.connect(self.folder_asked)
        self._snapshots.folder_asked.connect(self.folder_asked)

    def load(self) -> None:
        """Say when the last backup was made."""
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._show_last)
        backups = self._surroundings.workshop.backups
        self._surroundings.lane.start(job, partial(backups.last_backup, self._desk.vault))

    def _show_last(self, last: datetime | None) -> None:
        if last is None:
            self.last_row.set_meaning(
                self.tr("None has been made yet. One file, encrypted like the journal.")
            )
            return
        day = plain_date(last.astimezone().date())
        words = self.tr("The last one was made on {day}. Once a month is a good rhythm.")
        self.last_row.set_meaning(words.format(day=day))
