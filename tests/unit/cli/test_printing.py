"""What is printed arrives whole, steers no terminal, and its failure is told."""

import io
import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.commands import DONE, FAILED, Doors
from app.cli.run import run
from app.domain.sharing import Sharing
from tests.builders import MOMENT, a_form, a_reflection
from tests.workshops import PASSPHRASE, a_workshop

PROJECT = Path(__file__).resolve().parents[3]
STEERING = "\x1b]0;MARKER\x07\x9b2J"


@pytest.fixture
def workshop():
    return a_workshop()


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "secret"
    file.touch(mode=0o600)
    file.write_text(PASSPHRASE)
    return file


@pytest.fixture
def give(workshop, secret, tmp_path):
    """Run a command on the journal of this test; give its exit code."""

    def type_command(command, *more, on=workshop):
        arguments = [command, str(tmp_path / "journal"), *map(str, more)]
        arguments += ["--passphrase-file", str(secret)]
        return run(arguments, on, Doors(lambda folder: 0))

    return type_command


@contextmanager
def a_full_disk(monkeypatch):
    """Let the output go where no room is left, as with `> file` on a full disk."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    with Path("/dev/full").open("w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        yield


def test_words_that_cannot_be_shown_leave_no_journal(give, tmp_path, capsys, monkeypatch):
    with a_full_disk(monkeypatch):
        assert give("new", "--sample") == FAILED
    assert capsys.readouterr().err == (
        "The recovery words could not be shown, so no journal was made.\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_words_that_nobody_reads_any_more_leave_no_journal(give, tmp_path, capsys, monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert give("new") == FAILED
    assert "no journal was made" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_stopping_while_the_words_are_shown_leaves_no_journal(give, tmp_path, capsys, monkeypatch):
    class Stopped(io.StringIO):
        def flush(self):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdout", Stopped())
    assert give("new") == FAILED
    assert capsys.readouterr().err == "Stopped.\n"
    assert [each.name for each in tmp_path.iterdir()] == ["secret"]


def test_words_are_shown_before_the_sample_is_written(give, workshop, tmp_path, capsys):
    broken = tmp_path / "sample"
    broken.mkdir()
    (broken / "01.toml").write_text("form = ")
    other = replace(workshop, sample_folder=broken)
    assert give("new", "--sample", on=other) == FAILED
    told = capsys.readouterr()
    words = dict(re.findall(r"(\d+) ([a-z]+)", told.out.partition("again.")[2]))
    assert "01.toml" in told.err
    typed = " ".join(words[str(number)] for number in range(1, 25))
    workshop.unlocking.open_with_words(tmp_path / "journal", typed).close()


def test_a_full_disk_under_the_output_is_one_sentence(workshop, capsys, monkeypatch):
    with a_full_disk(monkeypatch):
        assert run(["forms"], workshop, Doors(lambda folder: 0)) == FAILED
    assert capsys.readouterr().err == "Not done: the system said “No space left on device”.\n"


def test_what_nobody_foresaw_is_told_by_its_kind_only(workshop, capsys):
    def break_down(folder):
        raise LookupError("MARKER what a person wrote")

    assert run(["window"], workshop, Doors(break_down)) == FAILED
    told = capsys.readouterr().err
    assert "not foreseen (LookupError)" in told
    assert "MARKER" not in told
    assert told.count("\n") == 1


def test_every_letter_reaches_a_pipe_whatever_the_machine_speaks(secret, tmp_path, workshop, give):
    assert give("new") == DONE
    form = a_form(title="A 👩‍👧 form")
    vault = workshop.unlocking.open(tmp_path / "journal", PASSPHRASE)
    vault.keep_form(form)
    vault.put(a_reflection(form, noticed="مرحبا 👩‍👧"))
    vault.close()
    # The journal of the tests has cheap keys, which the real program refuses, so the parts are
    # joined anew in a process of another tongue.
    code = (
        "import sys; from app.cli.commands import Doors; from app.cli.run import run; "
        "from tests.workshops import a_workshop; "
        "sys.exit(run(sys.argv[1:], a_workshop(), Doors(None)))"
    )
    typed = ["show", tmp_path / "journal", "a" * 32, "--passphrase-file", secret]
    done = subprocess.run(
        [sys.executable, "-c", code, *typed],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (DONE, b"")
    assert "مرحبا 👩‍👧" in done.stdout.decode()


def test_no_text_of_a_persons_steers_the_terminal(give, workshop, tmp_path, capsys):
    assert give("new") == DONE
    form = a_form()
    written = a_reflection(
        form,
        noticed=f"rain{STEERING}\nand more",
        title=f"one{STEERING}\ntwo",
        themes=(f"a{STEERING}\nb",),
    )
    vault = workshop.unlocking.open(tmp_path / "journal", PASSPHRASE)
    vault.keep_form(form)
    vault.put(written)
    vault.close()
    capsys.readouterr()
    outputs = []
    for command in (("list",), ("show", written.id), ("find", "rain"), ("list", "--json")):
        assert give(*command) == DONE
        outputs.append(capsys.readouterr().out)
    assert not [each for each in outputs if re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", each)]
    assert outputs[0].count("\n") == 1
    assert "rain]0;MARKER2J\nand more\n" in outputs[1]
    assert json.loads(outputs[3])[0]["title"] == written.title


def test_a_summary_of_more_than_it_takes_says_so(give, workshop, tmp_path, capsys):
    assert give("new") == DONE
    form = a_form()
    vault = workshop.unlocking.open(tmp_path / "journal", PASSPHRASE)
    vault.keep_form(form)
    vault.put_all(
        [
            a_reflection(
                form,
                noticed="Rain.",
                title=f"Number {number}.",
                shared=Sharing.SUPERVISION,
                reflection_id=f"{number:032x}",
                completed_at=MOMENT,
            )
            for number in range(201)
        ]
    )
    vault.close()
    target = tmp_path / "summary.md"
    capsys.readouterr()
    assert give("summary", "--from", "2026-01-01", "--output", target) == DONE
    assert capsys.readouterr().err == (
        "More than 200 reflections between these dates share something; "
        "the summary takes the newest 200.\n"
    )
    text = target.read_text()
    assert "Number 1." in text
    assert "Number 0." not in text
