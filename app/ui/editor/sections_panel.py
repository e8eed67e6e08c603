"""The panel at the left of the editor: home, the sections, the event, the themes, the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Section
from app.domain.reflection import Progress, Reflection, progress_of
from app.domain.theme_groups import ThemeVocabulary
from app.ui.editor.about_box import AboutBox
from app.ui.editor.answer_editor import Today
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.navigation import NavigationRow
from app.ui.parts.scroll_page import ScrollPage

_SIDE, _ROW_SIDE, _EDGE = 22, 12, 1
_TOP = 12
_ENDLESS = 16_777_215


class SectionsPanel(QWidget):
    """Shows how far each section has come and leads there."""

    home_asked = Signal()
    section_chosen = Signal(str)
    form_asked = Signal()
    closed = Signal()  # only where the panel covers the form

    def __init__(self, look: Look, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._form: FormDefinition | None = None
        self._is_beside = True
        self.home = LinkRow(look, self.tr("Home"), "arrow-left", is_small=True)
        self.home.set_key_hint(self.tr("Esc"))
        self._back = LinkRow(look, self.tr("Back to the writing"), "arrow-left", is_small=True)
        self._heading = Label(look, self.tr("Sections"), "small_strong", "text_muted")
        self._rows: dict[str, NavigationRow] = {}
        self.about = AboutBox(look, today)
        self.form_link = LinkRow(look, self.tr("About this form"), "library", is_small=True)
        self._scroll = ScrollPage(look)
        self._build()
        self._connect()
        self._fold()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._scroll.margins.setContentsMargins(0, 0, 0, 0)
        column = self._scroll.column
        column.setSpacing(0)
        column.addLayout(_inset(self._heading))
        column.addSpacing(8)
        self._places = QVBoxLayout()
        self._places.setContentsMargins(_ROW_SIDE, 0, _ROW_SIDE, 0)
        self._places.setSpacing(2)
        column.addLayout(self._places)
        column.addSpacing(16)
        column.addLayout(_inset(Divider(self._look)))
        column.addSpacing(16)
        column.addLayout(_inset(self.about))
        column.addSpacing(16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, _TOP, _EDGE, _TOP)
        outer.setSpacing(0)
        outer.addLayout(_inset(self.home))
        outer.addLayout(_inset(self._back))
        self._back.hide()
        outer.addSpacing(10)
        outer.addWidget(self._scroll, 1)
        outer.addSpacing(4)
        outer.addLayout(_inset(self.form_link))

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_asked)
        self._back.clicked.connect(self.closed)
        self.form_link.clicked.connect(self.form_asked)
        self._look.changed.connect(self._fold)

    def show_reflection(
        self, form: FormDefinition, reflection: Reflection, themes: ThemeVocabulary
    ) -> None:
        """Show the sections of a form, and what stands beside the answers."""
        self.show_form(form)
        self.show_progress(reflection)
        self.about.offer_themes(themes)
        self.about.show_reflection(reflection)
        self._scroll.scroll_to_top()

    def forget(self) -> None:
        """Let go what was written beside the answers; the sections are only the form's."""
        self.about.forget()

    def show_form(self, form: FormDefinition) -> None:
        """Show the sections of a form, or of the same one with another record."""
        if form == self._form:
            return
        is_same = self._form is not None and self._form.id == form.id
        self._form = form
        before, self._rows = self._rows, {}
        for number, section in enumerate(form.sections, start=1):
            row = before.pop(section.key, None) if is_same else None
            if row is None:
                row = NavigationRow(self._look, section.key, str(number), "")
                row.pressed_as.connect(self.section_chosen)
                self._places.insertWidget(number - 1, row)
            row.set_icon(str(number))
            row.set_word(_short_heading(section))
            self._rows[section.key] = row
        for row in before.values():
            self._places.removeWidget(row)
            row.hide()
            row.deleteLater()

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside the page, or take all of its room."""
        self._is_beside = is_beside
        self.home.setVisible(is_beside)
        self._back.setVisible(not is_beside)
        policy = QSizePolicy.Policy.Fixed if is_beside else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Expanding)
        self._fold()

    def set_current(self, section_key: str) -> None:
        """Mark the section that is being written."""
        for key, row in self._rows.items():
            row.set_current(key == section_key)

    def entrance(self) -> QWidget | None:
        """Give the row of the section that is being written: who comes by a key begins there."""
        return next((row for row in self._rows.values() if row.isChecked()), None)

    def show_progress(self, reflection: Reflection) -> None:
        """Say how far each section has come."""
        assert self._form is not None
        for number, section in enumerate(self._form.sections, start=1):
            progress = progress_of(reflection, section)
            row = self._rows[section.key]
            if progress.is_whole:
                row.set_icon("circle-check", "accent")
            else:
                row.set_icon(str(number))
            row.set_count(progress_words(self, progress))

    def _fold(self) -> None:
        width = round(self._look.px("sections_width") * self._look.theme.scale)
        self.setMinimumWidth(width if self._is_beside else 0)
        self.setMaximumWidth(width if self._is_beside else _ENDLESS)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))


def progress_words(panel: QWidget, progress: Progress) -> str:
    """Say “2 of 3”."""
    words = panel.tr("{answered} of {asked}")
    return words.format(answered=progress.answered, asked=progress.asked) if progress.asked else ""


def _short_heading(section: Section) -> str:
    """Give what fits on a narrow row: of a record only which it is."""
    if section.repeat is None or not section.place:
        return section.heading
    one = section.repeat.one
    return f"{one[:1].upper()}{one[1:]} {section.place}"


def _inset(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(_SIDE, 0, _SIDE, 0)
    box.addWidget(widget)
    if isinstance(widget, LinkRow):
        box.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
    return box
