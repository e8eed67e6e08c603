"""The one door for questions that the system's own dialogs answer, so that a test can answer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Asker(Protocol):
    """Asks where; None means that the person would rather not."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder that exists."""
        ...

    def save_path(self, parent: QWidget, title: str, suggested: str, kind: str) -> Path | None:
        """Ask where to save a file; kind is the filter, such as "PDF (*.pdf)"."""
        ...


class SystemAsker(QObject):
    """Asks with the system's own dialogs."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder that exists."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(chosen) if chosen else None

    def save_path(self, parent: QWidget, title: str, suggested: str, kind: str) -> Path | None:
        """Ask where to save a file."""
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen, _ = QFileDialog.getSaveFileName(
            parent, title, str(Path(documents) / suggested), kind
        )
        return Path(chosen) if chosen else None
