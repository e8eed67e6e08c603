"""The timeline over the journal's list: years and months, each with how many reflections it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_words import last_of_month, month_and_year, month_name
from app.domain.finding import Search
from app.domain.overview import YearCount, within
from app.services.overviews import Overviews
from app.ui.look import Look
from app.ui.models.counted_rows import CountedRow
from app.ui.models.month_days import count_words
from app.ui.pages.overview_pane import OverviewPane
from app.ui.parts.counted_list import CountedList

Span = tuple[date, date]
_DECEMBER = 12
_ALL_YEARS: Span = (date.min, date.max)


class TimelinePane(OverviewPane):
    """The year or month that is chosen narrows the list. Months without any are left out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin with everything chosen."""
        super().__init__(parent)
        self.list = CountedList(look, self.tr("Years and months"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(self.opened)

    def ask(self, overviews: Overviews, search: Search) -> object:
        """Count the months."""
        return overviews.timeline(search)

    def show_counts(self, counts: Sequence[YearCount], search: Search) -> None:
        """Show the years and months that have any, the newest first."""
        self.list.show_rows(tuple(self._rows(counts)))

    def narrowed(self, search: Search) -> Search:
        """Give the search within the year or month."""
        chosen = self.list.chosen
        # All years are days too: so the list goes by the same ones whatever is chosen.
        return within(search, *(chosen if isinstance(chosen, tuple) else _ALL_YEARS))

    def where(self) -> str:
        """Say in which year or month."""
        chosen = self.list.chosen
        if not isinstance(chosen, tuple):
            return ""
        first, last = chosen
        words = str(first.year) if first.month != last.month else month_and_year(first)
        return self.tr("in {time}").format(time=words)

    def take_focus(self) -> None:
        """Go to the rows."""
        self.list.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at, in reading order."""
        return (self.list,)

    def wanted_height(self, room: int) -> int:
        """Share the room with the list."""
        return room // 2

    def _rows(self, years: Sequence[YearCount]) -> Iterator[CountedRow]:
        total = sum(year.count for year in years)
        yield CountedRow(None, self.tr("All years"), total)
        most = max((month.count for year in years for month in year.months), default=1)
        for year in years:
            yield CountedRow(_year(year.year), str(year.year), year.count)
            for each in year.months:
                spoken = f"{month_and_year(each.month)}, {count_words(each.count)}"
                span, share = (each.month, last_of_month(each.month)), each.count / most
                yield CountedRow(span, month_name(each.month), each.count, share, spoken=spoken)

    def _on_chosen(self, _span: Span | None) -> None:
        self.chosen_changed.emit()


def _year(year: int) -> Span:
    return date(year, 1, 1), date(year, _DECEMBER, 31)
