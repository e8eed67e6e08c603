"""The filters over the journal's list: status, form, theme and dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.date_span import DateSpan, days_of
from app.domain.finding import Search
from app.services.browsing import FilterChoices
from app.ui.look import Look
from app.ui.parts.filter_chip import FilterChip


class JournalFilters(QObject):
    """Four chips, each with one value or none."""

    changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = FilterChip(look, self.tr("Status"), self.tr("Complete and drafts"))
        self.form = FilterChip(look, self.tr("Form"), self.tr("Every form"))
        self.theme = FilterChip(look, self.tr("Theme"), self.tr("Every theme"))
        self.dates = FilterChip(look, self.tr("Dates"), self.tr("All dates of events"))
        self.status.set_options(((True, self.tr("Complete")), (False, self.tr("Draft"))))
        self.dates.set_options(
            (
                (DateSpan.THIS_MONTH, self.tr("This month")),
                (DateSpan.LAST_THREE_MONTHS, self.tr("Last three months")),
                (DateSpan.THIS_YEAR, self.tr("This year")),
            )
        )
        for chip in self.chips:
            chip.value_changed.connect(self._on_value_changed)

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The filters in reading order."""
        return (self.status, self.form, self.theme, self.dates)

    @property
    def count(self) -> int:
        """How many are on."""
        return sum(1 for chip in self.chips if chip.value is not None)

    def clear_quietly(self) -> None:
        """Turn every filter off without telling anyone."""
        for chip in self.chips:
            chip.set_value(None)

    def offer(self, choices: FilterChoices) -> None:
        """Offer the forms and themes in use."""
        self.form.set_options(choices.forms)
        self.theme.set_options(tuple((theme, theme) for theme in choices.themes))

    def search(self, words: str, today: date, limit: int) -> Search:
        """Give a search for words within the filters."""
        span = self.dates.value
        since, until = days_of(span, today) if isinstance(span, DateSpan) else (None, None)
        form, theme, status = self.form.value, self.theme.value, self.status.value
        return Search(
            words=words,
            form_id=form if isinstance(form, str) else None,
            theme=theme if isinstance(theme, str) else None,
            is_complete=status if isinstance(status, bool) else None,
            since=since,
            until=until,
            limit=limit,
        )

    def _on_value_changed(self, _value: object) -> None:
        self.changed.emit()
