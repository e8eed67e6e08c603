"""Makes the summary's paper on the lane: changes in quick succession make one, of the last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.services.ports import PageMaker
from app.services.preparing import PreparedSummary
from app.services.workshop import Desk
from app.summary.choice import PARTS_AT_THE_END
from app.summary.lengths import PageLengths
from app.summary.preparation import Preparation
from app.ui.lane import Lane


@dataclass(frozen=True, slots=True)
class Paper:
    """What was prepared, its pages to be looked at, and how long they are."""

    prepared: PreparedSummary
    pdf: bytes
    lengths: PageLengths

    def lines(self) -> dict[str, int]:
        """Give how many lines each row takes."""
        return self.lengths.by_row(self.prepared.rows)

    def longest(self) -> tuple[str, int] | None:
        """Give the row that takes the most lines, of those that one could do without."""
        at_the_end = {part.value for part in PARTS_AT_THE_END}
        lines = [each for each in self.lines().items() if each[0] not in at_the_end]
        return max(lines, key=lambda each: each[1], default=None)


class PaperMaking(QObject):
    """One paper at a time; what is out of date by the time it is made is not shown."""

    made = Signal(object)  # Paper
    failed = Signal(object)  # AppError

    def __init__(self, lane: Lane, desk: Desk, maker: PageMaker, parent: QObject) -> None:
        """Start with nothing to make."""
        super().__init__(parent)
        self._lane, self._desk, self._maker = lane, desk, maker
        self._wanted = Preparation()
        self._is_making = self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)  # what changes in one turn makes one paper
        self._timer.timeout.connect(self._make)

    @property
    def is_under_way(self) -> bool:
        """Say whether a paper is still to come."""
        return self._timer.isActive() or self._is_making

    def ask(self, preparation: Preparation) -> None:
        """Ask for the paper of these decisions."""
        self._wanted = preparation
        self._timer.start()

    def _make(self) -> None:
        self._is_stale = self._is_making
        if self._is_making:
            return
        self._is_making = True
        job = self._lane.job()
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._on_broke)
        self._lane.start(job, partial(make_paper, self._desk, self._maker, self._wanted))

    def _on_made(self, paper: Paper) -> None:
        self._is_making = False
        if self._is_stale:
            self._make()
        elif not self._timer.isActive():
            self.made.emit(paper)

    def _on_failed(self, error: AppError) -> None:
        self._is_making = False
        if self._is_stale:
            self._make()
        else:
            self.failed.emit(error)

    def _on_broke(self, _error: object) -> None:
        self._is_making = False


def make_paper(desk: Desk, maker: PageMaker, preparation: Preparation) -> Paper:
    """Make the paper of these decisions, its pages as they would leave; runs on the lane."""
    prepared = desk.preparing.prepared(preparation)
    shown = desk.release_check.document(prepared.document).as_it_leaves
    measured = maker.measured(shown)
    return Paper(prepared, measured.pdf, measured.lengths)
