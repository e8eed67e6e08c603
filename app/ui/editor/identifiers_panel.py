"""The panel to go through possible identifiers: the current one, and those that follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.announcing import announce
from app.ui.editor.identifier_card import IdentifierCard
from app.ui.editor.identifier_row import IdentifierRow
from app.ui.editor.identifier_tally import Place
from app.ui.editor.panel_guest import PanelGuest
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import ScrollPage

MOST_FOLLOWING = 4
_SIDE = 16


class IdentifiersPanel(PanelGuest):
    """Knows what is shown; what is decided is not its business."""

    next_asked = Signal()
    previous_asked = Signal()
    place_asked = Signal(object)  # Place
    switched = Signal(bool)
    shown_changed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._scroll = ScrollPage(look, parent=self)
        self._about = Label(look, "", "small", "text_muted", self)
        self._told = Label(look, "", "small_strong", "success", self)
        self.card = IdentifierCard(look, self)
        self._steps = QWidget(self)
        self.previous = Button(look, self.tr("Previous"), parent=self._steps, is_small=True)
        self.next = Button(look, self.tr("Next"), parent=self._steps, is_small=True)
        self.position = Label(look, "", "small_strong", parent=self._steps)
        self._following = QWidget(self)
        self._rows: list[IdentifierRow] = []
        self.switch = CheckLine(look, self.tr("Point out possible identifiers"), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        for label in (self._about, self._told):
            label.setWordWrap(True)
        self._told.hide()
        self.previous.setToolTip(self.tr("Shift+F8"))
        self.next.setToolTip(self.tr("F8"))
        self.switch.set_words(
            self.tr("Point out possible identifiers"), self.tr("in this reflection, while writing")
        )
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, self._look.space("s"))
        steps.setSpacing(self._look.space("s"))
        for step in (self.previous, self.next, self.position):
            steps.addWidget(step)
        steps.addStretch(1)
        self._rows_column = QVBoxLayout(self._following)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(self._look.space("s"))
        for folding in (self._steps, self._following):
            folding.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._scroll.column.setSpacing(self._look.space("s"))
        parts = (self._about, self._told, self.card, self._steps, self._following, self.switch)
        for part in parts:
            self._scroll.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.set_beside(True)

    def _connect(self) -> None:
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        self.switch.clicked.connect(self.switched)

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside the page, or take all of its room with lines no longer than can be read."""
        side = _SIDE if is_beside else self._look.space("page_left")
        self._scroll.margins.setContentsMargins(side, 0, side, _SIDE)
        self._scroll.set_max_width(None if is_beside else self._look.theme.measure_px())

    # What is shown

    def show_place(self, place: Place, position: str, where: str) -> None:
        """Show the current one."""
        self.card.show_found(place.words, place.found, where)
        self.show_position(position)
        self.card.setAccessibleName(f"{position}. {self.card.spoken}")
        for part in (self.card, self._steps):
            part.show()
        self._scroll.scroll_to_top()

    def show_position(self, position: str) -> None:
        """Say which of how many the current one is."""
        self.position.setText(position)

    def show_following(self, places: Sequence[Place]) -> None:
        """List those that come next."""
        for row in self._rows:
            self._rows_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [IdentifierRow(self._look, place, self._following) for place in places]
        for row in self._rows:
            self._rows_column.addWidget(row)
            row.chosen.connect(self.place_asked)
            row.show()
        self._following.setVisible(bool(places))

    def show_nothing(self) -> None:
        """Show no finding: there is none, or nothing is looked for."""
        if self.card.isAncestorOf(self.focusWidget() or self):
            self.switch.setFocus()
        for part in (self.card, self._steps, self._following):
            part.hide()
        self.card.forget()

    def show_switch(self, *, is_on: bool, can: bool) -> None:
        """Say whether they are pointed out in this reflection, and whether they can be."""
        self.switch.setChecked(is_on and can)
        self.switch.setEnabled(can)

    def say(self, words: str) -> None:
        """Say how many there are, or that there is none."""
        self._about.setText(words)

    def tell(self, words: str) -> None:
        """Say what was done, aloud too; nothing takes it away again."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        if words:
            announce(self._told)

    def announce_place(self) -> None:
        """Have the current one read out."""
        announce(self.card)

    def take_focus(self) -> None:
        """Be ready to decide, or to switch on again."""
        if self.card.isVisibleTo(self):
            self.card.take_focus()
        else:
            self.switch.setFocus()

    def forget(self) -> None:
        """Keep no words of the reflection."""
        self.show_following(())
        self.show_nothing()
        self.say("")
        self.tell("")

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the current one can be seen."""
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it cannot be seen any more."""
        super().hideEvent(event)
        self.shown_changed.emit(False)
