"""Each format ever written still opens: a kept journal per step, made by the version of its day."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.vault import migrations
from app.vault.keeper import Keeper
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


def test_a_step_that_fails_half_way_leaves_nothing():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    with pytest.raises(dbapi2.OperationalError):
        migrations._run_step(connection, 1, "CREATE TABLE a (x); CREATE TABLE b (nonsense")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def test_a_journal_has_had_every_step(vault):
    assert vault._database.row("PRAGMA user_version") == (len(STEPS),)
