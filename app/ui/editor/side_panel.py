"""The panel at the right: help with the current prompt, or what the form is for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt
from app.domain.sharing import Sharing
from app.ui.editor.form_note import FormNote
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.first_box import FirstBox
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel
from app.ui.parts.linked_box import LinkedBox
from app.ui.parts.scroll_page import ScrollPage
from app.ui.parts.sharing_control import sharing_mark, sharing_word

_SIDE, _TOP = 16, 14
_RING = 6
_Act = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _Act.SliderSingleStepSub,
    Qt.Key.Key_Down: _Act.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Act.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Act.SliderPageStepAdd,
    Qt.Key.Key_Space: _Act.SliderPageStepAdd,
    Qt.Key.Key_Home: _Act.SliderToMinimum,
    Qt.Key.Key_End: _Act.SliderToMaximum,
}


class SidePanel(QWidget):
    """Shows one thing at a time beside the page; on a narrow page it takes the page's place."""

    closed = Signal()
    begun = Signal(object)  # FormDefinition
    ended = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._form: FormDefinition | None = None
        self._is_about_form = False
        self._prompt: Prompt | None = None
        self._title = Label(look, "", "heading")
        self._close = Button(look, "", "flat", "x", is_small=True)
        self._scroll = ScrollPage(look)
        self._reader = _Reader(look, self._scroll, self.tr("Help"))
        self._content: _Content | None = None
        self._meanings = _Content(look)
        self._meanings.add_sharing()
        self._meanings.hide()
        self.note = FormNote(look)
        self._build()
        self.set_beside(True)
        self._close.clicked.connect(self.closed)
        look.changed.connect(self.update)

    def _build(self) -> None:
        self._close.setAccessibleName(self.tr("Close the panel"))
        self._close.setToolTip(self.tr("Close the panel (Esc)"))
        self._title.setWordWrap(True)
        self._scroll.margins.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        self._scroll.column.setSpacing(0)
        self.first = FirstBox(self._look, self)
        self._scroll.column.addWidget(self.first)
        self._scroll.column.addWidget(self._meanings)
        self.linked = LinkedBox(self._look, self)
        self.linked.setContentsMargins(0, self._look.space("m"), 0, 0)
        self._scroll.column.addWidget(self.linked)
        self._scroll.column.addWidget(self.note)
        self._top = QHBoxLayout()
        self._top.addWidget(self._title, 1)
        self._top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, _TOP, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addWidget(self._reader, 1)

    @property
    def is_about_form(self) -> bool:
        """Say whether the form is explained, not the prompt."""
        return self._is_about_form

    @property
    def title(self) -> str:
        """What the panel is about."""
        return self._title.text()

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside the page at the panel's own width, or take all of the page's room."""
        policy = QSizePolicy.Policy.Fixed if is_beside else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Expanding)
        side = _SIDE if is_beside else self._look.space("page_left")
        self._scroll.margins.setContentsMargins(side, 0, side, _SIDE)
        self._top.setContentsMargins(side, 0, side - 4, 0)
        self._scroll.set_max_width(None if is_beside else self._look.theme.measure_px())
        width = self._look.px("panel_width")
        self.setMinimumWidth(width if is_beside else 0)
        self.setMaximumWidth(width if is_beside else 16_777_215)

    def begin(self, form: FormDefinition) -> None:
        """Help with the prompts of a form from now on."""
        if form != self._form:
            self._form, self._prompt = form, None
        if self._is_about_form:
            self._prompt, self._is_about_form = None, False
        self.begun.emit(form)

    def end(self) -> None:
        """Tell that the reflection is being put away; what another holds goes with it."""
        self.first.show_first(None)
        self.ended.emit()

    def show_prompt(self, prompt: Prompt) -> None:
        """Help with a prompt."""
        assert self._form is not None
        if prompt == self._prompt and not self._is_about_form:
            return
        self._prompt, self._is_about_form = prompt, False
        self._title.setText(self.tr("Help with this prompt"))
        content = _Content(self._look)
        content.add_words("", prompt.help)
        content.add_words(self.tr("A nudge"), prompt.nudge)
        content.add_source(prompt.source or self._form.source)
        self._show(content)
        self._meanings.show()
        self.note.set_about_form(False)

    def show_form(self) -> None:
        """Say what the form is for and where it comes from."""
        assert self._form is not None
        self._is_about_form = True
        self._title.setText(self.tr("About this form"))
        content = _Content(self._look)
        content.add_lead(self._form.title)
        content.add_words("", self._form.purpose)
        content.add_words(self.tr("When to use it"), self._form.when_to_use)
        minutes = self.tr("About {minutes} minutes. You can stop at any prompt.")
        content.add_words(self.tr("How long"), minutes.format(minutes=self._form.minutes))
        content.add_source(self._form.source)
        self._show(content)
        self._meanings.hide()
        self.note.set_about_form(True)

    def follow(self, prompt: Prompt) -> None:
        """Help with another prompt, unless the form is being explained."""
        if not self._is_about_form:
            self.show_prompt(prompt)

    def take_focus(self) -> None:
        """Be ready to be read and closed by keyboard."""
        self._close.setFocus()

    def _show(self, content: _Content) -> None:
        if self._content is not None:
            self._scroll.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._scroll.column.insertWidget(0, content)
        content.show()
        self._scroll.scroll_to_top()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, 0, 1, self.height(), self._look.colour("line"))


class _Reader(QWidget):
    """What can only be read scrolls by keyboard too, but is a stop only if there is more of it."""

    def __init__(self, look: Look, scroll: ScrollPage, name: str) -> None:
        super().__init__()
        self._look, self._bar = look, scroll.verticalScrollBar()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._bar.rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(0, self._bar.maximum())

    def _on_range_changed(self, _least: int, most: int) -> None:
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if most or self.hasFocus() else policies.NoFocus)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that scroll."""
        act = _SCROLLS.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self._bar.triggerAction(act)

    def ring_rect(self) -> QRect:
        """Keep the ring inside the panel."""
        return self.rect().adjusted(_RING, _RING, -_RING, -_RING)

    def ring_radius(self) -> int:
        """Give the radius of the ring's corners."""
        return self._look.theme.radius("control")


