"""Collects Python's circular garbage, on the window's thread and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_COLLECT_AFTER = (20_000, 20, 10)  # objects, young collections, middle collections


class Collector(QObject):
    """Stands in for Python's own collector, which runs on whichever thread happens to allocate.

    A ring of objects can hold a widget, and a widget that is destroyed on the lane's thread takes
    the program with it. So nothing collects by itself any more; a timer of the window does.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Take over from the interpreter, for the rest of the process."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect the oldest generation whose turn it is, as the interpreter would have."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > _COLLECT_AFTER[generation]:
                gc.collect(generation)
                return


def keep_what_is_loaded() -> None:
    """Take all that is loaded out of every later collection, which then takes a tenth of the time.

    Only before a journal is open: what was written is never kept.
    """
    gc.freeze()
