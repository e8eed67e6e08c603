"""The panel at the right: help with the current prompt, or what the form is for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.form import FormDefinition, Prompt
from app.ui.editor.form_note import FormNote
from app.ui.editor.help_content import HelpContent
from app.ui.editor.panel_guest import PanelGuest
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.first_box import FirstBox
from app.ui.parts.label import Label
from app.ui.parts.linked_box import LinkedBox
from app.ui.parts.scroll_page import ScrollPage

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
        self._guest: PanelGuest | None = None
        self._own_title = ""  # also while a guest has another
        self._title = Label(look, "", "heading")
        self._close = Button(look, "", "flat", "x", is_small=True)
        self._scroll = ScrollPage(look)
        self._reader = _Reader(look, self._scroll, self.tr("Help"))
        self._content: HelpContent | None = None
        self._meanings = HelpContent(look)
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, _TOP, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(self._top)
        self._column.addWidget(self._reader, 1)

    @property
    def is_about_form(self) -> bool:
        """Say whether the form is explained, not the prompt."""
        return self._is_about_form

    @property
    def is_helping(self) -> bool:
        """Say whether the panel holds the help with a prompt."""
        return not self._is_about_form and self._guest is None

    @property
    def has_guest(self) -> bool:
        """Say whether something else than help stands in the panel."""
        return self._guest is not None

    def show_guest(self, guest: PanelGuest, title: str) -> None:
        """Let something else stand in the panel."""
        if self._guest is None:
            self._column.addWidget(guest, 1)
        self._guest = guest
        self._reader.hide()
        self._title.setText(title)
        guest.set_beside(self._is_beside)
        guest.show()

    def dismiss_guest(self) -> None:
        """Help again."""
        guest, self._guest = self._guest, None
        if guest is not None:
            self._column.removeWidget(guest)
            guest.hide()
            self._reader.show()
            self._title.setText(self._own_title)

    @property
    def title(self) -> str:
        """What the panel is about."""
        return self._title.text()

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside the page at the panel's own width, or take all of the page's room."""
        self._is_beside = is_beside
        if self._guest is not None:
            self._guest.set_beside(is_beside)
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
        self.dismiss_guest()
        self.first.show_first(None)
        self.ended.emit()

    def show_prompt(self, prompt: Prompt) -> None:
        """Help with a prompt."""
        assert self._form is not None
        if prompt == self._prompt and not self._is_about_form:
            return
        self._prompt, self._is_about_form = prompt, False
        self._entitle(self.tr("Help with this prompt"))
        content = HelpContent(self._look)
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
        self._entitle(self.tr("About this form"))
        content = HelpContent(self._look)
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

    def _entitle(self, title: str) -> None:
        self._own_title = title
        if self._guest is None:
            self._title.setText(title)

    def _show(self, content: HelpContent) -> None:
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
