"""What the editor does about words that the journal does not take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from app.domain.errors import AppError
from app.services.workshop import Desk
from app.ui.editor.draft import Draft
from app.ui.page import Page

if TYPE_CHECKING:
    from app.ui.dialogs.unsaved_dialog import UnsavedDialog
    from app.ui.editor.unsaved_banner import UnsavedBanner
    from app.ui.errands.rescuing import Rescuing


class UnsavedWords(QObject):
    """Follows the open draft. Its parts are loaded with the first refusal: most days have none."""

    closing_asked = Signal()  # the words are given up, or in a copy, or saved after all

    def __init__(self, page: Page, desk: Desk, column: QVBoxLayout) -> None:
        """The banner stands first in this column of the page."""
        super().__init__(page)
        self._page, self._desk, self._column = page, desk, column
        self._draft: Draft | None = None
        self._error: AppError | None = None
        self._copied_changes = self._changes_on_their_way = -1
        self._is_closing = False
        self.banner: UnsavedBanner | None = None
        self.dialog: UnsavedDialog | None = None
        self._rescuing: Rescuing | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        page.installEventFilter(self)

    def watch(self, draft: Draft) -> None:
        """Follow the saving of a draft that was opened."""
        self._draft, self._copied_changes = draft, -1
        draft.saved.connect(self._on_saved)
        draft.not_saved.connect(self._on_not_saved)

    def forget(self) -> None:
        """The draft is closed: with everything saved, or given up."""
        self._draft = None
        self._on_saved()

    def save_now(self) -> None:
        """Save at once."""
        if self._draft is not None:
            self._draft.save()

    def copy_elsewhere(self) -> None:
        """Save a copy of the journal with the newest state of the draft."""
        if self._draft is None:
            return
        if self._rescuing is None:
            from app.ui.errands.rescuing import Rescuing

            self._rescuing = Rescuing(self._page.surroundings, self._page, self._desk)
            self._rescuing.copied.connect(self._on_copied)
        self._changes_on_their_way = self._draft.changes
        self._rescuing.begin(self._draft.writing())

    def ask(self, *, is_closing: bool = False) -> None:
        """Say that the words cannot be left, once the page is seen to be still there."""
        # A lock covers the page instead: there is nobody to ask.
        self._is_closing = self._is_closing or is_closing
        self._asking.start()

    def _ask(self) -> None:
        is_closing, self._is_closing = self._is_closing, False
        draft, error = self._draft, self._error
        if draft is None or error is None or draft.is_saved or not self._page.isVisible():
            return
        if self.dialog is not None:
            if self.dialog.is_closing >= is_closing:
                return
            self.dialog.reject()
        from app.ui.dialogs.unsaved_dialog import UnsavedDialog

        has_copy = self._copied_changes == draft.changes
        self.dialog = UnsavedDialog(
            self._page.look, self._page, is_closing=is_closing, has_copy=has_copy
        )
        self.dialog.say(error)
        self.dialog.again_asked.connect(self.save_now)
        self.dialog.copy_asked.connect(self.copy_elsewhere)
        self.dialog.losing_asked.connect(self._on_losing_asked)
        self.dialog.finished.connect(self._on_dialog_closed)
        self.dialog.open()

    def _on_dialog_closed(self) -> None:
        self.dialog = None

    def _on_losing_asked(self) -> None:
        draft = self._draft
        if draft is None or self._copied_changes == draft.changes:
            self._give_up()
            return
        from app.ui.dialogs.confirming import Confirming, Question

        question = Question(
            self.tr("Close and lose these words?"),
            (
                self.tr(
                    "What you wrote since the journal stopped taking words is in this window only. "
                    "It cannot be brought back by anybody."
                ),
            ),
            self.tr("Keep the window open"),
            self.tr("Close and lose them"),
            "danger",
        )
        dialog = Confirming(self._page.look, question, None, self._page)
        dialog.confirmed.connect(self._give_up)
        dialog.open()

    def _give_up(self) -> None:
        if self._draft is not None:
            self._draft.let_go()
        self.closing_asked.emit()

    def _on_not_saved(self, error: AppError) -> None:
        self._error = error
        if self.banner is None:
            from app.ui.editor.unsaved_banner import UnsavedBanner

            self.banner = UnsavedBanner(self._page.look, self._page)
            self.banner.again_asked.connect(self.save_now)
            self.banner.copy_asked.connect(self.copy_elsewhere)
            self._column.insertWidget(0, self.banner)
        self.banner.say(error)
        if self.dialog is not None:
            self.dialog.say(error)

    def _on_saved(self) -> None:
        self._error = None
        if self.banner is not None and self.banner.isVisible():
            has_focus = self.banner.isAncestorOf(QApplication.focusWidget() or self._page)
            self.banner.hide()
            if has_focus:
                self._page.enter()
        if self.dialog is not None:
            was_closing = self.dialog.is_closing
            self.dialog.accept()
            if was_closing:
                self.closing_asked.emit()

    def _on_copied(self) -> None:
        self._copied_changes = self._changes_on_their_way

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the person turns to another window."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.save_now()
        return False
