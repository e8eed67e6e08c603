"""Home before the first reflection: what to do first, and what to know before the first word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.card import Card
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label


class FirstDay(QWidget):
    """A card that begins with five minutes, and three facts."""

    def __init__(self, look: Look) -> None:
        """Build the card and the facts."""
        super().__init__()
        self._look = look
        self.begin = Button(
            look, self.tr("Write for five minutes"), "primary", key_hint=self.tr("Enter")
        )
        self.begin.setObjectName("begin_button")
        self.another = Button(look, self.tr("Choose another form"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._card())
        column.addSpacing(look.space("xxl") + 4)
        column.addWidget(Label(look, self.tr("Good to know before the first word"), "heading"))
        column.addSpacing(look.space("s"))
        for icon, lead, words in self._facts():
            column.addWidget(_Fact(look, icon, lead, words))

    def _card(self) -> Card:
        card = Card(self._look)
        card.body.setContentsMargins(35, 30, 35, 30)
        icon = IconLabel(self._look, "notebook-pen", "accent", "xl")
        card.body.addWidget(icon, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(self._look.space("s"))
        for label in (
            Label(self._look, self.tr("Begin with five minutes"), "title"),
            Label(
                self._look,
                self.tr(
                    "Think of one moment from this week that stayed with you. Three short "
                    "questions: what happened, so what, now what. You can make more of it later, "
                    "or leave it there."
                ),
            ),
        ):
            label.setWordWrap(True)
            card.body.addWidget(label)
        card.body.addSpacing(self._look.space("s"))
        row = QHBoxLayout()
        row.setSpacing(self._look.space("s"))
        row.addWidget(self.begin)
        row.addWidget(self.another)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _facts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "square-pen",
                self.tr("Write about your practice, not about the family"),
                self.tr(
                    "Role words such as “Child A” or “the school” are enough. Taking out the name "
                    "is not always enough: a rare story names itself."
                ),
            ),
            (
                "lock",
                self.tr("You decide who may see each answer"),
                self.tr(
                    "Each one carries a mark: private, supervision, or CPD. Feelings begin as "
                    "private, and private answers stay out of every summary."
                ),
            ),
            (
                "message-circle-question-mark",
                self.tr("These notes have no special protection in law"),
                self.tr(
                    "A court, an employer or a regulator may ask to see them. Write as if the "
                    "child will one day read it."
                ),
            ),
        )


class _Fact(QWidget):
    """One thing to know: icon, lead and words."""

    def __init__(self, look: Look, icon: str, lead: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(14)
        row.addWidget(IconLabel(look, icon, "accent", "m"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for label in (Label(look, lead, "body_strong"), Label(look, words, "body", "text_muted")):
            label.setWordWrap(True)
            column.addWidget(label)
        row.addLayout(column, 1)
