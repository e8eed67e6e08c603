"""backup, restore and snapshots on the command line."""

import io
import json
import sys
from datetime import timedelta

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD, Doors
from app.cli.run import run
from tests.workshops import PASSPHRASE, FixedClock, a_sample_desk, a_workshop


class CommandLine:
    """Types commands on one sample journal and keeps what they gave."""

    def __init__(self, folder, capsys):
        self.clock = FixedClock()
        self.workshop = a_workshop(self.clock)
        self.journal, self.backup = folder / "My journal", folder / "one.afterword-backup"
        self.folder, self.capsys = folder, capsys
        self.secret = folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE)
        a_sample_desk(self.journal, self.workshop).close()

    def type(self, *arguments, secret=None):
        typed = [*map(str, arguments), "--passphrase-file", str(secret or self.secret)]
        code = run(typed, self.workshop, Doors(lambda folder: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def count(self, folder):
        code, out, _ = self.type("list", folder, "--json", "--limit", 500)
        assert code == DONE
        return len(json.loads(out))

    def write(self):
        answers = self.folder / "answers.toml"
        answers.write_text('what_happened = "One more."')
        form = ("--form", "five_minute_capture", "--answers", answers)
        return self.type("write", self.journal, *form)


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


def test_a_backup_is_made_looked_into_and_restored(line):
    count = line.count(line.journal)
    code, out, err = line.type("backup", line.journal, line.backup)
    assert (code, err) == (DONE, "")
    assert out.startswith(f"Backed up {count} reflections, begun ")
    code, out, _ = line.type("restore", line.backup, "--look", "--json")
    assert code == DONE
    assert json.loads(out)["reflections"] == count
    assert json.loads(out)["made_at"] == "2026-10-22T18:42:00+00:00"
    code, out, err = line.type("restore", line.backup, line.folder / "new")
    assert (code, err) == (DONE, "")
    assert out.startswith(f"Restored {count} reflections")
    assert line.count(line.folder / "new") == count


def test_restore_wants_a_folder_or_a_look_and_not_both(line):
    line.type("backup", line.journal, line.backup)
    for more in ((), (line.folder / "new", "--look")):
        code, _, err = line.type("restore", line.backup, *more)
        assert code == NOT_UNDERSTOOD
        assert err == "Say which: a NEW-FOLDER for the journal, or --look.\n"


def test_a_file_is_replaced_only_where_that_was_said(line):
    line.backup.write_text("dear")
    code, _, err = line.type("backup", line.journal, line.backup)
    assert (code, line.backup.read_text()) == (FAILED, "dear")
    assert err.count("\n") == 1
    assert line.type("backup", line.journal, line.backup, "--replace")[0] == DONE


def test_a_wrong_passphrase_and_damage_are_different_sentences(line):
    line.type("backup", line.journal, line.backup)
    wrong = line.folder / "wrong"
    wrong.touch(mode=0o600)
    wrong.write_text("another one altogether")
    first = line.type("restore", line.backup, "--look", secret=wrong)
    line.backup.write_bytes(line.backup.read_bytes()[:-1])
    second = line.type("restore", line.backup, "--look")
    assert (first[0], second[0]) == (FAILED, FAILED)
    assert "passphrase does not open this backup" in first[2]
    assert "not a whole backup" in second[2]


def test_the_first_writing_of_a_day_keeps_a_snapshot_of_before(line):
    count = line.count(line.journal)
    assert line.write()[0] == line.write()[0] == DONE
    code, out, _ = line.type("snapshots", line.journal, "--json")
    assert code == DONE
    (snapshot,) = json.loads(out)
    assert snapshot["name"] == "2026-10-22T184200Z.afterword-snapshot"
    assert snapshot["size_bytes"] > 8192
    line.clock.moment += timedelta(days=1)
    assert line.write()[0] == DONE
    listed = line.type("snapshots", line.journal)[1].splitlines()
    assert [each.split()[0][:10] for each in listed] == ["2026-10-23", "2026-10-22"]
    code, out, _ = line.type(
        "snapshots", line.journal, "--restore", snapshot["name"], line.folder / "new"
    )
    assert code == DONE
    assert line.count(line.folder / "new") == count
    assert line.count(line.journal) == count + 3


def test_a_snapshot_is_put_back_for_a_damaged_journal(line):
    count = line.count(line.journal)
    line.write()
    (line.journal / "journal.db").write_bytes(bytes(100_000))
    assert line.type("list", line.journal)[0] == FAILED
    code, out, _ = line.type("snapshots", line.journal, "--put-back", "--json")
    assert code == DONE
    assert json.loads(out)["reflections"] == count
    kept = line.journal / json.loads(out)["damaged_kept_as"]
    assert kept.read_bytes() == bytes(100_000)
    assert line.count(line.journal) == count


def test_a_full_disk_for_the_snapshot_does_not_stop_the_writing(line):
    (line.journal / "snapshots").write_text("in the way")
    code, out, err = line.write()
    assert code == DONE
    assert len(out.strip()) == 32
    assert err.startswith("No snapshot was made")
    assert err.count("\n") == 1


def test_a_folder_without_a_journal_is_told(line):
    code, _, err = line.type("snapshots", line.folder)
    assert (code, err) == (FAILED, "There is no journal in this folder.\n")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_and_wiped(line, monkeypatch):
    shown = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", shown)
        assert line.type("backup", line.journal, line.backup)[0] == DONE
    text = shown.getvalue()
    assert "\rBacking up 100 %" in text
    assert text.endswith("\r")
    assert "\n" not in text
