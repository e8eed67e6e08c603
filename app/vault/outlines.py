"""What a list shows of a reflection, made from its stored rows.

A list of fifty is made anew with each key of a search, so an answer is read only when it is
needed: for the first hit, or for a mark that no other answer has shown yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from app.domain.finding import ReflectionOutline
from app.domain.sharing import Sharing
from app.vault.extracts import extract
from app.vault.faults import taken_as_stored
from app.vault.reflection_record import ReflectionRecord
from app.vault.search_words import Terms

_EVERY_MARK = (Sharing.SUPERVISION | Sharing.CPD).value


def outline_of(
    record: ReflectionRecord, terms: Terms, form_titles: Mapping[tuple[str, int], str]
) -> ReflectionOutline:
    """Make the outline of one reflection.

    Raises:
        JournalDamaged: the rows hold something that no reflection holds.
    """
    uid, form_id, form_version, title, event_date, begun_at, changed_at, completed_at = record.head
    texts = _Texts(record)
    with taken_as_stored():
        return ReflectionOutline(
            id=uid,
            title=title,
            form_id=form_id,
            form_title=form_titles.get((form_id, form_version), form_id),
            begun_at=datetime.fromisoformat(begun_at),
            changed_at=datetime.fromisoformat(changed_at),
            event_date=date.fromisoformat(event_date) if event_date else None,
            is_complete=completed_at is not None,
            themes=record.themes,
            sharing=_sharing_in(record, texts),
            extract=extract(texts, terms.terms),
        )


class _Texts:
    """The texts of a reflection's answers, each read when it is first asked for."""

    def __init__(self, record: ReflectionRecord) -> None:
        self._record = record
        self._known: dict[int, str] = {}

    def __iter__(self) -> Iterator[str]:
        return (self[position] for position in range(len(self._record.answers)))

    def __getitem__(self, position: int) -> str:
        if position not in self._known:
            self._known[position] = self._record.text(position)
        return self._known[position]


def _sharing_in(record: ReflectionRecord, texts: _Texts) -> Sharing:
    marks = 0
    for position, (_, _, sharing, _) in enumerate(record.answers):
        if sharing & ~marks and texts[position].strip():
            marks |= sharing
        if marks == _EVERY_MARK:
            break
    return Sharing(marks)
