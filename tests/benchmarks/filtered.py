"""Search within filters, and what was probably meant by a mistyped word."""

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

from app.domain.finding import Days, Search
from app.domain.sharing import Sharing
from tests.benchmarks.corpus import SEED, Corpus
from tests.benchmarks.measuring import (
    FRAME_MS,
    Samples,
    alternating,
    by_limit,
    only_told,
    timed,
)
from tests.benchmarks.on_the_vault import MAIN_SIZE, bare_search, typed

_MOST_LARGE_MS = 100
_MISTYPED = 40
_EACH = {
    "status": Search(is_complete=True),
    "form": Search(form_id="five_minute_capture"),
    "theme": Search(theme="trust"),
    "days of events": Search(since=date(2018, 1, 1), until=date(2022, 12, 31)),
    "days of writing": Search(
        since=date(2018, 1, 1), until=date(2022, 12, 31), days=Days.OF_WRITING
    ),
    "shared": Search(sharing=Sharing.SUPERVISION),
    "private": Search(sharing=Sharing.PRIVATE),
    "actions": Search(has_open_actions=True),
    "no actions": Search(has_open_actions=False),
}
_ALL = Search(
    is_complete=True,
    since=date(2018, 1, 1),
    sharing=Sharing.SUPERVISION,
    has_open_actions=False,
    days=Days.OF_WRITING,
)


def filter_rows(desk, journal):
    """Turn each filter on by itself, then type within many; the bare queries know no filter."""
    longest = FRAME_MS if journal.size == MAIN_SIZE else _MOST_LARGE_MS
    size = f"{journal.size:,}"
    rows = []
    taken = {name: timed(lambda each=each: desk.find(each))[1] for name, each in _EACH.items()}
    slowest = max(taken, key=taken.get)
    what = f"turning a filter on, {size}, the slowest ({slowest})"
    rows.append(by_limit(what, taken[slowest], _MOST_LARGE_MS))
    texts = typed()
    random.Random(SEED).shuffle(texts)
    floor, ours = alternating(
        lambda number: bare_search(desk.vault, texts[number]),
        lambda number: desk.find(replace(_ALL, words=texts[number])),
        len(texts),
    )
    what = f"search within five filters, each key, {size}, p95 (FTS5 without any)"
    rows.append(by_limit(what, ours.p95, longest, floor=floor.p95))
    return rows


def likely_rows(desk, journal):
    """Mistype words of the journal; the first time its words are listed, as done when all is quiet.

    Measured is all that a person waits for: the words, and a try of each that is offered.
    """
    size = f"{journal.size:,}"
    vocabulary = desk.vault._finder._word_index.vocabulary
    vocabulary.forget()
    listing = timed(vocabulary.uses)[1]
    words = [each for each in Corpus().vocabulary.words if len(each) > 4 and each.isalpha()]
    chosen = random.Random(SEED).sample(words, _MISTYPED)
    wrong = [mistyped(each) for each in chosen]
    wrong += [" ".join(pair) for pair in pairwise(wrong)]
    desk.likely_searches(Search(words=wrong[0]))  # loads what compares words
    taken = Samples(tuple(timed(lambda each=each: desk.likely_searches(Search(words=each)))[1]
                          for each in wrong))  # fmt: skip
    found = sum(1 for each, right in zip(wrong, chosen, strict=False)
                if right in desk.likely_searches(Search(words=each)))  # fmt: skip
    return [
        by_limit(f"what was probably meant, {size}, p95", taken.p95, _MOST_LARGE_MS),
        only_told("  the word that was meant is among the three", 100 * found / _MISTYPED, "%"),
        only_told("  listing the journal’s words, once, when nobody waits", listing, "ms"),
    ]


def mistyped(word):
    """Swap two letters in the middle."""
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
