"""Taking a form out of the library, with a way back at once."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.own_forms import OwnForms
from app.ui.dialogs.confirming import tell_error
from app.ui.parts.notice import Notice
from app.ui.surroundings import Surroundings


class Retiring(QWidget):
    """Has it done on the lane, and offers to undo it; it is never shown itself."""

    done = Signal()  # the shelf is another one now

    def __init__(self, surroundings: Surroundings, own_forms: OwnForms, page: QWidget) -> None:
        """Stand behind a page, on which the notice appears."""
        super().__init__(page)
        self._surroundings, self._own_forms, self._page = surroundings, own_forms, page
        self._retired = ""
        self.hide()

    @cached_property
    def notice(self) -> Notice:
        """The notice on the page; there is none before the first form is retired."""
        notice = Notice(self._surroundings.look, self._page)
        notice.acted.connect(self._bring_back)
        return notice

    def retire(self, form_id: str) -> None:
        """Offer a form no longer; its reflections keep it."""
        self._retired = form_id
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_retired)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, partial(self._own_forms.retire, form_id))

    def _on_retired(self, _result: object) -> None:
        words = self.tr("Retired. “Your own forms” keeps it.")
        self.notice.show_notice(words, self.tr("Undo"))
        self.done.emit()

    def _bring_back(self) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_back)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, partial(self._own_forms.bring_back, self._retired))

    def _on_back(self, _result: object) -> None:
        self.done.emit()

    def _tell(self, error: AppError) -> None:
        tell_error(self._surroundings.look, error, self._page)
