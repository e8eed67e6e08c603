"""The month of days: where the keys lead, what is said of a day, and what is painted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.models.month_days import MonthDaysModel
from app.ui.parts.month_grid import MonthGrid
from tests.gui.spoken import spoken_names_within

TODAY = date(2026, 10, 22)
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def grid(look, qtbot):
    grid = MonthGrid(look, TODAY)
    qtbot.addWidget(grid)
    grid.resize(380, 300)
    grid.show()
    grid.show_counts({date(2026, 10, 5): 1, date(2026, 10, 21): 3, date(2026, 9, 30): 9})
    return grid


def test_the_model_keeps_qts_rules(qapp):
    model = MonthDaysModel(TODAY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for month in (date(2024, 2, 1), date(1, 1, 1), date(9999, 12, 1)):
        model.show_month(month)
    assert tester.model() is model


@pytest.mark.parametrize("month", [TODAY, date(2024, 2, 1), date(1, 1, 1), date(9999, 12, 1)])
def test_every_day_of_a_month_has_one_cell_under_its_weekday(qapp, month):
    model = MonthDaysModel(month)
    found = {}
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            day = model.day_at(index)
            if day is None:
                assert model.flags(index) == Qt.ItemFlag.NoItemFlags
                assert index.data() is None
            else:
                assert day.weekday() == column
                assert model.index_of(day) == index
                found[day.day] = day
    assert sorted(found) == list(range(1, max(found) + 1))
    assert {day.replace(day=1) for day in found.values()} == {month.replace(day=1)}


@pytest.mark.parametrize(
    ("key", "held", "day"),
    [
        (KEY.Key_Left, None, date(2026, 10, 21)),
        (KEY.Key_Right, None, date(2026, 10, 23)),
        (KEY.Key_Up, None, date(2026, 10, 15)),
        (KEY.Key_Down, None, date(2026, 10, 29)),
        (KEY.Key_Home, None, date(2026, 10, 1)),
        (KEY.Key_End, None, date(2026, 10, 31)),
        (KEY.Key_PageUp, None, date(2026, 9, 22)),
        (KEY.Key_PageDown, None, date(2026, 11, 22)),
        (KEY.Key_PageUp, SHIFT, date(2025, 10, 22)),
        (KEY.Key_PageDown, SHIFT, date(2027, 10, 22)),
    ],
)
def test_keys_lead_from_day_to_day(grid, qtbot, key, held, day):
    qtbot.keyClick(grid, key, held or Qt.KeyboardModifier.NoModifier)
    assert grid.cursor_day == day
    assert grid.days.day_at(grid.currentIndex()) == day
    assert grid.month == day.replace(day=1)


def test_a_month_is_left_at_its_edge_and_its_turning_is_told(grid, qtbot):
    told = []
    grid.month_changed.connect(told.append)
    for _ in range(10):
        qtbot.keyClick(grid, KEY.Key_Right)
    assert grid.cursor_day == date(2026, 11, 1)
    assert told == [date(2026, 11, 1)]


def test_the_31st_becomes_the_last_day_of_a_shorter_month(grid, qtbot):
    grid.go_to(date(2026, 10, 31))
    qtbot.keyClick(grid, KEY.Key_PageDown)
    assert grid.cursor_day == date(2026, 11, 30)


def test_the_calendar_ends_where_dates_do(grid, qtbot):
    grid.go_to(date(9999, 12, 31))
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_PageDown, KEY.Key_End):
        qtbot.keyClick(grid, key)
    assert grid.cursor_day == date(9999, 12, 31)
    grid.go_to(date(1, 1, 1))
    for key in (KEY.Key_Left, KEY.Key_Up, KEY.Key_PageUp, KEY.Key_Home):
        qtbot.keyClick(grid, key)
    assert grid.cursor_day == date(1, 1, 1)


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_day_is_chosen_by_key(grid, qtbot, key):
    chosen = []
    grid.day_chosen.connect(chosen.append)
    qtbot.keyClick(grid, KEY.Key_Left)
    qtbot.keyClick(grid, key)
    assert chosen == [date(2026, 10, 21)]


def test_a_day_is_chosen_by_a_click_and_an_empty_cell_by_none(grid, qtbot):
    chosen = []
    grid.day_chosen.connect(chosen.append)
    for index in (grid.days.index_of(date(2026, 10, 5)), grid.days.index(0, 0)):
        place = grid.visualRect(index).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [date(2026, 10, 5)]


def test_a_day_says_its_date_and_how_many_reflections_it_has(grid):
    def spoken(day):
        return next(name for name in spoken_names_within(grid) if f" {day} October" in name)

    assert spoken(21) == "Wednesday 21 October 2026, 3 reflections"
    assert spoken(5) == "Monday 5 October 2026, 1 reflection"
    assert spoken(6) == "Tuesday 6 October 2026"
    grid.days.choose(date(2026, 10, 22))
    assert spoken(22) == "Thursday 22 October 2026, today, chosen"


def marked(grid, day):
    """Count the pixels in the colour of the marks, under the number of a day."""
    rect = grid.visualRect(grid.days.index_of(day))
    picture = grid.viewport().grab(rect).toImage()
    accent = grid._look.colour("accent").rgb()
    under = range(picture.height() * 2 // 3, picture.height())
    return sum(picture.pixel(x, y) == accent for x in range(picture.width()) for y in under)


def test_only_days_with_reflections_bear_marks_and_more_of_them_bear_more(grid):
    assert marked(grid, date(2026, 10, 6)) == 0
    assert 0 < marked(grid, date(2026, 10, 5)) < marked(grid, date(2026, 10, 21))


def test_wide_days_are_low_for_their_marks_stand_beside_them(grid):
    high = grid.height()
    grid.resize(1200, 300)
    assert grid.is_wide
    assert grid.height() < high


def test_the_wheel_is_left_to_the_page(grid):
    assert grid.verticalScrollBar().maximum() == 0
