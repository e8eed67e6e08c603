"""The right of the supervision page: the paper as it will be printed, under a bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.paper.page_view import PageView
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.label import Label


class SupervisionPreview(QWidget):
    """Pages on the desk; turning them, large print, and how much of a page is seen."""

    large_print_changed = Signal(bool)
    black_and_white_changed = Signal(bool)
    list_asked = Signal()  # back to what goes in, where both do not fit side by side

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = _PreviewBar(look)
        self.view = PageView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        self.bar.previous.clicked.connect(self.view.show_previous)
        self.bar.next.clicked.connect(self.view.show_next)
        self.bar.large.clicked.connect(self.large_print_changed)
        self.bar.black_and_white.clicked.connect(self.black_and_white_changed)
        self.bar.back.clicked.connect(self.list_asked)
        self.bar.fit_page_chosen.connect(self.view.fit_page)
        self.bar.fit_width_chosen.connect(self.view.fit_width)
        self.view.page_changed.connect(self.bar.show_number)

    def set_look(self, *, is_large: bool, is_black_and_white: bool) -> None:
        """Show whether large print is on, and whether greys are off."""
        self.bar.large.setChecked(is_large)
        self.bar.black_and_white.setChecked(is_black_and_white)

    def set_alone(self, is_alone: bool) -> None:
        """Offer the way back where the list does not stand beside."""
        self.bar.back.setVisible(is_alone)
        self.bar.fold()


class _PreviewBar(QWidget):
    """Previous, “Page 1 of 2”, next; large print; fit page or width."""

    fit_page_chosen = Signal()
    fit_width_chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.back = Button(look, self.tr("Back to the list"), icon="arrow-left", is_small=True)
        self.previous = Button(look, "", icon="chevron-left", is_small=True)
        self.number = Label(look)
        self.next = Button(look, "", icon="chevron-right", is_small=True)
        self.large = QCheckBox(self.tr("Large print"))
        self.black_and_white = QCheckBox(self.tr("Black and white"))
        self.fit = Button(look, "", "flat", is_small=True)
        self._fit_actions = QActionGroup(self)
        self._build()
        self.fit.clicked.connect(self._open_menu)
        self._fit_actions.triggered.connect(self._on_fit_chosen)
        look.changed.connect(self._restyle)
        self.show_number(1, 0)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button, name in (
            (self.previous, self.tr("Previous page")),
            (self.next, self.tr("Next page")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        for words in (self.tr("Fit page"), self.tr("Fit width")):
            action = QAction(words, self)
            action.setCheckable(True)
            self._fit_actions.addAction(action)
        self._fit_actions.actions()[0].setChecked(True)
        self.fit.set_words(self.tr("Fit page"))
        self.fit.set_trailing_icon("chevron-down")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 9, 16, 10)
        self._row.setSpacing(8)
        turning, seeing = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._seeing = seeing
        for layout, widgets in (
            (turning, (self.previous, self.number, self.next)),
            (seeing, (self.large, self.black_and_white, self.fit)),
        ):
            layout.setSpacing(8)
            for widget in widgets:
                layout.addWidget(widget)
        turning.addStretch(1)
        seeing.setSpacing(16)
        self._row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(turning, 1)
        self._row.addLayout(seeing)
        self.back.hide()
        self._restyle()

    def show_number(self, number: int, count: int) -> None:
        """Say which page is shown, and which way there are more."""
        words = self.tr("Page {number} of {count}").format(number=number, count=count)
        self.number.setText(words if count else self.tr("No page yet"))
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < count)

    def fold(self) -> None:
        """Stand in one row if there is room, else in several."""
        turning = (self.back, self.previous, self.number, self.next)
        widgets = (*turning, self.large, self.black_and_white, self.fit)
        shown = [widget for widget in widgets if not widget.isHidden()]
        wanted = sum(widget.sizeHint().width() + 12 for widget in shown) + 48
        directions = QBoxLayout.Direction
        fits = wanted <= self.width()
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        seeing = (self.large, self.black_and_white, self.fit)
        wanted = sum(widget.sizeHint().width() + 16 for widget in seeing) + 32
        fits = wanted <= self.width()
        self._seeing.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _restyle(self) -> None:
        for box in (self.large, self.black_and_white):
            box.setFont(self._look.font("body"))
        self.fold()
        self.update()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._fit_actions.actions())
        menu.popup(self.fit.mapToGlobal(QPoint(0, self.fit.height() + 2)))

    def _on_fit_chosen(self, action: QAction) -> None:
        self.fit.set_words(action.text())
        is_page = action is self._fit_actions.actions()[0]
        (self.fit_page_chosen if is_page else self.fit_width_chosen).emit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than one group needs, for the bar can fold."""
        turning = (self.previous, self.number, self.next)
        groups = ((self.back,), turning, (self.large,), (self.black_and_white,), (self.fit,))
        widths = [sum(each.sizeHint().width() + 24 for each in group) for group in groups]
        return QSize(max(widths) + 32, self._row.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self.fold()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the line towards the desk."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
