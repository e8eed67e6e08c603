"""Over the bench: the way back, the form's title and state, the ways of looking, and Save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.segmented import Segmented

OUTLINE, FIELDS, PREVIEW = "outline", "fields", "preview"


class BenchHead(QWidget):
    """Says how the form stands, and asks for what is done with all of it."""

    back_asked = Signal()
    save_asked = Signal()
    drop_asked = Signal()
    trouble_asked = Signal()
    side_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Begin without a form."""
        super().__init__()
        self._look = look
        self.leave_button = Button(
            look, self.tr("Your own forms"), icon="arrow-left", is_small=True
        )
        name = self.tr("What is shown")
        self.sides = Segmented(
            look, ((FIELDS, self.tr("Write")), (PREVIEW, self.tr("Preview"))), name
        )
        words = (
            (OUTLINE, self.tr("Outline")),
            (FIELDS, self.tr("Write")),
            (PREVIEW, self.tr("Preview")),
        )
        self.narrow_sides = Segmented(look, words, name)
        self.drop_button = Button(look, self.tr("Drop the changes…"), "flat", is_small=True)
        self.save_button = Button(look, self.tr("Save this version"), "primary", is_small=True)
        self.title = Label(look, "", "title")
        self.title.setWordWrap(True)
        self.state = Label(look, "", "small", "text_muted")
        self.state.setWordWrap(True)
        self.trouble = LinkRow(look, "", "circle-alert", is_small=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        tools = FlowLayout(gap=self._look.space("s"), line_gap=self._look.space("s"))
        for widget in (
            self.leave_button,
            self.sides,
            self.narrow_sides,
            self.save_button,
            self.drop_button,
        ):
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        space = self._look.space
        column.setContentsMargins(space("page_left"), space("m"), space("xl"), space("s"))
        column.setSpacing(4)
        column.addLayout(tools)
        column.addSpacing(space("xs"))
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addWidget(self.trouble)
        self.trouble.hide()

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.back_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.drop_button.clicked.connect(self.drop_asked)
        self.trouble.clicked.connect(self.trouble_asked)
        self.sides.chosen_changed.connect(self.side_chosen)
        self.narrow_sides.chosen_changed.connect(self.side_chosen)

    def show_side(self, side: str, *, is_narrow: bool) -> None:
        """Mark what is shown."""
        self.sides.setVisible(not is_narrow)
        self.narrow_sides.setVisible(is_narrow)
        self.narrow_sides.set_chosen(side)
        self.sides.set_chosen(PREVIEW if side == PREVIEW else FIELDS)

    def show_state(self, title: str, state: str, trouble_count: int, *, has_changes: bool) -> None:
        """Say how the form stands."""
        self.title.setText(title)
        self.state.setText(state)
        one = self.tr("One thing is to be put right before it can be saved. Show it")
        many = self.tr("{count} things are to be put right before it can be saved. Show the first")
        self.trouble.set_words(one if trouble_count == 1 else many.format(count=trouble_count))
        self.trouble.setVisible(bool(trouble_count))
        self.drop_button.setVisible(has_changes)
        self.save_button.setEnabled(has_changes and not trouble_count)
