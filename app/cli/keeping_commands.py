"""The commands for versions, the bin, holds and review dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.keeping_words import (
    bin_line,
    bin_table,
    comparison_lines,
    comparison_table,
    hold_line,
    hold_table,
    review_line,
    review_table,
    version_table,
)
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.progress_line import progress_line
from app.cli.words import reflection_lines, reflection_table
from app.domain.retention import Emptied
from app.services.history import version_words, written_after_event
from app.services.journal import Writing
from app.services.retention import PURGE_WARNING, TRACES_LEFT, emptying_warning
from app.services.workshop import Desk

_DONE, _NOT_UNDERSTOOD = 0, 2


class KeepingCommands(JournalCommand):
    """The commands, each a method of its name."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {
            "history": self.history,
            "bin": self.bin,
            "hold": self.hold,
            "review": self.review,
        }

    def history(self) -> int:
        """List the versions of a reflection, show one, compare two, or bring one back."""
        options = self._options
        if options.purge:
            return self._purge()
        if options.bring_back:
            with self._changing() as desk:
                desk.history.bring_back(options.reflection, options.bring_back)
            return _DONE
        with self._opened() as desk:
            if options.version:
                self._show_version(desk)
            elif options.compare:
                comparison = desk.history.compare(options.reflection, *options.compare)
                self._tell(comparison_table(comparison), comparison_lines(comparison))
            else:
                self._list_versions(desk)
        return _DONE

    def _list_versions(self, desk: Desk) -> None:
        outlines = desk.history.versions(self._options.reflection)
        now = self._workshop.clock.now()
        first = desk.history.version(self._options.reflection, outlines[0].number)
        about = written_after_event(first)
        lines = [version_words(each, now) for each in outlines]
        lines += [f"Begun {about.removeprefix('written ')}."] if about else []
        self._tell([version_table(each) for each in outlines], lines)

    def _show_version(self, desk: Desk) -> None:
        reflection = desk.history.version(self._options.reflection, self._options.version)
        writing = Writing(reflection, desk.history.form(reflection))
        self._tell(reflection_table(writing), reflection_lines(writing))

    def _purge(self) -> int:
        if not self._is_sure(PURGE_WARNING):
            return _NOT_UNDERSTOOD
        with self._opened() as desk:
            count = desk.history.purge_old_versions(self._options.reflection)
            tell(f"The words of {_counted(count, 'older version')} were removed.")
            with progress_line("Writing the file anew") as progress:
                is_swept = desk.retention.sweep(progress)
        _tell_if_left(Emptied(count, is_swept))
        return _DONE

    def bin(self) -> int:
        """List the bin, put a reflection in, bring one back, or empty it."""
        options = self._options
        if options.empty:
            return self._empty_bin()
        if options.put or options.back:
            with self._changing() as desk:
                if options.put:
                    desk.retention.move_to_bin(options.put)
                else:
                    desk.retention.bring_back_from_bin(options.back)
            return _DONE
        with self._opened() as desk:
            _tell_if_left(desk.retention.tidy())
            entries = [(each, desk.retention.days_left(each)) for each in desk.retention.bin()]
        self._tell([bin_table(*each) for each in entries], (bin_line(*each) for each in entries))
        return _DONE

    def _empty_bin(self) -> int:
        with self._opened() as desk:
            ids = self._options.only or [
                each.id for each in desk.retention.bin() if not each.is_held
            ]
            if not ids:
                tell("There is nothing in the bin that can be removed.")
                return _DONE
            if not self._is_sure(emptying_warning(len(ids))):
                return _NOT_UNDERSTOOD
            with progress_line("Emptying the bin") as progress:
                emptied = desk.retention.empty_bin(tuple(ids), progress)
        tell(f"{_counted(emptied.count, 'reflection')} removed for good.")
        _tell_if_left(emptied)
        return _DONE

    def hold(self) -> int:
        """List what is on hold, hold a reflection, or release it."""
        options = self._options
        if options.reflection is None:
            with self._opened() as desk:
                held = desk.retention.held()
            self._tell([hold_table(*each) for each in held], (hold_line(*each) for each in held))
            return _DONE
        with self._changing() as desk:
            if options.release:
                desk.retention.release_hold(options.reflection)
            else:
                desk.retention.hold(options.reflection, options.why)
        return _DONE

    def review(self) -> int:
        """List the review dates, or set one."""
        options = self._options
        if options.reflection is None:
            with self._opened() as desk:
                retention = desk.retention
                reviews = retention.due_reviews() if options.due else retention.reviews()
            lines = (review_line(each) for each in reviews)
            self._tell([review_table(each) for each in reviews], lines)
            return _DONE
        if (options.day is None) != options.none:
            tell_trouble("Which day? afterword review JOURNAL ID YYYY-MM-DD, or ID --none.")
            return _NOT_UNDERSTOOD
        with self._changing() as desk:
            desk.retention.set_review_date(options.reflection, options.day)
        return _DONE

    @contextmanager
    def _changing(self) -> Iterator[Desk]:
        """Open the journal and keep it as it was before the day's first change."""
        with self._opened() as desk:
            if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
                tell_trouble(trouble)
            yield desk

    def _is_sure(self, warning: str) -> bool:
        if not self._options.yes:
            tell_trouble(f"{warning} Nothing was changed yet: add --yes to do it.")
        return bool(self._options.yes)

    def _tell(self, table: Any, lines: Iterable[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def _tell_if_left(emptied: Emptied) -> None:
    if not emptied.is_swept:
        tell_trouble(TRACES_LEFT)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
