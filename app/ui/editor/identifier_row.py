"""One of the possible identifiers that follow: its words, kind and suggestion, pressed as one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.short_words import shortened
from app.services.identifier_words import kind_words
from app.ui.editor.identifier_tally import Place
from app.ui.look import Look
from app.ui.parts.card import paint_card
from app.ui.parts.face_button import ENTER_KEYS
from app.ui.parts.label import Label

_SIDE, _ABOVE = 16, 9
_MOST_SHOWN = 80  # characters


class IdentifierRow(QAbstractButton):
    """Makes its finding the current one."""

    chosen = Signal(object)  # Place

    def __init__(self, look: Look, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._place = look, place
        words = shortened(" ".join(place.words.split()), _MOST_SHOWN)
        about = self._about()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        self._column.setSpacing(0)
        for text, style, colour in ((words, "body_strong", "text"), (about, "small", "text_muted")):
            label = Label(look, text, style, colour, self)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.update)

    def _about(self) -> str:
        found = self._place.found
        kind = begun_large(kind_words(found.kind))
        suggestion = found.suggestion or found.label_of
        if not suggestion:
            return kind
        words = self.tr("{kind}. Suggestion: “{suggestion}”.")
        return words.format(kind=kind, suggestion=suggestion)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._place)

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for what the words need."""
        return self._column.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words at this width."""
        return self._column.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as the space bar does."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def ring_radius(self) -> int:
        """Give the radius of the row's corners."""
        return self._look.theme.radius("card")

    def ring_rect(self) -> QRect:
        """Surround the whole row."""
        return self.rect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, tinted under the pointer."""
        fill = "hover" if self.underMouse() or self.isDown() else "raised"
        paint_card(QPainter(self), self._look, QRectF(self.rect()), fill=fill)


def begun_large(words: str) -> str:
    """Give words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]
