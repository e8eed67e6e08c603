"""The command line says of a journal that the last session did not close it, once."""

import shutil

from app.cli.commands import DONE, Doors
from app.cli.run import run
from tests.workshops import PASSPHRASE, a_sample_desk, a_workshop


def test_list_and_open_say_what_a_crash_left_and_only_once(tmp_path, capsys):
    workshop = a_workshop()
    desk = a_sample_desk(tmp_path / "journal", workshop)
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE)
    for command in ("list", "open"):
        crashed = shutil.copytree(tmp_path / "journal", tmp_path / command)
        told = []
        for _ in range(2):
            typed = [command, str(crashed), "--passphrase-file", str(secret)]
            assert run(typed, workshop, Doors(lambda _folder: 0)) == DONE
            told.append(capsys.readouterr().err)
        assert told[0].startswith("Afterword was not closed properly last time. Everything up to ")
        assert told[1] == ""
    desk.close()
