"""The frame of every dialog of ours: a serif title, content that scrolls, a line, the buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import Look
from app.ui.neutral_title import TITLE
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_USUAL_WIDTH = 560
_WINDOW_SHARE = 0.92
_RING_ROOM = 4
_FLAT_PADDING = 11  # a flat button's word stands where the column begins


class Dialog(QDialog):
    """Asks or tells over its window, without stopping the program.

    ``dialog = NameDialog(look, parent)``, connect its signals to bound methods, ``open()``. Never
    ``exec()``. When it closes it is freed, so keep no reference to it.

    Content goes in from top to bottom by ``add_content`` or ``add_text`` and scrolls if the window
    is too low for it. ``add_button`` puts flat buttons at the left and all others at the right in
    the order they are added; a ``flat`` or ``plain`` button added first is the harmless answer:
    Escape does the same, and it has the focus if there is no field. A button does nothing until
    its ``clicked`` is connected: to ``reject``, ``accept`` or a slot of the subclass.
    ``set_usual_width`` asks for another width, between 480 and 980.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._usual_width = _USUAL_WIDTH
        self._harmless: Button | None = None
        self._part: QWidget | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._scroll_to_part)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        # A title can name a reflection. Task bars and recordings show no more than the program;
        # a screen reader is told the title all the same.
        self.setWindowTitle(TITLE)
        self.setAccessibleName(title)
        self.title_label = Label(look, title, "question")
        self.title_label.setWordWrap(True)
        self._scroll = _ContentScroll(look)
        self.footer = _Footer(look)
        self._line = Divider(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space("xl"), 0, 0)
        column.setSpacing(0)
        side = look.space("xl")
        self.title_label.setContentsMargins(side, 0, side, look.space("m"))
        column.addWidget(self.title_label)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._line)
        column.addWidget(self.footer)
        look.changed.connect(self.fit)
        self._take_lock_key()

    def add_content(self, widget: QWidget) -> None:
        """Put a widget under what is there already."""
        column = self._scroll.column
        column.insertWidget(column.count() - 1, widget)

    def add_space(self, px: int) -> None:
        """Leave room under what is there already."""
        column = self._scroll.column
        column.insertSpacing(column.count() - 1, px)

    def add_text(self, text: str, style: str = "body", colour: str = "text") -> Label:
        """Put a paragraph of plain text under what is there already."""
        label = Label(self.look, text, style, colour)
        label.setWordWrap(True)
        self.add_content(label)
        return label

    def add_button(self, text: str, kind: str = "plain", icon: str = "") -> Button:
        """Put a button into the footer; flat ones at the left."""
        button = Button(self.look, text, kind, icon)
        self.footer.add(button)
        if self._harmless is None and kind in ("flat", "plain"):
            self._harmless = button
        if kind == "primary":
            button.setDefault(True)
        return button

    def scroll_to_top(self) -> None:
        """Show the beginning of what is in the dialog."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Make room for a part, and scroll to it once everything has found its place."""
        self.fit()
        self._part = part
        self._settled.start()

    def show_refused(self) -> None:
        """Make room for what is said under the field with the focus, and scroll to both."""
        focused = self.focusWidget() or self.title_label
        field = focused.parentWidget()
        self.show_part(field if isinstance(field, TextField) else focused)

    def _scroll_to_part(self) -> None:
        part, self._part = self._part, None
        if part is not None and self._scroll.isAncestorOf(part):
            self._scroll.ensureWidgetVisible(part, 0, _RING_ROOM)

    def set_usual_width(self, px: int) -> None:
        """Ask for another width at the usual text size."""
        self._usual_width = px

    def abandon(self) -> None:
        """Go at once, because the page behind goes."""
        self.done(0)

    def fit(self) -> None:
        """Take the size that the content needs, no more than the window behind offers."""
        tokens = self.look.theme.tokens.size
        wanted = self._usual_width * self.look.theme.scale
        room = self._room()
        width = int(min(max(wanted, tokens["dialog_min"]), tokens["dialog_max"], room.width()))
        self.footer.fold(width)
        height = self.layout_height(width)
        self.resize(width, min(height, room.height()))

    def layout_height(self, width: int) -> int:
        """Give the height at which nothing has to scroll."""
        around = self.title_label.heightForWidth(width) + self.look.space("xl")
        foot = self.footer.sizeHint().height() + 1
        return around + self._scroll.content_height(width) + foot

    def _take_lock_key(self) -> None:
        # A modal dialog shuts out its window's keys; the one that locks must work over it too.
        lock, behind = None, self.parentWidget()
        while lock is None and behind is not None:
            lock = behind.window().findChild(QAction, "lock")
            behind = behind.window().parentWidget()  # a dialog over a dialog
        if lock is not None:
            self.addAction(lock)

    @property
    def note_of_lock(self) -> str:
        """Say what the next start should tell if a lock comes now; mostly nothing."""
        return ""

    def _room(self) -> QSize:
        parent = self.parentWidget()
        if parent is not None:
            return parent.window().size() * _WINDOW_SHARE
        return self.screen().availableSize() * _WINDOW_SHARE

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Take the right size and put the focus in the first field or on the harmless answer."""
        self.fit()
        if self.focusWidget() in (None, self, self._scroll):
            field = self._scroll.first_field()
            if field is not None:
                field.setFocus()
            elif self._harmless is not None:
                self._harmless.setFocus()
        super().showEvent(event)


class _ContentScroll(QScrollArea):
    """What stands between title and footer; it scrolls up and down only."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What this dialog says"))
        self.viewport().setAutoFillBackground(False)
        self._holder = QWidget()
        self._holder.setObjectName("column")
        side = look.space("xl")
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(side, _RING_ROOM, side, look.space("xl"))
        self.column.setSpacing(look.space("m"))
        # A stretch at the end, not AlignTop: that would never give more height than sizeHint().
        self.column.addStretch(1)
        self.setWidget(self._holder)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def content_height(self, width: int) -> int:
        """Give the height of everything inside at this width."""
        self.column.invalidate()
        if self.column.hasHeightForWidth():
            # Qt scrolls what is lower than the least height, though at this width less would do.
            least = self.column.totalMinimumSize().height()
            return max(least, self.column.totalHeightForWidth(width))
        return self.column.totalSizeHint().height()

    def first_field(self) -> QWidget | None:
        """Give the first widget inside that takes the focus by Tab."""
        widgets = self._holder.findChildren(QWidget)
        order = sorted(widgets, key=lambda widget: widget.mapTo(self._holder, QPoint()).y())
        return next((widget for widget in order if _takes_focus(widget)), None)

    def ring_rect(self) -> QRect:
        """Say that the ring stands within: this area reaches from edge to edge of the dialog."""
        inset = _RING_ROOM + 2
        return self.rect().adjusted(inset, inset, -inset, -inset)

    def ring_radius(self) -> int:
        """Say how round the ring is, in pixels."""
        return self._look.theme.radius("control")

    def _on_range_changed(self, lowest: int, highest: int) -> None:
        # A text that scrolls can be read by keyboard only if it takes the focus.
        policy = Qt.FocusPolicy.StrongFocus if highest > lowest else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)


