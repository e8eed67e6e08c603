"""What a check of a journal found, what to do about it, and what salvage brought back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NextStep(Enum):
    """What mends something that is wrong."""

    REBUILD_INDEX = "rebuild index"
    SALVAGE = "salvage"
    LOOK_FOR_NEWER = "look for newer"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong, in a sentence for the person who opened the journal."""

    sentence: str
    step: NextStep


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that is wrong with a journal; nothing if it is whole."""

    troubles: tuple[Trouble, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.troubles

    @property
    def sentences(self) -> tuple[str, ...]:
        """Give a sentence for each thing that is wrong."""
        return tuple(trouble.sentence for trouble in self.troubles)

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """Give what to do, the most needed first."""
        steps = {trouble.step for trouble in self.troubles}
        if NextStep.SALVAGE in steps:
            # The new journal gets a new index, so nothing else need be done.
            steps.discard(NextStep.REBUILD_INDEX)
        return tuple(step for step in _NEXT if step in steps)

    @property
    def next_steps(self) -> tuple[str, ...]:
        """Say what to do, the most needed first."""
        return tuple(_NEXT[step] for step in self.steps)


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """How much of a damaged journal came back, counted in reflections."""

    whole: int
    unproven: int = 0
    from_earlier: int = 0
    in_part: int = 0
    lost: int = 0
    damaged_pages: int = 0
    is_proven: bool = True
    has_key_files: bool = True
    named: tuple[str, ...] = ()  # the reflections that did not come back whole, each a sentence

    @property
    def brought_back(self) -> int:
        """Say how many reflections the new journal holds."""
        return self.whole + self.unproven + self.from_earlier + self.in_part

    @property
    def sentences(self) -> tuple[str, ...]:
        """Tell it in words."""
        told = [f"{_reflections(self.whole)} came back whole."]
        told += [
            sentence.format(_reflections(count))
            for count, sentence in (
                (self.unproven, "{} came back, but the proof that nothing is missing is lost."),
                (self.from_earlier, "{} came back with the help of an earlier version."),
                (self.in_part, "{} came back in part."),
                (self.lost, "{} could not be brought back."),
            )
            if count
        ]
        told += self.named
        if not self.is_proven:
            told.append(
                "The beginning of the file and both key files were lost, so no page could be "
                "verified. Read through what came back."
            )
        if not self.has_key_files:
            told.append(
                "Both key files were lost, so the new journal opens by its recovery words only, "
                "until you choose a new passphrase."
            )
        return (*told, "The damaged journal was not changed. Keep it until you have looked.")


def _reflections(count: int) -> str:
    return "1 reflection" if count == 1 else f"{count:,} reflections"


_NEXT = {
    NextStep.SALVAGE: (
        "Keep this folder as it is. If you have a snapshot or a backup from before the damage, "
        "restore it. Salvage then brings everything that still reads into a new folder."
    ),
    NextStep.LOOK_FOR_NEWER: (
        "Keep this folder as it is, and compare what it holds with your newest snapshot or backup."
    ),
    NextStep.REBUILD_INDEX: "Rebuild the search index. The writing itself is not touched.",
}
