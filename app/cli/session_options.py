"""The options that say for which session a paper is; what is not told is known of the next one."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date

from app.cli.parsing import QuietParser
from app.domain.calendar_words import day_from
from app.summary.preparation import Session


def add_session_options(command: QuietParser) -> None:
    """Let a command be told with whom a session is, who prepared for it, and its day."""
    known = "as the next session has it, unless told"
    command.add_argument("--with", dest="supervisor", metavar="ROLE", help=known)
    command.add_argument("--prepared-by", metavar="ROLE", help="as in the window, unless told")
    command.add_argument("--date", dest="session", metavar="YYYY-MM-DD", type=_day, help=known)


def told_or_known(options: Namespace, known: Session) -> Session:
    """Give the session as it was told, and where nothing was told as it is known."""
    told = {
        "day": options.session,
        "supervisor": options.supervisor,
        "prepared_by": options.prepared_by,
    }
    return replace(known, **{key: value for key, value in told.items() if value is not None})


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
