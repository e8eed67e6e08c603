"""The filters over the journal's list: status, form, theme, dates, sharing and actions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.filters import Filters
from app.domain.sharing import Sharing
from app.services.browsing import FilterChoices
from app.ui.look import Look
from app.ui.parts.dates_chip import DatesChip
from app.ui.parts.filter_chip import FilterChip


class JournalFilters(QObject):
    """A chip each, with one value or none; all that are on must hold."""

    changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = FilterChip(look, self.tr("Status"), self.tr("Complete and drafts"))
        self.form = FilterChip(look, self.tr("Form"), self.tr("Every form"))
        self.theme = FilterChip(look, self.tr("Theme"), self.tr("Every theme"))
        self.dates = DatesChip(look)
        self.sharing = FilterChip(look, self.tr("Sharing"), self.tr("Shared or not"))
        self.actions = FilterChip(look, self.tr("Actions"), self.tr("With and without actions"))
        self.status.set_options(((True, self.tr("Complete")), (False, self.tr("Draft"))))
        self.sharing.set_options(
            (
                (Sharing.SUPERVISION, self.tr("For supervision")),
                (Sharing.CPD, self.tr("For CPD")),
                (Sharing.PRIVATE, self.tr("All private")),
            )
        )
        self.actions.set_options(
            ((True, self.tr("Actions to do")), (False, self.tr("No action to do")))
        )
        for chip in self.chips:
            chip.value_changed.connect(self._on_value_changed)

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The filters in reading order."""
        return (self.status, self.form, self.theme, self.dates, self.sharing, self.actions)

    @property
    def chosen(self) -> Filters:
        """What is on."""
        form, theme, sharing = self.form.value, self.theme.value, self.sharing.value
        status, actions = self.status.value, self.actions.value
        return Filters(
            is_complete=status if isinstance(status, bool) else None,
            form_id=form if isinstance(form, str) else None,
            theme=theme if isinstance(theme, str) else None,
            dates=self.dates.dates,
            days=self.dates.days,
            sharing=sharing if isinstance(sharing, Sharing) else None,
            has_open_actions=actions if isinstance(actions, bool) else None,
        )

    @property
    def count(self) -> int:
        """How many are on."""
        return self.chosen.count

    def show_quietly(self, filters: Filters) -> None:
        """Turn these on and every other off, without telling anyone."""
        self.status.set_value(filters.is_complete)
        self.form.set_value(filters.form_id)
        self.theme.set_value(filters.theme)
        self.dates.set_dates(filters.dates, filters.days)
        self.sharing.set_value(filters.sharing)
        self.actions.set_value(filters.has_open_actions)

    def clear_quietly(self) -> None:
        """Turn every filter off without telling anyone; which day counts stays chosen."""
        self.show_quietly(Filters(days=self.dates.days))

    def offer(self, choices: FilterChoices) -> None:
        """Offer the forms and themes in use."""
        self.form.set_options(choices.forms)
        self.theme.set_options(tuple((theme, theme) for theme in choices.themes))

    def words(self, filters: Filters) -> tuple[str, ...]:
        """Give what these narrow to, in words."""
        values = (
            filters.is_complete,
            filters.form_id,
            filters.theme,
            filters.dates,
            filters.sharing,
            filters.has_open_actions,
        )
        pairs = zip(self.chips, values, strict=True)
        given = {chip: value for chip, value in pairs if value is not None}
        return tuple(
            chip.words_by(value, filters.days)
            if isinstance(chip, DatesChip)
            else chip.words_for(value)
            for chip, value in given.items()
        )

    def _on_value_changed(self, _value: object) -> None:
        self.changed.emit()
