"""The commands that write a whole journal into open formats, and read such a copy back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json
from app.cli.progress_line import progress_line
from app.domain.open_copy import CopyOverview
from app.services.open_copies import NOT_ENCRYPTED, OpenCopies, counted_words
from app.services.workshop import Desk, Workshop

_DONE = 0


def add_export_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal(
        "export", "write everything in the journal into a folder of open formats, not encrypted"
    )
    command.add_argument("folder", metavar="FOLDER", type=Path, help="a new or empty folder")
    command.add_argument("--json", action="store_true", help="as JSON")


@dataclass(frozen=True, slots=True)
class OpenCopyWays:
    """What these commands need beside the services that every command has."""

    copies_of: Callable[[Desk], OpenCopies]
    is_copy: Callable[[Path], bool]
    import_from_elsewhere: Callable[[], int]


class OpenCopyCommands(JournalCommand):
    """The commands, each a method of its name."""

    def __init__(
        self,
        workshop: Workshop,
        options: Namespace,
        opened: Callable[[], AbstractContextManager[Desk]],
        ways: OpenCopyWays,
    ) -> None:
        """Take what every command over a journal is made of, and these commands' own."""
        super().__init__(workshop, options, opened)
        self._ways = ways

    def table(self) -> dict[str, Callable[[], int]]:
        """Give each command by what is typed for it."""
        return {"export": self.export, "import": self.import_}

    def export(self) -> int:
        """Write everything out."""
        folder = self._options.folder
        with self._opened() as desk, progress_line("Writing") as progress:
            overview = self._ways.copies_of(desk).write(folder, progress)
        self._tell("Written", overview, NOT_ENCRYPTED)
        return _DONE

    def import_(self) -> int:
        """Read an open copy into a new journal; what comes from elsewhere goes its own way."""
        options = self._options
        if options.path is None or options.undo or options.kind or not self._is_copy():
            return self._ways.import_from_elsewhere()
        with self._opened() as desk:
            copies = self._ways.copies_of(desk)
            if options.dry_run:
                with progress_line("Reading") as progress:
                    overview = copies.look_at(options.path, progress)
                self._tell("The copy holds", overview, "Every file is as it was written.")
                return _DONE
            with progress_line("Reading") as progress:
                overview = copies.read_in(options.path, progress)
        self._tell("Brought in", overview, "Everything is as it was, earlier versions too.")
        return _DONE

    def _is_copy(self) -> bool:
        return self._ways.is_copy(self._options.path)

    def _tell(self, done: str, overview: CopyOverview, more: str) -> None:
        if self._options.json:
            counts = {kind.value: number for kind, number in overview.counts.items()}
            tell_json({"counts": counts, "file_bytes": overview.file_bytes})
        else:
            tell(f"{done}: {counted_words(overview)}.", more)
