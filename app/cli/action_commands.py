"""The command for actions: list them, and say what became of one."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence
from datetime import date

from app.cli.action_words import action_line, action_lines, action_table, place_words
from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.domain.answer import Action
from app.domain.calendar_words import day_from
from app.domain.errors import NoSuchReflection
from app.domain.placed_action import ActionState, PlacedAction, grouped
from app.services.actions import ActionChange
from app.services.workshop import Desk

_DONE, _NOT_UNDERSTOOD = 0, 2
_ACTS = ("done", "drop", "carry_forward", "reopen", "add")
# What goes with which act, as it is typed.
_BELONGS = {
    "came_of_it": ("done", "--came-of-it goes with --done."),
    "because": ("drop", "--because goes with --drop."),
    "until": ("carry_forward", "--to goes with --carry-forward."),
    "who": ("add", "--who goes with --add."),
    "by_when": ("add", "--by goes with --add."),
    "how_known": ("add", "--how-known goes with --add."),
}


def add_action_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal(
        "actions", "list the actions of all reflections, or say what became of one"
    )
    states = [state.value for state in ActionState]
    command.add_argument("--state", choices=states, default=ActionState.OPEN.value)
    command.add_argument("--json", action="store_true", help="as JSON")
    doing = command.add_mutually_exclusive_group()
    which = "ACTION"
    doing.add_argument(
        "--done",
        metavar=which,
        help="note it as done; ACTION is its number in the list of this --state, or its “place”",
    )
    doing.add_argument("--drop", metavar=which, help="note that it will not be done")
    doing.add_argument("--carry-forward", metavar=which, help="move it to another day, or to none")
    doing.add_argument("--reopen", metavar=which, help="open a done or dropped one again")
    doing.add_argument("--add", metavar="WHAT", help="keep an action of its own")
    command.add_argument("--came-of-it", metavar="WORDS", help="with --done: what came of it")
    command.add_argument("--because", metavar="WORDS", help="with --drop: why")
    command.add_argument(
        "--to", dest="until", metavar="YYYY-MM-DD", type=_day, help="with --carry-forward"
    )
    command.add_argument("--who", metavar="WORDS", help="with --add")
    command.add_argument("--by", dest="by_when", metavar="YYYY-MM-DD", type=_day, help="with --add")
    command.add_argument("--how-known", metavar="WORDS", help="with --add: how one will know")


class ActionCommand(JournalCommand):
    """The command, over an open journal."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by what is typed for it."""
        return {"actions": self.actions}

    def actions(self) -> int:
        """List the actions, or change one."""
        options = self._options
        act = next((name for name in _ACTS if getattr(options, name) is not None), "")
        for name, (needed, words) in _BELONGS.items():
            if getattr(options, name) is not None and act != needed:
                tell_trouble(words)
                return _NOT_UNDERSTOOD
        if act == "add" and not options.add.strip():
            tell_trouble("Say what is to be done: --add WHAT.")
            return _NOT_UNDERSTOOD
        with self._opened() as desk:
            if act:
                self._change(desk, act)
            else:
                self._list(desk)
        return _DONE

    def _list(self, desk: Desk) -> None:
        today = desk.actions.today()
        groups = grouped(desk.actions.all(), ActionState(self._options.state), today)
        if self._options.json:
            tell_json([action_table(each) for group in groups for each in group.actions])
        else:
            tell(*action_lines(groups, today))

    def _change(self, desk: Desk, act: str) -> None:
        placed = None if act == "add" else self._named(desk, getattr(self._options, act))
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)
        after = self._changed(desk, act, placed).after
        if self._options.json:
            tell_json(action_table(after))
        else:
            tell(action_line(after, desk.actions.today()))

    def _changed(self, desk: Desk, act: str, placed: PlacedAction | None) -> ActionChange:
        options, actions = self._options, desk.actions
        if placed is None:
            who, how_known = options.who or "", options.how_known or ""
            return actions.add(Action(options.add.strip(), who, options.by_when, how_known))
        if act == "done":
            return actions.done(placed, options.came_of_it or "")
        if act == "drop":
            return actions.drop(placed, options.because or "")
        if act == "carry_forward":
            return actions.carry_forward(placed, options.until)
        return actions.reopen(placed)

    def _named(self, desk: Desk, name: str) -> PlacedAction:
        """Find an action by its place, or by its number in the list of this state."""
        every = desk.actions.all()
        if not name.isdecimal():
            return _first([each for each in every if place_words(each) == name])
        groups = grouped(every, ActionState(self._options.state), desk.actions.today())
        listed = [each for group in groups for each in group.actions]
        is_listed = len(name) <= len(str(len(listed)))
        return _first(listed[int(name) - 1 : int(name)] if is_listed else [])


def _first(found: Sequence[PlacedAction]) -> PlacedAction:
    if not found:
        raise NoSuchReflection(
            "There is no such action in this list. “afterword actions” shows their numbers."
        )
    return found[0]


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
