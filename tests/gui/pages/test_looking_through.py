"""Calendar, timeline and themes over the journal's list, and the renaming of a theme."""

import weakref
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.calendar_words import month_name
from app.domain.filters import Filters
from app.domain.finding import Days, Search
from app.domain.overview import years_of
from app.services.journal import About
from app.ui.dialogs.rename_theme_dialog import RenameThemeDialog
from app.ui.models.reflection_list import OUTLINE_ROLE
from app.ui.models.row_layout import RowState, RowType, lay_out_row
from app.ui.pages.journal import JournalPage
from tests.gui.way_in import entered, is_freed, unnamed_controls

SAMPLES = 12


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = entered(JournalPage(surroundings, desk), qtbot)
    settle(page, qtbot)
    yield page
    page.close()


def settle(page, qtbot):
    for _ in range(3):
        page.surroundings.lane.wait()
        qtbot.waitUntil(lambda: not page._search.is_running)
        qtbot.wait(2)
    page.surroundings.lane.wait()
    qtbot.wait(5)


def look(page, way, qtbot):
    page.looking.show_way(way)
    settle(page, qtbot)
    return page.list.overview.pane


def shown(page):
    model = page.list.model
    rows = (model.index(row).data(OUTLINE_ROLE) for row in range(model.rowCount()))
    return [outline for outline in rows if outline]


def day_of(outline):
    return outline.event_date or outline.begun_at.astimezone().date()


def found(page, search):
    return page.surroundings.lane.run_and_wait(partial(page._desk.find, search))


def themes_of(page):
    return page.surroundings.lane.run_and_wait(page._desk.vault.themes)


def test_the_calendar_opens_on_the_month_of_what_is_read_and_shows_its_reflections(page, qtbot):
    pane = look(page, "calendar", qtbot)
    assert pane.grid.month == date(2026, 10, 1)
    assert {day_of(each).replace(day=1) for each in shown(page)} == {date(2026, 10, 1)}
    count = len(shown(page))
    told = f"{count} of 12 reflections in October 2026, newest first"
    assert page.list.count_label.text() == told
    assert pane.grid.days.count_of_month() == count


def told_days(page):
    """Give each heading of the list, and under each title the day that is painted and spoken."""
    view, told = page.list.view, []
    for row in range(page.list.model.rowCount()):
        index = page.list.model.index(row)
        outline = index.data(OUTLINE_ROLE)
        if outline is None:
            told.append(index.data())
            continue
        state = RowState(days=page.list.model.days)
        painted = lay_out_row(RowType(page.look), outline, view.width(), state).date
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole).split(". ")[2]
        told.append((outline.title, painted, spoken))
    return told


def with_late_writing(page):
    """Add what was written in October about two days in May, the later of them written first."""
    journal, at = page._desk.journal, page.surroundings.workshop.clock.now()
    form = journal.form("five_minute_capture")
    for days, title in enumerate(("The fourth", "The third")):
        about = About(title, event_date=date(2026, 5, 4 - days), begun_at=at + timedelta(days))
        journal.write(form, {}, about, is_complete=True)


MAY = ["May 2026", ("The fourth", "4 May", "4 May 2026"), ("The third", "3 May", "3 May 2026")]


def test_the_list_beneath_tells_the_days_that_calendar_and_timeline_count(page, qtbot):
    page.surroundings.lane.run_and_wait(partial(with_late_writing, page))
    look(page, "calendar", qtbot).grid.go_to(date(2026, 5, 3))
    settle(page, qtbot)
    assert told_days(page) == MAY
    look(page, "timeline", qtbot).list.choose(None)
    settle(page, qtbot)
    told = told_days(page)
    months = [each for each in told if isinstance(each, str)]
    assert len(months) == len(set(months))
    assert told[told.index("May 2026") :][:3] == MAY


def test_the_list_alone_and_days_of_writing_tell_the_days_of_writing(page, qtbot):
    page.surroundings.lane.run_and_wait(partial(with_late_writing, page))
    page.refresh()
    settle(page, qtbot)
    assert [each[1] for each in told_days(page)[1:3]] == ["23 Oct", "22 Oct"]
    page.list.filters.show_quietly(Filters(days=Days.OF_WRITING))
    look(page, "calendar", qtbot)
    assert [each[:2] for each in told_days(page)[1:3]] == [
        ("The third", "23 Oct"),
        ("The fourth", "22 Oct"),
    ]


