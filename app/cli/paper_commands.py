"""The commands that make papers: one reflection, and the evidence sheet of a review's learning."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from app.cli.journal_command import JournalCommand
from app.cli.leaving import add_leaving, released
from app.cli.parsing import QuietParser
from app.cli.printing import tell
from app.domain.errors import NoSuchForm
from app.services.file_kind import ENDINGS, FileKind
from app.services.workshop import Desk
from app.summary.document import Document, PrintSize
from app.summary.printed_reflection import Extent
from app.summary.review_learning import takes_evidence_sheet

_DONE = 0
_KINDS = ", ".join(kind.value for kind in FileKind)
_EXTENTS = ", ".join(extent.value for extent in Extent)


def add_paper_commands(add: Callable[[str, str], QuietParser]) -> None:
    """Add the command that writes a paper of one reflection."""
    paper = add("paper", "write one reflection as a paper, or the evidence sheet of a review")
    paper.add_argument("reflection", metavar="ID")
    add_output(paper)
    add_leaving(paper)
    paper.add_argument(
        "--extent",
        metavar="WORD",
        type=_extent,
        default=Extent.SUPERVISION,
        help=f"what goes on it: {_EXTENTS}; what is marked for supervision if you do not say",
    )
    paper.add_argument(
        "--evidence-sheet",
        action="store_true",
        help="what was read in a review and how it is used, from answers marked for CPD",
    )
    paper.add_argument("--large-print", action="store_true")


def add_output(command: QuietParser) -> None:
    """Add where a paper is written to, and as what."""
    command.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        required=True,
        help=f"ending in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}",
    )
    command.add_argument(
        "--as",
        dest="kind",
        metavar="KIND",
        type=_kind,
        help=f"one of {_KINDS}; pdf-a is a PDF for an archive (PDF/A)",
    )


class PaperCommands(JournalCommand):
    """One command."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"paper": self.paper}

    def paper(self) -> int:
        """Write the paper."""
        options, exporting = self._options, self._workshop.exporting
        # A wrong ending is told before a passphrase is asked for.
        kind = exporting.kind_for(options.output, options.kind)
        with self._opened() as desk:
            paper = released(desk.release_check, self._document(desk), options)
            exporting.write(paper, options.output, kind)
        tell(f"{options.output.name}: written. A file outside the journal is not encrypted.")
        return _DONE

    def _document(self, desk: Desk) -> Document:
        options = self._options
        size = PrintSize.LARGE if options.large_print else PrintSize.NORMAL
        if not options.evidence_sheet:
            return desk.papers.reflection(options.reflection, options.extent, size)
        if not takes_evidence_sheet(desk.journal.read(options.reflection).form):
            raise NoSuchForm("Only a reflection on a form about reviews has an evidence sheet.")
        return desk.papers.review_learning(options.reflection, size)


def _kind(word: str) -> FileKind:
    try:
        return FileKind(word)
    except ValueError:
        raise ArgumentTypeError(f"it is one of {_KINDS}") from None


def _extent(word: str) -> Extent:
    try:
        return Extent(word)
    except ValueError:
        raise ArgumentTypeError(f"it is one of {_EXTENTS}") from None
