"""Says what the damaged pages of an open journal cost: which reflections, forms, lists."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.progress import Progress, part_of
from app.domain.repair import NextStep, Trouble
from app.vault.connection import Database
from app.vault.decryptor import Pages
from app.vault.evidence_check import FILE_DAMAGED
from app.vault.gathering import Gathered, gather
from app.vault.mending import Came, Mended, Mending
from app.vault.naming import named
from app.vault.surviving_files import surviving_files

_MOST_NAMED = 20
_GATHERED = 0.8


def costs_of_damage(database: Database, progress: Progress) -> Iterator[Trouble]:
    """Read past the damaged pages, as salvage would, and say what is not whole.

    Raises:
        OSError: the file cannot be read.
    """
    data_key, salt = database.raw_key
    yield from costs_on(Pages(database.opened_file(), data_key, salt), progress)


def costs_on(pages: Pages, progress: Progress) -> Iterator[Trouble]:
    """Say what the damage on these pages cost."""
    gathered = gather(pages, part_of(progress, 0, _GATHERED))
    mending = Mending(gathered)
    mended = tuple(mending.each())
    progress(1)
    parts = (gathered, mending, mended)
    costs = (*_reflections(*parts), *_files(*parts), *_others(*parts))
    for sentence in costs or (_nothing_written(gathered, len(mended)),):
        yield Trouble(sentence, NextStep.SALVAGE)


def _reflections(gathered: Gathered, mending: Mending, mended: tuple[Mended, ...]) -> Iterator[str]:
    titles = {(form["id"], form["version"]): form["title"] for form in gathered.rows("form")}
    hurt = [each for each in mended if each.came in (Came.FROM_EARLIER, Came.IN_PART)]
    for each in hurt[:_MOST_NAMED]:
        help_there = "An earlier version reads. " if each.came is Came.FROM_EARLIER else ""
        name = named(each.record.head, titles)
        yield f"{name} is damaged. {help_there}What still reads of it can be salvaged."
    if len(hurt) > _MOST_NAMED:
        yield f"{len(hurt) - _MOST_NAMED:,} more reflections are damaged."
    if mending.lost_uids:
        count = len(mending.lost_uids)
        yield "1 reflection is lost." if count == 1 else f"{count:,} reflections are lost."


def _files(gathered: Gathered, mending: Mending, mended: tuple[Mended, ...]) -> Iterator[str]:
    titles = {(form["id"], form["version"]): form["title"] for form in gathered.rows("form")}
    heads = {each.record.uid: each.record.head for each in mended}
    hurt = {each.reflection_uid for each in surviving_files(gathered, mending, mended).lost}
    for uid in sorted(hurt & heads.keys())[:_MOST_NAMED]:
        yield FILE_DAMAGED.format(named(heads[uid], titles))
    others = len(hurt) - min(_MOST_NAMED, len(hurt & heads.keys()))
    if others:
        what = "1 more reflection has" if others == 1 else f"{others:,} more reflections have"
        yield f"{what} a file that does not read back as it was added."


def _others(gathered: Gathered, mending: Mending, mended: tuple[Mended, ...]) -> Iterator[str]:
    unproven = sum(each.came is Came.UNPROVEN for each in mended)
    numbers = {key[0] for key in gathered.tables.get("revision", {})}
    if unproven or len(numbers) < max(numbers, default=0):
        yield (
            "Part of the record of changes is damaged, so some earlier versions are lost. "
            "The present words of each reflection are not touched by that."
        )
    kept = gathered.tables.get("form", {}).keys()
    lacking = {(each.record.head[1], each.record.head[2]) for each in mended} - kept
    if lacking:
        yield "The wording of a form is damaged. The answers written on it are not touched by that."
    lost_decisions = [
        name
        for name in mending.decided_names()
        if (name,) not in gathered.tables.get("keeping", {})
    ]
    if lost_decisions:
        yield "What was decided about holds, review dates or the bin is damaged."


def _nothing_written(gathered: Gathered, count: int) -> str:
    if gathered.bad_pages:
        what = "Only lists that can be made anew are damaged, such as the search index."
    else:
        what = "The parts of the journal’s file do not fit together."
    return f"{what} Of {count:,} reflections every word reads."
