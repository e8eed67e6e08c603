import json
import os
import shutil
from uuid import uuid4

import pytest

from app.domain.errors import JournalDamaged
from app.domain.older_journal import Difference
from app.domain.secret import Passphrase
from app.vault import connection
from app.vault.freshness import looked_back
from app.vault.seen_heads import SeenHead, SeenHeads
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection


@pytest.fixture
def seen_folder(tmp_path):
    return tmp_path / "data" / "seen"


@pytest.fixture
def parts(seen_folder):
    return keeper_and_changes(seen_folder)


@pytest.fixture
def keeper(parts):
    return parts[0]


def written(keeper, folder, *uids, sittings=1):
    """Write some reflections in one sitting or more."""
    for _ in range(sittings):
        vault = keeper.open(folder, PASSPHRASE)
        for uid in uids:
            vault.put(a_reflection(uid, f"Words {uuid4()}."))
        vault.close()


def warning_of(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    try:
        return vault.warning
    finally:
        vault.close()


def kept(folder, tmp_path, name="kept"):
    """Copy the closed journal aside."""
    return shutil.copytree(folder, tmp_path / name)


def put_back(copy, folder):
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)


def only_file(seen_folder):
    (path,) = seen_folder.iterdir()
    return path


def test_a_journal_seen_for_the_first_time_raises_no_alarm(keeper, folder):
    assert warning_of(keeper, folder) is None


def test_the_same_journal_grown_raises_no_alarm(keeper, folder):
    for number in range(6):
        written(keeper, folder, f"r{number}", "r0")
        assert warning_of(keeper, folder) is None


def test_an_older_journal_put_back_is_told_with_what_is_missing(keeper, folder, tmp_path):
    written(keeper, folder, "r1")
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r2", "r3", "r2")
    put_back(copy, folder)
    warning = warning_of(keeper, folder)
    assert warning.difference is Difference.OLDER
    assert warning.saves_missing == 3
    words = warning.words()
    assert "saved 3 times fewer (last change 2 March 2026)" in words
    assert "Look for the newer copy before you write on." in words


def test_an_older_file_alone_put_back_is_told(keeper, folder):
    written(keeper, folder, "r1")
    old = (folder / "journal.db").read_bytes()
    written(keeper, folder, "r2")
    (folder / "journal.db").write_bytes(old)
    warning = warning_of(keeper, folder)
    assert warning.saves_missing == 1
    assert "saved once less often" in warning.words()


def test_a_journal_from_before_the_first_word_is_told(keeper, folder, tmp_path):
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1")
    put_back(copy, folder)
    warning = warning_of(keeper, folder)
    assert warning.saves_missing == 1
    assert "last change" not in warning.words()


def test_the_warning_comes_again_until_it_is_accepted(keeper, folder, tmp_path):
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1", "r2")
    put_back(copy, folder)
    assert warning_of(keeper, folder)
    written(keeper, folder, "r1", "r2", "r3", "r4")
    assert warning_of(keeper, folder).difference is Difference.OTHER_HISTORY
    vault = keeper.open(folder, PASSPHRASE)
    vault.accept_as_newest()
    assert vault.warning is None
    vault.close()
    assert warning_of(keeper, folder) is None
    written(keeper, folder, "r5")
    assert warning_of(keeper, folder) is None


def test_the_newer_copy_found_again_raises_no_alarm(keeper, folder, tmp_path):
    old = kept(folder, tmp_path)
    written(keeper, folder, "r1", "r2")
    new = kept(folder, tmp_path, "new")
    put_back(old, folder)
    assert warning_of(keeper, folder)
    put_back(new, folder)
    assert warning_of(keeper, folder) is None


def test_what_was_accepted_is_what_is_gone_by(keeper, folder, tmp_path):
    old = kept(folder, tmp_path)
    written(keeper, folder, "r1", "r2")
    new = kept(folder, tmp_path, "new")
    put_back(old, folder)
    vault = keeper.open(folder, PASSPHRASE)
    vault.accept_as_newest()
    vault.put(a_reflection("other"))
    vault.close()
    put_back(new, folder)
    assert warning_of(keeper, folder).difference is Difference.OTHER_HISTORY


@pytest.mark.parametrize("saves_there", [2, 3, 6])
@pytest.mark.parametrize("uid", ["r1", "another"])
def test_a_fork_is_told_however_long_it_is(keeper, folder, tmp_path, saves_there, uid):
    # Two computers write on from one state, and a sync program lets the other one win.
    written(keeper, folder, "r0")
    elsewhere = keeper_and_changes(tmp_path / "other computer")[0]
    copy = kept(folder, tmp_path)
    written(elsewhere, copy, *[uid] * saves_there)
    written(keeper, folder, "r1", "r1")
    put_back(copy, folder)
    warning = warning_of(keeper, folder)
    assert warning.difference is Difference.OTHER_HISTORY
    assert "not a continuation" in warning.words()


