"""Writing documents to files outside the vault, only where the user asked and only whole."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import ExportError
from app.durable_file import write_durably
from app.services.file_kind import ENDINGS, FileKind, kind_of
from app.services.ports import DocumentWriter
from app.summary.released import Released

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EACCES: "the folder cannot be written to",
    errno.EPERM: "the folder cannot be written to",
    errno.EROFS: "the folder cannot be written to",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "the folder does not exist",
    errno.EISDIR: "there is a folder of this name",
    errno.ENAMETOOLONG: "the name is too long",
}


@dataclass(frozen=True, slots=True)
class Exporting:
    """Writes a document as the kind of file that is asked for, or that the ending says."""

    writers: Mapping[FileKind, DocumentWriter]

    def write(self, released: Released, target: Path, asked: FileKind | None = None) -> None:
        """Write a document that went through the release check, whole, readable by its owner only.

        Raises:
            ExportError: nothing was written at target.
        """
        write_export(target, self.writers[self.kind_for(target, asked)].render(released.document))

    def kind_for(
        self, target: Path, asked: FileKind | None = None, *, besides: tuple[str, ...] = ()
    ) -> FileKind:
        """Say as what a file would be written.

        Args:
            target: the file.
            asked: the kind, where the ending alone does not say it.
            besides: endings that whoever asks writes in another way, to be named with the rest.

        Raises:
            ExportError: no kind has this ending, or the kind that was asked for has another.
        """
        kind = asked or kind_of(target)
        if kind is None:
            known = ", ".join((*besides, *ENDINGS))
            raise ExportError(f"The file's ending says its format; it is one of {known}.")
        if target.suffix.lower() != kind.ending:
            raise ExportError(f"A file of this kind ends in {kind.ending}.")
        return kind


def write_export(target: Path, data: bytes) -> None:
    """Write what leaves the journal, whole, readable by its owner only.

    Raises:
        ExportError: nothing was written at target.
    """
    try:
        # Asked first, because Windows would say only that it is refused.
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder")
        write_durably(target, data)
    except OSError as error:
        raise not_written(error) from None


def not_written(error: OSError) -> ExportError:
    """Say why the system refused a write."""
    reason = _REASONS.get(error.errno or 0, "the system refused it")
    return ExportError(f"Not written: {reason}. Nothing was left behind.")
