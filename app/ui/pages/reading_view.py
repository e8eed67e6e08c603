"""The reading view: one reflection as it was written, with who may see each answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.placed_action import is_session_to_come
from app.domain.topic import Topic
from app.domain.topic_words import answer_topic, reflection_topic
from app.services.browsing import Reading
from app.ui.look import Look
from app.ui.pages.going_on_menu import GoingOnMenu
from app.ui.pages.keeping_menu import KeepingMenu
from app.ui.pages.print_menu import PrintMenu
from app.ui.pages.reading_column import ReadingColumn
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage

_TOOLS_LEFT, _TOOLS_TOP = 24, 12
_TEXT_LEFT = 44


class ReadingView(QWidget):
    """Shows a reading under a row of what can be done with it."""

    back_asked = Signal()
    edit_asked = Signal(str)  # reflection id
    supervision_asked = Signal(str)  # reflection id
    versions_asked = Signal(str)  # reflection id
    theme_asked = Signal(str)
    file_asked = Signal(object)  # EvidenceFile of which a copy is wanted
    fuller_form_asked = Signal(str)  # reflection id
    copy_asked = Signal(str)  # reflection id
    link_asked = Signal(str)  # reflection id
    look_again_asked = Signal(str)  # reflection id, to do it now
    linked_asked = Signal(str)  # id of the other reflection
    unlinking_asked = Signal(str, str)  # reflection id, id of the other
    reading_changed = Signal(object)  # Reading, or None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reading: Reading | None = None
        self._words = self._aim = ""  # the aim is the key of a prompt
        self._is_folded = False
        self._content: ReadingColumn | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.back_button = Button(
            look, self.tr("Back to the list"), icon="arrow-left", is_small=True
        )
        self.edit_button = Button(look, self.tr("Edit"), icon="square-pen", is_small=True)
        self.supervision_button = Button(
            look, self.tr("Put in the summary"), icon="users", is_small=True
        )
        self.versions_button = Button(
            look, self.tr("Earlier versions…"), icon="history", is_small=True
        )
        self.going_on = GoingOnMenu(look)
        self.menu = KeepingMenu(look)
        self.print_menu = PrintMenu(look)
        self._tools = QWidget()
        buttons = FlowLayout(gap=look.space("s"), line_gap=look.space("s"))
        for button in (
            self.back_button,
            self.edit_button,
            self.supervision_button,
            self.versions_button,
            self.going_on,
            self.menu,
            self.print_menu,
        ):
            buttons.addWidget(button)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(_TOOLS_LEFT, _TOOLS_TOP, look.space("xxl"), _TOOLS_TOP)
        row.setSpacing(look.space("s"))
        row.addLayout(buttons, 1)
        self._scroll = ScrollPage(look)
        self._nothing = Label(look, "", "body", "text_muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(_TEXT_LEFT, look.space("xl"), look.space("xxl"), 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(Divider(look))
        column.addWidget(self._stack, 1)
        self.show_nothing("")

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.edit_button.clicked.connect(self._on_edit)
        self.supervision_button.clicked.connect(self._on_supervision)
        self.versions_button.clicked.connect(self.ask_versions)
        self.going_on.fuller_form_asked.connect(self._on_fuller_form)
        self.going_on.copy_asked.connect(self._on_copy)
        self.going_on.link_asked.connect(self._on_link)
        self.going_on.look_again_asked.connect(self._on_look_again)
        self._look.changed.connect(self._restyle)

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def content(self) -> ReadingColumn | None:
        """The column of words that is shown."""
        return self._content

    @property
    def is_versions_shown(self) -> bool:
        """Say whether earlier versions are offered."""
        return not self.versions_button.isHidden()

    @property
    def versions_words(self) -> str:
        """The words for the number of versions."""
        return self.versions_button.accessibleDescription()

    @property
    def nothing_words(self) -> str:
        """What stands here instead of a reflection."""
        return self._nothing.text() if self._reading is None else ""

    def show_reading(self, reading: Reading, words: str) -> None:
        """Show a reflection with the words of the search marked."""
        same = self._reading is not None and self._reading.reflection.id == reading.reflection.id
        if reading == self._reading:
            self.mark(words)
        else:
            self._reading, self._words = reading, words
            self._fill(reading, keeps_place=same)
        self._stack.setCurrentWidget(self._scroll)

    def show_nothing(self, words: str) -> None:
        """Show no reflection, and words that say why."""
        self._reading = None
        self._drop_content()
        self._nothing.setText(words)
        self._stack.setCurrentWidget(self._nothing)
        self._show_tools()

    def mark(self, words: str) -> None:
        """Mark the words of another search in what is shown."""
        self._words = words
        if self._content is not None:
            self._content.mark(words)

    def topic(self) -> Topic | None:
        """Give the answer that has the focus, or the whole reflection."""
        reading = self._reading
        if reading is None or is_session_to_come(reading.reflection):
            return None
        focused = QApplication.focusWidget()
        for answer in self._content.answers if self._content is not None else ():
            if focused is not None and answer.isAncestorOf(focused):
                return answer_topic(reading.reflection, reading.form, answer.prompt)
        return reflection_topic(reading.reflection, reading.form)

    def aim_at(self, prompt_key: str) -> None:
        """Take the focus to this answer, when next it comes into the words."""
        self._aim = prompt_key

    def take_focus(self) -> None:
        """Take the focus into the words; what is on hold says so first."""
        first = self._content.first(self._aim) if self._content is not None else None
        self._aim = ""
        (first or self.menu).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_versions(self) -> None:
        """Ask for the earlier versions of what is shown."""
        if self._reading is not None:
            self.versions_asked.emit(self._reading.reflection.id)

    def set_folded(self, is_folded: bool) -> None:
        """Show the way back where the list gives its place to the reading view."""
        self._is_folded = is_folded
        self._show_tools()
        self._set_margins()

    def _fill(self, reading: Reading, *, keeps_place: bool) -> None:
        bar = self._scroll.verticalScrollBar()
        place = bar.value() if keeps_place else 0
        had_focus = self._content is not None and self._content.has_focus_inside()
        self._drop_content()
        self._content = ReadingColumn(self._look, reading, self._words)
        self._content.theme_asked.connect(self.theme_asked)
        self._content.file_asked.connect(self.file_asked)
        self._content.review_asked.connect(self.menu.review_asked)
        self._content.look_again_asked.connect(self.menu.look_again_asked)
        self._content.reflection_asked.connect(self.linked_asked)
        self._content.linked.reflection_asked.connect(self.linked_asked)
        self._content.linked.removal_asked.connect(self._on_unlinking)
        self._scroll.column.addWidget(self._content)
        self._show_tools()
        self._restyle()
        bar.setValue(place)
        if had_focus:
            self.take_focus()

    def _drop_content(self) -> None:
        if self._content is not None:
            self._scroll.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def _show_tools(self) -> None:
        reading = self._reading
        count = reading.version_count if reading else 0
        words = self.tr("{count} versions").format(count=f"{count:,}")
        self.versions_button.setAccessibleDescription(words)
        self.versions_button.setVisible(count > 1)
        is_held = reading is not None and reading.keeping.is_held
        self.edit_button.setEnabled(reading is not None and not is_held)
        self.supervision_button.setEnabled(reading is not None)
        self.going_on.setEnabled(reading is not None)
        self.print_menu.show_form(reading.form if reading is not None else None)
        self.menu.show_keeping(reading.keeping if reading is not None else None)
        self.back_button.setVisible(self._is_folded)
        self.reading_changed.emit(reading)

    def _restyle(self) -> None:
        self._scroll.set_max_width(self._look.theme.measure_px())
        self._set_margins()

    def _set_margins(self) -> None:
        left = _TEXT_LEFT if not self._is_folded else self._look.space("page_left")
        top = self._look.space("xl")
        self._scroll.margins.setContentsMargins(left, top, self._look.space("xxl"), top)

    def _on_edit(self) -> None:
        if self._reading is not None:
            self.edit_asked.emit(self._reading.reflection.id)

    def _on_supervision(self) -> None:
        if self._reading is not None:
            self.supervision_asked.emit(self._reading.reflection.id)

    def _on_fuller_form(self) -> None:
        if self._reading is not None:
            self.fuller_form_asked.emit(self._reading.reflection.id)

    def _on_copy(self) -> None:
        if self._reading is not None:
            self.copy_asked.emit(self._reading.reflection.id)

    def _on_link(self) -> None:
        if self._reading is not None:
            self.link_asked.emit(self._reading.reflection.id)

    def _on_look_again(self) -> None:
        if self._reading is not None:
            self.look_again_asked.emit(self._reading.reflection.id)

    def _on_unlinking(self, other_id: str) -> None:
        if self._reading is not None:
            self.unlinking_asked.emit(self._reading.reflection.id, other_id)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as a readable line."""
        super().resizeEvent(event)
        self._restyle()
