"""Each format ever written still opens: a kept journal per step, made by the version of its day."""

import re
import shutil
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    Checked,
    Checklist,
    Choices,
    ChosenThemes,
    Prose,
    Quotation,
    Verdict,
)
from app.domain.errors import JournalError, OnHold
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.domain.topic import Help, Topic, Topics, TopicSource, TopicState
from app.vault import migrations, recipe
from app.vault.keeper import Keeper
from app.vault.reflection_record import moment_text
from tests.unit.vault.samples import MORNING, a_form, a_reflection, every_kind

KEPT = Path(__file__).parents[2] / "data" / "vaults"
STEPS = sorted(entry.name for entry in (files("app.vault") / "schema").iterdir())


def secret(folder, name):
    note = (KEPT / "README.md").read_text(encoding="utf-8")
    part = note.split(f"## {folder}")[1].split("\n## ")[0]
    return re.search(rf"^{name}: `(.+)`$", part, re.MULTILINE)[1]


def test_the_steps_are_numbered_without_a_gap():
    assert [number for number, _ in migrations.steps()] == list(range(1, len(STEPS) + 1))
    assert migrations.newest_version() == len(STEPS)
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.sql", name) for name in STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_there_is_a_kept_journal_for_every_step(step):
    assert (KEPT / step.removesuffix(".sql") / "journal.db").is_file()


@pytest.mark.parametrize("way", ["passphrase", "words"])
@pytest.mark.parametrize("step", STEPS)
def test_a_kept_journal_opens_whole(step, way, tmp_path):
    name = step.removesuffix(".sql")
    folder = shutil.copytree(KEPT / name, tmp_path / "journal")
    given = secret(name, way)
    keeper = Keeper()
    vault = (
        keeper.open(folder, given) if way == "passphrase" else keeper.open_with_words(folder, given)
    )
    assert vault.trouble() == ()
    assert vault.get("r1") == a_reflection(
        answers=every_kind(), title="The late visit", themes=("Trust", "Time"), completed_at=MORNING
    )
    assert vault.get("r2").answers == {"what_happened": Answer(Prose("A café 😀, twice."))}
    assert (vault.version_count("r1"), vault.version_count("r2")) == (1, 2)
    assert vault.find(Search("kettle")).total == 1
    assert vault.find(Search('"cafe twice')).total == 1
    assert vault.form("daily_pause", 1) == a_form()
    assert [action.what for action in vault.open_actions(9)] == ["Ring"]
    assert vault.preference("colour") == "green"
    assert vault._database.row("PRAGMA user_version") == (migrations.newest_version(),)
    vault.close()


def kept(name, tmp_path):
    return shutil.copytree(KEPT / name, tmp_path / "journal"), secret(name, "passphrase")


def test_before_a_kept_journal_changes_a_snapshot_is_made_of_it(tmp_path):
    folder, passphrase = kept("0001_journal", tmp_path)
    vault = Keeper().open(folder, passphrase)
    raw_key = vault._database.raw_key
    vault.close()
    (snapshot,) = (folder / "snapshots").iterdir()
    copy = recipe.keyed(snapshot, *raw_key, mode="ro")
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("SELECT count(*) FROM reflection").fetchone() == (2,)
    copy.close()
    Keeper().open(folder, passphrase).close()
    assert len(list((folder / "snapshots").iterdir())) == 1


def test_a_kept_journal_stays_as_it_is_where_no_snapshot_can_be_made(tmp_path):
    folder, passphrase = kept("0001_journal", tmp_path)
    (folder / "snapshots").touch()
    before = (folder / "journal.db").read_bytes()
    with pytest.raises(JournalError, match="earlier format"):
        Keeper().open(folder, passphrase)
    assert (folder / "journal.db").read_bytes() == before
    (folder / "snapshots").unlink()
    Keeper().open(folder, passphrase).close()


def test_a_journal_of_the_first_format_takes_every_decision(tmp_path):
    folder, passphrase = kept("0001_journal", tmp_path)
    vault = Keeper().open(folder, passphrase)
    assert [each.number for each in vault.versions.outlines("r2")] == [2, 1]
    assert vault.versions.read("r2", 1).answers == {"what_happened": Answer(Prose("A café, once."))}
    vault.keeping.hold("r1", "records have been requested", MORNING)
    vault.bin.put("r2", MORNING)
    vault.bin.empty(["r2"], MORNING)
    vault.bin.sweep(unwatched)
    assert vault.trouble() == ()
    assert vault.find(Search()).in_journal == 1
    vault.close()


def test_what_was_decided_in_the_second_format_still_holds(tmp_path):
    vault = Keeper().open(*kept("0002_keeping", tmp_path))
    assert vault.keeping.of("r1").review_on == date(2027, 3, 2)
    held = vault.keeping.of("r2")
    assert (held.held_since, held.held_because) == (
        MORNING + timedelta(days=1),
        "records have been requested",
    )
    assert [(each.id, each.title) for each in vault.bin.entries()] == [("r3", "In the bin")]
    assert vault.keeping.of("r4").is_gone
    with pytest.raises(OnHold):
        vault.put(a_reflection("r2", "Other words."))
    vault.bin.take_back("r3", MORNING)
    assert vault.get("r3") == a_reflection("r3", "The bus was late.", title="In the bin")
    assert vault.trouble() == ()
    vault.close()


