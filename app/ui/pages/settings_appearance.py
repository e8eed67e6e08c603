"""The settings of how things look and how one writes; each takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.drop_down import drop_down
from app.ui.parts.segmented import Segmented
from app.ui.parts.setting_row import SettingRow
from app.ui.settings import Settings
from app.ui.system_theme import AS_SYSTEM, theme_to_show
from app.ui.tokens import STEPS

_WHOLE, _ONE = "whole", "one"


class AppearanceGroup(QWidget):
    """Theme, text size and spacing."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self._build()
        self._connect()
        self.show_settings()

    def _build(self) -> None:
        look = self._look
        self.theme_box = drop_down(self.tr("Theme"))
        for words, name in (
            (self.tr("As the system"), AS_SYSTEM),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "high_contrast"),
            (self.tr("High contrast, light"), "high_contrast_light"),
        ):
            self.theme_box.addItem(words, name)
        self.size_box = drop_down(self.tr("Text size"))
        for step in STEPS:
            self.size_box.addItem(self.tr("{share} %").format(share=round(100 * step)), step)
        self.spacing_box = QCheckBox(self.tr("Wider"))
        self.spacing_box.setAccessibleName(self.tr("Wider spacing of answers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, meaning, control in (
            (
                self.tr("Theme"),
                self.tr("Every theme keeps words and edges well apart from their ground."),
                self.theme_box,
            ),
            (
                self.tr("Text size"),
                self.tr(
                    "Pages fold where large text needs the room. Ctrl+plus and Ctrl+minus do "
                    "the same."
                ),
                self.size_box,
            ),
            (
                self.tr("Spacing of answers"),
                self.tr("Letters, words and lines stand further apart, in a plainer type."),
                self.spacing_box,
            ),
        ):
            column.addWidget(SettingRow(look, name, meaning, control))

    def _connect(self) -> None:
        self.theme_box.activated.connect(self._take_theme)
        self.size_box.activated.connect(self._take_size)
        self.spacing_box.clicked.connect(self._take_spacing)
        self._look.changed.connect(self.show_settings)

    def show_settings(self) -> None:
        """Show what is set, also when a menu has set it."""
        with QSignalBlocker(self.theme_box), QSignalBlocker(self.size_box):
            self.theme_box.setCurrentIndex(max(0, self.theme_box.findData(self._settings.theme)))
            sizes = [abs(step - self._look.theme.scale) for step in STEPS]
            self.size_box.setCurrentIndex(sizes.index(min(sizes)))
        self.spacing_box.setChecked(self._look.theme.is_dyslexia)

    def _take_theme(self, index: int) -> None:
        self._settings.theme = str(self.theme_box.itemData(index))
        self._look.set_theme(theme_to_show(self._settings.theme))

    def _take_size(self, index: int) -> None:
        self._settings.scale = float(self.size_box.itemData(index))
        self._look.set_scale(self._settings.scale)

    def _take_spacing(self, is_on: bool) -> None:
        self._settings.is_dyslexia_spacing = is_on
        self._look.set_spacing(is_on)


class WritingGroup(QWidget):
    """How a form is shown when it is opened."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        name = self.tr("Prompts")
        options = ((_WHOLE, self.tr("Whole form")), (_ONE, self.tr("One at a time")))
        self.mode = Segmented(look, options, name)
        meaning = self.tr("How a reflection opens. Ctrl+M changes it while you write.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingRow(look, name, meaning, self.mode))
        self.mode.chosen_changed.connect(self._take_mode)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        self.mode.set_chosen(_ONE if self._settings.is_one_at_a_time else _WHOLE)

    def _take_mode(self, mode: str) -> None:
        self._settings.is_one_at_a_time = mode == _ONE
