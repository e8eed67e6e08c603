"""Rates over records as a table: what was looked at, how often it was there, and the last time."""

from __future__ import annotations

from app.domain.rates import ComparedRate, SectionRates
from app.summary.answer_words import plain_as_markdown
from app.summary.document import Note, Table


def rates_heading(rates: SectionRates) -> str:
    """Say over how many records the rates are: "Each record: over 8 records"."""
    plural = rates.one if rates.one.endswith("s") else f"{rates.one}s"
    return f"{rates.title}: over {rates.records} {plural}"


def rates_table(rates: SectionRates) -> Table:
    """Make the table; the last column is there only where there is something to compare with."""
    rows = tuple((each.now.words, each.now.said) for each in rates.rates)
    if not rates.last_time:
        return Table(("What was looked at", "How often"), rows, (3, 2))
    compared = tuple((*row, each.said_before) for row, each in zip(rows, rates.rates, strict=True))
    headings = ("What was looked at", "How often", rates.last_time_words)
    return Table(headings, compared, (4.6, 4.6, 2.6))


def rates_note(rates: SectionRates) -> Note:
    """Say over what the rates are, under which the table stands."""
    return Note(f"{rates_heading(rates)}. What is not applicable is not counted.")


def rates_markdown(rates: SectionRates) -> str:
    """Give the rates as a list in Markdown, where there is no room for a table."""
    return "\n".join(_line(each, rates.last_time_words) for each in rates.rates)


def _line(rate: ComparedRate, last_time: str) -> str:
    asked = rate.now.words if rate.now.words.endswith("?") else f"{rate.now.words}:"
    words = f"- **{plain_as_markdown(asked)}** {plain_as_markdown(rate.now.said)}."
    if not rate.said_before:
        return words
    return f"{words} {last_time}: {plain_as_markdown(rate.said_before)}."
