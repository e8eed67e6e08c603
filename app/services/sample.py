"""Fills a journal with the invented sample reflections, so that the program can be tried."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.domain.calendar_words import local_day
from app.services.answers_file import answers_from_plain, read_toml
from app.services.cpd import Cpd
from app.services.journal import About, Journal
from app.services.sample_cpd import fill_with_sample_pieces

SAMPLE_PASSPHRASE = "lantern under the slow grey bridge"  # noqa: S105 - the sample holds no secret
_DATED_FOR = date(2026, 10, 22)  # the day on which the files, as they are, look well kept
_WEEK = 7


def fill_with_sample(journal: Journal, folder: Path, cpd: Cpd | None = None) -> int:
    """Write every sample reflection of a folder into a journal, in order; give how many.

    With cpd, those become pieces whose files say so.

    Their dates are moved towards today, so that the journal looks as if it were in use.

    Raises:
        AnswerError: a sample file does not fit its form.
        NoSuchForm: a sample file names a form that is not there.
    """
    days = (local_day(journal.clock.now()) - _DATED_FOR).days
    files = sorted(folder.glob("*.toml"))
    pieces: dict[str, dict[str, Any]] = {}
    for file in files:
        plain = _moved(read_toml(file), days - days % _WEEK, days)
        form = journal.form(plain["form"])
        about = About(
            title=plain["title"],
            event_date=plain.get("event_date"),
            themes=tuple(plain.get("themes", ())),
            begun_at=plain["begun_at"],
        )
        answers = {**plain["answers"], "sharing": plain.get("sharing", {})}
        is_complete = plain["status"] == "complete"
        written = answers_from_plain(form, answers)
        reflection = journal.write(form, written, about, is_complete=is_complete)
        if "cpd" in plain:
            pieces[reflection.id] = plain["cpd"]
    if cpd is not None:
        fill_with_sample_pieces(cpd, pieces)
    return len(files)


def _moved(plain: Any, days: int, days_to_do: int) -> Any:
    """Move what was written by whole weeks, for it names weekdays; what is still to do, by days."""
    if isinstance(plain, date):
        return plain + timedelta(days)
    if isinstance(plain, list):
        return [_moved(each, days, days_to_do) for each in plain]
    if isinstance(plain, dict):
        is_to_do = "by_when" in plain and "done_on" not in plain
        moves = days_to_do if is_to_do else days
        return {key: _moved(each, moves, days_to_do) for key, each in plain.items()}
    return plain
