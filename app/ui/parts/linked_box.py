"""The list of linked reflections: each leads there, and its cross removes the link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.linking import LinkedReflection
from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.label import Label

_LONGEST_NAME = 40


class LinkedBox(QWidget):
    """Shows nothing at all where there is no link."""

    reflection_asked = Signal(str)  # reflection id
    removal_asked = Signal(str)  # reflection id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[LinkedRow, ...] = ()
        self._heading = Label(look, self.tr("Linked reflections"), "small_strong", "text_muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._heading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_linked(self, linked: tuple[LinkedReflection, ...]) -> None:
        """Show these, in this order."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(LinkedRow(self._look, each) for each in linked)
        for row in self.rows:
            row.reflection_asked.connect(self.reflection_asked)
            row.removal_asked.connect(self.removal_asked)
            self._column.addWidget(row)
        self.setVisible(bool(linked))


class LinkedRow(QWidget):
    """One of them: its name, what it is, and a cross."""

    reflection_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, look: Look, linked: LinkedReflection) -> None:
        super().__init__()
        self._id = linked.id
        self.open = LinkRow(look, shortened_name(linked.name), "file-text", is_small=True)
        self.open.setAccessibleName(linked.name)
        self.open.setAccessibleDescription(linked.about)
        self.open.setToolTip(f"{linked.name}\n{linked.about}")
        self.remove = Button(look, "", "flat", "x", is_small=True)
        words = self.tr("Remove the link to {name}").format(name=linked.name)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(self.tr("Remove the link; both reflections stay."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.open)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.open.clicked.connect(self._on_opened)
        self.remove.clicked.connect(self._on_removed)

    def _on_opened(self) -> None:
        self.reflection_asked.emit(self._id)

    def _on_removed(self) -> None:
        self.removal_asked.emit(self._id)


def shortened_name(name: str) -> str:
    """Give a name as it fits into a narrow column."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"
