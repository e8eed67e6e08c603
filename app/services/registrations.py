"""With whom the person is registered, kept in the vault."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.calendar_words import day_from
from app.domain.cpd_errors import CpdRefused
from app.domain.cpd_plain import finite_number
from app.domain.registration import Registration
from app.domain.registration_year import YearStart
from app.services.kept_list import KeptList
from app.services.ports import Vault

_NAME = "cpd_registrations"
_MOST_HOURS = 1000.0


@dataclass(frozen=True, slots=True)
class KeptRegistrations:
    """Reads and keeps registrations; several run side by side, each with its own regulator."""

    vault: Vault

    def read(self) -> tuple[Registration, ...]:
        """Give the registrations, the main one first."""
        found = (_from_plain(each) for each in KeptList(self.vault, _NAME).tables())
        return tuple(each for each in found if each is not None)

    def of(self, regulator: str) -> Registration:
        """Give the registration with a regulator, or a bare one where none is kept."""
        bare = Registration(regulator)
        return next((each for each in self.read() if each.regulator == regulator), bare)

    def keep(self, registrations: Iterable[Registration]) -> None:
        """Keep these in place of those.

        Raises:
            CpdRefused: a regulator stands twice, or an hour target is none.
            NotSaved: nothing was changed.
        """
        kept = tuple(registrations)
        if len({each.regulator for each in kept}) < len(kept):
            raise CpdRefused("Each regulator stands here only once.")
        for each in kept:
            if each.hours is not None and not 0 < each.hours <= _MOST_HOURS:
                raise CpdRefused("A target of hours lies between 1 and 1,000.")
        KeptList(self.vault, _NAME).store([_plain(each) for each in kept])


def _plain(registration: Registration) -> dict[str, Any]:
    start = registration.own_start
    return {
        "regulator": registration.regulator,
        "since": registration.since.isoformat() if registration.since else "",
        "own_start": [start.month, start.day] if start else None,
        "hours": registration.hours,
    }


def _from_plain(plain: dict[str, Any]) -> Registration | None:
    regulator = plain.get("regulator")
    if not isinstance(regulator, str) or not regulator:
        return None
    return Registration(
        regulator,
        _day(plain.get("since")),
        _start(plain.get("own_start")),
        finite_number(plain.get("hours")),
    )


def _day(plain: object) -> date | None:
    with suppress(ValueError):
        return day_from(plain) if isinstance(plain, str) and plain else None
    return None


def _start(plain: object) -> YearStart | None:
    with suppress(ValueError, TypeError, OverflowError):
        return YearStart(*plain) if isinstance(plain, list) else None
    return None
