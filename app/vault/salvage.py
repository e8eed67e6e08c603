"""Brings everything that still reads in a damaged journal into a new one, in a new folder.

The damaged folder is only read. SQLCipher stops at the first page that does not verify, so the
pages are read one by one without it (app/vault/decryptor.py). The new journal keeps the data key
and the key files: the same passphrase and the same words open it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import (
    JournalDamaged,
    JournalError,
    JournalExists,
    JournalInUse,
    JournalTooNew,
    NotAJournal,
    NotSaved,
)
from app.domain.form import FormDefinition
from app.domain.progress import Progress, part_of
from app.domain.repair import CheckReport, SalvageReport
from app.domain.secret import Secret
from app.durable_file import write_durably
from app.vault import (
    connection,
    key_file,
    migrations,
    new_folder,
    place,
    read_me,
    recipe,
    reserve,
)
from app.vault.checking import check
from app.vault.connection import SALT_BYTES, Database
from app.vault.damaged_pages import costs_on
from app.vault.decryptor import Pages, pages_of
from app.vault.entering import ways_in
from app.vault.faults import disk_fault, told_plainly
from app.vault.file_check import check_file
from app.vault.gathering import Gathered, gather
from app.vault.mending import Came, Mended, Mending
from app.vault.naming import named
from app.vault.open_journals import OpenJournals
from app.vault.salvaged_rows import SalvagedRows
from app.vault.scratch import scratch_beside
from app.vault.seen_heads import SeenHeads
from app.vault.spare_forms import SpareForms
from app.vault.surviving_files import surviving_files
from app.vault.unlocking import Unlocked, write_keys

_GATHERED, _WRITTEN = 0.4, 0.8
_CAME = {
    Came.FROM_EARLIER: "What was lost of it stands as in an earlier version",
    Came.IN_PART: "Part of it is lost, or cannot be proved to be the newest",
}


class Salvage:
    """Salvages closed journals."""

    def __init__(
        self,
        open_journals: OpenJournals,
        *,
        floor_checked: bool = True,
        seen_heads: SeenHeads | None = None,
    ) -> None:
        self._open_journals = open_journals
        self._floor_checked = floor_checked
        self._seen_heads = seen_heads

    def salvage(
        self,
        folders: tuple[Path, Path],
        secret: Secret,
        forms: Sequence[FormDefinition],
        progress: Progress,
    ) -> SalvageReport:
        """Salvage the first folder's journal into the second, which must be new or empty.

        The forms take the place of lost ones.

        Raises:
            JournalError: one of its kinds; neither folder was changed.
            Cancelled: neither folder was changed.
        """
        folder, target = (each.absolute() for each in folders)
        self._refuse(folder, target)
        try:
            with new_folder.made_beside(target) as (fresh, put_in_place):
                with self._pages(folder, fresh, secret) as (unlocked, pages):
                    gathered = gather(pages, part_of(progress, 0, _GATHERED))
                vault, report = _fill(fresh, unlocked, gathered, SpareForms(forms), progress)
                _put_files(fresh, unlocked)
                progress(1)
                put_in_place()
            if self._seen_heads is not None:
                # Whatever this computer once saw at this place was another journal.
                self._seen_heads.of(vault, target).forget()
        except OSError as error:
            raise disk_fault(error) from None
        return report

    def damage(self, folder: Path, secret: Secret, progress: Progress) -> CheckReport:
        """Say what is damaged in a closed journal that does not open for its damage.

        Raises:
            JournalError: one of its kinds; nothing was changed.
            Cancelled: nothing was changed.
        """
        folder = folder.absolute()
        self._refuse_unready(folder)
        try:
            with scratch_beside(folder) as scratch, self._pages(folder, scratch, secret) as read:
                return CheckReport(tuple(costs_on(read[1], progress)))
        except OSError as error:
            raise disk_fault(error) from None

    def _refuse(self, folder: Path, target: Path) -> None:
        self._refuse_unready(folder)
        new_folder.refuse_occupied(target)
        if folder.resolve() in target.resolve().parents:
            raise JournalExists(
                "The new folder must not lie inside the damaged one, which is left as it is. "
                "Choose another place."
            )

    def _refuse_unready(self, folder: Path) -> None:
        if not place.is_journal(folder):
            raise NotAJournal("There is no journal in this folder.")
        if self._open_journals.holds(folder):
            raise JournalInUse
        path = folder / connection.NAME
        if not path.is_file():
            check_file(path)

    @contextlib.contextmanager
    def _pages(self, folder: Path, fresh: Path, secret: Secret) -> Iterator[tuple[Unlocked, Pages]]:
        path = folder / connection.NAME
        with contextlib.ExitStack() as closing:
            for way in ways_in(folder, secret, floor_checked=self._floor_checked):
                unlocked = way.unlocked
                salt = unlocked.header.salt if unlocked.header else _salt_in(path)
                settled = closing.enter_context(_settled(path, fresh, (unlocked.data_key, salt)))
                file: BinaryIO = closing.enter_context(settled.open("rb"))
                pages = pages_of(file, unlocked.data_key, (salt,))
                if pages is not None:
                    _refuse_newer(pages)
                    yield unlocked, pages
                    return
        raise JournalDamaged(
            f"Nothing in {connection.NAME} reads with these keys: it may be another journal’s, or "
            "all of it is damaged. Nothing was changed. Look for a snapshot or a backup."
        )


def _refuse_newer(pages: Pages) -> None:
    """Refuse a later format: its tables are not known here, and would be left behind."""
    first = pages.page(1) if pages.is_verified else None
    if first and int.from_bytes(first[60:64], "big") > migrations.newest_version():
        raise JournalTooNew


def _salt_in(path: Path) -> bytes:
    return connection.salt_in(path).ljust(SALT_BYTES, b"\0")


@contextlib.contextmanager
def _settled(path: Path, fresh: Path, raw_key: tuple[bytes, bytes]) -> Iterator[Path]:
    """Give the database with an interrupted change undone: on a copy, if there was one.

    Raises:
        JournalInUse: another process has it open.
    """
    _refuse_in_use(path, raw_key)
    beside = path.with_name(f"{path.name}-journal")
    if beside.is_symlink() or not beside.is_file() or not beside.stat().st_size:
        yield path
        return
    folder = fresh / secrets.token_hex(4)
    folder.mkdir(mode=0o700)
    try:
        for file in (path, beside):
            shutil.copyfile(file, folder / file.name)
        # What cannot be undone is read as it is.
        with contextlib.suppress(JournalError):
            _read_first_page(folder / path.name, raw_key, mode="rw")
        yield folder / path.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_in_use(path: Path, raw_key: tuple[bytes, bytes]) -> None:
    try:
        _read_first_page(path, raw_key, mode="ro")
    except JournalInUse:
        raise
    except JournalError:
        return


def _read_first_page(path: Path, raw_key: tuple[bytes, bytes], *, mode: str) -> None:
    with told_plainly(), contextlib.closing(recipe.keyed(path, *raw_key, mode=mode)) as opened:
        connection.check_first_page(opened)


def _fill(
    fresh: Path, unlocked: Unlocked, gathered: Gathered, forms: SpareForms, progress: Progress
) -> tuple[str, SalvageReport]:
    ids = [str(row["id"]) for row in gathered.rows("vault")]
    vault = unlocked.header.vault if unlocked.header else (ids or [secrets.token_hex(16)])[0]
    salt = unlocked.header.salt if unlocked.header else secrets.token_bytes(SALT_BYTES)
    path, raw_key = fresh / connection.NAME, (unlocked.data_key, salt)
    connection.make_database(path, *raw_key, vault)
    mending = Mending(gathered)
    mended = tuple(mending.each())
    files = surviving_files(gathered, mending, mended)
    database = connection.open_database(path, raw_key, vault)
    try:
        rows = SalvagedRows(database, gathered, mending, files)
        rows.write(vault, mended, forms, part_of(progress, _GATHERED, _WRITTEN))
    finally:
        database.close()
    _prove(connection.open_database(path, raw_key, vault), part_of(progress, _WRITTEN, 1))
    has_key_files = unlocked.header is not None
    report = _report(gathered, mending, mended, has_key_files=has_key_files)
    return vault, replace(report, files_lost=len(files.lost))


def _prove(database: Database, progress: Progress) -> None:
    try:
        if not check(database, progress=progress).is_whole:
            raise NotSaved(
                "The new journal did not pass every check when it was read back, so it was not "
                "kept. The damaged one was not changed. Try another disk."
            )
    finally:
        database.close()


def _put_files(fresh: Path, unlocked: Unlocked) -> None:
    if unlocked.header:
        write_keys(fresh, key_file.to_bytes(unlocked.header))
    write_durably(fresh / read_me.NAME, read_me.TEXT.encode())
    write_durably(fresh / reserve.NAME, os.urandom(reserve.SIZE_BYTES))


def _report(
    gathered: Gathered, mending: Mending, mended: Sequence[Mended], *, has_key_files: bool
) -> SalvageReport:
    came = [each.came for each in mended]
    titles = {(form["id"], form["version"]): form["title"] for form in gathered.rows("form")}
    return SalvageReport(
        whole=came.count(Came.WHOLE),
        unproven=came.count(Came.UNPROVEN),
        from_earlier=came.count(Came.FROM_EARLIER),
        in_part=came.count(Came.IN_PART),
        lost=len(mending.lost_uids),
        damaged_pages=len(gathered.bad_pages),
        is_proven=gathered.is_verified,
        has_key_files=has_key_files,
        versions_missing=mending.versions_missing(mended),
        # Of a reflection that is lost altogether, the one or the other still tells.
        knows_all=gathered.is_complete("reflection") or gathered.is_complete("revision"),
        named=tuple(
            f"{named(each.record.head, titles)}: {_CAME[each.came].lower()}."
            for each in mended
            if each.came in _CAME
        ),
    )
