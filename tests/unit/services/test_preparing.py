"""Preparing a summary: what is on offer, what is kept, and what the page may know."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.summary.choice import SummaryPart
from app.summary.preparation import Preparation, Session, Span, months_before
from tests.builders import MOMENT, a_form, a_reflection
from tests.workshops import a_desk, a_sample_desk, a_workshop


@pytest.fixture
def desk(tmp_path):
    desk = a_sample_desk(tmp_path / "journal")
    yield desk
    desk.close()


def an_offer(*offered, kept=None):
    return (kept or Preparation()).offering(offered)


def test_the_first_offer_chooses_the_newest_three():
    preparation = an_offer("d", "c", "b", "a")
    assert preparation.choice().reflection_ids == ("d", "c", "b")
    assert preparation.order == ("d", "c", "b", "a")


def test_a_reflection_written_since_is_offered_first_and_not_chosen():
    preparation = an_offer("c", "b", "a", kept=an_offer("b", "a"))
    assert preparation.order == ("c", "b", "a")
    assert preparation.chosen == {"b", "a"}


def test_a_shorter_span_keeps_what_was_chosen():
    before = an_offer("d", "c", "b", "a").moved("b", 0)
    after = before.offering(("d",))
    assert after.order == ("b", "d", "c")
    assert after.chosen == {"b", "c", "d"}


def test_the_order_of_the_list_is_the_order_on_the_paper():
    preparation = an_offer("c", "b", "a").moved("a", 0).moved("b", 99)
    assert preparation.choice().reflection_ids == ("a", "c", "b")


def test_leaving_answers_out_of_one_reflection_touches_no_other():
    preparation = an_offer("b", "a").leaving_out("a", frozenset({"one", "two"}))
    preparation = preparation.leaving_out("b", frozenset({"one"}))
    preparation = preparation.leaving_out("a", frozenset({"two"}))
    assert preparation.left_out == {("a", "two"), ("b", "one")}


def test_parts_go_in_and_out():
    preparation = Preparation().having(SummaryPart.THEMES, is_in=False)
    assert SummaryPart.THEMES not in preparation.choice().parts
    assert preparation.having(SummaryPart.THEMES, is_in=True) == Preparation()


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 10, 22), 3, date(2026, 7, 22)),
        (date(2026, 1, 15), 3, date(2025, 10, 15)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_counted_back_over_short_months_and_years(day, months, before):
    assert months_before(day, months) == before


def test_an_empty_span_looks_further_back_at_first_only(tmp_path):
    workshop = a_workshop()
    desk = a_sample_desk(tmp_path / "journal", workshop)
    workshop.clock.moment = workshop.clock.moment.replace(year=2029)
    offer = desk.preparing.offer(Preparation())
    assert offer.preparation.span is Span.ALL
    narrow = replace(offer.preparation, span=Span.YEAR, chosen=frozenset())
    assert desk.preparing.offer(narrow).reflections == ()
    desk.close()


def test_the_offer_holds_no_answer_that_is_private(desk):
    offer = desk.preparing.offer(Preparation())
    for offered in offer.reflections:
        assert 0 < len(offered.shared) < offered.answered


def test_a_reflection_that_is_gone_is_forgotten(desk):
    offer = desk.preparing.offer(Preparation().choosing("f" * 32, is_chosen=True))
    assert "f" * 32 not in offer.preparation.order
    assert "f" * 32 not in offer.preparation.chosen


def test_what_was_decided_is_taken_up_again(desk):
    first = desk.preparing.offer(Preparation()).preparation
    changed = replace(first, wants=("a decision",))
    desk.preparing.prepared(changed)
    assert desk.preparing.offer(Preparation()).preparation == changed


def test_a_session_that_has_been_is_the_next_until_it_is_noted_as_held(tmp_path):
    workshop = a_workshop()
    desk = a_desk(tmp_path / "journal", workshop)
    desk.preparing.set_session(Session(date(2026, 10, 30), "the team manager", "a social worker"))
    fresh = workshop.desk(desk.vault)
    assert fresh.preparing.offer(Preparation()).preparation.session.day == date(2026, 10, 30)
    workshop.clock.moment = workshop.clock.moment.replace(month=11)
    later = workshop.desk(desk.vault)
    session = later.preparing.offer(Preparation()).preparation.session
    assert session == Session(date(2026, 10, 30), "the team manager", "a social worker")
    later.sessions.finish(later.sessions.open_next())
    session = workshop.desk(desk.vault).preparing.offer(Preparation()).preparation.session
    assert session == Session(None, "the team manager", "a social worker")
    desk.close()


@pytest.mark.slow
def test_what_is_shared_is_offered_though_many_private_ones_are_newer(tmp_path):
    desk = a_desk(tmp_path / "journal")
    form = a_form()
    desk.vault.keep_form(form)
    for number in range(404):
        shared = Sharing.PRIVATE if number >= 4 else Sharing.SUPERVISION
        desk.vault.put(
            a_reflection(
                form,
                noticed="Rain.",
                shared=shared,
                reflection_id=f"{number:032x}",
                begun_at=MOMENT + timedelta(minutes=number),
            )
        )
    offered = desk.supervision.offered(Search(limit=3))
    assert [each.reflection.id for each in offered] == [f"{number:032x}" for number in (3, 2, 1)]
    desk.close()


@pytest.mark.parametrize(("count", "has_more"), [(200, False), (201, True)])
def test_the_offer_says_when_more_is_shared_than_one_summary_takes(tmp_path, count, has_more):
    desk = a_desk(tmp_path / "journal")
    form = a_form()
    desk.vault.keep_form(form)
    desk.vault.put_all(
        [
            a_reflection(
                form,
                noticed="Rain.",
                shared=Sharing.SUPERVISION,
                reflection_id=f"{number:032x}",
                begun_at=MOMENT + timedelta(minutes=number),
            )
            for number in range(count)
        ]
    )
    offer = desk.preparing.offer(Preparation())
    assert (len(offer.reflections), offer.has_more) == (200, has_more)
    desk.close()
