"""The character that stands for a box to tick, the same in every file."""

from __future__ import annotations

from app.summary.document import Tick

TICK_BOXES = {Tick.TICKED: "☑", Tick.OPEN: "☐"}
TICK_WORDS = {Tick.TICKED: "ticked", Tick.OPEN: "not ticked"}
