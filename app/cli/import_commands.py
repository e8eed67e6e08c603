"""The command that brings in what was written elsewhere, and takes it out again."""

from __future__ import annotations

from argparse import Action, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.progress_line import progress_line
from app.domain.arrivals import PastImport
from app.domain.incoming import Incoming, SourceKind
from app.rendering.plain_text import clean_line
from app.services.bringing_in import ImportPlan
from app.services.import_words import (
    KIND_WORDS,
    STAYS_PRIVATE,
    brought_in_words,
    last_words,
    left_out_lines,
    plan_lead,
    plan_sentences,
    undone_sentences,
)
from app.services.retention import TRACES_LEFT

_DONE, _FAILED, _NOT_UNDERSTOOD = 0, 1, 2


def add_import_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal(
        "import",
        "bring in what you wrote elsewhere, or take it out again in one step; "
        "or read back into a new journal what export wrote",
    )
    kinds = [kind.value for kind in SourceKind]
    path = command.add_argument("path", metavar="PATH", type=Path, help="a file or a folder")
    command.add_argument(
        "--as",
        dest="kind",
        metavar="KIND",
        choices=kinds,
        help=f"what it is, if that is not found out: {', '.join(kinds)}",
    )
    doing = command.add_mutually_exclusive_group()
    doing.add_argument("--dry-run", action="store_true", help="only say what would come in")
    doing.add_argument(
        "--undo",
        action=_Undo,
        nargs=0,
        const=path,
        default=False,
        help="without PATH: take out again what was brought in last",
    )
    command.add_argument("--yes", action="store_true", help="undo without more warning")
    command.add_argument("--json", action="store_true", help="as JSON")


class _Undo(Action):
    """Lets the path be left out; were it optional, no option could stand before it."""

    def __call__(self, _parser: object, namespace: Namespace, *_: object) -> None:
        """Note that it was typed."""
        setattr(namespace, self.dest, True)
        if isinstance(self.const, Action):
            self.const.required = False


class ImportCommand(JournalCommand):
    """One command with two ways: in, and out again."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"import": self.bring_in}

    def bring_in(self) -> int:
        """Look at a source, and bring it in unless only that was asked."""
        options = self._options
        if (options.path is None) != options.undo:
            tell_trouble("Say which: afterword import JOURNAL PATH, or JOURNAL --undo.")
            return _NOT_UNDERSTOOD
        if options.undo:
            return self._undo()
        # What is wrong with the source is told before a passphrase is asked for.
        incoming = self._read()
        with self._opened() as desk:
            with progress_line("Comparing") as progress:
                plan = desk.bringing_in.plan(incoming, progress)
            ids: tuple[str, ...] = ()
            if plan.arrivals and not options.dry_run:
                with progress_line("Bringing in") as progress:
                    ids = desk.bringing_in.bring_in(plan, progress).reflection_ids
        self._tell(_plan_table(plan, ids), _plan_lines(plan, self._ending(ids)))
        return _DONE

    def _read(self) -> Incoming:
        options = self._options
        kind = SourceKind(options.kind) if options.kind else None
        with progress_line("Reading") as progress:
            return self._workshop.reader.read(options.path, kind, progress)

    def _ending(self, ids: tuple[str, ...]) -> str:
        if ids:
            return f"{brought_in_words(len(ids))} “afterword import JOURNAL --undo” undoes it."
        return "Nothing was brought in."

    def _undo(self) -> int:
        with self._opened() as desk:
            last = desk.bringing_in.last()
            if last is None:
                tell_trouble("There is nothing to undo: nothing that was brought in is known.")
                return _FAILED
            if not self._options.yes:
                tell_trouble(f"{_last_words(last)} Nothing was changed yet: add --yes to do it.")
                return _NOT_UNDERSTOOD
            if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
                tell_trouble(trouble)
            with progress_line("Taking out again") as progress:
                undone = desk.bringing_in.undo(last.id, progress)
        table = {"name": last.name, "taken_out": undone.gone, "stayed": undone.stayed}
        self._tell(table, iter(undone_sentences(undone)))
        if not undone.is_swept:
            tell_trouble(TRACES_LEFT)
        return _DONE

    def _tell(self, table: Any, lines: Iterator[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def _last_words(last: PastImport) -> str:
    return f"{last_words(last)} Undone, what you have not worked with since goes for good."


def _plan_table(plan: ImportPlan, ids: tuple[str, ...]) -> dict[str, Any]:
    first, last = plan.days or (None, None)
    return {
        "kind": plan.incoming.kind.value,
        "name": plan.incoming.name,
        "entries": len(plan.incoming.entries),
        "words": plan.words,
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "without_day": plan.undated,
        "by_day_of_writing": plan.by_writing,
        "already_here": plan.already_here,
        "in_bin": plan.in_bin,
        "forms": [
            {"id": form.id, "title": form.title, "entries": count} for form, count in plan.by_form
        ],
        "left_out": [
            {"place": each.place, "reason": each.reason} for each in plan.incoming.left_out
        ],
        "read_as": [{"place": each.place, "words": each.words} for each in plan.incoming.read_as],
        "brought_in": list(ids),
    }


def _plan_lines(plan: ImportPlan, ending: str) -> Iterator[str]:
    yield f"{clean_line(plan.incoming.name)} ({KIND_WORDS[plan.incoming.kind]})"
    yield plan_lead(plan)
    yield from map(clean_line, plan_sentences(plan))
    if plan.arrivals:
        yield STAYS_PRIVATE
    if plan.incoming.left_out:
        yield "Left out:"
        yield from (f"  {clean_line(line)}" for line in left_out_lines(plan.incoming))
    yield ending
