"""The check that follows a session that was not closed: every page, in steps that give way.

Each step takes part of a second; a long one is stopped where its progress says so, and done again.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from functools import partial

from app.domain.errors import Cancelled, JournalDamaged
from app.domain.left_open import CheckStep
from app.domain.progress import Progress
from app.vault.connection import Database
from app.vault.decryptor import PAGE_BYTES, Pages

_PAGES_AT_ONCE = 1000
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


class CrashCheck:
    """Reads every page and every tree of an open journal. It belongs to the vault's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._steps: deque[Callable[[Progress], bool]] = deque([self._plan])

    def go_on(self, progress: Progress) -> CheckStep:
        """Take the next step.

        Raises:
            Cancelled: progress said so; the same step can be taken again.
            OSError, NotSaved, NotEnoughMemory: the computer refused it; that is no damage.
        """
        if not self._steps or self._database.is_closed:
            return CheckStep.WHOLE
        try:
            is_whole = self._steps[0](progress)
        except JournalDamaged:
            is_whole = False
        if not is_whole:
            self._steps.clear()
            return CheckStep.DAMAGED
        self._steps.popleft()
        return CheckStep.MORE if self._steps else CheckStep.WHOLE

    def _plan(self, _progress: Progress) -> bool:
        pages = Pages(self._database.opened_file(), *self._database.raw_key)
        for start in range(1, pages.count + 1, _PAGES_AT_ONCE):
            self._steps.append(partial(self._pages_read, pages, start))
        for (table,) in self._database.rows(_TABLES):
            # A virtual table has no tree of its own, only those of its shadow tables.
            self._steps.append(partial(self._tree_is_whole, table))
        return True

    def _pages_read(self, pages: Pages, start: int, progress: Progress) -> bool:
        """Verify what authenticates each page, on the disk and not as it is remembered."""
        there = self._database.opened_file().seek(0, os.SEEK_END) // PAGE_BYTES
        for number in range(start, min(start + _PAGES_AT_ONCE, there + 1)):
            if number % 64 == 0:
                progress(0)
            if pages.page(number) is None:
                # The file may have been written anew, and shorter, since it was counted.
                return self._is_unused(number)
        return True

    def _is_unused(self, number: int) -> bool:
        ((count,),) = self._database.rows("PRAGMA page_count")
        return number > int(count)

    def _tree_is_whole(self, table: str, progress: Progress) -> bool:
        refusals: list[Cancelled] = []

        def goes_on() -> bool:
            try:
                progress(0)
            except Cancelled as error:
                refusals.append(error)
            return not refusals

        found = self._database.rows_while(f'PRAGMA integrity_check("{table}")', goes_on)
        if found is None:
            raise refusals[0]
        return found == [("ok",)]
