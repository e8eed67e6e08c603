"""The settings of the lock, and the journal's own check."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.dialogs.guide_dialog import PROTECTS, show_guide
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.pages.settings_appearance import drop_down
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.settings import Settings

_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class SecurityGroup(QWidget):
    """When the journal locks, whether it is whole, and what it protects."""

    lock_time_changed = Signal(int)  # minutes

    def __init__(self, look: Look, lane: Lane, settings: Settings, desk: Desk) -> None:
        super().__init__()
        self._look, self._lane, self._settings, self._desk = look, lane, settings, desk
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.minutes_box = drop_down(self.tr("Lock when nothing happens"))
        self._fill_minutes(self.minutes_box)
        self.check = _Check(look)
        self.trouble = Callout(look, "error", "")
        self.trouble.hide()
        promise = Callout(
            look,
            "info",
            "",
            self.tr(
                "Locked, this journal is closed to anyone without the passphrase or the words. "
                "While it is open, whoever controls this computer can read it."
            ),
        )
        words = self.tr("What it can and cannot protect")
        self.protects_button = LinkRow(look, words)
        promise.add_widget(self.protects_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lock = SettingRow(
            look,
            self.tr("Lock when nothing happens"),
            self.tr("Never while keys are pressed. What you are writing is saved first."),
            self.minutes_box,
        )
        self.check_row = SettingRow(
            look,
            self.tr("The journal’s own check"),
            self.tr("Reads every page of the file and the whole record of changes."),
            self.check,
        )
        column.addWidget(lock)
        column.addWidget(self.check_row)
        column.addSpacing(20)
        column.addWidget(self.trouble)
        column.addSpacing(12)
        column.addWidget(promise)

    def _connect(self) -> None:
        self.minutes_box.activated.connect(self._take_minutes)
        self.check.button.clicked.connect(self._begin_check)
        self.protects_button.clicked.connect(self._explain)

    def _fill_minutes(self, box: QComboBox) -> None:
        now = self._settings.lock_after_minutes
        for minutes in sorted({*_MINUTES, now}):
            words = self.tr("{count} minutes") if minutes > 1 else self.tr("{count} minute")
            box.addItem(words.format(count=minutes), minutes)
        box.setCurrentIndex(box.findData(now))

    def _take_minutes(self, index: int) -> None:
        minutes = int(self.minutes_box.itemData(index))
        self._settings.lock_after_minutes = minutes
        self.lock_time_changed.emit(minutes)

    def _begin_check(self) -> None:
        self.check.show_busy()
        job = self._lane.job()
        job.succeeded.connect(self._show_troubles)
        job.failed.connect(self._on_not_checked)
        self._lane.start(job, self._desk.vault.trouble)

    def _show_troubles(self, troubles: tuple[str, ...]) -> None:
        self.check.show_result(is_good=not troubles)
        self.trouble.setVisible(bool(troubles))
        if troubles:
            lead = self.tr("The check found something.")
            self.trouble.set_words(lead, " ".join(troubles))

    def _on_not_checked(self, error: Exception) -> None:
        self.check.show_result(is_good=False)
        self.trouble.set_words(self.tr("The check could not be finished."), str(error))
        self.trouble.show()

    def _explain(self) -> None:
        show_guide(self._look, PROTECTS, self)


class _Check(QWidget):
    """What the last check found, and the button for another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._icon = IconLabel(look, "", "success", "m")
        self.result = Label(look, "", "small", "success")
        self.button = Button(look, self.tr("Check now"), is_small=True)
        line = QHBoxLayout()
        line.setSpacing(look.space("xs"))
        line.addStretch(1)
        line.addWidget(self._icon)
        line.addWidget(self.result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addLayout(line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._icon.hide()
        self.result.hide()

    def show_busy(self) -> None:
        """Say that the check is on its way."""
        self.button.setEnabled(False)
        self._show("refresh-cw", self.tr("Checking…"), "text_muted")

    def show_result(self, *, is_good: bool) -> None:
        """Say in words how it went."""
        self.button.setEnabled(True)
        self.button.set_words(self.tr("Check again"))
        if is_good:
            self._show("circle-check", self.tr("Good, a moment ago"), "success")
        else:
            self._show("circle-alert", self.tr("Not good: see below"), "danger")

    def _show(self, icon: str, words: str, colour: str) -> None:
        self._icon.set_icon(icon, colour)
        self.result.set_colour(colour)
        self.result.setText(words)
        self._icon.show()
        self.result.show()
