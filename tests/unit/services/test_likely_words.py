"""Other words for a search that finds nothing, tried before they are offered."""

from datetime import date

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.services.journal import About


def write(desk, text, **about):
    form = desk.journal.form("five_minute_capture")
    key = next(form.prompts()).key
    return desk.journal.write(form, {key: Answer(Prose(text))}, About("A title", **about)).id


def test_what_is_offered_finds_something(desk):
    write(desk, "The grandmother was waiting.")
    write(desk, "An interpreter came.")
    assert desk.likely_searches(Search("granmother")) == ("grandmother",)
    assert desk.likely_searches(Search("granmother waitng")) == ("grandmother waiting",)


def test_words_that_never_stand_together_are_not_offered(desk):
    write(desk, "The grandmother was waiting.")
    write(desk, "An interpreter came.")
    assert desk.likely_searches(Search("granmother interpeter")) == ()


def test_what_the_filters_leave_out_is_not_offered(desk):
    write(desk, "The grandmother was waiting.", event_date=date(2024, 5, 1))
    assert desk.likely_searches(Search("granmother", since=date(2025, 1, 1))) == ()
    assert desk.likely_searches(Search("granmother", until=date(2025, 1, 1))) == ("grandmother",)


def test_at_most_three_are_offered_the_likeliest_first(desk):
    write(desk, "meeting melting seating beating meaning greeting")
    offered = desk.likely_searches(Search("meeating "))
    assert len(offered) == 3
    assert offered[0] == "meeting"
