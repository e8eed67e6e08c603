"""What every page is given: the look, the lane, the services, and the doors to the person."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.workshop import Workshop
from app.ui.asking import Asker
from app.ui.lane import Lane
from app.ui.look import Look
from app.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed from the application to the window and from there to each page."""

    look: Look
    lane: Lane
    workshop: Workshop
    asker: Asker
    settings: Settings
