"""Says how hard the passphrase is to guess while it is typed, without holding up the typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.strength import Strength, strength_of
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.strength_meter import StrengthMeter

_PAUSE_MS = 120


class PassphraseStrength(QWidget):
    """Estimates on the lane after a short pause; only the newest estimate is shown."""

    def __init__(self, look: Look, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._passphrase = ""
        self._request = 0
        self._is_quiet = False
        self.meter = StrengthMeter(look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.meter)
        self.weigh("")

    def weigh(self, passphrase: str) -> None:
        """Estimate this passphrase soon; an earlier one is forgotten."""
        self._request += 1
        self._passphrase = passphrase
        self._is_quiet = False
        if passphrase:
            self._timer.start()
            return
        self._timer.stop()
        self.meter.show_strength(0, "", self.tr("How hard it is to guess shows here as you type."))

    def be_quiet(self) -> None:
        """Say nothing until something else is typed: the field says why it was refused."""
        self._is_quiet = True
        self.meter.take_words_away()

    def _ask(self) -> None:
        job = self._lane.job()
        job.succeeded.connect(self._show)
        self._lane.start(job, partial(_estimate, self._request, self._passphrase))

    def _show(self, estimate: tuple[int, Strength]) -> None:
        request, strength = estimate
        if request != self._request:
            return
        words = {
            Strength.TOO_EASY: (
                self.tr("Too easy to guess."),
                self.tr("Take several words that do not belong together."),
            ),
            Strength.WEAK: (
                self.tr("Weak."),
                self.tr("Someone patient could find it. One more word would help."),
            ),
            Strength.STRONG: (
                self.tr("Strong."),
                self.tr("One computer would need years to guess it."),
            ),
            Strength.VERY_STRONG: (
                self.tr("Very strong."),
                self.tr("Someone who stole this computer could not expect to guess it."),
            ),
        }
        lead, sentence = ("", "") if self._is_quiet else words[strength]
        self.meter.show_strength(int(strength) + 1, lead, sentence)


def _estimate(request: int, passphrase: str) -> tuple[int, Strength]:
    return request, strength_of(passphrase)
