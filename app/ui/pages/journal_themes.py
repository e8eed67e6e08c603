"""The themes over the journal's list: how often each is used, from when to when, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar_words import month_and_year, plain_date
from app.domain.finding import Search
from app.domain.overview import ThemeUse
from app.domain.topic import Topic
from app.domain.topic_words import theme_topic
from app.services.overviews import Overviews
from app.ui.look import Look
from app.ui.models.counted_rows import CountedRow
from app.ui.models.month_days import count_words
from app.ui.pages.overview_pane import OverviewPane
from app.ui.parts.button import LinkRow
from app.ui.parts.counted_list import CountedList

_SIDE, _BELOW = 16, 4
_MOST_YEARS = 12


class ThemesPane(OverviewPane):
    """Choosing a theme sets the list's own filter; from here it can be renamed."""

    theme_chosen = Signal(object)  # its name, or None for all
    renaming_asked = Signal(str)  # theme

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin with all of them chosen."""
        super().__init__(parent)
        self.list = CountedList(look, self.tr("Themes"))
        self.rename_link = LinkRow(look, self.tr("Rename or join…"), "pencil", is_small=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, _BELOW)
        foot.addWidget(self.rename_link)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.opened.connect(self.opened)
        self.list.renaming_asked.connect(self.ask_rename)
        self.rename_link.clicked.connect(self.ask_rename)
        self._show_act()

    @property
    def theme(self) -> str | None:
        """The theme that is chosen."""
        chosen = self.list.chosen
        return chosen if isinstance(chosen, str) else None

    def topic(self) -> Topic | None:
        """Give the theme that is chosen, while one is among the themes."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        return theme_topic(self.theme) if is_here and self.theme is not None else None

    def ask_rename(self) -> None:
        """Ask for another name for the theme that is chosen."""
        if self.theme is not None:
            self.renaming_asked.emit(self.theme)

    def ask(self, overviews: Overviews, search: Search) -> object:
        """Count the themes."""
        return overviews.themes(search)

    def show_counts(self, counts: Sequence[ThemeUse], search: Search) -> None:
        """Show the themes in use, the most used first, and which the filter asks for."""
        self.list.show_rows(tuple(self._rows(counts)))
        self.list.choose(search.theme)
        self._show_act()

    def narrowed(self, search: Search) -> Search:
        """Give the search as it is: the filter of the list has the theme."""
        return search

    def where(self) -> str:
        """Say nothing: the filter says it."""
        return ""

    def take_focus(self) -> None:
        """Go to the rows."""
        self.list.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at, in reading order."""
        return (self.list, self.rename_link)

    def wanted_height(self, room: int) -> int:
        """Share the room with the list."""
        return room // 2

    def _rows(self, themes: Sequence[ThemeUse]) -> Iterator[CountedRow]:
        yield CountedRow(None, self.tr("All themes"), None)
        if not themes:
            return
        last = max(theme.last.year for theme in themes)
        first = max(min(theme.first.year for theme in themes), last - _MOST_YEARS + 1)
        busiest = max(count for theme in themes for _, count in theme.by_year)
        for theme in themes:
            by_year = dict(theme.by_year)
            columns = tuple(by_year.get(year, 0) / busiest for year in range(first, last + 1))
            yield CountedRow(
                theme.name,
                theme.name,
                theme.count,
                theme.count / themes[0].count,
                more=_span(theme),
                columns=columns,
                spoken=self._spoken(theme),
            )

    def _spoken(self, theme: ThemeUse) -> str:
        years = "; ".join(f"{year}: {count}" for year, count in theme.by_year)
        words = self.tr("{theme}, {count}, from {first} to {last}; {years}")
        return words.format(
            theme=theme.name,
            count=count_words(theme.count),
            first=plain_date(theme.first),
            last=plain_date(theme.last),
            years=years,
        )

    def _on_chosen(self, theme: str | None) -> None:
        self._show_act()
        self.theme_chosen.emit(theme)

    def _show_act(self) -> None:
        self.rename_link.setEnabled(self.theme is not None)


def _span(theme: ThemeUse) -> str:
    first, last = month_and_year(theme.first), month_and_year(theme.last)
    return first if first == last else f"{first} – {last}"
