"""The plain shape in which a year’s rules are kept, so that no later file changes that year."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.domain.calendar_words import day_from
from app.domain.registration_year import YearStart
from app.domain.regulator import CpdRules, FieldSource, RegulatorField


def plain_of_rules(rules: CpdRules) -> dict[str, Any]:
    """Give rules as text, numbers, lists and tables."""
    plain = asdict(rules)
    for name in ("since", "until", "checked_on"):
        plain[name] = plain[name] and plain[name].isoformat()
    for each in plain["fields"]:
        each["source"] = each["source"].value
    return plain


def rules_from_plain(plain: object) -> CpdRules | None:
    """Read rules that were kept, or None where they cannot be read."""
    try:
        return _read(plain) if isinstance(plain, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


def _read(plain: dict[str, Any]) -> CpdRules:
    starts = plain["starts"]
    fields = tuple(
        RegulatorField(**{**each, "source": FieldSource(each["source"])})
        for each in plain["fields"]
    )
    kept = {
        "since": day_from(plain["since"]),
        "until": plain["until"] and day_from(plain["until"]),
        "checked_on": day_from(plain["checked_on"]),
        "starts": starts and YearStart(**starts),
        "kinds": tuple(plain["kinds"]),
        "fields": fields,
    }
    return CpdRules(**{**plain, **kept})
