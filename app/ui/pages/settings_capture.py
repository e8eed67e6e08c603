"""The setting that keeps the windows out of shared screens and screenshots."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.capture import can_hide_from_capture, hide_shown_from_capture
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.settings import Settings


class CaptureGroup(QWidget):
    """A switch where the system can do it; elsewhere it stands still and says so."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        name = self.tr("Hide this window from screen sharing and screenshots")
        self.hidden_box = QCheckBox(self.tr("Hidden"))
        self.hidden_box.setAccessibleName(name)
        can_hide = can_hide_from_capture()
        self.hidden_box.setEnabled(can_hide)
        self.hidden_box.setChecked(can_hide and settings.is_hidden_from_capture)
        self.row = SettingRow(look, name, self._meaning(can_hide=can_hide), self.hidden_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("Shared screens"), "heading"))
        column.addWidget(self.row)
        self.hidden_box.clicked.connect(self._take)

    def _meaning(self, *, can_hide: bool) -> str:
        if can_hide:
            return self.tr(
                "Calls, recordings and screenshots show nothing of Afterword; your own screen does."
            )
        return self.tr(
            "This computer’s system cannot leave a window out, so whoever sees your screen sees "
            "this window too."
        )

    def _take(self, is_hidden: bool) -> None:
        self._settings.is_hidden_from_capture = is_hidden
        hide_shown_from_capture(is_hidden=is_hidden)
