"""The commands for what is due, and for looking again at a reflection."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.due_words import due_lines, due_table, follow_up_line, follow_up_table
from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.domain.calendar_words import day_from, local_day
from app.services.answers_file import answers_from_plain, read_toml
from app.services.due import due_by
from app.services.journal import Writing
from app.services.workshop import Desk

_DONE = 0
_MOST_MONTHS = 120


def add_due_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the two commands; on_journal begins one on a journal."""
    due = on_journal("due", "list the actions, follow-ups and review dates whose day has come")
    due.add_argument("--until", metavar="YYYY-MM-DD", type=_day, help="look ahead to this day")
    again = on_journal(
        "look-again", "list the follow-ups of a reflection, set the day of one, or write one"
    )
    again.add_argument("reflection", metavar="ID")
    doing = again.add_mutually_exclusive_group()
    doing.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help="bring it back on this day")
    doing.add_argument(
        "--in", dest="months", metavar="MONTHS", type=_months, help="bring it back in so many"
    )
    doing.add_argument("--none", action="store_true", help="do not bring it back")
    doing.add_argument("--let-go", action="store_true", help="close it without an answer")
    doing.add_argument(
        "--answers",
        metavar="FILE.toml",
        type=Path,
        help="look again: write a reflection of its own from these answers; prints its id. "
        "Prompts: what_has_happened, what_difference, seen_differently, what_next",
    )
    for command in (due, again):
        command.add_argument("--json", action="store_true", help="as JSON")


class DueCommands(JournalCommand):
    """The commands, each a method of its name."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {"due": self.due, "look-again": self.look_again}

    def due(self) -> int:
        """List what is due."""
        today = local_day(self._workshop.clock.now())
        with self._opened() as desk:
            due = due_by(desk.vault, self._options.until or today)
        self._tell(due_table(due), due_lines(due))
        return _DONE

    def look_again(self) -> int:
        """List the follow-ups of a reflection, or change the one that waits."""
        options = self._options
        if options.answers:
            return self._write()
        if options.on or options.months or options.none or options.let_go:
            with self._changing() as desk:
                self._change(desk)
            return _DONE
        with self._opened() as desk:
            desk.journal.read(options.reflection)  # an id that is not there is told
            found = desk.following_up.of(options.reflection)
        self._tell([follow_up_table(each) for each in found], map(follow_up_line, found))
        return _DONE

    def _change(self, desk: Desk) -> None:
        options, following_up = self._options, desk.following_up
        if options.let_go:
            following_up.let_go(options.reflection)
        elif options.months:
            following_up.put_off(options.reflection, options.months)
        else:
            following_up.set_day(options.reflection, options.on)

    def _write(self) -> int:
        plain = read_toml(self._options.answers)
        with self._opened() as desk:
            answers = answers_from_plain(desk.following_up.form(), plain)
            self._make_snapshot(desk)
            begun = desk.following_up.look_again(self._options.reflection)
            written = Writing(begun.reflection.with_answers(answers), begun.form)
            uid = desk.following_up.finish(written, None).reflection.id
        tell(uid)
        return _DONE

    @contextmanager
    def _changing(self) -> Iterator[Desk]:
        with self._opened() as desk:
            self._make_snapshot(desk)
            yield desk

    def _make_snapshot(self, desk: Desk) -> None:
        """Keep the journal as it was before the day's first change."""
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)

    def _tell(self, table: Any, lines: Iterable[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _months(text: str) -> int:
    is_short = text.isdecimal() and len(text) <= len(str(_MOST_MONTHS))
    if not (is_short and 1 <= int(text) <= _MOST_MONTHS):
        raise ArgumentTypeError(f"a whole number from 1 to {_MOST_MONTHS}")
    return int(text)
