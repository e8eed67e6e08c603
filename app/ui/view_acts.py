"""Joins the View menu: theme, text size, spacing, and the way between the window's regions."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.ui.actions import Actions
from app.ui.look import Look
from app.ui.settings import Settings
from app.ui.system_theme import AS_SYSTEM, theme_to_show
from app.ui.tokens import STEPS

_THEMES = {
    "theme_system": AS_SYSTEM,
    "theme_light": "light",
    "theme_dark": "dark",
    "theme_high_contrast": "high_contrast",
    "theme_high_contrast_light": "high_contrast_light",
}
_LARGER, _SMALLER, _USUAL = 1, -1, 0


@runtime_checkable
class HasEntrance(Protocol):
    """A region in which one control is where a person is now."""

    def entrance(self) -> QWidget | None:
        """Give the control to go to, whatever had the focus before."""
        ...


class ViewActs(QObject):
    """How the window looks, kept in the settings."""

    def __init__(
        self, window: QMainWindow, actions: Actions, look: Look, settings: Settings
    ) -> None:
        """Join the entries."""
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._look = look
        self._settings = settings
        self._themes = QActionGroup(self)
        for name, theme in _THEMES.items():
            actions[name].setData(theme)
            self._themes.addAction(actions[name])
        sizes = QActionGroup(self)
        sizes.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for name, step in (("larger", _LARGER), ("smaller", _SMALLER), ("usual_size", _USUAL)):
            actions[name].setData(step)
            sizes.addAction(actions[name])
        self._themes.triggered.connect(self._change_theme)
        sizes.triggered.connect(self._change_size)
        actions["wide_spacing"].triggered.connect(self._change_spacing)
        actions["next_region"].triggered.connect(self._focus_next_region)
        actions["previous_region"].triggered.connect(self._focus_previous_region)
        look.changed.connect(self._mark)
        self._mark()

    def _mark(self) -> None:
        for name, theme in _THEMES.items():
            self._actions[name].setChecked(theme == self._settings.theme)
        self._actions["wide_spacing"].setChecked(self._settings.is_dyslexia_spacing)

    def _change_theme(self, action: QAction) -> None:
        self._settings.theme = action.data()
        self._look.set_theme(theme_to_show(self._settings.theme))

    def _change_spacing(self, is_wide: bool) -> None:
        self._settings.is_dyslexia_spacing = is_wide
        self._look.set_spacing(is_wide)

    def _change_size(self, action: QAction) -> None:
        step = action.data()
        scale = 1.0 if step == _USUAL else _stepped(self._look, step)
        self._settings.scale = scale
        self._look.set_scale(scale)

    def _focus_next_region(self) -> None:
        self._focus_region(1)

    def _focus_previous_region(self) -> None:
        self._focus_region(-1)

    def _focus_region(self, direction: int) -> None:
        """Go to the next part of the window that can take the focus."""
        regions = [each for each in _regions(self._window) if _first_focusable(each) is not None]
        if not regions:
            return
        focused = QApplication.focusWidget()
        inside = [
            index
            for index, region in enumerate(regions)
            if focused is not None and (region is focused or region.isAncestorOf(focused))
        ]
        start = inside[-1] if inside else -direction if direction > 0 else 0
        target = _first_focusable(regions[(start + direction) % len(regions)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def _stepped(look: Look, direction: int) -> float:
    distances = [abs(step - look.theme.scale) for step in STEPS]
    nearest = distances.index(min(distances))
    return STEPS[min(len(STEPS) - 1, max(0, nearest + direction))]


def _regions(window: QMainWindow) -> list[QWidget]:
    """Give the visible parts that were marked as regions, in reading order, the inner ones only."""
    marked = [each for each in window.findChildren(QWidget) if each.property("region")]
    found = [each for each in marked if each.isVisible()]
    return [each for each in found if not _holds_another(each, found)]


def _holds_another(region: QWidget, regions: list[QWidget]) -> bool:
    # Qt counts a widget among its own ancestors.
    return any(other is not region and region.isAncestorOf(other) for other in regions)


def _first_focusable(region: QWidget) -> QWidget | None:
    """Give a region's own entrance, else where the focus was in it, else what Tab reaches first."""
    before = region.focusWidget()
    inside = [before] if before is not None and region.isAncestorOf(before) else []
    entrance = region.entrance() if isinstance(region, HasEntrance) else None
    first = inside if entrance is None else [entrance]
    for widget in (*first, region, *region.findChildren(QWidget)):
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and widget.isVisible() and widget.isEnabled():
            return widget
    return None
