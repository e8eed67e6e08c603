"""Versions of a reflection, and what differs between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class VersionOutline:
    """What a list shows of one version.

    A purged version has neither words nor state any more. An open one is still being written:
    it is sealed when the person leaves the editor, and the next change begins another.
    """

    number: int
    made_at: datetime
    is_newest: bool
    is_complete: bool = False
    word_count: int = 0
    is_purged: bool = False
    is_open: bool = False


class Change(Enum):
    """What became of a run of words from the older version to the newer."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share one fate, with the white space that follows them.

    Kept and added runs together are the newer text, to the letter.
    """

    change: Change
    text: str

    @property
    def words(self) -> str:
        """Give the run for a screen reader: "added: …", "removed: …", or the words alone."""
        if self.change is Change.KEPT:
            return self.text
        return f"{self.change.value}: {self.text.strip()}"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One text of a part: an answer's words, its evidence, who may see it."""

    label: str
    runs: tuple[Run, ...]

    @property
    def is_changed(self) -> bool:
        """Say whether any word came or went; white space does not count."""
        return any(run.change is not Change.KEPT for run in self.runs)

    @property
    def newer(self) -> str:
        """Give the text of the newer version."""
        return "".join(run.text for run in self.runs if run.change is not Change.REMOVED)


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """The title, the date, the themes, the state, or the answer to one prompt.

    The key is "title", "event_date", "themes", "state" or "answer:" and the prompt's key.
    """

    key: str
    heading: str
    fields: tuple[ComparedField, ...]

    @property
    def is_changed(self) -> bool:
        """Say whether any of its texts changed."""
        return any(each.is_changed for each in self.fields)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side: every part that either of them has, in the form's order."""

    parts: tuple[ComparedPart, ...]

    @property
    def changed(self) -> tuple[ComparedPart, ...]:
        """Give the parts that differ; none where the versions say the same."""
        return tuple(part for part in self.parts if part.is_changed)
