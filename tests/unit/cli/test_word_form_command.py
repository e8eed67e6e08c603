"""The organisation's form by the command line: kept, listed, mapped, filled, removed."""

import json
from datetime import date

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from tests.word_forms import CONTROLS, TABLES, text_of
from tests.workshops import PASSPHRASE, a_sample_desk, a_workshop


class Line:
    def __init__(self, folder, capsys):
        self.capsys, self.workshop = capsys, a_workshop()
        self.journal, self.secret = folder / "My journal", folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE + "\n")
        a_sample_desk(self.journal, self.workshop).close()

    def type(self, *words):
        typed = ["word-form", str(self.journal), *map(str, words)]
        typed += ["--passphrase-file", str(self.secret)]
        code = run(typed, self.workshop, Doors(lambda _: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err


@pytest.fixture
def line(tmp_path, capsys):
    return Line(tmp_path, capsys)


SPAN = ("--from", date(2020, 1, 1), "--to", date(2030, 1, 1))


def test_a_form_is_added_listed_and_removed(line):
    assert line.type() == (DONE, "", "")
    code, told, _ = line.type("add", TABLES, "--name", "Council form")
    assert (code, told) == (DONE, "Council form  (12 fields mapped)\n")
    code, told, _ = line.type("--json")
    assert json.loads(told)[0]["mapping"]["cell:Supervisor"] == "supervisor"
    assert line.type("remove", "council FORM")[0] == DONE
    assert line.type() == (DONE, "", "")


def test_a_form_is_filled_and_what_is_not_in_it_is_told(line, tmp_path):
    line.type("add", TABLES)
    target = tmp_path / "filled.docx"
    code, told, trouble = line.type(
        "fill", "tables", "--output", target, *SPAN, "--with", "Team manager"
    )
    assert (code, told) == (DONE, "filled.docx: written. It is not encrypted.\n")
    assert trouble.endswith("No field takes these, so they are not in it: Themes.\n")
    assert trouble.startswith("Possible identifiers on it that nobody decided about: ")
    assert "Team manager" in text_of(target.read_bytes())


def test_fields_are_listed_and_mapped(line):
    line.type("add", CONTROLS)
    _, told, _ = line.type("fields", "controls")
    assert "control:Name of supervisor = supervisor\n" in told
    line.type(
        "fields",
        "controls",
        "--set",
        "control:Name of supervisor=prepared_by",
        "--set",
        "control:Themes=",
    )
    _, told, _ = line.type("fields", "controls", "--json")
    by_key = {field["key"]: field["value"] for field in json.loads(told)["fields"]}
    assert by_key["control:Name of supervisor"] == "prepared_by"
    assert by_key["control:Themes"] is None
    assert by_key["control:Date of session"] == "date"


@pytest.mark.parametrize(
    ("setting", "told"),
    [("control:Nobody=date", "no such field"), ("control:Themes=salary", "no such value")],
)
def test_a_setting_that_means_nothing_changes_nothing(line, setting, told):
    line.type("add", CONTROLS)
    code, _, trouble = line.type("fields", "controls", "--set", setting)
    assert code == FAILED
    assert told in trouble


def test_what_is_no_form_is_refused_in_one_sentence(line, tmp_path):
    pdf = tmp_path / "form.docx"
    pdf.write_bytes(b"%PDF-1.7")
    code, told, trouble = line.type("add", pdf)
    assert (code, told) == (FAILED, "")
    assert trouble == (
        "This is a PDF, though it may be called a Word document: ask for the .docx.\n"
    )


@pytest.mark.parametrize(
    "words", [("burn",), ("add",), ("fill", "x"), ("fields",), ("remove",), ("add", "a", "b")]
)
def test_what_is_not_understood_is_said_before_a_passphrase_is_asked_for(line, words):
    line.secret.unlink()
    assert line.type(*words)[0] == NOT_UNDERSTOOD


def test_an_unknown_name_is_refused(line, tmp_path):
    code, _, trouble = line.type("fill", "nobody", "--output", tmp_path / "x.docx")
    assert code == FAILED
    assert "No Word form of this name" in trouble
    assert not (tmp_path / "x.docx").exists()
