"""The left column of home: go on, begin, and what was written lately."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar_words import day_and_month, local_day
from app.domain.form import FormDefinition
from app.services.home import Home, OpenDraft
from app.ui.look import Look
from app.ui.pages.home_draft import DraftCard
from app.ui.pages.home_first_day import FirstDay
from app.ui.pages.home_words import written_words
from app.ui.parts.button import LinkRow
from app.ui.parts.card import CardButton
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton

_FIRST_FORM = "five_minute_capture"


class WritingColumn(QWidget):
    """Made anew with each Home it is given; it holds no state of its own."""

    reflection_asked = Signal(str)
    reading_asked = Signal(str)
    form_asked = Signal(str)
    forms_asked = Signal()
    journal_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._home: Home | None = None
        self._today = date.min
        self._is_narrow = False
        self._first: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_home(self, home: Home, today: date) -> None:
        """Show what is new; nothing is rebuilt where nothing changed."""
        if home == self._home and today == self._today:
            return
        self._home, self._today = home, today
        self._rebuild()

    def set_narrow(self, is_narrow: bool) -> None:
        """Turn cards into rows where they do not fit beside each other."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if self._home is not None:
                self._rebuild()

    @property
    def next_step(self) -> QWidget | None:
        """The control that goes on: with the draft, or to the first form."""
        return self._first

    def take_focus(self) -> None:
        """Put the focus on the next step, so that Enter goes on."""
        if self._first is not None:
            self._first.setFocus()

    def usual_form_id(self, number: int) -> str:
        """Give the id of the usual form with this number, from 1, or nothing."""
        forms = self._home.usual_forms if self._home is not None else ()
        return forms[number - 1].id if 1 <= number <= len(forms) else ""

    def _rebuild(self) -> None:
        assert self._home is not None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._first = None
        if self._home.draft is not None:
            self._add_draft(body, self._home.draft)
        elif self._home.in_journal == 0:
            self._add_first_day(body)
        if self._home.in_journal > 0:
            self._add_forms(body, self._home)
            self._add_lately(body, self._home)
        body.addStretch(1)
        self._column.addWidget(self._body)
        # A widget that the layout shows only later cannot take the focus now.
        self._body.show()
        if had_focus:
            self.take_focus()

    def _add_draft(self, body: QVBoxLayout, draft: OpenDraft) -> None:
        written = written_words(local_day(draft.outline.changed_at), self._today)
        card = DraftCard(self._look, draft, written, is_narrow=self._is_narrow)
        card.going_on.clicked.connect(self._ask_draft)
        self._first = card.going_on
        body.addWidget(card)
        body.addSpacing(self._look.space("xl") + 2)

    def _add_first_day(self, body: QVBoxLayout) -> None:
        first_day = FirstDay(self._look)
        first_day.begin.clicked.connect(self._ask_first_form)
        first_day.another.clicked.connect(self.forms_asked)
        self._first = first_day.begin
        body.addWidget(first_day)

    def _add_forms(self, body: QVBoxLayout, home: Home) -> None:
        every = self.tr("All {count} forms").format(count=home.form_count)
        link = LinkRow(self._look, every, trailing_icon="chevron-right", is_small=True)
        link.clicked.connect(self.forms_asked)
        body.addLayout(_headed(self._look, self.tr("Start a reflection"), link))
        body.addSpacing(self._look.space("m"))
        if self._is_narrow:
            for form in home.usual_forms:
                body.addWidget(self._form_row(form))
        else:
            cards = QHBoxLayout()
            cards.setSpacing(self._look.space("m"))
            for number, form in enumerate(home.usual_forms, 1):
                cards.addWidget(self._form_card(form, number), 1)
            body.addLayout(cards)
        body.addSpacing(self._look.space("xxl"))

    def _form_card(self, form: FormDefinition, number: int) -> QWidget:
        minutes = self.tr("{count} minutes").format(count=form.minutes)
        card = _FormCard(self._look, form, minutes, f"Ctrl+Shift+{number}")
        card.form_asked.connect(self.form_asked)
        return card

    def _form_row(self, form: FormDefinition) -> QWidget:
        minutes = self.tr("{count} minutes").format(count=form.minutes)
        row = RowButton(self._look, form.id, f"{form.title}, {minutes}")
        title = Label(self._look, form.title, "body_strong")
        title.setWordWrap(True)
        row.add(title, 1)
        row.add(Label(self._look, minutes, "small", "text_muted"))
        row.pressed_as.connect(self.form_asked)
        return row

    def _add_lately(self, body: QVBoxLayout, home: Home) -> None:
        if not home.lately:
            return
        link = LinkRow(
            self._look, self.tr("Open the journal"), trailing_icon="chevron-right", is_small=True
        )
        link.clicked.connect(self.journal_asked)
        body.addLayout(_headed(self._look, self.tr("Written lately"), link))
        body.addSpacing(self._look.space("xxs"))
        for outline in home.lately:
            day = day_and_month(outline.event_date or local_day(outline.begun_at))
            title = outline.title or outline.form_title
            row = RowButton(self._look, outline.id, f"{title}, {outline.form_title}, {day}")
            words = Label(self._look, title, "prose")
            words.setWordWrap(self._is_narrow)
            row.add(words, 1 if self._is_narrow else 0)
            if not self._is_narrow:
                row.add(Label(self._look, f"· {outline.form_title}", "small", "text_muted"))
                row.row.addStretch(1)
            row.add(Label(self._look, day, "small", "text_muted"))
            row.pressed_as.connect(self.reading_asked)
            body.addWidget(row)

    def _ask_draft(self) -> None:
        if self._home is not None and self._home.draft is not None:
            self.reflection_asked.emit(self._home.draft.outline.id)

    def _ask_first_form(self) -> None:
        self.form_asked.emit(_FIRST_FORM)


class _FormCard(CardButton):
    """A usual form with its minutes and key."""

    form_asked = Signal(str)

    def __init__(self, look: Look, form: FormDefinition, minutes: str, keys: str) -> None:
        super().__init__(look, form.title, form.purpose, minutes, keys)
        self._form_id = form.id
        self.setMinimumHeight(142)
        self.clicked.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        self.form_asked.emit(self._form_id)


def _headed(look: Look, words: str, link: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Label(look, words, "heading"))
    row.addStretch(1)
    row.addWidget(link)
    return row
