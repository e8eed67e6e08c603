"""The foot of the supervision page: how long the paper is, what is kept back, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.ui.complaints import Complaint
from app.ui.file_kinds import menu_names
from app.ui.look import Look
from app.ui.pages.supervision_words import Budget, Longest
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel

_SIDE = 24
WORD_FORM = "word_form"  # no kind of file: a form of the organisation's that is filled


class SupervisionFoot(QWidget):
    """A sentence about the length, a sentence about what stays, one filled button."""

    print_asked = Signal()
    save_asked = Signal(str)  # the word of a FileKind
    cut_asked = Signal(str)  # the row to leave out
    page_asked = Signal()  # show the page, where it does not stand beside

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.callout = Callout(look, "error", "")
        self._icon = IconLabel(look, "", "text", "s")
        self.budget = LeadLabel(look)
        self.cut = LinkRow(look, self.tr("Leave it out"), is_small=True)
        self._row_to_cut = ""
        self.kept_back = Label(look, "", "body", "text_muted")
        self.print_button = Button(look, self.tr("Print…"), "primary")
        self.save_button = Button(look, self.tr("Save as"))
        self.page_button = Button(look, self.tr("Show the page"), icon="file-text")
        self._menu = QMenu(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.save_button.set_trailing_icon("chevron-down")
        self._icon.stand_beside("body")
        self.kept_back.setWordWrap(True)
        for kind, name in menu_names():
            self._menu.addAction(name).setData(kind.value)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("My organisation’s form…")).setData(WORD_FORM)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.budget)
        words.addWidget(self.cut)
        words.addWidget(self.kept_back)
        sentences = QHBoxLayout()
        sentences.setSpacing(8)
        sentences.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        sentences.addLayout(words, 1)
        buttons = FlowLayout(gap=8, line_gap=8)
        for button in (self.print_button, self.save_button, self.page_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 11, _SIDE, 14)
        column.setSpacing(10)
        column.addWidget(self.callout)
        column.addLayout(sentences)
        column.addLayout(buttons)
        self.callout.hide()
        self.page_button.hide()
        self.cut.hide()
        self.set_ready(is_ready=False)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self._open_menu)
        self.page_button.clicked.connect(self.page_asked)
        self.cut.clicked.connect(self._on_cut)
        self._menu.triggered.connect(self._on_kind_chosen)

    def show_budget(self, budget: Budget, kept_back: str) -> None:
        """Say how long the paper is and what stays in the journal."""
        self.budget.set_words(budget.lead, budget.rest)
        self._show_cut(budget.to_cut)
        self.kept_back.setText(kept_back)
        if budget.is_warning:
            self._icon.set_icon("triangle-alert", "warning")
        else:
            self._icon.set_icon("check", "accent")
        self.set_ready(is_ready=True)

    def set_ready(self, *, is_ready: bool) -> None:
        """Let the paper go out once there is one."""
        self.print_button.setEnabled(is_ready)
        self.save_button.setEnabled(is_ready)

    def say(self, tone: str, complaint: Complaint) -> None:
        """Say how an act went, above the sentences."""
        self.callout.set_tone(tone)
        self.callout.set_words(complaint.lead, complaint.rest)
        self.callout.show()

    def be_quiet(self) -> None:
        """Take away what was said about the act before."""
        self.callout.hide()

    def set_alone(self, is_alone: bool) -> None:
        """Offer the page where it does not stand beside."""
        self.page_button.setVisible(is_alone)

    def _show_cut(self, longest: Longest | None) -> None:
        self.cut.setVisible(longest is not None)
        if longest is not None:
            self._row_to_cut = longest.row
            name = self.tr("Leave out “{title}”").format(title=longest.title)
            self.cut.setAccessibleName(name)

    def _on_cut(self) -> None:
        self.cut_asked.emit(self._row_to_cut)

    def _open_menu(self) -> None:
        height = self._menu.sizeHint().height()
        self._menu.popup(self.save_button.mapToGlobal(QPoint(0, -height - 2)))

    def _on_kind_chosen(self, action: QAction) -> None:
        self.save_asked.emit(str(action.data()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line towards the list."""
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line"))
