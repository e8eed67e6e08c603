"""What was written first, to have beside what is written while looking again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.short_words import shortened
from app.services.following_up import FirstWriting
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.linked_box import shortened_name

_ABOVE = 13
_MOST_CHARACTERS = 1500  # the link leads to all of it


class FirstBox(QWidget):
    """Shows nothing at all where no other reflection is looked at."""

    reflection_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._id = look, ""
        self._heading = self.tr("What you wrote first")
        heading = Label(look, self._heading, "small_strong", "text_muted")
        self.open = LinkRow(look, self._heading, "file-text", is_small=True)
        self._about = Label(look, "", "small", "text_muted")
        self._words = Label(look, "", "prose")
        for label in (self._about, self._words):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(3)
        column.addWidget(Divider(look))
        column.addSpacing(_ABOVE)
        for part in (heading, self.open, self._about):
            column.addWidget(part)
        column.addSpacing(look.space("xs"))
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.open.clicked.connect(self._on_opened)
        self.hide()

    @property
    def words(self) -> str:
        """What was learnt then, as it is shown."""
        return self._words.text()

    def show_first(self, first: FirstWriting | None) -> None:
        """Show what was learnt then and the way to all of it, or nothing."""
        self._id = first.writing.id if first is not None else ""
        name = first.writing.name if first is not None else self._heading
        about = first.writing.about if first is not None else ""
        self.open.set_words(shortened_name(name))
        self.open.setAccessibleName(name)
        self.open.setAccessibleDescription(about)
        self._about.setText(about)
        self._words.setText(shortened(first.learnt, _MOST_CHARACTERS) if first is not None else "")
        self._words.setVisible(bool(self._words.text()))
        self.setVisible(first is not None)

    def _on_opened(self) -> None:
        self.reflection_asked.emit(self._id)
