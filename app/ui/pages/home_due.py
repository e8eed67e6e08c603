"""The right column of home: what is due, and supervision."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.calendar_words import day_seen_from, due_words
from app.domain.finding import OpenAction
from app.domain.retention import Review
from app.services.home import Home
from app.ui.look import Look
from app.ui.pages.home_looks import LookRow
from app.ui.pages.session_words import session_words
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel
from app.ui.parts.row_button import RowButton

_MOST_REVIEWS = 5


class DueColumn(QWidget):
    """Made anew with each Home it is given."""

    reading_asked = Signal(str)
    look_asked = Signal(str)  # reflection id, to look at it again
    put_off_asked = Signal(object)  # FollowUp
    let_go_asked = Signal(object)  # FollowUp
    supervision_asked = Signal()
    actions_asked = Signal()
    done_asked = Signal(object)  # OpenAction

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._home: Home | None = None
        self._today = date.min
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_home(self, home: Home, today: date) -> None:
        """Show what is due."""
        if home == self._home and today == self._today:
            return
        self._home, self._today = home, today
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._add_due(body, home, today)
        self._add_supervision(body, home, today)
        body.addStretch(1)
        self._column.addWidget(self._body)
        self._body.show()
        if had_focus:
            self._take_focus(self._body)

    def _take_focus(self, body: QWidget) -> None:
        """Go to the first control, for the one that had the focus is gone."""
        policy = Qt.FocusPolicy.NoFocus
        parts = body.findChildren(QWidget)
        first = next((each for each in parts if each.focusPolicy() != policy), None)
        if first is not None:
            first.setFocus()

    def forget(self) -> None:
        """Show anew what is due, though nothing changed: a tick was not taken."""
        self._home = None

    def _add_due(self, body: QVBoxLayout, home: Home, today: date) -> None:
        body.addWidget(Label(self._look, self.tr("What is due"), "heading"))
        body.addSpacing(self._look.space("s"))
        if not (home.due or home.looks or home.reviews):
            words = self.tr("Nothing due.")
            if home.in_journal == 0:
                words = self.tr("Nothing yet. Actions and their dates will gather here.")
            nothing = Label(self._look, words, "body", "text_muted")
            nothing.setWordWrap(True)
            body.addWidget(nothing)
        self._add_looks(body, home, today)
        for action in home.due:
            row = _DueRow(self._look, action, today)
            row.done_asked.connect(self.done_asked)
            row.reading_asked.connect(self.reading_asked)
            body.addWidget(row)
        if home.due:
            words = self.tr("All actions")
            every = LinkRow(self._look, words, trailing_icon="arrow-right", is_small=True)
            every.setObjectName("all_actions")
            every.clicked.connect(self.actions_asked)
            body.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_reviews(body, home.reviews, today)
        body.addSpacing(self._look.space("xl") + 4)

    def _add_looks(self, body: QVBoxLayout, home: Home, today: date) -> None:
        for look in home.looks:
            row = LookRow(self._look, look, today)
            row.reading_asked.connect(self.reading_asked)
            row.look_asked.connect(self.look_asked)
            row.put_off_asked.connect(self.put_off_asked)
            row.let_go_asked.connect(self.let_go_asked)
            body.addWidget(row)
        if home.more_looks:
            words = self.tr("And {count} more to look at again.").format(
                count=f"{home.more_looks:,}"
            )
            body.addWidget(Label(self._look, words, "small", "text_muted"))

    def _add_reviews(self, body: QVBoxLayout, reviews: tuple[Review, ...], today: date) -> None:
        for review in reviews[:_MOST_REVIEWS]:
            row = ReviewRow(self._look, review, today)
            row.pressed_as.connect(self.reading_asked)
            body.addWidget(row)
        more = len(reviews) - _MOST_REVIEWS
        if more > 0:
            words = self.tr("And {count} more review dates.").format(count=f"{more:,}")
            body.addWidget(Label(self._look, words, "small", "text_muted"))

    def _add_supervision(self, body: QVBoxLayout, home: Home, today: date) -> None:
        body.addWidget(Label(self._look, self.tr("Supervision"), "heading"))
        body.addSpacing(self._look.space("s"))
        said = self.tr("Choose what to share and print it on one or two pages.")
        if home.session is not None:
            said = session_words(home.session, today)
        words = Label(self._look, said, "body", "text_muted")
        words.setWordWrap(True)
        body.addWidget(words)
        body.addSpacing(self._look.space("m"))
        prepare = Button(self._look, self.tr("Prepare the summary"), is_small=True)
        prepare.setEnabled(home.in_journal > 0)
        prepare.clicked.connect(self.supervision_asked)
        body.addWidget(prepare, 0, Qt.AlignmentFlag.AlignLeft)


class ReviewRow(RowButton):
    """A reflection whose review date has come; it only reminds, so there is nothing to tick."""

    def __init__(self, look: Look, review: Review, today: date) -> None:
        """Lead to the reflection."""
        title = " ".join(review.title.split()) or review.form_title
        since = day_seen_from(review.review_on, today)
        when = self.tr("Review date, since {day}").format(day=since)
        if review.review_on == today:
            when = self.tr("Review date, today")
        super().__init__(look, review.id, f"{when}: {title}")
        icon = IconLabel(look, "calendar", "text_muted", "m")
        icon.stand_beside("body")
        what = Label(look, title)
        what.setWordWrap(True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(what)
        column.addWidget(Label(look, when, "small", "text_muted"))
        self.row.setSpacing(look.space("m"))
        self.add(icon)
        self.row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.add(holder, 1)


class _DueRow(QWidget):
    """An action to tick; its words say when it is due and lead to the reflection it came from."""

    done_asked = Signal(object)  # OpenAction
    reading_asked = Signal(str)

    def __init__(self, look: Look, action: OpenAction, today: date) -> None:
        super().__init__()
        self._action = action
        self.tick = QCheckBox()
        self.tick.setAccessibleName(self.tr("Done: {what}").format(what=action.what))
        self.tick.toggled.connect(self._on_ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("m"))
        ticked = QVBoxLayout()
        ticked.setContentsMargins(0, 8, 0, 0)
        ticked.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(ticked)
        row.addWidget(self._words(look, today), 1)

    def _words(self, look: Look, today: date) -> RowButton:
        action = self._action
        when = due_words(action.by_when, today) if action.by_when else self.tr("no date")
        is_late = action.by_when is not None and action.by_when < today
        title = action.reflection_title or action.form_title
        what = Label(look, action.what)
        what.setWordWrap(True)
        words = LeadLabel(look, when[:1].upper() + when[1:], f"· {title}", "small")
        words.set_colour("warning" if is_late else "text_muted")
        words.set_rest_colour("text_muted")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(what)
        column.addWidget(words)
        name = self.tr("{what}, {when}. Read {title}")
        button = RowButton(
            look, action.reflection_id, name.format(what=action.what, when=when, title=title)
        )
        button.add(holder, 1)
        button.pressed_as.connect(self.reading_asked)
        return button

    def _on_ticked(self, is_done: bool) -> None:
        if is_done:
            self.tick.setEnabled(False)  # a second press would take nothing back
            self.done_asked.emit(self._action)
