"""The folder of a new copy: filled beside its place, moved there whole, or not left at all.

What a killed program left of it lies there in plain words. So the next copy beside it removes it,
as long as no other process is filling it: a lock on a file says which.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.errors import ExportError
from app.durable_file import synced_names

_LOCK = ".lock"
_FRESH = re.compile(r"\.afterword-copy-[0-9a-f]{16}\.new")


def refuse_occupied(folder: Path) -> None:
    """Refuse a place that holds something already, or that has no name.

    Raises:
        ExportError: says so.
    """
    if not folder.name:
        raise ExportError("Not written: the copy needs a folder of its own. Give its name.")
    is_folder = folder.is_dir() and not folder.is_symlink()
    if folder.is_symlink() or (folder.exists() and (not is_folder or any(folder.iterdir()))):
        raise ExportError(
            "Not written: there is something at this place already. "
            "Choose a new name or an empty folder."
        )


@contextlib.contextmanager
def made_beside(folder: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Give a new folder to fill, with what puts it in the named one's place.

    If anything fails before the end, nothing of it is left.
    """
    fresh = folder.with_name(f".afterword-copy-{secrets.token_hex(8)}.new")
    with contextlib.ExitStack() as undoing, synced_names(folder.parent) as sync:
        _sweep(folder.parent)
        undoing.callback(shutil.rmtree, fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        lock = undoing.enter_context(_held(fresh / _LOCK))

        def put_in_place() -> None:
            lock()
            with synced_names(fresh) as sync_files:
                sync_files()
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
            undoing.callback(shutil.rmtree, folder, ignore_errors=True)
            sync()

        yield fresh, put_in_place
        undoing.pop_all()


def _sweep(parent: Path) -> None:
    """Remove what killed programs left here of copies that were never finished."""
    with contextlib.suppress(OSError):
        for path in list(parent.iterdir()):
            if _FRESH.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                _remove_abandoned(path)


def _remove_abandoned(path: Path) -> None:
    with contextlib.suppress(OSError):
        if (path / _LOCK).exists():
            with _held(path / _LOCK):
                pass
        shutil.rmtree(path)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the lock of a folder, and give what lets it go and removes it.

    Raises:
        OSError: another process holds it.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    is_open = True

    def let_go() -> None:
        nonlocal is_open
        if is_open:
            is_open = False
            os.close(handle)
            path.unlink(missing_ok=True)

    try:
        _lock(handle)
        yield let_go
    finally:
        if is_open:
            os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
