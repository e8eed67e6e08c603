"""The one dialog over long work: how far it is, what it is doing, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.progress import Step, SteppedProgress
from app.ui.dialogs.dialog import Dialog
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.progress_bar import ProgressBar
from app.ui.watch import Watch

_LOOKED_AT_EVERY_MS = 60
_LATE_MS = 400


class ProgressDialog(Dialog):
    """Stands while the lane works, and closes before it tells how that went.

    It keeps the window behind from being used at once, and is seen only when the work takes longer
    than a moment: what comes and goes in one is only a flash.

    Stopping is a request: the work ends at its next step and says so by ``failed`` with Cancelled;
    if it was too late for that, by ``succeeded``. Once the work says that it cannot be stopped any
    more, no stopping is offered. When the page behind it goes, the work is asked to stop as well,
    and nobody is told.
    """

    succeeded = Signal(object)  # what the work gave
    failed = Signal(object)  # the AppError it raised

    def __init__(
        self,
        look: Look,
        lane: Lane,
        title: str,
        parent: QWidget,
        *,
        can_stop: bool = True,
    ) -> None:
        """Work that cannot be stopped half-way has no button and does not take long."""
        super().__init__(look, title, parent)
        self._lane = lane
        self._can_stop = can_stop
        self._watch = Watch(lane.progress)
        self._is_done = False
        self.bar = ProgressBar(look, title)
        self.add_content(self.bar)
        self.said = self.add_text("", "small", "text_muted")
        if can_stop:
            self.stop_button = self.add_button(self.tr("Cancel"))
            self.stop_button.clicked.connect(self.stop)
            self._look_now()
        else:
            self.said.setText(self.tr("This takes a few seconds."))
            self.bar.hide()
            self.footer.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKED_AT_EVERY_MS)
        self._timer.timeout.connect(self._look_now)
        self.late_timer = QTimer(self)
        self.late_timer.setSingleShot(True)
        self.late_timer.setInterval(_LATE_MS)
        self.late_timer.timeout.connect(self._come_up)
        self.destroyed.connect(self._watch.stop)

    @property
    def is_running(self) -> bool:
        """Say whether the work is under way."""
        return self._timer.isActive() and not self._is_done

    def run(self, work: Callable[[SteppedProgress], object]) -> None:
        """Open, and do this work on the lane."""
        job = self._lane.job()
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._on_broke)
        self._timer.start()
        self.late_timer.start()
        # Qt's own way for a dialog that somebody else draws: modal, and not on the screen.
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.open()
        self._lane.start(job, partial(work, self._watch.tell))

    def stop(self) -> None:
        """Ask the work to stop; the dialog stays until it has."""
        if not self._can_stop or self._watch.is_stopped:
            return
        if not self._watch.stop():
            self._look_now()
            return
        self.stop_button.setEnabled(False)
        self.said.setText(self.tr("Stopping…"))

    def abandon(self) -> None:
        """Go at once, because the page behind goes; the work is asked to stop."""
        self._watch.stop()
        self._close()

    def _look_now(self) -> None:
        if not self._can_stop:
            return
        self.bar.show_share(self._watch.share)
        if not self._watch.is_stopped:
            self.stop_button.setEnabled(self._watch.can_stop)
            self._say(self._doing(self._watch.step))

    def _say(self, words: str) -> None:
        if words != self.said.text():
            self.said.setText(words)
            self.fit()

    def _doing(self, step: Step | None) -> str:
        if step is None:
            return self.tr("{share} % done").format(share=self.bar.value())
        if step.can_stop:
            return f"{step.words}…"
        return self.tr("{doing}. This last step cannot be stopped. It takes a moment.").format(
            doing=step.words
        )

    def _come_up(self) -> None:
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        self.open()

    def _on_succeeded(self, result: object) -> None:
        if not self._is_done:
            self._close()
            self.succeeded.emit(result)

    def _on_failed(self, error: AppError) -> None:
        if not self._is_done:
            self._close()
            self.failed.emit(error)

    def _on_broke(self) -> None:
        self._close()

    def _close(self) -> None:
        self._is_done = True
        self._timer.stop()
        self.late_timer.stop()
        self.done(0)

    # Qt overrides

    def reject(self) -> None:
        """Take Escape and the closing of the window for the wish to stop."""
        self.stop()
