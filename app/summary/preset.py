"""A preset: how a summary is laid out, kept under a name for the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.summary.choice import USUAL_PARTS, SummaryPart, page_order
from app.summary.document import PrintSize
from app.summary.preparation import Preparation

USUAL_NAME = "Usual"
REFLECTIONS = "reflections"  # where they stand among the parts


@dataclass(frozen=True, slots=True)
class Preset:
    """Which parts go in and in which order, and how the paper looks; no answer and no reflection.

    The rows are values of parts, with one place for the reflections.
    """

    name: str
    parts: frozenset[SummaryPart] = USUAL_PARTS
    rows: tuple[str, ...] = page_order((), (REFLECTIONS,))
    print_size: PrintSize = PrintSize.NORMAL
    is_black_and_white: bool = False

    def fits(self, preparation: Preparation) -> bool:
        """Say whether a summary is laid out just so."""
        return preset_of(preparation, self.name) == self

    def applied_to(self, preparation: Preparation) -> Preparation:
        """Lay a summary out so; what was chosen stays."""
        rows: list[str] = []
        for row in page_order(self.rows, (REFLECTIONS,)):
            rows += preparation.order if row == REFLECTIONS else (row,)
        return replace(
            preparation,
            rows=tuple(rows),
            parts=self.parts,
            print_size=self.print_size,
            is_black_and_white=self.is_black_and_white,
            preset=self.name,
        )


USUAL = Preset(USUAL_NAME)


def preset_of(preparation: Preparation, name: str) -> Preset:
    """Give the layout of a summary under a name."""
    rows = (REFLECTIONS if row in preparation.order else row for row in preparation.rows)
    return Preset(
        name,
        preparation.parts,
        page_order(tuple(dict.fromkeys(rows)), (REFLECTIONS,)),
        preparation.print_size,
        preparation.is_black_and_white,
    )