def test_another_computer_writing_on_raises_no_alarm(keeper, folder, tmp_path):
    written(keeper, folder, "r0")
    elsewhere = keeper_and_changes(tmp_path / "other computer")[0]
    written(elsewhere, folder, "r0", "r0", "r1", sittings=2)
    assert warning_of(keeper, folder) is None


def test_a_copy_at_another_place_is_another_journal(keeper, folder, tmp_path):
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1")
    assert warning_of(keeper, copy) is None


def test_a_crash_at_any_moment_raises_no_alarm(keeper, folder, seen_folder):
    # What was noted may lag behind by any number of saves, in a sitting that was never closed.
    written(keeper, folder, "r0")
    vault, notes = keeper.open(folder, PASSPHRASE), [only_file(seen_folder).read_bytes()]
    for number in range(5):
        for _ in range(3):
            vault.put(a_reflection(f"r{number}", f"Words {len(notes)}.", minutes=len(notes)))
            notes.append(only_file(seen_folder).read_bytes())
    vault._database.close()
    for note in [*notes, None]:
        if note is None:
            only_file(seen_folder).unlink()
        else:
            only_file(seen_folder).write_bytes(note)
        assert warning_of(keeper, folder) is None


def test_every_version_is_noted_when_it_is_on_the_disk(keeper, folder, seen_folder):
    vault = keeper.open(folder, PASSPHRASE)
    for number in range(3):
        vault.put(a_reflection(f"r{number}"))
        noted = json.loads(only_file(seen_folder).read_bytes())
        assert noted["saves"] == number + 1
        assert noted["chain"] == vault.head().chain
        assert noted["is_closed"] is False
    vault.close()
    assert json.loads(only_file(seen_folder).read_bytes())["is_closed"] is True


def test_a_version_that_grows_is_noted_when_begun_and_at_closing(keeper, folder, seen_folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection("r1", "Words."))
    begun = only_file(seen_folder).read_bytes()
    vault.put(a_reflection("r1", "Words and more."))
    assert only_file(seen_folder).read_bytes() == begun
    head = vault.head()
    vault.close()
    noted = json.loads(only_file(seen_folder).read_bytes())
    assert (noted["saves"], noted["chain"]) == (head.saves, head.chain)


def test_what_was_undone_is_not_noted(keeper, folder, seen_folder, monkeypatch):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection("r1"))
    before = only_file(seen_folder).read_bytes()

    def refuse(*_given):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(vault._revisions, "append", refuse)
        with pytest.raises(ZeroDivisionError):
            vault.put(a_reflection("r2"))
    assert only_file(seen_folder).read_bytes() == before
    vault.close()


def test_no_name_path_or_word_of_the_journal_is_in_the_note(keeper, folder, seen_folder):
    written(keeper, folder, "r1")
    path = only_file(seen_folder)
    text = path.name + path.read_text()
    vault_id = json.loads((folder / "keys.json").read_text())["vault"]
    assert not any(each in text for each in ("My journal", "r1", "Words", vault_id))
    assert path.stat().st_mode & 0o777 == 0o600
    assert seen_folder.stat().st_mode & 0o777 == 0o700


def test_a_clock_moved_back_raises_no_alarm(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection("r1", minutes=10_000))
    vault.put(a_reflection("r2", minutes=-10_000))
    vault.close()
    os.utime(folder / "journal.db", (0, 0))
    assert warning_of(keeper, folder) is None


def test_replacing_the_data_key_raises_no_alarm(parts, folder):
    keeper, changes = parts
    written(keeper, folder, "r1", "r2")
    changes.replace_data_key(folder, Passphrase(PASSPHRASE), PASSPHRASE)
    assert warning_of(keeper, folder) is None


def test_an_older_journal_under_the_older_key_is_told_too(parts, folder, tmp_path):
    keeper, changes = parts
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1")
    changes.replace_data_key(folder, Passphrase(PASSPHRASE), PASSPHRASE)
    put_back(copy, folder)
    assert warning_of(keeper, folder).difference is Difference.OLDER


def test_after_a_deliberate_restore_the_note_is_forgotten(keeper, folder, tmp_path, seen_folder):
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1")
    put_back(copy, folder)
    vault_id = json.loads((folder / "keys.json").read_text())["vault"]
    SeenHeads(seen_folder).of(vault_id, folder).forget()
    assert warning_of(keeper, folder) is None


def test_the_whole_check_tells_it_too(keeper, folder, tmp_path):
    copy = kept(folder, tmp_path)
    written(keeper, folder, "r1")
    put_back(copy, folder)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.warning.words() in vault.trouble()
    vault.close()


# What stands in the file's place when it was tampered with


