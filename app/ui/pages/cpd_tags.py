"""Which parts of the standard a piece touches: suggested from her words, decided by her."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cpd_year import PieceStanding
from app.domain.framework import Framework
from app.ui.look import Look
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label


class TagLines(QWidget):
    """A line to tick for each part; until one is ticked, suggestions stand."""

    changed = Signal()

    def __init__(self, look: Look, framework: Framework | None, standing: PieceStanding) -> None:
        """Tick what was chosen, else what is suggested."""
        super().__init__()
        self.lines: dict[str, CheckLine] = {}
        self._kept = standing.piece.tags
        self._is_touched = standing.piece.tags is not None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if framework is None:
            return
        title = Label(look, framework.name, "small_strong", "text_muted")
        self.told = Label(look, self._words(), "small", "text_muted")
        for label in (title, self.told):
            label.setWordWrap(True)
            self._column.addWidget(label)
        for tag in framework.tags:
            line = CheckLine(look)
            line.set_words(f"{tag.key}  {tag.label}", tag.gist)
            key = f"{framework.id}/{tag.key}"
            line.setChecked(key in standing.tags)
            line.toggled.connect(self._on_toggled)
            self.lines[key] = line
            self._column.addWidget(line)

    def chosen(self) -> frozenset[str] | None:
        """Give what is ticked; None while nobody has decided anything."""
        if not self._is_touched:
            return None
        ticked = {key for key, line in self.lines.items() if line.isChecked()}
        return frozenset(ticked | ((self._kept or frozenset()) - self.lines.keys()))

    def _words(self) -> str:
        if self._is_touched:
            return self.tr("As you ticked them.")
        return self.tr("Ticked are suggestions from your own words. Tick what is right.")

    def _on_toggled(self, _is_on: bool) -> None:
        self._is_touched = True
        self.told.setText(self._words())
        self.changed.emit()
