"""The ways out of damage, where the journal is closed: a snapshot, a backup, salvage."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.guide_dialog import MENDING, show_guide
from app.ui.errands.restoring import Restoring
from app.ui.errands.salvaging import Salvaging
from app.ui.errands.snapshots import Snapshots
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.label import Label
from app.ui.surroundings import Surroundings


class WaysOut(QWidget):
    """Each way asks for the passphrase or the words, and changes nothing before that."""

    folder_asked = Signal(object)  # Path of a journal that was mended or made

    def __init__(self, surroundings: Surroundings, page: QWidget, folder: Path) -> None:
        """Stand on this page; its dialogs stand over it."""
        super().__init__()
        look = surroundings.look
        self._look = look
        self._snapshots = Snapshots(surroundings, page, folder, is_closed=True)
        self._restoring = Restoring(surroundings, page, folder.parent)
        self._salvaging = Salvaging(surroundings, page, folder)
        title = Label(look, self.tr("What you can do now"), "body_strong")
        self.snapshot_button = Button(look, self.tr("Look for a snapshot…"), icon="history")
        self.backup_button = Button(look, self.tr("Restore a backup…"), icon="hard-drive")
        self.salvage_button = Button(look, self.tr("Salvage what still reads…"), icon="scan-text")
        self.guide_button = LinkRow(look, self.tr("Which of these is right?"), is_small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space("s"), 0, 0)
        column.setSpacing(look.space("s"))
        for widget in (title, *self.buttons):
            column.addWidget(widget)
        self._connect()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Everything that can be pressed, as it is read."""
        return (self.snapshot_button, self.backup_button, self.salvage_button, self.guide_button)

    def _connect(self) -> None:
        self.snapshot_button.clicked.connect(self._snapshots.begin)
        self.backup_button.clicked.connect(self._restoring.restore)
        self.salvage_button.clicked.connect(self._salvaging.begin)
        self.guide_button.clicked.connect(self._show_guide)
        for errand in (self._snapshots, self._restoring, self._salvaging):
            errand.folder_asked.connect(self.folder_asked)

    def _show_guide(self) -> None:
        show_guide(self._look, MENDING, self)
