"""What the process asks of the system at its very start, so that less of it can get out.

Everything here is best effort and quiet: a system that refuses leaves the program as safe as it
would have been. There is no switch to leave it out, for a switch is a way in.
"""

from __future__ import annotations

import contextlib
import sys

_SET_DUMPABLE = 4
_DENY_ATTACH = 31
_NO_ERROR_BOXES = 0x0001 | 0x0002 | 0x8000  # no report of a crash is offered to be sent


def harden() -> None:
    """Leave no core dump, let no other program of the same person read our memory."""
    _write_no_traces()
    if sys.platform == "linux":
        _harden_linux()
    elif sys.platform == "darwin":
        _harden_macos()
    elif sys.platform == "win32":
        _harden_windows()


def _write_no_traces() -> None:
    # What a crash would print can hold file names; PYTHONFAULTHANDLER may have turned it on.
    import faulthandler

    if faulthandler.is_enabled():
        faulthandler.disable()
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _harden_linux() -> None:
    from ctypes import CDLL

    from app.socket_filter import refuse_internet_sockets

    with contextlib.suppress(OSError, AttributeError):
        CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
        refuse_internet_sockets()


def _harden_macos() -> None:
    from ctypes import CDLL

    with contextlib.suppress(OSError, AttributeError):
        CDLL(None).ptrace(_DENY_ATTACH, 0, None, 0)


def _harden_windows() -> None:
    if sys.platform == "win32":
        from ctypes import WinDLL

        with contextlib.suppress(OSError, AttributeError):
            system = WinDLL("kernel32")
            # No library is ever taken from the folder that the program was started in.
            system.SetDllDirectoryW("")
            system.SetErrorMode(_NO_ERROR_BOXES)
