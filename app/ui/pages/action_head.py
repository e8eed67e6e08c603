"""Over the list of actions: the title, a new one, the filters, and the names of the columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.placed_action import ActionState
from app.ui.look import Look
from app.ui.models.action_layout import columns_of
from app.ui.pages.action_filters import ActionFilters
from app.ui.parts.button import Button
from app.ui.parts.label import Label

_AROUND = 10


class ActionHead(QWidget):
    """What stands over the list, whatever it shows."""

    def __init__(self, look: Look) -> None:
        """Build the two lines."""
        super().__init__()
        self.add_button = Button(look, self.tr("Add an action"), "primary", "plus")
        self.filters = ActionFilters(look)
        self._title = Label(look, self.tr("Actions"), "display")
        self._direction = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._direction.addWidget(self._title, 1)
        self._direction.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.space("xs"))
        column.setSpacing(look.space("m"))
        column.addLayout(self._direction)
        column.addWidget(self.filters)
        QWidget.setTabOrder(self.add_button, self.filters.chips[ActionState.OPEN])

    def fold(self, width: int, *, is_narrow: bool) -> None:
        """Put what does not fit beside the title and the filters under them."""
        self.filters.fold(is_narrow=is_narrow)
        beside = self._title.sizeHint().width() + self.add_button.sizeHint().width()
        directions = QBoxLayout.Direction
        fits = beside + _AROUND <= width
        self._direction.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def words_for_nothing(self, *, is_empty: bool) -> tuple[str, str]:
        """Say that there is nothing, and what brings something here."""
        if is_empty:
            return (
                self.tr("Nothing to do yet."),
                self.tr(
                    "What you write under “What now?” in a reflection, and what you agree in "
                    "supervision, gathers here by its day."
                ),
            )
        title = {
            ActionState.OPEN: self.tr("Nothing to do."),
            ActionState.DONE: self.tr("Nothing is done yet."),
            ActionState.DROPPED: self.tr("Nothing was dropped."),
            ActionState.CARRIED: self.tr("Nothing was carried forward."),
        }[self.filters.state]
        if self.filters.source.value is not None:
            return title, self.tr("Only what comes from one form is shown. Choose “From anywhere”.")
        return title, ""


class ColumnNames(QWidget):
    """The names over the columns; where there is one column, none."""

    def __init__(self, look: Look) -> None:
        """Paint in this look."""
        super().__init__()
        self._look = look
        self._width = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def fold(self, width: int) -> None:
        """Stand over the columns that this width gives; go where it gives only one."""
        self._width = width
        is_narrow = columns_of(self._look, width).is_narrow
        self.setFixedHeight(0 if is_narrow else self.sizeHint().height())
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for a line."""
        return QSize(1, round(self._look.theme.line_px("small")) + 2 * _AROUND)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write each name where its column begins."""
        columns = columns_of(self._look, self._width)
        if columns.is_narrow:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font("small_strong"))
        painter.setPen(self._look.colour("text_muted"))
        names = (
            (columns.what, self.tr("What")),
            (columns.who, self.tr("Who")),
            (columns.when, self.tr("By when")),
            (columns.source, self.tr("Came from")),
        )
        baseline = (self.height() + painter.fontMetrics().capHeight()) / 2
        for (left, _), name in names:
            painter.drawText(QPointF(left, baseline), name)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