def make_nonsense(path):
    path.write_bytes(os.urandom(300))


def make_empty(path):
    path.write_bytes(b"")


def make_huge(path):
    with path.open("wb") as file:
        file.truncate(1 << 30)


def make_folder(path):
    path.unlink()
    path.mkdir()


def make_pipe(path):
    path.unlink()
    os.mkfifo(path)


def make_link(path):
    victim = path.parent.parent / "victim"
    victim.write_text("mine")
    path.unlink()
    path.symlink_to(victim)


def change_count(path):
    plain = json.loads(path.read_text())
    path.write_text(json.dumps({**plain, "saves": 10**6}))


def deep(path):
    path.write_text("[" * 1000)


def other_types(path):
    path.write_text(json.dumps(["seq", "saves"]))


def long_number(path):
    path.write_text('{"seq": ' + "9" * 900 + "}")


TAMPERED = [make_nonsense, make_empty, make_huge, make_folder, make_pipe, make_link]
TAMPERED += [change_count, deep, other_types, long_number]


@pytest.mark.parametrize("tamper", TAMPERED)
def test_a_tampered_note_is_ignored_and_written_anew(keeper, folder, seen_folder, tamper):
    written(keeper, folder, "r1")
    tamper(only_file(seen_folder))
    assert warning_of(keeper, folder) is None
    assert json.loads(only_file(seen_folder).read_bytes())["saves"] == 1
    victim = seen_folder.parent / "victim"
    assert not victim.exists() or victim.read_text() == "mine"


@pytest.mark.parametrize("kind", ["file", "unmakeable", "occupied"])
def test_where_nothing_can_be_noted_the_journal_opens_and_saves(folder, tmp_path, kind):
    place = tmp_path / "place"
    if kind == "occupied":
        vault_id = json.loads((folder / "keys.json").read_text())["vault"]
        inside = SeenHeads(place).of(vault_id, folder)._path / "something"
        inside.mkdir(parents=True)
    else:
        place.write_text("mine")
    keeper = keeper_and_changes(place / "below" if kind == "unmakeable" else place)[0]
    written(keeper, folder, "r1")
    assert warning_of(keeper, folder) is None


def test_a_computer_that_remembers_nothing_gives_no_warning(folder):
    keeper = keeper_and_changes()[0]
    written(keeper, folder, "r1")
    assert warning_of(keeper, folder) is None


# The cheap part of the check that every opening makes


def changed_below(folder, statement):
    """Change a row behind the vault's back, as an old page does."""
    keeper = keeper_and_changes()[0]
    vault = keeper.open(folder, PASSPHRASE)
    vault._database.write(lambda: vault._database.run(statement))
    vault.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET value = json_quote('Older words.')",
        "UPDATE reflection SET title = 'Older title'",
        "UPDATE revision SET chain = zeroblob(32) WHERE seq = (SELECT max(seq) FROM revision)",
        "UPDATE revision SET saves = 1 WHERE seq = (SELECT max(seq) FROM revision)",
    ],
)
def test_a_newest_reflection_that_is_not_as_saved_is_told_at_opening(folder, statement):
    keeper = keeper_and_changes()[0]
    written(keeper, folder, "r1", "r2")
    changed_below(folder, statement)
    warning = warning_of(keeper, folder)
    assert warning.difference is Difference.PARTLY_OLDER
    assert "Check the journal" in warning.words()


def test_a_page_that_does_not_read_is_no_reason_not_to_open(keeper, folder, seen_folder):
    written(keeper, folder, "r1")
    before = only_file(seen_folder).read_bytes()
    path = folder / "journal.db"
    data = bytearray(path.read_bytes())
    vault = keeper.open(folder, PASSPHRASE)
    (root,) = vault._database.row("SELECT rootpage FROM sqlite_master WHERE name = 'revision'")
    vault.close()
    data[(root - 1) * 4096 + 2000] ^= 1
    path.write_bytes(data)
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.warning is None
    assert [each.id for each in vault.newest(9)] == ["r1"]
    # Nothing says any more whether these are the words that were saved last.
    with pytest.raises(JournalDamaged):
        vault.get("r1")
    vault._database.close()
    assert only_file(seen_folder).read_bytes() == before


def test_an_opening_compares_a_few_rows_only(keeper, folder, monkeypatch):
    vault = keeper.open(folder, PASSPHRASE)
    for number in range(60):
        vault.put(a_reflection(f"r{number}", minutes=number))
    statements, real = [], connection.Database.rows
    monkeypatch.setattr(
        connection.Database,
        "rows",
        lambda database, *given: statements.append(real(database, *given)) or statements[-1],
    )
    assert looked_back(vault._database, SeenHead(1, 1, "0" * 64, "0" * 64, is_closed=True))
    assert sum(map(len, statements)) < 20
    vault.close()
