"""What stands over the form: the title, which is edited where it stands, and the way of writing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.form import FormDefinition
from app.domain.reflection import Reflection
from app.ui.editor.asked import Asked, section_words
from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.label import Label
from app.ui.parts.segmented import Segmented

WHOLE, ONE = "whole", "one"
_SIDE, _PADDING = 28, 5
_LEAST_HEIGHT = 75
_LONGEST_TITLE = 200
_LEAST_TITLE = 200


def finish_words(*, is_complete: bool) -> str:
    """Say what the last step is; what is finished is not finished again."""
    if is_complete:
        return QCoreApplication.translate("EditorHeader", "Back to the journal")
    return QCoreApplication.translate("EditorHeader", "Finish…")


class EditorHeader(QWidget):
    """The form's name, the reflection's title, and whole form or one prompt at a time."""

    title_changed = Signal(str)
    way_chosen = Signal(str)
    finish_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._has_line = True
        self._kind = Label(look, "", "small", "text_muted")
        self.title = TitleEdit(look)
        ways = ((WHOLE, self.tr("Whole form")), (ONE, self.tr("One at a time")))
        self.way = Segmented(look, ways, self.tr("How to write"))
        self.finish = Button(look, finish_words(is_complete=False), "primary")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.finish.setToolTip(self.tr("Ctrl+Shift+Enter"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self._kind.setContentsMargins(_PADDING, 0, 0, 0)
        words.addWidget(self._kind)
        words.addWidget(self.title)
        words.addStretch(1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(self._look.space("s"))
        self._controls.addWidget(self.way)
        self._controls.addWidget(self.finish)
        self._controls.addStretch(1)
        self._row.setSpacing(self._look.space("s"))
        self._row.addLayout(words, 1)
        self._row.addLayout(self._controls)
        self.fold(False)

    def _connect(self) -> None:
        self.title.textEdited.connect(self.title_changed)
        self.way.chosen_changed.connect(self.way_chosen)
        self.finish.clicked.connect(self.finish_asked)
        self._look.changed.connect(self.update)

    def show_reflection(self, reflection: Reflection, form: FormDefinition) -> None:
        """Show title and state without telling anyone."""
        words = (
            self.tr("{form} · complete") if reflection.is_complete else self.tr("{form} · draft")
        )
        self._kind.setText(words.format(form=form.title))
        self.finish.set_words(finish_words(is_complete=reflection.is_complete))
        if self.title.text() != reflection.title:
            self.title.setText(reflection.title)
            self.title.setCursorPosition(0)

    def forget(self) -> None:
        """Hold no title, and no step by which one could come back."""
        self.title.setText("")

    def set_way(self, is_one_at_a_time: bool) -> None:
        """Mark the way of writing; the filled button is the next step of that way."""
        self.way.set_chosen(ONE if is_one_at_a_time else WHOLE)
        self.finish.set_kind("plain" if is_one_at_a_time else "primary")

    def fold(self, is_narrow: bool) -> None:
        """Stand at the top of the column, without the button that the bar has."""
        self.finish.setVisible(not is_narrow)
        self._has_line = not is_narrow
        if is_narrow:
            self._row.setContentsMargins(20 - _PADDING - 1, 0, 0, 16)
        else:
            self._row.setContentsMargins(_SIDE - _PADDING - 1, 8, _SIDE, 9)
        self.updateGeometry()
        self.update()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the title where both do not fit side by side."""
        super().resizeEvent(event)
        margins = self._row.contentsMargins()
        words = max(self._kind.sizeHint().width(), round(_LEAST_TITLE * self._look.theme.scale))
        needed = words + self._controls.sizeHint().width() + margins.left() + margins.right()
        directions = QBoxLayout.Direction
        fits = self.width() >= needed + 2 * self._row.spacing()
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        self._controls.setContentsMargins(0 if fits else _PADDING, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Ask for the usual height, or more where the text is larger."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), _LEAST_HEIGHT if self._has_line else 0))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the row can fold."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the header."""
        if self._has_line:
            line = self._look.colour("line")
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)


class TitleEdit(QLineEdit):
    """A title that looks like a title until it is edited."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("title")
        self.setMaxLength(_LONGEST_TITLE)
        self.setMinimumWidth(120)
        self.setPlaceholderText(self.tr("Give it a title, or leave it"))
        self.setAccessibleName(self.tr("Title"))
        self.editingFinished.connect(self._show_beginning)
        self.textChanged.connect(self._restyle)
        look.changed.connect(self._restyle)
        self._restyle()

    def _font(self) -> QFont:
        return self._look.font("title", italic=not self.text())

    def _restyle(self) -> None:
        self.setFont(self._font())
        self.setFixedHeight(round(self._look.theme.line_px("title")) + 4)

    def _show_beginning(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: Qt brings back an older one where the title moves to another parent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.font() != self._font():
            self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a long title again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)


class FoldedBar(QWidget):
    """What the side panels become on a narrow page: home, a menu of sections, and finish."""

    home_asked = Signal()
    section_chosen = Signal(str)
    about_asked = Signal()
    form_asked = Signal()
    way_chosen = Signal(str)
    finish_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._form: FormDefinition | None = None
        self.home = LinkRow(look, self.tr("Home"), "arrow-left")
        self.sections = Button(look, "")
        self.finish = Button(look, self.tr("Finish…"))
        self._menu = QMenu(self.sections)
        self._by_section: dict[str, QAction] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._below_sections = self._menu.addSeparator()
        self._about = self._menu.addAction(self.tr("Event and themes…"))
        self._about_form = self._menu.addAction(self.tr("About this form"))
        self._menu.addSeparator()
        self._one = self._menu.addAction(self.tr("One prompt at a time"))
        self._one.setCheckable(True)
        self.sections.setMenu(self._menu)
        self.sections.set_trailing_icon("chevron-down")
        self.sections.let_shorten()
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 10, 24, 11)
        row.setSpacing(24)
        row.addWidget(self.home)
        row.addWidget(self.sections)
        row.addStretch(1)
        row.addWidget(self.finish)

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_asked)
        self.finish.clicked.connect(self.finish_asked)
        self._menu.triggered.connect(self._on_triggered)
        self._look.changed.connect(self.update)

    def show_form(self, form: FormDefinition) -> None:
        """Offer the sections of a form."""
        if form == self._form:
            return
        self._form = form
        for action in self._by_section.values():
            self._menu.removeAction(action)
            action.deleteLater()
        self._by_section = {}
        for section in form.sections:
            action = QAction(section.heading.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setData(section.key)
            self._menu.insertAction(self._below_sections, action)
            self._by_section[section.key] = action

    def show_complete(self, is_complete: bool) -> None:
        """Say the last step in few words, for the bar is narrow."""
        self.finish.set_words(self.tr("Done") if is_complete else self.tr("Finish…"))
        self.finish.setAccessibleName(finish_words(is_complete=is_complete))

    def show_current(self, asked: Asked) -> None:
        """Say in which section the writing is."""
        assert self._form is not None
        words = self.tr("{section}: {title}").format(
            section=section_words(self._form, asked.section_number), title=asked.section.heading
        )
        self.sections.set_words(words)
        for key, action in self._by_section.items():
            action.setChecked(key == asked.section.key)

    def set_way(self, is_one_at_a_time: bool) -> None:
        """Mark the way of writing."""
        self._one.setChecked(is_one_at_a_time)
        self.finish.set_kind("plain" if is_one_at_a_time else "primary")

    def _on_triggered(self, action: QAction) -> None:
        if action == self._about:
            self.about_asked.emit()
        elif action == self._about_form:
            self.form_asked.emit()
        elif action == self._one:
            self.way_chosen.emit(ONE if action.isChecked() else WHOLE)
        else:
            self.section_chosen.emit(str(action.data()))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
