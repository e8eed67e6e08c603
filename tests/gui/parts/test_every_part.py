"""What all parts have in common: a name, life with and without a theme, and an end."""

import gc
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.answer import Action, Actions
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
from app.ui.parts.label import Label, LeadLabel
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
from app.ui.theme import THEME_NAMES, Theme
from tests.gui.spoken import spoken_name


def an_actions_field(look):
    field = ActionsField(look)
    field.set_value(Actions((Action("Ring the school", "me", date(2026, 11, 3)),)))
    return field


def an_answer_box(look):
    box = AnswerBox(look, "Write here, or leave it for now.")
    box.setAccessibleName("What happened?")
    box.set_text("The room was **quiet**.\n- one")
    return box


def a_navigation(look):
    navigation = SideNavigation(look)
    navigation.add_row("home", "house", "Home")
    navigation.add_row("actions", "list-checks", "Actions", "4 due")
    navigation.add_row("two", "2", "In the conference", "2 of 3")
    navigation.set_current("home")
    return navigation


def a_scale(look):
    scale = ScaleField(look, "How safe did Child A seem?")
    scale.set_number(4)
    scale.set_last_time(6, "Last time: 6 (dashed).")
    return scale


def a_status_line(look):
    line = StatusLine(look)
    line.set_left("triangle-alert", "Not saved: the disk is full.", "trouble")
    line.set_right("lock", "Locks after 5 quiet minutes")
    return line


PARTS = {
    "actions field": an_actions_field,
    "answer box": an_answer_box,
    "button": lambda look: Button(look, "Save", "primary", "check", "Enter"),
    "callout": lambda look: Callout(look, "warning", "Nobody can reset this.", "Keep the words."),
    "card": Card,
    "card button": lambda look: CardButton(look, "Five-minute capture", "What, so what?", "5 min"),
    "chip": lambda look: Chip(look, "drift and delay", is_removable=True),
    "choice field": lambda look: ChoiceField(look, ("At home", "At school"), "Where?"),
    "date field": lambda look: DateField(look, "Date of the event"),
    "divider": Divider,
    "empty state": lambda look: EmptyState(look, "notebook-pen", "Begin", "Small", primary="Go"),
    "label": lambda look: Label(look, "Words"),
    "lead label": lambda look: LeadLabel(look, "Lead.", "Sentence."),
    "link row": lambda look: LinkRow(look, "Use the recovery words", "key-round", "chevron-right"),
    "navigation": a_navigation,
    "scale field": a_scale,
    "scroll page": ScrollPage,
    "secret field": lambda look: TextField(look, "Passphrase", is_secret=True),
    "segmented": lambda look: Segmented(look, [("a", "Whole form"), ("b", "One")], "Prompts"),
    "sharing control": SharingControl,
    "status line": a_status_line,
    "strength meter": StrengthMeter,
    "text field": lambda look: TextField(look, "Name of the journal", "As you like"),
    "yes no field": lambda look: YesNoField(look, "Was the child seen alone?"),
}


@pytest.fixture(params=PARTS, ids=str)
def part(request, look, qtbot):
    widget = PARTS[request.param](look)
    qtbot.addWidget(widget)
    return widget


def focusable(widget):
    for child in (widget, *widget.findChildren(QWidget)):
        if (
            child.focusPolicy() != Qt.FocusPolicy.NoFocus
            and child.isEnabled()
            and not child.isHidden()
        ):
            yield child


def test_every_control_has_a_name(part):
    for control in focusable(part):
        if control.focusProxy() is not None:
            continue
        assert spoken_name(control), control


def test_a_part_is_drawn_in_every_theme_and_size(part, look):
    part.resize(360, 240)
    part.show()
    pictures = set()
    for theme in [Theme.load(name) for name in THEME_NAMES] + [Theme.load("light", 2.0, True)]:
        look.set_to(theme)
        picture = part.grab().toImage()
        assert not picture.isNull()
        pictures.add(picture.cacheKey())
    part.close()
    # A bare card or page has nothing but its ground, and an empty meter only its segments.
    assert len(pictures) >= (1 if isinstance(part, ScrollPage) else 3)


def test_text_at_200_per_cent_is_never_cut(part, look, qapp):
    part.show()
    small = part.sizeHint()
    look.set_scale(2.0)
    qapp.sendPostedEvents()
    if not isinstance(part, Card | Divider | ScrollPage | StrengthMeter | SideNavigation):
        assert part.sizeHint().height() > small.height()


@pytest.mark.slow
def test_a_closed_part_is_freed_with_its_words(look, qapp):
    for make in PARTS.values():
        holder = QWidget()
        column = QVBoxLayout(holder)
        widget = make(look)
        column.addWidget(widget)
        holder.show()
        children = [weakref.ref(child) for child in widget.findChildren(QWidget)]
        seen = [weakref.ref(widget), weakref.ref(holder)]
        holder.close()
        holder.deleteLater()
        del holder, column, widget
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert [ref() for ref in seen if ref() is not None] == [], make
        assert not any(ref() for ref in children), make


def test_a_freed_part_is_not_told_of_a_new_theme(look, qapp):
    label = Label(look, "Words")
    label.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.set_theme("dark")
    assert look.theme.name == "dark"


def test_a_notice_is_freed_with_its_page(look, qapp):
    page = QWidget()
    notice = Notice(look, page)
    notice.show_notice("Moved to the bin for 30 days.", "Undo")
    seen = weakref.ref(notice)
    page.deleteLater()
    del notice, page
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen() is None
