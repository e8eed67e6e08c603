"""A new passphrase for the journal, and a new key where somebody may know the old one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, SecretError
from app.domain.key_change import KeysChanged
from app.domain.progress import Progress, SteppedProgress
from app.domain.secret import Passphrase, Secret
from app.services.keys import Keys
from app.services.strength import refuse_if_too_easy
from app.ui.dialogs.working_dialog import WorkingDialog
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.new_key_wish import NewKeyWish
from app.ui.pages.new_passphrase import NewPassphraseEntry
from app.ui.parts.check_line import CheckLine
from app.ui.parts.secret_entry import SecretEntry
from app.ui.replacing import KEYS_CHANGING


class NewPassphraseDialog(WorkingDialog):
    """Sets a new passphrase where the secret that opens the journal is known already."""

    def __init__(
        self, look: Look, lane: Lane, keys: Keys, opened_by: tuple[Path, Secret], parent: QWidget
    ) -> None:
        super().__init__(look, lane, self.tr("Choose a new passphrase now?"), parent)
        self._keys = keys
        self._folder, self._secret = opened_by
        self.add_text(
            self.tr(
                "The recovery words opened the journal. With a new passphrase you can put the "
                "paper away again; the words stay the same."
            ),
            colour="text_muted",
        )
        self.new = NewPassphraseEntry(look, lane)
        self.add_content(self.new)
        self.add_content(self.trouble)
        self.later = self.add_button(self.tr("Not now"), "flat")
        self.set_button = self.add_button(self.tr("Set the passphrase"), "primary")
        self.later.clicked.connect(self.reject)
        self.set_button.clicked.connect(self._set)
        self.new.return_pressed.connect(self._set)
        self.new.setFocus()

    def complain(self, error: AppError) -> None:
        """Say what is wrong with the new passphrase under it, everything else below."""
        if isinstance(error, SecretError):
            self.new.refuse(str(error))
            self.show_refused()
        else:
            super().complain(error)

    def forget(self) -> None:
        """Forget what was typed."""
        self.new.forget()

    @property
    def note_of_lock(self) -> str:
        """Say so where a lock comes while the passphrase is being changed."""
        return KEYS_CHANGING if self.is_working else ""

    def _set(self) -> None:
        text = self.new.taken()
        if not text:
            self.show_refused()
        else:
            work = partial(_changed, self._keys, self._folder, self._secret, text)
            self.begin(self.tr("Setting the passphrase…"), work)


class ChangePassphraseDialog(WorkingDialog):
    """Asks for the present secret too, and whether somebody may know it."""

    new_key_asked = Signal(object)  # NewKeyWish

    def __init__(self, look: Look, lane: Lane, keys: Keys, folder: Path, parent: QWidget) -> None:
        super().__init__(look, lane, self.tr("Change the passphrase"), parent)
        self._keys, self._folder = keys, folder
        self.present = SecretEntry(look, self.tr("Present passphrase"))
        self.new = NewPassphraseEntry(look, lane)
        self.known_line = CheckLine(look)
        self.known_line.set_words(
            self.tr("I think somebody knows it"),
            self.tr(
                "Then the journal gets a new key as well, and you get 24 new recovery words. It is "
                "closed for that. Have a pen and paper ready, or a printer."
            ),
        )
        for widget in (self.present, self.new, self.known_line, self.trouble):
            self.add_content(widget)
        self.back = self.add_button(self.tr("Leave it as it is"), "flat")
        self.change = self.add_button(self._change_words(), "primary")
        self._connect()
        self.present.setFocus()

    def _connect(self) -> None:
        self.back.clicked.connect(self.reject)
        self.change.clicked.connect(self._change)
        self.new.return_pressed.connect(self._change)
        self.present.return_pressed.connect(self.new.setFocus)
        self.present.way_changed.connect(self.fit)
        self.known_line.toggled.connect(self._name_step)

    def complain(self, error: AppError) -> None:
        """Say what is wrong where it was typed."""
        if isinstance(error, SecretError):
            self.new.refuse(str(error))
            self.show_refused()
            return
        super().complain(error)
        self.present.select_all()

    def take_result(self, result: object) -> None:
        """Close, and tell what is in force; or what the journal has to be closed for."""
        if not isinstance(result, NewKeyWish):
            super().take_result(result)
            return
        self.accept()
        self.new_key_asked.emit(result)

    def forget(self) -> None:
        """Forget what was typed."""
        self.present.clear()
        self.new.forget()

    @property
    def note_of_lock(self) -> str:
        """Say so where a lock comes while the passphrase is being changed."""
        return KEYS_CHANGING if self.is_working else ""

    def _name_step(self) -> None:
        self.change.set_words(
            self.tr("Close the journal and go on")
            if self.known_line.isChecked()
            else self._change_words()
        )
        self.fit()

    def _change_words(self) -> str:
        return self.tr("Change the passphrase")

    def _change(self) -> None:
        secret = self.present.secret
        if secret is None:
            self.present.select_all()
            self.show_refused()
            return
        text = self.new.taken()
        if not text:
            self.show_refused()
            return
        title = self.tr("Changing the passphrase…")
        if not self.known_line.isChecked():
            work = partial(_changed, self._keys, self._folder, secret, text)
            self.begin(title, work)
        elif secret == Passphrase(text):
            self.new.refuse(self.tr("That is the passphrase somebody may know. Choose another."))
            self.show_refused()
        else:
            self.begin(title, partial(_wished, NewKeyWish(self._folder, secret, text)))


def _changed(
    keys: Keys, folder: Path, secret: Secret, text: str, progress: SteppedProgress
) -> KeysChanged:
    return keys.change_passphrase(folder, secret, text, progress)


def _wished(wish: NewKeyWish, _progress: Progress) -> NewKeyWish:
    # Before the journal is closed for it, not after.
    refuse_if_too_easy(wish.new_passphrase)
    return wish
