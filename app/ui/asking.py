"""The one door for questions that the system's own dialogs answer, so that a test can answer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, QStandardPaths
from PySide6.QtWidgets import QWidget


class Asker(Protocol):
    """Asks where; None means that the person would rather not."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder that exists."""
        ...

    def save_path(self, parent: QWidget, title: str, suggested: str, kind: str) -> Path | None:
        """Ask where to save a file; kind is the filter, such as "PDF (*.pdf)"."""
        ...

    def open_path(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Ask for a file that exists; kind is the filter."""
        ...

    def new_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        """Ask for the place and the name of a folder that is to be made."""
        ...


class SystemAsker(QObject):
    """Asks with the system's own dialogs.

    Where Qt brings the dialog itself, it notes the folders that were visited, and a folder's name
    can be a child's: so it notes them in a folder of ours, and they are wiped after each question.
    """

    def __init__(self, history: Path) -> None:
        """Let Qt's own dialog write its history into this folder only."""
        super().__init__()
        self._history = history
        native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
        QSettings.setPath(native, user, str(history))

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder that exists."""
        from PySide6.QtWidgets import QFileDialog  # here, for a quick start

        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        self._forget_where()
        return Path(chosen) if chosen else None

    def save_path(self, parent: QWidget, title: str, suggested: str, kind: str) -> Path | None:
        """Ask where to save a file."""
        from PySide6.QtWidgets import QFileDialog

        start = str(_documents() / suggested)
        chosen, _ = QFileDialog.getSaveFileName(parent, title, start, kind)
        self._forget_where()
        return Path(chosen) if chosen else None

    def open_path(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Ask for a file that exists."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_documents()), kind)
        self._forget_where()
        return Path(chosen) if chosen else None

    def new_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        """Ask for the place and the name of a folder that is to be made."""
        from PySide6.QtWidgets import QFileDialog

        # A folder that is there already is refused later, in our own words, and never replaced.
        keep = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), options=keep)
        self._forget_where()
        return Path(chosen) if chosen else None

    def _forget_where(self) -> None:
        (self._history / "QtProject.conf").unlink(missing_ok=True)


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()
