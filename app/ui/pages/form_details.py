"""One form whole: purpose, when to use it, what it asks, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.form import FormDefinition
from app.domain.form_keys import is_own_form
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage


class FormDetails(QWidget):
    """The right side of the forms page."""

    form_asked = Signal(str)
    copy_asked = Signal(str)
    change_asked = Signal(str)  # of an own form
    retire_asked = Signal(str)
    sheet_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._form_id = ""
        self._scroll = ScrollPage(look, look.theme.measure_px())
        self._scroll.column.setSpacing(0)
        self._body: QWidget | None = None
        self.begin = Button(look, self.tr("Begin"), "primary")
        self.begin.clicked.connect(self._on_begin)
        self.copy_button = Button(look, self.tr("Copy and change"), icon="copy")
        self.change_button = Button(look, self.tr("Change"), icon="pencil")
        self.retire_button = Button(look, self.tr("Retire"), "flat")
        self.sheet_button = Button(look, self.tr("Prompt sheet…"), icon="printer")
        self.sheet_button.clicked.connect(self._on_sheet)
        self.retire_button.clicked.connect(self._on_retire)
        self.copy_button.clicked.connect(self._on_copy)
        self.change_button.clicked.connect(self._on_change)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.space("page_left"), look.space("m"), 0, look.space("xl"))
        buttons = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for button in (
            self.begin,
            self.change_button,
            self.copy_button,
            self.sheet_button,
            self.retire_button,
        ):
            buttons.addWidget(button)
        foot.addLayout(buttons, 1)
        page.addLayout(foot)

    def show_form(self, form: FormDefinition) -> None:
        """Show another form."""
        self._form_id = form.id
        self.change_button.setVisible(is_own_form(form.id))
        if self._body is not None:
            self._scroll.column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._add(column, form.title, "title")
        minutes = self.tr("About {count} minutes. {when}")
        self._add(
            column,
            minutes.format(count=form.minutes, when=form.when_to_use),
            "body",
            "text_muted",
        )
        for section in form.sections:
            column.addSpacing(self._look.space("l"))
            self._add(column, section.title, "subheading")
            for prompt in section.prompts:
                self._add(column, prompt.text, "prose_small")
        column.addSpacing(self._look.space("xl"))
        self._add(column, self.tr("Where it comes from"), "small_strong", "text_muted")
        self._add(column, form.source, "small", "text_muted")
        column.addStretch(1)
        self._scroll.column.addWidget(self._body)
        self._scroll.scroll_to_top()
        self.begin.setAccessibleName(self.tr("Begin {form}").format(form=form.title))

    def _add(self, column: QVBoxLayout, words: str, style: str, colour: str = "text") -> None:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        column.addWidget(label)

    def _on_begin(self) -> None:
        if self._form_id:
            self.form_asked.emit(self._form_id)

    def _on_copy(self) -> None:
        if self._form_id:
            self.copy_asked.emit(self._form_id)

    def _on_retire(self) -> None:
        if self._form_id:
            self.retire_asked.emit(self._form_id)

    def _on_sheet(self) -> None:
        if self._form_id:
            self.sheet_asked.emit(self._form_id)

    def _on_change(self) -> None:
        if self._form_id:
            self.change_asked.emit(self._form_id)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line at the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), self._look.colour("line"))
