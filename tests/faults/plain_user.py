"""Runs a block as somebody whom the file system can refuse, also where tests run as root."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import pytest

_NOBODY = 65534


@contextlib.contextmanager
def plain_users_folder():
    """Give a folder of a plain user's, and be that user while in it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no file modes")
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.chown(folder, _NOBODY, _NOBODY)
            os.seteuid(_NOBODY)
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for path in folder.iterdir():
            path.chmod(0o700)
        shutil.rmtree(folder)
