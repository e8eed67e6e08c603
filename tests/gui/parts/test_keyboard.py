"""Each control works by keyboard and says what it holds."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.answer import Action, Actions, Verdict, YesNo
from app.domain.form import ScaleEnds
from app.domain.sharing import Sharing
from app.ui.parts.actions_field import ActionsField
from app.ui.parts.button import Button
from app.ui.parts.card import CardButton
from app.ui.parts.chip import Chip
from app.ui.parts.choice_field import ChoiceField
from app.ui.parts.date_field import DateField
from app.ui.parts.navigation import SideNavigation
from app.ui.parts.notice import Notice
from app.ui.parts.scale_field import ScaleField
from app.ui.parts.search_field import SearchField
from app.ui.parts.segmented import Segmented
from app.ui.parts.sharing_control import SharingControl
from app.ui.parts.strength_meter import StrengthMeter
from app.ui.parts.text_field import TextField
from app.ui.parts.yes_no_field import YesNoField
from tests.gui.spoken import spoken_name, spoken_role, spoken_value

TODAY = date(2026, 10, 22)
Key = Qt.Key


@pytest.fixture
def shown(qtbot):
    """Show a widget in an active window of its own."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        widget.setFocus()
        return widget

    return show


def heard_from(signal):
    heard = []
    signal.connect(heard.append)
    return heard


# --- the scale


def test_digits_choose_on_the_scale_and_one_then_nought_is_ten(look, shown, qtbot):
    scale = shown(ScaleField(look))
    heard = heard_from(scale.number_changed)
    for key in (Key.Key_4, Key.Key_1, Key.Key_0, Key.Key_0):
        qtbot.keyClick(scale.cells, key)
    assert heard == [4, 1, 10, 0]
    assert scale.number == 0


def test_arrows_home_and_end_move_on_the_scale(look, shown, qtbot):
    scale = shown(ScaleField(look))
    scale.set_number(4)
    heard = heard_from(scale.number_changed)
    for key in (
        Key.Key_Right,
        Key.Key_Left,
        Key.Key_End,
        Key.Key_Right,
        Key.Key_Home,
        Key.Key_Left,
    ):
        qtbot.keyClick(scale.cells, key)
    assert heard == [5, 4, 10, 0]


def test_delete_clears_the_scale(look, shown, qtbot):
    scale = shown(ScaleField(look))
    scale.set_number(7)
    heard = heard_from(scale.number_changed)
    qtbot.keyClick(scale.cells, Key.Key_Delete)
    assert heard == [None]
    assert scale.number is None


def test_the_scale_says_what_was_chosen(look, shown):
    scale = shown(ScaleField(look, "How safe?"))
    scale.set_last_time(6, "Last time, on 3 June: 6 (dashed).")
    scale.set_ends(ScaleEnds("not overnight", "close today"))
    assert spoken_role(scale.cells) == QAccessible.Role.Slider
    assert "Nothing chosen yet." in scale.cells.accessibleDescription()
    scale.set_number(4)
    assert scale.cells.accessibleDescription() == "You chose 4. Last time, on 3 June: 6 (dashed)."
    assert spoken_value(scale.cells) == 4


def test_a_click_chooses_its_cell_and_the_wheel_nothing(look, shown, qtbot):
    scale = shown(ScaleField(look))
    scale.resize(600, 120)
    cells = scale.cells
    place = QPoint(round(cells.width() * 7.5 / 11), cells.height() // 2)
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=place)
    assert scale.number == 7


# --- sharing


def test_the_sharing_is_named_and_changed_by_keys(look, shown, qtbot):
    control = shown(SharingControl(look))
    heard = heard_from(control.sharing_changed)
    assert spoken_name(control) == "Sharing: Private"
    menu = control.menu()
    menu.popup(QPoint(0, 0))
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert heard == [Sharing.SUPERVISION | Sharing.CPD]
    assert spoken_name(control) == "Sharing: Supervision and CPD"
    assert control.words == "Supervision and CPD"


def test_only_one_sharing_is_ticked(look, shown):
    control = shown(SharingControl(look))
    control.set_sharing(Sharing.SUPERVISION)
    control.menu().popup(QPoint(0, 0))
    control.set_sharing(Sharing.CPD)
    ticked = [action.text() for action in control.menu().actions() if action.isChecked()]
    assert ticked == ["CPD"]


def test_setting_the_sharing_tells_nobody(look, shown):
    control = shown(SharingControl(look))
    heard = heard_from(control.sharing_changed)
    control.set_sharing(Sharing.SUPERVISION)
    assert heard == []
    assert control.sharing == Sharing.SUPERVISION


