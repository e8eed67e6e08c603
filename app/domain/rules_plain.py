"""The plain shape in which a year’s rules are kept, so that no later file changes that year."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.domain.calendar_words import day_from
from app.domain.cpd_plain import finite_number
from app.domain.registration_year import YearStart
from app.domain.regulator import CpdRules, FieldSource, RegulatorField

_KINDS = {
    "pieces": int,
    "with_peer": int,
    "with_impact": int,
    "must_differ": bool,
    "coverage": str,
    "note": str,
    "source": str,
}


def plain_of_rules(rules: CpdRules) -> dict[str, Any]:
    """Give rules as text, numbers, lists and tables."""
    plain = asdict(rules)
    for name in ("since", "until", "checked_on"):
        plain[name] = plain[name] and plain[name].isoformat()
    plain["kinds"] = list(rules.kinds)
    plain["fields"] = [{**each, "source": each["source"].value} for each in plain["fields"]]
    return plain


def rules_from_plain(plain: object) -> CpdRules | None:
    """Read rules that were kept, or None where they cannot be read."""
    try:
        return _read(plain) if isinstance(plain, dict) else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _read(plain: dict[str, Any]) -> CpdRules:
    for name, kind in _KINDS.items():
        _demand(kind, plain[name])
    _demand(list, plain["kinds"], plain["fields"])
    _demand(str, *plain["kinds"])
    starts, until, hours = plain["starts"], plain["until"], plain["hours"]
    if hours is not None and finite_number(hours) is None:
        raise ValueError("these hours cannot be counted with")
    kept = {
        "since": day_from(plain["since"]),
        "until": None if until is None else day_from(until),
        "checked_on": day_from(plain["checked_on"]),
        "starts": None if starts is None else YearStart(**starts),
        "kinds": tuple(plain["kinds"]),
        "fields": tuple(map(_field, plain["fields"])),
    }
    return CpdRules(**{**plain, **kept})


def _field(plain: dict[str, Any]) -> RegulatorField:
    field = RegulatorField(**{**plain, "source": FieldSource(plain["source"])})
    _demand(str, field.key, field.label, field.help)
    _demand(bool, field.is_required)
    return field


def _demand(kind: type, *values: object) -> None:
    """Refuse what only looks like a rule: it would break every later count.

    Raises:
        TypeError: one of the values is of another kind.
    """
    if any(type(each) is not kind for each in values):
        raise TypeError(f"this is no {kind.__name__}")
