"""One possible identifier: what was found and why, and what can become of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.identifier import IdentifierKind, PossibleIdentifier
from app.domain.short_words import shortened
from app.services.identifier_words import kind_words
from app.ui.editor.identifier_questions import KeepQuestion, RememberQuestion
from app.ui.editor.identifier_row import begun_large
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.card import Card
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_MOST_SHOWN = 120  # characters of what was found
# What has a name that others know it by too; a date or an age stands for itself alone.
_NAMED = (IdentifierKind.NAME, IdentifierKind.PLACE, IdentifierKind.ORGANISATION)
_Keys = QKeySequence.StandardKey


class IdentifierCard(Card):
    """Asks what is to become of it; the two acts that need more words ask for them in its place."""

    replace_asked = Signal(str)  # the words that are to stand there
    everywhere_asked = Signal(str)  # the label
    keep_asked = Signal(str)  # why
    not_one_asked = Signal()
    undo_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._words = Label(look, "", "title", parent=self)
        self._kind = Label(look, "", "small_strong", "identifier", self)
        self._reason = Label(look, "", "small", "text_muted", self)
        self._place = Label(look, "", "small", "text_muted", self)
        self._first = QWidget(self)
        self.field = TextField(look, self.tr("Replace with"), parent=self._first)
        self.replace = Button(look, self.tr("Replace"), "primary", is_small=True)
        self.everywhere = Button(look, self.tr("Everywhere…"), is_small=True)
        self.keep = Button(look, self.tr("Keep…"), is_small=True)
        self.not_one = Button(look, self.tr("Not an identifier"), "flat", is_small=True)
        self.keeping = KeepQuestion(look, self)
        self.remembering = RememberQuestion(look, self)
        self._trouble = Label(look, "", "small", "danger", self)
        self._label = ""  # what may stand everywhere, where the field has nothing better
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_current(True)
        self.body.setSpacing(4)
        for label in (self._words, self._kind, self._reason, self._place, self._trouble):
            label.setWordWrap(True)
        for label in (self._words, self._kind, self._reason, self._place):
            self.body.addWidget(label)
        self.body.addSpacing(6)
        buttons = FlowLayout(gap=self._look.space("xs"), line_gap=self._look.space("xs"))
        for button in (self.replace, self.everywhere, self.keep, self.not_one):
            buttons.addWidget(button)
        column = QVBoxLayout(self._first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("s"))
        column.addWidget(self.field)
        column.addLayout(buttons)
        for part in (self._first, self.keeping, self.remembering, self._trouble):
            self.body.addWidget(part)
        self.replace.setToolTip(self.tr("Ctrl+R, or Enter in the field"))
        self.keep.setToolTip(self.tr("Ctrl+K"))
        self.everywhere.setAccessibleName(self.tr("Replace everywhere and remember…"))
        self.everywhere.setToolTip(self.tr("Replace everywhere and remember…"))
        self.field.edit.installEventFilter(self)
        self._ask_first()

    def _connect(self) -> None:
        self.replace.clicked.connect(self.ask_to_replace)
        self.field.return_pressed.connect(self.ask_to_replace)
        self.everywhere.clicked.connect(self.ask_label)
        self.keep.clicked.connect(self.ask_reason)
        self.not_one.clicked.connect(self.not_one_asked)
        self.keeping.answered.connect(self.keep_asked)
        self.keeping.left.connect(self.leave_question)
        self.remembering.answered.connect(self.everywhere_asked)
        self.remembering.left.connect(self.leave_question)

    # What is shown

    def show_found(self, words: str, found: PossibleIdentifier, place: str) -> None:
        """Show what was found, with its kind, the reason and where it stands, and ask."""
        words = shortened(" ".join(words.split()), _MOST_SHOWN)
        self._words.setText(words)
        kind, is_known = begun_large(kind_words(found.kind)), bool(found.label_of)
        if is_known:
            kind = self.tr("{kind}, in your people key").format(kind=kind)
        self._kind.setText(kind)
        reason = begun_large(found.reason.rstrip("."))
        self._reason.setText(f"{reason}." if reason else "")
        self._reason.setVisible(bool(found.reason))
        self._place.setText(place)
        suggestion = found.label_of or found.suggestion
        self.field.set_text(suggestion)
        self.field.edit.setAccessibleName(self.tr("Replace “{words}” with").format(words=words))
        self.everywhere.setVisible(is_known or found.kind in _NAMED)
        # “A person” stands for anybody: a label is to be thought of.
        self._label = suggestion if is_known or found.kind is not IdentifierKind.NAME else ""
        self.remembering.begin(words, is_known=is_known)
        self.keeping.begin(words)
        self.tell("")
        self._ask_first()

    @property
    def spoken(self) -> str:
        """What a screen reader says of it: the words, their kind and the reason."""
        parts = (self._words.text(), self._kind.text(), self._reason.text())
        return ". ".join(each.rstrip(".") for each in parts if each)

    def forget(self) -> None:
        """Keep no words of the reflection."""
        for label in (self._words, self._reason, self._place, self._kind, self._trouble):
            label.setText("")
        self.field.set_text("")
        self.keeping.begin("")
        self.remembering.begin("", is_known=False)
        self.setAccessibleName("")

    def tell(self, trouble: str) -> None:
        """Say why nothing was changed, or nothing any more."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    # What is asked

    @property
    def is_asking(self) -> bool:
        """Whether a reason or a label is asked for."""
        return self.keeping.isVisibleTo(self) or self.remembering.isVisibleTo(self)

    def ask_to_replace(self) -> None:
        """Replace with what stands in the field; without words there, ask for them."""
        if self.field.text.strip():
            self.replace_asked.emit(self.field.text.strip())
        else:
            self._ask_first()
            self.field.set_error(self.tr("Write what is to stand there."))
            self.field.edit.setFocus()

    def ask_reason(self) -> None:
        """Ask why it stays."""
        self._show_only(self.keeping)
        self.keeping.field.select_all()

    def ask_label(self) -> None:
        """Ask what is to stand everywhere."""
        own = self.field.text if self.field.edit.isModified() else self._label
        self.remembering.suggest(own)
        self._show_only(self.remembering)
        self.remembering.field.select_all()

    def leave_question(self) -> None:
        """Ask again what is to become of it."""
        self._ask_first()
        self.take_focus()

    def take_focus(self) -> None:
        """Be ready to be decided about."""
        self.field.select_all()

    def _ask_first(self) -> None:
        self.field.set_error("")
        self._show_only(self._first)

    def _show_only(self, part: QWidget) -> None:
        for each in (self._first, self.keeping, self.remembering):
            each.setVisible(each is part)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Undo bring a replaced word back where the field has nothing to undo itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_unused = isinstance(watched, QLineEdit) and not watched.isUndoAvailable()
            if is_unused and event.matches(_Keys.Undo):
                self.undo_asked.emit()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a question by Escape; undo from the buttons."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.leave_question()
        elif event.matches(_Keys.Undo):
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)
