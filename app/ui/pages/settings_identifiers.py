"""The setting of possible identifiers: whether they are pointed out while one writes."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.setting_row import SettingRow
from app.ui.settings import Settings


class IdentifiersGroup(QWidget):
    """One switch; what leaves the journal is looked at whatever it says."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.mark_box = QCheckBox(self.tr("Point out while writing"))
        name = self.tr("Possible identifiers")
        self.mark_box.setAccessibleName(self.tr("Point out possible identifiers while writing"))
        meaning = self.tr(
            "Names, places, dates and the like get a dashed line. F8 goes through them; each "
            "reflection has its own switch in the Edit menu. What you print or save is looked at "
            "all the same."
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingRow(look, name, meaning, self.mark_box))
        self.mark_box.clicked.connect(self._take_mark)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        self.mark_box.setChecked(self._settings.is_identifier_marked)

    def _take_mark(self, is_on: bool) -> None:
        self._settings.is_identifier_marked = is_on
