"""Everything that still reads comes back into a new journal; the damaged one stays as it is."""

import contextlib
import os
import shutil
from datetime import UTC, date, datetime

import pytest

from app.domain.answer import Action, Actions, Answer, Evidence, Prose
from app.domain.errors import (
    Cancelled,
    DiskFull,
    FileDamaged,
    JournalDamaged,
    JournalExists,
    JournalInUse,
    JournalTooNew,
    NotAJournal,
    NotSaved,
    WrongPassphrase,
    WrongRecoveryWords,
)
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.domain.secret import Passphrase, RecoveryWords
from app.vault import migrations, recipe, salvaged_rows
from app.vault.decryptor import Pages
from app.vault.gathering import gather
from app.vault.open_journals import OpenJournals
from app.vault.salvage import Salvage
from app.vault.unlocking import unlock
from tests.unit.vault.broken_pages import break_pages, break_table, owners
from tests.unit.vault.other_process import held_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, cheap_keeper

AT = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def a_long_one(number, text="kettle"):
    action = Action(f"Ring {number}", "me", date(2026, 4, 1), "", None)
    answers = {
        "what_happened": Answer(Prose(f"{text} {number} " + "walk " * 300)),
        "to_do": Answer(Actions((action,))),
    }
    return a_reflection(f"r{number}", minutes=number, answers=answers, themes=("Trust",), title="T")


@pytest.fixture
def written(folder, keeper):
    """A journal of forty reflections, each in two versions, closed again."""
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    vault.put_all([a_long_one(number, "before") for number in range(40)])
    vault.put_all([a_long_one(number) for number in range(40)])
    vault.set_preference("colour", "green")
    vault.close()
    return folder


@pytest.fixture
def target(tmp_path):
    return tmp_path / "Salvaged"


def salvaged(folder, target, secret=None, *, progress=unwatched, forms=(), salvager=None):
    salvager = salvager or Salvage(OpenJournals(), floor_checked=False)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    try:
        return salvager.salvage((folder, target), secret or Passphrase(PASSPHRASE), forms, progress)
    finally:
        after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        assert after == before


@contextlib.contextmanager
def reopened(folder):
    vault = cheap_keeper().open(folder, PASSPHRASE)
    try:
        assert vault.trouble() == ()
        yield vault
    finally:
        vault.close()


def test_a_whole_journal_comes_out_the_same_with_the_very_record_of_changes(
    written, target, keeper
):
    report = salvaged(written, target)
    assert (report.whole, report.brought_back, report.damaged_pages) == (40, 40, 0)
    assert report.lost_nothing
    vault = keeper.open(written, PASSPHRASE)
    head, forms = vault.head(), vault.form("daily_pause", 1)
    vault.close()
    with reopened(target) as vault:
        assert vault.head() == head
        assert vault.form("daily_pause", 1) == forms
        assert vault.preference("colour") == "green"
        assert vault.version_count("r3") == 2
        assert vault.get("r3") == a_long_one(3)
        assert vault.find(Search("kettle 7")).total == 1
        assert len(vault.open_actions(99)) == 40
    assert {path.name for path in target.iterdir()} == {path.name for path in written.iterdir()}
    assert (target / "keys.json").read_bytes() == (written / "keys.json").read_bytes()
    assert {path.stat().st_mode & 0o777 for path in target.iterdir()} == {0o600}


def test_one_bad_page_of_answers_costs_only_what_stood_on_it(written, target):
    break_pages(written, owners(written)["answer"][-1])
    report = salvaged(written, target)
    assert report.whole >= 37
    assert report.whole + report.from_earlier == 40
    assert report.damaged_pages == 1
    assert report.from_earlier == len(report.named)
    assert "2 March 2026" in report.named[0]
    assert "Daily pause" in report.named[0]
    assert "kettle" not in "".join(report.sentences)
    with reopened(target) as vault:
        texts = [vault.get(f"r{number}").answers["what_happened"].value for number in range(40)]
        assert sum(text.text.startswith("kettle") for text in texts) == report.whole
        assert sum(text.text.startswith("before") for text in texts) == report.from_earlier
        assert vault.find(Search("before")).total == report.from_earlier


