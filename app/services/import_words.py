"""What a dry run, a bringing in and its undo say to a person, in the window and on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.arrivals import PastImport
from app.domain.calendar_words import clock_time, local_day, plain_date
from app.domain.incoming import Incoming, SourceKind
from app.services.bringing_in import ImportPlan, Undone

KIND_WORDS = {
    SourceKind.TEXT: "plain text",
    SourceKind.MARKDOWN: "Markdown",
    SourceKind.WORD: "a Word document",
    SourceKind.CSV: "a table (CSV)",
    SourceKind.JRNL: "a jrnl journal",
    SourceKind.REDNOTEBOOK: "a RedNotebook journal",
    SourceKind.DAY_ONE: "a Day One export",
}
STAYS_PRIVATE = "Each becomes a finished reflection, private until you share something of it."
_PLACES_NAMED = 3


def plan_lead(plan: ImportPlan) -> str:
    """Say how much there is: “214 entries with 18,402 words, from 3 March 2009 to 4 May 2019.”"""
    entries = counted(len(plan.incoming.entries), "entry", "entries")
    words = counted(plan.words, "word", "words")
    return f"{entries} with {words}{_days(plan)}."


def plan_sentences(plan: ImportPlan) -> tuple[str, ...]:
    """Say what would come in and as what, a sentence for each thing that is so."""
    read_as = ((each.place, each.words) for each in plan.incoming.read_as)
    return (*_sentences(plan), *_by_words(read_as))


def left_out_lines(incoming: Incoming) -> tuple[str, ...]:
    """Say what is left out and why, a line for each reason with the places that it is told of."""
    return _by_words((each.place, each.reason) for each in incoming.left_out)


def brought_in_words(count: int) -> str:
    """Say how many came in."""
    return f"{counted(count, 'reflection', 'reflections')} brought in."


def last_words(last: PastImport) -> str:
    """Say what was brought in last: from where, when, and how much of it is still there."""
    count = counted(len(last.reflection_ids), "reflection", "reflections")
    source = f" from “{last.name}”" if last.name else ""
    day, time = plain_date(local_day(last.made_at)), clock_time(last.made_at.astimezone())
    return f"On {day} at {time} you brought in {count}{source}."


def undone_sentences(undone: Undone) -> tuple[str, ...]:
    """Say how many went again, and how many did not and why."""
    went = f"{counted(undone.gone, 'reflection', 'reflections')} taken out again."
    if not undone.stayed:
        return (went,)
    stay, them = ("stay", "them") if undone.stayed > 1 else ("stays", "it")
    return went, f"{undone.stayed:,} {stay}, because you have worked with {them} since."


def counted(count: int, one: str, several: str) -> str:
    """Give a number of things: “1 entry”, “2,000 entries”."""
    return f"{count:,} {one if count == 1 else several}"


def _days(plan: ImportPlan) -> str:
    if plan.days is None:
        return ""
    first, last = map(plain_date, plan.days)
    return f", of {first}" if first == last else f", from {first} to {last}"


def _sentences(plan: ImportPlan) -> Iterator[str]:
    coming = len(plan.arrivals)
    yield from _known_sentences(plan)
    if not coming:
        return
    for form, count in plan.by_form:
        fits = "fits the form “{}” and goes" if count == 1 else "fit the form “{}” and go"
        yield f"{count:,} {fits.format(form.title)} on it."
    loose = coming - sum(count for _, count in plan.by_form)
    if loose and plan.by_form:
        keeps = "keeps its own headings" if loose == 1 else "keep their own headings"
        yield f"The other {loose:,} {keeps}."
    if plan.by_writing:
        tells = "tells no day and stands" if plan.by_writing == 1 else "tell no day and stand"
        yield f"{plan.by_writing:,} {tells} under the day of writing."
    if plan.undated:
        tells = "tells no day and stands" if plan.undated == 1 else "tell no day and stand"
        yield f"{plan.undated:,} {tells} under today’s."


def _known_sentences(plan: ImportPlan) -> Iterator[str]:
    here, binned, coming = plan.already_here, plan.in_bin, len(plan.arrivals)
    comes = f"{coming:,} {'comes' if coming == 1 else 'come'} in" if coming else "nothing comes in"
    if here and not (binned or coming):
        yield "All of it is in this journal already, so nothing comes in."
    elif binned and not (here or coming):
        yield "All of it is in this journal’s bin, so nothing comes in."
    elif here and binned:
        yield (
            f"{here:,} of them {_is(here)} in this journal already and {binned:,} "
            f"{_is(binned)} in its bin; {comes}."
        )
    elif here:
        yield f"{here:,} of them {_is(here)} in this journal already; {comes}."
    elif binned:
        yield f"{binned:,} of them {_is(binned)} in this journal’s bin; {comes}."
    if binned:
        yield "What is in the bin can be brought back from there."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _by_words(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Say each sentence once, with the places that it is told of."""
    places: dict[str, list[str]] = {}
    for place, words in told:
        places.setdefault(words, []).append(place)
    return tuple(f"{_named(several)}: {words}" for words, several in places.items())


def _named(places: list[str]) -> str:
    named, more = places[:_PLACES_NAMED], len(places) - _PLACES_NAMED
    return "; ".join(named) + (f" and {more:,} more" if more > 0 else "")
