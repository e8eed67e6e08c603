"""What is due by a day: actions, follow-ups and review dates, for who asks without the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.finding import OpenAction
from app.domain.following_up import FollowUp
from app.domain.retention import Review
from app.services.ports import Vault

_AT_FIRST, _MORE = 100, 4


@dataclass(frozen=True, slots=True)
class Due:
    """Everything whose day has come, each kind with the earliest first."""

    actions: tuple[OpenAction, ...]
    follow_ups: tuple[FollowUp, ...]
    reviews: tuple[Review, ...]

    @property
    def is_nothing(self) -> bool:
        """Say whether nothing is due."""
        return not (self.actions or self.follow_ups or self.reviews)


def due_by(vault: Vault, day: date) -> Due:
    """Gather what is due on a day or was before; an action without a day never is."""
    return Due(_actions(vault, day), vault.follow_ups.due(day), vault.keeping.reviews(day))


def _actions(vault: Vault, day: date) -> tuple[OpenAction, ...]:
    limit = _AT_FIRST
    while True:
        # The soonest come first, so the first that is not due ends the search.
        found = vault.open_actions(limit)
        due = tuple(each for each in found if each.by_when is not None and each.by_when <= day)
        if len(due) < limit:
            return due
        limit *= _MORE
