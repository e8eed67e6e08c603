"""The commands for backups and snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.progress_line import progress_line
from app.cli.secrets import passphrase_from, recovery_words_from
from app.domain.backup import BackupContents, Snapshot
from app.domain.calendar_words import plain_date
from app.domain.errors import NotAJournal
from app.domain.secret import Passphrase, RecoveryWords, Secret

_DONE, _NOT_UNDERSTOOD = 0, 2


class BackupCommands(JournalCommand):
    """The commands, each a method of its name."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {"backup": self.backup, "restore": self.restore, "snapshots": self.snapshots}

    def backup(self) -> int:
        """Write a backup."""
        options = self._options
        with self._opened() as desk, progress_line("Backing up") as progress:
            contents = self._workshop.backups.back_up(
                desk.vault, options.file, progress, replaces=options.replace
            )
        tell(f"Backed up {_held(contents)}. The file was opened again, and every check passed.")
        return _DONE

    def restore(self) -> int:
        """Make a new journal of a backup, or only look inside."""
        options, backups = self._options, self._workshop.backups
        if options.look == (options.folder is not None):
            tell_trouble("Say which: a NEW-FOLDER for the journal, or --look.")
            return _NOT_UNDERSTOOD
        secret = self._secret()
        with progress_line("Reading") as progress:
            if options.look:
                contents = backups.look_inside(options.file, secret, progress)
            else:
                contents = backups.restore(options.file, secret, options.folder, progress)
        done = "The backup holds" if options.look else "Restored"
        self._tell(contents_table(contents), _contents_lines(done, contents))
        return _DONE

    def snapshots(self) -> int:
        """List the snapshots, or make a journal of one."""
        if self._options.restore is not None:
            return self._restore_snapshot(*self._options.restore)
        if self._options.put_back:
            return self._put_back()
        if not self._workshop.unlocking.is_journal(self._options.journal):
            raise NotAJournal("There is no journal in this folder.")
        found = self._workshop.backups.snapshots(self._options.journal)
        self._tell([_snapshot_table(each) for each in found], map(_snapshot_line, found))
        return _DONE

    def _restore_snapshot(self, name: str, folder: str) -> int:
        secret, source = self._secret(), (self._options.journal, name)
        with progress_line("Reading") as progress:
            contents = self._workshop.backups.restore_snapshot(
                source, secret, Path(folder), progress
            )
        self._tell(contents_table(contents), _contents_lines("Restored", contents))
        return _DONE

    def _put_back(self) -> int:
        secret = self._secret()
        with progress_line("Reading") as progress:
            done = self._workshop.backups.put_back_snapshot(self._options.journal, secret, progress)
        table = {**contents_table(done.contents), "damaged_kept_as": done.damaged_kept_as}
        lines = list(_contents_lines("Put back", done.contents))
        if done.damaged_kept_as:
            lines.append(f"The damaged file is kept beside it as {done.damaged_kept_as}.")
        self._tell(table, iter(lines))
        return _DONE

    def _secret(self) -> Secret:
        options = self._options
        if options.recovery_words_file is not None:
            return RecoveryWords(recovery_words_from(options.recovery_words_file))
        return Passphrase(passphrase_from(options.passphrase_file))

    def _tell(self, table: Any, lines: Iterator[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def contents_table(contents: BackupContents) -> dict[str, Any]:
    """Give what a backup holds as a JSON table."""
    return {
        "made_at": contents.made_at.isoformat(),
        "reflections": contents.reflections,
        "first_day": contents.first_day.isoformat() if contents.first_day else None,
        "last_day": contents.last_day.isoformat() if contents.last_day else None,
        "last_change": contents.last_change.isoformat() if contents.last_change else None,
    }


def _contents_lines(done: str, contents: BackupContents) -> Iterator[str]:
    yield f"{done} {_held(contents)}."
    made_at = contents.made_at.astimezone()
    yield f"It was made on {plain_date(made_at.date())} at {made_at:%H:%M}. Every check passed."


def _held(contents: BackupContents) -> str:
    count = contents.reflections
    told = "1 reflection" if count == 1 else f"{count:,} reflections"
    if contents.first_day is None or contents.last_day is None:
        return told
    first, last = plain_date(contents.first_day), plain_date(contents.last_day)
    return f"{told}, begun on {first}" if first == last else f"{told}, begun {first} to {last}"


def _snapshot_table(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": snapshot.name,
        "made_at": snapshot.made_at.isoformat(),
        "size_bytes": snapshot.size_bytes,
    }


def _snapshot_line(snapshot: Snapshot) -> str:
    made_at = snapshot.made_at.astimezone()
    megabytes = snapshot.size_bytes / 1e6
    return f"{snapshot.name}  {plain_date(made_at.date())} {made_at:%H:%M}  {megabytes:.1f} MB"
