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
    versions_missing: int = 0  # reflections of which earlier versions are lost, if they had any
    knows_all: bool = True  # nothing can have been lost without a trace
    files_lost: int = 0  # files kept with reflections

    @property
    def brought_back(self) -> int:
        """Say how many reflections the new journal holds."""
        return self.in_full + self.from_earlier + self.in_part

    @property
    def in_full(self) -> int:
        """Say how many of them lack no word, though it may not be proved of all."""
        return self.whole + self.unproven

    @property
    def lost_nothing(self) -> bool:
        """Say whether everything came back, the earlier versions too."""
        is_proven = self.is_proven and self.knows_all and not self.versions_missing
        is_proven = is_proven and not self.files_lost
        return is_proven and not self.lost and self.whole == self.brought_back

    @property
    def sentences(self) -> tuple[str, ...]:
        """Tell it in words: first how many came back, then what is missing."""
        told = [self._lead()]
        told += [
            sentence.format(_reflections(count))
            for count, sentence in (
                (self.lost * bool(self.brought_back), "{} could not be brought back."),
                (self.in_part, "{} came back in part."),
                (self.from_earlier, "{} came back with the help of an earlier version."),
                (
                    self.versions_missing,
                    "The earlier versions of {} are missing, if there were any: part of the "
                    "record of changes is lost.",
                ),
                (self.unproven, "Nothing proves any more that the words of {} are the newest."),
            )
            if count
        ]
        told += self.named
        if self.files_lost:
            which = "1 file" if self.files_lost == 1 else f"{self.files_lost:,} files"
            told.append(
                f"{which} kept with reflections could not be brought back. The reflections still "
                "name what was lost."
            )
        if not self.knows_all:
            told.append("There may have been more reflections: the parts that would tell are lost.")
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

    def _lead(self) -> str:
        came, known = self.brought_back, self.brought_back + self.lost
        if not known:
            return "No reflection was found in it."
        if not came and known == 1:
            return "The one reflection in it could not be brought back."
        if not came:
            return f"None of the {_reflections(known)} could be brought back."
        if self.lost:
            lead = f"{came:,} of {_reflections(known)} came back"
        elif self.knows_all and came > 1:
            lead = f"All {_reflections(came)} came back"
        else:
            lead = f"{_reflections(came)} came back"
        if self.in_full == came:
            return f"{lead}."
        in_full = f"{self.in_full:,}" if self.in_full else "none"
        return f"{lead}, {in_full} of them in full." if came > 1 else f"{lead}, but not in full."


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
