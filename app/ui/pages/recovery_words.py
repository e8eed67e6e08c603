"""The second step: the 24 words, to be written down or printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.ui.dialogs.why_words_dialog import WhyWordsDialog
from app.ui.look import Look
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.label import Label
from app.ui.parts.steps_line import StepsLine
from app.ui.parts.word_grid import WordGrid

WIDTH_PX = 720


class RecoveryWordsStep(CentredPage):
    """Shows the words once, and says how to keep them."""

    written_down = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, steps: tuple[str, ...]) -> None:
        super().__init__(look, WIDTH_PX)
        self._build(steps)
        self._connect()

    def _build(self, steps: tuple[str, ...]) -> None:
        look, middle = self._look, self.middle
        title = Label(look, self.tr("Twenty-four words, in case you forget"), "display")
        lead = Label(
            look,
            self.tr(
                "These words open the journal without the passphrase, also from a backup. Write "
                "them down in order, or print them, and keep the paper away from this computer. "
                "They are shown once."
            ),
            "body",
            "text_muted",
        )
        self.grid = WordGrid(look)
        self.print_button = Button(look, self.tr("Print the words…"), icon="printer")
        self.print_words = Label(look, self._risk_words(), "small", "text_muted")
        self.note = Callout(look, "info", "", self._note_words())
        self.why_button = LinkRow(look, self.tr("Why words?"))
        self.back_button = Button(look, self.tr("Back"))
        self.written_button = Button(look, self.tr("I have written them down"), "primary")
        for label in (title, lead, self.print_words):
            label.setWordWrap(True)
        printing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        printing.setSpacing(look.space("s"))
        printing.addWidget(self.print_button)
        printing.addWidget(self.print_words, 1)
        for widget, gap in ((StepsLine(look, steps, 1), 18), (title, 2), (lead, 18)):
            middle.addWidget(widget)
            middle.addSpacing(gap)
        middle.addWidget(self.grid)
        middle.addSpacing(14)
        middle.addLayout(printing)
        middle.addSpacing(18)
        middle.addWidget(self.note)
        middle.addSpacing(22)
        row = ButtonRow(look)
        row.add(self.why_button)
        row.add_stretch()
        row.add(self.back_button)
        row.add(self.written_button)
        middle.addWidget(row)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_asked)
        self.why_button.clicked.connect(self._explain)
        self.back_button.clicked.connect(self._stay)
        self.written_button.clicked.connect(self.written_down)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words."""
        self.grid.set_words(words)
        self.note.set_words("", self._note_words())

    def begin(self) -> None:
        """Put the focus on the words, so that a screen reader reads them."""
        self.scroll_to_top()
        self.grid.setFocus()

    def say_of_printing(self, words: str) -> None:
        """Say beside the button how the printing went; empty words give the usual caution."""
        self.print_words.setText(words or self._risk_words())

    def _explain(self) -> None:
        WhyWordsDialog(self._look, self).open()

    def _stay(self) -> None:
        self.note.set_words(
            self.tr("Your journal is made already."),
            self.tr(
                "The passphrase you chose opens it, so there is nothing to go back to. "
                "The words are all that is left to do."
            ),
        )

    def _note_words(self) -> str:
        return self.tr("To be sure they were copied well, the next page asks for two of them.")

    def _risk_words(self) -> str:
        return self.tr("Printed paper leaves the lock behind: keep it as you would a passport.")
