"""The settings of the spell check: its switch, and the person's own words, kept in the journal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services.spelling import Spelling
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow
from app.ui.settings import Settings


class SpellingGroup(QWidget):
    """A switch, and one chip for each word, by which it is taken off the list."""

    def __init__(self, look: Look, lane: Lane, settings: Settings, spelling: Spelling) -> None:
        super().__init__()
        self._look, self._lane = look, lane
        self._settings, self._spelling = settings, spelling
        self.chips: list[Chip] = []
        self._focus_at: int | None = None  # which chip is to have the focus when one has gone
        self._build()
        self.mark_box.clicked.connect(self._take_mark)
        self.show_settings()

    def _build(self) -> None:
        look = self._look
        name = self.tr("Spelling")
        self.mark_box = QCheckBox(self.tr("Mark misspelt words"))
        self.mark_box.setAccessibleName(self.tr("Mark misspelt words"))
        meaning = self.tr(
            "British spelling, with the words of the field. F7 goes to the next marked word; the "
            "menu key offers what was meant."
        )
        self._heading = Label(look, self.tr("My words"), "body_strong")
        self._about = Label(look, "", "small", "text_muted")
        self._about.setWordWrap(True)
        self._trouble = Label(look, "", "small", "danger")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._flow = FlowLayout(gap=look.space("xs"), line_gap=look.space("xs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SettingRow(look, name, meaning, self.mark_box))
        column.addSpacing(15)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addSpacing(look.space("s"))
        column.addLayout(self._flow)
        column.addWidget(self._trouble)

    def show_settings(self) -> None:
        """Show what is set."""
        self.mark_box.setChecked(self._settings.is_spelling_marked)

    def load(self) -> None:
        """Ask the journal for the person's own words."""
        job = self._lane.job()
        job.succeeded.connect(self._show)
        self._lane.start(job, self._spelling.load)

    def _take_mark(self, is_on: bool) -> None:
        self._settings.is_spelling_marked = is_on

    def _show(self, words: tuple[str, ...]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(word) for word in words]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
        self._about.setText(self._about_words(len(words)))
        if self._focus_at is not None:
            self._focus(self._focus_at)
        self._focus_at = None

    def _chip(self, word: str) -> Chip:
        chip = Chip(self._look, word, self, is_removable=True)
        chip.setAccessibleName(self.tr("Take “{word}” off the list").format(word=word))
        chip.removed.connect(self._remove)
        return chip

    def _about_words(self, count: int) -> str:
        if not count:
            return self.tr(
                "None yet. Choose “Add to my words” in the menu of a marked word; the list stays "
                "inside this journal."
            )
        return self.tr("Never marked. The list stays inside this journal.")

    def _focus(self, place: int) -> None:
        following = self.chips[min(place, len(self.chips) - 1)] if self.chips else self.mark_box
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        self._focus_at = self.chips.index(chip)
        self._trouble.hide()
        job = self._lane.job()
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)
        self._lane.start(job, partial(self._spelling.remove, chip.words))

    def _on_failed(self, error: AppError) -> None:
        self._focus_at = None
        self._trouble.setText(str(error))
        self._trouble.show()
