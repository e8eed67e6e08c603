"""Over the summary: the session that it is for, its agenda, and the ways to write on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.summary.preparation import Session
from app.ui.look import Look
from app.ui.pages.session_words import when_words
from app.ui.parts.button import LinkRow
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label


class SessionHead(QWidget):
    """Says when, with whom and how much is on the agenda."""

    details_asked = Signal()
    prepare_asked = Signal()
    agreed_asked = Signal()
    held_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = Label(look, "", "body", "text_muted")
        self.session.setWordWrap(True)
        self.details = LinkRow(look, self.tr("Change…"), is_small=True)
        self.details.setAccessibleName(self.tr("Change the session’s details…"))
        self.prepare = LinkRow(look, "", "square-pen", is_small=True)
        self.agreed = LinkRow(look, self.tr("After the session…"), "list-checks", is_small=True)
        self.held = LinkRow(look, self.tr("Earlier sessions"), "history", is_small=True)
        top = QHBoxLayout()
        top.setSpacing(look.space("s"))
        top.addWidget(self.session, 1)
        top.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        ways = FlowLayout(gap=look.space("l"), line_gap=look.space("xs"))
        for way in (self.prepare, self.agreed, self.held):
            ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xs"))
        column.addLayout(top)
        column.addLayout(ways)
        self.details.clicked.connect(self.details_asked)
        self.prepare.clicked.connect(self.prepare_asked)
        self.agreed.clicked.connect(self.agreed_asked)
        self.held.clicked.connect(self.held_asked)
        self.show_session(Session(), 0, date.min)

    def show_session(self, session: Session, topics: int, today: date) -> None:
        """Say which session comes next and how many topics wait for it."""
        self.session.setText(self._words(session, today))
        words = self.tr("Prepare it…")
        if topics:
            one, many = self.tr("Prepare it: 1 topic…"), self.tr("Prepare it: {count} topics…")
            words = one if topics == 1 else many.format(count=topics)
        self.prepare.set_words(words)

    def _words(self, session: Session, today: date) -> str:
        words = when_words(session.day, session.supervisor, today)
        return f"{words} · {session.kind.lower()}" if session.kind else words
