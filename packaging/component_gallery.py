"""Lays out every component in its states and saves the pictures to build/screens/.

Run: QT_QPA_PLATFORM=offscreen python packaging/component_gallery.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.sharing import Sharing
from app.ui.focus_ring import FocusRing
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.button import Button
from app.ui.parts.callout import Callout
from app.ui.parts.chip import Chip
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.notice import Notice
from app.ui.parts.scale_field import ScaleField
from app.ui.parts.segmented import Segmented
from app.ui.parts.sharing_control import SharingControl
from app.ui.parts.status_line import StatusLine
from app.ui.parts.text_field import TextField
from app.ui.theme import Theme

SCREENS = Path(__file__).resolve().parent.parent / "build" / "screens"
THEMES = {
    "19-components": Theme.load(),
    "19-components-dark": Theme.load("dark"),
    "19-components-high-contrast": Theme.load("high_contrast"),
    "19-components-high-contrast-light": Theme.load("high_contrast_light"),
    "19-components-200-percent": Theme.load("light", 2.0),
}


class Gallery(QWidget):
    """Two columns of components."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rings: list[tuple[FocusRing, QWidget]] = []
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left, self.right = self._columns()
        self._add_buttons()
        self._add_fields()
        self._add_small()
        self._add_words()
        self._add_right()
        self.left.addStretch(1)
        self.right.addStretch(1)

    def _columns(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 14, 32, 12)
        outer.setSpacing(4)
        outer.addWidget(Label(self._look, "Components and their states", "title"))
        row = QHBoxLayout()
        row.setSpacing(48)
        outer.addLayout(row)
        columns = QVBoxLayout(), QVBoxLayout()
        for column, share in zip(columns, (560, 608), strict=True):
            column.setSpacing(6)
            row.addLayout(column, share)
        return columns

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addWidget(Label(self._look, words, "small_strong", "text_muted"))
        column.addWidget(Divider(self._look))

    def _states(self, column: QVBoxLayout, states: list[tuple[str, QWidget]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for place, (word, widget) in enumerate(states):
            if word:
                grid.addWidget(Label(self._look, word, "small", "text_muted"), 0, place)
            grid.addWidget(widget, 1, place)
        grid.setColumnStretch(len(states), 1)
        column.addLayout(grid)

    def _focused(self, widget: QWidget) -> QWidget:
        self.rings.append((FocusRing(self._look, self), widget))
        return widget

    def _add_buttons(self) -> None:
        look = self._look
        for kind, word in (("primary", "Save"), ("plain", "Back"), ("flat", "Skip for now")):
            self._heading(self.left, f"{kind.capitalize()} button")
            buttons = {state: Button(look, word, kind) for state in ("rest", "hover")}
            if kind == "primary":
                buttons["pressed"] = Button(look, word, kind)
                buttons["pressed"].setDown(True)
            buttons["focus"] = Button(look, word, kind)
            self._focused(buttons["focus"])
            if kind != "flat":
                buttons["disabled"] = Button(look, word, kind)
                buttons["disabled"].setEnabled(False)
            if kind == "plain":
                buttons["danger"] = Button(look, "Delete…", "danger")
                buttons["key"] = Button(look, "Next prompt", "primary", key_hint="Ctrl+Enter")
            self._states(self.left, list(buttons.items()))
            hover(buttons["hover"])

    def _add_fields(self) -> None:
        look = self._look
        self._heading(self.left, "Text field")
        fields = [TextField(look, state) for state in ("rest", "focus", "disabled")]
        for field in fields:
            field.set_text("My journal")
        fields[2].setEnabled(False)
        self._focused(fields[1].edit)
        row = QHBoxLayout()
        row.setSpacing(14)
        for field in fields:
            row.addWidget(field)
        secret = TextField(look, "secret", is_secret=True)
        secret.set_text("lantern under")
        row.addWidget(secret)
        self.left.addLayout(row)
        wrong = TextField(look, "error: icon, 2 px edge, words under it")
        wrong.set_text("31 February 2026")
        wrong.set_error("February 2026 has 28 days. What you typed is kept.")
        self.left.addWidget(wrong)

    def _add_small(self) -> None:
        look = self._look
        self._heading(self.left, "Sharing control")
        choices = (
            Sharing.PRIVATE,
            Sharing.SUPERVISION,
            Sharing.CPD,
            Sharing.SUPERVISION | Sharing.CPD,
        )
        controls = [SharingControl(look) for _ in choices]
        for control, sharing in zip(controls, choices, strict=True):
            control.set_sharing(sharing)
        self._states(self.left, [("", control) for control in controls])
        self._heading(self.left, "Chips")
        complete = Chip(look, "Complete", is_checkable=True)
        complete.setChecked(True)
        theme = Chip(look, "Theme")
        theme.set_trailing_icon("chevron-down")
        removable = Chip(look, "drift and delay", is_removable=True)
        self._focused(removable)
        chips = [Chip(look, "neglect"), complete, theme, removable]
        self._states(self.left, [("", chip) for chip in chips])

    def _add_words(self) -> None:
        self._heading(self.left, "Choice, tick, several")
        row = QHBoxLayout()
        row.setSpacing(18)
        boxes = [QRadioButton(word) for word in ("Yes", "No", "Not applicable")]
        ticks = [QCheckBox("On the record"), QCheckBox("Large print")]
        boxes[0].setChecked(True)
        ticks[0].setChecked(True)
        for widget in (*boxes, *ticks):
            row.addWidget(widget)
        row.addStretch(1)
        self.left.addLayout(row)
        combo = QComboBox()
        combo.addItems(["the class teacher", "the school"])
        options = [("whole", "Whole form"), ("one", "One at a time")]
        self._states(
            self.left, [("", Segmented(self._look, options, "Prompts shown")), ("", combo)]
        )

    def _add_right(self) -> None:
        look = self._look
        self._heading(self.right, "Callouts")
        for tone, lead, text in (
            ("info", "For your information.", "One thing to know; nothing to do."),
            ("success", "The backup is good.", "It was opened and checked: 86 reflections."),
            (
                "warning",
                "Put the fact on the child’s record first.",
                "This journal is for learning.",
            ),
            ("error", "That passphrase does not open this journal.", "Nothing was changed."),
        ):
            self.right.addWidget(Callout(look, tone, lead, text))
        self._heading(self.right, "Status line, in words")
        status = StatusLine(look)
        status.set_left("triangle-alert", "Not saved: the disk is full.", "trouble")
        status.set_right("lock", "Locks after 5 quiet minutes")
        self.right.addWidget(status)
        self._heading(self.right, "Scale (chosen 7, keyboard focus on it, last time 5)")
        scale = ScaleField(look)
        scale.set_number(7)
        scale.set_last_time(5, "Last time, on 3 June: 5 (dashed).")
        self._focused(scale.cells)
        self.right.addWidget(scale)
        self._heading(self.right, "Answer box")
        answer = AnswerBox(look, "Write here, or leave it for now.")
        answer.set_text(
            "The room was **very quiet** when *she* came in. I noticed three things:\n- one"
        )
        self.right.addWidget(answer)
        empty = AnswerBox(look, "Write here, or leave it for now.")
        empty.set_least_lines(1)
        self.right.addWidget(empty)
        self._heading(self.right, "Notice (bottom left, stays until the next act)")
        self.holder = QWidget()
        self.holder.setMinimumHeight(90)
        self.right.addWidget(self.holder)
        self.notice = Notice(look, self.holder)


def hover(widget: QWidget) -> None:
    """Make a widget look as if the pointer stood over it."""
    place = QPointF(2, 2)
    QApplication.sendEvent(widget, QEnterEvent(place, place, place))
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def main() -> None:
    """Save one picture per theme."""
    application = QApplication([])
    look = Look()
    look.apply()
    SCREENS.mkdir(parents=True, exist_ok=True)
    for name, theme in THEMES.items():
        look.set_to(theme)
        gallery = Gallery(look)
        gallery.resize(1280, 800)
        gallery.show()
        gallery.notice.show_notice("Moved to the bin for 30 days.", "Undo", "Ctrl+Z")
        application.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for _ in range(3):
            gallery.grab()
            application.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for ring, target in gallery.rings:
            ring.follow(target)
        gallery.grab().save(str(SCREENS / f"{name}.png"))
        gallery.close()
        gallery.deleteLater()


if __name__ == "__main__":
    main()
