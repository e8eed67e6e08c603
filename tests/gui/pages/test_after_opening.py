"""What an opened journal does for itself, without holding anybody up."""

from datetime import timedelta
from functools import partial
from threading import Event

import pytest

from app.domain.errors import Cancelled
from app.services.retention import Retention
from app.ui import after_opening
from app.ui.after_opening import AfterOpening
from tests.workshops import FixedClock, a_sample_desk


@pytest.fixture
def desk(surroundings, tmp_path, monkeypatch):
    monkeypatch.setattr(after_opening, "_FIRST_AFTER_MS", 0)
    monkeypatch.setattr(after_opening, "_AGAIN_AFTER_MS", 50)
    make = partial(a_sample_desk, tmp_path / "My journal", surroundings.workshop)
    desk = surroundings.lane.run_and_wait(make)
    yield desk
    surroundings.lane.run_and_wait(desk.close)


def snapshots(folder):
    return sorted((folder / "My journal" / "snapshots").glob("*.afterword-snapshot"))


def test_the_first_opening_of_a_day_keeps_a_snapshot(surroundings, desk, tmp_path, qapp, qtbot):
    after = AfterOpening(surroundings, desk, qapp)
    after.begin()
    qtbot.waitUntil(lambda: len(snapshots(tmp_path)) == 1)
    after.deleteLater()


def test_it_gives_way_to_what_waits_and_is_done_later(surroundings, desk, tmp_path, qapp, qtbot):
    lane, begun, gate = surroundings.lane, Event(), Event()
    copies = desk.vault.copies
    made = []

    def copied(*given):
        begun.set()
        gate.wait(60)  # somebody asks for something meanwhile
        made.append(given)
        return type(copies).copied_snapshot(copies, *given)

    desk.vault.copies.copied_snapshot = copied
    after = AfterOpening(surroundings, desk, qapp)
    after.begin()
    qtbot.waitUntil(begun.is_set, timeout=30_000)
    job = lane.job()
    with qtbot.waitSignal(job.succeeded, timeout=30_000):
        lane.start(job, lambda: "read")
        gate.set()
    qtbot.waitUntil(lambda: len(snapshots(tmp_path)) == 1, timeout=30_000)
    assert len(made) == 2
    after.deleteLater()


def test_the_bin_is_looked_after(surroundings, desk, qapp, qtbot, monkeypatch):
    asked = []
    tidy = Retention.tidy

    def noted(self, progress):
        asked.append(progress)
        return tidy(self, progress)

    monkeypatch.setattr(Retention, "tidy", noted)
    after = AfterOpening(surroundings, desk, qapp)
    after.begin()
    qtbot.waitUntil(lambda: bool(asked))
    after.deleteLater()


def test_a_snapshot_that_cannot_be_made_is_told_once(surroundings, desk, tmp_path, qapp, qtbot):
    (tmp_path / "My journal" / "snapshots").write_text("a file where a folder should be")
    after = AfterOpening(surroundings, desk, qapp)
    with qtbot.waitSignal(after.told) as told:
        after.begin()
    assert told.args[0].tone == "warning"
    with qtbot.assertNotEmitted(after.told, wait=200):
        after.begin()
    after.deleteLater()


def test_a_journal_that_stays_open_over_midnight_keeps_one_for_the_new_day(
    surroundings, desk, qapp, qtbot, monkeypatch
):
    monkeypatch.setattr(after_opening, "_NEXT_LOOK_MS", 50)
    after = AfterOpening(surroundings, desk, qapp)
    after.begin()
    qtbot.waitUntil(lambda: len(snapshots(desk.vault.folder.parent)) == 1)
    clock = surroundings.workshop.backups.clock
    tomorrow = FixedClock(clock.now() + timedelta(days=1))
    monkeypatch.setattr(surroundings.workshop.backups, "clock", tomorrow)
    writing = surroundings.lane.run_and_wait(lambda: desk.journal.begin("five_minute_capture"))
    surroundings.lane.run_and_wait(partial(desk.journal.save, writing))
    qtbot.waitUntil(lambda: len(snapshots(desk.vault.folder.parent)) == 2)
    after.deleteLater()


def test_a_journal_that_was_closed_meanwhile_is_left_alone(surroundings, desk, qapp, qtbot):
    after = AfterOpening(surroundings, desk, qapp)
    surroundings.lane.run_and_wait(desk.close)
    after.begin()
    qtbot.wait(100)
    surroundings.lane.wait()
    assert snapshots(desk.vault.folder.parent) == []
    after.deleteLater()


def test_the_index_is_read_ahead_and_gives_way_too(surroundings, desk, qapp, qtbot, monkeypatch):
    shares = []
    usual = type(desk.vault).read_ahead

    def read_ahead(vault, progress):
        usual(vault, shares.append)
        raise Cancelled

    monkeypatch.setattr(type(desk.vault), "read_ahead", read_ahead)
    after = AfterOpening(surroundings, desk, qapp)
    snapshot_begun = []
    monkeypatch.setattr(
        type(surroundings.workshop.backups),
        "begin_snapshot",
        lambda *given: snapshot_begun.append(given),
    )
    after.begin()
    qtbot.waitUntil(lambda: bool(snapshot_begun), timeout=30_000)  # though it was cancelled
    assert shares
    after.deleteLater()
