"""A calm word on home while nobody has confirmed the journal's recovery words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.errands.changing_keys import ChangingKeys
    from app.ui.parts.callout import Callout


class UnconfirmedWords(QWidget):
    """Takes no room and loads nothing where the words were confirmed."""

    new_key_asked = Signal(object)  # NewKeyWish

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._surroundings, self._desk, self._page = surroundings, desk, page
        self.callout: Callout | None = None
        self._errand: ChangingKeys | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, surroundings.look.space("l"))
        self.hide()

    def load(self) -> None:
        """Ask the journal."""
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._show)
        self._surroundings.lane.start(job, self._desk.vault.words_mark.are_confirmed)

    def _show(self, are_confirmed: bool) -> None:
        if not are_confirmed and self.callout is None:
            self._make()
        self.setVisible(not are_confirmed)

    def _make(self) -> None:
        from app.ui.errands.changing_keys import ChangingKeys
        from app.ui.parts.button import Button
        from app.ui.parts.button_row import ButtonRow
        from app.ui.parts.callout import Callout

        look = self._surroundings.look
        self.callout = Callout(
            look,
            "info",
            self.tr("You haven’t confirmed your recovery words."),
            self.tr(
                "Without them, nothing opens the journal if you forget the passphrase. They "
                "cannot be shown again, but you can make new ones; the old ones then open only "
                "old copies."
            ),
        )
        self._errand = ChangingKeys(self._surroundings, self._page, self._desk.vault.folder)
        self._errand.new_key_asked.connect(self.new_key_asked)
        self.make_button = Button(look, self.tr("Make new recovery words…"), is_small=True)
        self.make_button.clicked.connect(self._errand.make_new_words)
        row = ButtonRow(look)
        row.add(self.make_button)
        row.add_stretch()
        self.callout.add_row(row)
        self._column.addWidget(self.callout)
