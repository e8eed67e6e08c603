"""The journal's own check: what is damaged, in words, and the right next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError, Cancelled
from app.domain.repair import CheckReport, NextStep
from app.services.workshop import Desk
from app.ui.announcing import announce
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.errands.snapshots import Snapshots
from app.ui.look import Look
from app.ui.page import StatusWords
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label
from app.ui.parts.scroll_page import follow_focus_around
from app.ui.parts.setting_row import SettingRow
from app.ui.surroundings import Surroundings

_MOST_TOLD = 40


class CheckGroup(QWidget):
    """Checks the open journal; mending that needs it closed is only asked for."""

    mending_asked = Signal()
    status_changed = Signal(object)  # StatusWords
    folder_asked = Signal(object)  # Path of a journal made of a snapshot

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Its dialogs stand over the page."""
        super().__init__()
        self._surroundings, self._desk, self._page = surroundings, desk, page
        self._look = surroundings.look
        self._found: tuple[Label, ...] = ()
        self._warning = ""
        self._entered = QTimer(self)
        self._entered.setSingleShot(True)
        self._entered.timeout.connect(self._warn_again)
        self._snapshots = Snapshots(surroundings, page, desk.vault.folder, is_closed=False)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        self.check = _Check(look)
        self.trouble = Callout(look, "error", "")
        self.steps = ButtonRow(look)
        self.index_button = Button(look, self.tr("Make the search index anew"))
        self.snapshots_button = Button(look, self.tr("Look at the snapshots…"))
        self.mend_button = Button(look, self.tr("Close the journal and mend it…"))
        self._step_buttons = (self.mend_button, self.snapshots_button, self.index_button)
        for button in reversed(self._step_buttons):
            self.steps.add(button)
        self.steps.add_stretch()
        self._next_words = Label(look, "")
        self._next_words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, self.tr("The journal’s own check"), "heading"))
        column.addWidget(
            SettingRow(
                look,
                self.tr("Check the journal"),
                self.tr("Reads every page of the file and the whole record of changes."),
                self.check,
            )
        )
        for widget in (self.trouble, self._next_words, self.steps):
            column.addSpacing(look.space("m"))
            column.addWidget(widget)
            widget.hide()

    def _connect(self) -> None:
        self.check.button.clicked.connect(self.begin)
        self.index_button.clicked.connect(self._make_index)
        self.snapshots_button.clicked.connect(self._snapshots.begin)
        self.mend_button.clicked.connect(self.mending_asked)
        self._snapshots.folder_asked.connect(self.folder_asked)

    def begin(self) -> None:
        """Check all of it."""
        self.check.show_busy()
        dialog = self._progress(self.tr("Checking the journal…"))
        dialog.succeeded.connect(self.show_report)
        dialog.failed.connect(self._on_not_checked)
        repairing = self._surroundings.workshop.repairing
        dialog.run(partial(repairing.check, self._desk.vault))

    def enter(self) -> None:
        """Warn again, once the window has greeted a page that still shows what was found."""
        self._entered.start()

    def _warn_again(self) -> None:
        if self._warning:
            self._warn(self._warning)

    def show_report(self, report: CheckReport) -> None:
        """Say what was found, and offer what mends it."""
        self.check.show_result(is_good=report.is_whole)
        for widget in (self.trouble, self._next_words, self.steps):
            widget.setVisible(not report.is_whole)
        self._forget_found()
        if report.is_whole:
            self._go_to(self.check.button)
            self._warning = ""
            self.status_changed.emit(StatusWords("", ""))
            return
        self.trouble.set_tone("error")
        self._tell(report.sentences)
        self._next_words.setText(" ".join(report.next_steps))
        self.index_button.setVisible(NextStep.REBUILD_INDEX in report.steps)
        self.snapshots_button.setVisible(report.steps == (NextStep.LOOK_FOR_NEWER,))
        self.mend_button.setVisible(NextStep.SALVAGE in report.steps)
        self._go_to(next(each for each in self._step_buttons if not each.isHidden()))
        self._warn(self.tr("The check of the journal found something."))
        announce(self.trouble)

    def _go_to(self, button: Button) -> None:
        """Leave nobody elsewhere: the button that was pressed could have no focus meanwhile."""
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        follow_focus_around(self)

    def _warn(self, words: str) -> None:
        """Take “All changes are saved” away: beside this it would read as all being well."""
        self._warning = words
        self.status_changed.emit(StatusWords("triangle-alert", words, "warning"))

    def _forget_found(self) -> None:
        for label in self._found:
            label.hide()
            label.deleteLater()
        self._found = ()

    def _tell(self, sentences: tuple[str, ...]) -> None:
        lead = self.tr("The check found something.")
        if len(sentences) == 1:
            self.trouble.set_words(lead, sentences[0])
            return
        self.trouble.set_words(lead)
        told = sentences[:_MOST_TOLD]
        if len(sentences) > len(told):
            more = self.tr("And {count} more.").format(count=f"{len(sentences) - len(told):,}")
            told = (*told, more)
        self._found = tuple(Label(self._look, f"· {each}") for each in told)
        for label in self._found:
            label.setWordWrap(True)
            self.trouble.add_row(label)
        self.trouble.setAccessibleName(" ".join((lead, *told)))

    def _make_index(self) -> None:
        dialog = self._progress(self.tr("Making the search index anew…"))
        dialog.succeeded.connect(self.begin)
        dialog.failed.connect(self._on_not_mended)
        repairing = self._surroundings.workshop.repairing
        dialog.run(partial(repairing.rebuild_index, self._desk.vault))

    def _progress(self, title: str) -> ProgressDialog:
        return ProgressDialog(self._look, self._surroundings.lane, title, self._page)

    def _on_not_checked(self, error: AppError) -> None:
        self._show_stopped(self.tr("The check could not be finished."), error)
        self.steps.hide()

    def _on_not_mended(self, error: AppError) -> None:
        self._show_stopped(self.tr("The search index is as it was."), error)

    def _show_stopped(self, lead: str, error: AppError) -> None:
        is_stopped = isinstance(error, Cancelled)
        self._forget_found()
        self.check.show_result(is_good=None if is_stopped else False)
        self.trouble.set_tone("info" if is_stopped else "error")
        self.trouble.set_words(lead, str(error))
        self.trouble.show()
        self._next_words.hide()
        self._go_to(self.check.button)
        if not is_stopped:
            self._warn(lead)