# --- days


def test_a_typed_day_is_read_and_shown_in_full(look, shown, qtbot):
    field = shown(DateField(look, "Date of the event", today=lambda: TODAY))
    heard = heard_from(field.day_changed)
    qtbot.keyClicks(field.edit, "21/10/26")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert heard == [date(2026, 10, 21)]
    assert field.edit.text() == "21 October 2026"


def test_a_day_that_does_not_exist_is_kept_and_told(look, shown, qtbot):
    field = shown(DateField(look, "Date of the event", today=lambda: TODAY))
    field.set_day(TODAY)
    heard = heard_from(field.day_changed)
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "31 February 2026")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert field.error == "February 2026 has 28 days. What you typed is kept."
    assert field.edit.accessibleDescription() == field.error
    assert field.text == "31 February 2026"
    assert field.day is None
    assert not field.is_right
    assert heard == [None]
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "yesterday")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert field.error == ""
    assert field.day == date(2026, 10, 21)


def test_a_day_is_picked_from_the_calendar_by_keys(look, shown, qtbot):
    field = shown(DateField(look, "Date of the event", today=lambda: TODAY))
    heard = heard_from(field.day_changed)
    qtbot.keyClick(field.edit, Key.Key_F4)
    month = field.findChild(QCalendarWidget)
    assert month.isVisible()
    view = month.findChild(QWidget, "qt_calendar_calendarview")
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Return)
    assert heard == [date(2026, 10, 21)]
    qtbot.waitUntil(lambda: field.findChild(QCalendarWidget) is None)


# --- actions


def test_actions_are_added_written_and_removed_by_keys(look, shown, qtbot):
    field = shown(ActionsField(look, today=lambda: TODAY))
    heard = heard_from(field.value_changed)
    qtbot.keyClick(field.add_button, Key.Key_Space)
    (row,) = field.rows
    assert row.what.edit.hasFocus()
    qtbot.keyClicks(row.what.edit, "Ring the school")
    qtbot.keyClick(row.what.edit, Key.Key_Tab)
    qtbot.keyClick(row.remove, Key.Key_Tab)
    qtbot.keyClicks(row.who.edit, "me")
    row.by_when.edit.setFocus()
    qtbot.keyClicks(row.by_when.edit, "tomorrow")
    qtbot.keyClick(row.by_when.edit, Key.Key_Return)
    assert field.value == Actions((Action("Ring the school", "me", date(2026, 10, 23)),))
    assert heard[-1] == field.value
    qtbot.keyClick(row.remove, Key.Key_Space)
    assert field.value == Actions()
    (fresh,) = field.rows
    assert fresh is not row
    assert fresh.what.edit.hasFocus()


def test_how_one_will_know_is_written_and_is_reached_after_the_day(look, shown, qtbot):
    field = shown(ActionsField(look, today=lambda: TODAY))
    field.add()
    (row,) = field.rows
    assert spoken_name(row.how_known.edit) == "Action 1: how will we know?"
    qtbot.waitUntil(row.how_known.isVisible)
    row.by_when.edit.setFocus()
    qtbot.keyClick(field.focusWidget(), Key.Key_Tab)
    assert row.how_known.edit.hasFocus()
    qtbot.keyClicks(row.how_known.edit, "she says so")
    # Words are kept even while it is not yet said what is to be done.
    assert field.value == Actions((Action("", how_known="she says so"),))