def test_the_whole_month_is_in_sight(page, qtbot):
    pane = look(page, "calendar", qtbot)
    qtbot.waitUntil(lambda: pane.height() >= pane.wanted_height(0))
    assert pane.grid.mapTo(pane, pane.grid.rect().bottomLeft()).y() <= pane.height()


def test_choosing_a_day_shows_its_reflections_beneath(page, qtbot):
    pane = look(page, "calendar", qtbot)
    day = day_of(shown(page)[0])
    pane.grid.go_to(day)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert {day_of(each) for each in shown(page)} == {day}
    assert "on 21 October 2026" in page.list.count_label.text()
    qtbot.mouseClick(pane.way_out, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert "in October 2026" in page.list.count_label.text()


def test_a_chosen_day_that_is_chosen_again_is_left(page, qtbot):
    pane = look(page, "calendar", qtbot)
    for where in ("on 21 October 2026", "in October 2026"):
        qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
        settle(page, qtbot)
        assert where in page.list.count_label.text()


def test_turning_the_month_leaves_the_day(page, qtbot):
    pane = look(page, "calendar", qtbot)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    qtbot.mouseClick(pane.earlier, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert pane.where() == "in September 2026"
    assert {day_of(each).month for each in shown(page)} == {9}
    qtbot.mouseClick(pane.later, Qt.MouseButton.LeftButton)
    assert pane.where() == "in October 2026"


def test_a_month_without_any_leads_to_the_nearest_with_some(page, qtbot):
    pane = look(page, "calendar", qtbot)
    for _ in range(4):
        qtbot.keyClick(pane.grid, Qt.Key.Key_PageDown)
    settle(page, qtbot)
    assert shown(page) == []
    assert page.list.nothing_found.plain.words == "Show the whole journal"
    assert pane.way_out.words == "Go to October 2026"
    qtbot.mouseClick(pane.way_out, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert pane.grid.month == date(2026, 10, 1)
    assert shown(page)


def test_the_whole_journal_comes_back_from_where_nothing_is(page, qtbot):
    pane = look(page, "calendar", qtbot)
    pane.grid.go_to(date(2030, 1, 1))
    settle(page, qtbot)
    page.list.nothing_found.plain.click()
    settle(page, qtbot)
    assert len(shown(page)) == SAMPLES
    assert page.list.head.ways.chosen == "list"
    assert page.list.overview.isHidden()


def test_the_years_with_reflections_are_offered(page, qtbot):
    pane = look(page, "calendar", qtbot)
    days = page.surroundings.lane.run_and_wait(partial(page._desk.overviews.calendar, Search()))
    years = [action.data() for action in pane._years.actions()]
    assert years == sorted({each.day.year for each in days} | {2026}, reverse=True)
    pane._years.actions()[-1].trigger()
    assert pane.grid.month == date(years[-1], 10, 1)


def test_a_search_narrows_the_marks_and_the_list(page, qtbot):
    pane = look(page, "calendar", qtbot)
    before = pane.grid.days.count_of_month()
    page.list.search_field.setText("conference")
    settle(page, qtbot)
    qtbot.waitUntil(lambda: pane.grid.days.count_of_month() != before)
    expected = found(page, Search(words="conference", since=date(2026, 10, 1)))
    assert pane.grid.days.count_of_month() == expected.total == len(shown(page))
    assert "in October 2026 hold" in page.list.count_label.text()


def test_the_timeline_holds_every_year_and_month_that_has_any(page, qtbot):
    pane = look(page, "timeline", qtbot)
    days = page.surroundings.lane.run_and_wait(partial(page._desk.overviews.calendar, Search()))
    words = [pane.list.rows.index(row).data() for row in range(pane.list.rows.rowCount())]
    expected = ["All years"]
    for year in years_of(days):
        expected += [str(year.year), *(month_name(each.month) for each in year.months)]
    assert words == expected
    assert len(shown(page)) == SAMPLES


def test_choosing_years_and_months_narrows_the_list_and_all_years_ends_it(page, qtbot):
    pane = look(page, "timeline", qtbot)
    told = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(pane.list, key)
        settle(page, qtbot)
        told.append((pane.where(), len(shown(page))))
    in_year = found(page, Search(since=date(2026, 1, 1), until=date(2026, 12, 31))).total
    in_month = found(page, Search(since=date(2026, 10, 1), until=date(2026, 10, 31))).total
    assert told == [("in 2026", in_year), ("in October 2026", in_month), ("", SAMPLES)]


def test_a_month_is_told_in_full(page, qtbot):
    pane = look(page, "timeline", qtbot)
    index = pane.list.rows.index(2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("October 2026, ")


def test_choosing_a_theme_sets_the_filter(page, qtbot):
    pane = look(page, "themes", qtbot)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    settle(page, qtbot)
    assert page.list.filters.theme.value == pane.theme
    assert all(pane.theme in each.themes for each in shown(page))
    assert pane.rename_link.isEnabled()
    qtbot.keyClick(pane.list, Qt.Key.Key_Home)
    settle(page, qtbot)
    assert page.list.filters.theme.value is None
    assert len(shown(page)) == SAMPLES
    assert not pane.rename_link.isEnabled()


def test_the_filter_sets_the_theme_that_is_current(page, qtbot):
    pane = look(page, "themes", qtbot)
    name = pane.list.rows.index(2).data()
    page.list.filters.theme.choose(name)
    settle(page, qtbot)
    assert pane.theme == name
    assert pane.list.currentIndex().data() == name


def test_a_theme_says_how_often_and_when_it_was_used(page, qtbot):
    pane = look(page, "themes", qtbot)
    spoken = pane.list.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("voice of the child, 4 reflections, from ")
    assert "2026: 3" in spoken


def renaming(page, qtbot, new):
    pane = look(page, "themes", qtbot)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    settle(page, qtbot)
    qtbot.keyClick(pane.list, Qt.Key.Key_F2)
    dialog = page.findChild(RenameThemeDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.name_field.edit.setText(new)
    qtbot.waitUntil(lambda: page.surroundings.lane.wait() is None and dialog._plan is not None)
    return pane, dialog


def test_a_theme_is_renamed_from_the_list_and_stays_chosen(page, qtbot):
    pane, dialog = renaming(page, qtbot, "hearing the child")
    assert dialog.said.text() == "4 reflections get a new version."
    assert dialog.go_on.words == "Rename"
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "hearing the child" in dict(themes_of(page)))
    settle(page, qtbot)
    assert page.list.filters.theme.value == "hearing the child" == pane.theme
    assert len(shown(page)) == 4


def test_joining_is_told_before_it_is_done(page, qtbot):
    _pane, dialog = renaming(page, qtbot, "changing risk")
    assert "the two become one" in dialog.said.text()
    assert dialog.go_on.words == "Join the two themes"
    dialog.reject()
    settle(page, qtbot)
    assert dict(themes_of(page))["voice of the child"] == 4


def test_what_is_on_hold_is_told_and_the_others_are_renamed_only_then(page, qtbot):
    held = shown(page)[0].id
    page.surroundings.lane.run_and_wait(partial(page._desk.retention.hold, held, "Asked for."))
    _pane, dialog = renaming(page, qtbot, "hearing the child")
    assert dialog.said.text().endswith("1 is on hold and keeps the old name.")
    assert dialog.go_on.words == "Rename the others"
    dialog.go_on.click()
    qtbot.waitUntil(lambda: dict(themes_of(page)).get("hearing the child") == 3)
    assert dict(themes_of(page))["voice of the child"] == 1


def test_a_name_that_is_none_or_the_same_renames_nothing(page, qtbot):
    _pane, dialog = renaming(page, qtbot, "another")
    for name in ("", "   ", "voice of the child", " voice  of the child "):
        dialog.name_field.edit.setText(name)
        assert not dialog.go_on.isEnabled()
        assert dialog.said.text() == "Type another name."
    dialog.reject()


def test_an_answer_to_another_name_is_dropped(page, qtbot):
    _pane, dialog = renaming(page, qtbot, "another")
    plan = dialog._plan
    dialog.name_field.edit.setText("yet another")
    dialog.show_plan(plan)
    assert not dialog.go_on.isEnabled()
    dialog.reject()


def test_what_is_shown_from_elsewhere_leaves_the_calendar(page, qtbot):
    pane = look(page, "calendar", qtbot)
    oldest = found(page, Search()).outlines[-1].id
    pane.grid.go_to(date(2026, 10, 1))
    page.show_reflection(oldest)
    settle(page, qtbot)
    assert page.list.head.ways.chosen == "list"
    assert page.list.current_id == oldest
    assert len(shown(page)) == SAMPLES


def test_a_theme_that_is_asked_for_in_the_reading_view_is_shown_whole(page, qtbot):
    look(page, "calendar", qtbot)
    page.reading.theme_asked.emit("voice of the child")
    settle(page, qtbot)
    assert len(shown(page)) == 4


def tab_stops(page, qtbot, count):
    page.list.search_field.setFocus()
    stops = []
    for _ in range(count):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    return stops


@pytest.mark.parametrize("way", ["calendar", "timeline", "themes"])
def test_tab_goes_through_the_overview_before_the_list(page, qtbot, way):
    pane = look(page, way, qtbot)
    stops = tab_stops(page, qtbot, 18)
    before = stops.index(page.list.view)
    expected = [each for each in pane.stops() if each.isVisible() and each.isEnabled()]
    assert stops[before - len(expected) : before] == expected


@pytest.mark.parametrize("way", ["calendar", "timeline", "themes"])
def test_everything_in_an_overview_has_a_name(page, qtbot, way):
    look(page, way, qtbot)
    assert [each for each in unnamed_controls(page) if each.isVisible()] == []


@pytest.mark.parametrize("way", ["calendar", "timeline", "themes"])
def test_where_both_do_not_fit_choosing_leads_to_the_list_and_back(page, qtbot, way):
    page.resize(1068, 420)
    pane = look(page, way, qtbot)
    assert not page.list.body.shows_list
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.list.body.shows_list
    assert page.list.overview.isHidden()
    assert page.list.view.hasFocus()
    page.list.body.back_link.click()
    assert not page.list.body.shows_list
    assert pane.isVisible()


def test_nothing_is_counted_while_the_list_stands_alone(page, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(type(page._desk.overviews), "calendar", lambda *given: asked.append(given))
    page.list.search_field.setText("visit")
    settle(page, qtbot)
    assert asked == []


def test_the_whole_journal_is_counted_ahead_while_nobody_asks(page, qtbot, monkeypatch):
    overview = page._desk.vault.overview
    page.surroundings.lane.run_and_wait(overview.forget)
    page.refresh()
    qtbot.waitUntil(lambda: bool(overview._themes_of_all))


def test_counts_for_an_older_search_are_dropped(page, qtbot):
    pane = look(page, "calendar", qtbot)
    overview, lane, overviews = page.list.overview, page.surroundings.lane, page._desk.overviews
    told = []
    overview.shown.connect(lambda: told.append(pane.grid.days.count_of_month()))
    overview.ask(lane, overviews, Search())
    overview.ask(lane, overviews, Search(words="nowhere"))
    settle(page, qtbot)
    assert told == [0]


def test_counts_for_a_pane_that_was_left_are_dropped(page, qtbot):
    look(page, "calendar", qtbot)
    overview = page.list.overview
    overview.ask(page.surroundings.lane, page._desk.overviews, Search())
    page.looking.show_way("timeline")
    settle(page, qtbot)
    assert overview.pane.list.rows.index(0).data() == "All years"


def test_down_from_the_search_leads_to_what_is_in_sight(page, qtbot):
    page.resize(1068, 420)
    pane = look(page, "calendar", qtbot)
    page.list.search_field.setFocus()
    qtbot.keyClick(page.list.search_field, Qt.Key.Key_Down)
    assert pane.grid.hasFocus()
    page.resize(1068, 900)
    page.list.search_field.setFocus()
    qtbot.keyClick(page.list.search_field, Qt.Key.Key_Down)
    assert page.list.view.hasFocus()


def test_the_rows_keep_qts_rules_while_they_change(page, qtbot):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for way in ("timeline", "themes"):
        rows = look(page, way, qtbot).list.rows
        tester = QAbstractItemModelTester(rows, mode)
        for words in ("conference", "nowhere", ""):
            page.list.search_field.setText(words)
            settle(page, qtbot)
            qtbot.wait(150)
        assert tester.model() is rows
        assert rows.rowCount() > 1


def test_a_closed_page_is_freed_with_its_overviews_and_its_dialog(surroundings, desk, qtbot, qapp):
    seen = []

    def make():
        page = entered(JournalPage(surroundings, desk), qtbot)
        settle(page, qtbot)
        _pane, dialog = renaming(page, qtbot, "another name")
        seen.append(weakref.ref(dialog))
        dialog.reject()
        seen.extend(weakref.ref(look(page, way, qtbot)) for way in ("calendar", "timeline"))
        return page

    assert is_freed(make, qapp)
    assert [each() for each in seen] == [None, None, None]
