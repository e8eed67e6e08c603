"""The themes of a reflection: chips that can be removed, and a line to add one."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_LONGEST_THEME = 60


class ThemesBox(QWidget):
    """Shows themes; one is added by typing it, with those in use to choose from."""

    themes_changed = Signal(object)  # tuple of words

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._themes: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self._heading = Label(look, self.tr("Themes"), "small_strong", "text_muted")
        self.add_chip = Chip(look, self.tr("Add"), icon="plus")
        self.field = _ThemeField(look)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.add_chip.setAccessibleName(self.tr("Add a theme"))
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.edit.setCompleter(self._completer)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        self._flow = FlowLayout(gap=self._look.space("xs"), line_gap=self._look.space("xs"))
        column.addLayout(self._flow)
        column.addWidget(self.field)
        self._flow.addWidget(self.add_chip)

    def _connect(self) -> None:
        self.add_chip.clicked.connect(self.begin_adding)
        self.field.return_pressed.connect(self._take)
        self.field.given_up.connect(self._end_adding)
        self.field.editing_finished.connect(self._on_editing_finished)
        self._completer.activated.connect(self._on_completed)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes as they stand."""
        return self._themes

    def set_known(self, themes: tuple[str, ...]) -> None:
        """Offer these when a theme is typed."""
        self._known.setStringList(list(themes))

    def forget(self) -> None:
        """Hold no theme, offer none, and let go what was being typed."""
        self.add_chip.show()
        self.field.hide()
        self.field.clear()
        self.set_known(())
        self.set_themes(())

    def set_themes(self, themes: tuple[str, ...]) -> None:
        """Show themes without telling anyone."""
        self._themes = themes
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add_chip)
        self._chips = [self._chip(theme) for theme in themes]
        self._flow.addWidget(self.add_chip)
        self.updateGeometry()

    def begin_adding(self) -> None:
        """Show the line in which a theme is typed."""
        self.add_chip.hide()
        self.field.clear()
        self.field.show()
        self.field.edit.setFocus()

    def _chip(self, theme: str) -> Chip:
        chip = Chip(self._look, theme, is_removable=True)
        chip.setAccessibleName(self.tr("Theme: {theme}").format(theme=theme))
        chip.setToolTip(self.tr("Press Delete to remove."))
        chip.removed.connect(self._on_removed)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _on_removed(self) -> None:
        chip = self.sender()
        for place, own in enumerate(self._chips):
            if own is chip:
                self._change((*self._themes[:place], *self._themes[place + 1 :]))
                following = (*self._chips, self.add_chip)[min(place, len(self._chips))]
                following.setFocus()
                return

    def _take(self) -> None:
        theme = " ".join(self.field.text.split())
        self._end_adding()
        known = {own.casefold() for own in self._themes}
        if theme and theme.casefold() not in known:
            self._change((*self._themes, theme))
        self.add_chip.setFocus()

    def _on_completed(self, theme: str) -> None:
        self.field.set_text(theme)
        self._take()

    def _on_editing_finished(self) -> None:
        # Words typed and left standing are meant: a theme is as little lost as an answer.
        popup = self._completer.popup()
        is_choosing = popup is not None and popup.isVisible()
        if not self.field.isHidden() and not self.field.edit.hasFocus() and not is_choosing:
            theme = self.field.text.strip()
            self._end_adding()
            if theme and theme not in self._themes:
                self._change((*self._themes, theme))

    def _end_adding(self) -> None:
        had_focus = self.field.edit.hasFocus()
        self.add_chip.show()
        if had_focus:
            self.add_chip.setFocus()
        self.field.hide()
        self.field.clear()

    def _change(self, themes: tuple[str, ...]) -> None:
        self.set_themes(themes)
        self.themes_changed.emit(themes)


class _ThemeField(TextField):
    """A line that Escape gives up."""

    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self.edit.setAccessibleName(self.tr("New theme"))
        self.edit.setMaxLength(_LONGEST_THEME)
        self.set_placeholder(self.tr("A theme, then Enter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Escape; Enter must not go on to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
