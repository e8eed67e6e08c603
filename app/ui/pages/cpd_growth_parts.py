"""The sections of gaps and growth: gaps, goals, and bars under a title."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.growth import GoalStanding
from app.services.cpd import CpdYearView
from app.services.growth import Plan
from app.summary.cpd_words import missing_lines
from app.summary.document import Bars
from app.summary.growth_words import goal_line, row_words, untouched
from app.ui.look import Look
from app.ui.parts.bars_view import BarsView
from app.ui.parts.button import LinkRow
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.row_button import RowButton


class _Lines(QWidget):
    """Words and links, one under the other."""

    reading_asked = Signal(str)  # id of a reflection

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[QWidget] = []
        self.links: list[OpenLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("xs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def words(self) -> list[str]:
        """Give what its lines say."""
        return [each.text() for each in self.lines if isinstance(each, Label)]

    def _say(self, words: str, style: str = "body", colour: str = "text") -> None:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        self._add(label)

    def _link(self, words: str, reflection_id: str) -> None:
        link = OpenLink(self._look, words, reflection_id)
        link.pressed_as.connect(self.reading_asked)
        self.links.append(link)
        self._add(link)

    def _add(self, widget: QWidget) -> None:
        self.lines.append(widget)
        self._column.addWidget(widget)


class _Section(_Lines):
    """A title, and lines under it that are made anew each time."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.title = Label(look, "", "heading")
        self._column.addWidget(self.title)

    def _clear(self) -> None:
        for each in self.lines:
            each.deleteLater()
        self.lines, self.links = [], []


class OpenLink(RowButton):
    """A reflection’s title that opens it; a long one breaks into lines."""

    def __init__(self, look: Look, words: str, reflection_id: str) -> None:
        """Open this one."""
        super().__init__(look, reflection_id, words, has_line=False)
        self.row.setContentsMargins(look.space("m"), 2, 0, 2)
        icon = IconLabel(look, "book-open-text", "accent", "s")
        icon.stand_beside("body")
        label = Label(look, words, "body_strong", "accent")
        label.setWordWrap(True)
        self.add(icon)
        self.add(label, 1)


class GapLines(_Section):
    """What the rules still ask for, and the parts that no piece touches with what comes nearest."""

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__(look)
        self.title.setText(self.tr("Gaps of the year"))

    def show_gaps(self, view: CpdYearView) -> None:
        """Say other gaps."""
        self._clear()
        for line in missing_lines(view.standing):
            self._say(line)
        for key, part in untouched(view.framework, view.standing):
            near = [each for each in view.near if key in each.new_tags]
            words = self.tr("No piece touches {part} yet.")
            if near:
                words = self.tr("No piece touches {part} yet. Nearest, by your own words:")
            self._say(words.format(part=part))
            for each in near:
                self._link(each.standing.title, each.standing.piece.reflection_id)
        if not self.lines:
            self._say(
                self.tr("None: the year has what the rules ask for, and each part is touched.")
            )


class GoalLines(_Section):
    """The goals of the development plan, and what was written since that shares their words."""

    plan_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__(look)
        self.title.setText(self.tr("Your development plan"))
        self.begin = LinkRow(look, self.tr("Begin a development plan"), "pencil", is_small=True)
        self.begin.clicked.connect(self.plan_asked)
        self._column.addWidget(self.begin)

    def show_plan(self, plan: Plan | None, today: date) -> None:
        """Say other goals."""
        self._clear()
        self.begin.setVisible(plan is None)
        if plan is None:
            return
        self._link(self.tr("{title}, {day}").format(title=plan.title, day=plan.day_words), plan.id)
        if not plan.goals:
            self._say(self.tr("It names no goal yet."), "body", "text_muted")
        for standing in plan.goals:
            block = GoalBlock(self._look, standing, today)
            block.reading_asked.connect(self.reading_asked)
            self._add(block)


class GoalBlock(_Lines):
    """One goal: its words, how it stands, and what comes nearest to it."""

    def __init__(self, look: Look, standing: GoalStanding, today: date) -> None:
        """Show a goal."""
        super().__init__(look)
        self._column.setContentsMargins(0, look.space("xs"), 0, 0)
        self._say(standing.goal.words, "body_strong")
        is_late = standing.goal.is_overdue(today) and not standing.count
        colour = "warning" if is_late else "text_muted"
        self._say(goal_line(standing.goal, standing.count, today), "small", colour)
        for each in standing.near:
            self._link(each.title, each.id)


class TitledBars(_Section):
    """Bars under a title and a line that says what they count."""

    def __init__(self, look: Look, title: str) -> None:
        """Begin without bars."""
        super().__init__(look)
        self.title.setText(title)
        self.bars = BarsView(look, row_words)
        self._column.addWidget(self.bars)

    def show_bars(self, bars: Bars | None, told: str, nothing: str) -> None:
        """Show other bars, or say that there is nothing to count."""
        self._clear()
        label = Label(self._look, told if bars else nothing, "small", "text_muted")
        label.setWordWrap(True)
        self.lines.append(label)
        self._column.insertWidget(1, label)
        self.bars.setVisible(bars is not None)
        if bars is not None:
            self.bars.show_bars(bars)

    def fold(self, width: int) -> None:
        """Leave the bars out where there is no room for them."""
        self.bars.fold(width)
