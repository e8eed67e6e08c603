"""A process of its own for something that is going to be killed, told about by a pipe."""

import os
import signal
import traceback
from dataclasses import dataclass


@dataclass
class Forked:
    """One child at work; it tells lines."""

    pid: int
    pipe: int

    @classmethod
    def begun(cls, work):
        """Let work(tell) run in a child. The parent must have no journal open."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            try:
                work(lambda line: os.write(writing, line.encode() + b"\n"))
            except BaseException:
                # Into the parent's own error output: a child that ends by itself has a bug.
                traceback.print_exc()
            finally:
                os._exit(0)
        os.close(writing)
        return cls(pid, reading)

    def killed(self):
        """Kill it; give every line that it told, or None if it had ended by itself."""
        os.kill(self.pid, signal.SIGKILL)
        with os.fdopen(self.pipe, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(self.pid, 0)
        if not os.WIFSIGNALED(status):
            return None
        # The last line may have been cut by the kill: what was not told whole was not told.
        return told.decode().split("\n")[:-1]
