"""Under an action: SMARTer by ticks, and whether it stands on the record."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.answer import Action, Actions
from app.ui.parts.actions_field import ActionsField
from tests.gui.spoken import spoken_name


@pytest.fixture
def shown(qtbot):
    """Show a widget in an active window of its own."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


def field_with(look, shown, action):
    field = shown(ActionsField(look))
    field.set_value(Actions((action,)))
    (row,) = field.rows
    return field, row.smarter


def test_the_ticks_are_folded_until_they_are_asked_for(look, shown, qtbot):
    field, smarter = field_with(look, shown, Action("Ring"))
    assert smarter.chips == {}
    assert spoken_name(smarter.toggle) == "Action 1: Is it SMARTer?, folded"
    qtbot.keyClick(smarter.toggle, Qt.Key.Key_Space)
    assert spoken_name(smarter.toggle) == "Action 1: Is it SMARTer?, shown"
    assert spoken_name(smarter.chips["ethical"]) == "Action 1: ethical"
    qtbot.keyClick(smarter.toggle, Qt.Key.Key_Space)
    assert not smarter.chips["ethical"].isVisible()
    assert field.value == Actions((Action("Ring"),))


def test_what_is_ticked_is_kept_in_the_order_of_the_letters(look, shown, qtbot):
    field, smarter = field_with(look, shown, Action("Ring", checks=("own word",)))
    smarter.toggle.click()
    heard = []
    field.value_changed.connect(heard.append)
    for word in ("readjusted", "specific", "engaging"):
        qtbot.keyClick(smarter.chips[word], Qt.Key.Key_Space)
    checks = ("specific", "engaging", "readjusted", "own word")
    assert heard[-1] == field.value == Actions((Action("Ring", checks=checks),))
    assert smarter.toggle.text() == "SMARTer: 4 ticked"
    smarter.chips["specific"].click()
    assert field.value.items[0].checks == checks[1:]


def test_tab_goes_from_the_toggle_through_the_ticks(look, shown, qtbot):
    _, smarter = field_with(look, shown, Action("Ring"))
    smarter.toggle.click()
    smarter.toggle.setFocus()
    qtbot.waitUntil(smarter.chips["specific"].isVisible)
    for word in ("specific", "measurable"):
        qtbot.keyClick(smarter.window().focusWidget(), Qt.Key.Key_Tab)
        assert smarter.chips[word].hasFocus()


def test_on_the_record_is_a_tick_of_its_own(look, shown):
    field, smarter = field_with(look, shown, Action("Ring"))
    assert spoken_name(smarter.on_record) == "Action 1: on the child’s record"
    smarter.on_record.click()
    assert field.value == Actions((Action("Ring", is_on_record=True),))


def test_what_became_of_it_is_kept_and_said_while_it_is_written_on(look, shown):
    action = Action(
        "Ring",
        done_on=date(2026, 10, 20),
        came_of_it="She rang back.",
        carried=2,
        dropped_because="Nobody was in.",
        is_on_record=True,
        checks=("timely",),
    )
    field, _ = field_with(look, shown, action)
    field.rows[0].who.edit.insert("me")
    assert field.value == Actions((replace(action, who="me"),))
    said = [label.text() for label in field.rows[0].findChildren(QLabel)]
    words = "Done 20 October 2026 · She rang back. · Nobody was in. · carried forward twice"
    assert words in said