def test_heads_that_are_lost_are_taken_from_the_record_of_changes(written, target):
    break_table(written, "reflection")
    report = salvaged(written, target)
    # Nothing of the heads had changed since, so the hash of the newest version proves them.
    assert (report.whole, report.versions_missing, report.knows_all) == (40, 0, True)
    with reopened(target) as vault:
        assert vault.get("r3") == a_long_one(3)
        assert vault.version_count("r3") == 2


def test_all_is_not_claimed_where_a_reflection_may_be_lost_without_a_trace(written, target):
    for name in ("reflection", "revision"):
        break_table(written, name)
    report = salvaged(written, target)
    assert (report.brought_back, report.lost, report.knows_all) == (40, 0, False)
    assert report.sentences[0].startswith("40 reflections came back")
    assert any("There may have been more" in sentence for sentence in report.sentences)


def test_a_lost_first_page_alone_leaves_no_doubt(written, target):
    break_pages(written, 1)
    report = salvaged(written, target)
    assert (report.whole, report.versions_missing, report.knows_all) == (40, 0, True)


def test_a_lost_first_page_and_a_lost_end_leave_doubt(written, target):
    break_pages(written, 1)
    path = written / "journal.db"
    path.write_bytes(path.read_bytes()[: -8 * 4096])
    assert not salvaged(written, target).knows_all


