"""Opens a journal from another process, as a second start of the program does."""

import contextlib
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


HOLDER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from tests.unit.vault.samples import cheap_keeper, PASSPHRASE
    vault = cheap_keeper().open(Path(sys.argv[1]), PASSPHRASE)
    print("open", flush=True)
    sys.stdin.read()
    vault.close()
""")


@contextlib.contextmanager
def held_elsewhere(folder):
    """Keep a journal open in another process."""
    given = [sys.executable, "-c", HOLDER, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(given, **pipes) as holder:
        assert holder.stdout.readline() == "open\n"
        yield
        holder.communicate()
