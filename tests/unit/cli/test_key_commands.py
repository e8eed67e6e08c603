"""Changing the passphrase and the words from the command line."""

import io
import re
import shutil
import signal
import sys

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from app.domain.errors import RetiredPassphrase, WrongPassphrase, WrongRecoveryWords
from app.vault import key_changes, keys
from app.vault.next_files import NextFiles
from tests.workshops import PASSPHRASE, a_workshop

NEW = "nine grey herons on the weir"


class Line:
    """Types commands on one journal; secrets lie in files that only their owner can read."""

    def __init__(self, folder, capsys):
        self.folder, self.journal, self._capsys = folder, folder / "My journal", capsys
        self.workshop = a_workshop()

    def secret(self, name, text):
        file = self.folder / name
        file.touch(mode=0o600)
        file.write_text(text + "\n")
        return file

    def type(self, command, *more):
        arguments = [command, str(self.journal), *map(str, more)]
        try:
            code = run(arguments, self.workshop, Doors(lambda _folder: 0))
        except SystemExit as end:
            code = end.code
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def opens(self, passphrase):
        self.workshop.unlocking.open(self.journal, passphrase).close()


def words_in(printed):
    words = dict(re.findall(r"(\d+) ([a-z]+)", printed.partition("again.")[2]))
    return " ".join(words[str(number)] for number in range(1, 25))


@pytest.fixture
def line(tmp_path, capsys):
    line = Line(tmp_path, capsys)
    code, printed, _ = line.type("new", "--passphrase-file", line.secret("old", PASSPHRASE))
    assert code == DONE
    line.words = words_in(printed)
    return line


@pytest.fixture
def old(line):
    return ("--passphrase-file", line.folder / "old")


@pytest.fixture
def new(line):
    return ("--new-passphrase-file", line.secret("new", NEW))


def test_the_passphrase_is_changed_and_what_old_copies_open_is_said(line, old, new):
    code, printed, told = line.type("passphrase", *old, *new)
    assert (code, told) == (DONE, "")
    assert printed.startswith("The new passphrase is in force.\nBackups and copies")
    line.opens(NEW)
    with pytest.raises(WrongPassphrase):
        line.opens(PASSPHRASE)


def test_a_forgotten_passphrase_is_replaced_by_the_words(line, new):
    words = ("--recovery-words-file", line.secret("words", line.words))
    for name in ("keys.json", "keys-copy.json"):
        (line.journal / name).unlink()
    assert line.type("passphrase", *words, *new)[0] == DONE
    line.opens(NEW)


def test_somebody_who_knows_is_locked_out(line, old, new):
    code, printed, _ = line.type("passphrase", *old, *new, "--somebody-knows")
    assert code == DONE
    assert "made before now still open with them" in printed
    line.opens(NEW)
    unlocking = line.workshop.unlocking
    with pytest.raises(WrongRecoveryWords):
        unlocking.open_with_words(line.journal, line.words)
    unlocking.open_with_words(line.journal, words_in(printed)).close()


def test_new_words_are_shown_once_and_the_passphrase_stays(line, old):
    code, printed, told = line.type("recovery", *old)
    assert (code, told) == (DONE, "")
    assert printed.startswith("The journal has a new key. These 24 recovery words")
    assert "The earlier recovery words no longer open this journal." in printed
    line.opens(PASSPHRASE)
    line.workshop.unlocking.open_with_words(line.journal, words_in(printed)).close()
    with pytest.raises(WrongRecoveryWords):
        line.workshop.unlocking.open_with_words(line.journal, line.words)


def test_new_words_by_the_old_words_take_a_new_passphrase(line, new):
    words = ("--recovery-words-file", line.secret("words", line.words))
    assert line.type("recovery", *words)[0] == FAILED
    assert line.type("recovery", *words, *new)[0] == DONE
    line.opens(NEW)


def test_new_words_that_cannot_be_shown_are_told_as_in_force(line, old, monkeypatch, capsys):
    class Full(io.StringIO):
        def flush(self):
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Full())
        code = run(
            ["recovery", str(line.journal), *map(str, old)],
            line.workshop,
            Doors(lambda _folder: 0),
        )
    assert code == FAILED
    assert "in force but could not be shown" in capsys.readouterr().err
    assert line.type("recovery", *old)[0] == DONE


def test_retuning_says_what_a_guess_costs(line, old):
    code, printed, _ = line.type("passphrase", *old, "--retune")
    assert code == DONE
    assert "each guess of the passphrase takes" in printed
    line.opens(PASSPHRASE)


# Ctrl+C

COMMANDS = {
    "passphrase": (),
    "passphrase --somebody-knows": ("--somebody-knows",),
    "recovery": (),
}


def interrupting(real, turn):
    """Do the same, and press Ctrl+C in the middle of one of the calls."""
    turns = iter(range(1_000))

    def interrupted(*given):
        if next(turns) == turn:
            signal.raise_signal(signal.SIGINT)
        return real(*given)

    return interrupted


def pressed(line, command, given, *patched):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*patched)
        ended = line.type(command.split()[0], *given, *COMMANDS[command])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    return ended


