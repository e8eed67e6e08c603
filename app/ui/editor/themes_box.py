"""Themes: chips that can be removed, and a line to add one from the groups or in own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.theme_groups import ThemeVocabulary
from app.ui.look import Look
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.theme_line import ThemeLine


class ThemesBox(QWidget):
    """Shows themes; one is added by choosing it from the groups, or by typing another."""

    themes_changed = Signal(object)  # tuple of words

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, is_answer: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_answer = is_answer  # under a question no heading is needed, and there is room
        self._themes: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self.add_chip = Chip(look, self.tr("Add"), icon="plus")
        self.field = ThemeLine(look)
        self.caution = Label(look, "", "small", "text_muted")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.add_chip.setAccessibleName(self.tr("Add a theme"))
        self.field.hide()
        self.caution.setWordWrap(True)
        self.caution.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self._is_answer:
            self.add_chip.set_words(self.tr("Add a theme"))
        else:
            column.addWidget(Label(self._look, self.tr("Themes"), "small_strong", "text_muted"))
        self._flow = FlowLayout(gap=self._look.space("xs"), line_gap=self._look.space("xs"))
        column.addLayout(self._flow)
        column.addWidget(self.field)
        column.addWidget(self.caution)
        self._flow.addWidget(self.add_chip)

    def _connect(self) -> None:
        self.add_chip.clicked.connect(self.begin_adding)
        self.field.theme_given.connect(self._take)
        self.field.given_up.connect(self._end_adding)
        self.field.left.connect(self._on_left)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes as they stand."""
        return self._themes

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips as they stand, one for each theme."""
        return tuple(self._chips)

    def offer(self, vocabulary: ThemeVocabulary) -> None:
        """Offer these when a theme is added."""
        self.field.offer(vocabulary)
        self._show_caution()

    def forget(self) -> None:
        """Hold no theme, offer none, and let go what was being typed."""
        self.add_chip.show()
        self.field.hide()
        self.field.clear()
        self.offer(ThemeVocabulary())
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
        self.field.leave_out(themes)
        self._show_caution()
        self.updateGeometry()

    def begin_adding(self) -> None:
        """Show the line in which a theme is searched for or typed."""
        self.add_chip.hide()
        self.field.begin()

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

    def _take(self, words: str) -> None:
        self._end_adding()
        self._add(words)
        self.add_chip.setFocus()

    def _on_left(self, words: str) -> None:
        # Words typed and left standing are meant: a theme is as little lost as an answer.
        self._end_adding()
        self._add(words)

    def _add(self, words: str) -> None:
        theme = self.field.vocabulary.spelt(" ".join(words.split()))
        known = {own.casefold() for own in self._themes}
        if theme and theme.casefold() not in known:
            self._change((*self._themes, theme))

    def _end_adding(self) -> None:
        had_focus = self.field.edit.hasFocus()
        # Words still standing when the focus goes would be taken as meant, even after Escape.
        self.field.clear()
        self.add_chip.show()
        if had_focus:
            self.add_chip.setFocus()
        self.field.hide()

    def _show_caution(self) -> None:
        """Ask about the stock phrase that was chosen last, where there is room for a question."""
        asked = (self.field.vocabulary.caution(theme) for theme in reversed(self._themes))
        question = next((each for each in asked if each), "") if self._is_answer else ""
        self.caution.setText(question)
        self.caution.setVisible(bool(question))

    def _change(self, themes: tuple[str, ...]) -> None:
        self.set_themes(themes)
        self.themes_changed.emit(themes)
