"""Puts reflections together again from loose rows, and says of each how much of it came back.

A reflection is whole when its rows give the very text whose hash the record of changes holds. One
that is not is mended from the newest earlier version that reads: what its own rows still say is
newer and stays; what they lack comes from there.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from uuid import uuid4

from app.domain.errors import JournalDamaged
from app.vault.gathering import Gathered, Values
from app.vault.reflection_record import (
    HEAD_COLUMNS,
    AnswerRow,
    ReflectionRecord,
    reflection_of,
    stored_record,
)
from app.vault.revisions import KEEPING_PREFIX
from app.vault.surviving_versions import SurvivingVersions, record_of_link, surviving_versions

_TITLE = "A salvaged reflection"
_RECORD = "revision"
_NONE_KEPT = SurvivingVersions(())
_HEAD = tuple(HEAD_COLUMNS.split(", "))


class Came(Enum):
    """How much of a reflection came back."""

    WHOLE = "whole"
    UNPROVEN = "unproven"
    FROM_EARLIER = "from an earlier version"
    IN_PART = "in part"


@dataclass(frozen=True, slots=True)
class Mended:
    """One reflection as it came back."""

    id: int
    record: ReflectionRecord
    came: Came
    row: Values  # its own row, which may have columns that the record does not know


class Mending:
    """Mends every reflection of which anything was gathered."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.versions = surviving_versions(gathered)
        self._heads = {key[0]: rows for key, rows in gathered.tables.get("reflection", {}).items()}
        self._answers = _by_reflection(gathered, "answer")
        self._themes = _by_reflection(gathered, "theme")
        self.away = set(self._away())
        self.lost_uids: list[str] = []

    def each(self) -> Iterator[Mended]:
        """Give every reflection that comes back; what does not is then named in lost_uids."""
        brought = set(self.away)
        ids = self._heads.keys() | self._answers.keys() | self._themes.keys()
        for each in sorted(ids):
            mended = self._one(each)
            if mended.record.uid not in brought:
                brought.add(mended.record.uid)
                yield mended
        highest = max(ids, default=0)
        for uid, versions in self.versions.items():
            if uid in brought or uid.startswith(KEEPING_PREFIX):
                continue
            record = versions.newest_content()
            if record is None:
                self.lost_uids.append(uid)
            else:
                highest += 1
                yield Mended(highest, record, Came.FROM_EARLIER, {})

    def versions_missing(self, mended: Iterable[Mended]) -> int:
        """Count those of which the record of changes no longer has every version."""
        if self._gathered.is_complete(_RECORD):
            return 0
        versions = (self.versions.get(each.record.uid, _NONE_KEPT) for each in mended)
        return sum(not each.is_gapless for each in versions)

    def decided_names(self) -> Iterator[str]:
        """Give the reflections about whose keeping something was decided, as the record says."""
        for name in self.versions:
            if name.startswith(KEEPING_PREFIX):
                yield name.removeprefix(KEEPING_PREFIX)

    def _away(self) -> Iterator[str]:
        """Give the reflections that are in the bin, readable there, or gone for good."""
        for keeping in self._gathered.rows("keeping"):
            uid = str(keeping["reflection_uid"])
            with contextlib.suppress(JournalDamaged):
                links = self.versions.get(uid, _NONE_KEPT).links
                if keeping["binned_at"] and links:
                    yield record_of_link(links[-1]).uid
                elif keeping["emptied_at"]:
                    yield uid

    def _one(self, each: int) -> Mended:
        heads = self._heads.get(each, [])
        for head in heads:
            versions = self.versions.get(head["uid"], _NONE_KEPT)
            for use_last in (False, True):
                record = self._as_read(each, _head_in(head), use_last=use_last)
                if _hash(record) == versions.newest_hash is not None:
                    return Mended(each, record, Came.WHOLE, head)
        if heads and self._is_gapless(each):
            record = self._as_read(each, _head_in(heads[0]))
            if _seems_complete(record, self.versions.get(record.uid, _NONE_KEPT)):
                return Mended(each, record, Came.UNPROVEN, heads[0])
        return self._put_together(each, heads[0] if heads else None)

    def _as_read(
        self, each: int, head: tuple[object, ...], *, use_last: bool = False
    ) -> ReflectionRecord:
        answers = [
            (row["prompt"], row["kind"], row["sharing"], row["value"])
            for row in _chosen(self._answers.get(each, {}), use_last=use_last)
        ]
        themes = [row["name"] for row in _chosen(self._themes.get(each, {}), use_last=use_last)]
        return stored_record(head, answers, themes)

    def _is_gapless(self, each: int) -> bool:
        places = [self._answers.get(each, {}), self._themes.get(each, {})]
        return all(sorted(parts) == list(range(len(parts))) for parts in places)

    def _put_together(self, each: int, row: Values | None) -> Mended:
        uid = row["uid"] if row else self._gathered.one_of(each, set(self.versions))
        versions = self.versions.get(uid or "", _NONE_KEPT)
        earlier = versions.newest_content()
        anew = self._head_anew(each, uid or uuid4().hex, versions, earlier)
        read = self._as_read(each, anew, use_last=True)
        answers = {answer[0]: answer for answer in earlier.answers} if earlier else {}
        # The order is that of the earlier version; what was answered since stands at the end.
        answers |= {answer[0]: answer for answer in read.answers if _is_readable(answer)}
        themes = read.themes or (earlier.themes if earlier else ())
        parts = tuple(answers.values()), tuple(dict.fromkeys(themes))
        record = ReflectionRecord(read.head, *parts)
        if row:
            with_its_head = ReflectionRecord(stored_record(_head_in(row), (), ()).head, *parts)
            record, row = (with_its_head, row) if _reads(with_its_head) else (record, None)
        came = Came.FROM_EARLIER if earlier else Came.IN_PART
        if _hash(record) == versions.newest_hash is not None:
            came = Came.WHOLE  # what was lost had not changed since
        return Mended(each, record, came, row or {})

    def _head_anew(
        self, each: int, uid: str, versions: SurvivingVersions, earlier: ReflectionRecord | None
    ) -> tuple[object, ...]:
        changed_at = versions.changed_at
        if earlier:
            return (*earlier.head[:6], changed_at or earlier.moment_changed, earlier.head[7])
        begun_at = self._gathered.moment_begun(each) or versions.begun_at or _LONG_AGO
        form, version = self._likeliest_form(each)
        return (uid, form, version, _TITLE, None, begun_at, changed_at or begun_at, None)

    def _likeliest_form(self, each: int) -> tuple[str, int]:
        """Give the kept form that asks most of the prompts that were answered."""
        prompts = {f'"{parts[0]["prompt"]}"' for parts in self._answers.get(each, {}).values()}
        named = self._gathered.texts_of.get(each, ())
        likeliest, most = (_FORM, 1), (False, 0)
        for form in self._gathered.rows("form"):
            asked = sum(prompt in form["definition"] for prompt in prompts)
            if (form["id"] in named, asked) > most:
                likeliest, most = (form["id"], form["version"]), (form["id"] in named, asked)
        return likeliest


