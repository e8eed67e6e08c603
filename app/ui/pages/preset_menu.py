"""The button over the list of the summary's parts: its layout by name, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.summary.preset import USUAL, Preset
from app.ui.look import Look
from app.ui.parts.button import Button

_MOST_SHOWN = 24


class PresetMenu(Button):
    """Shows the preset in use, and opens a menu of all."""

    chosen = Signal(object)  # Preset
    save_as_asked = Signal()
    update_asked = Signal()
    rename_asked = Signal()
    remove_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Offer the usual one until the journal was asked."""
        super().__init__(look, "", "flat", is_small=True)
        self.set_trailing_icon("chevron-down")
        self._presets: tuple[Preset, ...] = (USUAL,)
        self.current = USUAL
        self._names: QActionGroup | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Presets"))
        # The button owns them: what a menu owns goes when it is cleared.
        self.save_as = self._act(self.tr("&Save as a preset…"), self.save_as_asked)
        self.update_it = self._act("", self.update_asked)
        self.rename = self._act("", self.rename_asked)
        self.remove = self._act("", self.remove_asked)
        self.setMenu(self._menu)
        self.show_presets((USUAL,), USUAL, fits=True)

    def _act(self, words: str, asked: object) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(asked)
        return action

    @property
    def presets(self) -> tuple[Preset, ...]:
        """Those that are offered."""
        return self._presets

    def show_presets(self, presets: tuple[Preset, ...], current: Preset, *, fits: bool) -> None:
        """Offer these, and say whether the page is laid out as the current one says."""
        self._presets, self.current = presets, current
        words = self.tr("Preset: {name}") if fits else self.tr("Preset: {name}, changed")
        self.set_words(words.format(name=_short(current.name)))
        self.setAccessibleName(words.format(name=current.name))
        self._fill(current, fits=fits)

    def _fill(self, current: Preset, *, fits: bool) -> None:
        self._menu.clear()
        if self._names is not None:
            self._names.deleteLater()
        self._names = QActionGroup(self._menu)
        self._names.triggered.connect(self._on_name_triggered)
        for number, each in enumerate(self._presets):
            action = self._names.addAction(each.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.name == current.name)
            action.setData(number)
        self._menu.addActions(self._names.actions())
        self._menu.addSeparator()
        self._menu.addActions([self.save_as, self.update_it, self.rename, self.remove])
        is_own = current.name != USUAL.name
        name = _short(current.name).replace("&", "&&")
        for action, words in (
            (self.update_it, self.tr("&Update “{name}”")),
            (self.rename, self.tr("&Rename “{name}”…")),
            (self.remove, self.tr("Re&move “{name}”")),
        ):
            action.setText(words.format(name=name))
            action.setVisible(is_own)
        self.update_it.setEnabled(not fits)

    def _on_name_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._presets[int(action.data())])


def _short(name: str) -> str:
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN].rstrip()}…"
