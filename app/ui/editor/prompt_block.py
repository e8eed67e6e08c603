"""One prompt on the page: its number and question, who may see the answer, help, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.domain.answer import Answer
from app.domain.form import Prompt, PromptKind
from app.domain.sharing import Sharing
from app.ui.editor.answer_editor import Today
from app.ui.editor.answer_editors import EDITORS
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel
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

    def __init__(self, look: Look, prompt: Prompt, today: Today) -> None:
        super().__init__()
        self.prompt = prompt
        self._look = look
        self._arrangement: Arrangement | None = None
        self._is_current = False
        self.sharing = SharingControl(look)
        self.editor = EDITORS[prompt.kind](look, prompt, today)
        self._place = Label(look, "", "small", "text_muted")
        self._number = _Number(look, "", "heading", "text_muted")
        self._question = Label(look, prompt.text, "heading")
        self._help = Label(look, prompt.help, "small", "text_muted")
        self._help_button = LinkRow(
            look, self.tr("Help"), "message-circle-question-mark", is_small=True
        )
        self._foot = _Foot(look, prompt)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sharing.setAccessibleDescription(self.prompt.text)
        self._help_button.setAccessibleName(self.tr("Help with this prompt"))
        self._help_button.setAccessibleDescription(self.prompt.text)
        for label in (self._place, self._question, self._help):
            label.setWordWrap(True)
        for label in (self._number, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = (self._place, self._number, self._question, self._help, self.editor, self._foot)
        for part in parts:
            part.setParent(self)  # shown without one, a part would be a window of its own
        self._share_row = QWidget(self)
        row = QHBoxLayout(self._share_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.space("xl"))
        row.addWidget(self.sharing)
        row.addWidget(self._help_button)
        row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(BAR_ROOM, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.space("s"))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.editor.value_changed.connect(self._on_value_changed)
        self.sharing.sharing_changed.connect(self._on_sharing_changed)
        self._help_button.clicked.connect(self.help_asked)
        self._look.changed.connect(self.update)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer without telling anyone."""
        self.editor.set_value(answer.value)
        self.sharing.set_sharing(answer.sharing)

    def set_place(self, number: int, words: str) -> None:
        """Say which prompt it is: by its number, and in words when it stands alone."""
        self._number.setText(str(number))
        self._place.setText(words)

    def set_words(self, count: int) -> None:
        """Say how many words the answer has."""
        self._foot.set_words(count)

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
        self._help.set_style("body" if alone else "small")
        self._place.setVisible(alone and not narrow)
        self._number.setVisible(not alone)
        self._help_button.setVisible(narrow)
        grid = self._grid
        for part in (self._place, self._number, self._question, self._share_row, self._help):
            grid.removeWidget(part)
        for part in (self.editor, self._foot):
            grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if alone:
            grid.addWidget(self._place, 0, 0, 1, 2)
            grid.addWidget(self._question, 1, 0, 1, 3)
        else:
            grid.addWidget(self._number, 1, 0)
            grid.addWidget(self._question, 1, 1, 1, 2 if narrow else 1)
        if narrow:
            grid.addWidget(self._share_row, 2, 0, 1, 3)
        else:
            grid.addWidget(self._share_row, 0 if alone else 1, 2, top)
        grid.addWidget(self._help, 3, 0, 1, 3)
        grid.addWidget(self.editor, 5, 0, 1, 3)
        grid.addWidget(self._foot, 6, 0, 1, 3)
        self._space_rows(arrangement)

    def _space_rows(self, arrangement: Arrangement) -> None:
        alone, narrow = arrangement.is_alone, arrangement.is_narrow
        line = self._look.theme.line_px("heading")
        level = 0 if narrow else max(0, round((self.sharing.sizeHint().height() - line) / 2))
        above = 8 if alone and not narrow else 0 if alone else level
        self._question.setContentsMargins(0, above, 0, 0)
        self._number.setContentsMargins(0, level, 0, 0)
        self._share_row.setContentsMargins(0, 8 if narrow else 0, 0, 0)
        self._help.setContentsMargins(0, 2, 0, 0)
        self._grid.setRowMinimumHeight(4, 20 if alone else 8)
        self._foot.setContentsMargins(0, 5, 0, 0)
        self._foot.set_kept(not alone)

    def _show_help(self) -> None:
        arrangement = self._arrangement or Arrangement()
        is_behind_button = arrangement.is_alone and arrangement.is_narrow
        is_said_elsewhere = is_behind_button or arrangement.has_help_beside
        self._help.setVisible(bool(self.prompt.help) and not is_said_elsewhere)

    def _show_nudge(self) -> None:
        arrangement = self._arrangement or Arrangement()
        self._foot.show_nudge(self._is_current and not arrangement.has_help_beside)

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


class _Foot(QWidget):
    """The line under an answer: how many words, and the nudge while one is writing there."""

    def __init__(self, look: Look, prompt: Prompt) -> None:
        super().__init__()
        self._look = look
        self._has_words = prompt.kind is PromptKind.PROSE
        self._is_nudging, self._is_kept = False, True
        self._has_nudge = bool(prompt.nudge)
        self._icon = IconLabel(look, "lightbulb", "accent", "s")
        self._icon.stand_beside("small")
        self._nudge = LeadLabel(look, self.tr("A nudge:"), prompt.nudge, "small")
        self._count = Label(look, "", "tiny", "text_muted")
        self._keys = Label(
            look, self.tr("Ctrl+B bold · Ctrl+I italic · Ctrl+Shift+8 list"), "tiny", "text_muted"
        )
        self._keys.setWordWrap(True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._nudge, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._keys, 1)
        self._words = 0
        self._reserve()
        self._show()
        look.changed.connect(self._reserve)

    def set_words(self, count: int) -> None:
        """Say how many words the answer has."""
        if count != self._words:
            self._words = count
            one, many = self.tr("1 word"), self.tr("{count} words")
            self._count.setText(one if count == 1 else many.format(count=f"{count:,}"))
            self._show()

    def show_nudge(self, is_shown: bool) -> None:
        """Show or hide the nudge."""
        is_nudging = is_shown and self._has_nudge
        if is_nudging != self._is_nudging:
            self._is_nudging = is_nudging
            self._show()

    def _show(self) -> None:
        counts = self._has_words and bool(self._words) and not self._is_nudging
        self._icon.setVisible(self._is_nudging)
        self._nudge.setVisible(self._is_nudging)
        self._count.setVisible(counts)
        self._keys.setVisible(counts)

    def set_kept(self, is_kept: bool) -> None:
        """Keep the line's room, so that nothing jumps when the current prompt changes."""
        self._is_kept = is_kept
        self._reserve()

    def _reserve(self) -> None:
        line = round(self._look.theme.line_px("small")) + 5
        self.setMinimumHeight(line if self._is_kept else 0)


def _places(arrangement: Arrangement) -> tuple[bool, bool]:
    return arrangement.is_alone, arrangement.is_narrow
