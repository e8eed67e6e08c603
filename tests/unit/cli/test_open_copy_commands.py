"""A whole journal out into open formats and back in again, from the command line."""

import json
from argparse import Namespace
from contextlib import contextmanager

import pytest

from app.cli.open_copy_commands import OpenCopyCommands, OpenCopyWays, add_export_command
from app.cli.parsing import QuietParser
from app.domain.errors import ExportError, NotBroughtIn
from tests.open_copy_scenes import FOLDERS, an_empty_desk, copies_of, everything_in
from tests.workshops import PASSPHRASE, a_sample_desk, a_workshop


class Line:
    """Runs the commands on journals that are opened anew for each."""

    def __init__(self, folder):
        self.folder, self.workshop = folder, a_workshop()
        a_sample_desk(folder / "one", self.workshop).close()
        an_empty_desk(folder / "two", self.workshop).close()
        self.asked_elsewhere = 0

    def run(self, command, journal, **options):
        @contextmanager
        def opened():
            vault = self.workshop.unlocking.open(self.folder / journal, PASSPHRASE)
            try:
                yield self.workshop.desk(vault)
            finally:
                vault.close()

        usual = {"json": False, "undo": False, "kind": None, "dry_run": False, "path": None}
        ways = OpenCopyWays(copies_of, FOLDERS.is_copy, self._elsewhere)
        commands = OpenCopyCommands(self.workshop, Namespace(**{**usual, **options}), opened, ways)
        return commands.table()[command]()

    def _elsewhere(self):
        self.asked_elsewhere += 1
        return 7


@pytest.fixture
def line(tmp_path):
    return Line(tmp_path)


def test_a_journal_goes_out_and_in_and_out_the_same(line, capsys):
    first, second = line.folder / "first", line.folder / "second"
    assert line.run("export", "one", folder=first) == 0
    told = capsys.readouterr().out
    assert told.startswith("Written: 12 reflections.\nThe folder is not encrypted")
    assert line.run("import", "two", path=first) == 0
    assert capsys.readouterr().out.startswith("Brought in: 12 reflections.\n")
    assert line.run("export", "two", folder=second, json=True) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["reflections"] == 12
    assert everything_in(first) == everything_in(second)


def test_a_dry_run_only_looks(line, capsys):
    line.run("export", "one", folder=line.folder / "first")
    capsys.readouterr()
    assert line.run("import", "two", path=line.folder / "first", dry_run=True) == 0
    assert capsys.readouterr().out.startswith("The copy holds: 12 reflections.\n")
    assert line.run("import", "one", path=line.folder / "first", dry_run=True) == 0


def test_only_a_new_journal_takes_it(line):
    line.run("export", "one", folder=line.folder / "first")
    with pytest.raises(NotBroughtIn, match="It holds something already"):
        line.run("import", "one", path=line.folder / "first")


def test_nothing_is_written_over(line):
    with pytest.raises(ExportError, match="something at this place already"):
        line.run("export", "one", folder=line.folder / "two")


@pytest.mark.parametrize(
    "options", [{"undo": True}, {"kind": "markdown"}, {"path": "notes"}, {"path": None}]
)
def test_what_comes_from_elsewhere_goes_its_own_way(line, options):
    (line.folder / "notes").mkdir()
    path = options.get("path", "first")
    line.run("export", "one", folder=line.folder / "first")
    more = {**options, "path": line.folder / path if path else None}
    assert line.run("import", "two", **more) == 7
    assert line.asked_elsewhere == 1


def test_the_export_command_takes_a_folder():
    top = QuietParser()
    commands = top.add_subparsers()

    def on_journal(name, about):
        command = commands.add_parser(name, help=about)
        command.add_argument("journal")
        return command

    add_export_command(on_journal)
    options = top.options_from(["export", "here", "there", "--json"])
    assert (str(options.folder), options.json) == ("there", True)
