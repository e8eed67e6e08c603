"""What was decided about a summary outlives a lock, and ends with its session."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import NotSaved
from app.services.kept_preparation import KeptPreparation
from app.services.sessions import SessionDetails
from app.services.summary_presets import SummaryPresets
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.preparation import Preparation, Span
from app.summary.preset import Preset
from tests.builders import MOMENT
from tests.workshops import PASSPHRASE, FixedClock, a_sample_desk, a_workshop

PLACE, PUT_IN = ("r1", "what"), ("r1", "feelings")


@pytest.fixture
def journal(tmp_path):
    a_sample_desk(tmp_path / "journal").close()
    return tmp_path / "journal"


def unlocked(journal, moment=MOMENT):
    workshop = a_workshop(FixedClock(moment))
    return workshop.desk(workshop.unlocking.open(journal, PASSPHRASE))


def decided(desk):
    """Decide as much as one can decide."""
    begun = desk.preparing.offer(Preparation()).preparation
    first, second, *_ = begun.order
    changed = begun.moved(second, 0).choosing(first, is_chosen=False)
    changed = changed.having(SummaryPart.THEMES, is_in=False)
    changed = replace(
        changed,
        left_out=frozenset({PLACE}),
        put_in=frozenset({PUT_IN}),
        wants=("Time to think",),
        topics_left_out=frozenset({"Leave in March"}),
        print_size=PrintSize.LARGE,
        is_black_and_white=True,
        span=Span.YEAR,
        preset="Mine",
    )
    desk.preparing.prepared(changed)
    return changed


def test_every_decision_is_there_again_after_a_lock(journal):
    desk = unlocked(journal)
    changed = decided(desk)
    desk.close()
    desk = unlocked(journal)
    kept = KeptPreparation(desk.vault).read("", desk.sessions.today())
    assert kept == replace(changed, session=kept.session, wording=kept.wording)
    again = desk.preparing.offer(Preparation()).preparation
    assert (again.chosen, again.left_out, again.put_in) == (
        changed.chosen,
        changed.left_out,
        changed.put_in,
    )
    assert [each for each in again.rows if each in changed.rows] == list(changed.rows)
    desk.close()


def test_they_go_over_to_a_session_that_is_planned_since_and_end_with_it(journal):
    desk = unlocked(journal)
    changed = decided(desk)
    desk.sessions.set_details(SessionDetails(MOMENT.date(), "the team manager"))
    planned = desk.preparing.offer(changed).preparation
    assert planned.left_out == {PLACE}
    desk.preparing.prepared(planned)
    desk.close()
    desk = unlocked(journal, MOMENT + timedelta(days=60))
    resumed = desk.preparing.offer(Preparation()).preparation
    assert resumed.left_out == {PLACE}
    desk.sessions.finish(desk.sessions.open_next())
    for asked in (Preparation(), resumed):
        after = desk.preparing.offer(asked).preparation
        assert (after.left_out, after.put_in, after.wants) == (frozenset(), frozenset(), ())
    desk.close()


def test_what_is_put_in_while_a_session_ends_stays_chosen(journal):
    desk = unlocked(journal)
    desk.sessions.set_details(SessionDetails(MOMENT.date(), "the team manager"))
    begun = desk.preparing.offer(Preparation()).preparation
    desk.preparing.prepared(begun)
    other = begun.order[-1]
    assert other not in begun.chosen
    desk.sessions.finish(desk.sessions.open_next())
    after = desk.preparing.offer(begun.choosing(other, is_chosen=True)).preparation
    assert other in after.chosen
    desk.close()


def test_without_a_session_they_hold_for_a_week(journal):
    desk = unlocked(journal)
    decided(desk)
    today = desk.sessions.today()
    kept = KeptPreparation(desk.vault)
    assert kept.read("", today + timedelta(days=7)) is not None
    assert kept.read("", today + timedelta(days=8)) is None
    assert kept.read("another session", today) is None
    desk.close()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"on": "soon"}', '{"rows": 3, "session": "", "span": 3}']
)
def test_what_is_not_understood_begins_anew(journal, text):
    desk = unlocked(journal)
    desk.vault.set_preference("summary_preparation", text)
    assert KeptPreparation(desk.vault).read("", desk.sessions.today()) is None
    assert desk.preparing.offer(Preparation()).preparation.is_begun
    desk.close()


def test_a_full_disk_keeps_no_page_back(journal, monkeypatch):
    desk = unlocked(journal)

    def refused(_kept, _preparation, _today):
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(KeptPreparation, "keep", refused)
    begun = desk.preparing.offer(Preparation()).preparation
    assert desk.preparing.prepared(begun).rows
    desk.close()


def test_a_layout_that_is_kept_or_renamed_is_the_one_to_go_on_with(journal):
    desk = unlocked(journal)
    presets = SummaryPresets(desk.vault)
    presets.keep(Preset("Copier at work", is_black_and_white=True))
    assert presets.last().name == "Copier at work"
    presets.rename("Copier at work", "Copier")
    assert presets.last().is_black_and_white
    presets.keep(Preset("Other"))
    presets.rename("Copier", "Copier upstairs")
    assert presets.last().name == "Other"
    desk.close()
