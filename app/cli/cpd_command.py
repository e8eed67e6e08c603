"""The command for the registration year: how it stands, and what becomes a piece."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.domain.calendar_words import day_from
from app.domain.cpd_errors import CpdRefused
from app.domain.cpd_year import PieceStanding
from app.domain.registration import Registration
from app.domain.registration_year import RegistrationYear, year_called
from app.rendering.plain_text import clean_line
from app.services.cpd import Cpd, CpdYearView
from app.services.workshop import Desk
from app.summary.cpd_words import (
    counted,
    missing_lines,
    rules_line,
    state_words,
    trouble_words,
    year_line,
)

_DONE = 0
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


def add_cpd_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal("cpd", "show how a registration year stands, or make a piece")
    add_year(command)
    doing = command.add_mutually_exclusive_group()
    doing.add_argument(
        "--register", metavar="REGULATOR", help="add a registration: swe, scw, sssc, niscc or own"
    )
    doing.add_argument("--make", metavar="ID", help="make this finished reflection a piece")
    doing.add_argument("--no-piece", metavar="ID", help="make it no piece any more")
    doing.add_argument("--submitted", metavar="ID", help="note that this piece was submitted")
    command.add_argument(
        "--on",
        metavar="YYYY-MM-DD",
        type=_day,
        help="the day it was submitted, today if you do not say; or since when you are registered",
    )
    command.add_argument("--json", action="store_true", help="as JSON")


def add_year(command: QuietParser) -> None:
    """Add which year, and by whose rules."""
    command.add_argument(
        "--year", metavar="YYYY", type=_year, help="the registration year that ends in this one"
    )
    command.add_argument(
        "--regulator", metavar="WORD", help="swe, scw, sssc, niscc or own; else the main one"
    )


class CpdCommand(JournalCommand):
    """Changes come first; then the year is shown."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by what is typed for it."""
        return {"cpd": self.cpd}

    def cpd(self) -> int:
        """Show the year."""
        with self._opened() as desk:
            self._change(desk)
            registration = registration_asked(desk.cpd, self._options.regulator)
            year = year_asked(desk.cpd, registration, self._options.year)
            view = desk.cpd.year(registration, year)
        if self._options.json:
            tell_json(year_table(view))
        else:
            tell(*_lines(view))
        return _DONE

    def _change(self, desk: Desk) -> None:
        options, cpd = self._options, desk.cpd
        asked = (options.register, options.make, options.no_piece, options.submitted)
        if options.on and (options.make or options.no_piece or not any(asked)):
            raise CpdRefused("--on goes with --register or --submitted.")
        if not any(asked):
            return
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)
        if options.register:
            _register(cpd, cpd.regulator(options.register).id, options.on)
            return
        registration = registration_asked(cpd, options.regulator)
        if options.make:
            cpd.make(options.make, registration.regulator)
        elif options.no_piece:
            _remove(cpd, options.no_piece, registration.regulator)
        else:
            piece = cpd.piece(options.submitted, registration.regulator)
            cpd.submit(piece, options.on or cpd.today())


def _remove(cpd: Cpd, reflection_id: str, regulator: str) -> None:
    """Make a reflection no piece; what was submitted is never dropped without a question."""
    piece = cpd.pieces.of(reflection_id, regulator)
    if piece is not None and piece.submissions:
        raise CpdRefused(
            "This piece was submitted, and what was submitted is kept with it. "
            "Make it no piece in the window, where you are asked first."
        )
    cpd.pieces.remove(reflection_id, regulator)


def _register(cpd: Cpd, regulator_id: str, since: date | None) -> None:
    """Add a registration; of one that there is only its first day changes, where one is told."""
    known = {each.regulator: each for each in cpd.registrations.read()}
    kept = known.get(regulator_id, Registration(regulator_id))
    known[regulator_id] = replace(kept, since=since or kept.since)
    cpd.registrations.keep(known.values())


