"""A name kept with one reflection is looked for in all that says not where it is from."""

import zipfile
from datetime import date

import pytest

from app.cli.commands import DONE, FAILED, Doors
from app.cli.run import run
from app.summary.leaving_texts import texts_of
from tests.portfolios import Contents, a_keeper, evidence, the_workshop
from tests.workshops import PASSPHRASE


@pytest.fixture
def keeper(tmp_path):
    with a_keeper(tmp_path) as keeper:
        yield keeper


def with_a_theme_of_another(keeper):
    keeper.piece()
    day, answers = date(2026, 3, 5), {"activity": "I went there."}
    uid = keeper.write("Again", day, answers, themes=("Visit zorblatt",))
    keeper.desk.people_key.add("zorblatt", "Child Z", uid)


def test_a_theme_of_a_reflection_that_is_no_piece_names_nobody_in_a_portfolio(keeper):
    with_a_theme_of_another(keeper)
    document = keeper.made().document
    assert "Visit zorblatt" in [each.words for each in texts_of(document)]
    leaving = keeper.desk.release_check.document(document).as_it_leaves
    words = [each.words for each in texts_of(leaving)]
    assert "Visit Child Z" in words
    assert not [each for each in words if "zorblatt" in each.lower()]


def test_the_name_of_a_file_with_a_piece_holds_no_name_that_is_kept_with_the_piece(
    keeper, tmp_path
):
    contents = Contents()
    keeper = keeper.with_files(contents)
    file = contents.put("plan_of_zorblatt.pdf", b"%PDF")
    uid = keeper.piece("Again", answers={"activity": "I went.", "evidence": evidence(file)})
    keeper.desk.people_key.add("zorblatt", "Child Z", uid)
    with zipfile.ZipFile(keeper.write_to(tmp_path / "mine.zip")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "zorblatt" in name.lower()]
    assert not [name for name, data in parts.items() if b"zorblatt" in data.lower()]


def test_the_name_of_a_paper_is_refused_where_it_names_somebody_of_one_reflection(
    keeper, tmp_path, capsys
):
    uid = keeper.write("Again", date(2026, 3, 5), {"activity": "I went there."})
    keeper.desk.people_key.add("zorblatt", "Child Z", uid)
    keeper.desk.close()
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE + "\n")
    journal, end = str(tmp_path / "Mine"), ["--strict", "--passphrase-file", str(secret)]
    for name, code in (("zorblatt.md", FAILED), ("paper.md", DONE)):
        words = ["paper", journal, uid, "--output", str(tmp_path / name), *end]
        assert run(words, the_workshop(), Doors(lambda _: 0)) == code
        assert (tmp_path / name).exists() == (code == DONE)
    assert "zorblatt" not in capsys.readouterr().err
