"""Has what is copied out of the open journal looked at before other programs can have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.actions import Actions
from app.ui.clipboard import ClipboardGuard
from app.ui.pasting_lines import PastingLines
from app.ui.people_key_acts import reflection_id_of

if TYPE_CHECKING:
    from app.domain.errors import AppError
    from app.ui.errands.copying import Copying
    from app.ui.open_view import OpenView
    from app.ui.parts.notice import Notice
    from app.ui.window import Window


class CopyActs(QObject):
    """Pasting inside the window gives the words as they were written, at once."""

    def __init__(self, window: Window, actions: Actions, guard: ClipboardGuard) -> None:
        """Join the entry and the clipboard."""
        super().__init__(window)
        self._window, self._guard = window, guard
        self._copying: Copying | None = None
        self._notices: dict[str, Notice] = {}
        self._has_told_writer = False
        self._lines = PastingLines(self)
        guard.copied.connect(self._look)
        actions["decide_copied"].triggered.connect(self._ask)

    def join_view(self, view: OpenView) -> None:
        """Look from now on at what is copied out of this journal."""
        from app.ui.errands.copying import Copying  # here, for a quick start

        self._copying = copying = Copying(view.surroundings, view, view.desk.release_check)
        copying.may_leave.connect(self._guard.let_others_have)
        copying.looked.connect(self._tell)
        copying.decided.connect(self._tell_decided)
        copying.failed.connect(self._tell_failure)
        copying.destroyed.connect(self._leave_view)
        self._notices = {}
        self._has_told_writer = False
        self._guard.is_checking = True

    def _leave_view(self) -> None:
        self._copying, self._notices = None, {}
        self._guard.is_checking = False

    def _look(self, words: str) -> None:
        view = self._window.open_view
        if self._copying is None or view is None:
            self._guard.let_others_have(words, words)
            return
        self._copying.begin(words, reflection_id_of(view))

    def _ask(self) -> None:
        is_there = self._copying is not None and self._guard.words is not None
        if self._copying is None or not is_there or not self._copying.ask():
            self._show(self.tr("Nothing that you copied waits for a decision."))

    def _tell(self, waiting: int, replaced: int) -> None:
        view = self._window.open_view
        if view is None or not (waiting or replaced):
            return
        # Who moves her own words about while writing is told once, not at each step.
        if view.current == "editor":
            if self._has_told_writer:
                return
            self._has_told_writer = True
        if waiting:
            words = self.tr("Copied. Other programs get it without possible identifiers: {count}.")
            self._show(words.format(count=waiting + replaced), self.tr("Decide about them"))
        else:
            words = self.tr("Copied. Other programs get it with names replaced: {count}.")
            self._show(words.format(count=replaced))

    def _tell_decided(self) -> None:
        self._show(self.tr("Copied as you decided. A lock takes it off the clipboard."))

    def _tell_failure(self, error: AppError) -> None:
        self._show(str(error))

    def _show(self, words: str, action: str = "") -> None:
        view = self._window.open_view
        if view is not None:
            self._notice_on(view).show_notice(words, action, is_way_back=False)

    def _notice_on(self, view: OpenView) -> Notice:
        """Give the notice on the page that is shown."""
        from app.ui.parts.notice import Notice

        if view.current not in self._notices:
            notice = Notice(view.surroundings.look, view.shown_page)
            notice.setProperty("region", True)
            notice.acted.connect(self._ask)
            self._notices[view.current] = notice
        return self._notices[view.current]
