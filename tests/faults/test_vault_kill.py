"""A journal killed in the middle of saving keeps everything it said was saved."""

import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from app.domain.answer import Prose
from app.domain.errors import NoSuchReflection
from tests.unit.vault.samples import PASSPHRASE, cheap_keeper

WRITER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    for number in range(int(sys.argv[2]), 100_000):
        text = f"save {number} " + "word " * (number % 700)
        vault.put(a_reflection(f"r{number // 4}", text, minutes=number))
        print(number, flush=True)
""")


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path):
    folder = tmp_path / "journal"
    cheap_keeper().create(folder, PASSPHRASE)[0].close()
    chance, acknowledged = random.Random(7), -1
    for _ in range(25):
        given = [sys.executable, "-c", WRITER, str(folder), str(acknowledged + 1)]
        with subprocess.Popen(given, stdout=subprocess.PIPE, text=True) as writer:
            first = writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
            writer.send_signal(signal.SIGKILL)
            acknowledged = int((first + writer.stdout.read()).split("\n")[-2])
        vault = cheap_keeper().open(folder, PASSPHRASE)
        try:
            kept = newest_save(vault, acknowledged // 4 + 1)
            assert kept in (acknowledged, acknowledged + 1)
            assert vault.head().saves == kept + 1
            assert vault.trouble() == ()
        finally:
            vault.close()
        acknowledged = kept
    assert acknowledged >= 25
    shutil.rmtree(folder)


def newest_save(vault, highest):
    for number in (highest, highest - 1):
        try:
            value = vault.get(f"r{number}").answers["what_happened"].value
        except NoSuchReflection:
            continue
        assert isinstance(value, Prose)
        save = int(value.text.split()[1])
        assert value.text == f"save {save} " + "word " * (save % 700)
        return save
    raise AssertionError("the acknowledged reflection is gone")
