"""The registration year and the portfolio in a journal of ten years, and everything exported."""

from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.finding import Search
from app.domain.registration import Registration
from app.domain.sharing import Sharing
from app.rendering.typst_pages import PageSetter, _json
from tests.benchmarks.measuring import Samples, alternating, by_limit, by_ratio, timed
from tests.benchmarks.memory_use import forget_peak, resident_mib

_REGULATOR = "social_work_england"
_PIECES_A_YEAR = 6
_LONGEST_YEAR_MS = 100
_MOST_PORTFOLIO = 5
_MOST_MEMORY = 0.5  # of the text: what grows with the journal would be several times it
_MIB = 1024 * 1024
_ALL = 100_000


def year_rows(desk, journal, rounds):
    """Hold the year's page to a length of time, and a portfolio to Typst on the same pages."""
    desk.cpd.registrations.keep((Registration(_REGULATOR, date(2000, 1, 1)),))
    years = _with_pieces(desk)
    registration = desk.cpd.registrations.read()[0]
    desk.cpd.year(registration, years[0])
    taken = [timed(lambda year=year: desk.cpd.year(registration, year))[1] for year in years]
    what = f"a registration year, {journal.size:,} reflections, {len(years)} years (p95)"
    rows = [by_limit(what, Samples(tuple(taken)).p95, _LONGEST_YEAR_MS)]
    return rows + _portfolio_rows(desk, registration, years[: 2 * (rounds + 1)])


def export_rows(desk, journal):
    """Compare what memory grows by while everything goes out with the text itself."""
    with TemporaryDirectory() as folder:
        desk.open_copies.write(Path(folder) / "once")  # what is read only once is read now
        before = resident_mib()[0]
        forget_peak()
        desk.open_copies.write(Path(folder) / "again")
        grown = resident_mib()[1] - before
    what = f"memory while exporting everything, {journal.size:,} (the text itself)"
    return [by_ratio(what, journal.text_bytes / _MIB, grown, _MOST_MEMORY, unit="MiB")]


def _with_pieces(desk):
    """Make the newest finished reflections of each year pieces; give the years, newest first."""
    regulator = desk.cpd.regulator(_REGULATOR)
    registration = desk.cpd.registrations.read()[0]
    search = Search(is_complete=True, sharing=Sharing.CPD, limit=_ALL)
    outlines = sorted(desk.find(search).outlines, key=lambda each: each.begun_at, reverse=True)

    def year_of(outline):
        day = outline.event_date or outline.begun_at.date()
        return registration.year_on(regulator, day)

    years = []
    for year, held in groupby(outlines, key=year_of):
        for outline in list(held)[:_PIECES_A_YEAR]:
            desk.cpd.make(outline.id, _REGULATOR)
        years.append(year)
    return sorted(set(years), reverse=True)


def _portfolio_rows(desk, registration, years):
    """Typst remembers what it has laid out, so each takes years of its own."""
    setter = PageSetter()
    theirs, own = years[::2], years[1::2]
    made = [desk.portfolio.of_year(registration, year) for year in theirs]
    sources = [_json(each.document) for each in made]
    with TemporaryDirectory() as folder:
        target = Path(folder) / "portfolio.pdf"

        def ours(number):
            portfolio = desk.portfolio.of_year(registration, own[number])
            checked = desk.release_check.document(portfolio.document)
            released = desk.release_check.release_undecided(checked)
            desk.portfolio.write(portfolio, released, target)

        def alone(number):
            setter._compile(sources[number], "pdf", ("ua-1",))

        last = len(own) - 1
        ours(last)
        alone(last)
        floor, taken = alternating(alone, ours, last)
    what = f"portfolio of a year to PDF, {_PIECES_A_YEAR} pieces (Typst alone)"
    return [by_ratio(what, floor.median, taken.median, _MOST_PORTFOLIO)]
