"""The first and the last step to a new key: the work, and the copies that the old one opens."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.errors import AppError, Cancelled
from app.domain.key_change import OLD_COPIES_AND_OLD_WORDS
from app.domain.secret import Secret
from app.ui.announcing import announce
from app.ui.complaints import complaint_of
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout
from app.ui.parts.centred_page import CentredPage
from app.ui.parts.label import Label
from app.ui.parts.secret_entry import SecretEntry
from app.ui.parts.steps_line import StepsLine

WIDTH_PX = 720


class EncryptingStep(CentredPage):
    """Stands behind the progress; if the work fails, everything is as before and can be retried."""

    tried_again = Signal(object)  # Secret
    left = Signal()

    def __init__(self, look: Look, steps: tuple[str, ...], *, takes_words: bool) -> None:
        super().__init__(look, WIDTH_PX)
        title = Label(look, self.tr("A new key for your journal"), "display")
        lead = Label(
            look,
            self.tr(
                "The journal is closed. It is encrypted anew beside itself, and takes its place "
                "only once it was read back and every check passed. Until then the old key stays "
                "in force."
            ),
            "body",
            "text_muted",
        )
        self.trouble = Callout(look, "error", "")
        label = self.tr("What opens the journal now")
        self.entry = SecretEntry(look, label, takes_words=takes_words)
        self.leave_button = Button(look, self.tr("Leave everything as it was"))
        self.again_button = Button(look, self.tr("Try again"), "primary")
        self._row = ButtonRow(look)
        self._row.add_stretch()
        for label_ in (title, lead):
            label_.setWordWrap(True)
        for button in (self.leave_button, self.again_button):
            self._row.add(button)
        parts = (
            (StepsLine(look, steps, 0), 18),
            (title, 2),
            (lead, 20),
            (self.trouble, 14),
            (self.entry, 22),
            (self._row, 0),
        )
        for widget, gap in parts:
            self.middle.addWidget(widget)
            self.middle.addSpacing(gap)
        self.show_working()
        self.leave_button.clicked.connect(self.left)
        self.again_button.clicked.connect(self._try_again)
        self.entry.return_pressed.connect(self._try_again)

    def show_working(self) -> None:
        """Show nothing but what is going on."""
        for widget in (self.trouble, self.entry, self._row):
            widget.hide()

    def complain(self, error: AppError) -> None:
        """Say what went wrong, and ask once more."""
        complaint = complaint_of(error)
        self.trouble.set_tone("info" if isinstance(error, Cancelled) else "error")
        self.trouble.set_words(complaint.lead, complaint.rest)
        for widget in (self.trouble, self.entry, self._row):
            widget.show()
        announce(self.trouble)
        self.entry.select_all()

    def forget(self) -> None:
        """Forget what was typed."""
        self.entry.clear()

    def _try_again(self) -> None:
        secret: Secret | None = self.entry.secret
        if secret is None:
            self.entry.select_all()
            return
        self.tried_again.emit(secret)


class OldCopiesStep(CentredPage):
    """Says which old copies the old secrets still open, and offers to remove the snapshots."""

    removal_asked = Signal()
    passed = Signal()

    def __init__(self, look: Look, steps: tuple[str, ...]) -> None:
        super().__init__(look, WIDTH_PX)
        title = Label(look, self.tr("The old copies"), "display")
        lead = Label(look, OLD_COPIES_AND_OLD_WORDS)
        self.snapshots = Callout(look, "info", "")
        self.remove_button = Button(look, self.tr("Delete the old snapshots"), "danger")
        self.open_button = Button(look, self.tr("Open the journal"), "primary")
        for label in (title, lead):
            label.setWordWrap(True)
        row = ButtonRow(look)
        row.add_stretch()
        row.add(self.remove_button)
        row.add(self.open_button)
        parts = (
            (StepsLine(look, steps, len(steps) - 1), 18),
            (title, 8),
            (lead, 16),
            (self.snapshots, 22),
            (row, 0),
        )
        for widget, gap in parts:
            self.middle.addWidget(widget)
            self.middle.addSpacing(gap)
        self.remove_button.clicked.connect(self.removal_asked)
        self.open_button.clicked.connect(self.passed)
        self.snapshots.hide()
        self.remove_button.hide()

    def begin(self) -> None:
        """Put the focus on the way on."""
        self.open_button.setFocus()

    def show_count(self, count: int) -> None:
        """Say how many snapshots only the earlier words open."""
        self.remove_button.setVisible(count > 0)
        self.snapshots.setVisible(count > 0)
        lead = self.tr("1 snapshot in the journal’s folder was made under the old key.")
        if count > 1:
            lead = self.tr("{count} snapshots in the journal’s folder were made under the old key.")
        self.snapshots.set_tone("info")
        self.snapshots.set_words(
            lead.format(count=count),
            self.tr("Delete them if somebody may know the old secrets; a new one is made for you."),
        )

    def show_removed(self, left: int) -> None:
        """Say that they are gone, or that some could not be removed."""
        self.remove_button.setVisible(left > 0)
        self.snapshots.set_tone("warning" if left else "success")
        words = self.tr("The old snapshots are deleted.")
        if left:
            words = self.tr("Could not be deleted: {count}. Is something using the folder?")
        self.snapshots.set_words(words.format(count=left))
        self.snapshots.show()
        announce(self.snapshots)
        self.open_button.setFocus()
