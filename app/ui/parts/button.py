"""Buttons: one filled button per screen, the others outlined or flat."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look
from app.ui.parts.face_button import Face, FaceButton, Shape

KINDS = ("plain", "primary", "flat", "danger")
_RING_ROOM = 8


class Button(FaceButton):
    """A button with words, perhaps an icon before them and its key after them."""

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        text: str,
        kind: str = "plain",
        icon: str = "",
        key_hint: str = "",
        *,
        parent: QWidget | None = None,
        is_small: bool = False,
    ) -> None:
        self._kind = kind
        self._is_small = is_small
        super().__init__(look, text, parent)
        self._icon_name, self._key_hint = icon, key_hint

    @property
    def kind(self) -> str:
        """How much the button asks to be pressed: plain, primary, flat or danger."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self._kind = kind
        self._restyle()

    def _shape(self) -> Shape:
        theme = self._look.theme
        padding = 10 if self._is_small or self._kind == "flat" else 16
        height = theme.px("button_small" if self._is_small else "button")
        icon = "s" if self._is_small else "m"
        return Shape(height, padding, theme.radius("control"), icon)

    def _face(self) -> Face:
        style = "small_strong" if self._is_small else "body_strong"
        if not self.isEnabled():
            edge = "" if self._kind == "flat" else "control_border_disabled"
            return Face("text_disabled", "", edge, style=style)
        over, down = self.underMouse(), self.isDown()
        if self._kind == "primary":
            fill = "accent_pressed" if down else "accent_hover" if over else "accent"
            return Face("accent_text", fill, fill, style=style)
        if self._kind == "danger":
            fill = "danger_tint" if over or down else "raised"
            return Face("danger", fill, "danger", style=style)
        if self._kind == "flat":
            return Face("accent", "hover" if over or down else "", style=style)
        return Face("text", "hover" if over or down else "raised", "control_border", style=style)


class LinkRow(Button):
    """A flat button that begins where its column begins: “Use the recovery words instead”."""

    def __init__(  # noqa: PLR0913 - each is a word in the call and has its default
        self,
        look: Look,
        text: str,
        icon: str = "",
        trailing_icon: str = "",
        *,
        parent: QWidget | None = None,
        is_small: bool = False,
    ) -> None:
        super().__init__(look, text, "flat", icon, parent=parent, is_small=is_small)
        self._aligns_left = True
        self.set_trailing_icon(trailing_icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _shape(self) -> Shape:
        shape = super()._shape()
        return Shape(shape.height, 0, shape.radius, shape.icon)

    def ring_rect(self) -> QRect:
        """Leave room between the words and the ring."""
        return self.rect().adjusted(-_RING_ROOM, 0, _RING_ROOM, 0)
