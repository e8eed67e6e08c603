"""Themes: those that are offered, and other names for those of the journal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC

from app.domain.errors import AnswerError, NotSaved, OnHold
from app.domain.finding import Search
from app.domain.progress import Progress, part_of, unwatched
from app.domain.reflection import Reflection
from app.domain.theme_change import ThemeChange, with_theme_renamed
from app.domain.theme_groups import ThemeVocabulary
from app.services.journal import tidy_themes
from app.services.moments import to_the_minute
from app.services.ports import Clock, Vault
from app.services.saved_searches import SavedSearches
from app.services.theme_ports import ThemeShelf

_OWN = "In your journal"
_AT_ONCE = 200
_READ = 0.3


@dataclass(frozen=True, slots=True)
class Theming:
    """What a person can do with the themes of one open journal."""

    vault: Vault
    shelf: ThemeShelf
    clock: Clock
    saved_searches: SavedSearches

    def offered(self) -> ThemeVocabulary:
        """Give the themes in groups, the journal's own first and the most used of them first."""
        own = (theme for theme, _ in self.vault.themes())
        return self.shelf.vocabulary().with_own(_OWN, own)

    def plan(self, old: str, new: str) -> ThemeChange:
        """Say what another name for a theme would change; nothing is changed.

        Raises:
            AnswerError: the new name is none, or is the old one.
        """
        (new,) = tidy_themes((new,)) or ("",)
        if new in ("", old):
            raise AnswerError("theme", "type another name for it")
        having, keepings = self._ids(old), self.vault.keeping.all()
        decided = [keepings[uid] for uid in having if uid in keepings]
        held = sum(1 for each in decided if each.is_held)
        binned = sum(1 for each in decided if each.is_binned and not each.is_held)
        joined = len(self._ids(new) - having)
        return ThemeChange(old, new, len(having) - held, held, joined, binned)

    def rename(
        self, old: str, new: str, *, leaves_held: bool = False, progress: Progress = unwatched
    ) -> ThemeChange:
        """Give every reflection of a theme a new version under the new name, all at once.

        Raises:
            AnswerError: the new name is none, or is the old one.
            OnHold: some are on hold, and they were not to be left; nothing was changed.
            NotSaved, Cancelled: nothing was changed.
        """
        plan = self.plan(old, new)
        if plan.held and not leaves_held:
            raise OnHold
        now = self.clock.now().astimezone(UTC)

        def changed(having: Iterable[Reflection]) -> list[Reflection]:
            return [
                with_theme_renamed(each, old, plan.new, to_the_minute(now, each.changed_at))
                for each in having
                if not self.vault.keeping.of(each.id).is_held
            ]

        listed = changed(self._having(old, part_of(progress, 0, _READ)))
        binned = changed(self.vault.renaming.binned(old))
        if listed or binned:
            self.vault.renaming.put(listed, binned, part_of(progress, _READ, 1))
            # One that cannot follow finds nothing and can be changed; what counts is done.
            with contextlib.suppress(NotSaved):
                self.saved_searches.follow_theme(old, plan.new)
        return plan

    def _ids(self, theme: str) -> frozenset[str]:
        binned = (each.id for each in self.vault.renaming.binned(theme))
        return self.vault.overview.with_theme(theme).union(binned)

    def _having(self, theme: str, progress: Progress) -> Iterator[Reflection]:
        count = len(self.vault.overview.with_theme(theme))
        for start in range(0, count, _AT_ONCE):
            progress(start / count)
            yield from self.vault.reflections(Search(theme=theme, limit=_AT_ONCE, offset=start))
