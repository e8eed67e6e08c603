"""The colours of a theme as Qt's palette, for what the style sheet does not name."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from app.ui.theme import Theme

_DISABLED = ("WindowText", "Text", "ButtonText")


def palette_of(theme: Theme) -> QPalette:
    """Give the palette of a theme with its inactive and disabled groups."""
    palette = QPalette()
    for role, token in theme.tokens.palette.items():
        palette.setColor(QPalette.ColorRole[role], theme.colour(token))
    inactive = QPalette.ColorGroup.Inactive
    palette.setColor(inactive, QPalette.ColorRole.Highlight, theme.colour("selection_inactive"))
    text = theme.colour("selection_inactive_text")
    palette.setColor(inactive, QPalette.ColorRole.HighlightedText, text)
    for role in _DISABLED:
        colour = theme.colour("text_disabled")
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], colour)
    return palette
