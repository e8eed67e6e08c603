"""The reading view: one reflection as it was written, with who may see each answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.browsing import Reading, about_words
from app.ui.look import Look
from app.ui.parts.answered_prompt import AnsweredPrompt
from app.ui.parts.button import Button
from app.ui.parts.chip import Chip
from app.ui.parts.divider import Divider
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage

_TOOLS_LEFT, _TOOLS_TOP = 24, 12
_TEXT_LEFT = 44
# Less than in the editor: here no edge stands round an answer.
_PROMPT_GAP = 20


class ReadingView(QWidget):
    """Shows a reading under a row of what can be done with it."""

    back_asked = Signal()
    edit_asked = Signal(str)  # reflection id
    supervision_asked = Signal(str)  # reflection id
    theme_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._words = ""
        self._is_folded = False
        self._content: ReadingColumn | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.back_button = Button(
            look, self.tr("Back to the list"), icon="arrow-left", is_small=True
        )
        self.edit_button = Button(look, self.tr("Edit"), icon="square-pen", is_small=True)
        self.supervision_button = Button(
            look, self.tr("Take to supervision"), icon="users", is_small=True
        )
        self._versions_icon = IconLabel(look, "history", "text_muted", "s")
        self._versions = Label(look, "", "small", "text_muted")
        self._tools = QWidget()
        buttons = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for button in (self.back_button, self.edit_button, self.supervision_button):
            buttons.addWidget(button)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(_TOOLS_LEFT, _TOOLS_TOP, look.space("xxl"), _TOOLS_TOP)
        row.setSpacing(look.space("s"))
        row.addLayout(buttons, 1)
        row.addWidget(self._versions_icon)
        row.addWidget(self._versions)
        self._scroll = ScrollPage(look)
        self._nothing = Label(look, "", "body", "text_muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(_TEXT_LEFT, look.space("xl"), look.space("xxl"), 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(Divider(look))
        column.addWidget(self._stack, 1)
        self.show_nothing("")

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.edit_button.clicked.connect(self._on_edit)
        self.supervision_button.clicked.connect(self._on_supervision)
        self._look.changed.connect(self._restyle)

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def content(self) -> ReadingColumn | None:
        """The column of words that is shown."""
        return self._content

    @property
    def is_versions_shown(self) -> bool:
        """Say whether the number of versions is told."""
        return not self._versions.isHidden()

    @property
    def versions_words(self) -> str:
        """The words for the number of versions."""
        return self._versions.text()

    @property
    def nothing_words(self) -> str:
        """What stands here instead of a reflection."""
        return self._nothing.text() if self._reading is None else ""

    def show_reading(self, reading: Reading, words: str) -> None:
        """Show a reflection with the words of the search marked."""
        same = self._reading is not None and self._reading.reflection.id == reading.reflection.id
        if reading == self._reading:
            self.mark(words)
        else:
            self._reading, self._words = reading, words
            self._fill(reading, keeps_place=same)
        self._stack.setCurrentWidget(self._scroll)

    def show_nothing(self, words: str) -> None:
        """Show no reflection, and words that say why."""
        self._reading = None
        self._drop_content()
        self._nothing.setText(words)
        self._stack.setCurrentWidget(self._nothing)
        self._show_tools()

    def mark(self, words: str) -> None:
        """Mark the words of another search in what is shown."""
        self._words = words
        if self._content is not None:
            self._content.mark(words)

    def take_focus(self) -> None:
        """Take the focus into the words."""
        answers = self._content.answers if self._content is not None else ()
        first = answers[0].prose if answers else self.edit_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_folded(self, is_folded: bool) -> None:
        """Show the way back where the list gives its place to the reading view."""
        self._is_folded = is_folded
        self._show_tools()
        self._set_margins()

    def _fill(self, reading: Reading, *, keeps_place: bool) -> None:
        bar = self._scroll.verticalScrollBar()
        place = bar.value() if keeps_place else 0
        had_focus = self._content is not None and self._content.has_focus_inside()
        self._drop_content()
        self._content = ReadingColumn(self._look, reading, self._words)
        self._content.theme_asked.connect(self.theme_asked)
        self._scroll.column.addWidget(self._content)
        self._show_tools()
        self._restyle()
        bar.setValue(place)
        if had_focus:
            self.take_focus()

    def _drop_content(self) -> None:
        if self._content is not None:
            self._scroll.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def _show_tools(self) -> None:
        reading = self._reading
        count = reading.version_count if reading else 0
        self._versions.setText(self.tr("{count} versions").format(count=count))
        for widget in (self._versions_icon, self._versions):
            widget.setVisible(count > 1)
        for button in (self.edit_button, self.supervision_button):
            button.setEnabled(reading is not None)
        self.back_button.setVisible(self._is_folded)

    def _restyle(self) -> None:
        self._scroll.set_max_width(self._look.theme.measure_px())
        self._set_margins()

    def _set_margins(self) -> None:
        left = _TEXT_LEFT if not self._is_folded else self._look.space("page_left")
        top = self._look.space("xl")
        self._scroll.margins.setContentsMargins(left, top, self._look.space("xxl"), top)

    def _on_edit(self) -> None:
        if self._reading is not None:
            self.edit_asked.emit(self._reading.reflection.id)

    def _on_supervision(self) -> None:
        if self._reading is not None:
            self.supervision_asked.emit(self._reading.reflection.id)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as a readable line."""
        super().resizeEvent(event)
        self._restyle()


class ReadingColumn(QWidget):
    """The words of one reflection; another reflection makes another column."""

    theme_asked = Signal(str)

    def __init__(self, look: Look, reading: Reading, words: str) -> None:
        super().__init__()
        self._look = look
        reflection = reading.reflection
        title = " ".join(reflection.title.split()) or reading.form.title
        self.form = Label(look, reading.form.title, "small", "text_muted")
        self.title = Label(look, title, "display")
        self.about = Label(look, about_words(reflection), "small", "text_muted")
        self.themes = tuple(ThemeChip(look, theme) for theme in reflection.themes)
        self.answers = tuple(
            AnsweredPrompt(look, prompt, answer, words) for prompt, answer in reading.answered()
        )
        self._build()
        for chip in self.themes:
            chip.theme_asked.connect(self.theme_asked)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.form, self.title, self.about):
            label.setWordWrap(True)
            column.addWidget(label)
        if self.themes:
            column.addSpacing(10)
            flow = FlowLayout()
            for chip in self.themes:
                flow.addWidget(chip)
            column.addLayout(flow)
        for number, answer in enumerate(self.answers):
            column.addSpacing(_PROMPT_GAP if number else self._look.space("xl"))
            column.addWidget(answer)
        if not self.answers:
            column.addSpacing(self._look.space("xl"))
            nothing = Label(
                self._look, self.tr("Nothing has been answered yet."), "body", "text_muted"
            )
            nothing.setWordWrap(True)
            column.addWidget(nothing)

    def has_focus_inside(self) -> bool:
        """Say whether the focus is in these words."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def mark(self, words: str) -> None:
        """Mark the words of a search in every answer."""
        for answer in self.answers:
            answer.prose.mark(words)


class ThemeChip(Chip):
    """A theme of the reflection; pressing it narrows the list to this theme."""

    theme_asked = Signal(str)

    def __init__(self, look: Look, theme: str) -> None:
        super().__init__(look, " ".join(theme.split()))
        self._theme = theme
        self.setAccessibleDescription(self.tr("Show the reflections with this theme."))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.theme_asked.emit(self._theme)
