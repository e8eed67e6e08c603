"""The commands, over the same services as the window."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.cli.action_commands import ActionCommand
from app.cli.backup_commands import BackupCommands
from app.cli.cpd_command import CpdCommand
from app.cli.due_commands import DueCommands
from app.cli.evidence_commands import EvidenceCommands
from app.cli.finding_commands import FindingCommands
from app.cli.form_commands import FormCommands
from app.cli.import_commands import ImportCommand
from app.cli.keeping_commands import KeepingCommands
from app.cli.key_commands import KeyCommands
from app.cli.leaving import released
from app.cli.open_copy_commands import OpenCopyCommands, OpenCopyWays
from app.cli.paper_commands import PaperCommands
from app.cli.portfolio_command import PortfolioCommand
from app.cli.printing import forget_output, tell, tell_json, tell_trouble
from app.cli.repair_commands import RepairCommands
from app.cli.scan_command import ScanCommand
from app.cli.secrets import passphrase_from, recovery_words_from
from app.cli.session_options import told_or_known
from app.cli.supervision_command import SupervisionCommand
from app.cli.word_form_commands import WordFormCommand
from app.cli.words import (
    recovery_word_lines,
    reflection_lines,
    reflection_table,
)
from app.domain.calendar_words import local_day, plain_date
from app.domain.errors import NoSuchReflection, SecretError
from app.domain.finding import Search
from app.services.answers_file import answers_from_plain, read_toml
from app.services.journal import About
from app.services.ports import Vault
from app.services.workshop import Desk, Workshop
from app.summary.choice import MOST_REFLECTIONS, USUAL_PARTS, SummaryChoice
from app.summary.document import PrintSize

DONE, FAILED, NOT_UNDERSTOOD = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Doors:
    """What the command line may ask of the parts it must not know: windows."""

    open_window: Callable[[Path | None], int]


class Commands:
    """The commands, each a method of its name."""

    def __init__(self, workshop: Workshop, doors: Doors, options: Namespace) -> None:
        """Take the services and what was typed."""
        self._workshop = workshop
        self._doors = doors
        self._options = options

    def dispatch(self) -> int:
        """Run the command that was typed."""
        importing = ImportCommand(self._workshop, self._options, self._opened).table()
        is_copy = self._workshop.copy_folders.is_copy
        copying = OpenCopyWays(lambda desk: desk.open_copies, is_copy, importing["import"])
        table: dict[str, Callable[[], int]] = {
            "new": self.new,
            "open": self.open,
            "write": self.write,
            "show": self.show,
            "summary": self.summary,
            "window": self.window,
            **PaperCommands(self._workshop, self._options, self._opened).table(),
            **ScanCommand(self._workshop, self._options).table(),
            **RepairCommands(self._workshop, self._options).table(),
            **ActionCommand(self._workshop, self._options, self._opened).table(),
            **SupervisionCommand(self._workshop, self._options, self._opened).table(),
            **CpdCommand(self._workshop, self._options, self._opened).table(),
            **PortfolioCommand(self._workshop, self._options, self._opened).table(),
            **DueCommands(self._workshop, self._options, self._opened).table(),
            **EvidenceCommands(self._workshop, self._options, self._opened).table(),
            **FindingCommands(self._options, self._opened).table(),
            **FormCommands(self._workshop, self._options, self._opened).table(),
            **importing,
            **OpenCopyCommands(self._workshop, self._options, self._opened, copying).table(),
            **KeepingCommands(self._workshop, self._options, self._opened).table(),
            **WordFormCommand(self._workshop, self._options, self._opened).table(),
            **KeyCommands(self._workshop.keys, self._options).table(),
            **BackupCommands(self._workshop, self._options, self._opened).table(),
        }
        return table[self._options.command]()

    def new(self) -> int:
        """Make a journal and show its recovery words once."""
        passphrase = passphrase_from(self._options.passphrase_file, is_new=True)
        vault, words = self._workshop.unlocking.create(self._options.journal, passphrase)
        self._show_recovery_words(vault, words)
        with self._kept_open(vault) as desk:
            if self._options.sample:
                self._workshop.fill_sample(desk)
        return DONE

    def _show_recovery_words(self, vault: Vault, words: tuple[str, ...]) -> None:
        try:
            tell(*recovery_word_lines(words))
        except BaseException as error:
            # Words that nobody saw can never be shown again, so there must be no such journal.
            vault.close()
            self._workshop.unlocking.discard(self._options.journal)
            if isinstance(error, OSError):
                forget_output()
                reason = "The recovery words could not be shown, so no journal was made."
                raise SecretError(reason) from None
            raise

    def open(self) -> int:
        """Open a journal and say what is in it."""
        with self._opened() as desk:
            found = desk.find(Search(limit=1))
            tell(f"{desk.vault.name}: {_counted(found.in_journal)}.")
            for outline in found.outlines:
                tell(f"The newest was begun on {plain_date(local_day(outline.begun_at))}.")
            if emptied := desk.retention.tidy().count:
                tell(f"After 30 days {_counted(emptied)} left the bin for good.")
            if self._options.accept_older and desk.vault.warning:
                desk.vault.accept_as_newest()
                tell("From now on this is the journal that this computer goes by.")
        return DONE

    def write(self) -> int:
        """Write a reflection from a file of answers."""
        options = self._options
        plain = read_toml(options.answers)
        with self._opened() as desk:
            form = desk.journal.form(options.form)
            about = About(options.title, options.event_date, tuple(options.theme))
            answers = answers_from_plain(form, plain)
            self._make_snapshot(desk)
            reflection = desk.journal.write(form, answers, about, is_complete=not options.draft)
        tell(reflection.id)
        return DONE

    def _make_snapshot(self, desk: Desk) -> None:
        """Keep the journal as it was before the day's first change."""
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)

    def show(self) -> int:
        """Show one reflection whole."""
        with self._opened() as desk:
            writing = desk.journal.read(self._options.reflection)
        self._tell(reflection_table(writing), reflection_lines(writing))
        return DONE

    def summary(self) -> int:
        """Write a supervision summary."""
        options = self._options
        has_span = options.since is not None or options.until is not None
        if has_span == bool(options.reflection):
            tell_trouble("Say which: --reflection ID, or --from and --to.")
            return NOT_UNDERSTOOD
        # A wrong ending is told before a passphrase is asked for.
        kind = self._workshop.exporting.kind_for(options.output, options.kind)
        with self._opened() as desk:
            document = desk.supervision.document(self._choice(desk))
            paper = released(desk.release_check, document, options)
            self._workshop.exporting.write(paper, options.output, kind)
        return DONE

    def window(self) -> int:
        """Open the window."""
        return self._doors.open_window(self._options.journal)

    def _choice(self, desk: Desk) -> SummaryChoice:
        options = self._options
        chosen = tuple(dict.fromkeys(options.reflection)) or self._in_span(desk)
        session = told_or_known(options, desk.preparing.session())
        return SummaryChoice(
            reflection_ids=chosen,
            session_date=session.day,
            supervisor=session.supervisor,
            prepared_by=session.prepared_by,
            wants=tuple(options.want),
            print_size=PrintSize.LARGE if options.large_print else PrintSize.NORMAL,
            parts=USUAL_PARTS | frozenset(options.more_parts or ()),
            is_black_and_white=options.black_and_white,
        )

    def _in_span(self, desk: Desk) -> tuple[str, ...]:
        options = self._options
        span = Search(since=options.since, until=options.until, limit=MOST_REFLECTIONS + 1)
        # A draft waits until it is finished or asked for by name, as in the window.
        finished = replace(span, is_complete=True)
        offered = tuple(each.reflection.id for each in desk.supervision.offered(finished))
        if not offered and desk.supervision.offered(replace(span, limit=1)):
            raise NoSuchReflection(
                "Only drafts between these dates share anything for supervision. "
                "Finish them, or name them: --reflection ID."
            )
        if not offered:
            raise NoSuchReflection(
                "No reflection between these dates shares anything for supervision."
            )
        if len(offered) > MOST_REFLECTIONS:
            tell_trouble(
                f"More than {MOST_REFLECTIONS} reflections between these dates share something; "
                f"the summary takes the newest {MOST_REFLECTIONS}."
            )
        return offered[:MOST_REFLECTIONS]

    def _opened(self) -> AbstractContextManager[Desk]:
        options, unlocking = self._options, self._workshop.unlocking
        if options.recovery_words_file is not None:
            words = recovery_words_from(options.recovery_words_file)
            return self._kept_open(unlocking.open_with_words(options.journal, words))
        passphrase = passphrase_from(options.passphrase_file)
        return self._kept_open(unlocking.open(options.journal, passphrase))

    @contextmanager
    def _kept_open(self, vault: Vault) -> Iterator[Desk]:
        desk = self._workshop.desk(vault)
        if vault.warning and self._options.command != "check":  # which tells it itself
            tell_trouble(vault.warning.words())
        if vault.left_open:
            tell_trouble(vault.left_open.words())
        try:
            yield desk
        finally:
            desk.close()

    def _tell(self, table: Any, lines: Iterator[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def _counted(count: int) -> str:
    return "1 reflection" if count == 1 else f"{count:,} reflections"
