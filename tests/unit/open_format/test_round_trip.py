"""Everything goes out and comes back the same, whatever a journal holds."""

from dataclasses import replace

import pytest

from app.domain.finding import Search
from app.domain.open_copy import CopiedKind
from app.domain.progress import unwatched
from tests.open_copy_scenes import (
    a_full_desk,
    an_empty_desk,
    copies_of,
    everything_in,
    shelf_of,
)
from tests.workshops import PASSPHRASE, a_sample_desk, a_workshop


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@pytest.fixture(scope="module")
def full(tmp_path_factory, workshop):
    """A journal with something of everything, and the copy that was made of it."""
    folder = tmp_path_factory.mktemp("full")
    desk = a_full_desk(folder / "journal", workshop)
    copies_of(desk, workshop).write(folder / "copy")
    yield desk, folder / "copy"
    desk.close()


def brought_back(copy, folder, workshop):
    """Read a copy into a new journal, which is closed and opened again."""
    desk = an_empty_desk(folder, workshop)
    copies_of(desk, workshop).read_in(copy)
    assert desk.vault.trouble() == ()
    desk.close()
    return workshop.desk(workshop.unlocking.open(folder, PASSPHRASE))


def test_the_sample_journal_goes_out_and_in_and_out_the_same(tmp_path, workshop):
    desk = a_sample_desk(tmp_path / "one", workshop)
    copies_of(desk, workshop).write(tmp_path / "first")
    desk.close()
    again = brought_back(tmp_path / "first", tmp_path / "two", workshop)
    copies_of(again, workshop).write(tmp_path / "second")
    again.close()
    first = everything_in(tmp_path / "first")
    assert first == everything_in(tmp_path / "second")
    assert sum(name.startswith("reflections/") for name in first) == 12


def test_a_journal_with_everything_goes_out_and_in_and_out_the_same(full, tmp_path, workshop):
    desk, copy = full
    counts = shelf_of(desk.vault).overview().counts
    assert all(counts[kind] for kind in CopiedKind), "the scene holds something of every kind"
    again = brought_back(copy, tmp_path / "two", workshop)
    copies_of(again, workshop).write(tmp_path / "second")
    third = brought_back(tmp_path / "second", tmp_path / "three", workshop)
    for kind in CopiedKind:
        assert list(shelf_of(again.vault).records(kind)) == list(
            shelf_of(desk.vault).records(kind)
        ), kind
    assert shelf_of(third.vault).overview() == shelf_of(desk.vault).overview()
    again.close()
    third.close()
    assert everything_in(copy) == everything_in(tmp_path / "second")


def test_what_came_back_can_be_gone_on_with(full, tmp_path, workshop):
    desk, copy = full
    again = brought_back(copy, tmp_path / "two", workshop)
    for outline in desk.vault.newest(50):
        assert again.vault.get(outline.id) == desk.vault.get(outline.id)
        assert again.vault.versions.outlines(outline.id) == tuple(
            desk.vault.versions.outlines(outline.id)
        )
    (file,) = [
        file
        for outline in again.vault.newest(50)
        for answer in again.vault.get(outline.id).answers.values()
        for file in getattr(answer.value, "files", ())
        if file.name.endswith(".PDF")
    ]
    assert again.vault.evidence.read(file, unwatched) == bytes(range(256)) * 9_000
    assert again.people_key.people() == desk.people_key.people()
    (binned,) = again.retention.bin()
    again.retention.bring_back_from_bin(binned.id)
    assert again.vault.trouble() == ()
    again.close()


def test_writing_goes_on_in_the_same_session_as_reading_in(full, tmp_path, workshop):
    _, copy = full
    again = an_empty_desk(tmp_path / "two", workshop)
    again.vault.head()  # recalled before, as a window does
    assert not again.find(Search("notebook")).outlines
    copies_of(again, workshop).read_in(copy)
    assert again.find(Search("notebook")).outlines
    first = again.vault.get(again.vault.newest(1)[0].id)
    again.vault.put(replace(first, title="Written after it came back"))
    assert again.vault.trouble() == ()
    again.close()
    again = workshop.desk(workshop.unlocking.open(tmp_path / "two", PASSPHRASE))
    assert again.vault.warning is None
    assert again.vault.get(first.id).title == "Written after it came back"
    again.close()
