"""Writes an open copy: records first, and beside each what people read of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.domain.counted_progress import CountedProgress
from app.domain.errors import FileDamaged
from app.domain.open_copy import (
    CopiedFile,
    CopiedForm,
    CopiedKind,
    CopiedRecords,
    CopiedReflection,
    CopyOverview,
    FormsOfCopy,
)
from app.domain.progress import Progress, part_of
from app.durable_file import force_to_disk, synced_names
from app.open_format.entries import EntryWriter
from app.open_format.files import NewFiles
from app.open_format.manifest import journal_text, manifest_text
from app.open_format.names import (
    JOURNAL,
    MANIFEST,
    README,
    SCHEMA,
    TakenNames,
    content_path,
    form_path,
)
from app.open_format.read_me import TEXT
from app.open_format.reading_view import reading_view

_WRITTEN = 0.8  # the rest is forcing it to the disk
_BYTES_IN_A_STEP = 50_000
_FORCED_BETWEEN_LOOKS = 20


class FolderWriting:
    """Fills one folder, which is new."""

    def __init__(
        self, folder: Path, records: CopiedRecords, forms: FormsOfCopy, progress: Progress
    ) -> None:
        self._files = NewFiles(folder)
        self._records, self._forms = records, forms
        self._overview = records.overview()
        steps = sum(self._overview.counts.values())
        steps += self._overview.file_bytes // _BYTES_IN_A_STEP
        self._progress = progress
        self._steps = CountedProgress(part_of(progress, 0, _WRITTEN), steps)
        self._names = TakenNames()
        self._attachments: dict[str, str] = {}

    def write(self, schema: Path) -> CopyOverview:
        """Write everything, with the files of this folder as its schema; give what it was.

        Raises:
            OSError: the system refuses it.
            JournalDamaged, ExportError: part of the journal cannot be written as it is.
            Cancelled: the person stopped it.
        """
        self._attachments = {
            file.id: content_path(file) for file in self._records.records(CopiedKind.FILES)
        }
        for kind in CopiedKind:
            self._write_records(kind)
        self._files.put(JOURNAL, journal_text(self._overview))
        self._files.put(README, TEXT.encode())
        for each in sorted(schema.glob("*.json")):
            self._files.put(f"{SCHEMA}/{each.name}", each.read_bytes())
        listed = list(self._files.listed)
        self._files.put(MANIFEST, manifest_text(listed))
        self._force()
        return self._overview

    def _write_records(self, kind: CopiedKind) -> None:
        beside = self._beside(kind)
        with self._files.begun(kind.path) as file:
            entries = EntryWriter(file)
            for record in self._records.records(kind):
                entries.put(record)
                beside(record)
                self._steps.step()
            entries.end()

    def _beside(self, kind: CopiedKind) -> Callable[[Any], None]:
        """Give what writes the file beside each record of a kind."""
        writers: dict[CopiedKind, Callable[[Any], None]] = {
            CopiedKind.FORMS: self._write_form,
            CopiedKind.REFLECTIONS: self._write_reading_view,
            CopiedKind.OWN_FORMS: self._write_content,
            CopiedKind.FILES: self._write_content,
            CopiedKind.WORD_FORMS: self._write_content,
        }
        return writers.get(kind, _nothing)

    def _write_form(self, copied: CopiedForm) -> None:
        form = self._forms.form(copied.id, copied.version)
        if form is not None:
            path = form_path(copied.id, copied.version)
            self._files.put(path, self._forms.text(form).encode())

    def _write_reading_view(self, copied: CopiedReflection) -> None:
        text = reading_view(copied, self._forms, self._attachments)
        self._files.put(self._names.path_of(copied), text.encode())

    def _write_content(self, record: Any) -> None:
        path = content_path(record)
        if not path:
            return
        digest = hashlib.sha256()
        with self._files.begun(path) as file:
            for piece in self._records.content(record):
                file.write(piece)
                digest.update(piece)
                self._steps.step(len(piece) // _BYTES_IN_A_STEP)
        if isinstance(record, CopiedFile) and digest.hexdigest() != record.sha256:
            raise FileDamaged

    def _force(self) -> None:
        """Force every file and every name to the disk."""
        if hasattr(os, "sync"):
            os.sync()  # all at once; what it could not write, the files themselves tell
        for place, each in enumerate(self._files.listed):
            if place % _FORCED_BETWEEN_LOOKS == 0:
                self._progress(_WRITTEN + (1 - _WRITTEN) * place / len(self._files.listed))
            force_to_disk(self._files.folder / each.path)
        for folder in self._files.folders():
            with synced_names(folder) as sync:
                sync()


def _nothing(_record: Any) -> None:
    pass
