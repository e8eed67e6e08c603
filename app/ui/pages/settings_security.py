"""The settings of security: keys, lock, shared screens, backups, the check, and the promise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.dialogs.guide_dialog import PROTECTS, show_guide
from app.ui.look import Look
from app.ui.pages.settings_backups import BackupsGroup
from app.ui.pages.settings_capture import CaptureGroup
from app.ui.pages.settings_check import CheckGroup
from app.ui.pages.settings_keys import KeysGroup
from app.ui.parts.button import LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.surroundings import Surroundings

_MINUTES = (1, 2, 5, 10, 15, 30, 60)


class SecurityGroup(QWidget):
    """Calm groups under each other, each a module of its own but for the lock."""

    lock_time_changed = Signal(int)  # minutes

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._look, self._settings = surroundings.look, surroundings.settings
        self.keys = KeysGroup(surroundings, desk, page)
        self.capture = CaptureGroup(surroundings.look, surroundings.settings)
        self.backups = BackupsGroup(surroundings, desk, page)
        self.checking = CheckGroup(surroundings, desk, page)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.minutes_box = drop_down(self.tr("Lock when nothing happens"))
        self._fill_minutes(self.minutes_box)
        self.promise = promise = Callout(
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
        column.addSpacing(look.space("m"))
        locking = _Titled(look, self.tr("Lock"), lock)
        for group in (self.keys, locking, self.capture, self.backups, self.checking):
            column.addWidget(group)
            column.addSpacing(look.space("xl"))
        column.addWidget(promise)

    def _connect(self) -> None:
        self.minutes_box.activated.connect(self._take_minutes)
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

    def _explain(self) -> None:
        show_guide(self._look, PROTECTS, self)


class _Titled(QWidget):
    """A setting under a heading of its own."""

    def __init__(self, look: Look, title: str, setting: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, title, "heading"))
        column.addWidget(setting)
