"""The moment that a save is told by."""

from __future__ import annotations

from datetime import datetime


def to_the_minute(now: datetime, not_before: datetime) -> datetime:
    """Give the present minute, or what the save follows where that is later in the same minute.

    Nobody asks for the second, and a head that stays the same need not be written again. Where
    the clock was put back, the clock is believed.
    """
    minute = now.replace(second=0, microsecond=0)
    return max(minute, not_before) if not_before <= now else minute
