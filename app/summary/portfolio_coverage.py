"""How the years of a portfolio stand, which parts its pieces touch, and which none touches."""

from __future__ import annotations

from app.domain.calendar_words import plain_date
from app.domain.cpd_year import YearStanding
from app.domain.framework import Framework, FrameworkTag
from app.summary.answer_words import plain_as_markdown
from app.summary.cpd_words import Counted, counted, state_words, year_line
from app.summary.document import BarRow, Bars, Block, DocumentSection, Note, Prose, Table, Tick
from app.summary.portfolio_basis import (
    PortfolioBasis,
    and_words,
    marks_of,
    part_words,
    touched,
)

_NUMBER_SHARE, _TITLE_SHARE, _PART_SHARE = 1.2, 6.0, 1.05
_STANDS = {True: "yes", False: "not yet", None: "–"}


def standing_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Say how each registration year stands against the rules that it goes by."""
    if not basis.years:
        return []
    blocks = [block for year in basis.years for block in _year(year, basis)]
    heading = "How the year stands" if len(basis.years) == 1 else "How the years stand"
    return [DocumentSection(heading, tuple(blocks))]


def coverage_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Give the pieces by the parts that they touch, with totals; nothing without parts."""
    framework = basis.framework
    if framework is None or not basis.pieces:
        return []
    blocks: list[Block] = [_grid(basis, framework), _part_bars(basis, framework)]
    suggested = [str(each.number) for each in basis.pieces if each.standing.is_suggested]
    if suggested:
        which = "piece" if len(suggested) == 1 else "pieces"
        words = f"The parts of {which} {and_words(suggested)} are suggested by its words"
        blocks.append(Note(f"{words}; nobody has confirmed them yet."))
    return [DocumentSection("Which parts the pieces touch", tuple(blocks), aside=framework.short)]


def gap_sections(basis: PortfolioBasis) -> list[DocumentSection]:
    """Say which parts no piece touches."""
    framework = basis.framework
    if framework is None or not basis.pieces:
        return []
    gaps = [tag for tag, count in _counts(basis, framework) if not count]
    if not gaps:
        block: Block = Note("Each part is touched by at least one piece.")
    else:
        rows = tuple((part_words(framework, tag), tag.gist) for tag in gaps)
        block = Table(("Part", "What it is about"), rows, (2, 5))
    return [DocumentSection("Parts that no piece touches", (block,), aside=framework.short)]


def _year(year: YearStanding, basis: PortfolioBasis) -> list[Block]:
    lead = "" if basis.is_one_year else f"{year.year.name}:"
    line = Prose(plain_as_markdown(year_line(year, basis.today)), lead, is_from_fields=True)
    rows = tuple(map(_counted_row, counted(year, basis.framework)))
    table = Table(("What there is", "What is asked for", "Met"), rows, (4, 5, 1.4))
    looked_at = plain_date(year.rules.checked_on)
    return [
        line,
        table,
        Note(f"{state_words(year)} Rules as published, looked at on {looked_at}."),
    ]


def _counted_row(each: Counted) -> tuple[str, str, str]:
    return each.lead, each.wanted, _STANDS[each.is_met]


def _grid(basis: PortfolioBasis, framework: Framework) -> Table:
    marks = marks_of(framework)
    rows: list[tuple[str | Tick, ...]] = []
    for piece in basis.pieces:
        tags = touched(framework, piece)
        ticks = (Tick.TICKED if tag in tags else "" for tag in framework.tags)
        rows.append((str(piece.number), piece.standing.title, *ticks))
    totals = (str(count) if count else "–" for _, count in _counts(basis, framework))
    rows.append(("", "Pieces in all", *totals))
    shares = (_NUMBER_SHARE, _TITLE_SHARE, *(_PART_SHARE for _ in framework.tags))
    return Table(("No", "Piece", *marks.values()), tuple(rows), shares)


def _part_bars(basis: PortfolioBasis, framework: Framework) -> Bars:
    rows = tuple(
        BarRow(part_words(framework, tag), (count,)) for tag, count in _counts(basis, framework)
    )
    return Bars(("Part", "Pieces that touch it"), rows)


def _counts(basis: PortfolioBasis, framework: Framework) -> list[tuple[FrameworkTag, int]]:
    found = [touched(framework, piece) for piece in basis.pieces]
    return [(tag, sum(tag in tags for tags in found)) for tag in framework.tags]