def registration_asked(cpd: Cpd, word: str | None) -> Registration:
    """Give the registration with this regulator, or the main one.

    Raises:
        CpdRefused: there is no such regulator, or the journal knows of no registration.
    """
    if word:
        return cpd.registrations.of(cpd.regulator(word).id)
    known = cpd.registrations.read()
    if not known:
        raise CpdRefused(
            "This journal knows of no registration. Say --regulator, or keep one with --register."
        )
    return known[0]


def year_asked(cpd: Cpd, registration: Registration, year: int | None) -> RegistrationYear | None:
    """Give the registration year that ends in a calendar year; None where none is asked for."""
    if year is None:
        return None
    regulator = cpd.regulator(registration.regulator)
    starts = registration.year_start(regulator, date(year, 1, 1))
    return year_called(year, starts).begun_by(registration.since)


def year_table(view: CpdYearView) -> dict[str, Any]:
    """Give a year as a JSON table."""
    standing, rules = view.standing, view.standing.rules
    return {
        "regulator": view.regulator.short,
        "year": standing.year.name,
        "first_day": standing.year.first.isoformat(),
        "last_day": standing.year.last.isoformat(),
        "days_left": standing.days_left(view.today),
        "is_ready": standing.is_ready,
        "asked_for": {
            "pieces": rules.pieces,
            "different": rules.must_differ,
            "with_peer": rules.with_peer,
            "with_impact": rules.with_impact,
            "hours": rules.hours,
            "checked_on": rules.checked_on.isoformat(),
            "source": rules.source,
        },
        "ready": len(standing.ready),
        "different": standing.different,
        "with_peer": standing.with_peer,
        "with_impact": standing.with_impact,
        "hours": standing.hours,
        "missing": list(missing_lines(standing)),
        "coverage": _coverage(view),
        "pieces": [_piece_table(each) for each in standing.pieces],
        "near": [
            {"id": each.standing.piece.reflection_id, "title": each.standing.title}
            for each in view.near
        ],
    }


def _coverage(view: CpdYearView) -> dict[str, int]:
    if view.framework is None:
        return {}
    keys = {f"{view.framework.id}/{tag.key}": tag.key for tag in view.framework.tags}
    return {keys[key]: count for key, count in view.standing.touched(keys).items()}


def _piece_table(standing: PieceStanding) -> dict[str, Any]:
    piece, submitted = standing.piece, standing.piece.submitted
    return {
        "id": piece.reflection_id,
        "title": standing.title,
        "day": piece.day.isoformat(),
        "fields": {each.key: each.words for each in standing.fields},
        "missing": list(standing.missing),
        "trouble": trouble_words(standing),
        "says_impact": standing.says_impact,
        "has_peer": standing.has_peer,
        "tags": sorted(standing.tags),
        "tags_are_suggested": standing.is_suggested,
        "submitted_on": submitted.day.isoformat() if submitted else None,
    }


def _lines(view: CpdYearView) -> Iterator[str]:
    standing = view.standing
    yield f"{view.regulator.name}, {standing.year.name}: {year_line(standing, view.today)}"
    for each in counted(standing, view.framework):
        yield f"    {each.lead} ({each.wanted})"
    yield state_words(standing)
    for piece in standing.pieces:
        yield f"{piece.piece.reflection_id}  {piece.piece.day}  {clean_line(piece.title)}"
        yield f"    {_state(piece)}"
    for near in view.near:
        would_be = near.standing
        yield f"{would_be.piece.reflection_id}  not yet a piece: {clean_line(would_be.title)}"
    yield rules_line(standing)


def _state(standing: PieceStanding) -> str:
    if standing.trouble:
        return trouble_words(standing)
    submitted = standing.piece.submitted
    if submitted is not None:
        return f"submitted on {submitted.day}"
    return f"to fill: {', '.join(standing.missing)}" if standing.missing else "ready"


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _year(text: str) -> int:
    is_year = text.isascii() and text.isdecimal() and len(text) <= len(str(_LAST_YEAR))
    if not (is_year and _FIRST_YEAR <= int(text) <= _LAST_YEAR):
        raise ArgumentTypeError(f"a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return int(text)
