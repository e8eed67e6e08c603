"""One reflection as a list shows it, its answers read and folded when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial

from app.domain.finding import ReflectionOutline
from app.domain.listed_title import listed_title
from app.domain.sharing import Sharing
from app.vault.extracts import Folded, Hits, extract
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import ReflectionRecord

_EVERY_MARK = (Sharing.SUPERVISION | Sharing.CPD).value


class Listed:
    """Makes outlines of one reflection, whatever is searched for."""

    def __init__(self, record: ReflectionRecord) -> None:
        self._record = record
        self._texts: list[Folded | None] = [None] * len(record.answers)
        self._without_extract: Callable[..., ReflectionOutline] | None = None
        self.characters = sum(len(answer[3]) for answer in record.answers)

    def outline(self, titles: Mapping[tuple[str, int], str], hits: Hits) -> ReflectionOutline:
        """Give the outline, with an extract around the first hit.

        Raises:
            JournalDamaged: the rows hold something that no reflection holds.
        """
        form_id, form_version = self._record.head[1:3]
        with taken_as_stored():
            make = self._without_extract = self._without_extract or self._read()
            return make(
                form_title=titles.get((form_id, form_version), form_id),
                extract=extract(self._each_text, hits),
            )

    def _read(self) -> Callable[..., ReflectionOutline]:
        uid, form_id, _, title, event_date, begun_at, changed_at, completed_at = self._record.head
        day = date.fromisoformat(event_date) if event_date else None
        return partial(
            ReflectionOutline,
            id=uid,
            title=listed_title(title, form_id, day),
            form_id=form_id,
            begun_at=datetime.fromisoformat(begun_at),
            changed_at=datetime.fromisoformat(changed_at),
            event_date=day,
            is_complete=completed_at is not None,
            themes=self._record.themes,
            sharing=self._sharing(),
        )

    def _sharing(self) -> Sharing:
        marks = 0
        for position, (_, _, sharing, _) in enumerate(self._record.answers):
            if sharing & ~marks and self._is_written(position):
                marks |= sharing
            if marks == _EVERY_MARK:
                break
        return Sharing(marks)

    def _is_written(self, position: int) -> bool:
        value = self._record.answers[position][3]
        # Most answers show it in front: a JSON text that begins with a letter.
        return value[1:2].isalnum() or self._text(position).is_written

    def _each_text(self) -> Iterator[Folded]:
        return map(self._text, range(len(self._texts)))

    def _text(self, position: int) -> Folded:
        known = self._texts[position]
        if known is None:
            known = self._texts[position] = Folded(self._record.text(position))
        return known
