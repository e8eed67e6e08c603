"""The command for supervision: the session to come, its agenda, and those that were held."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.domain.calendar_words import day_from
from app.domain.placed_action import carried_words
from app.domain.reflection import Reflection
from app.domain.topic import Help, Topic, help_words, state_words
from app.services.sessions import (
    SESSION_KINDS,
    SessionDetails,
    agreed_in,
    day_of,
    details_of,
    topics_of,
)
from app.services.workshop import Desk

_DONE = 0
_KINDS = {kind.lower(): kind for kind in SESSION_KINDS}


def add_supervision_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal(
        "supervision", "show the next supervision and its agenda, add to it, or list those held"
    )
    doing = command.add_mutually_exclusive_group()
    doing.add_argument("--take", metavar="WORDS", help="put a topic on the agenda")
    doing.add_argument("--held", action="store_true", help="list the sessions that were held")
    command.add_argument(
        "--help-wanted",
        metavar="HELP",
        type=_help,
        help=f"with --take: one of {', '.join(each.value for each in Help)}",
    )
    command.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help="the day of the next one")
    command.add_argument("--with", dest="supervisor", metavar="ROLE", help="with whom, by role")
    command.add_argument("--kind", choices=sorted(_KINDS), help="what kind of session it is")
    command.add_argument("--json", action="store_true", help="as JSON")


class SupervisionCommand(JournalCommand):
    """Changes come first; then what stands there is shown."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by what is typed for it."""
        return {"supervision": self.supervision}

    def supervision(self) -> int:
        """Show the session to come, or those that were held."""
        with self._opened() as desk:
            self._change(desk)
            sessions = desk.sessions.held() if self._options.held else _one(desk.sessions.next())
            tables = [_session_table(each) for each in sessions]
            lines = [line for each in sessions for line in _session_lines(each)]
        if self._options.json:
            tell_json(tables if self._options.held else next(iter(tables), None))
        elif lines:
            tell(*lines)
        else:
            held = self._options.held
            tell("No session was held yet." if held else "Nothing is known of a next session.")
        return _DONE

    def _change(self, desk: Desk) -> None:
        options = self._options
        asked = {"day": options.on, "supervisor": options.supervisor, "kind": options.kind}
        given = {name: value for name, value in asked.items() if value is not None}
        words = options.take.strip() if options.take else ""
        if not (given or words):
            return
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)
        if given:
            desk.sessions.set_details(_changed(desk.sessions.details(), given))
        if words:
            desk.sessions.take(Topic(words, options.help_wanted))


def _changed(details: SessionDetails, given: dict[str, Any]) -> SessionDetails:
    kind = _KINDS.get(given.get("kind", ""), details.kind)
    return replace(details, **{**given, "kind": kind})


def _one(session: Reflection | None) -> tuple[Reflection, ...]:
    return () if session is None else (session,)


def _session_table(session: Reflection) -> dict[str, Any]:
    details = details_of(session)
    return {
        "id": session.id,
        "day": details.day.isoformat() if details.day else None,
        "supervisor": details.supervisor,
        "kind": details.kind,
        "is_held": session.is_complete,
        "topics": [
            {
                "words": topic.words,
                "help": topic.help.value if topic.help else None,
                "state": topic.state.value,
                "carried": topic.carried,
                "came_of_it": topic.came_of_it,
            }
            for topic in topics_of(session)
        ],
        "agreed": [action.what for action in agreed_in(session)],
    }


def _session_lines(session: Reflection) -> Iterator[str]:
    details = details_of(session)
    day = day_of(session).isoformat() if session.is_complete or details.day else "no day yet"
    parts = (session.id, day, details.supervisor, details.kind.lower())
    yield "  ".join(part for part in parts if part)
    for topic in topics_of(session):
        about = (help_words(topic.help), state_words(topic.state), carried_words(topic.carried))
        told = ", ".join(part for part in about if part)
        yield f"    {' '.join(topic.words.split())}" + (f" ({told})" if told else "")
    for action in agreed_in(session):
        yield f"    agreed: {' '.join(action.what.split())}"


def _help(text: str) -> Help:
    words = {each.value: each for each in Help} | {
        each.value.replace("_", "-"): each for each in Help
    }
    if text not in words:
        raise ArgumentTypeError(f"one of {', '.join(each.value for each in Help)}")
    return words[text]


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
