"""What the commands that write papers have in common: the release check before anything leaves."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable

from app.cli.parsing import QuietParser
from app.cli.printing import tell_trouble
from app.domain.identifier import IdentifierKind
from app.domain.identifier_errors import LeavingRefused
from app.services.checked_words import CheckedWords
from app.services.identifier_words import kind_words
from app.services.release_check import ReleaseCheck
from app.services.word_form_leaving import CheckedForm, FormLeaving
from app.services.word_forms import ReleasedValues
from app.summary.document import Document
from app.summary.released import Released


def add_leaving(command: QuietParser, *, has_line: bool = True) -> None:
    """Add what decides about possible identifiers."""
    command.add_argument(
        "--strict",
        action="store_true",
        help="write nothing while a possible identifier is undecided",
    )
    command.add_argument(
        "--keep-because",
        metavar="WHY",
        default="",
        help="keep what is undecided, for this reason; it is remembered until the text changes",
    )
    if has_line:
        command.add_argument(
            "--checked-line",
            action="store_true",
            help="say at the foot of the page what was checked, and when",
        )


def released(check: ReleaseCheck, document: Document, options: Namespace) -> Released:
    """Let a document leave as the options say; what stays undecided is told.

    Raises:
        LeavingRefused: something is undecided, and the options do not let it pass.
    """
    checked = check.document(document)
    judge_file_name(check, options.output.stem, options)
    if options.strict or options.keep_because.strip():
        because, line = options.keep_because, options.checked_line
        return check.release(checked, because=because, with_line=line)
    tell_undecided(checked.checked)
    return check.release_undecided(checked, with_line=options.checked_line)


def released_values(leaving: FormLeaving, form: CheckedForm, options: Namespace) -> ReleasedValues:
    """Let values for a Word form leave as the options say; what stays undecided is told.

    Raises:
        LeavingRefused: something is undecided, and the options do not let it pass.
    """
    judge_file_name(leaving.check, options.output.stem, options)
    if options.strict or options.keep_because.strip():
        return leaving.release(form, because=options.keep_because)
    tell_undecided(form.checked)
    return leaving.release_undecided(form)


def judge_file_name(check: ReleaseCheck, name: str, options: Namespace) -> None:
    """Tell what in a file's name, without its ending, may identify somebody, or refuse it.

    Raises:
        LeavingRefused: it is to be strict, and no reason to keep the name was given.
    """
    found = check.names_in(name)
    if not found or getattr(options, "keep_because", "").strip():
        return
    counted = _counted(each.kind for each in found)
    if options.strict:
        raise LeavingRefused(
            f"Nothing was written: the file’s name holds a possible identifier ({counted})."
        )
    tell_trouble(f"The file’s name holds a possible identifier: {counted}.")


def tell_undecided(checked: CheckedWords) -> None:
    """Say what of it nobody decided about; the words themselves are not told."""
    kinds = [alike.first.found.kind for alike in checked.undecided]
    if kinds:
        tell_trouble(f"Possible identifiers on it that nobody decided about: {_counted(kinds)}.")


def _counted(kinds: Iterable[IdentifierKind]) -> str:
    """Count by kind; the words themselves are not told."""
    return ", ".join(f"{count} × {kind_words(kind)}" for kind, count in Counter(kinds).items())
