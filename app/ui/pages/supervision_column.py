"""The left of the supervision page: for which session, what goes in, and the way out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.summary.choice import MOST_REFLECTIONS
from app.summary.preparation import Session, Span
from app.ui.look import Look
from app.ui.pages.preset_menu import PresetMenu
from app.ui.pages.session_head import SessionHead
from app.ui.pages.supervision_foot import SupervisionFoot
from app.ui.pages.supervision_parts import PartsList
from app.ui.parts.button import Button
from app.ui.parts.callout import Callout
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage

_WIDTH = 428
_SIDE, _TOP, _BOTTOM = 24, 10, 16
_WIDEST_SHARE = 0.5
_NO_LIMIT = 16_777_215


class SupervisionColumn(QWidget):
    """Title, session, span and parts, which scroll, over a foot that stays."""

    span_changed = Signal(object)  # Span
    details_asked = Signal()
    mark_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._unmarked_id = ""
        self.title = Label(look, self.tr("Supervision summary"), "display")
        self.head = SessionHead(look)
        self.span = QComboBox()
        self.unmarked = Callout(look, "info", "")
        self.mark = Button(look, self.tr("Mark its answers…"), is_small=True)
        self.order = Label(
            look, self.tr("On the page, in this order"), "small_strong", "text_muted"
        )
        self.presets = PresetMenu(look)
        self.nothing = Label(look, "", "body", "text_muted")
        self.parts = PartsList(look)
        self.foot = SupervisionFoot(look)
        self._scroll = ScrollPage(look)
        self._build()
        self._connect()

    def _build(self) -> None:
        for control in (self.span, self.span.view()):
            control.setAccessibleName(self.tr("Which reflections are offered"))
        for span, words in (
            (Span.THREE_MONTHS, self.tr("Reflections of the last 3 months")),
            (Span.YEAR, self.tr("Reflections of the last year")),
            (Span.ALL, self.tr("Reflections of the whole journal")),
        ):
            self.span.addItem(words, span)
        self.unmarked.add_widget(self.mark)
        self.order.setContentsMargins(0, 5, 0, 5)
        for label in (self.title, self.nothing):
            label.setWordWrap(True)
        self._scroll.margins.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        column = self._scroll.column
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.head)
        column.addSpacing(8)
        column.addWidget(self.span)
        column.addSpacing(4)
        column.addWidget(self.unmarked)
        column.addLayout(self._over_the_parts())
        column.addWidget(self.nothing)
        column.addWidget(self.parts)
        self.unmarked.hide()
        self.nothing.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.foot)

    def _over_the_parts(self) -> FlowLayout:
        over = FlowLayout(gap=8, line_gap=0)
        over.addWidget(self.order)
        over.addWidget(self.presets)
        return over

    def _connect(self) -> None:
        self.head.details_asked.connect(self.details_asked)
        self.span.activated.connect(self._on_span_chosen)
        self.mark.clicked.connect(self._on_mark)
        self._look.changed.connect(self.update)

    def show_session(self, session: Session, topics: int, today: date) -> None:
        """Say for which session the summary is, and how many topics wait for it."""
        self.head.show_session(session, topics, today)

    def show_span(self, span: Span, *, has_any: bool, has_more: bool) -> None:
        """Show how far back the offer goes, and whether it holds nothing or not everything."""
        self.span.setCurrentIndex(self.span.findData(span))
        words = self.tr("Nothing from this time is shared for supervision. Look further back.")
        if has_more:
            words = self.tr(
                "A summary holds {count} reflections at most. These are the newest with something "
                "shared; older ones stay in the journal."
            ).format(count=MOST_REFLECTIONS)
        self.nothing.setText(words)
        self.nothing.setVisible(has_more or not has_any)

    def show_unmarked(self, reflection_id: str, title: str) -> None:
        """Say that a reflection was taken of which nothing may be shown yet."""
        self._unmarked_id = reflection_id
        lead = self.tr("“{title}” is on the page, without its answers.").format(title=title)
        self.unmarked.set_words(lead, self.tr("None of them is marked for supervision."))
        self.unmarked.show()
        self._scroll.scroll_to_top()

    def hide_unmarked(self) -> None:
        """Take that callout away."""
        self.unmarked.hide()

    def set_alone(self, is_alone: bool, page_width: int) -> None:
        """Take the whole page, or as much of it as leaves room for the paper."""
        wanted = round(_WIDTH * self._look.theme.scale)
        least, most = min(wanted, max(_WIDTH, round(page_width * _WIDEST_SHARE))), _NO_LIMIT
        self.setMinimumWidth(0 if is_alone else least)
        self.setMaximumWidth(most if is_alone else least)
        self.foot.set_alone(is_alone)

    def _on_span_chosen(self, index: int) -> None:
        self.span_changed.emit(self.span.itemData(index))

    def _on_mark(self) -> None:
        self.mark_asked.emit(self._unmarked_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line towards the paper."""
        line = self._look.colour("line")
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), line)