@pytest.mark.parametrize("command", COMMANDS)
def test_ctrl_c_while_keys_are_derived_leaves_the_old_secrets_working(line, old, new, command):
    given = old if command == "recovery" else (*old, *new)
    for turn in range(3):  # to check, to make and to prove
        interrupted = interrupting(keys.derived_key, turn)
        code, printed, told = pressed(line, command, given, keys, "derived_key", interrupted)
        assert (code, printed, told) == (FAILED, "", "Stopped. Nothing was changed.\n"), turn
        line.opens(PASSPHRASE)
    line.workshop.unlocking.open_with_words(line.journal, line.words).close()
    with pytest.raises(WrongPassphrase):
        line.opens(NEW)


def test_ctrl_c_comes_too_late_once_the_new_passphrase_is_being_written(line, old, new):
    for name in (0, 1):
        shutil.rmtree(line.journal)
        line.type("new", *old)
        writing = interrupting(key_changes.write_durably, name)
        code, printed, told = pressed(
            line, "passphrase", (*old, *new), key_changes, "write_durably", writing
        )
        assert (code, told) == (DONE, "")
        assert printed.startswith("The new passphrase is in force.")
        line.opens(NEW)


def test_ctrl_c_never_keeps_new_words_that_are_in_force_from_being_shown(line, old):
    putting = interrupting(NextFiles.put_database_in_place, 0)
    code, printed, _ = pressed(line, "recovery", old, NextFiles, "put_database_in_place", putting)
    assert code == DONE
    line.workshop.unlocking.open_with_words(line.journal, words_in(printed)).close()


def test_the_steps_are_named_on_a_terminal_and_wiped(line, old, new, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    shown = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", shown)
        assert line.type("passphrase", *old, *new)[0] == DONE
    seen = shown.getvalue()
    assert seen.index("Checking the passphrase   0 %") < seen.index("Making the new key  40 %")
    assert seen.endswith("\r")
    assert seen.rpartition("\r")[0].rpartition("\r")[2].strip() == ""


def test_a_weak_new_passphrase_is_refused(line, old):
    weak = ("--new-passphrase-file", line.secret("weak", "password"))
    code, printed, told = line.type("passphrase", *old, *weak)
    assert (code, printed) == (FAILED, "")
    assert "too easy to guess" in told
    line.opens(PASSPHRASE)


def test_a_file_that_others_can_read_is_refused(line, old):
    shown = line.secret("shown", NEW)
    shown.chmod(0o644)
    code, _, told = line.type("passphrase", *old, "--new-passphrase-file", shown)
    assert code == FAILED
    assert "Others can read" in told
    line.opens(PASSPHRASE)


def test_without_a_terminal_the_missing_file_is_named(line, old):
    code, _, told = line.type("passphrase", *old)
    assert code == FAILED
    assert "--new-passphrase-file" in told


def test_two_ways_at_once_are_not_understood(line, old):
    assert line.type("passphrase", *old, "--retune", "--somebody-knows")[0] == NOT_UNDERSTOOD


def test_a_typed_new_passphrase_is_asked_for_twice(line, old, monkeypatch):
    asked = iter((NEW, NEW + "x"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _question: next(asked))
    code, _, told = line.type("passphrase", *old)
    assert code == FAILED
    assert "do not match" in told
    line.opens(PASSPHRASE)


def snapshot_of(line, name):
    folder = line.journal / "snapshots"
    folder.mkdir(exist_ok=True)
    shutil.copy(line.journal / "journal.db", folder / f"{name}.afterword-snapshot")
    return folder / f"{name}.afterword-snapshot"


def test_old_snapshots_are_named_and_removed_when_asked(line, old):
    snapshot = snapshot_of(line, "2026-03-02T093000Z")
    printed = line.type("recovery", *old)[1]
    assert "only the earlier words open: 1." in printed
    assert snapshot.exists()
    printed = line.type("recovery", *old, "--remove-old-snapshots")[1]
    assert "Snapshots removed that only the earlier words open: 1." in printed
    assert not snapshot.exists()


def older_put_back(line, old):
    copy = shutil.copytree(line.journal, line.folder / "copy")
    answers = line.folder / "answers.toml"
    answers.write_text('what_happened = "A long silence."')
    written = ("--form", "five_minute_capture", "--answers", answers)
    assert line.type("write", *old, *written)[0] == DONE
    shutil.rmtree(line.journal)
    copy.rename(line.journal)


def test_an_older_journal_put_back_is_told_at_every_command_until_accepted(line, old):
    older_put_back(line, old)
    for command in ("open", "list"):
        code, _, told = line.type(command, *old)
        assert code == DONE
        assert told.startswith("This journal is older than the one last opened on this computer")
    code, _, told = line.type("check", *old)
    assert code == FAILED
    assert told.count("This journal is older") == 1
    code, printed, _ = line.type("open", *old, "--accept-older")
    assert code == DONE
    assert "From now on this is the journal" in printed
    assert line.type("open", *old)[2] == ""
    assert line.type("check", *old)[0] == DONE


def test_the_earlier_passphrase_is_told_as_such_by_date(line, old, new, monkeypatch):
    copy = (line.journal / "keys-copy.json").read_bytes()
    line.type("passphrase", *old, *new)
    (line.journal / "keys-copy.json").write_bytes(copy)
    with pytest.raises(RetiredPassphrase):
        line.opens(PASSPHRASE)
    code, _, told = line.type("open", *old)
    assert code == FAILED
    assert "an earlier passphrase" in told
