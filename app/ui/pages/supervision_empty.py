"""What the supervision page says while no answer is shared: how to share one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.look import Look
from app.ui.parts.empty_state import EmptyState
from app.ui.parts.scroll_page import ScrollPage


class NothingShared(ScrollPage):
    """Two lines and one button."""

    edit_asked = Signal(str)  # reflection id, to mark answers in
    new_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.theme.measure_px(), parent=parent)
        self._newest = ""
        self.state = EmptyState(
            look,
            "users",
            self.tr("Nothing is shared for supervision yet"),
            self.tr(
                "Open a reflection and set the sharing beside an answer to “Supervision”. "
                "Only answers marked like that can come onto this page; all others stay private."
            ),
            primary=self.tr("Open the newest reflection"),
        )
        self.column.addWidget(self.state)
        self.state.primary_clicked.connect(self._on_pressed)
        look.changed.connect(self._widen)

    def show_newest(self, reflection_id: str) -> None:
        """Offer to open this reflection, or to begin one where there is none."""
        self._newest = reflection_id
        words = self.tr("Open the newest reflection")
        self.state.primary.set_words(words if reflection_id else self.tr("New reflection"))

    def _widen(self) -> None:
        self.set_max_width(self._look.theme.measure_px())

    def _on_pressed(self) -> None:
        if self._newest:
            self.edit_asked.emit(self._newest)
        else:
            self.new_asked.emit()
