"""Backups as a person meets them: remembered inside the journal, and reminded of."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import NotBackedUp, NotSaved
from app.domain.secret import Passphrase
from tests.workshops import PASSPHRASE, FixedClock, a_desk, a_sample_desk, a_workshop

SECRET = Passphrase(PASSPHRASE)


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 10, 22, 12, tzinfo=UTC))


@pytest.fixture
def workshop(clock):
    return a_workshop(clock)


@pytest.fixture
def desk(workshop, tmp_path):
    opened = a_sample_desk(tmp_path / "journal", workshop)
    yield opened
    opened.close()


def test_a_backup_is_remembered_and_asked_for_again_after_thirty_days(
    workshop, clock, desk, tmp_path
):
    backups, began = workshop.backups, clock.moment
    assert backups.last_backup(desk.vault) is None
    assert backups.is_due(desk.vault)
    backups.back_up(desk.vault, tmp_path / "one.afterword-backup")
    assert backups.last_backup(desk.vault) == began
    assert not backups.is_due(desk.vault)
    clock.moment = began + timedelta(days=29)
    assert not backups.is_due(desk.vault)
    clock.moment = began + timedelta(days=30)
    assert backups.is_due(desk.vault)


def test_nobody_is_reminded_of_an_empty_journal(workshop, tmp_path):
    desk = a_desk(tmp_path / "empty", workshop)
    assert not workshop.backups.is_due(desk.vault)
    desk.close()


def test_a_backup_that_was_not_made_is_not_remembered(workshop, desk, tmp_path):
    with pytest.raises(NotBackedUp):
        workshop.backups.back_up(desk.vault, tmp_path / "nowhere" / "one")
    assert workshop.backups.last_backup(desk.vault) is None
    assert workshop.backups.is_due(desk.vault)


def test_a_backup_counts_also_where_the_journal_cannot_be_written(
    workshop, desk, tmp_path, monkeypatch
):
    def refuse(*_args):
        raise NotSaved("Not saved.")

    monkeypatch.setattr(desk.vault, "set_preference", refuse)
    target = tmp_path / "one.afterword-backup"
    workshop.backups.back_up(desk.vault, target)
    assert workshop.backups.look_inside(target, SECRET).reflections > 0


def test_a_strange_preference_counts_as_no_backup(workshop, desk):
    desk.vault.set_preference("last_backup", "long ago")
    assert workshop.backups.last_backup(desk.vault) is None
    assert workshop.backups.is_due(desk.vault)


def test_a_snapshot_that_cannot_be_made_is_told_once(workshop, desk, tmp_path, clock):
    (tmp_path / "journal" / "snapshots").write_text("in the way")
    told = workshop.backups.snapshot_if_due(desk.vault)
    assert told.startswith("No snapshot was made: ")
    assert workshop.backups.snapshot_if_due(desk.vault) is None
    (tmp_path / "journal" / "snapshots").unlink()
    assert workshop.backups.snapshot_if_due(desk.vault) is None
    (made,) = workshop.backups.snapshots(tmp_path / "journal")
    assert made.made_at == clock.moment


def test_a_snapshot_is_made_once_a_day(workshop, desk, tmp_path):
    assert workshop.backups.snapshot_if_due(desk.vault) is None
    assert workshop.backups.begin_snapshot(desk.vault) is None
    assert len(workshop.backups.snapshots(tmp_path / "journal")) == 1
