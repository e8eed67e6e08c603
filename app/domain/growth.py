"""What a development plan asks for, and what was written since that may belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6  # letters by which two words are taken for one: assess, assessing, assessment
_ENOUGH = 2  # words in common
# Words of any goal and any reflection; that they stand in both tells nothing.
_EVERYDAY = frozenset(
    """
    about after again also always another around away back because been before being better both
    case cases child children come could days does doing done each else even ever every families
    family feel feels felt find first from gets getting give given goes going good have having help
    here into just keep kind know learn learning like little long look made make making many
    meeting mind more most much must need needs never next often once only other over parent
    parents people place plan plans practice really same seem seen should skill skills social some
    still such support take team than that their them then there these they thing things think this
    those time today told tried trying under understand until used using very visit want wants week
    well went were what when where which while with within without work worker workers working
    would year years your yourself more
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a plan says is to be learnt or done better, and by when."""

    words: str
    by_when: date | None = None

    def is_overdue(self, today: date) -> bool:
        """Say whether its day is past."""
        return self.by_when is not None and self.by_when < today


@dataclass(frozen=True, slots=True)
class Written:
    """A finished reflection as it is compared with goals."""

    id: str
    title: str
    day: date
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A goal, and the reflections that share most words with it, the nearest first."""

    goal: Goal
    near: tuple[Written, ...]
    count: int  # of all that share enough


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the beginnings of the words that say something; accents and capitals tell nothing."""
    return frozenset(
        word[:_STEM]
        for text in texts
        for word in _WORD.findall(_plain(text))
        if word not in _EVERYDAY
    )


def standing_of(goal: Goal, written: Iterable[Written], most: int) -> GoalStanding:
    """Compare a goal with what was written; where one word of it says anything, one is enough."""
    wanted = stems_of((goal.words,))
    enough = min(_ENOUGH, len(wanted))
    shared = [(len(wanted & each.stems), each) for each in written] if wanted else []
    near = [(count, each) for count, each in shared if count >= enough]
    near.sort(key=lambda found: (-found[0], -found[1].day.toordinal(), found[1].id))
    return GoalStanding(goal, tuple(each for _, each in near[:most]), len(near))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
