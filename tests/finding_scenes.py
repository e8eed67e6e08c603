"""The scenes of finding: filters, saved searches and other words, for the pictures."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from app.domain.date_span import DateSpan
from app.domain.filters import Filters, OwnDays, SavedSearch
from app.domain.finding import Days
from app.domain.sharing import Sharing
from tests.writing_scenes import on_the_lane

_SAVED = (
    SavedSearch("Silence in visits", "silence", Filters(form_id="five_minute_capture")),
    SavedSearch("To do from this month", "", Filters(dates=DateSpan.THIS_MONTH,
                                                     has_open_actions=True)),
    SavedSearch("For the CPD year", "", Filters(sharing=Sharing.CPD, is_complete=True)),
)  # fmt: skip


def journal(studio, saved=_SAVED):
    view = studio.open(studio.journal)
    for each in saved:
        on_the_lane(studio, view.desk.saved_searches.keep, each)
    view.go("journal")
    view.journal.finding.load()
    studio.settle()
    return view.journal


def arrange_filters(studio):
    page = journal(studio)
    own = OwnDays(date(2026, 3, 1), date(2026, 10, 31))
    page.list.show_search(
        "",
        Filters(is_complete=True, dates=own, days=Days.OF_WRITING, sharing=Sharing.SUPERVISION),
    )
    page.list.filters.dates.setFocus()
    studio.settle()
    _close_menus(studio, page)


def _close_menus(studio, page):
    def leave():
        page.list.clear_search()
        for each in _SAVED:
            on_the_lane(studio, page._desk.saved_searches.remove, each.name)

    studio.after = leave


def arrange_menu(studio):
    """The menu is drawn into the window, where it stands on a screen."""
    page = journal(studio)
    page.list.search_field.setText("silence")
    studio.settle()
    _show_menu(studio, page, page.list.head.saved)


def arrange_dates_menu(studio):
    page = journal(studio)
    _show_menu(studio, page, page.list.filters.dates)


def _show_menu(studio, page, button):
    menu = button.menu()
    menu.aboutToShow.emit()
    place = button.mapTo(studio.window, QPoint(0, button.height() + 2))
    menu.setParent(studio.window)
    menu.move(place)
    menu.resize(menu.sizeHint())
    menu.show()
    menu.raise_()
    QTest.qWait(40)

    def leave():
        menu.hide()
        studio.shut()

    studio.after = leave


def arrange_likely(studio):
    page = journal(studio)
    page.list.search_field.setText("supervsor")
    studio.settle(20)
    _close_menus(studio, page)


def arrange_keep(studio):
    page = journal(studio)
    page.list.show_search("silence", Filters(dates=DateSpan.THIS_YEAR, sharing=Sharing.PRIVATE))
    studio.settle()
    page.finding.ask_name()
    studio.settle(2)
    _close_menus(studio, page)


def arrange_change(studio):
    page = journal(studio)
    page.finding.ask_changes()
    studio.settle(2)
    _close_menus(studio, page)


def arrange_days(studio):
    page = journal(studio)
    page.finding.ask_days()
    studio.settle(2)
    _close_menus(studio, page)


SCENES = {
    "120-filters": arrange_filters,
    "121-saved-menu": arrange_menu,
    "122-dates-menu": arrange_dates_menu,
    "123-likely-words": arrange_likely,
    "124-keep-search": arrange_keep,
    "125-saved-searches": arrange_change,
    "126-own-days": arrange_days,
}
