"""Lays out every component in its states and saves the pictures to build/screens/.

Run: QT_QPA_PLATFORM=offscreen python packaging/component_gallery.py
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QCoreApplication, QPointF, Qt
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

from app.domain.answer import Action, Actions, Verdict, YesNo
from app.domain.form import ScaleEnds
from app.domain.sharing import Sharing
from app.ui.focus_ring import FocusRing
from app.ui.look import Look
from app.ui.parts.actions_field import ActionsField
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.button import Button, LinkRow
from app.ui.parts.callout import Callout
from app.ui.parts.card import Card, CardButton
from app.ui.parts.chip import Chip
from app.ui.parts.choice_field import ChoiceField
from app.ui.parts.date_field import DateField
from app.ui.parts.divider import Divider
from app.ui.parts.empty_state import EmptyState
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.navigation import SideNavigation
from app.ui.parts.notice import Notice
from app.ui.parts.scale_field import ScaleField
from app.ui.parts.scroll_page import ScrollPage
from app.ui.parts.segmented import Segmented
from app.ui.parts.sharing_control import SharingControl
from app.ui.parts.status_line import StatusLine
from app.ui.parts.strength_meter import StrengthMeter
from app.ui.parts.text_field import TextField
from app.ui.parts.yes_no_field import YesNoField
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


class MoreComponents(QWidget):
    """The parts that pages are put together from: navigation, cards, fields for answers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rings: list[tuple[FocusRing, QWidget]] = []
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        outer.addLayout(row, 1)
        row.addWidget(self._navigation())
        for column in (self._first(), self._second()):
            page = ScrollPage(look)
            page.column.setSpacing(12)
            for widget in column:
                page.column.addWidget(widget)
            row.addWidget(page, 1)
        status = StatusLine(look)
        status.set_left("check", "All changes saved at 18:42")
        status.set_right("lock", "Locks after 5 quiet minutes")
        outer.addWidget(status)

    def _navigation(self) -> QWidget:
        navigation = SideNavigation(self._look)
        navigation.add_widget(Label(self._look, "My journal", "prose_strong"))
        navigation.add_widget(Button(self._look, "New reflection", icon="square-pen"))
        navigation.add_space(10)
        for key, icon, word, count in (
            ("home", "house", "Home", ""),
            ("journal", "book-open-text", "Journal", ""),
            ("actions", "list-checks", "Actions", "4 due"),
            ("two", "2", "In the conference", "2 of 3"),
        ):
            navigation.add_row(key, icon, word, count)
        navigation.add_stretch()
        navigation.add_row("lock", "lock", "Lock", "Ctrl+L")
        navigation.set_current("home")
        return navigation

    def _first(self) -> list[QWidget]:
        look = self._look
        draft = Card(look, has_bar=True)
        draft.body.addWidget(Label(look, "Draft · Conference", "small", "text_muted"))
        draft.body.addWidget(Label(look, "The conference that ran on", "title"))
        go_on = Button(look, "Continue writing", "primary", key_hint="Enter")
        draft.body.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        for title in ("Five-minute capture", "Conference or case reflection"):
            text = "What, so what, now what: before it fades."
            row.addWidget(CardButton(look, title, text, "5 minutes", "Ctrl+Shift+1"))
        empty = EmptyState(
            look,
            "notebook-pen",
            "Begin with five minutes",
            "Think of one moment from this week that stayed with you.",
            primary="Write for five minutes",
            plain="Choose another form",
            key_hint="Enter",
        )
        secret = TextField(look, "Passphrase", "Several words are easier", is_secret=True)
        secret.set_text("lantern under the slow")
        meter = StrengthMeter(look)
        meter.show_strength(2, "Weak.", "A determined person could guess it.")
        again = TextField(look, "The same passphrase again")
        again.set_text("lantern under the slow")
        again.set_state("They match")
        link = LinkRow(look, "Use the recovery words instead", "key-round")
        return [draft, cards, empty, secret, meter, again, link]

    def _second(self) -> list[QWidget]:
        look = self._look
        day = DateField(look, "Date of the event", "As exact as you like")
        day.set_day(date(2026, 10, 21))
        actions = ActionsField(look)
        actions.set_value(Actions((Action("Ring the school", "me", date(2026, 11, 3)),)))
        scale = ScaleField(look)
        scale.set_ends(ScaleEnds("I could not leave it overnight", "I would close today"))
        verdict = YesNoField(look, "Was the child seen alone?")
        verdict.set_value(YesNo(Verdict.YES, "At school, on Tuesday."))
        choice = ChoiceField(look, ("A visit", "A meeting", "A reading"), "What about?")
        choice.set_option("A meeting")
        themes = QWidget()
        flow = FlowLayout(themes)
        for word in ("changing risk", "voice of the child", "drift and delay"):
            flow.addWidget(Chip(look, word, is_removable=True))
        flow.addWidget(Chip(look, "Add", icon="plus"))
        return [day, actions, scale, verdict, choice, themes]


def hover(widget: QWidget) -> None:
    """Make a widget look as if the pointer stood over it."""
    place = QPointF(2, 2)
    QApplication.sendEvent(widget, QEnterEvent(place, place, place))
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def main() -> None:
    """Save one picture per theme."""
    application = QApplication([])  # noqa: F841 - kept alive for as long as there are widgets
    look = Look()
    look.apply()
    SCREENS.mkdir(parents=True, exist_ok=True)
    for name, theme in THEMES.items():
        look.set_to(theme)
        gallery = Gallery(look)
        gallery.resize(1280, 800)
        gallery.show()
        gallery.notice.show_notice("Moved to the bin for 30 days.", "Undo", "Ctrl+Z")
        save(gallery, name)
        more = MoreComponents(look)
        more.resize(1280, 800)
        more.show()
        save(more, name.replace("components", "more-components"))


def save(gallery: Gallery | MoreComponents, name: str) -> None:
    """Let the layouts settle, put the rings where the focus would be, and take the picture."""
    for _ in range(10):
        QCoreApplication.processEvents()
        layout = gallery.layout()
        if isinstance(gallery, Gallery) and layout is not None:
            # Broken lines make the page higher than its least size says.
            needed = layout.totalHeightForWidth(gallery.width())
            gallery.resize(gallery.width(), max(gallery.height(), needed))
    for ring, target in gallery.rings:
        ring.follow(target)
    gallery.grab().save(str(SCREENS / f"{name}.png"))
    gallery.close()
    gallery.deleteLater()


if __name__ == "__main__":
    main()
