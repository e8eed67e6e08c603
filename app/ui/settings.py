"""The window's own settings on this computer: looks and sizes, never anything personal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_FEWEST_MINUTES, _USUAL_MINUTES, _MOST_MINUTES = 1, 5, 120


class Settings:
    """Typed properties over an INI file.

    The only path it keeps is the journal's folder, which the person chose and which is needed to
    show the unlock screen.
    """

    def __init__(self, file: Path) -> None:
        """Read and write this file."""
        self.folder = file.parent
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """The theme's name; empty means to follow the system."""
        return self._text("look/theme", "")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("look/theme", name)

    @property
    def scale(self) -> float:
        """The text size as a share of the usual one, 1.0 to 2.0."""
        try:
            return min(2.0, max(1.0, float(self._text("look/scale", "1.0"))))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._store.setValue("look/scale", str(scale))

    @property
    def is_dyslexia_spacing(self) -> bool:
        """Whether answers are set with wider spacing."""
        return self._text("look/spacing", "usual") == "wide"

    @is_dyslexia_spacing.setter
    def is_dyslexia_spacing(self, is_on: bool) -> None:
        self._store.setValue("look/spacing", "wide" if is_on else "usual")

    @property
    def is_one_at_a_time(self) -> bool:
        """Whether the editor shows one prompt at a time."""
        return self._text("editor/mode", "whole") == "one"

    @is_one_at_a_time.setter
    def is_one_at_a_time(self, is_on: bool) -> None:
        self._store.setValue("editor/mode", "one" if is_on else "whole")

    @property
    def is_spelling_marked(self) -> bool:
        """Whether words that look misspelt are marked while one writes."""
        return self._text("editor/spelling", "yes") != "no"

    @is_spelling_marked.setter
    def is_spelling_marked(self, is_on: bool) -> None:
        self._store.setValue("editor/spelling", "yes" if is_on else "no")

    @property
    def is_identifier_marked(self) -> bool:
        """Whether possible identifiers are pointed out while one writes."""
        return self._text("editor/identifiers", "yes") != "no"

    @is_identifier_marked.setter
    def is_identifier_marked(self, is_on: bool) -> None:
        self._store.setValue("editor/identifiers", "yes" if is_on else "no")

    @property
    def is_time_shown(self) -> bool:
        """Whether the editor says how long one has been writing."""
        return self._text("editor/time", "hidden") == "shown"

    @is_time_shown.setter
    def is_time_shown(self, is_on: bool) -> None:
        self._store.setValue("editor/time", "shown" if is_on else "hidden")

    @property
    def lock_after_minutes(self) -> int:
        """How long nothing may happen before the journal locks."""
        text = self._text("security/lock_after_minutes", str(_USUAL_MINUTES))
        minutes = int(text) if text.isdecimal() else _USUAL_MINUTES
        return min(_MOST_MINUTES, max(_FEWEST_MINUTES, minutes))

    @lock_after_minutes.setter
    def lock_after_minutes(self, minutes: int) -> None:
        self._store.setValue("security/lock_after_minutes", str(minutes))

    @property
    def is_hidden_from_capture(self) -> bool:
        """Whether windows are left out of screenshots, where the system can do that."""
        return self._text("security/hidden_from_capture", "yes") != "no"

    @is_hidden_from_capture.setter
    def is_hidden_from_capture(self, is_on: bool) -> None:
        self._store.setValue("security/hidden_from_capture", "yes" if is_on else "no")

    @property
    def journal_folder(self) -> Path | None:
        """The folder of the journal that was open last."""
        text = self._text("journal/folder", "")
        return Path(text) if text else None

    @journal_folder.setter
    def journal_folder(self, folder: Path | None) -> None:
        self._store.setValue("journal/folder", str(folder) if folder else "")

    @property
    def window_geometry(self) -> QByteArray:
        """The window's place and size, as Qt codes them."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def save(self) -> None:
        """Have everything in the file now, because the process is about to be replaced."""
        self._store.sync()

    def _text(self, name: str, otherwise: str) -> str:
        value = self._store.value(name, otherwise)
        return value if isinstance(value, str) else otherwise
