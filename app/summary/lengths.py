"""How long the pages of a document are, in lines of its body text."""

from __future__ import annotations

import math
from dataclasses import dataclass

PAGES_AT_MOST = 2  # what a supervisor takes in at the start of an hour; large print needs more


@dataclass(frozen=True, slots=True)
class PageLengths:
    """How many pages there are, how many lines one holds, and how many each section takes.

    Left is what stays free on the last page.
    """

    pages: int = 0
    lines_per_page: float = 0.0
    left: float = 0.0
    sections: tuple[float, ...] = ()

    def spare(self, most_pages: int) -> int:
        """Give how many whole lines are free within so many pages."""
        return max(0, math.floor(self._room(most_pages)))

    def over(self, most_pages: int) -> int:
        """Give how many lines stand beyond so many pages."""
        return max(0, math.ceil(-self._room(most_pages)))

    def by_row(self, rows: tuple[str, ...]) -> dict[str, int]:
        """Give how many lines each row takes, where the rows name what the sections belong to."""
        lines: dict[str, float] = {}
        for row, length in zip(rows, self.sections, strict=True):
            lines[row] = lines.get(row, 0.0) + length
        return {row: max(1, round(length)) for row, length in lines.items()}

    def _room(self, most_pages: int) -> float:
        return (most_pages - self.pages) * self.lines_per_page + self.left


@dataclass(frozen=True, slots=True)
class MeasuredPages:
    """The pages as a PDF for the eye, and how long they are."""

    pdf: bytes
    lengths: PageLengths