class _Footer(QWidget):
    """Flat buttons at the left, the others at the right; one under the other when it is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._left: list[Button] = []
        self._right: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side, around = look.space("xl"), look.space("l")
        self._row.setContentsMargins(side - _FLAT_PADDING, around, side, around)
        self._row.setSpacing(look.space("s"))
        self._row.addStretch(1)

    def add(self, button: Button) -> None:
        """Put a button at its side."""
        if button.kind == "flat":
            self._row.insertWidget(len(self._left), button)
            self._left.append(button)
        else:
            self._row.addWidget(button)
            self._right.append(button)

    def fold(self, width: int) -> None:
        """Stand the buttons beside each other if this width has room for them."""
        buttons = (*self._left, *self._right)
        margins = self._row.contentsMargins()
        gaps = len(buttons) * self._row.spacing()
        needed = sum(button.sizeHint().width() for button in buttons) + gaps
        directions = QBoxLayout.Direction
        fits = needed + margins.left() + margins.right() <= width
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the widest button, for the row can fold."""
        buttons = (*self._left, *self._right)
        margins = self._row.contentsMargins()
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        height = self._row.totalMinimumSize().height()
        return QSize(widest + margins.left() + margins.right(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        self.fold(event.size().width())
        super().resizeEvent(event)


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and not widget.isHidden()


def abandon_dialogs(page: QWidget) -> None:
    """Close whatever dialogs stand over a page that is being left."""
    for dialog in page.findChildren(Dialog):
        if dialog.isVisible():
            dialog.abandon()
