"""A registration year in finished words: the same in the window, on paper and on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.calendar_words import plain_date
from app.domain.cpd_year import Lack, PieceStanding, PieceTrouble, YearStanding
from app.domain.framework import Framework
from app.summary.cpd_fields import hours_words


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that a year is measured by: what there is, what is asked for, and how it stands.

    Is met is None where nothing is asked for.
    """

    lead: str
    wanted: str
    is_met: bool | None


def year_line(standing: YearStanding, today: date) -> str:
    """Give a year's days, and how many are left of it."""
    year = standing.year
    span = f"{plain_date(year.first)} to {plain_date(year.last)}"
    return f"{span} · {left_words(standing, today)}"


def left_words(standing: YearStanding, today: date) -> str:
    """Say how much of a year is left: “39 days left”, “the last day”, “over”."""
    if standing.year.is_over(today):
        return "over"
    left = standing.days_left(today)
    if left == 0:
        return "this is the last day"
    return "1 day left" if left == 1 else f"{left} days left"


def counted(standing: YearStanding, framework: Framework | None) -> tuple[Counted, ...]:
    """Give what a year is measured by, the regulator's rules first."""
    rules, lacks = standing.rules, standing.lacks
    found = [_pieces(standing)]
    if rules.with_peer:
        asked = f"at least {rules.with_peer} is asked for"
        found.append(Counted(f"{standing.with_peer} with a peer", asked, Lack.PEER not in lacks))
    if rules.with_impact:
        found.append(_impact(standing))
    if standing.hours_wanted is not None:
        wanted = standing.hours_wanted
        whose = "asked for" if rules.hours is not None else "your own target"
        is_met = standing.hours >= wanted
        words = f"{wanted:g}, {whose}"
        found.append(Counted(f"{hours_words(standing.hours)} told", words, is_met))
    if framework is not None:
        touched = standing.touched(f"{framework.id}/{each.key}" for each in framework.tags)
        count = sum(1 for each in touched.values() if each)
        lead = f"{count} of {len(touched)} parts touched"
        found.append(Counted(lead, "over the year, not in each piece", None))
    return tuple(found)


def missing_lines(standing: YearStanding) -> tuple[str, ...]:
    """Say in a sentence each what the rules still ask for."""
    rules = standing.rules
    need = rules.pieces - len(standing.ready)
    words = {
        Lack.PIECES: f"{need} more {'piece' if need == 1 else 'pieces'} to finish.",
        Lack.DIFFERENT: "Two pieces say the same; different ones are asked for.",
        Lack.PEER: "No finished piece was talked over with a peer in this year yet.",
        Lack.IMPACT: "No finished piece says yet what it changed.",
        Lack.HOURS: f"{hours_words((rules.hours or 0) - standing.hours)} to go.",
    }
    return tuple(words[each] for each in standing.lacks)


def state_words(standing: YearStanding) -> str:
    """Say in one sentence how the year stands against the rules."""
    if not standing.rules.pieces:
        return "No number of pieces is asked for; this is your own record."
    if standing.is_ready:
        return "This year has what the rules ask for."
    return "Still to do: " + " ".join(missing_lines(standing))


_TROUBLES = {
    PieceTrouble.DRAFT_AGAIN: "a draft again: finish the reflection",
    PieceTrouble.NOT_AS_SAVED: "cannot be read: have the journal checked",
}


def trouble_words(standing: PieceStanding) -> str:
    """Say what keeps a piece from counting, whatever its fields hold; nothing where nothing does.

    What was submitted stays submitted, even when its reflection does not read any more.
    """
    return _TROUBLES[standing.trouble] if standing.trouble else ""


def rules_line(standing: YearStanding) -> str:
    """Say where the rules come from and when they were looked at."""
    return (
        f"Rules as published, looked at on {plain_date(standing.rules.checked_on)}. "
        "They may have changed since. Nothing is sent from here."
    )


def _pieces(standing: YearStanding) -> Counted:
    rules, ready = standing.rules, standing.different
    if not rules.must_differ:
        ready = len(standing.ready)
    noun = "piece" if ready == 1 else "pieces"
    if not rules.pieces:
        return Counted(f"{ready} {noun} ready", "no number is asked for", None)
    different = "different ones are" if rules.must_differ else "are"
    asked = f"{rules.pieces} {different} asked for"
    return Counted(f"{ready} {noun} ready", asked, ready >= rules.pieces)


def _impact(standing: YearStanding) -> Counted:
    said = sum(1 for each in standing.pieces if each.says_impact)
    left = len(standing.pieces) - said
    if left == 0:
        asked = f"at least {standing.rules.with_impact} is asked for"
    else:
        asked = f"{left} still to say what changed"
    lead = f"Impact said in {said} of {len(standing.pieces)}"
    return Counted(lead, asked, Lack.IMPACT not in standing.lacks)
