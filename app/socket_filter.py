"""Has the kernel refuse every socket but those between programs on this computer (Linux).

A filter of the kernel's own (seccomp) answers `socket()` with "not permitted" for every family but
AF_UNIX. It holds for all threads and for every program started from here, it outlives the
replacing of the process at a lock, and nothing can take it away again. A kernel that knows no such
filters goes on without: the program opens no connection anyway.
"""

from __future__ import annotations

import errno
import os
import struct
from ctypes import CDLL
from dataclasses import dataclass

_AF_UNIX = 1
_NO_FAMILY = 255  # no kernel knows it: asking for it reaches nothing, filter or not
_SOCK_STREAM = 1

_SET_NO_NEW_PRIVILEGES = 38
_SET_MODE_FILTER = 1
_ALL_THREADS = 1  # SECCOMP_FILTER_FLAG_TSYNC

# The filter's own little machine: load a word, compare it, give an answer.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_CALL, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the kernel shows it
_ALLOWED = 0x7FFF0000
_REFUSED = 0x00050000 | errno.EPERM
_OTHER_CALLS = 0x40000000  # the second table of calls of x86-64 ("x32") begins here


@dataclass(frozen=True, slots=True)
class Calls:
    """What one kind of machine calls itself and the system calls that matter here."""

    machine: int
    socket: int
    io_uring_setup: int  # a second way to a socket, past the first
    seccomp: int


_KNOWN = {
    "x86_64": Calls(machine=0xC000003E, socket=41, io_uring_setup=425, seccomp=317),
    "aarch64": Calls(machine=0xC00000B7, socket=198, io_uring_setup=425, seccomp=277),
}


def refuse_internet_sockets() -> bool:
    """Put the filter in place; False where this kernel or machine has none."""
    calls = _KNOWN.get(os.uname().machine)
    if calls is None:
        return False
    return stands() or _put_in_place(calls)


def stands() -> bool:
    """Say whether the filter is in place already, as it is after the process was replaced."""
    from ctypes import get_errno

    number = _libc().socket(_NO_FAMILY, _SOCK_STREAM, 0)
    return bool(number == -1 and get_errno() == errno.EPERM)


def program(calls: Calls) -> bytes:
    """Write the filter down, one instruction of eight bytes after the other."""
    refused, allowed = 8, 9
    lines = (
        (_LOAD, 0, 0, _MACHINE),
        (_IF_EQUAL, 2, refused, calls.machine),
        (_LOAD, 0, 0, _CALL),
        (_IF_AT_LEAST, refused, 4, _OTHER_CALLS),
        (_IF_EQUAL, refused, 5, calls.io_uring_setup),
        (_IF_EQUAL, 6, allowed, calls.socket),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, allowed, refused, _AF_UNIX),
        (_ANSWER, 0, 0, _REFUSED),
        (_ANSWER, 0, 0, _ALLOWED),
    )
    return b"".join(_instruction(number, *line) for number, line in enumerate(lines))


def _instruction(number: int, code: int, if_so: int, if_not: int, value: int) -> bytes:
    # The lines above name where to go; the kernel wants to know how many lines to leap over.
    leaps = code in (_IF_EQUAL, _IF_AT_LEAST)
    near, far = (if_so - number - 1, if_not - number - 1) if leaps else (0, 0)
    return struct.pack("=HBBI", code, near, far, value)


def _put_in_place(calls: Calls) -> bool:
    from ctypes import POINTER, Structure, byref, c_char, c_long, c_ushort, create_string_buffer
    from ctypes import cast as as_type

    class Program(Structure):
        _fields_ = [("length", c_ushort), ("lines", POINTER(c_char))]

    lines = program(calls)
    kept = create_string_buffer(lines, len(lines))
    given = Program(len(lines) // 8, as_type(kept, POINTER(c_char)))
    libc = _libc()
    if libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    answer = libc.syscall(
        c_long(calls.seccomp), c_long(_SET_MODE_FILTER), c_long(_ALL_THREADS), byref(given)
    )
    return bool(answer == 0)


def _libc() -> CDLL:
    return CDLL(None, use_errno=True)
