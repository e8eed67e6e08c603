"""What can be changed about the keys of an open journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.key_change import KeysChanged
from app.domain.progress import Progress, SteppedProgress
from app.domain.secret import Passphrase, Secret
from app.ui.dialogs.passphrase_dialog import ChangePassphraseDialog
from app.ui.dialogs.secret_dialog import SecretWords
from app.ui.errands.errand import Errand
from app.ui.new_key_wish import NewKeyWish
from app.ui.surroundings import Surroundings


class ChangingKeys(Errand):
    """A new passphrase at once; a new key is only asked for, because the journal must be closed."""

    new_key_asked = Signal(object)  # NewKeyWish

    def __init__(self, surroundings: Surroundings, page: QWidget, folder: Path) -> None:
        """Stand ready for the journal in this folder."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("The keys were not changed")
        self._folder = folder

    def change_passphrase(self) -> None:
        """Ask for the present and the new one."""
        look, lane = self.surroundings.look, self.surroundings.lane
        dialog = ChangePassphraseDialog(look, lane, self.workshop.keys, self._folder, self.page)
        dialog.succeeded.connect(self._on_changed)
        dialog.new_key_asked.connect(self.new_key_asked)
        dialog.open()

    def make_new_words(self) -> None:
        """Ask for the passphrase, which stays."""
        words = SecretWords(
            title=self.tr("Make new recovery words"),
            meaning=self.tr(
                "The journal is closed, encrypted anew under a new key, and you get 24 new words. "
                "The old paper then opens only old backups and snapshots. Your passphrase stays. "
                "Have a pen and paper ready, or a printer."
            ),
            go_on=self.tr("Close the journal and go on"),
            under_way=self.tr("Closing the journal…"),
            takes_words=False,
        )
        self.ask_secret(words, self._wish, self.new_key_asked.emit)

    def measure_anew(self) -> None:
        """Ask for the passphrase, and make guessing it as dear as this computer bears."""
        words = SecretWords(
            title=self.tr("Measure this computer anew"),
            meaning=self.tr(
                "Each guess at your passphrase is made to cost time and memory. Afterword measures "
                "how much this computer bears, and takes more where it can."
            ),
            go_on=self.tr("Measure"),
            under_way=self.tr("Measuring this computer…"),
            takes_words=False,
        )
        self.ask_secret(words, self._measure, self._on_measured)

    def _wish(self, secret: Secret, _progress: Progress) -> NewKeyWish:
        return NewKeyWish(self._folder, secret)

    def _measure(self, secret: Secret, progress: SteppedProgress) -> KeysChanged:
        assert isinstance(secret, Passphrase)
        return self.workshop.keys.retune(self._folder, secret.text, progress)

    def _on_changed(self, changed: KeysChanged) -> None:
        lead, *others = changed.words()
        self._tell(self.tr("Passphrase"), lead, tuple(others))

    def _on_measured(self, changed: KeysChanged) -> None:
        self._tell(self.tr("Measured"), changed.cost_words(), ())

    def _tell(self, title: str, lead: str, sentences: tuple[str, ...]) -> None:
        dialog = self.tell(title, lead, ("", *sentences))
        dialog.add_ways()
        dialog.open()
