"""One prompt on the page: its number and question, who may see the answer, help, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.answer import Answer
from app.domain.form import Prompt
from app.domain.sharing import Sharing
from app.ui.editor.answer_editor import Today
from app.ui.editor.answer_editors import EDITORS
from app.ui.editor.prompt_foot import PromptFoot
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.label import Label
from app.ui.parts.sharing_control import SharingControl
from app.ui.parts.text_block import Run

BAR_ROOM = 20  # from the bar to the words


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a prompt stands: alone or in the whole form, on a narrow page, with help beside it."""

    is_alone: bool = False
    is_narrow: bool = False
    has_help_beside: bool = False


class PromptBlock(QWidget):
    """Shows a prompt with its answer and tells what the person changes."""

    value_changed = Signal(object, object)  # prompt, new value
    sharing_changed = Signal(object, object)  # prompt, new sharing
    help_asked = Signal()

    def __init__(self, look: Look, prompt: Prompt, today: Today, parent: QWidget) -> None:
        # Each part is made where it stays: to move a widget costs more than to make it.
        super().__init__(parent)
        self.prompt = prompt
        self._look = look
        self._arrangement: Arrangement | None = None
        self._is_current = False
        self._place_words = ""
        self._number = _Number(look, "", "heading", "text_muted", self)
        self._question = Label(look, prompt.text, "heading", parent=self)
        self._share_row = QWidget(self)
        self.sharing = SharingControl(look, self._share_row)
        self.editor = EDITORS[prompt.kind](look, prompt, today, self)
        self.foot = PromptFoot(look, prompt, self)
        # Made when they are first shown.
        self._place: Label | None = None
        self._help: Label | None = None
        self._help_button: LinkRow | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sharing.setAccessibleDescription(self.prompt.text)
        self._question.setWordWrap(True)
        for label in (self._number, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._row = row = QHBoxLayout(self._share_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("xl"))
        row.addWidget(self.sharing)
        row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(BAR_ROOM, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.space("s"))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.editor.value_changed.connect(self._on_value_changed)
        self.sharing.sharing_changed.connect(self._on_sharing_changed)
        self._look.changed.connect(self.update)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer without telling anyone."""
        self.editor.set_value(answer.value)
        self.sharing.set_sharing(answer.sharing)

    def set_place(self, number: int, words: str) -> None:
        """Say which prompt it is: by its number, and in words when it stands alone."""
        self._number.setText(str(number))
        self._place_words = words
        if self._place is not None:
            self._place.setText(words)

    def set_words(self, count: int) -> None:
        """Say how many words the answer has."""
        self.foot.set_words(count)

    def set_current(self, is_current: bool) -> None:
        """Mark the prompt that is being answered."""
        self._is_current = is_current
        self._show_nudge()
        self.update()

    @property
    def is_current(self) -> bool:
        """Say whether this prompt is being answered."""
        return self._is_current

    @property
    def arrangement(self) -> Arrangement | None:
        """How the prompt stands now."""
        return self._arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """Stand as the page wants it."""
        before = self._arrangement
        if before == arrangement:
            return
        self._arrangement = arrangement
        if before is None or _places(before) != _places(arrangement):
            self._place_parts(arrangement)
        self._show_help()
        self._show_nudge()

    def share(self, sharing: Sharing) -> None:
        """Change who may see the answer, as the person does."""
        self.sharing.choose(sharing)

    def _place_parts(self, arrangement: Arrangement) -> None:
        alone, narrow = arrangement.is_alone, arrangement.is_narrow
        self._question.set_style("question" if alone else "heading")
        self._number.setVisible(not alone)
        self._show_place(alone and not narrow)
        self._show_help_button(narrow)
        grid = self._grid
        for part in (self._number, self._question, self._share_row, self.editor, self.foot):
            grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if alone:
            grid.addWidget(self._question, 1, 0, 1, 3)
        else:
            grid.addWidget(self._number, 1, 0)
            grid.addWidget(self._question, 1, 1, 1, 2 if narrow else 1)
        if narrow:
            grid.addWidget(self._share_row, 2, 0, 1, 3)
        else:
            grid.addWidget(self._share_row, 0 if alone else 1, 2, top)
        grid.addWidget(self.editor, 5, 0, 1, 3)
        grid.addWidget(self.foot, 6, 0, 1, 3)
        self._space_rows(arrangement)

    def _space_rows(self, arrangement: Arrangement) -> None:
        alone, narrow = arrangement.is_alone, arrangement.is_narrow
        line = self._look.theme.line_px("heading")
        level = 0 if narrow else max(0, round((self.sharing.sizeHint().height() - line) / 2))
        above = 8 if alone and not narrow else 0 if alone else level
        self._question.setContentsMargins(0, above, 0, 0)
        self._number.setContentsMargins(0, level, 0, 0)
        self._share_row.setContentsMargins(0, 8 if narrow else 0, 0, 0)
        self._grid.setRowMinimumHeight(4, 20 if alone else 8)
        self.foot.setContentsMargins(0, 5, 0, 0)
        self.foot.set_kept(not alone)

    def _show_place(self, is_shown: bool) -> None:
        if is_shown and self._place is None:
            self._place = Label(self._look, self._place_words, "small", "text_muted", self)
            self._place.setWordWrap(True)
            self._grid.addWidget(self._place, 0, 0, 1, 2)
        if self._place is not None:
            self._place.setVisible(is_shown)

    def _show_help_button(self, is_shown: bool) -> None:
        if is_shown and self._help_button is None:
            icon = "message-circle-question-mark"
            button = LinkRow(
                self._look, self.tr("Help"), icon, parent=self._share_row, is_small=True
            )
            button.setAccessibleName(self.tr("Help with this prompt"))
            button.setAccessibleDescription(self.prompt.text)
            button.clicked.connect(self.help_asked)
            self._row.insertWidget(1, button)
            self._help_button = button
        if self._help_button is not None:
            self._help_button.setVisible(is_shown)

    def _show_help(self) -> None:
        arrangement = self._arrangement or Arrangement()
        is_behind_button = arrangement.is_alone and arrangement.is_narrow
        is_said_elsewhere = is_behind_button or arrangement.has_help_beside
        is_shown = bool(self.prompt.help) and not is_said_elsewhere
        if is_shown and self._help is None:
            self._help = Label(self._look, self.prompt.help, "small", "text_muted", self)
            self._help.setWordWrap(True)
            self._help.setContentsMargins(0, 2, 0, 0)
            self._grid.addWidget(self._help, 3, 0, 1, 3)
        if self._help is not None:
            self._help.set_style("body" if arrangement.is_alone else "small")
            self._help.setVisible(is_shown)

    def _show_nudge(self) -> None:
        arrangement = self._arrangement or Arrangement()
        self.foot.show_nudge(self._is_current and not arrangement.has_help_beside)

    def _on_value_changed(self, value: object) -> None:
        self.value_changed.emit(self.prompt, value)

    def _on_sharing_changed(self, sharing: object) -> None:
        self.sharing_changed.emit(self.prompt, sharing)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar beside the current prompt."""
        if self._is_current and not (self._arrangement and self._arrangement.is_alone):
            bar = self._look.theme.tokens.size["bar"]
            QPainter(self).fillRect(0, 0, bar, self.height(), self._look.colour("accent"))


class _Number(Label):
    """A prompt's number: as large as the question, not as strong."""

    def _runs(self) -> tuple[Run, ...]:
        return (Run(self.text(), self._look.font("heading", 400)),)


def _places(arrangement: Arrangement) -> tuple[bool, bool]:
    return arrangement.is_alone, arrangement.is_narrow
