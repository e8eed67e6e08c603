"""Recognises a filled reflective form among what comes from elsewhere, and puts it on that form.

An entry is a form's when at least half of its headings, and at least two, are that form's prompts
or section titles. Then no word is lost: what its prompt cannot hold, and what stands under other
headings, goes to the form's account under its own heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.answer import Answer
from app.domain.carrying_over import account_of
from app.domain.form import FormDefinition
from app.domain.headed_words import Headed, headed_words
from app.domain.heading_index import HeadingIndex, Target, settled
from app.domain.incoming import IncomingEntry
from app.domain.placing import Placing

_FEWEST = 2
_MOST_TRIED = 4
_MOST_HEADINGS = 3_000  # more than any form has, with all its records


@dataclass(frozen=True, slots=True)
class Mapped:
    """An entry as answers to a form, all of them private; the keys are those of its records too."""

    form: FormDefinition
    answers: Mapping[str, Answer]
    headings: int  # of the entry
    matched: int  # of these, how many the form has too


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well an entry fits one form."""

    number: int
    form: FormDefinition
    headed: tuple[tuple[Headed, tuple[Target, ...]], ...]
    headings: int
    matched: int

    @property
    def is_enough(self) -> bool:
        return self.matched >= _FEWEST and 2 * self.matched >= self.headings

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.matched, -self.headings, -self.number


@dataclass(frozen=True, slots=True)
class _Lines:
    """Knows the lines that are headings of one form, or of any."""

    index: HeadingIndex
    form: int | None = None

    def is_prompt(self, line: str) -> bool:
        return any(target.prompt_key for target in self._found(line))

    def is_heading(self, line: str) -> bool:
        return any(self._found(line))

    def _found(self, line: str) -> Iterator[Target]:
        found = self.index.exact(line)
        return (target for target in found if self.form in (None, target.form))


class HeadingMatch:
    """Compares entries with the same forms again and again."""

    def __init__(self, forms: Sequence[FormDefinition]) -> None:
        self._forms = tuple(forms)
        self._index = HeadingIndex(self._forms)

    def mapped(self, entry: IncomingEntry) -> Mapped | None:
        """Give the entry as answers to the form that it fits best, or nothing if it fits none."""
        fits = [self._fit(entry, number) for number in self._likely(entry)]
        enough = [fit for fit in fits if fit.is_enough]
        if not enough:
            return None
        best = max(enough, key=lambda fit: fit.rank)
        answers = Placing(best.form).answers(best.headed)
        return Mapped(best.form, answers, best.headings, best.matched)

    def _likely(self, entry: IncomingEntry) -> list[int]:
        """Give the forms that most of the headings point at, without looking closely."""
        headed = headed_words(entry, _Lines(self._index))
        if len(headed) > _MOST_HEADINGS:
            return []
        votes: Counter[int] = Counter()
        for each in headed:
            votes.update({target.form for target in self._index.targets(each.heading)})
        title = settled(entry.title)
        for number, form in enumerate(self._forms):
            if number in votes and title == settled(form.title):
                votes[number] += 1
        several = [number for number, count in votes.most_common() if count >= _FEWEST]
        return [n for n in several if account_of(self._forms[n]) is not None][:_MOST_TRIED]

    def _fit(self, entry: IncomingEntry, number: int) -> _Fit:
        form = self._forms[number]
        headed = headed_words(entry, _Lines(self._index, number))
        names = {settled(form.title), settled(entry.title)}
        found = tuple((each, self._targets(each, number)) for each in headed)
        gathered = tuple(_with_what_is_below(found))
        counted = [
            targets
            for each, targets in gathered
            if each.heading and settled(each.heading) not in names
        ]
        matched = sum(1 for targets in counted if targets)
        return _Fit(number, form, gathered, len(counted), matched)

    def _targets(self, headed: Headed, number: int) -> tuple[Target, ...]:
        found = self._index.targets(headed.heading)
        return tuple(target for target in found if target.form == number)


def mapped(entry: IncomingEntry, forms: Sequence[FormDefinition]) -> Mapped | None:
    """Give one entry as answers to the best of these forms; of many entries, ask a HeadingMatch."""
    return HeadingMatch(forms).mapped(entry)


def _with_what_is_below(
    found: Sequence[tuple[Headed, tuple[Target, ...]]],
) -> list[tuple[Headed, tuple[Target, ...]]]:
    """Put a smaller heading that the form does not know with the words it stands among."""
    gathered: list[tuple[Headed, tuple[Target, ...]]] = []
    for each, targets in found:
        before = gathered[-1] if gathered else None
        if before is not None and not targets and before[1] and each.depth > before[0].depth:
            gathered[-1] = (_together(before[0], each), before[1])
        else:
            gathered.append((each, targets))
    return gathered


def _together(headed: Headed, below: Headed) -> Headed:
    pieces = (headed.text, f"## {below.heading}", below.text)
    return Headed(headed.heading, "\n\n".join(filter(None, pieces)), headed.depth)