def test_a_version_whose_text_runs_on_to_a_bad_page_is_told_to_be_missing(folder, keeper, target):
    vault = keeper.open(folder, PASSPHRASE)
    for text in (" ".join(str(number * 7919) for number in range(4000)), "kettle"):
        answers = {"what_happened": Answer(Prose(text))}
        vault.put_all([a_reflection("r1", answers=answers)])
    vault.close()
    run_on = set(range(1, (folder / "journal.db").stat().st_size // 4096 + 1))
    break_pages(folder, *run_on.difference(*owners(folder).values()))
    report = salvaged(folder, target)
    assert (report.brought_back, report.versions_missing, report.knows_all) == (1, 1, True)


def test_with_heads_and_versions_lost_the_indexes_still_name_them(folder, keeper, target):
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    vault.put_all([a_long_one(number) for number in range(10)])
    vault.close()
    break_table(folder, "reflection")
    report = salvaged(folder, target)
    assert (report.in_part, report.brought_back) == (10, 10)
    with reopened(target) as vault:
        found = vault.get("r3")
        assert found.answers == a_long_one(3).answers
        assert found.begun_at == a_long_one(3).begun_at
        assert (found.title, found.form_id) == ("A salvaged reflection", "daily_pause")


def test_a_lost_record_of_changes_begins_anew_and_holds(written, target):
    break_table(written, "revision")
    report = salvaged(written, target)
    assert (report.unproven, report.brought_back) == (40, 40)
    assert (report.versions_missing, report.knows_all) == (40, True)
    assert report.sentences[0] == "All 40 reflections came back."
    assert "The earlier versions of 40 reflections are missing" in report.sentences[1]
    with reopened(target) as vault:
        assert vault.get("r39") == a_long_one(39)
        assert vault.version_count("r39") == 1


def test_a_gap_in_the_record_of_changes_is_closed(written, target):
    pages = owners(written)["revision"]
    break_pages(written, pages[len(pages) // 2])
    report = salvaged(written, target)
    assert report.whole == 40 or report.unproven > 0
    assert 0 < report.versions_missing < 40
    assert not report.lost_nothing
    with reopened(target) as vault:
        assert vault.get("r39") == a_long_one(39)


@pytest.mark.parametrize(
    "name",
    ["sqlite_master", "theme", "open_action", "word_index_data", "sqlite_autoindex_answer_1"],
)
def test_what_can_be_made_anew_costs_no_reflection_an_answer(written, target, name):
    break_table(written, name)
    assert salvaged(written, target).whole == 40
    with reopened(target) as vault:
        assert vault.get("r3").answers == a_long_one(3).answers
        assert vault.find(Search("kettle 7")).total == 1
        assert len(vault.open_actions(99)) == 40


def test_rows_that_stand_on_inner_pages_come_back(folder, keeper, target):
    themes = [f"A theme with a rather long name of its own {number}" for number in range(12)]
    vault = keeper.open(folder, PASSPHRASE)
    vault.put_all(
        [a_reflection(f"r{number}", minutes=number, themes=themes) for number in range(20)]
    )
    vault.close()
    assert len(owners(folder)["theme"]) > 3
    assert salvaged(folder, target).whole == 20


def test_a_lost_form_is_taken_from_the_shelf_or_made_of_the_prompts(written, target):
    break_table(written, "form")
    salvaged(written, target, forms=(a_form(),))
    with reopened(target) as vault:
        assert vault.form("daily_pause", 1) == a_form()
    shutil.rmtree(target)
    salvaged(written, target)
    with reopened(target) as vault:
        made = vault.form("daily_pause", 1)
        assert made.title == "Daily pause"
        assert made.prompt("what_happened").text == "What happened"


def test_holds_the_bin_and_what_is_gone_stay_so(written, target, keeper):
    vault = keeper.open(written, PASSPHRASE)
    vault.keeping.hold("r1", "asked for", AT)
    vault.bin.put("r2", AT)
    vault.bin.put("r3", AT)
    vault.bin.empty(("r3",), AT)
    entries = vault.bin.entries()
    vault.close()
    report = salvaged(written, target)
    assert (report.whole, report.lost) == (38, 0)
    with reopened(target) as vault:
        assert vault.keeping.of("r1").is_held
        assert vault.bin.entries() == entries
        assert vault.keeping.of("r3").is_gone
        vault.bin.take_back("r2", AT)
        assert vault.get("r2") == a_long_one(2)
    shutil.rmtree(target)
    break_table(written, "keeping")
    report = salvaged(written, target)
    with reopened(target) as vault:
        # Nobody knows any more that it was thrown away: rather too much than too little.
        assert vault.get("r2") == a_long_one(2)
        assert not vault.keeping.of("r1").is_held


def test_the_words_alone_bring_it_back_where_keys_and_salt_are_lost(written, words, target):
    for name in ("keys.json", "keys-copy.json"):
        (written / name).write_bytes(b"")
    path = written / "journal.db"
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    report = salvaged(written, target, RecoveryWords(words))
    assert report.whole == 40
    assert not report.is_proven
    assert not report.has_key_files
    assert any("recovery words only" in sentence for sentence in report.sentences)
    vault = cheap_keeper().open_with_words(target, words)
    assert vault.trouble() == ()
    assert vault.get("r3") == a_long_one(3)
    vault.close()


def test_a_change_that_a_crash_interrupted_is_undone_on_a_copy(written, target, tmp_path):
    inside = tmp_path / "crashed"
    vault = cheap_keeper().open(written, PASSPHRASE)
    database = vault._database
    database._connection.execute("PRAGMA cache_size = 1")
    database._connection.execute("BEGIN IMMEDIATE")
    database._connection.execute("UPDATE answer SET value = '\"half\"'")
    shutil.copytree(written, inside)
    database._connection.execute("ROLLBACK")
    vault.close()
    assert (inside / "journal.db-journal").stat().st_size > 4096
    assert (inside / "journal.db").read_bytes() != (written / "journal.db").read_bytes()
    report = salvaged(inside, target)
    assert report.whole == 40
    assert not list(tmp_path.glob(".afterword*"))


def test_a_journal_that_is_open_is_left_alone(written, target):
    open_journals = OpenJournals()
    vault = cheap_keeper().open(written, PASSPHRASE)
    open_journals.add(written, vault._database)
    with pytest.raises(JournalInUse):
        salvaged(written, target, salvager=Salvage(open_journals, floor_checked=False))
    vault.close()
    assert not target.exists()


def test_a_later_format_is_refused(written, target):
    unlocked = unlock(written, PASSPHRASE, floor_checked=False)
    path = written / "journal.db"
    raw_key = (unlocked.data_key, unlocked.header.salt)
    with contextlib.closing(recipe.keyed(path, *raw_key)) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalTooNew):
        salvaged(written, target)
    assert not target.exists()


def test_a_journal_that_another_process_has_open_is_left_alone(written, target):
    with held_elsewhere(written), pytest.raises(JournalInUse):
        salvaged(written, target)
    assert not target.exists()


@pytest.mark.parametrize("place", ["occupied", "inside"])
def test_the_new_folder_must_be_new_and_elsewhere(written, target, place):
    target = written / "new" if place == "inside" else written
    with pytest.raises(JournalExists):
        salvaged(written, target)


def test_refusals_are_told_apart(written, target, tmp_path, words):
    with pytest.raises(WrongPassphrase):
        salvaged(written, target, Passphrase("another"))
    with pytest.raises(WrongRecoveryWords):
        salvaged(written, target, RecoveryWords("kettle " * 24))
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotAJournal):
        salvaged(tmp_path / "empty", target)
    (written / "journal.db").write_bytes(os.urandom(4096 * 30))
    with pytest.raises(JournalDamaged, match="another journal’s, or all of it is damaged"):
        salvaged(written, target)
    (written / "journal.db").unlink()
    with pytest.raises(JournalDamaged, match="is missing"):
        salvaged(written, target)
    assert not target.exists()


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_stopping_it_leaves_nothing(written, target, tmp_path, share):
    def stop(done):
        if done >= share:
            raise Cancelled

    with pytest.raises(Cancelled):
        salvaged(written, target, progress=stop)
    assert not target.exists()
    assert not list(tmp_path.glob(".afterword*"))


def test_a_full_disk_leaves_nothing(written, target, tmp_path, monkeypatch):
    def full(*_):
        raise DiskFull

    monkeypatch.setattr(salvaged_rows, "put_words", full)
    with pytest.raises(NotSaved):
        salvaged(written, target)
    assert not target.exists()
    assert not list(tmp_path.glob(".afterword*"))


def test_a_new_journal_that_does_not_read_back_is_not_kept(written, target, monkeypatch):
    monkeypatch.setattr(salvaged_rows, "put_words", lambda *_: None)
    with pytest.raises(NotSaved, match="did not pass every check"):
        salvaged(written, target)
    assert not target.exists()


def test_progress_never_goes_back(written, target):
    shares = []
    salvaged(written, target, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) > 8


UIDS = ("0" * 31 + "a", "0" * 31 + "b")
ROWS_OF_0003 = (
    ("own_form", "own_pause", 1, 'id = "own_pause"', "2026-03-04T12:00:00.000000Z"),
    ("retired_form", "daily_pause", "2026-03-04T12:00:00.000000Z"),
    ("own_word", "genogram", "2026-03-04T12:00:00.000000Z"),
    ("link", *UIDS, "2026-03-04T12:00:00.000000Z"),
)


ROWS_OF_0004 = (
    ("follow_up", UIDS[0], "2026-03-04T12:00:00.000000Z", "2026-06-04", "", ""),
    (
        "follow_up",
        UIDS[1],
        "2026-03-04T12:00:00.000000Z",
        "",
        UIDS[0],
        "2026-03-05T12:00:00.000000Z",
    ),
    ("imported", UIDS[0], UIDS[1], b"\1" * 32, "2026-03-04T12:00:00.000000Z"),
)
ROWS_OF_0005 = (
    ("word_form", UIDS[0], "Our form", b"PK a form", "{}", "2026-03-04T12:00:00.000000Z"),
    # Longer than a page, as every Word form is.
    ("word_form", UIDS[1], "A record", b"PK" * 9_000, "[]", "2026-03-04T12:00:00.000000Z"),
)
LATER_ROWS = (*ROWS_OF_0003, *ROWS_OF_0004, *ROWS_OF_0005)


def put_later_rows(vault, tmp_path):
    """Put rows into every table of the later formats; give the file that is kept."""
    for table, *row in LATER_ROWS:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})"
        vault._database.run(statement, row)
    chosen = tmp_path / "letter.pdf"
    chosen.write_bytes(b"a letter " * 200_000)
    file = vault.evidence.add("r5", chosen, AT, unwatched)
    vault.put(a_reflection("r5", answers={"proof": Answer(Evidence((file,)))}))
    return file