def test_what_the_third_format_brought_still_reads(tmp_path):
    vault = Keeper().open(*kept("0003_forms_and_files", tmp_path))
    answers = vault.get("r3").answers
    assert answers["several"].value == Choices(("Visit", "Call"))
    assert answers["checked"].value == Checklist(
        (Checked("Seen alone", Verdict.PARTLY, "for a while"),)
    )
    assert answers["about"].value == ChosenThemes(("Trust",))
    assert answers["said"].value == Quotation("I want the blue room.", "the child")
    assert answers["found#2"].value == Prose("The second record.")
    (plan,) = answers["proof"].value.files
    letter, _ = vault.versions.read("r3", 1).answers["proof"].value.files
    (binned,) = vault.versions.read("r4", 1).answers["proof"].value.files
    assert vault.evidence.sweep() == 0
    for file, content in (
        (plan, b"%PDF-1.4 an invented plan"),
        (letter, b"An invented letter.\n" * 60_000),
        (binned, b"%PDF-1.4 an invented plan"),
    ):
        assert vault.evidence.read(file, unwatched) == content
    assert [file.name for file in (plan, letter)] == ["plan.pdf", "letter.txt"]
    rows = vault._database.rows
    moment = moment_text(MORNING)
    assert rows("SELECT id, version, made_at FROM own_form") == [("own_pause", 1, moment)]
    assert 'title = "My pause"' in rows("SELECT file FROM own_form")[0][0]
    assert rows("SELECT * FROM retired_form") == [("daily_pause", moment)]
    assert rows("SELECT * FROM own_word") == [("genogram", moment)]
    assert rows("SELECT * FROM link") == [("r1", "r2", moment)]
    assert vault.keeping.of("r1").review_on == date(2027, 3, 2)
    assert vault.keeping.of("r4").is_binned
    vault.close()


def test_what_the_fourth_format_brought_still_reads(tmp_path):
    vault = Keeper().open(*kept("0004_looking_again", tmp_path))
    (waiting,) = vault.follow_ups.of("r1")
    assert (waiting.due_on, waiting.is_waiting) == (date(2026, 6, 2), True)
    (let_go,) = vault.follow_ups.of("r2")
    assert (let_go.answered_id, let_go.closed_at) == ("", MORNING + timedelta(days=31))
    (answered,) = vault.follow_ups.of("r3")
    assert (answered.answered_id, answered.closed_at) == ("r4", MORNING + timedelta(days=7))
    assert vault.follow_ups.first_of("r4").id == "r3"
    assert [each.first.id for each in vault.follow_ups.due(date(2027, 1, 1))] == ["r1"]
    rows = vault._database.rows("SELECT * FROM imported")
    assert rows == [("r5", "i1", sha256(b"an entry").digest(), moment_text(MORNING))]
    vault.close()


def test_what_the_fifth_format_brought_still_reads(tmp_path):
    vault = Keeper().open(*kept("0005_supervision", tmp_path))
    answers = vault.get("r3").answers
    assert answers["agreed"].value.items == (
        Action(
            "Write to the school",
            "me",
            date(2026, 3, 10),
            "they answer",
            date(2026, 3, 9),
            came_of_it="They will meet us.",
            carried=2,
            is_on_record=True,
            checks=("specific", "evaluated"),
        ),
        Action(
            "Ask about the bus",
            dropped_on=date(2026, 3, 11),
            dropped_because="The family moved.",
        ),
    )
    assert answers["topics"].value.items == (
        Topic(
            "The late visit again",
            Help.THINK_ALOUD,
            TopicState.DISCUSSED,
            carried=1,
            came_of_it="We looked at it from her side.",
            source=TopicSource("r1", "prose"),
        ),
        Topic("Rest", source=TopicSource(theme="Time")),
    )
    rows = vault._database.rows("SELECT * FROM word_form")
    form = ("w1", "Supervision record", b"PK an invented form", '{"date": "A1"}')
    assert rows == [(*form, moment_text(MORNING))]
    vault.close()


def test_a_journal_of_the_fourth_format_takes_what_supervision_needs(tmp_path):
    folder, passphrase = kept("0004_looking_again", tmp_path)
    vault = Keeper().open(folder, passphrase)
    action = Action("Ring", dropped_on=date(2026, 3, 4), dropped_because="No need.", carried=1)
    agreed = {"agreed": Answer(Actions((action,))), "topics": Answer(Topics((Topic("Rest"),)))}
    vault.put(a_reflection("r9", answers=agreed))
    vault.seal("r9")
    vault.close()
    vault = Keeper().open(folder, passphrase)
    assert vault.get("r9").answers == agreed
    assert vault.versions.read("r9", 1).answers == agreed
    assert vault.trouble() == ()
    vault.close()


def test_a_step_that_fails_half_way_leaves_nothing():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    with pytest.raises(dbapi2.OperationalError):
        migrations._run_step(connection, 1, "CREATE TABLE a (x); CREATE TABLE b (nonsense")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_a_journal_has_had_every_step(vault):
    assert vault._database.row("PRAGMA user_version") == (len(STEPS),)
