"""The snapshots of a journal, the newest first, and what can be made of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.domain.backup import Snapshot
from app.ui.dialogs.dialog import Dialog
from app.ui.errands.backup_words import moment_words, size_words
from app.ui.look import Look

_WIDTH = 640
_BETWEEN = 2


class SnapshotsDialog(Dialog):
    """One row for each snapshot; one of them can become a new journal."""

    restore_asked = Signal(object)  # Snapshot
    put_back_asked = Signal()

    def __init__(
        self, look: Look, snapshots: Sequence[Snapshot], parent: QWidget, *, can_put_back: bool
    ) -> None:
        """A closed journal can also be replaced by its newest snapshot."""
        super().__init__(look, self.tr("Snapshots of this journal"), parent)
        self.set_usual_width(_WIDTH)
        self._snapshots = tuple(snapshots)
        self.add_text(
            self.tr(
                "Afterword keeps these by itself, on the same disk as the journal. What was "
                "written after a snapshot is not in it."
            ),
            colour="text_muted",
        )
        self.group = QButtonGroup(self)
        self._add_rows()
        close = self.add_button(self.tr("Close"), "flat")
        close.clicked.connect(self.reject)
        if self._snapshots and can_put_back:
            self.put_back = self.add_button(self.tr("Put back the newest…"))
            self.put_back.clicked.connect(self._ask_to_put_back)
        if self._snapshots:
            self.restore = self.add_button(self.tr("Restore into a new folder…"), "primary")
            self.restore.clicked.connect(self._ask_to_restore)

    def _add_rows(self) -> None:
        if not self._snapshots:
            self.add_text(self.tr("There are none yet. The first is made when you next write."))
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for index, snapshot in enumerate(self._snapshots):
            words = self.tr("{moment} · {size}").format(
                moment=moment_words(snapshot.made_at), size=size_words(snapshot.size_bytes)
            )
            row = QRadioButton(words, holder)
            row.setChecked(index == 0)
            self.group.addButton(row, index)
            column.addWidget(row)
        self.add_content(holder)

    def _ask_to_restore(self) -> None:
        snapshot = self._snapshots[self.group.checkedId()]
        self.accept()
        self.restore_asked.emit(snapshot)

    def _ask_to_put_back(self) -> None:
        self.accept()
        self.put_back_asked.emit()
