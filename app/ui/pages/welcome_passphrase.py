"""The first step to a journal: its name and its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent

from app.domain.errors import AppError, JournalExists, SecretError
from app.domain.journal_name import tidy_name, trouble_with_name
from app.ui.complaints import complaint_of
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.pages.passphrase_strength import PassphraseStrength
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.label import Label
from app.ui.parts.steps_line import StepsLine
from app.ui.parts.text_field import TextField

WIDTH_PX = 600


class PassphraseStep(CentredPage):
    """Name, passphrase, the same again; nothing is made before “Continue” is pressed."""

    journal_asked = Signal(str, str)  # name, passphrase
    sample_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, lane: Lane, steps: tuple[str, ...]) -> None:
        super().__init__(look, WIDTH_PX)
        self._build(lane, steps)
        self._connect()

    def _build(self, lane: Lane, steps: tuple[str, ...]) -> None:
        look = self._look
        self.name_field = TextField(look, self.tr("Name of the journal"))
        self.name_field.set_text(self.tr("My journal"))
        hint = self.tr("Several words are easier to remember than symbols")
        self.passphrase_field = TextField(look, self.tr("Passphrase"), hint, is_secret=True)
        self.strength = PassphraseStrength(look, lane)
        again = self.tr("The same passphrase again")
        self.again_field = TextField(look, again, is_secret=True)
        self.warning = Callout(
            look,
            "warning",
            self.tr("Nobody can reset this for you."),
            self.tr(
                "If both the passphrase and the recovery words are lost, what you wrote stays "
                "closed for good. The next step gives you the words."
            ),
        )
        self.trouble = Callout(look, "error", "")
        self.trouble.hide()
        self.sample_button = LinkRow(look, self.tr("Try the sample journal instead"))
        self.open_button = LinkRow(look, self.tr("Open a journal from a folder…"))
        self.restore_button = LinkRow(look, self.tr("Restore a backup…"))
        self.back_button = Button(look, self.tr("Back"))
        self.back_button.hide()
        self.continue_button = Button(look, self._continue_words(), "primary")
        self.progress = Label(look, "", "small", "text_muted")
        self._lay_out(StepsLine(look, steps, 0))

    def _lay_out(self, steps: StepsLine) -> None:
        look, middle = self._look, self.middle
        title = Label(look, self.tr("A place to think, that only you can open"), "display")
        title.setWordWrap(True)
        lead = Label(
            look,
            self.tr(
                "Afterword is your learning journal. It is not the child’s record: anything that "
                "bears on a child’s safety goes on the record first."
            ),
            "body",
            "text_muted",
        )
        lead.setWordWrap(True)
        self.progress.setWordWrap(True)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        parts = (
            (steps, 18),
            (title, 2),
            (lead, 20),
            (self.name_field, 18),
            (self.passphrase_field, 10),
            (self.strength, 16),
            (self.again_field, 20),
            (self.warning, 8),
            (self.trouble, 14),
        )
        for widget, gap in parts:
            middle.addWidget(widget)
            middle.addSpacing(gap)
        row = ButtonRow(look)
        row.add(self.sample_button)
        row.add_stretch()
        row.add(self.back_button)
        row.add(self.continue_button)
        middle.addWidget(row)
        middle.addSpacing(2)
        middle.addWidget(self.open_button)
        middle.addWidget(self.restore_button)
        middle.addWidget(self.progress)

    def _connect(self) -> None:
        self.passphrase_field.text_changed.connect(self.strength.weigh)
        self.passphrase_field.text_changed.connect(self._compare)
        self.again_field.text_changed.connect(self._compare)
        self.name_field.text_changed.connect(self._forget_trouble)
        self.name_field.return_pressed.connect(self.passphrase_field.setFocus)
        self.passphrase_field.return_pressed.connect(self.again_field.setFocus)
        self.again_field.return_pressed.connect(self._go_on)
        self.continue_button.clicked.connect(self._go_on)
        self.sample_button.clicked.connect(self.sample_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.back_button.clicked.connect(self.back_asked)

    def begin(self) -> None:
        """Put the focus where something has to be typed."""
        field = self.passphrase_field if self.name_field.text else self.name_field
        field.setFocus()

    def set_busy(self, is_busy: bool) -> None:
        """Say that the journal is being made, or that the fields can be used again."""
        making = self.tr("Making the journal…")
        self.continue_button.set_words(making if is_busy else self._continue_words())
        reason = self.tr("This takes about two seconds, on purpose: it slows guessing.")
        self.progress.setText(reason if is_busy else "")
        for widget in (self.name_field, self.passphrase_field, self.again_field):
            widget.setEnabled(not is_busy)
        for button in (
            self.sample_button,
            self.open_button,
            self.restore_button,
            self.back_button,
        ):
            button.setEnabled(not is_busy)
        self.continue_button.setEnabled(not is_busy)

    def complain(self, error: AppError) -> None:
        """Say what went wrong, beside the field it is about."""
        if isinstance(error, JournalExists):
            self.name_field.set_error(
                self.tr("There is something of this name already. Take another name, or open it.")
            )
            self.name_field.select_all()
        elif isinstance(error, SecretError):
            self.strength.be_quiet()
            self.passphrase_field.set_error(str(error))
            self.passphrase_field.select_all()
        else:
            complaint = complaint_of(error)
            self.trouble.set_words(complaint.lead, complaint.rest)
            self.trouble.show()
            self.continue_button.setFocus()
            alert = QAccessibleEvent(self.trouble, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def forget(self) -> None:
        """Empty the fields that hold a secret."""
        self.passphrase_field.clear()
        self.again_field.clear()

    def _go_on(self) -> None:
        self._forget_trouble()
        name = tidy_name(self.name_field.text)
        fields = (
            (self.name_field, trouble_with_name(name)),
            (self.passphrase_field, self._passphrase_trouble()),
            (self.again_field, self._again_trouble()),
        )
        for field, trouble in fields:
            if trouble:
                field.set_error(trouble)
                field.select_all()
                return
        self.journal_asked.emit(name, self.passphrase_field.text)

    def _passphrase_trouble(self) -> str:
        return "" if self.passphrase_field.text else self.tr("Type a passphrase first.")

    def _again_trouble(self) -> str:
        same = self.again_field.text == self.passphrase_field.text
        return "" if same else self.tr("The two are not the same. “Show” lets you compare them.")

    def _compare(self) -> None:
        self._forget_trouble()
        first, again = self.passphrase_field.text, self.again_field.text
        match = bool(again) and first == again
        self.again_field.set_state(self.tr("They match") if match else "")

    def _forget_trouble(self) -> None:
        for field in (self.name_field, self.passphrase_field, self.again_field):
            field.set_error("")
        self.trouble.hide()

    def _continue_words(self) -> str:
        return self.tr("Continue to the recovery words")