def test_every_row_is_known_by_its_shape_alone(written, keeper, tmp_path, monkeypatch):
    # A later table that looks like another one would need a column that tells them apart.
    vault = keeper.open(written, PASSPHRASE)
    vault.keeping.hold("r1", "asked for", AT)
    put_later_rows(vault, tmp_path)
    tables = {row[0] for row in vault._database.rows("SELECT name FROM sqlite_master")}
    assert {"vault", "form", "reflection", "answer", "theme", "keeping"} <= tables
    vault.close()
    unlocked = unlock(written, PASSPHRASE, floor_checked=False)
    found = []
    for is_by_shape in (False, True):
        if is_by_shape:
            monkeypatch.setattr("app.vault.gathering._owners", lambda *_: {})
        with (written / "journal.db").open("rb") as file:
            found.append(gather(Pages(file, unlocked.data_key, unlocked.header.salt), unwatched))
    assert found[0].tables == found[1].tables
    assert found[0].texts_of == found[1].texts_of
    assert len(found[0].tables) == 17
    assert len(found[0].tables["evidence_part"]) == 2
    assert not {file_id for texts in found[0].texts_of.values() for file_id in texts} & set(UIDS)
    assert migrations.newest_version() == 5, "put rows into every new table above"


def test_what_later_formats_added_comes_back_too(written, target, keeper, tmp_path):
    vault = keeper.open(written, PASSPHRASE)
    file = put_later_rows(vault, tmp_path)
    vault.close()
    report = salvaged(written, target)
    assert (report.lost_nothing, report.files_lost) == (True, 0)
    with reopened(target) as vault:
        for table in {each[0] for each in LATER_ROWS}:
            rows = [tuple(row) for name, *row in LATER_ROWS if name == table]
            assert vault._database.rows(f"SELECT * FROM {table}") == rows
        assert vault.evidence.read(file, unwatched) == b"a letter " * 200_000


