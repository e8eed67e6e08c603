"""Joins the bringing in to the open journal: what came in is shown, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from app.ui.announcing import announce
from app.ui.errands.bringing_in import BringingIn
from app.ui.parts.notice import Notice

if TYPE_CHECKING:
    from app.ui.open_view import OpenView


class BringingInActs(QObject):
    """Dialogs stand over whatever page is shown; the notice stands on the journal's."""

    def __init__(self, view: OpenView) -> None:
        """Act in this view of an open journal."""
        super().__init__(view)
        self._view = view
        self.errand = BringingIn(view.surroundings, view, view.desk)
        self.notice = Notice(view.surroundings.look, view.journal)
        self.notice.setProperty("region", True)
        self.notice.acted.connect(self.errand.undo)
        self.errand.brought_in.connect(self._tell_brought_in)
        self.errand.undone.connect(self._tell_undone)
        view.journal.list.reading_asked.connect(self.notice.next_act)
        view.place_changed.connect(self._put_away)

    def begin(self) -> None:
        """Ask what is to be brought in."""
        self.notice.dismiss()
        self.errand.begin()

    def _tell_brought_in(self, words: str) -> None:
        native = QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        self._show(words, self.tr("Undo"), native)

    def _tell_undone(self, words: str) -> None:
        self._show(words)

    def _show(self, words: str, act: str = "", key: str = "") -> None:
        self._view.show_journal()
        self._view.journal.keeping.notice.dismiss()
        self.notice.show_notice(words, act, key)
        announce(self.notice)

    def _put_away(self, place: str) -> None:
        if place != "journal":
            self.notice.dismiss()
