"""Opens a journal from another process, as a second start of the program does."""

import subprocess
import sys
import textwrap

OTHER_PROCESS = textwrap.dedent("""
    import sys
    from pathlib import Path
    from tests.unit.vault.samples import cheap_keeper, PASSPHRASE
    from app.domain.errors import JournalError
    try:
        cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE).close()
        print("opened")
    except JournalError as error:
        print(type(error).__name__)
""")


def opened_elsewhere(folder):
    given = [sys.executable, "-c", OTHER_PROCESS, str(folder)]
    return subprocess.run(given, capture_output=True, text=True, check=True).stdout.strip()
