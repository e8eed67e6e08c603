"""Forms on the command line: every mistake told, own forms taken in, listed and given out."""

import json
import shutil
from pathlib import Path

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from app.formspec.reading import read_form
from tests.workshops import PASSPHRASE, a_desk, a_workshop

SHIPPED = Path("forms/five_minute_capture.toml")


class Line:
    def __init__(self, folder, capsys):
        self.folder, self.capsys, self.workshop = folder, capsys, a_workshop()
        self.journal = folder / "My journal"
        self.secret = folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE + "\n")
        a_desk(self.journal, self.workshop).close()

    def type(self, *words):
        typed = ["forms", *map(str, words)]
        if self.journal in words:
            typed += ["--passphrase-file", str(self.secret)]
        code = run(typed, self.workshop, Doors(lambda _: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err


@pytest.fixture
def line(tmp_path, capsys):
    return Line(tmp_path, capsys)


@pytest.fixture
def her_form(tmp_path):
    path = tmp_path / "her_form.toml"
    path.write_text(SHIPPED.read_text("utf-8").replace("five_minute_capture", "her_form"), "utf-8")
    return path


def test_every_mistake_of_a_file_stands_on_a_line_of_its_own(line, her_form):
    text = her_form.read_text("utf-8")
    her_form.write_text(
        text.replace("minutes = 5", "minutes = 0").replace('title = "', 'titel = "', 1)
    )
    code, _, err = line.type("check", her_form)
    assert code == FAILED
    places = [each.split(": ")[1] for each in err.splitlines()]
    assert {"minutes", "title", "titel"} == set(places)


def test_one_bad_file_among_good_ones_is_told_and_the_others_are_looked_at(line, her_form):
    her_form.write_text("format = 9")
    code, out, err = line.type("check", SHIPPED, her_form, SHIPPED)
    assert code == FAILED
    assert out.count("five_minute_capture.toml: good.") == 2
    assert len(err.splitlines()) == 1


def test_a_form_is_taken_in_listed_shown_and_given_out(line, her_form, tmp_path):
    code, out, _ = line.type("import", line.journal, her_form)
    assert (code, out) == (DONE, "own_her_form\n")
    listed = json.loads(line.type("--journal", line.journal, "--json")[1])
    assert [each["id"] for each in listed if each["own"]] == ["own_her_form"]
    assert "own_her_form" not in line.type()[1]
    assert "own_her_form, version 1" in line.type("own_her_form", "--journal", line.journal)[1]
    target = tmp_path / "own_her_form.toml"
    assert line.type("export", line.journal, "own_her_form", target)[0] == DONE
    assert read_form(target).id == "own_her_form"


def test_a_form_that_names_somebody_is_told_or_refused(line, her_form, tmp_path):
    words = her_form.read_text("utf-8")
    title = next(each for each in words.splitlines() if each.startswith("title ="))
    her_form.write_text(words.replace(title, 'title = "Kayleigh Boothroyd again"', 1), "utf-8")
    line.type("import", line.journal, her_form)
    target = tmp_path / "out.toml"
    code, _, err = line.type("export", line.journal, "own_her_form", target, "--strict")
    assert (code, target.exists()) == (FAILED, False)
    assert "Kayleigh" not in err
    code, _, err = line.type("export", line.journal, "own_her_form", target)
    assert (code, target.exists()) == (DONE, True)
    assert "nobody decided" in err


def test_a_name_of_the_people_key_is_on_no_form_and_no_sheet(line, her_form, tmp_path):
    words = her_form.read_text("utf-8")
    title = next(each for each in words.splitlines() if each.startswith("title ="))
    her_form.write_text(words.replace(title, 'title = "Kayleigh Boothroyd again"', 1), "utf-8")
    line.type("import", line.journal, her_form)
    desk = line.workshop.desk(line.workshop.unlocking.open(line.journal, PASSPHRASE))
    desk.people_key.add("Kayleigh Boothroyd", "Child A")
    desk.close()
    for what, name in (("export", "out.toml"), ("sheet", "sheet.md")):
        target = tmp_path / name
        given = (line.journal, "own_her_form") if what == "export" else ("own_her_form",)
        assert line.type(what, *given, target, "--journal", line.journal, "--strict")[0] == DONE
        assert "Kayleigh" not in target.read_text("utf-8")
        assert "Child A again" in target.read_text("utf-8")


@pytest.mark.parametrize("name", ["zorblatt.{}", "visit.Zorblatt.{}", "after_zorblatt.{}"])
def test_a_name_in_the_files_name_is_told_or_refused(line, her_form, tmp_path, name):
    line.type("import", line.journal, her_form)
    desk = line.workshop.desk(line.workshop.unlocking.open(line.journal, PASSPHRASE))
    desk.people_key.add("Zorblatt", "Child Z")
    desk.close()
    for ending, words in (
        ("toml", ("export", line.journal, "own_her_form")),
        ("md", ("sheet", "own_her_form")),
    ):
        target = tmp_path / name.format(ending)
        code, _, err = line.type(*words, target, "--journal", line.journal, "--strict")
        assert code == FAILED
        assert not target.exists()
        assert "zorblatt" not in err.lower()
        code, _, err = line.type(*words, target, "--journal", line.journal)
        assert code == DONE
        assert "The file’s name holds a possible identifier: 1 × name." in err


def test_a_name_behind_a_dot_is_looked_for_where_any_ending_may_be_typed(line, her_form, tmp_path):
    line.type("import", line.journal, her_form)
    desk = line.workshop.desk(line.workshop.unlocking.open(line.journal, PASSPHRASE))
    desk.people_key.add("Zorblatt", "Child Z")
    desk.close()
    target = tmp_path / "1.zorblatt"
    assert line.type("export", line.journal, "own_her_form", target, "--strict")[0] == FAILED
    assert not target.exists()


def test_a_form_that_is_there_needs_to_be_told_how_to_come_in(line, her_form):
    line.type("import", line.journal, her_form)
    code, _, err = line.type("import", line.journal, her_form)
    assert (code, "just this form already" in err) == (FAILED, True)
    her_form.write_text(her_form.read_text("utf-8").replace("minutes = 5", "minutes = 6"), "utf-8")
    code, _, err = line.type("import", line.journal, her_form)
    assert (code, "as a copy or as its newer version" in err) == (FAILED, True)
    assert line.type("import", line.journal, her_form, "--as-newer")[:2] == (DONE, "own_her_form\n")
    her_form.write_text(her_form.read_text("utf-8").replace("minutes = 6", "minutes = 7"), "utf-8")
    assert line.type("import", line.journal, her_form, "--as-copy")[1] == "own_her_form_2\n"


def test_a_shipped_form_only_comes_in_as_a_copy(line, tmp_path):
    copied = Path(shutil.copy(SHIPPED, tmp_path))
    assert line.type("import", line.journal, copied, "--as-newer")[0] == FAILED
    assert line.type("import", line.journal, copied, "--as-copy")[0] == DONE


def test_a_wrong_file_is_told_before_a_passphrase_is_asked_for(line, tmp_path):
    code, _, err = line.type("import", tmp_path / "nowhere", tmp_path / "none.toml")
    assert (code, "there is no such file" in err) == (FAILED, True)


@pytest.mark.parametrize("words", [("import",), ("export", "x"), ("check",), ("one", "two")])
def test_what_lacks_words_is_not_understood(line, words):
    assert line.type(*words)[0] == NOT_UNDERSTOOD
