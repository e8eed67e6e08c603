"""One line of text with its label above it, its error below it, and room inside at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.inside_button import InsideButton
from app.ui.parts.label import Label

_SECRET_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)
_EDGE_ROOM, _WORDS_ROOM = 4, 9


class RoomyEdit(QLineEdit):
    """A line edit that keeps room at its right for small widgets of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, _EDGE_ROOM, 0)
        self._row.setSpacing(_EDGE_ROOM)
        self._row.addStretch(1)
        self._inside: list[QWidget] = []

    def add_inside(self, widget: QWidget) -> None:
        """Put a widget inside the field, at its right."""
        widget.setCursor(Qt.CursorShape.ArrowCursor)
        self._row.addWidget(widget)
        self._inside.append(widget)
        widget.installEventFilter(self)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room again when a widget inside has changed its size or gone."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._make_room()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words clear of what stands inside."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        shown = [widget for widget in self._inside if not widget.isHidden()]
        room = sum(widget.sizeHint().width() + _EDGE_ROOM for widget in shown)
        if self.textMargins().right() != room:
            self.setTextMargins(0, 0, room, 0)


class TextField(QWidget):
    """A labelled line of text; a secret one shows dots and a button that shows the words."""

    text_changed = Signal(str)
    editing_finished = Signal()
    return_pressed = Signal()

    def __init__(
        self,
        look: Look,
        label: str,
        hint: str = "",
        is_secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.edit = RoomyEdit(self)
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(hint)
        self._hint = hint
        # Made when they first have something to say: most fields never do.
        self._label: Label | None = None
        self._state: Label | None = None
        self._state_icon: IconLabel | None = None
        self._trouble: Label | None = None
        self._trouble_icon: IconLabel | None = None
        self._toggle: InsideButton | None = None
        self._build()
        self.set_label(label)
        if is_secret:
            self._make_secret()
        self.edit.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._word_toggle)
        self.edit.editingFinished.connect(self.editing_finished)
        self.edit.returnPressed.connect(self.return_pressed)

    def _build(self) -> None:
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._bottom = QHBoxLayout()
        self._bottom.setContentsMargins(0, 2, 0, 0)
        if self._hint:
            hint = Label(self._look, self._hint, "small", "text_muted", self)
            hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            hint.setWordWrap(True)
            self._top.addWidget(hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._top)
        column.addWidget(self.edit)
        column.addLayout(self._bottom)

    def _make_label(self) -> Label:
        label = Label(self._look, "", "small_strong", "text_muted", self)
        label.setBuddy(self.edit)
        self._top.insertWidget(0, label)
        return label

    def _make_state(self) -> tuple[IconLabel, Label]:
        icon = IconLabel(self._look, "", "success", "s", self.edit)
        words = Label(self._look, "", "small", "success", self.edit)
        words.setContentsMargins(2, 0, _WORDS_ROOM, 0)
        self.edit.add_inside(icon)
        self.edit.add_inside(words)
        return icon, words

    def _make_trouble(self) -> tuple[IconLabel, Label]:
        icon = IconLabel(self._look, "circle-alert", "danger", "s", self)
        icon.stand_beside("small")
        words = Label(self._look, "", "small", "danger", self)
        words.setWordWrap(True)
        self._bottom.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._bottom.addWidget(words, 1)
        return icon, words

    def _make_secret(self) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._toggle = InsideButton(self._look, "", "flat", is_small=True)
        self._toggle.clicked.connect(self._on_toggled)
        self.edit.add_inside(self._toggle)
        self._word_toggle()
        QWidget.setTabOrder(self.edit, self._toggle)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill the field without telling anyone."""
        self.edit.blockSignals(True)
        self.edit.setText(text)
        self.edit.blockSignals(False)

    def set_label(self, label: str) -> None:
        """Change the label, which is also the field's name."""
        if label and self._label is None:
            self._label = self._make_label()
        if self._label is not None:
            self._label.setText(label)
            self._label.setVisible(bool(label))
        self.edit.setAccessibleName(label)

    def set_placeholder(self, words: str) -> None:
        """Show an example while the field is empty."""
        self.edit.setPlaceholderText(words)

    def set_state(self, words: str, icon: str = "check", colour: str = "success") -> None:
        """Say something good about the text, inside the field: “They match”."""
        if words and self._state is None:
            self._state_icon, self._state = self._make_state()
        if self._state is None or self._state_icon is None:
            return
        self._state.setText(words)
        self._state.set_colour(colour)
        self._state_icon.set_icon(icon, colour)
        self._state.setVisible(bool(words))
        self._state_icon.setVisible(bool(words))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and keep the text; an empty sentence takes the error away."""
        if sentence and self._trouble is None:
            self._trouble_icon, self._trouble = self._make_trouble()
        if self._trouble is None or self._trouble_icon is None:
            return
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        # With a fixed height a sentence of several lines would be cut off after the first.
        height = QSizePolicy.Policy.Minimum if sentence else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, height)
        self._trouble_icon.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence or self._hint)
        _mark(self.edit, "error", is_on=bool(sentence))

    @property
    def error(self) -> str:
        """The sentence under the field."""
        return self._trouble.text() if self._trouble is not None else ""

    def add_icon(self, name: str) -> None:
        """Show an icon before the words, as a search field does."""
        action = QAction(self._look.icon(name, "text_muted"), "", self.edit)
        self.edit.addAction(action, QLineEdit.ActionPosition.LeadingPosition)

    def select_all(self) -> None:
        """Take the focus with everything selected, ready to be typed over."""
        self.edit.setFocus()
        self.edit.selectAll()

    def clear(self) -> None:
        """Empty the field."""
        self.edit.clear()

    def _on_text_changed(self, text: str) -> None:
        self.text_changed.emit(text)

    def _on_toggled(self) -> None:
        modes = QLineEdit.EchoMode
        hidden = self.edit.echoMode() == modes.Password
        self.edit.setEchoMode(modes.Normal if hidden else modes.Password)
        self._word_toggle()

    def _word_toggle(self) -> None:
        if self._toggle is None:
            return
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setInputMethodHints(_SECRET_HINTS)  # Qt forgets them with each echo mode
        self._toggle.set_words(self.tr("Show") if hidden else self.tr("Hide"))
        self._toggle.set_icon("eye" if hidden else "eye-off")
        _mark(self.edit, "dots", is_on=hidden)
        name = self.tr("Show what is typed") if hidden else self.tr("Hide what is typed")
        self._toggle.setAccessibleName(name)


def _mark(edit: QLineEdit, name: str, *, is_on: bool) -> None:
    """Set a mark that the style sheet knows, and have it looked at again."""
    if edit.property(name) != is_on:
        edit.setProperty(name, is_on)
        edit.style().unpolish(edit)
        edit.style().polish(edit)
