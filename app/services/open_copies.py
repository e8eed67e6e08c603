"""All of it out at any time: a whole journal in one folder of open formats, and back in again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import ExportError, NoSuchForm
from app.domain.form import FormDefinition
from app.domain.open_copy import CopiedKind, CopyOverview
from app.domain.progress import Progress, part_of, unwatched
from app.services.form_ports import FormFiles
from app.services.open_copy_ports import CopiedVault, CopyFolders

_LOOKED_AT = 0.4

NOT_ENCRYPTED = (
    "The folder is not encrypted: whoever can open it can read everything in it, "
    "the people key with real names too."
)


@dataclass(frozen=True, slots=True)
class OpenCopies:
    """Writes open copies of one journal, and fills a new journal from one."""

    vault: CopiedVault
    folders: CopyFolders
    files: FormFiles

    def refuse_place(self, folder: Path) -> None:
        """Refuse a place where no copy can be written, before anything long begins.

        Raises:
            ExportError: it holds something, or lies inside the journal's own folder.
        """
        journal, place = self.vault.folder.resolve(), folder.resolve()
        if place == journal or journal in place.parents:
            raise ExportError(
                "Not written: the copy must not lie inside the journal’s own folder. "
                "Choose another place."
            )
        self.folders.refuse_occupied(folder)

    def write(self, folder: Path, progress: Progress = unwatched) -> CopyOverview:
        """Write everything that the journal holds into a new or empty folder.

        Raises:
            ExportError: it cannot be written there; nothing was left behind.
            JournalDamaged: part of the journal does not read; nothing was left behind.
            Cancelled: nothing was left behind.
        """
        self.refuse_place(folder)
        forms = _Forms(self.vault, self.files)
        return self.folders.write(folder, self.vault.open_copy, forms, progress)

    def is_copy(self, folder: Path) -> bool:
        """Say whether a folder says of itself that it is an open copy."""
        return self.folders.is_copy(folder)

    def look_at(self, folder: Path, progress: Progress = unwatched) -> CopyOverview:
        """Compare every file of a copy with its list, and say what is in it.

        Raises:
            NotBroughtIn: it is none, a later version's, or not as it was made; names the file.
            Cancelled: the person stopped it.
        """
        return self.folders.opened(folder, progress).overview()

    def read_in(self, folder: Path, progress: Progress = unwatched) -> CopyOverview:
        """Put everything of a copy into this journal, which must be new; all of it, or nothing.

        Raises:
            NotBroughtIn: the journal is not new, or the copy is none, a later version's, or not as
                it was made.
            NotSaved, Cancelled: nothing was changed.
        """
        self.vault.open_copy.refuse_used()
        copy = self.folders.opened(folder, part_of(progress, 0, _LOOKED_AT))
        self.vault.open_copy.fill(copy, part_of(progress, _LOOKED_AT, 1))
        return copy.overview()


@dataclass(frozen=True, slots=True)
class _Forms:
    """The journal's own forms; one that is not kept any more is read without its questions."""

    vault: CopiedVault
    files: FormFiles

    def form(self, form_id: str, version: int) -> FormDefinition | None:
        with suppress(NoSuchForm):
            return self.vault.form(form_id, version)
        return None

    def text(self, form: FormDefinition) -> str:
        return self.files.text(form)


def counted_words(overview: CopyOverview) -> str:
    """Say in words what a copy holds: “12 reflections, 3 files and 1 version of own forms”."""
    counts = overview.counts
    own_forms = counts[CopiedKind.OWN_FORMS]
    parts = [_counted(overview.reflections, "reflection", "reflections")]
    if counts[CopiedKind.FILES]:
        parts.append(_counted(counts[CopiedKind.FILES], "file", "files"))
    if own_forms:
        parts.append(_counted(own_forms, "version of own forms", "versions of own forms"))
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _counted(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {more}"