_LONG_AGO = "1970-01-01T00:00:00.000000Z"
_FORM = "salvaged"


def _by_reflection(gathered: Gathered, table: str) -> dict[int, dict[int, list[Values]]]:
    found: dict[int, dict[int, list[Values]]] = {}
    for candidates in gathered.tables.get(table, {}).values():
        for row in candidates:
            found.setdefault(row["reflection"], {}).setdefault(row["position"], []).append(row)
    return found


def _chosen(parts: dict[int, list[Values]], *, use_last: bool) -> list[Values]:
    return [parts[position][-1 if use_last else 0] for position in sorted(parts)]


def _head_in(row: Values) -> tuple[object, ...]:
    return tuple(row[name] for name in _HEAD)


def _hash(record: ReflectionRecord) -> bytes | None:
    with contextlib.suppress(JournalDamaged):
        return hashlib.sha256(record.canonical()).digest()
    return None


def _is_readable(answer: AnswerRow) -> bool:
    return _reads(
        ReflectionRecord(("", "", 1, "", None, _LONG_AGO, _LONG_AGO, None), (answer,), ())
    )


def _seems_complete(record: ReflectionRecord, versions: SurvivingVersions) -> bool:
    """Say whether nothing shows a loss, though the link that would prove it is lost itself."""
    earlier = versions.newest_content()
    before = {answer[0] for answer in earlier.answers} if earlier else set()
    has_every_prompt = before <= {answer[0] for answer in record.answers}
    is_link_lost = versions.newest_hash is None
    return is_link_lost and bool(record.answers) and has_every_prompt and _reads(record)


def _reads(record: ReflectionRecord) -> bool:
    try:
        reflection_of(record)
        record.canonical()
    except JournalDamaged:
        return False
    return True
