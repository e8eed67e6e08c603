"""What can be typed after `afterword history`, `bin`, `hold` and `review`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date

from app.cli.parsing import QuietParser
from app.domain.calendar_words import day_from


def add_keeping_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the four commands; on_journal begins one on a journal."""
    _add_history(on_journal("history", "list the versions of a reflection, or look at them"))
    _add_bin(on_journal("bin", "list what is in the bin, put something in, or take it out"))
    _add_hold(on_journal("hold", "list what is on hold, or let nothing of a reflection change"))
    _add_review(on_journal("review", "list the review dates, or set one; it only reminds"))


def _add_history(history: QuietParser) -> None:
    history.add_argument("reflection", metavar="ID")
    doing = history.add_mutually_exclusive_group()
    doing.add_argument("--version", metavar="N", type=_number, help="show this version whole")
    doing.add_argument(
        "--compare",
        metavar=("N", "M"),
        nargs=2,
        type=_number,
        help="say what was added and removed from version N to version M",
    )
    doing.add_argument(
        "--bring-back", metavar="N", type=_number, help="make a new version of an old one"
    )
    doing.add_argument(
        "--purge", action="store_true", help="remove the words of the older versions for good"
    )
    history.add_argument("--yes", action="store_true", help="purge without more warning")
    history.add_argument("--json", action="store_true", help="as JSON")


def _add_bin(bin_: QuietParser) -> None:
    doing = bin_.add_mutually_exclusive_group()
    doing.add_argument("--put", metavar="ID", help="move this reflection into the bin")
    doing.add_argument("--back", metavar="ID", help="bring this reflection back")
    doing.add_argument("--empty", action="store_true", help="remove for good what is in the bin")
    bin_.add_argument("--only", metavar="ID", action="append", help="empty it of this one only")
    bin_.add_argument("--yes", action="store_true", help="empty it without more warning")
    bin_.add_argument("--json", action="store_true", help="as JSON")


def _add_hold(hold: QuietParser) -> None:
    hold.add_argument("reflection", metavar="ID", nargs="?")
    doing = hold.add_mutually_exclusive_group()
    doing.add_argument("--why", metavar="TEXT", default="", help="in your own words")
    doing.add_argument("--release", action="store_true", help="allow changes again")
    hold.add_argument("--json", action="store_true", help="as JSON")


def _add_review(review: QuietParser) -> None:
    review.add_argument("reflection", metavar="ID", nargs="?")
    review.add_argument("day", metavar="YYYY-MM-DD", nargs="?", type=_day)
    review.add_argument("--none", action="store_true", help="remove the date")
    review.add_argument("--due", action="store_true", help="list only those whose day has come")
    review.add_argument("--json", action="store_true", help="as JSON")


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a whole number from 1")
    return int(text)
