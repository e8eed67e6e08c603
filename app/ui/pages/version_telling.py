"""Tells version by version, from the newest on, what each changed; the lane stays free between."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from app.domain.errors import AppError
from app.services.workshop import Desk
from app.ui.lane import Lane
from app.ui.models.version_list import VersionListModel
from app.ui.pages.version_lookups import Told, told_change


class VersionTelling(QObject):
    """Compares one version with the one before, then the next, until it is stopped."""

    def __init__(self, lane: Lane, desk: Desk, model: VersionListModel, parent: QObject) -> None:
        """Tell into this list."""
        super().__init__(parent)
        self._lane, self._desk, self._model = lane, desk, model
        self._reflection_id = ""
        self._is_on_its_way = False

    def begin(self, reflection_id: str) -> None:
        """Tell of the versions of this reflection that are listed now."""
        self._reflection_id = reflection_id
        self._go_on()

    def stop(self) -> None:
        """Tell no more; what is on its way is dropped."""
        self._reflection_id = ""

    def _go_on(self) -> None:
        number = self._model.next_untold()
        while number is not None and not self._is_readable(number):
            self._model.tell_change(number, "")
            number = self._model.next_untold()
        if number is None or self._is_on_its_way or not self._reflection_id:
            return
        before = self._model.before(number)
        older = before.number if before is not None else None
        self._is_on_its_way = True
        job = self._lane.job()
        job.setProperty("reflection", self._reflection_id)
        job.succeeded.connect(self._on_told)
        job.failed.connect(self._on_not_told)
        work = partial(told_change, self._desk, self._reflection_id, number, older)
        self._lane.start(job, work)

    def _is_readable(self, number: int) -> bool:
        outline, before = self._model.outline(number), self._model.before(number)
        is_before_purged = before is not None and before.is_purged
        return outline is not None and not outline.is_purged and not is_before_purged

    def _on_told(self, told: Told) -> None:
        self._is_on_its_way = False
        job = self.sender()
        if job is not None and job.property("reflection") == self._reflection_id:
            self._model.tell_change(told.number, told.words)
        self._go_on()

    def _on_not_told(self, _error: AppError) -> None:
        # The version itself says what is wrong when it is chosen.
        self._is_on_its_way = False
        self.stop()
