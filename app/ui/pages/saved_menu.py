"""The button beside the search field: the searches that were given a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.filters import SavedSearch
from app.ui.look import Look
from app.ui.parts.button import Button


class SavedMenu(Button):
    """Opens a menu of them, with the ways to keep the present one and to change the others."""

    opened = Signal()
    chosen = Signal(object)  # SavedSearch
    keep_asked = Signal()
    change_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Offer nothing until the journal was asked."""
        super().__init__(look, self.tr("Saved"), is_small=True)
        self.set_trailing_icon("chevron-down")
        self.setAccessibleName(self.tr("Saved searches"))
        self._saved: tuple[SavedSearch, ...] = ()
        self._names: QActionGroup | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Saved searches"))
        self._menu.aboutToShow.connect(self._on_opened)
        # The button owns them: what a menu owns goes when it is cleared.
        self.none = QAction(self.tr("No search is saved yet"), self)
        self.none.setEnabled(False)
        self.keep = QAction(self.tr("&Keep this search…"), self)
        self.keep.triggered.connect(self.keep_asked)
        self.change = QAction(self.tr("&Rename or remove…"), self)
        self.change.triggered.connect(self.change_asked)
        self.setMenu(self._menu)
        self.show_saved(())
        self.set_can_keep(can_keep=False)

    def show_saved(self, saved: tuple[SavedSearch, ...]) -> None:
        """Offer these."""
        self._saved = saved
        self._menu.clear()
        if self._names is not None:
            self._names.deleteLater()
        self._names = QActionGroup(self._menu)
        self._names.triggered.connect(self._on_name_triggered)
        for number, each in enumerate(saved):
            action = self._names.addAction(each.name.replace("&", "&&"))
            action.setData(number)
        self._menu.addActions(self._names.actions() or [self.none])
        self._menu.addSeparator()
        self._menu.addActions([self.keep, self.change])
        self.change.setEnabled(bool(saved))

    def set_can_keep(self, *, can_keep: bool) -> None:
        """Say whether anything is searched for that could be kept."""
        self.keep.setEnabled(can_keep)

    @property
    def saved(self) -> tuple[SavedSearch, ...]:
        """Those that are offered."""
        return self._saved

    def _on_opened(self) -> None:
        self.opened.emit()
        offered = (each for each in self._menu.actions() if each.isEnabled() and each.text())
        first = next(offered, None)
        if first is not None:
            self._menu.setActiveAction(first)  # else Enter would do nothing

    def _on_name_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._saved[int(action.data())])
