"""The command that writes the portfolio of a registration year, or of any days."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.cli.cpd_command import add_year, registration_asked, year_asked
from app.cli.journal_command import JournalCommand
from app.cli.leaving import add_leaving, released
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_trouble
from app.cli.progress_line import progress_line
from app.domain.calendar_words import day_from
from app.domain.errors import ExportError
from app.domain.progress import part_of
from app.services.file_kind import ENDINGS
from app.services.portfolio_archive import ARCHIVE_ENDING
from app.services.workshop import Desk
from app.summary.document import PrintSize
from app.summary.portfolio import Portfolio
from app.summary.portfolio_basis import PortfolioWishes
from app.summary.portfolio_evidence import files_kept_back, files_of

_DONE, _NOT_UNDERSTOOD = 0, 2
_MADE = 0.2


def add_portfolio_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal(
        "portfolio", "write what is marked for CPD in a registration year, or in any days"
    )
    add_year(command)
    command.add_argument("--from", dest="since", metavar="YYYY-MM-DD", type=_day)
    command.add_argument("--to", dest="until", metavar="YYYY-MM-DD", type=_day)
    command.add_argument(
        "--name", metavar="WORDS", default="", help="your name, if it is to stand on it"
    )
    command.add_argument(
        "--profile", metavar="FILE", type=Path, help="your professional profile, in Markdown"
    )
    command.add_argument("--large-print", action="store_true")
    command.add_argument("--black-and-white", action="store_true", help="without greys")
    command.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help=f"ending in {ARCHIVE_ENDING}, which holds everything with its files and data, "
        f"or in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}",
    )
    add_leaving(command)


class PortfolioCommand(JournalCommand):
    """One command."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"portfolio": self.portfolio}

    def portfolio(self) -> int:
        """Write the portfolio."""
        options = self._options
        has_days = options.since is not None and options.until is not None
        if (options.since is None) != (options.until is None) or (has_days and options.year):
            tell_trouble("Say which: --year, or both --from and --to.")
            return _NOT_UNDERSTOOD
        # A wrong ending is told before a passphrase is asked for.
        is_archive = options.output.suffix.lower() == ARCHIVE_ENDING
        if not is_archive:
            self._workshop.exporting.kind_for(options.output, besides=(ARCHIVE_ENDING,))
        wishes = self._wishes()
        with self._opened() as desk:
            with progress_line("Reading") as progress:
                made = self._made(desk, wishes, part_of(progress, 0, _MADE))
            paper = released(desk.release_check, made.document, options)
            with progress_line("Writing") as progress:
                desk.portfolio.write(made, paper, options.output, part_of(progress, _MADE, 1))
        _tell_done(options.output.name, made, is_archive=is_archive)
        return _DONE

    def _made(
        self, desk: Desk, wishes: PortfolioWishes, progress: Callable[[float], None]
    ) -> Portfolio:
        options = self._options
        registration = registration_asked(desk.cpd, options.regulator)
        if options.since is not None:
            span = (options.since, options.until)
            return desk.portfolio.between(registration, span, wishes, progress)
        year = year_asked(desk.cpd, registration, options.year)
        return desk.portfolio.of_year(registration, year, wishes, progress)

    def _wishes(self) -> PortfolioWishes:
        options = self._options
        return PortfolioWishes(
            options.name,
            _text_of(options.profile) if options.profile else "",
            PrintSize.LARGE if options.large_print else PrintSize.NORMAL,
            options.black_and_white,
        )


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ExportError("Not written: the profile is no text in UTF-8.") from None


def _tell_done(name: str, made: Portfolio, *, is_archive: bool) -> None:
    files, kept_back = len(files_of(made.basis)), files_kept_back(made.basis)
    tell(
        f"{name}: written, with {_counted(len(made.basis.pieces), 'piece')} and "
        f"{_counted(files, 'file')} of evidence. It is not encrypted."
    )
    if files and not is_archive:
        tell(f"The files are listed in it; a file that ends in {ARCHIVE_ENDING} holds them too.")
    if files and is_archive:
        tell("The files are as they were added: nobody looked for names inside them.")
    if kept_back:
        tell(f"{_counted(kept_back, 'file')} not marked for CPD stayed in the journal.")


def _counted(number: int, one: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {one}s"


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
