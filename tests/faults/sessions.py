"""Whole sessions in a child process, and what is found of their words outside: for any number.

`memory_after_lock(home, way, markers)` and `leaks_of_a_session(home, markers)` give figures;
`python -m tests.faults.sessions 100` prints those of every way.
"""

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from tests.faults.child_session import WAYS

PROJECT = Path(__file__).resolve().parents[2]
_STEP_SECONDS = 240
_LISTENS_AFTER_SECONDS = 1.5  # app/ui/late_start.py, on a busy machine
_CHUNK = 1 << 22


class Markers:
    """Words that stand nowhere else: found by what they all begin with."""

    def __init__(self, count):
        self.prefix = "Zq" + secrets.token_hex(4)
        self.words = [f"{self.prefix}x{number:03}" for number in range(count)]
        self._forms = [self.prefix.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]

    def count_in(self, data):
        return sum(data.count(form) for form in self._forms)


class Child:
    """The program at work in a home of its own."""

    def __init__(self, home, before=()):
        self.home = home
        for name in ("tmp", "run", "exports"):
            (home / name).mkdir(parents=True, mode=0o700, exist_ok=True)
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        homes = {name: str(home) for name in names}
        kept = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL") if key in os.environ}
        self.environment = {
            **kept,
            **homes,
            "TMPDIR": str(home / "tmp"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self._process = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.faults.child_session"],
            cwd=PROJECT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.communicate()

    def say(self, line):
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def wait_for(self, what):
        """Read lines until this one; give its moment."""
        end = time.monotonic() + _STEP_SECONDS
        while time.monotonic() < end:
            line = self._process.stdout.readline()
            if not line:
                break
            told = json.loads(line)
            assert told["what"] != "still here", "the lock did not replace the process"
            if told["what"].startswith(what):
                self.last = told["what"]
                return told["at"]
        self._process.kill()
        raise AssertionError(f"no {what!r}: {self._process.communicate()[1].decode()[-3000:]}")

    def write(self, way, markers):
        """Have a journal made and written in, up to the moment of the lock."""
        exports = str(self.home / "exports")
        self.say(json.dumps({"way": way, "markers": markers.words, "exports": exports}))

    def only_start(self):
        """Show the first page and wait there."""
        self.say("{}")
        self.wait_for("painted")
        time.sleep(_LISTENS_AFTER_SECONDS)

    def state(self):
        """Give what the window shows: the page, the journal's name, and the status line."""
        self.say("state")
        self.wait_for("state ")
        return self.last.removeprefix("state ")

    def run_beside(self, *arguments):
        """Run the program once more for the same person; give its exit code and what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "app", *map(str, arguments)],
            cwd=PROJECT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_STEP_SECONDS,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def kill(self):
        """End it as a crash would."""
        self._process.kill()
        self._process.wait()

    def quit(self):
        self.say("quit")
        _, err = self._process.communicate(timeout=_STEP_SECONDS)
        return self._process.returncode, err

    def processes(self):
        """Give every process that has our home in its environment: ours and what it started."""
        found = []
        ours = f"XDG_RUNTIME_DIR={self.home / 'run'}".encode()
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    environment = (folder / "environ").read_bytes()
                except OSError:
                    continue
                if ours in environment.split(b"\0"):
                    found.append(int(folder.name))
        return found


def found_in_memory(child, markers):
    """Count what is left of the markers in the memory of all processes of ours."""
    return sum(_found_in(pid, markers) for pid in child.processes())


def _found_in(pid, markers):
    count = 0
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            start, end = (int(each, 16) for each in line.split()[0].split("-"))
            if line.split()[1].startswith("r") and "[v" not in line:
                count += _found_between(memory, start, end, markers)
    return count


def _found_between(memory, start, end, markers):
    count, tail = 0, b""
    while start < end:
        try:
            memory.seek(start)
            data = memory.read(min(_CHUNK, end - start))
        except OSError:
            break
        if not data:
            break
        count += markers.count_in(tail + data)
        tail = data[-19:]
        start += len(data)
    return count


@dataclass(frozen=True)
class AfterLock:
    """What one lock left behind, and how long it took."""

    way: str
    before: int
    after: int
    painted_ms: float
    scanned_s: float
    processes: int


def memory_after_lock(home, way, count=100):
    """Lock in the middle of something, then look into the memory of all processes of ours."""
    markers = Markers(count)
    with Child(home) as child:
        child.write(way, markers)
        child.wait_for("ready")
        before = found_in_memory(child, markers)
        child.say("lock")
        locked = child.wait_for("locking")
        painted = child.wait_for("painted UnlockPage")
        after = found_in_memory(child, markers)
        scanned = time.monotonic() - locked
        processes = len(child.processes())
    return AfterLock(way, before, after, (painted - locked) * 1000, scanned, processes)


@dataclass(frozen=True)
class Leaks:
    """What one whole session let out."""

    internet: list[str]  # system calls
    files: list[str]  # with a marker in them, outside the exports
    exported: int  # exports with a marker in them
    settings: list[str]  # keys in the settings file


def leaks_of_a_session(home, count=100, strace="strace"):
    """Make, write, search, copy, preview, export, lock and end; then look at what was left."""
    markers = Markers(count)
    trace = home.parent / f"{home.name}.trace"
    calls = "trace=socket,connect,sendto,open,openat,creat"
    before = (strace, "-f", "-q", "-o", str(trace), "-e", calls) if strace else ()
    with Child(home, before) as child:
        child.write("export", markers)
        child.wait_for("ready")
        child.say("lock")
        child.wait_for("painted UnlockPage")
        code, errors = child.quit()
        assert code == 0, errors
    lines = trace.read_text(errors="replace").splitlines() if strace else []
    internet = [line for line in lines if "AF_INET" in line or "AF_NETLINK" in line]
    exports = [path for path in files_of(home / "exports") if holds(path, markers)]
    others = [path for path in files_of(home) if home / "exports" not in path.parents]
    guilty = [str(path.relative_to(home)) for path in others if holds(path, markers)]
    return Leaks(internet, guilty, len(exports), settings_keys(home))


def files_of(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def holds(path, markers):
    """Look for a marker in a file: as it lies, in every compressed part, and as a PDF's text."""
    data = path.read_bytes()
    parts = [str(path).encode(), data, *_zip_parts(path), *_streams(data)]
    if data.startswith(b"%PDF"):
        from pypdf import PdfReader

        pages = PdfReader(path).pages
        # Lines break inside of words where these are long.
        parts += ["".join(page.extract_text().split()).encode() for page in pages]
    return any(markers.count_in(part) for part in parts)


def _zip_parts(path):
    if not zipfile.is_zipfile(path):
        return []
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


def _streams(data):
    found = []
    for start in re.finditer(rb"stream\r?\n", data):
        try:
            found.append(zlib.decompressobj().decompress(data[start.end() :]))
        except zlib.error:
            continue
    return found


def settings_keys(home):
    """Give the keys of the settings file, with their groups."""
    keys, group = [], ""
    for file in home.rglob("settings.ini"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                group = line.strip("[]")
            elif "=" in line:
                keys.append(f"{group}/{line.partition('=')[0]}")
    return sorted(keys)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for way in WAYS:
        with tempfile.TemporaryDirectory() as folder:
            print(memory_after_lock(Path(folder) / "home", way, count))
    with tempfile.TemporaryDirectory() as folder:
        print(leaks_of_a_session(Path(folder) / "home", count, shutil.which("strace")))


if __name__ == "__main__":
    sys.exit(main())
