"""The rates over a reflection's records, compared with the last time the same form was done."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.finding import Search
from app.domain.form import FormDefinition
from app.domain.rates import SectionRates, counted, day_of, has_rates, rates_of
from app.domain.reflection import Reflection
from app.services.pinned_form import pinned_form
from app.services.ports import Vault

_LOOKED_AT = 200  # so many of one form are years of them


def rates_in(
    vault: Vault, reflection: Reflection, form: FormDefinition
) -> tuple[SectionRates, ...]:
    """Give the rates of a reflection; the form is its own."""
    before = last_time(vault, reflection, form)
    return rates_of(counted(reflection, form), counted(*before) if before else None)


def last_time(
    vault: Vault, reflection: Reflection, form: FormDefinition
) -> tuple[Reflection, FormDefinition] | None:
    """Give the complete reflection before this one on the same form, with its own form.

    Nothing is read where no rates can come of the form.
    """
    if not has_rates(form):
        return None
    on_same = vault.reflections(Search(form_id=form.id, is_complete=True, limit=_LOOKED_AT))
    earlier = [each for each in on_same if _moment(each) < _moment(reflection)]
    if not earlier:
        return None
    before = max(earlier, key=_moment)
    return before, pinned_form(vault, before)


def _moment(reflection: Reflection) -> tuple[date, datetime]:
    return day_of(reflection), reflection.begun_at
