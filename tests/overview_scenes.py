"""The scenes of calendar, timeline and themes, and of renaming a theme."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.keeping_scenes import on_the_lane


def looking(studio, way):
    view = studio.open(studio.journal)
    view.go("journal")
    studio.settle()
    view.journal.looking.show_way(way)
    studio.settle()
    return view.journal


def arrange_calendar(studio):
    journal = looking(studio, "calendar")
    grid = journal.list.overview.pane.grid
    grid.setFocus()
    studio.settle(2)


def arrange_day(studio):
    journal = looking(studio, "calendar")
    QTest.keyClick(journal.list.overview.pane.grid, Qt.Key.Key_Return)
    studio.settle()


def arrange_empty_month(studio):
    journal = looking(studio, "calendar")
    grid = journal.list.overview.pane.grid
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_PageDown)
    studio.settle()


def arrange_timeline(studio):
    journal = looking(studio, "timeline")
    rows = journal.list.overview.pane.list
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    studio.settle()


def arrange_themes(studio):
    journal = looking(studio, "themes")
    QTest.keyClick(journal.list.overview.pane.list, Qt.Key.Key_Down)
    studio.settle()


def arrange_rename(studio):
    arrange_themes(studio)
    studio.window.open_view.journal.list.overview.pane.ask_rename()
    studio.settle(2)
    studio.focused_dialog().name_field.edit.setText("changing risk")
    studio.settle(14)


def arrange_rename_with_hold(studio):
    journal = looking(studio, "themes")
    desk = studio.window.open_view.desk
    held = studio.reflection("The conference that ran on")
    on_the_lane(studio, desk.retention.hold, held, "An inquiry asks for it.")
    QTest.keyClick(journal.list.overview.pane.list, Qt.Key.Key_Down)
    studio.settle()
    journal.list.overview.pane.ask_rename()
    studio.settle(2)
    studio.focused_dialog().name_field.edit.setText("hearing the child")
    studio.settle(14)
    studio.after = partial(on_the_lane, studio, desk.retention.release_hold, held)


SCENES = {
    "80-calendar": arrange_calendar,
    "81-calendar-day": arrange_day,
    "82-calendar-no-reflection": arrange_empty_month,
    "83-timeline": arrange_timeline,
    "84-themes": arrange_themes,
    "85-rename-theme": arrange_rename,
    "86-rename-theme-on-hold": arrange_rename_with_hold,
}
