"""Records what a child process does to the files below one folder, with strace."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CALLS = (
    "openat,open,creat,pwrite64,pwritev,write,writev,lseek,ftruncate,truncate,fallocate,fsync,"
    "fdatasync,rename,renameat,renameat2,link,linkat,symlink,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "close,copy_file_range,sendfile,dup,dup2,dup3"
)
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(?:<([^>]*)>)?(?: .*)?$")
_ARGUMENT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|([^,"]+)')
_PATH_IN = re.compile(r"^(-?\d+|AT_FDCWD)<([^>]*)>$")


@dataclass(frozen=True)
class Call:
    """One thing done to a file: its name, its path or paths, and what it needs besides."""

    name: str  # open, write, truncate, sync, link, rename, unlink, mkdir, rmdir, mark
    path: str
    other: str = ""
    at: int = 0
    data: bytes = b""


def is_possible():
    """Say whether strace is there and may trace."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0


def recorded(arguments, folder, marks, trace):
    """Run a Python program; give its calls on files below folder, and each line it put in marks."""
    marks.write_bytes(b"")
    command = ["strace", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, *arguments, str(folder), str(marks)],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise AssertionError(f"the recorded program failed: {done.stderr[-2000:]}")
    with trace.open(encoding="ascii") as lines:
        calls = list(_Reader(str(folder.resolve()), str(marks.resolve())).calls(lines))
    trace.unlink()
    return calls


class _Reader:
    """Turns strace's lines into calls; it keeps where in its file each handle stands."""

    def __init__(self, folder, marks):
        self._folder, self._marks = folder, marks
        self._positions = {}

    def calls(self, lines):
        for line in lines:
            found = _LINE.match(line.rstrip("\n"))
            if found is None or found[3] in ("-1", "?"):
                continue
            name, result = found[1], int(found[3])
            read = getattr(self, f"_read_{name}", None)
            if read is None:
                raise AssertionError(f"a call that is not understood: {name}")
            for call in read(_arguments(found[2]), result, _text(found[4] or "")):
                if call.path == self._marks and call.name == "write":
                    yield Call("mark", self._marks, data=call.data)
                elif self._is_inside(call.path) or self._is_inside(call.other):
                    yield call

    def _is_inside(self, path):
        return path == self._folder or path.startswith(self._folder + "/")

    def _read_openat(self, arguments, result, path):
        flags = arguments[2]
        self._positions[result] = 0
        if "O_CREAT" in flags:
            yield Call("open", path, other="")
        if "O_TRUNC" in flags:
            yield Call("truncate", path, at=0)

    def _read_close(self, arguments, _result, _path):
        self._positions.pop(_handle(arguments[0])[0], None)
        return ()

    def _read_lseek(self, arguments, result, _path):
        self._positions[_handle(arguments[0])[0]] = result
        return ()

    def _read_write(self, arguments, result, _path):
        handle, path = _handle(arguments[0])
        at = self._positions.get(handle, 0)
        self._positions[handle] = at + result
        yield Call("write", path, at=at, data=arguments[1][:result])

    def _read_pwrite64(self, arguments, result, _path):
        _, path = _handle(arguments[0])
        yield Call("write", path, at=int(arguments[3]), data=arguments[1][:result])

    def _read_ftruncate(self, arguments, _result, _path):
        yield Call("truncate", _handle(arguments[0])[1], at=int(arguments[1]))

    def _read_fsync(self, arguments, _result, _path):
        yield Call("sync", _handle(arguments[0])[1])

    _read_fdatasync = _read_fsync

    def _read_rename(self, arguments, _result, _path):
        yield Call("rename", _text(arguments[0]), _text(arguments[1]))

    def _read_renameat(self, arguments, _result, _path):
        yield Call("rename", _text(arguments[1]), _text(arguments[3]))

    _read_renameat2 = _read_renameat

    def _read_link(self, arguments, _result, _path):
        yield Call("link", _text(arguments[0]), _text(arguments[1]))

    def _read_linkat(self, arguments, _result, _path):
        yield Call("link", _text(arguments[1]), _text(arguments[3]))

    def _read_unlink(self, arguments, _result, _path):
        yield Call("unlink", _text(arguments[0]))

    def _read_unlinkat(self, arguments, _result, _path):
        base, name = _handle(arguments[0])[1], _text(arguments[1])
        name = name if name.startswith("/") else f"{base}/{name}"
        yield Call("rmdir" if "REMOVEDIR" in arguments[2] else "unlink", name)

    def _read_mkdir(self, arguments, _result, _path):
        yield Call("mkdir", _text(arguments[0]))

    def _read_rmdir(self, arguments, _result, _path):
        yield Call("rmdir", _text(arguments[0]))


def _arguments(text):
    found = []
    for match in _ARGUMENT.finditer(text):
        if match[1] is not None:
            found.append(bytes.fromhex(match[1].replace("\\x", "")))
        elif match[2].strip():
            found.append(match[2].strip())
    return found


def _handle(argument):
    found = _PATH_IN.match(argument)
    if found is None:
        return argument, ""
    number = found[1]
    return (int(number) if number.lstrip("-").isdigit() else number), _text(found[2])


def _text(written):
    if isinstance(written, bytes):
        return str(Path(written.decode()))
    return bytes.fromhex(written.replace("\\x", "")).decode(errors="replace")
