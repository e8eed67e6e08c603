"""One reflection to read: its title, when it was written, what was decided, and every answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Answer
from app.domain.brought_in import under_own_headings
from app.domain.calendar_words import plain_date
from app.domain.form import Prompt
from app.domain.listed_title import title_of_reflection
from app.domain.retention import Keeping
from app.services.browsing import Reading, about_words
from app.ui.look import Look
from app.ui.pages.follow_up_lines import FollowUpLines, LookedAgainLines
from app.ui.pages.keeping_words import hold_words
from app.ui.parts.answered_prompt import AnsweredPrompt
from app.ui.parts.button import LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.chip import Chip
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.linked_box import LinkedBox
from app.ui.parts.rates_box import RatesBox

# Less than in the editor: here no edge stands round an answer.
_PROMPT_GAP = 20
_UNDER_RECORD = 8


class ReadingColumn(QWidget):
    """The words of one reflection; another reflection makes another column."""

    theme_asked = Signal(str)
    review_asked = Signal()
    look_again_asked = Signal()  # to set, change or remove its day
    reflection_asked = Signal(str)  # another one: what this looks at, or what looks at this
    file_asked = Signal(object)  # EvidenceFile of which a copy is wanted

    def __init__(self, look: Look, reading: Reading, words: str = "") -> None:
        super().__init__()
        self._look = look
        reflection = reading.reflection
        title = title_of_reflection(reflection, reading.form)
        self.form = Label(look, reading.form.title, "small", "text_muted")
        self.title = Label(look, title, "display")
        self.about = Label(look, about_words(reflection), "small", "text_muted")
        self.themes = tuple(ThemeChip(look, theme) for theme in reflection.themes)
        answered = under_own_headings(reading.form, reading.answered())
        self.answers = tuple(
            AnsweredPrompt(look, prompt, answer, words) for prompt, answer in answered
        )
        self.rates = tuple(RatesBox(look, each) for each in reading.rates)
        self._records = self._record_headings(reading, answered)
        self.linked = LinkedBox(look, self)
        self.linked.show_linked(reading.linked)
        self.banner = self._banner(reading.keeping)
        self.review = self._review(reading.keeping)
        self.looking = FollowUpLines(look, reading)
        self.looked_again = LookedAgainLines(look, reading)
        self._build()
        self.looking.day_asked.connect(self.look_again_asked)
        for lines in (self.looking, self.looked_again):
            lines.reflection_asked.connect(self.reflection_asked)
        for chip in self.themes:
            chip.theme_asked.connect(self.theme_asked)
        for answer in self.answers:
            answer.file_asked.connect(self.file_asked)

    def _record_headings(
        self, reading: Reading, answered: tuple[tuple[Prompt, Answer], ...]
    ) -> dict[int, Label]:
        """Give the heading over each answer with which another record begins.

        What stands under a heading of its own needs no other.
        """
        headings: dict[int, Label] = {}
        sections = {prompt.key: each for each in reading.form.sections for prompt in each.prompts}
        before = None
        for number, (prompt, _) in enumerate(answered):
            section = sections[prompt.key]
            is_headed = prompt not in section.prompts
            if section.repeat is not None and section is not before and not is_headed:
                headings[number] = Label(self._look, section.heading, "title")
                headings[number].setWordWrap(True)
            before = section
        return headings

    def _banner(self, keeping: Keeping) -> Callout | None:
        if not keeping.is_held:
            return None
        banner = Callout(self._look, "info", *hold_words(keeping))
        # Reached by Tab, so that it is heard.
        banner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return banner

    def first(self, prompt_key: str = "") -> QWidget | None:
        """Give where reading begins: at this answer if there is one, else at the top."""
        for answer in self.answers:
            if answer.prompt.key == prompt_key:
                return answer.prose
        if self.banner is not None:
            return self.banner
        return next((each.prose for each in self.answers if not each.prose.isHidden()), None)

    def _review(self, keeping: Keeping) -> LinkRow | None:
        if keeping.review_on is None:
            return None
        words = self.tr("Review date: {day}").format(day=plain_date(keeping.review_on))
        row = LinkRow(self._look, words, "calendar", is_small=True)
        row.setAccessibleDescription(self.tr("Change or remove the date."))
        row.clicked.connect(self.review_asked)
        return row

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.banner is not None:
            column.addWidget(self.banner)
            column.addSpacing(self._look.space("l"))
        for label in (self.form, self.title, self.about):
            label.setWordWrap(True)
            column.addWidget(label)
        if self.themes:
            column.addSpacing(10)
            flow = FlowLayout()
            for chip in self.themes:
                flow.addWidget(chip)
            column.addLayout(flow)
        if self.looking.first is not None or self.looking.ahead is not None:
            column.addSpacing(4)
        column.addWidget(self.looking)
        if self.review is not None:
            column.addSpacing(4)
            column.addWidget(self.review)
        self._add_answers(column)

    def _add_answers(self, column: QVBoxLayout) -> None:
        for number, answer in enumerate(self.answers):
            column.addSpacing(_PROMPT_GAP if number else self._look.space("xl"))
            if number in self._records:
                column.addWidget(self._records[number])
                column.addSpacing(_UNDER_RECORD)
            column.addWidget(answer)
        for rates in self.rates:
            column.addSpacing(self._look.space("xl"))
            column.addWidget(rates)
        if self.looked_again.rows:
            column.addSpacing(self._look.space("xl"))
        column.addWidget(self.looked_again)
        if self.linked.rows:
            column.addSpacing(self._look.space("xl"))
        column.addWidget(self.linked)
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
