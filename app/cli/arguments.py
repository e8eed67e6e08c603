"""What can be typed after `afterword`."""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

from app import __version__
from app.cli.action_commands import add_action_command
from app.cli.backup_arguments import add_backup_commands
from app.cli.cpd_command import add_cpd_command
from app.cli.due_commands import add_due_commands
from app.cli.evidence_commands import add_evidence_commands
from app.cli.finding_commands import add_finding_commands
from app.cli.form_arguments import form_command
from app.cli.import_commands import add_import_command
from app.cli.keeping_arguments import add_keeping_commands
from app.cli.key_arguments import add_key_commands
from app.cli.leaving import add_leaving
from app.cli.open_copy_commands import add_export_command
from app.cli.paper_commands import add_output, add_paper_commands
from app.cli.parsing import QuietParser
from app.cli.portfolio_command import add_portfolio_command
from app.cli.repair_commands import add_repair_commands
from app.cli.scan_command import add_scan_command
from app.cli.session_options import add_session_options
from app.cli.supervision_command import add_supervision_command
from app.cli.word_form_commands import add_word_form_command
from app.domain.calendar_words import day_from
from app.summary.choice import SummaryPart

_ABOUT = """\
Afterword is an offline, encrypted journal for reflective social work practice.
Without a command it opens its window. Nothing ever leaves this computer.
"""
_EXIT_CODES = """\
The passphrase is asked for, or read from the first line of --passphrase-file, which only you
may be able to read (chmod 600). So is --recovery-words-file, which opens a journal by its 24
recovery words instead. Exit codes: 0 done; 1 it could not be done, told in one sentence
on standard error; 2 the command was not understood.
"""


def parser() -> QuietParser:
    """Make the parser for every command."""
    top = QuietParser(
        prog="afterword",
        description=_ABOUT,
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"afterword {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_journal_commands(commands)
    _add_forms(commands)
    _add_writing(commands)
    add_finding_commands(partial(_on_made_journal, commands))
    _add_showing(commands)
    _add_summary(commands)
    add_paper_commands(partial(_on_made_journal, commands))
    add_scan_command(commands.add_parser)
    add_evidence_commands(partial(_on_made_journal, commands))
    add_due_commands(partial(_on_made_journal, commands))
    add_action_command(partial(_on_made_journal, commands))
    add_supervision_command(partial(_on_made_journal, commands))
    add_cpd_command(partial(_on_made_journal, commands))
    add_portfolio_command(partial(_on_made_journal, commands))
    add_word_form_command(partial(_on_made_journal, commands))
    add_import_command(partial(_on_made_journal, commands))
    add_export_command(partial(_on_made_journal, commands))
    add_keeping_commands(partial(_on_made_journal, commands))
    add_repair_commands(partial(_on_made_journal, commands))
    add_key_commands(partial(_on_made_journal, commands))
    add_backup_commands(partial(_on_made_journal, commands), partial(_with_secret, commands))
    return top


_Commands: TypeAlias = "argparse._SubParsersAction[QuietParser]"  # noqa: SLF001 - it has no other


def _on_journal(commands: _Commands, name: str, about: str) -> QuietParser:
    command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    command.add_argument("journal", metavar="JOURNAL", type=Path, help="the journal's folder")
    return command


def _on_made_journal(commands: _Commands, name: str, about: str) -> QuietParser:
    command = _on_journal(commands, name, about)
    _add_secret_files(command)
    return command


def _with_secret(commands: _Commands, name: str, about: str) -> QuietParser:
    command = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    _add_secret_files(command)
    return command


def _add_secret_files(command: QuietParser) -> None:
    secrets = command.add_mutually_exclusive_group()
    _add_passphrase_file(secrets)
    secrets.add_argument(
        "--recovery-words-file",
        metavar="FILE",
        type=Path,
        help="open by the recovery words in this file, which others must not be able to read",
    )


def _add_passphrase_file(command: argparse._ActionsContainer) -> None:
    command.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help="read the passphrase from this file, which others must not be able to read",
    )


def _add_journal_commands(commands: _Commands) -> None:
    new = _on_journal(commands, "new", "make an encrypted journal and show its recovery words once")
    _add_passphrase_file(new)
    new.add_argument("--sample", action="store_true", help="fill it with invented reflections")
    opening = _on_made_journal(commands, "open", "open a journal and say what is in it")
    opening.add_argument(
        "--accept-older",
        action="store_true",
        help="go on with this journal although this computer saw a newer one",
    )
    window = commands.add_parser("window", help="open the window", allow_abbrev=False)
    window.add_argument("journal", metavar="JOURNAL", type=Path, nargs="?")


def _add_forms(commands: _Commands) -> None:
    forms = commands.add_parser(
        "forms",
        help="list the forms, show one, check a file, import or export one",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    form_command(forms)
    _add_secret_files(forms)


def _add_writing(commands: _Commands) -> None:
    write = _on_made_journal(
        commands, "write", "write a reflection from a file of answers; prints its id"
    )
    write.add_argument("--form", metavar="ID", required=True, help="the form's id")
    write.add_argument(
        "--answers",
        metavar="FILE.toml",
        type=Path,
        required=True,
        help="prompt key = answer; a table “sharing” may say who may see each",
    )
    write.add_argument("--title", metavar="T", default="")
    write.add_argument("--event-date", metavar="YYYY-MM-DD", type=_day)
    write.add_argument("--theme", metavar="WORDS", action="append", default=[])
    write.add_argument("--draft", action="store_true", help="keep it as a draft")


def _add_showing(commands: _Commands) -> None:
    show = _on_made_journal(commands, "show", "show one reflection whole")
    show.add_argument("reflection", metavar="ID")
    show.add_argument("--json", action="store_true", help="as JSON")


def _add_summary(commands: _Commands) -> None:
    summary = _on_made_journal(
        commands, "summary", "write a supervision summary of what is shared for supervision"
    )
    summary.add_argument(
        "--reflection", metavar="ID", action="append", default=[], help="may be given several times"
    )
    summary.add_argument("--from", dest="since", metavar="YYYY-MM-DD", type=_day)
    summary.add_argument("--to", dest="until", metavar="YYYY-MM-DD", type=_day)
    add_output(summary)
    add_leaving(summary)
    add_session_options(summary)
    summary.add_argument("--want", metavar="WORDS", action="append", default=[])
    summary.add_argument("--large-print", action="store_true")
    summary.add_argument("--black-and-white", action="store_true", help="without greys")
    summary.add_argument(
        "--with-wellbeing",
        dest="more_parts",
        action="append_const",
        const=SummaryPart.WELLBEING,
        help="with what the next session shares of wellbeing and capacity",
    )
    summary.add_argument(
        "--with-record",
        dest="more_parts",
        action="append_const",
        const=SummaryPart.RECORD,
        help="with a line that stands for the record of changes",
    )


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
