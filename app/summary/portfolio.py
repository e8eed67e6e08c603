"""The portfolio: everything of a registration year, or of any days, that is marked for CPD."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.calendar_words import plain_date
from app.summary.contents import listed
from app.summary.document import Contents, Document, DocumentSection, Note, Prose
from app.summary.portfolio_basis import PortfolioBasis, PortfolioWishes
from app.summary.portfolio_coverage import coverage_sections, gap_sections, standing_sections
from app.summary.portfolio_evidence import action_sections, evidence_sections, plan_sections
from app.summary.portfolio_learning import learning_sections
from app.summary.portfolio_pieces import peer_sections, piece_sections

TITLE = "CPD portfolio"
FOOTER = "Record of learning, not a case record"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A portfolio as it was made, before it went through the release check."""

    basis: PortfolioBasis
    document: Document


def portfolio(basis: PortfolioBasis, wishes: PortfolioWishes) -> Portfolio:
    """Make the portfolio; what is marked for CPD is on it, and nothing else of a reflection."""
    name = " ".join(wishes.name.split())
    sections = (
        DocumentSection("Contents", (Contents(),)),
        *_profile(wishes),
        *standing_sections(basis),
        *coverage_sections(basis),
        *piece_sections(basis),
        *peer_sections(basis),
        *plan_sections(basis),
        *action_sections(basis),
        *evidence_sections(basis),
        *learning_sections(basis),
        *gap_sections(basis),
        _about(basis),
    )
    document = Document(
        title=TITLE,
        subtitle=_subtitle(basis, name),
        sections=listed(sections),
        footer=FOOTER,
        print_size=wishes.print_size,
        is_black_and_white=wishes.is_black_and_white,
        chosen_names=(name,) if name else (),
    )
    return Portfolio(basis, document)


def _subtitle(basis: PortfolioBasis, name: str) -> str:
    span = f"{plain_date(basis.first)} to {plain_date(basis.last)}"
    year = f"Registration year {basis.years[0].year.name}" if basis.is_one_year else ""
    return " · ".join(filter(None, (basis.regulator.name, year, span, name)))


def _profile(wishes: PortfolioWishes) -> list[DocumentSection]:
    if not wishes.profile.strip():
        return []
    return [DocumentSection("Professional profile", (Prose(wishes.profile),))]


def _about(basis: PortfolioBasis) -> DocumentSection:
    only = f"Only what is marked for CPD is here. Made on {plain_date(basis.today)}."
    return DocumentSection("About this portfolio", (Note(only),))
