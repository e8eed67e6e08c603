"""A message bus (D-Bus) of our own for one test, standing in for the system's and the session's."""

import contextlib
import os
import shutil
import subprocess

import pytest


@contextlib.contextmanager
def private_bus(monkeypatch):
    """Start a bus and give its address in the environment, where every library looks for it."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("dbus-daemon is not installed, so no bus can be had to listen on")
    command = [program, "--session", "--nofork", "--print-address=1", "--nopidfile"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = bus.stdout.readline().strip()
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
            monkeypatch.setitem(os.environ, name, address)
        yield address
    finally:
        bus.kill()
        bus.communicate()
