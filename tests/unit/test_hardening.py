"""What the process asks of the system at its start, seen from inside a child that asked for it."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app import socket_filter

PROJECT = Path(__file__).resolve().parents[2]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's own")
known_machine = pytest.mark.skipif(
    sys.platform != "linux" or socket_filter.os.uname().machine not in socket_filter._KNOWN,
    reason="no filter is written for this machine",
)


def said_by(code, *options):
    done = subprocess.run(
        [sys.executable, *options, "-c", textwrap.dedent(code)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@known_machine
def test_only_sockets_of_this_computer_can_be_made():
    said = said_by("""
        import errno, socket
        from app.hardening import harden
        harden()
        def tried(family):
            try:
                socket.socket(family, socket.SOCK_DGRAM).close()
            except OSError as error:
                return errno.errorcode[error.errno]
            return "made"
        families = socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_UNIX
        print(*map(tried, families))
        socket.socketpair()
    """)
    assert said == ["EPERM", "EPERM", "EPERM", "made"]


@known_machine
def test_threads_that_run_already_and_programs_started_later_are_held_too():
    said = said_by("""
        import socket, subprocess, sys, threading
        from app.hardening import harden
        begun, held = threading.Event(), []
        def tries():
            begun.wait()
            try:
                socket.socket(socket.AF_INET)
            except PermissionError:
                held.append("held")
        thread = threading.Thread(target=tries)
        thread.start()
        harden()
        begun.set()
        thread.join()
        print(*held)
        code = "import socket; socket.socket(socket.AF_INET)"
        print(subprocess.run([sys.executable, "-c", code], stderr=-3).returncode)
    """)
    assert said == ["held", "1"]


@known_machine
def test_a_process_that_was_replaced_gets_no_second_filter():
    said = said_by("""
        import re
        from pathlib import Path
        from app.hardening import harden
        for _ in range(3):
            harden()
        print(*re.findall(r"Seccomp_filters:\\s*(\\d+)", Path("/proc/self/status").read_text()))
    """)
    assert len(said) == 0 or int(said[0]) <= filters_here() + 1


def filters_here():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("Seccomp_filters:"):
            return int(line.split()[1])
    return 0


@linux_only
def test_no_core_is_dumped_and_no_other_program_may_look_in():
    said = said_by(
        """
        import ctypes, faulthandler, resource
        from app.hardening import harden
        harden()
        print(*resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
        print(faulthandler.is_enabled())
    """,
        "-X",
        "faulthandler",
    )
    assert said == ["0", "0", "0", "False"]


def answer(calls, machine, call, argument):
    """Run the filter as the kernel would."""
    import struct

    lines = list(struct.iter_unpack("=HBBI", socket_filter.program(calls)))
    shown = {socket_filter._CALL: call, socket_filter._MACHINE: machine}
    shown[socket_filter._FIRST_ARGUMENT] = argument
    place, loaded = 0, 0
    while True:
        code, near, far, value = lines[place]
        place += 1
        match code:
            case socket_filter._LOAD:
                loaded = shown[value]
            case socket_filter._IF_EQUAL:
                place += near if loaded == value else far
            case socket_filter._IF_AT_LEAST:
                place += near if loaded >= value else far
            case socket_filter._ANSWER:
                return value == socket_filter._ALLOWED


@pytest.mark.parametrize("calls", socket_filter._KNOWN.values(), ids=socket_filter._KNOWN)
def test_the_filter_answers_as_meant_on_every_machine_it_is_written_for(calls):
    here = calls.machine
    assert answer(calls, here, calls.socket, 1)
    assert answer(calls, here, 0, 2)
    for family in (0, 2, 10, 16, 17, 40, 255):
        assert not answer(calls, here, calls.socket, family)
    assert not answer(calls, here, calls.io_uring_setup, 1)
    assert not answer(calls, here, calls.socket + 0x40000000, 1)
    assert not answer(calls, 0x40000003, 102, 1), "calls of another machine's table"
