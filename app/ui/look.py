"""The look of the running program: one theme at a time, applied to every window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.assets import resource
from app.ui.focus_ring import FocusRings
from app.ui.icons import draw_icon
from app.ui.palette import palette_of
from app.ui.style import QuietStyle
from app.ui.style_sheet import style_sheet_of
from app.ui.theme import Theme


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; give the families that were found."""
    families: list[str] = []
    for file in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(families))


class Look(QObject):
    """Holds the theme and tells every part when it has changed."""

    changed = Signal()

    def __init__(self, theme: Theme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.theme = theme or Theme.load()
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, float], QIcon] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._style: QuietStyle | None = None
        self._rings: FocusRings | None = None

    def set_theme(self, name: str) -> None:
        """Change to another theme: light, dark, high_contrast or high_contrast_light."""
        self.set_to(Theme.load(name, self.theme.scale, self.theme.is_dyslexia))

    def set_scale(self, scale: float) -> None:
        """Change the text size, from 1.0 to 2.0."""
        self.set_to(Theme.load(self.theme.name, scale, self.theme.is_dyslexia))

    def set_spacing(self, is_dyslexia: bool) -> None:
        """Change between the usual spacing and the wider one."""
        self.set_to(Theme.load(self.theme.name, self.theme.scale, is_dyslexia))

    def apply(self) -> None:
        """Give the whole application this look."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if self._style is None:
            self._style = QuietStyle(self)
            application.setStyle(self._style)
        application.setPalette(palette_of(self.theme))
        application.setFont(self.theme.font("body"))
        application.setStyleSheet(style_sheet_of(self.theme))
        if self._rings is None:
            self._rings = FocusRings(self)

    def font(self, style: str = "body", weight: int | None = None, italic: bool = False) -> QFont:
        """Give the font of a style."""
        key = (style, weight, italic)
        if key not in self._fonts:
            self._fonts[key] = self.theme.font(*key)
        return QFont(self._fonts[key])  # a copy: whoever gets it may change it

    def colour(self, token: str) -> QColor:
        """Give a colour."""
        return self.theme.colour(token)

    def px(self, name: str) -> int:
        """Give a size in pixels."""
        return self.theme.px(name)

    def space(self, name: str) -> int:
        """Give a distance in pixels."""
        return self.theme.space(name)

    def icon(
        self,
        name: str,
        colour_token: str = "text",  # noqa: S107 - a design token is no secret
        size_token: str = "m",  # noqa: S107
    ) -> QIcon:
        """Give an icon in a colour; it turns grey where it is disabled."""
        key = (name, colour_token, self.theme.icon_px(size_token), _pixel_ratio())
        if key not in self._icons:
            icon = QIcon(self.pixmap(name, colour_token, size_token))
            grey = self.pixmap(name, "text_disabled", size_token)
            icon.addPixmap(grey, QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(
        self,
        name: str,
        colour_token: str = "text",  # noqa: S107 - a design token is no secret
        size_token: str = "m",  # noqa: S107
    ) -> QPixmap:
        """Give an icon drawn at the sharpness of the screen."""
        px, ratio = self.theme.icon_px(size_token), _pixel_ratio()
        key = (name, colour_token, px, ratio)
        if key not in self._pixmaps:
            colour, stroke = self.theme.colour_name(colour_token), self.theme.tokens.icon["stroke"]
            self._pixmaps[key] = draw_icon(name, colour, px, stroke, ratio)
        return self._pixmaps[key]

    def is_narrow(self, widget: QWidget, breakpoint_name: str) -> bool:
        """Say whether the window holds fewer characters in a line than this layout needs."""
        characters = widget.window().width() / self.theme.character_px("body")
        return characters < self.theme.tokens.breakpoints[breakpoint_name]

    def set_to(self, theme: Theme) -> None:
        """Change to another theme, text size and spacing at once."""
        if theme == self.theme:
            return
        self.theme = theme
        self._pixmaps.clear()
        self._icons.clear()
        self._fonts.clear()
        self.apply()
        self.changed.emit()


def _pixel_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