def test_alt_and_down_is_left_to_the_page(look, shown, qtbot):
    field = shown(DateField(look, today=lambda: TODAY))
    qtbot.keyClick(field.edit, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.findChild(QCalendarWidget) is None
    assert "F4" in field._open.toolTip()


def test_what_an_action_does_not_show_is_kept(look, shown, qtbot):
    field = shown(ActionsField(look))
    action = Action("Ring the school", "me", TODAY, "she answers", date(2026, 10, 20))
    field.set_value(Actions((action,)))
    qtbot.keyClicks(field.rows[0].what.edit, "!")
    (kept,) = field.value.items
    assert (kept.what, kept.how_known, kept.done_on) == (
        "Ring the school!",
        "she answers",
        date(2026, 10, 20),
    )


def test_rows_are_numbered_for_screen_readers(look, shown):
    field = shown(ActionsField(look))
    field.set_value(Actions((Action("one"), Action("two"))))
    assert spoken_name(field.rows[1].what.edit) == "Action 2: what"
    assert spoken_name(field.rows[1].remove) == "Remove action 2"


# --- choices


def test_a_choice_is_made_and_taken_back(look, shown, qtbot):
    field = shown(ChoiceField(look, ("At home", "At school & club"), "Where?"))
    heard = heard_from(field.option_changed)
    second = field._group.button(1)
    qtbot.keyClick(second, Key.Key_Space)
    assert field.option == "At school & club"
    field.clear()
    assert field.option == ""
    assert heard == ["At school & club", ""]


def test_yes_and_its_evidence_are_one_value(look, shown, qtbot):
    field = shown(YesNoField(look, "Was the child seen alone?"))
    heard = heard_from(field.value_changed)
    field.set_value(YesNo(Verdict.NO, "At school"))
    assert heard == []
    qtbot.keyClick(field.choice._group.button(0), Key.Key_Space)
    assert heard == [YesNo(Verdict.YES, "At school")]


def test_segments_move_by_arrow(look, shown, qtbot):
    field = shown(Segmented(look, [("whole", "Whole form"), ("one", "One")], "Prompts shown"))
    heard = heard_from(field.chosen_changed)
    first = field.findChildren(QPushButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Right)
    assert field.chosen == "one"
    assert heard == ["one"]


# --- fields, buttons, rows


def test_a_secret_is_hidden_until_asked(look, shown, qtbot):
    field = shown(TextField(look, "Passphrase", is_secret=True))
    hints = field.edit.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(field.edit, Key.Key_Tab)
    toggle = field.findChild(Button)
    assert toggle.hasFocus()
    assert spoken_name(toggle) == "Show what is typed"
    qtbot.keyClick(toggle, Key.Key_Space)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert field.edit.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def inside_of(field):
    edit = field if isinstance(field, QLineEdit) else field.edit
    return edit, edit.findChild(Button)


def fields_with_buttons(look):
    secret = TextField(look, "Passphrase", is_secret=True)
    return (secret, DateField(look, "Day", today=lambda: TODAY), SearchField(look, "Search"))


def test_keys_on_a_button_inside_a_field_never_reach_the_field(look, shown, qtbot):
    for field in fields_with_buttons(look):
        edit, button = inside_of(field)
        edit.setText("words")
        shown(field)
        button.setFocus()
        for key in "aZ7.-":
            qtbot.keyClick(button, key)
        for key in (Key.Key_Backspace, Key.Key_Delete, Key.Key_Left, Key.Key_Down, Key.Key_Home):
            qtbot.keyClick(button, key)
        for key in (Key.Key_A, Key.Key_X, Key.Key_V, Key.Key_Z):
            qtbot.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
        assert edit.text() == "words"
        assert button.hasFocus()


def test_space_and_enter_press_a_button_inside_a_field(look, shown, qtbot):
    for key in (Key.Key_Space, Key.Key_Return):
        for field in fields_with_buttons(look):
            edit, button = inside_of(field)
            edit.setText("words")
            shown(field)
            button.setFocus()
            with qtbot.waitSignal(button.clicked):
                qtbot.keyClick(button, key)
            if isinstance(field, DateField):
                field.findChild(QCalendarWidget).window().close()
            assert " " not in edit.text()


def test_escape_goes_past_the_field_from_the_button_inside_it(look, shown, qtbot):
    heard = []

    class Page(QWidget):
        def keyPressEvent(self, event):
            heard.append(event.key())

    page = Page()
    column = QVBoxLayout(page)
    fields = fields_with_buttons(look)
    for field in fields:
        column.addWidget(field)
    shown(page)
    for field in fields:
        edit, button = inside_of(field)
        edit.setText("words")
        button.setFocus()
        qtbot.keyClick(button, Key.Key_Escape)
        assert edit.text() == "words"
    assert heard == [Key.Key_Escape] * 3


def test_a_day_that_cannot_be_read_is_told_in_full_in_a_narrow_column(look, shown, qtbot):
    column = QWidget()
    rows = QVBoxLayout(column)
    field = DateField(look, "Day of the event", today=lambda: TODAY)
    rows.addWidget(field)
    rows.addStretch(1)
    column.resize(190, 400)
    shown(column)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "31/2/26")
    qtbot.keyClick(field.edit, Key.Key_Return)
    told = field._trouble
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()) > 30)
    assert field.rect().contains(told.geometry())
    before = field.height()
    field.set_error("")
    qtbot.waitUntil(lambda: field.height() < before)


