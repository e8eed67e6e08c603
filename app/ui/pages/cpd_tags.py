"""Which parts of the standard a piece touches: suggested from her words, decided by her."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cpd_year import PieceStanding
from app.domain.framework import Framework
from app.ui.look import Look
from app.ui.pages.cpd_framework_lines import FoldedFramework, FrameworkLines
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label


class TagLines(QWidget):
    """A line to tick for each part; until one is ticked, suggestions stand.

    Other frameworks are folded under it: nobody asks for them, and some want them for a portfolio.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        framework: Framework | None,
        others: Iterable[Framework],
        standing: PieceStanding,
    ) -> None:
        """Tick what was chosen, else what is suggested."""
        super().__init__()
        self._look = look
        self._kept = standing.piece.tags or frozenset()
        self._is_touched = standing.piece.tags is not None
        self._own: FrameworkLines | None = None
        self.told = Label(look, "", "small", "text_muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if framework is not None:
            self._own = FrameworkLines(look, framework, standing.tags)
            self._add_titled(framework.name, self._own)
        self.others = [FoldedFramework(look, each, self._kept) for each in others]
        self._add_others()
        self._tell()

    @property
    def lines(self) -> dict[str, CheckLine]:
        """The lines of the regulator's own framework, by their keys."""
        return self._own.lines if self._own else {}

    def chosen(self) -> frozenset[str] | None:
        """Give what is ticked; None while nobody has decided anything."""
        if not self._is_touched:
            return None
        # Tags of a framework that is not in force any more stay as they were.
        unseen = self._kept.difference(self.lines, *(each.keys for each in self.others))
        own = self._own.ticked() if self._own else frozenset()
        return unseen.union(own, *(each.ticked() for each in self.others))

    def _add_titled(self, name: str, lines: FrameworkLines) -> None:
        title = Label(self._look, name, "small_strong", "text_muted")
        for label in (title, self.told):
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._column.addWidget(lines)
        lines.toggled.connect(self._on_toggled)

    def _add_others(self) -> None:
        if not self.others:
            return
        title = Label(self._look, self.tr("Other frameworks"), "small_strong", "text_muted")
        self._column.addSpacing(self._look.space("m"))
        self._column.addWidget(title)
        for each in self.others:
            each.toggled.connect(self._on_toggled)
            self._column.addWidget(each)

    def _tell(self) -> None:
        if self._is_touched:
            self.told.setText(self.tr("As you ticked them."))
        else:
            words = self.tr("Ticked are suggestions from your own words. Tick what is right.")
            self.told.setText(words)

    def _on_toggled(self) -> None:
        self._is_touched = True
        self._tell()
        self.changed.emit()
