"""Asks for the passphrase or the recovery words, and does one thing with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.progress import SteppedProgress
from app.domain.secret import Secret
from app.ui.dialogs.working_dialog import WorkingDialog
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.secret_entry import SecretEntry

Work = Callable[[Secret, SteppedProgress], object]


@dataclass(frozen=True, slots=True)
class SecretWords:
    """What a secret dialog says."""

    title: str
    meaning: str
    go_on: str
    under_way: str  # the title of the progress
    label: str = ""  # over the field, where “Passphrase” does not say which
    takes_words: bool = True
    can_stop: bool = True


class SecretDialog(WorkingDialog):
    """A wrong secret is said under the field, ready to be typed again."""

    def __init__(
        self, look: Look, lane: Lane, words: SecretWords, work: Work, parent: QWidget
    ) -> None:
        super().__init__(look, lane, words.title, parent)
        self._words, self._work = words, work
        self.add_text(words.meaning, colour="text_muted")
        label = words.label or self.tr("Passphrase")
        self.entry = SecretEntry(look, label, takes_words=words.takes_words)
        self.add_content(self.entry)
        self.add_content(self.trouble)
        self.back = self.add_button(self.tr("Leave it"), "flat")
        self.go_on = self.add_button(words.go_on, "primary")
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)
        self.entry.return_pressed.connect(self._go_on)
        self.entry.way_changed.connect(self.fit)
        self.entry.setFocus()

    def complain(self, error: AppError) -> None:
        """Say what went wrong, with the secret selected."""
        super().complain(error)
        self.entry.select_all()
        # The dialog over this one is still closing, and takes the focus, and with it what is
        # selected, once more.
        QTimer.singleShot(0, self.entry, self.entry.select_all)

    def forget(self) -> None:
        """Forget what was typed."""
        self.entry.clear()

    def _go_on(self) -> None:
        secret = self.entry.secret
        if secret is None:
            self.entry.select_all()
            return
        work = partial(self._work, secret)
        self.begin(self._words.under_way, work, can_stop=self._words.can_stop)
