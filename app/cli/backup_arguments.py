"""What can be typed after `afterword backup`, `restore` and `snapshots`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.cli.parsing import QuietParser


def add_backup_commands(
    on_journal: Callable[[str, str], QuietParser],
    on_file: Callable[[str, str], QuietParser],
) -> None:
    """Add the three commands; on_journal begins one on a journal, on_file one without."""
    backup = on_journal("backup", "write a backup: one encrypted file, opened and checked")
    backup.add_argument("file", metavar="FILE", type=Path, help="the backup to make")
    backup.add_argument("--replace", action="store_true", help="replace a file that is there")
    restore = on_file("restore", "make a new journal of a backup, or look inside one")
    restore.add_argument("file", metavar="FILE", type=Path, help="the backup")
    restore.add_argument(
        "folder", metavar="NEW-FOLDER", type=Path, nargs="?", help="for the new journal"
    )
    restore.add_argument("--look", action="store_true", help="only say what is in it")
    restore.add_argument("--json", action="store_true", help="as JSON")
    _add_snapshots(on_journal("snapshots", "list a journal’s snapshots, or make a journal of one"))


def _add_snapshots(snapshots: QuietParser) -> None:
    doing = snapshots.add_mutually_exclusive_group()
    doing.add_argument(
        "--restore",
        metavar=("NAME", "NEW-FOLDER"),
        nargs=2,
        help="make a new journal of this snapshot",
    )
    doing.add_argument(
        "--put-back",
        action="store_true",
        help="let the newest whole one be a damaged journal, whose file is kept",
    )
    snapshots.add_argument("--json", action="store_true", help="as JSON")
