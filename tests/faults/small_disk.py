"""A small disk in memory, which only an administrator can make."""

import contextlib
import shutil
import subprocess

import pytest


@contextlib.contextmanager
def small_disk(place, megabytes):
    """Give a small disk, or None where there may be none."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    is_there = shutil.which("mount") is not None
    is_there = is_there and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield place if is_there else None
    finally:
        if is_there:
            subprocess.run(["umount", "-l", str(place)], check=True)


def small_disk_or_skip(place, megabytes):
    """Be the fixture of a small disk; without one the test is skipped."""
    with small_disk(place, megabytes) as disk:
        if disk is None:
            pytest.skip("a small disk can be mounted by an administrator only")
        yield disk
