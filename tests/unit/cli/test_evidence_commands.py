"""The commands for files that are kept with reflections, over real services."""

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from app.domain.answer import Answer, Prose
from app.services.journal import About
from tests.unit.cli.test_keeping_commands import CommandLine
from tests.workshops import a_desk


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def uid(line):
    desk = a_desk(line.journal, line.workshop)
    written = desk.journal.write(
        desk.journal.form("cpd_piece"), {"title": Answer(Prose("A course"))}, About("A course")
    )
    desk.close()
    return written.id


@pytest.fixture
def key(line):
    form = next(form for form in line.workshop.shelf.forms() if form.id == "cpd_piece")
    return next(prompt.key for prompt in form.prompts() if prompt.kind.value == "evidence")


@pytest.fixture
def course(tmp_path):
    path = tmp_path / "certificate.pdf"
    path.write_bytes(b"an invented certificate" * 1000)
    return path


def test_a_file_is_attached_listed_and_saved_again(line, uid, key, course, tmp_path):
    code, out, err = line.type("attach", uid, key, course)
    assert (code, err) == (DONE, "")
    assert out == "Added: certificate.pdf (23 kB). The file itself stays where it is.\n"
    assert line.type("evidence", uid)[1] == f"{key}  certificate.pdf (23 kB)\n"
    (row,) = line.json("evidence", uid)
    assert (row["prompt"], row["name"], row["size_bytes"]) == (key, "certificate.pdf", 23_000)
    code, out, _ = line.type("evidence", uid, "--save", "certificate.pdf", tmp_path, "--yes")
    assert (code, out) == (DONE, "Saved: certificate (2).pdf\n")
    saved = tmp_path / "certificate (2).pdf"
    assert saved.read_bytes() == course.read_bytes()
    assert saved.stat().st_mode & 0o077 == 0
    assert "certificate.pdf (23 kB)" in line.type("show", uid)[1]


def test_a_second_file_of_the_same_name_gets_a_number(line, uid, key, course):
    for _ in range(2):
        assert line.type("attach", uid, key, course)[0] == DONE
    names = [row["name"] for row in line.json("evidence", uid)]
    assert names == ["certificate.pdf", "certificate (2).pdf"]


def test_a_copy_is_not_made_before_the_warning_was_seen(line, uid, key, course, tmp_path):
    line.type("attach", uid, key, course)
    folder = tmp_path / "out"
    folder.mkdir()
    code, out, err = line.type("evidence", uid, "--save", "certificate.pdf", folder)
    assert (code, out) == (NOT_UNDERSTOOD, "")
    assert "outside the journal’s protection" in err
    assert "add --yes" in err
    assert list(folder.iterdir()) == []


def test_what_cannot_be_attached_or_saved_is_told_in_one_sentence(line, uid, key, tmp_path, course):
    (tmp_path / "empty").touch()
    for words, told in (
        (("attach", uid, key, tmp_path / "empty"), "Not added: this file is empty."),
        (("attach", uid, "title", course), "this takes no files; these do: "),
        (("attach", "nobody", key, course), "The journal does not hold this reflection."),
        (("evidence", uid, "--save", "x", tmp_path, "--yes"), "has no file of this name"),
    ):
        code, out, err = line.type(*words)
        assert (code, out) == (FAILED, "")
        assert told in err
        assert err.count("\n") == 1
    line.type("attach", uid, key, course)
    missing = ("evidence", uid, "--save", "certificate.pdf", tmp_path / "nowhere", "--yes")
    assert "the folder does not exist" in line.type(*missing)[2]


def test_a_reflection_on_hold_takes_no_file(line, uid, key, course):
    line.type("hold", uid)
    code, _, err = line.type("attach", uid, key, course)
    assert (code, "on hold" in err) == (FAILED, True)
    assert line.json("evidence", uid) == []


def test_the_help_tells_the_limits(line, capsys):
    with pytest.raises(SystemExit):
        line.type("attach", "--help")
    told = " ".join(capsys.readouterr().out.split())
    assert "up to 25 MB" in told
    assert "200 MB" in told
