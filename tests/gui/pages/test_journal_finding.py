"""Filters, saved searches and other words on the journal's page, over a real journal."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.date_span import DateSpan
from app.domain.filters import Filters, OwnDays, SavedSearch
from app.domain.finding import Days
from app.domain.sharing import Sharing
from app.ui.dialogs.keep_search_dialog import KeepSearchDialog
from app.ui.dialogs.own_days_dialog import OwnDaysDialog
from app.ui.dialogs.saved_searches_dialog import SavedSearchesDialog
from app.ui.pages.journal import JournalPage
from tests.gui.spoken import spoken_name

SILENCE = SavedSearch("Silence", "silence", Filters(is_complete=True))
THIS_YEAR = SavedSearch("This year", filters=Filters(dates=DateSpan.THIS_YEAR))


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = JournalPage(surroundings, desk)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.enter()
    settle(page, qtbot)
    yield page
    page.close()


def settle(page, qtbot):
    for _ in range(3):
        page.surroundings.lane.wait()
        qtbot.waitUntil(lambda: not page._search.is_running)
        qtbot.wait(1)


def entries(menu):
    return [action for action in menu.actions() if not action.isSeparator()]


def press(menu, words):
    (action,) = [each for each in entries(menu) if each.text().replace("&", "") == words]
    assert action.isEnabled()
    action.trigger()


def kept(page, *searches):
    lane = page.surroundings.lane
    for each in searches:
        lane.run_and_wait(partial(page._desk.saved_searches.keep, each))


def the_dialog(page, kind):
    (dialog,) = [each for each in page.findChildren(kind) if each.isVisible()]
    return dialog


def shown_ids(page):
    return {outline.id for outline in page.list.model._rows if hasattr(outline, "id")}


def test_each_new_filter_narrows_the_list_by_its_menu(page, qtbot):
    filters = page.list.filters
    everything = page.list.model.total
    totals = {}
    for chip, words in (
        (filters.sharing, "For supervision"),
        (filters.sharing, "All private"),
        (filters.actions, "Actions to do"),
        (filters.actions, "No action to do"),
    ):
        press(chip.menu(), words)
        settle(page, qtbot)
        totals[words] = page.list.model.total
        assert chip.accessibleName().endswith(f": {words}")
        chip.choose(None)
    settle(page, qtbot)
    assert page.list.model.total == everything
    assert totals["Actions to do"] + totals["No action to do"] == everything
    assert 0 < totals["For supervision"] <= everything - totals["All private"]


def test_all_filters_hold_together_and_are_cleared_at_once(page, qtbot):
    filters = page.list.filters
    filters.sharing.choose(Sharing.SUPERVISION)
    filters.actions.choose(True)
    filters.dates.choose(DateSpan.THIS_YEAR)
    settle(page, qtbot)
    assert filters.chosen == Filters(
        dates=DateSpan.THIS_YEAR, sharing=Sharing.SUPERVISION, has_open_actions=True
    )
    assert page.list.clear_button.isVisible()
    page.list.clear_button.click()
    settle(page, qtbot)
    assert filters.chosen == Filters()
    assert page.list.count_label.text() == "12 reflections, newest first"


def test_dates_are_of_the_event_or_of_the_writing(page, qtbot):
    dates = page.list.filters.dates
    press(dates.menu(), "By the day of writing")
    assert not dates.isChecked()  # nothing is narrowed yet
    press(dates.menu(), "This month")
    settle(page, qtbot)
    assert page.list.filters.chosen.days is Days.OF_WRITING
    assert dates.accessibleName() == "Dates: Written: This month"
    marked = {each.text() for each in entries(dates.menu()) if each.isChecked()}
    assert marked == {"This month", "By the day of writing"}
    asked = []
    page.list.search_changed.connect(lambda: asked.append(1))
    press(dates.menu(), "By the day of the event")
    assert asked == [1]
    assert dates.accessibleName() == "Dates: This month"


def test_own_days_are_asked_for_and_shown(page, qtbot):
    press(page.list.filters.dates.menu(), "Between two days…")
    dialog = the_dialog(page, OwnDaysDialog)
    assert dialog.focusWidget() is dialog.since_field.edit
    qtbot.keyClicks(dialog.since_field.edit, "1/9/2026")
    qtbot.keyClicks(dialog.until_field.edit, "30/9/2026")
    qtbot.keyClick(dialog.until_field.edit, Qt.Key.Key_Return)
    settle(page, qtbot)
    chosen = page.list.filters.chosen
    assert chosen.dates == OwnDays(date(2026, 9, 1), date(2026, 9, 30))
    assert page.list.filters.dates.words == "1 Sep – 30 Sep 2026"
    assert 0 < page.list.model.total < 12


def test_own_days_begin_with_those_that_are_set_and_can_be_left(page, qtbot):
    own = OwnDays(None, date(2026, 9, 30))
    page.list.filters.dates.choose_dates(own, Days.OF_WRITING)
    assert page.list.filters.dates.words == "Written: Until 30 Sep 2026"
    page.finding.ask_days()
    dialog = the_dialog(page, OwnDaysDialog)
    assert (dialog.since_field.day, dialog.until_field.day) == (None, date(2026, 9, 30))
    assert dialog.by_choice.chosen == Days.OF_WRITING.value
    dialog.back.click()
    assert page.list.filters.chosen.dates == own


@pytest.mark.parametrize(
    ("since", "until", "trouble"),
    [
        ("", "", "Type one day at least."),
        ("2/9/2026", "1/9/2026", "This day is before the first one."),
        ("31/2/2026", "", "28 days"),
        ("", "soon", ""),
    ],
)
def test_days_that_make_no_sense_are_refused_in_words(page, qtbot, since, until, trouble):
    page.finding.ask_days()
    dialog = the_dialog(page, OwnDaysDialog)
    dialog.since_field.set_text(since)
    dialog.until_field.set_text(until)
    dialog.use.click()
    assert dialog.isVisible()
    told = dialog.since_field.error or dialog.until_field.error
    assert told
    assert trouble in told
    assert page.list.filters.chosen.dates is None
    dialog.back.click()


def test_a_search_is_kept_under_a_name_and_used_again(page, qtbot):
    page.list.search_field.setText("silence")
    page.list.filters.status.choose(True)
    settle(page, qtbot)
    narrowed = page.list.model.total
    menu = page.list.head.saved.menu()
    menu.aboutToShow.emit()
    press(menu, "Keep this search…")
    dialog = the_dialog(page, KeepSearchDialog)
    assert dialog.name_field.text == "silence"
    qtbot.keyClicks(dialog.name_field.edit, "When nobody speaks")
    dialog.keep.click()
    settle(page, qtbot)
    assert not page.findChildren(KeepSearchDialog)
    page.list.clear_search()
    page.refresh()
    settle(page, qtbot)
    assert page.list.model.total == 12
    press(menu, "When nobody speaks")
    settle(page, qtbot)
    assert page.list.search_field.text() == "silence"
    assert page.list.filters.chosen == Filters(is_complete=True)
    assert page.list.model.total == narrowed < 12


def test_nothing_searched_for_is_nothing_to_keep(page):
    saved = page.list.head.saved
    saved.menu().aboutToShow.emit()
    assert not saved.keep.isEnabled()
    assert next(each.text() for each in entries(saved.menu())) == "No search is saved yet"
    assert not saved.change.isEnabled()
    page.list.filters.sharing.choose(Sharing.PRIVATE)
    saved.menu().aboutToShow.emit()
    assert saved.keep.isEnabled()


def test_saved_searches_are_there_at_the_next_opening(surroundings, desk, page, qtbot):
    kept(page, SILENCE, THIS_YEAR)
    again = JournalPage(surroundings, desk)
    qtbot.addWidget(again)
    settle(again, qtbot)
    assert again.list.head.saved.saved == (SILENCE, THIS_YEAR)


def test_a_name_that_is_taken_says_so_before_it_is_replaced(page, qtbot):
    kept(page, SILENCE)
    page.finding.load()
    page.list.search_field.setText("kettle")
    settle(page, qtbot)
    page.finding.ask_name()
    dialog = the_dialog(page, KeepSearchDialog)
    assert dialog.keep.words == "Keep"
    dialog.name_field.set_text("SILENCE")
    dialog.name_field.text_changed.emit("SILENCE")
    assert dialog.keep.words == "Replace"
    assert "take its place" in dialog.note.text()
    dialog.keep.click()
    settle(page, qtbot)
    assert [each.words for each in page.list.head.saved.saved] == ["kettle"]


def test_a_refusal_is_told_in_the_dialog(page, qtbot):
    kept(page, *(SavedSearch(f"Search {number}", "a") for number in range(50)))
    page.list.search_field.setText("kettle")
    settle(page, qtbot)
    page.finding.ask_name()
    dialog = the_dialog(page, KeepSearchDialog)
    dialog.name_field.set_text("")
    dialog.keep.click()
    assert dialog.name_field.error == "Give the search a name first."
    dialog.name_field.set_text("One more")
    dialog.keep.click()
    settle(page, qtbot)
    assert dialog.isVisible()
    assert "50" in dialog.name_field.error
    assert dialog.keep.isEnabled()
    dialog.back.click()


def test_saved_searches_are_renamed_removed_and_put_back(page, qtbot):
    kept(page, SILENCE, THIS_YEAR)
    page.finding.load()
    settle(page, qtbot)
    press(page.list.head.saved.menu(), "Rename or remove…")
    dialog = the_dialog(page, SavedSearchesDialog)
    assert dialog.about.text() == "“silence” · Complete"
    assert not dialog.rename.isEnabled()
    dialog.name_field.edit.setFocus()
    dialog.name_field.edit.selectAll()
    qtbot.keyClicks(dialog.name_field.edit, "Quiet")
    qtbot.keyClick(dialog.name_field.edit, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert dialog.isVisible()
    assert [each.name for each in page.list.head.saved.saved] == ["Quiet", "This year"]
    dialog.remove.click()
    settle(page, qtbot)
    assert dialog.note.text() == "“Quiet” was removed."
    assert [each.name for each in page.list.head.saved.saved] == ["This year"]
    dialog.undo.click()
    settle(page, qtbot)
    assert [each.name for each in page.list.head.saved.saved] == ["Quiet", "This year"]
    assert page.list.head.saved.saved[0].filters == SILENCE.filters
    assert dialog.list.currentIndex().data() == "Quiet"
    dialog.done_button.click()


def test_a_name_of_another_is_refused_in_the_dialog(page, qtbot):
    kept(page, SILENCE, THIS_YEAR)
    page.finding.load()
    settle(page, qtbot)
    page.finding.ask_changes()
    dialog = the_dialog(page, SavedSearchesDialog)
    dialog.name_field.set_text("this YEAR")
    dialog.name_field.text_changed.emit("this YEAR")
    dialog.rename.click()
    settle(page, qtbot)
    assert dialog.name_field.error == "Another saved search has this name already."
    assert page.list.head.saved.saved == (SILENCE, THIS_YEAR)
    dialog.done_button.click()


def nothing_like(page, words, qtbot):
    page.list.search_field.setText(words)
    settle(page, qtbot)
    qtbot.wait(300)
    settle(page, qtbot)
    return page.list.nothing_found


def test_a_mistyped_word_is_offered_as_it_is_in_the_journal(page, qtbot):
    nothing = nothing_like(page, "silense", qtbot)
    qtbot.waitUntil(lambda: bool(nothing.likely_links))
    (link, *_) = nothing.likely_links
    assert link.words == "silence"
    assert link.isVisible()
    assert link.accessibleName() == "Search for “silence” instead"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.list.search_field.text() == "silence"
    assert page.list.model.total > 0
    assert QApplication.focusWidget() is page.list.search_field
    assert not nothing.likely_links


def test_other_words_keep_the_filters_and_find_something_within_them(page, qtbot):
    page.list.filters.sharing.choose(Sharing.PRIVATE)
    nothing = nothing_like(page, "silense", qtbot)
    assert not nothing.likely_links
    page.list.filters.sharing.choose(None)
    page.list.filters.status.choose(True)
    nothing = nothing_like(page, "silensse", qtbot)
    qtbot.waitUntil(lambda: bool(nothing.likely_links))
    qtbot.mouseClick(nothing.likely_links[0], Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.list.filters.chosen == Filters(is_complete=True)
    assert page.list.model.total > 0


@pytest.mark.parametrize("words", ["zzzzqqqq", "😀", "שלום", '"', "(", "x" * 10_000])
def test_nothing_is_offered_for_what_is_like_nothing(page, words, qtbot):
    nothing = nothing_like(page, words, qtbot)
    assert not nothing.likely_links


def test_every_new_control_has_a_name_and_is_reached_by_tab(page, qtbot):
    kept(page, SILENCE)
    page.finding.load()
    settle(page, qtbot)
    for ask in (page.finding.ask_days, page.finding.ask_changes, page.finding.ask_name):
        ask()
        kinds = (OwnDaysDialog, SavedSearchesDialog, KeepSearchDialog)
        (dialog,) = [each for kind in kinds for each in page.findChildren(kind)
                     if each.isVisible()]  # fmt: skip
        dialog.activateWindow()
        qtbot.waitUntil(lambda window=dialog: QApplication.activeWindow() is window)
        wanted = [
            each
            for each in dialog.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and each.isEnabled()
        ]
        seen = []
        for _ in range(2 * len(wanted) + 2):
            focused = QApplication.focusWidget()
            seen.append(focused)
            assert spoken_name(focused), focused
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        unreached = {type(each).__name__ for each in wanted} - {
            type(each).__name__ for each in seen
        }
        assert not unreached - {"Segment"}, (dialog, seen)  # arrows move between these
        dialog.done(0)
        qtbot.wait(1)


def press_enter_in_menu_opened_by(pressed, button, qtbot):
    """Press a key on the button, and Enter in the menu that opens."""
    button.setFocus()
    QTimer.singleShot(0, partial(qtbot.keyClick, button.menu(), Qt.Key.Key_Return))
    qtbot.keyClick(button, pressed)


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_enter_in_the_menu_uses_the_first_saved_search_at_once(page, qtbot, pressed):
    kept(page, SILENCE, THIS_YEAR)
    page.finding.load()
    settle(page, qtbot)
    press_enter_in_menu_opened_by(pressed, page.list.head.saved, qtbot)
    settle(page, qtbot)
    assert page.list.words == "silence"
    assert page.list.head.saved.menu().isHidden()
