"""The folder of a new journal: filled beside its place, moved there whole, or not left at all."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.errors import JournalExists
from app.durable_file import synced_names
from app.vault.file_address import refuse_long_folder


def refuse_occupied(folder: Path) -> None:
    """Refuse a place that holds something already, or that has no name.

    Raises:
        JournalExists: says so.
        JournalError: its path is too long.
    """
    refuse_long_folder(folder)
    if folder == Path():
        raise JournalExists("A new journal needs a folder of its own. Give the folder’s name.")
    is_link = folder.is_symlink()
    if is_link or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise JournalExists(
            "There is something at this place already. Choose a new name or an empty folder."
        )


@contextlib.contextmanager
def made_beside(folder: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """Give a new folder to fill, with what puts it in the named one's place.

    If anything fails before the end, neither of them is left, nor a parent made for them.
    """
    fresh = folder.with_name(f".afterword-{secrets.token_hex(8)}.new")
    with contextlib.ExitStack() as undoing:
        _make_parents(folder, undoing)
        # Asked before the first write: who may not look into the folder is told so at once.
        with synced_names(folder.parent) as sync:
            undoing.callback(shutil.rmtree, fresh, ignore_errors=True)
            fresh.mkdir(mode=0o700)

            def put_in_place() -> None:
                with synced_names(fresh) as sync_files:
                    sync_files()
                if folder.exists():
                    folder.rmdir()
                fresh.rename(folder)
                undoing.callback(shutil.rmtree, folder, ignore_errors=True)
                sync()

            yield fresh, put_in_place
        undoing.pop_all()


def _make_parents(folder: Path, undoing: contextlib.ExitStack) -> None:
    missing = [parent for parent in folder.parents if not parent.exists()]
    undoing.callback(_remove_empty, missing)
    folder.parent.mkdir(parents=True, exist_ok=True)


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
