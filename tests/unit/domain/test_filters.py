"""What a list is narrowed to, and the search it makes."""

from datetime import date

from app.domain.date_span import DateSpan
from app.domain.filters import Filters, OwnDays
from app.domain.finding import Days, Search
from app.domain.sharing import Sharing

TODAY = date(2026, 10, 22)


def test_nothing_chosen_narrows_nothing():
    assert Filters().count == 0
    assert Filters().search("door", TODAY) == Search("door")


def test_every_filter_is_in_the_search():
    filters = Filters(
        True, "form", "theme", OwnDays(date(2026, 1, 1), None), Days.OF_WRITING,
        Sharing.CPD, has_open_actions=False,
    )  # fmt: skip
    assert filters.count == 6
    assert filters.search("door", TODAY, 9) == Search(
        "door", "form", "theme", is_complete=True, since=date(2026, 1, 1), days=Days.OF_WRITING,
        sharing=Sharing.CPD, has_open_actions=False, limit=9,
    )  # fmt: skip


def test_a_span_moves_with_today_and_own_days_stay():
    span = Filters(dates=DateSpan.THIS_MONTH)
    assert span.search("", TODAY).since == date(2026, 10, 1)
    assert span.search("", date(2026, 11, 3)).since == date(2026, 11, 1)
    own = Filters(dates=OwnDays(date(2026, 1, 1), date(2026, 1, 2)))
    assert own.search("", TODAY).until == own.search("", date.max).until == date(2026, 1, 2)


def test_private_is_a_filter_like_another():
    assert Filters(sharing=Sharing.PRIVATE).count == 1
    assert Filters(is_complete=False, has_open_actions=False).count == 2
