"""The commands that check a journal and mend what was damaged."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_trouble
from app.cli.progress_line import progress_line
from app.cli.secrets import passphrase_from, recovery_words_from
from app.domain.errors import JournalDamaged
from app.domain.repair import CheckReport, NextStep
from app.domain.secret import Passphrase, RecoveryWords, Secret
from app.services.ports import Vault
from app.services.workshop import Workshop

_DONE, _FAILED = 0, 1
_COMMANDS = {
    NextStep.SALVAGE: ("afterword snapshots JOURNAL, then afterword salvage JOURNAL NEW-FOLDER"),
    NextStep.LOOK_FOR_NEWER: "afterword snapshots JOURNAL",
    NextStep.REBUILD_INDEX: "afterword check JOURNAL --rebuild-index",
}


def add_repair_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the two commands; on_journal begins one on a journal."""
    check = on_journal("check", "check every page, the record of changes and the search index")
    check.add_argument(
        "--rebuild-index", action="store_true", help="make the search index anew before that"
    )
    salvage = on_journal("salvage", "bring what still reads in a damaged journal into a new one")
    salvage.add_argument(
        "folder", metavar="NEW-FOLDER", type=Path, help="for the new journal; the old one is kept"
    )


class RepairCommands:
    """The commands, each a method of its name."""

    def __init__(self, workshop: Workshop, options: Namespace) -> None:
        """Take the services and what was typed."""
        self._unlocking = workshop.unlocking
        self._repairing = workshop.repairing
        self._options = options

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {"check": self.check, "salvage": self.salvage}

    def check(self) -> int:
        """Check a journal, and say what to do."""
        secret = self._secret()
        try:
            vault = self._open(secret)
        except JournalDamaged as damage:
            tell_trouble(str(damage))
            with progress_line("Reading past the damage") as progress:
                report = self._repairing.check_closed(self._options.journal, secret, progress)
            return _told(report)
        try:
            if self._options.rebuild_index:
                with progress_line("Rebuilding the search index") as progress:
                    self._repairing.rebuild_index(vault, progress)
            with progress_line("Checking") as progress:
                return _told(self._repairing.check(vault, progress))
        finally:
            vault.close()

    def _open(self, secret: Secret) -> Vault:
        if isinstance(secret, Passphrase):
            return self._unlocking.open(self._options.journal, secret.text)
        return self._unlocking.open_with_words(self._options.journal, secret.text)

    def salvage(self) -> int:
        """Salvage a journal."""
        secret = self._secret()
        with progress_line("Salvaging") as progress:
            report = self._repairing.salvage(
                self._options.journal, secret, self._options.folder, progress
            )
        tell(*report.sentences)
        return _DONE

    def _secret(self) -> Secret:
        if self._options.recovery_words_file:
            return RecoveryWords(recovery_words_from(self._options.recovery_words_file))
        return Passphrase(passphrase_from(self._options.passphrase_file))


def _told(report: CheckReport) -> int:
    if report.is_whole:
        tell("Every page reads, and the record of changes is unbroken.")
        return _DONE
    for sentence in report.sentences:
        tell_trouble(sentence)
    for step, words in zip(report.steps, report.next_steps, strict=True):
        tell_trouble(f"What to do: {words} ({_COMMANDS[step]})")
    return _FAILED
