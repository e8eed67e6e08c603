"""Fusion without its own focus rectangle, and with boxes and lists drawn in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

if TYPE_CHECKING:
    from app.ui.look import Look

_Hint = QStyle.StyleHint
_Metric = QStyle.PixelMetric
_Primitive = QStyle.PrimitiveElement
_State = QStyle.StateFlag
_HINTS = {
    _Hint.SH_Widget_Animate: 0,
    _Hint.SH_Widget_Animation_Duration: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_Menu_Scrollable: 1,  # else a menu higher than the screen breaks into columns
}
_SIDES_OF_BOXES = frozenset(
    (
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
    )
)
_GAPS_OF_BOXES = frozenset((_Metric.PM_CheckBoxLabelSpacing, _Metric.PM_RadioButtonLabelSpacing))
_ARROWS = {  # black in Fusion, on whatever ground
    QStyle.StandardPixmap.SP_ArrowBack: "chevron-left",
    QStyle.StandardPixmap.SP_ArrowForward: "chevron-right",
    QStyle.StandardPixmap.SP_FileDialogToParent: "chevron-up",
}
_BOX_WORD_GAP = 8
_COMBO_PADDING = 9


class QuietStyle(QProxyStyle):
    """Draws what the style sheet cannot draw without picture files."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """Keep everything still."""
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, returnData)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give check boxes and radio buttons their size and distance."""
        if metric in _SIDES_OF_BOXES:
            return self._look.px("checkbox")
        if metric in _GAPS_OF_BOXES:
            return _BOX_WORD_GAP
        return super().pixelMetric(metric, option, widget)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 - Qt's name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Give Qt's folder dialog arrows that can be seen in every theme."""
        if standardIcon not in _ARROWS:
            return super().standardIcon(standardIcon, option, widget)
        icon = QIcon(self._look.pixmap(_ARROWS[standardIcon], "text", "s"))
        off = self._look.pixmap(_ARROWS[standardIcon], "text_disabled", "s")
        icon.addPixmap(off, QIcon.Mode.Disabled)
        return icon

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw boxes in the theme's colours and no focus rectangle: the ring shows the focus."""
        if element == _Primitive.PE_FrameFocusRect:
            return
        if element == _Primitive.PE_IndicatorCheckBox:
            self._draw_box(option, painter, self._look.theme.radius("checkbox"))
        elif element == _Primitive.PE_IndicatorRadioButton:
            self._draw_radio(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a drop-down list like any other field."""
        if control == QStyle.ComplexControl.CC_ComboBox and isinstance(
            option, QStyleOptionComboBox
        ):
            self._draw_combo(option, painter)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Keep the words of a drop-down list as far from the edge as those of a field."""
        assert widget is not None  # QProxyStyle asks for one, though its own base does not
        rect = super().subControlRect(control, option, part, widget)
        if part == QStyle.SubControl.SC_ComboBoxEditField:
            return rect.adjusted(_COMBO_PADDING, 0, -_COMBO_PADDING, 0)
        return rect

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Make drop-down lists as high as fields, and boxes easy to hit."""
        assert widget is not None  # as above
        given = super().sizeFromContents(kind, option, size, widget)
        if kind == QStyle.ContentsType.CT_ComboBox:
            return QSize(given.width() + 3 * _COMBO_PADDING, self._look.px("input"))
        if kind in (QStyle.ContentsType.CT_CheckBox, QStyle.ContentsType.CT_RadioButton):
            return QSize(given.width(), max(given.height(), self._look.px("chip")))
        return given

    def _draw_box(self, option: QStyleOption, painter: QPainter, radius: float) -> None:
        is_on = bool(option.state & _State.State_On)
        rect = self._edge(option, painter, is_on)
        painter.drawRoundedRect(rect, radius, radius)
        if is_on:
            colour = "accent_text" if option.state & _State.State_Enabled else "text_disabled"
            self._draw_mark("check", colour, option.rect, painter)
        painter.restore()

    def _draw_radio(self, option: QStyleOption, painter: QPainter) -> None:
        is_on = bool(option.state & _State.State_On)
        rect = self._edge(option, painter, False)
        if is_on and option.state & _State.State_Enabled:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawEllipse(rect)
        if is_on:
            enabled = option.state & _State.State_Enabled
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent" if enabled else "text_disabled"))
            inset = rect.width() * 0.26
            painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()

    def _edge(self, option: QStyleOption, painter: QPainter, is_filled: bool) -> QRectF:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = bool(option.state & _State.State_Enabled)
        hover = bool(option.state & _State.State_MouseOver)
        edge = "control_border" if enabled else "control_border_disabled"
        fill = "hover" if hover else "raised"
        if is_filled and enabled:
            edge = fill = "accent"
        painter.setPen(QPen(self._look.colour(edge), 1))
        if enabled:
            painter.setBrush(self._look.colour(fill))
        return QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)

    def _draw_combo(self, option: QStyleOptionComboBox, painter: QPainter) -> None:
        rect = self._edge(option, painter, False)
        radius = self._look.theme.radius("control")
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()
        enabled = bool(option.state & _State.State_Enabled)
        px = self._look.theme.icon_px("s")
        place = QRect(option.rect.right() - px - 10, option.rect.center().y() - px // 2, px, px)
        self._draw_mark("chevron-down", "text" if enabled else "text_disabled", place, painter)

    def _draw_mark(self, name: str, colour: str, rect: QRect, painter: QPainter) -> None:
        pixmap = self._look.pixmap(name, colour, "xs")
        px = self._look.theme.icon_px("xs")
        painter.drawPixmap(
            rect.x() + (rect.width() - px) // 2, rect.y() + (rect.height() - px) // 2, pixmap
        )