def test_an_empty_day_shows_no_day_that_could_be_taken_for_an_answer(look, shown):
    field = shown(DateField(look, today=lambda: TODAY))
    assert field.edit.placeholderText() == "e.g. yesterday"


def test_the_hint_of_the_strength_begins_where_its_bar_begins(look, shown):
    meter = shown(StrengthMeter(look))
    meter.show_strength(0, "", "How hard it is to guess shows here as you type.")
    assert meter._words.x() == meter._bar.x()
    meter.show_strength(4, "Very strong.", "")
    assert meter._icon.isVisible()


def test_an_error_is_a_sentence_that_describes_the_field(look, shown):
    field = shown(TextField(look, "Name", "As you like"))
    field.set_text("kept")
    field.set_error("There is a journal of that name.")
    assert field.edit.accessibleDescription() == "There is a journal of that name."
    assert field.edit.property("error") is True
    assert field.text == "kept"
    field.set_error("")
    assert field.edit.accessibleDescription() == "As you like"


def test_words_never_run_under_what_stands_in_the_field(look, shown):
    field = shown(TextField(look, "The same passphrase again", is_secret=True))
    before = field.edit.textMargins().right()
    field.set_state("They match")
    assert field.edit.textMargins().right() > before + 50
    field.set_state("")
    assert field.edit.textMargins().right() == before


@pytest.mark.parametrize("kind", [Button, CardButton, Chip])
def test_enter_presses_a_button_that_has_the_focus(look, shown, qtbot, kind):
    button = shown(kind(look, "Save & go"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.keyClick(button, Key.Key_Return)
    qtbot.keyClick(button, Key.Key_Space)
    assert pressed == [1, 1]
    assert spoken_name(button) == "Save & go"


def test_a_chip_is_removed_by_delete_or_its_cross_only(look, shown, qtbot):
    chip = shown(Chip(look, "drift and delay", is_removable=True))
    removed = []
    chip.removed.connect(lambda: removed.append(1))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert removed == []
    cross = QPoint(chip.width() - 14, 14)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    qtbot.keyClick(chip, Key.Key_Delete)
    assert removed == [1, 1]


def test_a_navigation_row_says_where_it_leads_and_keeps_its_mark(look, shown, qtbot):
    navigation = SideNavigation(look)
    home = navigation.add_row("home", "house", "Home")
    actions = navigation.add_row("actions", "list-checks", "Actions", "4 due")
    shown(navigation)
    navigation.set_current("home")
    chosen = heard_from(navigation.row_chosen)
    qtbot.keyClick(actions, Key.Key_Space)
    qtbot.keyClick(actions, Key.Key_Return)
    assert chosen == ["actions", "actions"]
    assert home.isChecked()
    assert not actions.isChecked()
    assert spoken_name(actions) == "Actions, 4 due"


def test_the_strength_is_told_in_words(look, shown):
    meter = shown(StrengthMeter(look))
    meter.show_strength(4, "Very strong.", "Someone could not expect to guess it.")
    assert spoken_name(meter) == "Very strong. Someone could not expect to guess it."


def test_a_notice_takes_no_focus_and_offers_a_way_back(look, shown, qtbot):
    page = QWidget()
    edit = QLineEdit(page)
    QVBoxLayout(page).addWidget(edit)
    page.resize(700, 300)
    shown(page)
    edit.setFocus()
    notice = Notice(look, page)
    acted = []
    notice.acted.connect(lambda: acted.append(1))
    notice.show_notice("Moved to the bin for 30 days.", "Undo", "Ctrl+Z")
    assert edit.hasFocus()
    notice.next_act()
    assert notice.isVisible()
    notice.focus_act()
    qtbot.keyClick(page.focusWidget(), Key.Key_Space)
    assert acted == [1]
    assert not notice.isVisible()


def test_a_space_after_tab_from_what_never_removes_the_action(look, shown, qtbot):
    field = shown(ActionsField(look, today=lambda: TODAY))
    field.add()
    (row,) = field.rows
    qtbot.waitUntil(row.how_known.isVisible)
    row.what.edit.setFocus()
    qtbot.keyClicks(row.what.edit, "Visit")
    for words in ("the school", "friday", "Child says so"):
        qtbot.keyClick(field.focusWidget(), Key.Key_Tab)
        qtbot.keyClicks(field.focusWidget(), words)
    qtbot.keyClick(field.focusWidget(), Key.Key_Tab)
    (action,) = field.value.items
    assert (action.what, action.who, action.how_known) == ("Visit", "the school", "Child says so")
    assert action.by_when is not None
    assert action.by_when >= TODAY
