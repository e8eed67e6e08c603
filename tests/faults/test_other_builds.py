"""Another build of SQLCipher opens a journal by the note in its folder and the 24 words alone.

`make other-sqlcipher` puts that build (an older SQLCipher than ours) into build/other-sqlcipher.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

OTHER = Path(__file__).parents[2] / "build" / "other-sqlcipher"
READER = textwrap.dedent("""
    import json, sys
    from sqlcipher3 import dbapi2
    connection = dbapi2.connect(sys.argv[1])
    connection.execute(sys.argv[2])
    version = connection.execute("PRAGMA cipher_version").fetchone()[0]
    print(json.dumps([dbapi2.__file__, version, connection.execute(sys.argv[3]).fetchall()]))
""")


def key_by_the_note(words):
    """Follow step 1 of the note, without the program's own code."""
    from mnemonic import Mnemonic

    places = [Mnemonic("english").wordlist.index(word) for word in words]
    digits = "".join(f"{place:011b}" for place in places)
    key = int(digits[:256], 2).to_bytes(32, "big")
    assert digits[256:] == f"{hashlib.sha256(key).digest()[0]:08b}"
    return key.hex()


@pytest.mark.slow
@pytest.mark.skipif(not OTHER.is_dir(), reason="build/other-sqlcipher is missing: run make test")
def test_an_older_sqlcipher_reads_the_answers_from_the_words_alone(tmp_path):
    folder = tmp_path / "journal"
    vault, words = cheap_keeper().create(folder, PASSPHRASE)
    vault.put(a_reflection(text="A café 😀", title="The late visit"))
    vault.put(a_reflection("r2", "A door", minutes=5))
    vault.close()
    note = (folder / "READ ME.txt").read_text(encoding="utf-8")
    copy = shutil.copyfile(folder / "journal.db", tmp_path / "copy.db")
    shutil.rmtree(folder)

    salt = copy.read_bytes()[:16].hex()
    pragma = re.search(r"PRAGMA key.+;", note)[0]
    pragma = pragma.replace("<64 digits of the key>", key_by_the_note(words))
    pragma = pragma.replace("<32 digits of the salt>", salt)
    query = re.search(r"SELECT .+?;", note, re.DOTALL)[0]
    given = [sys.executable, "-c", READER, str(copy), pragma, query]
    environment = {**os.environ, "PYTHONPATH": str(OTHER)}
    run = subprocess.run(given, capture_output=True, text=True, env=environment, check=True)
    file, version, rows = json.loads(run.stdout)
    assert file.startswith(str(OTHER))
    assert version.startswith("4.12")
    assert [(title, prompt, json.loads(value)) for _, title, prompt, value in rows] == [
        ("The late visit", "what_happened", "A café 😀"),
        ("", "what_happened", "A door"),
    ]
