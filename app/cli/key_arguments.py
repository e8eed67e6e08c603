"""What can be typed after `afterword passphrase` and `recovery`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.cli.parsing import QuietParser


def add_key_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the two commands; on_journal begins one."""
    passphrase = on_journal("passphrase", "change the passphrase")
    how = passphrase.add_mutually_exclusive_group()
    how.add_argument(
        "--somebody-knows",
        action="store_true",
        help="encrypt the journal anew, so that the old passphrase and words open no later copy",
    )
    how.add_argument(
        "--retune",
        action="store_true",
        help="keep the passphrase, and make guessing it as dear as this computer bears",
    )
    recovery = on_journal(
        "recovery", "encrypt the journal anew and show its new recovery words once"
    )
    for command in (passphrase, recovery):
        command.add_argument(
            "--new-passphrase-file",
            metavar="FILE",
            type=Path,
            help="read the new passphrase from this file, which others must not be able to read",
        )
        command.add_argument(
            "--remove-old-snapshots",
            action="store_true",
            help="after a new key, remove the snapshots that only the earlier words open",
        )
