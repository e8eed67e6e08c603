"""The way to a copy of one file that is kept with what is read."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.answer import EvidenceFile
from app.ui.look import Look
from app.ui.parts.button import LinkRow

_LONGEST, _BEGINNING, _END = 40, 24, 12


class FileLink(LinkRow):
    """Asks for a copy of its file."""

    file_asked = Signal(object)  # EvidenceFile

    def __init__(self, look: Look, file: EvidenceFile) -> None:
        super().__init__(look, "", "download", is_small=True)
        words = self.tr("Save a copy of {name}…")
        self.set_words(words.format(name=_short(file.name)))
        self.setAccessibleName(words.format(name=file.name))
        self._file = file
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.file_asked.emit(self._file)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_BEGINNING]}…{name[-_END:]}"
