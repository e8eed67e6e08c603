"""What is asked between opening a journal and showing it: is it the one meant, a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.key_change import KeysChanged
from app.domain.secret import RecoveryWords
from app.ui.dialogs.older_journal_dialog import OlderJournalDialog
from app.ui.dialogs.passphrase_dialog import NewPassphraseDialog
from app.ui.errands.errand import Errand
from app.ui.pages.opening import Opening
from app.ui.surroundings import Surroundings


class Entering(Errand):
    """The journal stays with the page's opening until everything is answered."""

    entered = Signal()
    refused = Signal()  # the person would rather have it closed

    def __init__(
        self,
        surroundings: Surroundings,
        page: QWidget,
        opening: Opening,
        words: RecoveryWords | None,
    ) -> None:
        """Take what was opened, and the words if it was they that opened it."""
        super().__init__(surroundings, page, "")
        self._opening = opening
        self._words = words

    def begin(self) -> None:
        """Ask whether this is the journal that was meant, if there is any doubt."""
        warning = self._opening.warning
        if warning is None:
            self._offer()
            return
        dialog = OlderJournalDialog(self.surroundings.look, warning, self.page)
        dialog.accepted.connect(self._accept)
        dialog.rejected.connect(self._refuse)
        dialog.open()

    def _accept(self) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_accepted)
        job.failed.connect(self._on_accepted)
        self.surroundings.lane.start(job, self._opening.accept_as_newest)

    def _on_accepted(self, _result: object) -> None:
        self._offer()

    def _refuse(self) -> None:
        self._words = None
        self.refused.emit()

    def _offer(self) -> None:
        words, self._words = self._words, None
        if words is None:
            self.entered.emit()
            return
        look, lane = self.surroundings.look, self.surroundings.lane
        opened_by = (self._opening.folder, words)
        dialog = NewPassphraseDialog(look, lane, self.workshop.keys, opened_by, self.page)
        dialog.succeeded.connect(self._on_set)
        dialog.rejected.connect(self.entered)
        dialog.open()

    def _on_set(self, changed: KeysChanged) -> None:
        lead, *others = changed.words()
        dialog = self.tell(self.tr("Passphrase"), lead, ("", *others))
        dialog.add_ways(close=self.tr("Go on to the journal"))
        dialog.rejected.connect(self.entered)
        dialog.open()
