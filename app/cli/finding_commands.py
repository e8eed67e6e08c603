"""The commands that list reflections and find them by words and filters."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.words import outline_line, outline_table
from app.domain.calendar_words import day_from
from app.domain.errors import NoSuchForm
from app.domain.finding import Days, Found, Search
from app.domain.sharing import sharing_from_words
from app.services.workshop import Desk

_DONE = 0
_STATUS = {"complete": True, "draft": False}
_ACTIONS = {"to-do": True, "none": False}


def add_finding_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the two commands; on_journal begins one on a journal."""
    listing = on_journal("list", "list the reflections that fit every filter, newest first")
    find = on_journal(
        "find",
        "find reflections that hold every word, “a phrase” or the beginnings of words*, "
        "and fit every filter",
    )
    find.add_argument("query", metavar="QUERY")
    for command in (listing, find):
        _add_filters(command)
        command.add_argument("--limit", type=_count, default=50, help="at most so many (50)")
        command.add_argument("--json", action="store_true", help="as JSON")


def _add_filters(command: QuietParser) -> None:
    command.add_argument("--form", metavar="ID", help="written on this form")
    command.add_argument("--theme", metavar="WORDS", help="with this theme")
    command.add_argument("--from", dest="since", metavar="YYYY-MM-DD", type=_day)
    command.add_argument("--to", dest="until", metavar="YYYY-MM-DD", type=_day)
    command.add_argument(
        "--by",
        choices=[each.value for each in Days],
        default=Days.OF_EVENT.value,
        help="which day --from and --to compare (event)",
    )
    command.add_argument(
        "--sharing",
        choices=["supervision", "cpd", "private"],
        help="with an answer shared so; private: with none shared at all",
    )
    command.add_argument("--status", choices=list(_STATUS))
    command.add_argument(
        "--actions", choices=list(_ACTIONS), help="with actions still to do, or with none"
    )


class FindingCommands:
    """The commands, each a method of its name."""

    def __init__(
        self, options: Namespace, opened: Callable[[], AbstractContextManager[Desk]]
    ) -> None:
        """Take what was typed, and the way to open the journal that it names."""
        self._options = options
        self._opened = opened

    def table(self) -> dict[str, Callable[[], int]]:
        """Give each command by its name."""
        return {"list": self.list_reflections, "find": self.find}

    def list_reflections(self) -> int:
        """List the reflections."""
        with self._opened() as desk:
            found = desk.find(self._search(desk, ""))
        self._tell(found)
        if not found.total and not self._options.json:
            tell_trouble(
                "Nothing was found." if found.in_journal else "The journal holds no reflections."
            )
        return _DONE

    def find(self) -> int:
        """Find reflections; where none is, say which words were probably meant."""
        with self._opened() as desk:
            search = self._search(desk, self._options.query)
            found = desk.find(search)
            likely = () if found.total else desk.likely_searches(search)
        self._tell(found)
        words = ", ".join(f"“{each}”" for each in likely)
        if likely:
            tell_trouble(f"Nothing was found. Did you mean {words}?")
        elif not found.total and not self._options.json:
            tell_trouble("Nothing was found.")
        return _DONE

    def _search(self, desk: Desk, words: str) -> Search:
        options = self._options
        in_use = [form_id for form_id, _ in desk.vault.form_use()]
        if options.form is not None and options.form not in in_use:
            raise NoSuchForm("No reflection is written on a form with this id.")
        return Search(
            words=words,
            form_id=options.form,
            theme=_theme(desk, options.theme),
            is_complete=_STATUS.get(options.status),
            since=options.since,
            until=options.until,
            days=Days(options.by),
            sharing=None if options.sharing is None else sharing_from_words(options.sharing),
            has_open_actions=_ACTIONS.get(options.actions),
            limit=options.limit,
        )

    def _tell(self, found: Found) -> None:
        if self._options.json:
            tell_json([outline_table(each) for each in found.outlines])
        else:
            days = Days(self._options.by)
            tell(*(outline_line(each, days) for each in found.outlines))


def _theme(desk: Desk, typed: str | None) -> str | None:
    """Give the journal's own spelling of a theme, where it differs in capitals only."""
    if typed is None:
        return None
    names = [theme for theme, _ in desk.vault.themes()]
    alike = (theme for theme in names if theme.casefold() == typed.casefold())
    return typed if typed in names else next(alike, typed)


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a whole number from 1")
    return int(text)
