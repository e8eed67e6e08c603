"""What a list shows of reflections, made from their stored rows.

A list of fifty is made anew with each key of a search, mostly of the same newest reflections. So
those read last are kept for a while, and an answer is read only when it is needed: for the first
hit, or for a mark that no other answer has shown yet.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from app.domain.finding import ReflectionOutline
from app.vault.extracts import Hits
from app.vault.kept_forms import KeptForms
from app.vault.listed import Listed
from app.vault.reflections import Reflections

# Some two hundred reflections, whose texts take two or three MiB at most.
_MOST_KEPT_CHARACTERS = 700_000
_AT_ONCE = 100


class Outlines:
    """Makes outlines, and keeps what it last read until the reflection is saved again."""

    def __init__(self, reflections: Reflections, forms: KeptForms) -> None:
        self._reflections = reflections
        self._forms = forms
        self._kept: OrderedDict[int, Listed] = OrderedDict()
        self._kept_characters = 0

    def of(self, ids: Sequence[int], hits: Hits) -> tuple[ReflectionOutline, ...]:
        """Give the outlines of reflections by their ids inside the database, in that order.

        Raises:
            JournalDamaged: the rows hold something that no reflection holds.
        """
        titles = self._forms.titles()
        outlines: list[ReflectionOutline] = []
        for start in range(0, len(ids), _AT_ONCE):
            outlines += self._some(ids[start : start + _AT_ONCE], titles, hits)
        return tuple(outlines)

    def forget(self, reflection: int) -> None:
        """Read a reflection anew when it is next listed: it is being saved."""
        gone = self._kept.pop(reflection, None)
        if gone is not None:
            self._kept_characters -= gone.characters

    def forget_all(self) -> None:
        """Let go of everything that was read."""
        self._kept.clear()
        self._kept_characters = 0

    def _some(
        self, ids: Sequence[int], titles: Mapping[tuple[str, int], str], hits: Hits
    ) -> list[ReflectionOutline]:
        unread = [each for each in ids if each not in self._kept]
        for reflection, record in zip(unread, self._reflections.records(unread), strict=True):
            self._keep(reflection, Listed(record))
        outlines = []
        for each in ids:
            self._kept.move_to_end(each)
            outlines.append(self._kept[each].outline(titles, hits))
        self._forget_oldest()
        return outlines

    def _keep(self, reflection: int, listed: Listed) -> None:
        self._kept[reflection] = listed
        self._kept_characters += listed.characters

    def _forget_oldest(self) -> None:
        while self._kept_characters > _MOST_KEPT_CHARACTERS:
            _, gone = self._kept.popitem(last=False)
            self._kept_characters -= gone.characters
