"""A folder for what is not finished: made beside its goal, removed whatever happens."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

_NAME = re.compile(r"\.afterword-backup-[0-9a-f]{16}\.new")
_SECONDS_OF_A_DAY = 24 * 60 * 60


@contextlib.contextmanager
def scratch_beside(target: Path) -> Iterator[Path]:
    """Give a new folder on the same disk as target, for its owner only.

    Raises:
        OSError: it cannot be made.
    """
    _sweep(target.parent)
    scratch = target.with_name(f".afterword-backup-{secrets.token_hex(8)}.new")
    scratch.mkdir(mode=0o700)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed program left. A younger one may be another process's, still at work."""
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            is_ours = _NAME.fullmatch(path.name) and not path.is_symlink()
            if is_ours and time.time() - path.lstat().st_mtime > _SECONDS_OF_A_DAY:
                shutil.rmtree(path, ignore_errors=True)
