"""Papers from the command line: a strict one refuses, others tell, and a text can be scanned."""

import json

import pytest

from app.cli.commands import DONE, FAILED, Doors
from app.cli.run import run
from tests.unit.cli.test_commands import CommandLine
from tests.word_forms import TABLES

ANSWERS = """
what_happened = "I met Adaeze at LS11 8QX and rang 07700 900123."

[sharing]
what_happened = ["supervision", "cpd"]
"""
NAMING = ("Adaeze", "LS11", "07700")


@pytest.fixture
def line(tmp_path, capsys):
    line = CommandLine(tmp_path, capsys)
    assert line.type("new", line.journal)[0] == DONE
    return line


@pytest.fixture
def reflection(line):
    return line.write(ANSWERS)[1].strip()


def paper(line, reflection, *more, name="paper.txt"):
    target = line.folder / name
    code, _, err = line.type("paper", line.journal, reflection, "--output", target, *more)
    return code, err, target


def summary(line, reflection, *more):
    target = line.folder / "summary.txt"
    which = ("--reflection", reflection, "--output", target)
    code, _, err = line.type("summary", line.journal, *which, *more)
    return code, err, target


@pytest.mark.parametrize("write", [paper, summary])
def test_a_strict_paper_is_refused_while_something_is_undecided(line, reflection, write):
    code, err, target = write(line, reflection, "--strict")
    assert code == FAILED
    assert err.strip() == "Nothing left the journal: 3 possible identifiers are undecided."
    assert not target.exists()


@pytest.mark.parametrize("write", [paper, summary])
def test_without_it_the_paper_is_written_and_told_what_is_undecided(line, reflection, write):
    code, err, target = write(line, reflection)
    assert code == DONE
    assert err.startswith("Possible identifiers on it that nobody decided about: ")
    assert "1 × name" in err
    assert "1 × postcode" in err
    assert not any(words in err for words in NAMING)
    assert "Adaeze" in target.read_text()


def test_a_reason_lets_a_strict_paper_pass_and_is_remembered(line, reflection):
    because = ("--keep-because", "My supervisor knows them")
    code, err, target = paper(line, reflection, "--strict", *because, "--checked-line")
    assert (code, err) == (DONE, "")
    assert "Checked for possible identifiers on 22 October 2026" in target.read_text()
    assert summary(line, reflection, "--strict")[:2] == (DONE, "")


@pytest.mark.parametrize("more", [(), ("--strict",)])
def test_the_name_of_the_file_is_looked_at(line, reflection, more):
    paper(line, reflection, "--keep-because", "Needed")
    code, err, target = paper(line, reflection, *more, name="Adaeze Okonkwo.txt")
    assert "file’s name holds a possible identifier" in err
    assert "Adaeze" not in err
    assert target.exists() != bool(more)
    assert code == (FAILED if more else DONE)


def test_a_word_form_is_looked_at_too(line, reflection):
    line.type("word-form", line.journal, "add", TABLES)
    target = line.folder / "filled.docx"
    fill = ("fill", "tables", "--reflection", reflection, "--output", target)
    code, _, err = line.type("word-form", line.journal, *fill, "--strict")
    assert code == FAILED
    assert "undecided" in err
    assert not target.exists()
    assert line.type("word-form", line.journal, *fill, "--keep-because", "Needed")[0] == DONE
    assert target.exists()


class Scanning:
    """Scans files that hold this text and these people."""

    def __init__(self, folder, line):
        self.folder, self.line = folder, line

    def __call__(self, text, people=None, *more):
        (self.folder / "notes.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
        arguments = [self.folder / "notes.txt", *more]
        if people is not None:
            (self.folder / "people.toml").write_text(people)
            arguments += ["--people", self.folder / "people.toml"]
        code = run(["scan", *map(str, arguments)], self.line.workshop, Doors(None))
        told = self.line.capsys.readouterr()
        return code, told.out, told.err


@pytest.fixture
def scan(tmp_path, capsys):
    return Scanning(tmp_path, CommandLine(tmp_path, capsys))


def test_a_text_is_scanned_without_a_journal(scan):
    code, out, err = scan("I rang.\n\nShe lives at LS11 8QX now.")
    assert (code, err) == (DONE, "")
    assert "line 3: “LS11 8QX”: postcode, certain → the area" in out
    assert "1 possible identifier. Read the text yourself too" in out


def test_as_json_it_tells_everything_of_a_finding(scan):
    people = '"Child A" = ["Adaeze Okonkwo", "Ada"]\n"the school" = "Brindle Lane"'
    code, out, _ = scan("ada went", people, "--json")
    assert code == DONE
    (found,) = json.loads(out)
    assert found | {"reason": ""} == {
        "start": 0,
        "end": 3,
        "text": "ada",
        "kind": "name",
        "confidence": "certain",
        "reason": "",
        "suggestion": "Child A",
    }


@pytest.mark.parametrize(
    ("text", "people", "words"),
    [
        (b"\xff\xfe\x00", None, "notes.txt: This is not plain text in UTF-8"),
        ("fine", "= nothing", "people.toml: line 1"),
        ("fine", '"Child A" = 3', "people.toml: entry 1 is not label"),
        ("fine", '"Child A" = ["Adaeze", 3]', "people.toml: entry 1 is not label"),
        ("fine", '"Child A" = ["A"]', "people.toml: entry 1: A name has two letters"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(scan, text, people, words):
    code, out, err = scan(text, people)
    assert (code, out) == (FAILED, "")
    assert words in err
    assert "Adaeze" not in err


def test_no_text_and_no_file(scan, tmp_path):
    assert "0 possible identifiers" in scan("")[1]
    code, _, err = scan("x", None, "--people", tmp_path / "nowhere.toml")
    assert code == FAILED
    assert "there is no such file" in err
