"""Lets the Nth file call of some work fail, or be the one at which the process is killed.

The work runs in a process of its own, forked from this one, so that a kill is a real kill. Calls of
Python's are counted and broken by patching; SQLite's own writes are cut off by a limit of the size
that a file may have, which kills at that page or refuses it.
"""

import errno
import io
import os
import pickle
import resource
import signal
import traceback
from dataclasses import dataclass

_CALLS = ("open", "write", "fsync", "replace", "unlink", "rmdir", "mkdir")
ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
FAULTS = (*ERRORS, "short", "kill", "kill after")


@dataclass
class Ending:
    """What came of the work: done with an outcome, refused with a sentence, killed, or a bug."""

    kind: str
    outcome: object = None
    calls: int = 0


class FaultyCalls:
    """Counts file calls, and breaks the one whose turn it is; a disk that fails stays failed."""

    def __init__(self, turn=None, fault="kill", stays=False):
        self.turn, self.fault, self.stays, self.count = turn, fault, stays, 0

    def install(self):
        for name in _CALLS:
            setattr(os, name, self._broken(getattr(os, name), name))
        io.open = self._broken(io.open, "io.open")

    def _broken(self, real, name):
        def call(*given, **named):
            self.count += 1
            is_turn = self.count == self.turn or (
                self.stays and self.turn is not None and self.count > self.turn
            )
            if not is_turn:
                return real(*given, **named)
            if self.fault in ERRORS:
                raise OSError(ERRORS[self.fault], "injected")
            if self.fault == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if self.fault == "short" and name == "write":
                return real(given[0], bytes(given[1])[: max(1, len(given[1]) // 2)])
            result = real(*given, **named)
            if self.fault == "kill after":
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return call


class PageLimit:
    """Refuses every file larger than some pages, or kills who writes beyond."""

    def __init__(self, pages, kills):
        self._pages, self._kills, self.count = pages, kills, 0

    def install(self):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if self._kills else signal.SIG_IGN)
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._pages * 4096, most))


def end_of(work, breaking, refusals):
    """Run work in a process of its own with something broken; give how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _run(work, breaking, refusals, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Ending("killed")
    return pickle.loads(told)


def _run(work, breaking, refusals, writing):
    tell = os.write
    breaking.install()
    try:
        ending = Ending("done", work(), breaking.count)
    except refusals as refusal:
        ending = Ending("refused", str(refusal), breaking.count)
    except BaseException:
        ending = Ending("bug", traceback.format_exc(), breaking.count)
    tell(writing, pickle.dumps(ending))
    os._exit(0)
