"""What every page is given: the look, the lane, the services, and the doors to the person."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from app.ui.asking import Asker
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.replacing import ProcessReplacer, SameProcess
from app.ui.settings import Settings

if TYPE_CHECKING:
    from app.services.workshop import Workshop


class Surroundings:
    """Handed from the application to the window and from there to each page."""

    def __init__(
        self,
        look: Look,
        lane: Lane,
        make_workshop: Callable[[], Workshop],
        asker: Asker,
        settings: Settings,
    ) -> None:
        """Take everything; the workshop is made when it is first asked for."""
        self.look = look
        self.lane = lane
        self.asker = asker
        self.settings = settings
        # Only the program itself is replaced at a lock; it sets the real one.
        self.replacing: ProcessReplacer = SameProcess()
        self._make_workshop = make_workshop
        self._workshop: Workshop | None = None
        self._making = Lock()

    @property
    def workshop(self) -> Workshop:
        """The services. The lane and the window may both ask; there is only ever one."""
        with self._making:
            if self._workshop is None:
                self._workshop = self._make_workshop()
            return self._workshop
