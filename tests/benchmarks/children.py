"""Starts child processes that use no screen and keep their settings to themselves."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


class Children:
    """Runs modules of this package as children, in a home of their own."""

    def __init__(self):
        self._home = tempfile.TemporaryDirectory()
        homes = dict.fromkeys(_HOMES, self._home.name)
        self._environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
        # An installed program finds its modules compiled; so do these, whatever stands set here.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._environment["PYTHONPYCACHEPREFIX"] = str(Path(self._home.name) / "compiled")

    def run(self, module, *arguments):
        """Run a child; give the milliseconds until its first line, and its lines."""
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
        started = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=self._environment
        ) as child:
            first = child.stdout.readline()
            taken = (time.perf_counter() - started) * 1000
            lines = [first, *child.stdout]
        if child.returncode:
            raise SystemExit(f"{module} ended with {child.returncode}")
        return taken, [line.strip() for line in lines]

    def close(self):
        """Remove the home."""
        self._home.cleanup()
