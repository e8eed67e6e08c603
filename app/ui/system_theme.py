"""Which theme to show where the person follows the system."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

AS_SYSTEM = ""


def theme_to_show(setting: str) -> str:
    """Give the theme's name for a setting; an empty one follows the system's light or dark."""
    if setting != AS_SYSTEM:
        return setting
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
