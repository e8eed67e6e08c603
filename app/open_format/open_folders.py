"""Open copies behind one face, for who exports and imports journals."""

from __future__ import annotations

from pathlib import Path

from app.domain.open_copy import CopiedRecords, CopyOverview, FormsOfCopy
from app.domain.progress import Progress


class OpenFolders:
    """Writes copies and reads them back; the parts are loaded when they are first needed.

    Args:
        schema: the folder of the JSON Schema files that each copy carries.
    """

    def __init__(self, schema: Path) -> None:
        self._schema = schema

    def refuse_occupied(self, folder: Path) -> None:
        """Refuse a place that holds something already.

        Raises:
            ExportError: it does.
        """
        from app.open_format.new_place import refuse_occupied

        refuse_occupied(folder)

    def write(
        self, folder: Path, records: CopiedRecords, forms: FormsOfCopy, progress: Progress
    ) -> CopyOverview:
        """Write a copy; it stands at its place only once every byte is on the disk.

        Raises:
            ExportError: it cannot be written there; nothing was left behind.
            JournalDamaged: part of the journal does not read; nothing was left behind.
            Cancelled: nothing was left behind.
        """
        from app.open_format.files import not_exported
        from app.open_format.folder_writing import FolderWriting
        from app.open_format.new_place import made_beside, refuse_occupied

        folder = folder.resolve() if ".." in folder.parts else folder.absolute()
        try:
            refuse_occupied(folder)
            with made_beside(folder) as (fresh, put_in_place):
                overview = FolderWriting(fresh, records, forms, progress).write(self._schema)
                progress(1)
                put_in_place()
        except OSError as error:
            raise not_exported(error) from None
        return overview

    def opened(self, folder: Path, progress: Progress) -> CopiedRecords:
        """Look at a whole copy, and give what it holds.

        Raises:
            NotBroughtIn: it is none, a later version's, or not as it was made; names the file.
            Cancelled: the person stopped it.
        """
        from app.open_format.folder_reading import FolderReading

        return FolderReading.of(folder, progress)

    def is_copy(self, folder: Path) -> bool:
        """Say whether a folder says of itself that it is an open copy."""
        from app.open_format.manifest import looks_like_copy

        return looks_like_copy(folder)
