"""The commands for files that are kept with reflections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.progress_line import progress_line
from app.domain.answer import EvidenceFile
from app.domain.evidence import LIMITS_WORDS
from app.domain.size_words import size_words
from app.rendering.plain_text import clean_line
from app.services.evidence import COPY_WARNING

_DONE, _NOT_UNDERSTOOD = 0, 2


def add_evidence_commands(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the two commands; on_journal begins one on a journal."""
    attach = on_journal(
        "attach", f"keep a file with a reflection, encrypted in the journal. {LIMITS_WORDS}"
    )
    attach.add_argument("reflection", metavar="ID")
    attach.add_argument("prompt", metavar="PROMPT", help="the key of a prompt that takes files")
    attach.add_argument("file", metavar="FILE", type=Path)
    evidence = on_journal(
        "evidence", "list the files kept with a reflection, or save a copy of one"
    )
    evidence.add_argument("reflection", metavar="ID")
    evidence.add_argument(
        "--save",
        metavar=("NAME", "FOLDER"),
        nargs=2,
        help="write a plain, unprotected copy of the file of this name into this folder",
    )
    evidence.add_argument("--yes", action="store_true", help="save without more warning")
    evidence.add_argument("--json", action="store_true", help="as JSON")


class EvidenceCommands(JournalCommand):
    """The commands, each a method of its name."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {"attach": self.attach, "evidence": self.evidence}

    def attach(self) -> int:
        """Keep a file with a reflection."""
        options = self._options
        with self._opened() as desk:
            if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
                tell_trouble(trouble)
            with progress_line("Adding the file") as progress:
                file = desk.files.attach(options.reflection, options.prompt, options.file, progress)
        tell(f"Added: {_file_words(file)}. The file itself stays where it is.")
        return _DONE

    def evidence(self) -> int:
        """List the files of a reflection, or save a copy of one."""
        if self._options.save:
            return self._save(*self._options.save)
        with self._opened() as desk:
            files = desk.files.files(self._options.reflection)
        if self._options.json:
            tell_json([_file_table(key, file) for key, file in files])
        else:
            tell(*(f"{clean_line(key)}  {_file_words(file)}" for key, file in files))
        return _DONE

    def _save(self, name: str, folder: str) -> int:
        if not self._options.yes:
            tell_trouble(f"{COPY_WARNING} Nothing was written yet: add --yes to do it.")
            return _NOT_UNDERSTOOD
        with self._opened() as desk:
            file = desk.files.named(self._options.reflection, name)
            with progress_line("Saving a copy") as progress:
                target = desk.files.save_into(file, Path(folder), progress)
        tell(f"Saved: {clean_line(target.name)}")
        return _DONE


def _file_words(file: EvidenceFile) -> str:
    return f"{clean_line(file.name)} ({size_words(file.size_bytes)})"


def _file_table(key: str, file: EvidenceFile) -> dict[str, Any]:
    return {
        "prompt": key,
        "name": file.name,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
    }
