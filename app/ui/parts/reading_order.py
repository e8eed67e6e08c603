"""The controls that Tab stops at, in the order in which a page is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QWidget,
)


def controls_in_order(widget: QWidget) -> list[QWidget]:
    """Give what Tab stops at in a widget that is shown: the layouts say what comes after what.

    Qt goes by the order in which controls were made, which is another one wherever parts are
    built when they are needed or move from one place to another.
    """
    return list(_controls(widget))


def stop_of(control: QWidget) -> QWidget:
    """Give the control that Tab stops at for this one: of several choices only one is a stop."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is None or not group.exclusive():
        return control
    chosen = group.checkedButton()
    return chosen if chosen is not None else group.buttons()[0]


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    if _is_stop(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _controls(inside)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _controls_in(layout)


def _controls_in(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _controls(widget)
        elif inner is not None:
            yield from _controls_in(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        cells = [cast("tuple[int, ...]", layout.getItemPosition(place)) for place in places]
        places.sort(key=cells.__getitem__)
    items = (layout.itemAt(place) for place in places)
    return [item for item in items if item is not None]


def _is_stop(widget: QWidget) -> bool:
    if widget.focusProxy() is not None:
        return False
    stop = stop_of(widget)
    if stop is not widget:
        return False
    in_group = isinstance(widget, QAbstractButton) and widget.group() is not None
    # Qt takes Tab away from a choice that was not the last to have the focus.
    wanted = Qt.FocusPolicy.ClickFocus if in_group else Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & wanted)
