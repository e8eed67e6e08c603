"""An export stands at its place whole, or nothing of it stands anywhere."""

import errno
import os
import stat
import tomllib

import pytest

from app.domain.errors import Cancelled, ExportError, FileDamaged, JournalDamaged
from app.domain.open_copy import CopiedKind
from app.open_format import files, folder_writing
from tests.open_copy_scenes import a_full_desk, an_empty_desk, copies_of, everything_in, shelf_of
from tests.workshops import a_workshop


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_full_desk(tmp_path_factory.mktemp("full") / "journal", a_workshop())
    yield desk
    desk.close()


@pytest.fixture
def place(tmp_path):
    """A folder of its own, so that whatever is left behind is seen."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def test_what_is_written_is_for_its_owner_alone(desk, place):
    copies_of(desk).write(place / "copy")
    assert [path.name for path in place.iterdir()] == ["copy"]
    if os.name != "nt":
        for path in (place / "copy").rglob("*"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_nothing_depends_on_the_moment_or_the_place(desk, place, monkeypatch):
    copies_of(desk).write(place / "one")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    copies_of(desk).write(place / "elsewhere two")
    assert everything_in(place / "one") == everything_in(place / "elsewhere two")
    assert not any(b"elsewhere" in p.read_bytes() for p in (place / "elsewhere two").glob("*.*"))


def test_writing_changes_nothing_in_the_journal(desk, place):
    before = desk.vault.head()
    copies_of(desk).write(place / "copy")
    assert desk.vault.head() == before
    assert desk.vault.trouble() == ()


def test_an_empty_folder_is_taken_and_an_empty_journal_too(place, tmp_path):
    empty = an_empty_desk(tmp_path / "journal")
    (place / "copy").mkdir()
    assert copies_of(empty).write(place / "copy").reflections == 0
    empty.close()
    assert (place / "copy" / "records" / "reflections.json").read_bytes() == b"[\n]\n"


@pytest.mark.parametrize("what", ["full folder", "file", "link", "dead link"])
def test_an_occupied_place_is_refused(desk, place, what):
    target = place / "copy"
    match what:
        case "full folder":
            target.mkdir()
            (target / ".hidden").touch()
        case "file":
            target.touch()
        case "link":
            (place / "other").mkdir()
            target.symlink_to(place / "other")
        case "dead link":
            target.symlink_to(place / "nowhere")
    before = sorted(place.rglob("*"))
    with pytest.raises(ExportError, match="something at this place already"):
        copies_of(desk).write(target)
    assert sorted(place.rglob("*")) == before


def test_a_copy_never_lies_in_the_journal_itself(desk):
    for target in (desk.vault.folder, desk.vault.folder / "copy", desk.vault.folder / "a" / "b"):
        with pytest.raises(ExportError, match="inside the journal’s own folder"):
            copies_of(desk).write(target)


def test_a_place_that_is_not_there_is_told(desk, place):
    with pytest.raises(ExportError, match="does not exist"):
        copies_of(desk).write(place / "nowhere" / "copy")
    assert list(place.iterdir()) == []


def test_progress_goes_on_and_stopping_anywhere_leaves_nothing(desk, place):
    told = []
    copies_of(desk).write(place / "copy", told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    for stop in range(len(told)):
        shares = iter(range(stop))

        def progress(_share, shares=shares):
            if next(shares, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            copies_of(desk).write(place / "stopped", progress)
        assert [path.name for path in place.iterdir()] == ["copy"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("call", ["write", "open", "fsync", "mkdir", "rename"])
def test_a_disk_that_refuses_leaves_nothing(desk, place, monkeypatch, number, call):
    count = 0

    def refusing(*_, **__):
        nonlocal count
        count += 1
        raise OSError(number, os.strerror(number))

    match call:
        case "write":
            monkeypatch.setattr(files.NewFile, "write", refusing)
        case "open":
            monkeypatch.setattr(files.NewFiles, "begun", refusing)
        case "fsync":
            monkeypatch.setattr(folder_writing, "force_to_disk", refusing)
        case "mkdir":
            monkeypatch.setattr(type(place), "mkdir", refusing)
        case "rename":
            monkeypatch.setattr(type(place), "rename", refusing)
    with pytest.raises(ExportError, match="Nothing was left behind"):
        copies_of(desk).write(place / "copy")
    assert count == 1
    assert list(place.iterdir()) == []


def test_a_damaged_file_or_version_is_told_and_leaves_nothing(tmp_path, place):
    broken = a_full_desk(tmp_path / "journal")
    database = broken.vault._database
    database.write(lambda: database.run("UPDATE evidence_part SET content = x'00' WHERE id = 1"))
    with pytest.raises(FileDamaged):
        copies_of(broken).write(place / "copy")
    database.write(
        lambda: database.run("UPDATE revision SET content = x'00' WHERE content IS NOT NULL")
    )
    with pytest.raises(JournalDamaged):
        copies_of(broken).write(place / "copy")
    assert list(place.iterdir()) == []
    broken.close()


def test_what_a_killed_program_left_is_removed_by_the_next(desk, place):
    left = place / ".afterword-copy-0123456789abcdef.new"
    (left / "reflections").mkdir(parents=True)
    (left / "reflections" / "a.md").write_text("plain words")
    mine = place / ".afterword-copy-mine.new"
    mine.mkdir()
    copies_of(desk).write(place / "copy")
    assert sorted(path.name for path in place.iterdir()) == [mine.name, "copy"]


@pytest.mark.skipif(os.name == "nt", reason="locks are another kind there")
def test_a_copy_that_another_process_is_writing_is_left_alone(desk, place):
    import fcntl

    busy = place / ".afterword-copy-0123456789abcdef.new"
    busy.mkdir()
    with (busy / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        copies_of(desk).write(place / "copy")
    assert busy.exists()


def test_each_reflection_is_read_as_markdown_with_its_front_matter(desk, place):
    copies_of(desk).write(place / "copy")
    by_id = {}
    for path in (place / "copy" / "reflections").iterdir():
        _, front, body = path.read_bytes().decode().split("+++\n", 2)
        table = tomllib.loads(front)
        by_id[table["id"]] = (path, table, body)
    records = list(shelf_of(desk.vault).records(CopiedKind.REFLECTIONS))
    assert by_id.keys() == {each.id for each in records}
    for each in records:
        path, table, body = by_id[each.id]
        assert path.name.startswith(each.day)
        assert each.id[:8] in path.name
        assert table["title"] == each.title
        assert table["themes"] == list(each.themes)
        assert table["begun_at"].isoformat() == each.begun_at.replace("Z", "+00:00").replace(
            ".000000", ""
        )
        for answer in each.answers:
            if answer.kind == "prose":
                assert answer.value.strip() in body
        assert all((place / "copy" / name).is_file() for name in table["attachments"])
    assert any(table["attachments"] for _, table, _ in by_id.values())


def test_people_are_told_that_nothing_is_encrypted(desk, place):
    copies_of(desk).write(place / "copy")
    told = (place / "copy" / "README.txt").read_text()
    assert "NOT ENCRYPTED" in told
    for folder in (place / "copy").iterdir():
        assert folder.name.partition(".")[0] in told or folder.name == "README.txt"