class _Check(QWidget):
    """What the last check found, and the button for another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._icon = IconLabel(look, "", "success", "m")
        self.result = Label(look, "", "small", "success")
        self.button = Button(look, self.tr("Check now"), is_small=True)
        line = QHBoxLayout()
        line.setSpacing(look.space("xs"))
        line.addStretch(1)
        line.addWidget(self._icon)
        line.addWidget(self.result)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addLayout(line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.button)
        self._icon.hide()
        self.result.hide()

    def show_busy(self) -> None:
        """Say that the check is on its way."""
        self.button.setEnabled(False)
        self._show("refresh-cw", self.tr("Checking…"), "text_muted")

    def show_result(self, *, is_good: bool | None) -> None:
        """Say in words how it went; None means that it was stopped."""
        self.button.setEnabled(True)
        self.button.set_words(self.tr("Check again"))
        if is_good is None:
            self._show("info", self.tr("Stopped"), "text_muted")
        elif is_good:
            self._show("circle-check", self.tr("Good, a moment ago"), "success")
        else:
            self._show("circle-alert", self.tr("Not good: see below"), "danger")

    def _show(self, icon: str, words: str, colour: str) -> None:
        self._icon.set_icon(icon, colour)
        self.result.set_colour(colour)
        self.result.setText(words)
        self._icon.show()
        self.result.show()
