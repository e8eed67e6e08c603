"""The settings of what opens the journal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.dialogs.guide_dialog import KEYS, show_guide
from app.ui.errands.changing_keys import ChangingKeys
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.surroundings import Surroundings


class KeysGroup(QWidget):
    """The passphrase, the recovery words, and what a guess costs."""

    new_key_asked = Signal(object)  # NewKeyWish

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._look = surroundings.look
        self._errand = ChangingKeys(surroundings, page, desk.vault.folder)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.change_button = Button(look, self.tr("Change the passphrase…"), is_small=True)
        self.words_button = Button(look, self.tr("Make new recovery words…"), is_small=True)
        self.measure_button = Button(look, self.tr("Measure this computer anew…"), is_small=True)
        self.guide_button = LinkRow(look, self.tr("Which of these do I need?"), is_small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("Passphrase and recovery words"), "heading"))
        for name, meaning, button in (
            (
                self.tr("Passphrase"),
                self.tr(
                    "A few seconds’ work. The recovery words stay the same, unless you think "
                    "somebody knows the passphrase."
                ),
                self.change_button,
            ),
            (
                self.tr("Recovery words"),
                self.tr(
                    "24 words open the journal without the passphrase. They cannot be shown again; "
                    "new ones can be made, and then the old paper opens only old copies."
                ),
                self.words_button,
            ),
            (
                self.tr("What a guess costs"),
                self.tr(
                    "Opening takes about a second on purpose. On a faster computer, measuring "
                    "anew makes guessing harder."
                ),
                self.measure_button,
            ),
        ):
            column.addWidget(SettingRow(look, name, meaning, button))
        column.addSpacing(look.space("s"))
        column.addWidget(self.guide_button)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._errand.change_passphrase)
        self.words_button.clicked.connect(self._errand.make_new_words)
        self.measure_button.clicked.connect(self._errand.measure_anew)
        self.guide_button.clicked.connect(self._show_guide)
        self._errand.new_key_asked.connect(self.new_key_asked)

    def _show_guide(self) -> None:
        show_guide(self._look, KEYS, self)
