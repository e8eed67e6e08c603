"""The registration year: pieces made of reflections, measured by a regulator's own rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain.calendar_words import local_day
from app.domain.cpd_errors import CpdRefused
from app.domain.cpd_piece import CpdPiece
from app.domain.cpd_year import PieceStanding, YearStanding
from app.domain.errors import NoSuchForm, NoSuchReflection, NotAsSaved
from app.domain.framework import Framework
from app.domain.reflection import Reflection
from app.domain.registration import Registration, years_back
from app.domain.registration_year import RegistrationYear
from app.domain.regulator import CpdRules, Regulator
from app.services.cpd_near import NearPiece, near_pieces
from app.services.cpd_pieces import KeptPieces, KeptRules
from app.services.cpd_ports import RegulatorShelf
from app.services.pinned_form import pinned_form
from app.services.ports import Clock, Vault
from app.services.registrations import KeptRegistrations
from app.summary.choice import SharedReflection
from app.summary.cpd_fields import PieceReader, Plain
from app.summary.cpd_words import left_words, missing_lines

_SUBMITTED = "This piece was submitted. Open it again to change it; what was submitted stays kept."


@dataclass(frozen=True, slots=True)
class CpdYearView:
    """A year as its page shows it."""

    registration: Registration
    regulator: Regulator
    framework: Framework | None
    standing: YearStanding
    near: tuple[NearPiece, ...]
    years: tuple[RegistrationYear, ...]
    today: date


@dataclass(frozen=True, slots=True)
class EndingYear:
    """A year near its end that lacks something: what is left and what is missing, in words."""

    regulator: Regulator
    standing: YearStanding
    left: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPiece:
    """A piece with what is needed to change it."""

    standing: PieceStanding
    rules: CpdRules
    framework: Framework | None
    others: tuple[Framework, ...]  # further ones in force, for whoever wants them
    year: RegistrationYear
    regulator: Regulator


@dataclass(frozen=True, slots=True)
class Cpd:
    """What a person can do with the pieces of one open journal."""

    vault: Vault
    shelf: RegulatorShelf
    clock: Clock
    plain: Plain

    @property
    def registrations(self) -> KeptRegistrations:
        """With whom the person is registered."""
        return KeptRegistrations(self.vault)

    @property
    def pieces(self) -> KeptPieces:
        """The pieces as they are kept."""
        return KeptPieces(self.vault)

    def today(self) -> date:
        """Give the calendar day where this computer is."""
        return local_day(self.clock.now())

    def regulator(self, regulator_id: str) -> Regulator:
        """Find a regulator by its id or its short word.

        Raises:
            CpdRefused: there is none; names those that there are.
        """
        known = self.shelf.regulators()
        for each in known:
            if regulator_id in (each.id, each.short):
                return each
        words = ", ".join(each.short for each in known)
        raise CpdRefused(f"There is no regulator of this name. Known are: {words}.")

    def year(self, registration: Registration, year: RegistrationYear | None = None) -> CpdYearView:
        """Give a registration year as its page shows it; this one where none is named.

        Raises:
            CpdRefused: the regulator of this registration is not known any more.
        """
        regulator, today = self.regulator(registration.regulator), self.today()
        mine = [each for each in self.pieces.all() if each.regulator == regulator.id]
        years = years_back(registration, regulator, today, (each.day for each in mine))
        reader = self._reader(regulator, year or years[0])
        standing = self._stands(reader, registration, mine)
        are_pieces = frozenset(each.reflection_id for each in mine)
        near = near_pieces(self.vault, reader, standing, are_pieces, partial(self._new, regulator))
        return CpdYearView(registration, regulator, reader.framework, standing, near, years, today)

    def ending(self, within: int) -> tuple[EndingYear, ...]:
        """Give the years that end within so many days and lack something, the next first."""
        found, today, pieces = [], self.today(), self.pieces.all()
        known = {each.id: each for each in self.shelf.regulators()}
        for registration in self.registrations.read():
            regulator = known.get(registration.regulator)
            year = registration.year_on(regulator, today) if regulator else None
            if regulator is None or year is None or year.days_left(today) > within:
                continue
            mine = [each for each in pieces if each.regulator == regulator.id]
            standing = self._stands(self._reader(regulator, year), registration, mine)
            if not standing.is_ready:
                left = left_words(standing, today)
                found.append(EndingYear(regulator, standing, left, missing_lines(standing)))
        return tuple(sorted(found, key=lambda each: each.standing.year.last))

    def piece(self, reflection_id: str, regulator_id: str) -> PieceStanding:
        """Give one piece with the words of its fields.

        Raises:
            CpdRefused: this reflection is no piece for this regulator.
            NoSuchReflection: there is no such reflection.
        """
        return self.opened(reflection_id, regulator_id).standing

    def opened(self, reflection_id: str, regulator_id: str) -> OpenPiece:
        """Give the same with the rules and tags by which it is read.

        Raises:
            CpdRefused: this reflection is no piece for this regulator.
            NoSuchReflection: there is no such reflection.
        """
        regulator = self.regulator(regulator_id)
        kept = self._demanded(reflection_id, regulator)
        year = self.registrations.of(regulator.id).year_on(regulator, kept.day)
        reader = self._reader(regulator, year)
        standing = reader.standing(kept, self._source(reflection_id))
        own = reader.framework
        others = tuple(each for each in self.frameworks(year) if own is None or each.id != own.id)
        return OpenPiece(standing, reader.rules, own, others, year, regulator)

    def make(self, reflection_id: str, regulator_id: str) -> CpdPiece:
        """Make a reflection a piece; one that is a piece already stays as it is.

        Raises:
            CpdRefused: it is a draft.
            NoSuchReflection: there is no such reflection.
            NotSaved: nothing was changed.
        """
        regulator = self.regulator(regulator_id)
        kept = self.pieces.of(reflection_id, regulator.id)
        if kept is not None:
            return kept
        reflection = self.vault.get(reflection_id)
        if not reflection.is_complete:
            raise CpdRefused("A draft is no piece yet. Finish the reflection first.")
        piece = self._new(regulator, reflection)
        self.pieces.keep(piece)
        return piece

    def keep(self, piece: CpdPiece) -> PieceStanding:
        """Keep a changed piece; give it with its words.

        Raises:
            CpdRefused: what was submitted is not changed without being opened again.
            NotSaved: nothing was changed.
        """
        kept = self.pieces.of(piece.reflection_id, piece.regulator)
        if kept is not None and kept.submitted is not None and piece.submitted is not None:
            raise CpdRefused(_SUBMITTED)
        return self._put(piece)

    def submit(self, standing: PieceStanding, day: date) -> PieceStanding:
        """Note that a piece was given to the regulator on a day, with its words as they are.

        Raises:
            CpdRefused: the day is still to come, or it was submitted since it was looked at.
            NotSaved: nothing was changed.
        """
        if day > self.today():
            raise CpdRefused("The day on which it was submitted is still to come.")
        return self._put(standing.piece.submitted_on(day, self.clock.now(), standing.fields))

    def open_again(self, standing: PieceStanding) -> PieceStanding:
        """Let a submitted piece be changed; what was submitted stays kept.

        Raises:
            CpdRefused: it was submitted since it was looked at.
            NotSaved: nothing was changed.
        """
        return self._put(standing.piece.opened_again())

    def frameworks(self, year: RegistrationYear) -> tuple[Framework, ...]:
        """Give the frameworks that were in force in a year."""
        return tuple(
            each for each in self.shelf.frameworks() if each.is_in_force(year.first, year.last)
        )

    def _put(self, piece: CpdPiece) -> PieceStanding:
        """Keep a piece, unless something was submitted that it does not know of."""
        kept = self.pieces.of(piece.reflection_id, piece.regulator)
        known = kept.submissions if kept is not None else ()
        if piece.submissions[: len(known)] != known:
            raise CpdRefused(_SUBMITTED)
        self.pieces.keep(piece)
        return self.piece(piece.reflection_id, piece.regulator)

    def _demanded(self, reflection_id: str, regulator: Regulator) -> CpdPiece:
        kept = self.pieces.of(reflection_id, regulator.id)
        if kept is None:
            raise CpdRefused(f"This reflection is no piece for {regulator.name}.")
        return kept

    def _new(self, regulator: Regulator, reflection: Reflection) -> CpdPiece:
        now = self.clock.now()
        day = reflection.event_date or local_day(reflection.begun_at)
        return CpdPiece(reflection.id, regulator.id, min(day, local_day(now)), now)

    def _reader(self, regulator: Regulator, year: RegistrationYear) -> PieceReader:
        rules = KeptRules(self.vault).of(regulator, year, self.today())
        framework = next(
            (each for each in self.shelf.frameworks() if each.id == rules.coverage), None
        )
        return PieceReader(rules, year, framework, self.plain)

    def _stands(
        self, reader: PieceReader, registration: Registration, mine: Iterable[CpdPiece]
    ) -> YearStanding:
        """Measure the pieces of the reader's year."""
        held = sorted((each for each in mine if reader.year.holds(each.day)), key=_by_day)
        standings = tuple(filter(None, (self._standing(reader, each) for each in held)))
        wanted = reader.rules.hours
        hours = registration.hours if wanted is None else wanted
        return YearStanding(reader.year, reader.rules, standings, hours)

    def _source(self, reflection_id: str) -> SharedReflection:
        reflection = self.vault.get(reflection_id)
        return SharedReflection(reflection, pinned_form(self.vault, reflection))

    def _standing(self, reader: PieceReader, piece: CpdPiece) -> PieceStanding | None:
        """Give a piece; None while its reflection lies in the bin.

        One reflection that does not read keeps nobody from seeing the others of the year.
        """
        try:
            return reader.standing(piece, self._source(piece.reflection_id))
        except NotAsSaved:
            return reader.unread(piece)
        except (NoSuchReflection, NoSuchForm):
            return None


def _by_day(piece: CpdPiece) -> tuple[date, str]:
    return piece.day, piece.reflection_id
