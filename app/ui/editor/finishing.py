"""Asks before a reflection is marked complete, each form in its own way."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from app.domain.calendar_words import local_day
from app.domain.placed_action import SESSION_FORM_ID
from app.services.following_up import LookAhead
from app.services.workshop import Desk
from app.ui.editor.draft import Draft
from app.ui.editor.finish_dialog import FinishDialog
from app.ui.editor.finish_session_dialog import FinishSessionDialog
from app.ui.page import Page


class Finishing(QObject):
    """Stands over the page that writes."""

    def __init__(self, page: Page, desk: Desk) -> None:
        """Ask over this page."""
        super().__init__(page)
        self._page, self._desk = page, desk
        self._draft: Draft | None = None

    def ask(self, draft: Draft, ahead: LookAhead) -> None:
        """Say what finishing means, and ask whether to."""
        self._draft = draft
        page = self._page
        today = local_day(page.surroundings.workshop.clock.now())
        if draft.form.id == SESSION_FORM_ID:
            held = FinishSessionDialog(page.look, draft.writing(), today, page)
            held.held_chosen.connect(self._on_held)
            held.finished.connect(self._forget)
            held.open()
            return
        dialog = FinishDialog(page.look, draft.writing(), (ahead, today), page)
        dialog.finish_chosen.connect(self._on_finish)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _on_finish(self, title: str, months: int | None) -> None:
        if self._draft is not None:
            if title:
                self._draft.put_title(title)
            self._draft.finish(partial(self._desk.following_up.finish, months=months))

    def _on_held(self, next_day: date | None) -> None:
        if self._draft is not None:
            self._draft.finish(partial(self._desk.sessions.finish, next_day=next_day))

    def _forget(self, _result: int) -> None:
        self._draft = None
