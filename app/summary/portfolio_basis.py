"""What a portfolio is made of: gathered by the services, placed on paper by its parts beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.cpd_year import PieceStanding, YearStanding
from app.domain.framework import Framework, FrameworkTag
from app.domain.regulator import FieldSource, Regulator
from app.summary.choice import Answered, SharedReflection
from app.summary.document import PrintSize
from app.summary.printed_reflection import Extent, answers_in

_LONGEST_MARK = 4  # of a part: more would not stand over a narrow column


@dataclass(frozen=True, slots=True)
class PortfolioPiece:
    """A piece with its number on paper, its year, and the reflection that it is made of."""

    number: int
    standing: PieceStanding
    year: YearStanding
    source: SharedReflection

    @property
    def sources(self) -> dict[str, FieldSource]:
        """Where the words of each field come from, by its key."""
        return {each.key: each.source for each in self.year.rules.fields}

    @property
    def answers(self) -> Answered:
        """The answers that are marked for CPD and asked; no other one may leave."""
        return answers_in(self.source, Extent.CPD)


@dataclass(frozen=True, slots=True)
class DatedThemes:
    """The themes that one finished reflection shares, and its day."""

    day: date
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PortfolioWishes:
    """What the person adds, and how it is to look; the profile is Markdown."""

    name: str = ""
    profile: str = ""
    print_size: PrintSize = PrintSize.NORMAL
    is_black_and_white: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioBasis:
    """The pieces of the days from first to last, and what stands beside them.

    Years are the registration years that they touch, the earliest first.
    """

    regulator: Regulator
    first: date
    last: date
    years: tuple[YearStanding, ...]
    framework: Framework | None
    others: tuple[Framework, ...]
    pieces: tuple[PortfolioPiece, ...]
    plans: tuple[SharedReflection, ...]
    themes: tuple[DatedThemes, ...]
    today: date

    @property
    def is_one_year(self) -> bool:
        """Whether the days are those of one registration year."""
        years = [(each.year.first, each.year.last) for each in self.years]
        return years == [(self.first, self.last)]

    @property
    def last_told(self) -> date:
        """The last day of which there is something to tell: nothing is told of days to come."""
        newest = max((each.standing.piece.day for each in self.pieces), default=self.first)
        return min(self.last, max(self.today, newest))


def marks_of(framework: Framework) -> dict[str, str]:
    """Give what stands over the column of each part, by its key: the key itself, or a number."""
    keys = [tag.key for tag in framework.tags]
    if all(len(key) <= _LONGEST_MARK for key in keys):
        return {key: key for key in keys}
    return {key: str(number) for number, key in enumerate(keys, 1)}


def part_words(framework: Framework, tag: FrameworkTag) -> str:
    """Give a part with its mark: “4.2 Supervision”."""
    return f"{marks_of(framework)[tag.key]} {tag.label}"


def touched(framework: Framework, piece: PortfolioPiece) -> tuple[FrameworkTag, ...]:
    """Give the parts that a piece touches, in the framework's order."""
    tags = piece.standing.tags
    return tuple(tag for tag in framework.tags if f"{framework.id}/{tag.key}" in tags)


def and_words(words: Iterable[str]) -> str:
    """Join as people do: “1, 2 and 3”."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
