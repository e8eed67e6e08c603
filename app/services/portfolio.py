"""The portfolio of one open journal: gathered, let pass by the release check, and written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.answer import ChosenThemes
from app.domain.calendar_words import local_day
from app.domain.cpd_errors import CpdRefused
from app.domain.errors import NoSuchForm
from app.domain.finding import Search
from app.domain.open_copy import CopiedRecords
from app.domain.progress import Progress, part_of, unwatched
from app.domain.reflection import Reflection
from app.domain.registration import Registration
from app.domain.registration_year import RegistrationYear
from app.domain.sharing import Sharing
from app.services.cpd import Cpd, CpdYearView
from app.services.exporting import Exporting, write_export
from app.services.file_kind import FileKind
from app.services.pinned_form import pinned_form
from app.services.portfolio_archive import ARCHIVE_ENDING, ArchiveWriting
from app.services.ports import Vault
from app.services.release_check import ReleaseCheck
from app.summary.choice import SharedReflection
from app.summary.portfolio import Portfolio, portfolio
from app.summary.portfolio_basis import (
    DatedThemes,
    PortfolioBasis,
    PortfolioPiece,
    PortfolioWishes,
)
from app.summary.portfolio_data import portfolio_data
from app.summary.portfolio_evidence import files_of
from app.summary.printed_reflection import Extent, answers_in
from app.summary.released import Released

PLAN_FORM = "development_plan"
_AT_ONCE = 100  # reflections that are read together
_PIECES_READ, _YEARS_READ = 0.5, 0.6
_USUAL = PortfolioWishes()


@dataclass(frozen=True, slots=True)
class Portfolios:
    """Makes portfolios, and writes those that went through the release check."""

    vault: Vault
    cpd: Cpd
    exporting: Exporting
    check: ReleaseCheck
    files: CopiedRecords

    def kind_for(self, target: Path) -> FileKind | None:
        """Say as what a portfolio would be written; None is a ZIP file with everything.

        Raises:
            ExportError: no kind has this ending.
        """
        if target.suffix.lower() == ARCHIVE_ENDING:
            return None
        return self.exporting.kind_for(target)

    def write(
        self,
        made: Portfolio,
        released: Released,
        target: Path,
        progress: Progress = unwatched,
    ) -> None:
        """Write what the release check let pass of a portfolio, as the ending of the target says.

        Raises:
            ExportError: nothing was written at target.
            JournalDamaged: a file of its evidence does not read; nothing was written.
            Cancelled: nothing was written.
        """
        kind = self.kind_for(target)
        if kind is not None:
            progress(0)
            content = self.exporting.writers[kind].render(released.document)
            progress(1)  # it cannot be stopped once it stands there
            write_export(target, content)
            return
        checked = self.check.line(self.check.document(made.document).checked)
        data = portfolio_data(made.basis, released.document, self.cpd.plain, checked)
        writing = ArchiveWriting(self.exporting, self.files, progress)
        writing.write(target, released, data, files_of(made.basis))

    def of_year(
        self,
        registration: Registration,
        year: RegistrationYear | None = None,
        wishes: PortfolioWishes = _USUAL,
        progress: Progress = unwatched,
    ) -> Portfolio:
        """Make the portfolio of a registration year; of this one where none is named.

        Raises:
            CpdRefused: the regulator of this registration is not known any more.
            Cancelled: the person stopped it.
        """
        regulator = self.cpd.regulator(registration.regulator)
        asked = year or registration.year_on(regulator, self.cpd.today())
        return self._made((self.cpd.year(registration, asked),), asked, wishes, progress)

    def between(
        self,
        registration: Registration,
        span: tuple[date, date],
        wishes: PortfolioWishes = _USUAL,
        progress: Progress = unwatched,
    ) -> Portfolio:
        """Make the portfolio of any days, the first and the last among them.

        Raises:
            CpdRefused: the days end before they begin, or the regulator is not known any more.
            Cancelled: the person stopped it.
        """
        asked = RegistrationYear(*span)
        if asked.last < asked.first:
            raise CpdRefused("The days end before they begin.")
        regulator = self.cpd.regulator(registration.regulator)
        days = [each.day for each in self.cpd.pieces.all() if each.regulator == regulator.id]
        touched = {registration.year_on(regulator, day) for day in days if asked.holds(day)}
        touched = touched or {registration.year_on(regulator, min(asked.last, self.cpd.today()))}
        views = tuple(self.cpd.year(registration, each) for each in sorted(touched))
        return self._made(views, asked, wishes, progress)

    def _made(
        self,
        views: tuple[CpdYearView, ...],
        asked: RegistrationYear,
        wishes: PortfolioWishes,
        progress: Progress,
    ) -> Portfolio:
        last = views[-1]
        framework = last.framework
        basis = PortfolioBasis(
            regulator=last.regulator,
            first=asked.first,
            last=asked.last,
            years=tuple(each.standing for each in views),
            framework=framework,
            others=tuple(
                each for each in self.cpd.frameworks(asked)
                if framework is None or each.id != framework.id
            ),
            pieces=tuple(self._pieces(views, asked, part_of(progress, 0, _PIECES_READ))),
            plans=(),
            themes=(),
            today=last.today,
        )  # fmt: skip
        progress(_YEARS_READ)
        plans, themes = self._beside(asked, part_of(progress, _YEARS_READ, 1))
        progress(1)
        return portfolio(replace(basis, plans=plans, themes=themes), wishes)

    def _pieces(
        self, views: tuple[CpdYearView, ...], asked: RegistrationYear, progress: Progress
    ) -> Iterator[PortfolioPiece]:
        held = [
            (standing, view.standing)
            for view in views
            for standing in view.standing.pieces
            if asked.holds(standing.piece.day)
        ]
        for number, (standing, year) in enumerate(held, 1):
            source = self._source(self.vault.get(standing.piece.reflection_id))
            yield PortfolioPiece(number, standing, year, source)
            progress(number / len(held))

    def _beside(
        self, asked: RegistrationYear, progress: Progress
    ) -> tuple[tuple[SharedReflection, ...], tuple[DatedThemes, ...]]:
        """Give the plans of these days, and the themes of all that shares something for CPD."""
        plans, themes = [], []
        for source in self._finished(asked, progress):
            if not answers_in(source, Extent.CPD):
                continue
            if source.reflection.form_id == PLAN_FORM:
                plans.append(source)
            themes.append(DatedThemes(_day(source), _shared_themes(source)))
        plans.sort(key=_day)
        return tuple(plans), tuple(themes)

    def _finished(self, asked: RegistrationYear, progress: Progress) -> Iterator[SharedReflection]:
        search = Search(
            is_complete=True,
            since=asked.first,
            until=asked.last,
            sharing=Sharing.CPD,
            limit=_AT_ONCE,
        )
        while found := self.vault.reflections(search):
            for reflection in found:
                with suppress(NoSuchForm):
                    yield self._source(reflection)
            search = replace(search, offset=search.offset + len(found))
            progress(1 - _AT_ONCE / (search.offset + _AT_ONCE))

    def _source(self, reflection: Reflection) -> SharedReflection:
        return SharedReflection(reflection, pinned_form(self.vault, reflection))


def _day(source: SharedReflection) -> date:
    return source.reflection.event_date or local_day(source.reflection.begun_at)


def _shared_themes(source: SharedReflection) -> tuple[str, ...]:
    """Give the themes of a reflection but for those that only answers not marked for CPD name."""
    named = {
        name
        for answer in source.reflection.answers.values()
        if isinstance(answer.value, ChosenThemes)
        for name in answer.value.names
    }
    marked = {
        name
        for _, answer in answers_in(source, Extent.CPD)
        if isinstance(answer.value, ChosenThemes)
        for name in answer.value.names
    }
    return tuple(each for each in source.reflection.themes if each in marked or each not in named)
