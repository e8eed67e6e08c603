"""A dialog that starts long work with what was typed, and stays if that fails."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, Cancelled
from app.domain.progress import SteppedProgress
from app.ui.announcing import announce
from app.ui.complaints import complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.parts.callout import Callout


def is_working(widget: QWidget) -> bool:
    """Say whether work is under way in a dialog over this widget."""
    return any(each.is_running for each in widget.findChildren(ProgressDialog))


class WorkingDialog(Dialog):
    """The work runs under a progress dialog; what it gave is told once this one is closed."""

    succeeded = Signal(object)  # what the work gave

    def __init__(self, look: Look, lane: Lane, title: str, parent: QWidget) -> None:
        super().__init__(look, title, parent)
        self._lane = lane
        self.trouble = Callout(look, "error", "")
        self.trouble.hide()

    def begin(
        self, title: str, work: Callable[[SteppedProgress], object], *, can_stop: bool = True
    ) -> None:
        """Start the work."""
        self.trouble.hide()
        progress = ProgressDialog(self.look, self._lane, title, self, can_stop=can_stop)
        progress.succeeded.connect(self.take_result)
        progress.failed.connect(self.complain)
        progress.run(work)

    @property
    def is_working(self) -> bool:
        """Say whether the work is under way."""
        return is_working(self)

    def take_result(self, result: object) -> None:
        """Close, and tell what the work gave."""
        self.forget()
        self.accept()
        self.succeeded.emit(result)

    def complain(self, error: AppError) -> None:
        """Say what went wrong; what was typed stays."""
        complaint = complaint_of(error)
        self.trouble.set_tone("info" if isinstance(error, Cancelled) else "error")
        self.trouble.set_words(complaint.lead, complaint.rest)
        self.trouble.show()
        announce(self.trouble)
        self.show_part(self.trouble)

    def forget(self) -> None:
        """Forget the secrets that were typed."""

    # Qt overrides

    def done(self, result: int) -> None:
        """Keep no secret in a dialog that is closed."""
        self.forget()
        super().done(result)