@pytest.mark.parametrize("lost", ["evidence", "evidence_part", "evidence_reflection"])
def test_a_file_comes_back_by_its_hash_or_is_told_to_be_lost(
    written, target, keeper, tmp_path, lost
):
    vault = keeper.open(written, PASSPHRASE)
    file = put_later_rows(vault, tmp_path)
    vault.close()
    break_table(written, lost)
    report = salvaged(written, target)
    is_lost = lost == "evidence_part"
    assert (report.whole, report.files_lost) == (40, int(is_lost))
    assert any("1 file kept" in sentence for sentence in report.sentences) == is_lost
    with reopened(target) as vault:
        assert vault.get("r5").answers["proof"].value.files == (file,)
        if is_lost:
            assert vault.evidence.used_bytes() == 0, "what is lost takes no room from other files"
            with pytest.raises(FileDamaged):
                vault.evidence.read(file, unwatched)
        else:
            assert vault.evidence.read(file, unwatched) == b"a letter " * 200_000


def test_with_its_head_lost_a_reflection_is_not_taken_for_one_that_has_a_file(
    written, target, keeper, tmp_path
):
    vault = keeper.open(written, PASSPHRASE)
    put_later_rows(vault, tmp_path)
    vault.close()
    for table in ("reflection", "sqlite_autoindex_reflection_1"):
        break_table(written, table)
    salvaged(written, target)
    with reopened(target) as vault:
        # The file's id in the database is 1, as is that of the first reflection, which is r0.
        assert vault.get("r5").answers["what_happened"].value.text.startswith("kettle 5")


def test_the_words_of_a_report_hold_no_content(written, target):
    break_table(written, "answer")
    report = salvaged(written, target)
    told = " ".join(report.sentences) + repr(report)
    for content in ("kettle", "before", "Trust", "Ring"):
        assert content not in told
