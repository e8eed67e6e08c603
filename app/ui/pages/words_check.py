"""The third step: two of the words, asked by their numbers, to be sure they were copied well."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.label import Label
from app.ui.parts.steps_line import StepsLine
from app.ui.parts.text_field import TextField

WIDTH_PX = 600
_ASKED = 2


class WordsCheckStep(CentredPage):
    """Asks for two words; a wrong one is named by its number only."""

    passed = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, steps: tuple[str, ...]) -> None:
        super().__init__(look, WIDTH_PX)
        self._words: tuple[str, ...] = ()
        self.numbers: tuple[int, ...] = (1, 2)
        self._build(steps)
        self._connect()

    def _build(self, steps: tuple[str, ...]) -> None:
        look, middle = self._look, self.middle
        title = Label(look, self.tr("Two of them, from your paper"), "display")
        lead = self._lead = Label(
            look,
            self.tr(
                "Read these two from what you wrote down or printed. Afterwards the journal "
                "opens, and the words are not shown again."
            ),
            "body",
            "text_muted",
        )
        self.fields = tuple(TextField(look, "") for _ in range(_ASKED))
        self.back_button = Button(look, self.tr("Back to the words"))
        self.open_button = Button(look, self.tr("Open the journal"), "primary")
        for label in (title, lead):
            label.setWordWrap(True)
        parts = ((StepsLine(look, steps, 2), 18), (title, 2), (lead, 20))
        for widget, gap in (*parts, *((field, 18) for field in self.fields)):
            middle.addWidget(widget)
            middle.addSpacing(gap)
        row = ButtonRow(look)
        row.add_stretch()
        row.add(self.back_button)
        row.add(self.open_button)
        middle.addSpacing(4)
        middle.addWidget(row)

    def _connect(self) -> None:
        first, second = self.fields
        first.return_pressed.connect(self._go_on)
        second.return_pressed.connect(self._check)
        for field in self.fields:
            field.text_changed.connect(self._forget_error)
        self.open_button.clicked.connect(self._check)
        self.back_button.clicked.connect(self.back_asked)

    def set_next_words(self, lead: str, button: str) -> None:
        """Say what comes after this step, where it is not the journal."""
        self._lead.setText(lead)
        self.open_button.set_words(button)

    def ask(self, words: Sequence[str]) -> None:
        """Ask for two of these words, other ones each time."""
        self._words = tuple(words)
        drawn = secrets.SystemRandom().sample(range(1, len(words) + 1), _ASKED)
        self.numbers = tuple(sorted(drawn))
        for field, number in zip(self.fields, self.numbers, strict=True):
            field.set_label(self.tr("Word {number}").format(number=number))
            field.set_text("")
            field.set_error("")

    def begin(self) -> None:
        """Put the focus in the first field."""
        self.fields[0].setFocus()

    def forget(self) -> None:
        """Forget the words and what was typed."""
        self._words = ()
        for field in self.fields:
            field.clear()

    def _forget_error(self) -> None:
        field = self.sender()
        if isinstance(field, TextField):
            field.set_error("")

    def _go_on(self) -> None:
        # Whoever mends the first word, with the second there already, is done.
        _, second = self.fields
        if second.text:
            self._check()
        else:
            second.setFocus()

    def _check(self) -> None:
        wrong = [
            (field, number)
            for field, number in zip(self.fields, self.numbers, strict=True)
            if _plain(field.text) != _plain(self._words[number - 1])
        ]
        for field in self.fields:
            field.set_error("")
        for field, number in wrong:
            sentence = self.tr("That is not word {number}. Look at your paper once more.")
            field.set_error(sentence.format(number=number))
        if wrong:
            wrong[0][0].select_all()
        else:
            self.passed.emit()


def _plain(typed: str) -> str:
    return "".join(unicodedata.normalize("NFKC", typed).split()).casefold()
