"""What an attack is, and what came of it."""

import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]


@dataclass
class Result:
    """How many trials were made, what failed, and what was worst."""

    trials: int = 0
    failures: list[str] = field(default_factory=list)
    figures: Counter = field(default_factory=Counter)
    seconds_lost: float | None = None  # of typing, at worst
    skipped: str = ""

    def add(self, other):
        """Take in another part of the same attack."""
        self.trials += other.trials
        self.failures += other.failures
        self.figures += other.figures
        self.skipped = self.skipped or other.skipped
        both = [each for each in (self.seconds_lost, other.seconds_lost) if each is not None]
        self.seconds_lost = max(both, default=None)

    def fail(self, reason):
        """Note a failure; the reason must hold nothing that a person wrote."""
        self.failures.append(reason)

    @property
    def worst(self):
        """Say in a few words what was lost at worst."""
        if self.skipped:
            return f"skipped: {self.skipped}"
        if self.seconds_lost is not None:
            return f"{self.seconds_lost:.2f} s of typing"
        return "see below" if self.failures else "nothing"


@dataclass(frozen=True)
class Attack:
    """One row of the table.

    Args:
        run: takes a folder to work in, how many trials, and a seed; gives a Result.
        trials: how many make the full number; for power cuts, how many states each step is given.
        part: how many one process makes in one go.
        is_alone: its times are part of the promise, so nothing runs beside it.
        least: how many are made at least, however small a share is asked for.
        is_control: it is to fail, or the row above proves nothing.
    """

    name: str
    promise: str
    says: str
    run: Callable[[Path, int, int], Result]
    trials: int
    part: int
    is_control: bool = False
    least: int = 1
    is_alone: bool = False

    def parts(self, share):
        """Give how many trials each part makes, for a share of the full number."""
        left = max(self.least, round(self.trials * share))
        while left > 0:
            yield min(left, self.part)
            left -= self.part


def reason_of(error):
    """Say what an exception is and where it came from, and nothing that it holds."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if each.filename.startswith(str(_PROJECT))]
    places = [f"{Path(each.filename).name}:{each.lineno}" for each in ours[-3:]]
    return f"{type(error).__name__} at {' > '.join(places)}"