class _Content(QWidget):
    """Headings with words under them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def add_lead(self, words: str) -> None:
        """Add a line in the stronger weight."""
        self._add(words, "subheading", "text")

    def add_words(self, heading: str, words: str) -> None:
        """Add a paragraph, unless there is nothing to say."""
        if not words:
            return
        if heading:
            self._column.addSpacing(10)
            self._add(heading, "small_strong", "text_muted")
        self._add(words, "body", "text")

    def add_source(self, words: str) -> None:
        """Add where it comes from."""
        if not words:
            return
        self._column.addSpacing(10)
        self._add(self.tr("Where this comes from"), "small_strong", "text_muted")
        self._add(words, "small", "text")

    def add_sharing(self) -> None:
        """Add who may see an answer."""
        self._column.addSpacing(13)
        self._column.addWidget(Divider(self._look))
        self._column.addSpacing(13)
        self._add(self.tr("Who may see this answer"), "small_strong", "text_muted")
        meanings = (
            (Sharing.PRIVATE, self.tr("only in the journal")),
            (Sharing.SUPERVISION, self.tr("offered for the summary")),
            (Sharing.CPD, self.tr("offered for the year")),
        )
        for sharing, meaning in meanings:
            icon = IconLabel(self._look, *sharing_mark(sharing), size="s")
            icon.stand_beside("small")
            lead = self.tr("{sharing}:").format(sharing=sharing_word(sharing))
            row = QHBoxLayout()
            row.setContentsMargins(0, 3, 0, 3)
            row.setSpacing(self._look.space("s"))
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(LeadLabel(self._look, lead, meaning, "small"), 1)
            self._column.addLayout(row)

    def _add(self, words: str, style: str, colour: str) -> None:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        self._column.addWidget(label)
