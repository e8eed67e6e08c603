"""What the release check found in words that are about to leave, and what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.identifier import Combination, PossibleIdentifier
from app.domain.identifier_decision import Decision, Verdict
from app.services.identifier_ports import IdentifierFinder
from app.summary.leaving_texts import LeavingText


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """One finding in its text, with its key and what was decided; none: it is undecided."""

    text: LeavingText
    found: PossibleIdentifier
    key: str
    decision: Decision | None

    @property
    def words(self) -> str:
        """The words that were found."""
        return self.text.words[self.found.start : self.found.end]

    @property
    def instead(self) -> str | None:
        """What stands there on paper instead, or None where the words stay."""
        if self.decision is None or self.decision.verdict is not Verdict.REPLACED:
            return None
        return self.decision.words


@dataclass(frozen=True, slots=True)
class AlikeFindings:
    """The same words, found as the same kind in one or more places: decided about together."""

    findings: tuple[CheckedFinding, ...]

    @property
    def first(self) -> CheckedFinding:
        """The first of them, in reading order."""
        return self.findings[0]

    @property
    def decision(self) -> Decision | None:
        """What was decided, where it was the same of all; None: it is undecided."""
        decisions = {each.decision for each in self.findings}
        return decisions.pop() if len(decisions) == 1 else None

    @property
    def is_undecided(self) -> bool:
        """Whether any of them waits for a decision."""
        return any(each.decision is None for each in self.findings)

    @property
    def places(self) -> tuple[str, ...]:
        """Where they stand, each place once, in reading order."""
        return tuple(dict.fromkeys(each.text.place for each in self.findings))


@dataclass(frozen=True)
class CheckedWords:
    """The findings in reading order, and the texts as they would leave.

    Texts are those that were looked at; combinations are of what would stay on the paper.
    """

    texts: tuple[LeavingText, ...]
    findings: Mapping[LeavingText, tuple[CheckedFinding, ...]]
    finder: IdentifierFinder

    @cached_property
    def alike(self) -> tuple[AlikeFindings, ...]:
        """The findings, those of the same words together, in the order of their first place."""
        groups: dict[tuple[str, object], list[CheckedFinding]] = {}
        for text in self.texts:
            for each in self.findings[text]:
                groups.setdefault((each.words.casefold(), each.found.kind), []).append(each)
        return tuple(AlikeFindings(tuple(each)) for each in groups.values())

    @property
    def undecided(self) -> tuple[AlikeFindings, ...]:
        """Those that wait for a decision, what is only worth a look among them."""
        return tuple(each for each in self.alike if each.is_undecided)

    def words_of(self, text: LeavingText) -> str:
        """Give a text as it would leave."""
        places = [
            (each.found.start, each.found.end, each.instead)
            for each in self.findings.get(text, ())
            if each.instead is not None
        ]
        return self._exchanged(text, places)

    def guarded_words_of(self, text: LeavingText) -> str:
        """Give a text as it would leave, with what is undecided replaced as it is suggested."""
        places = [
            (each.found.start, each.found.end, instead)
            for each in self.findings.get(text, ())
            for instead in (each.found.suggestion if each.decision is None else each.instead,)
            if instead is not None
        ]
        return self._exchanged(text, places)

    def _exchanged(self, text: LeavingText, places: list[tuple[int, int, str]]) -> str:
        if not places:
            return text.words
        return self.finder.replaced(text.words, places, is_markdown=text.is_markdown)

    @cached_property
    def combinations(self) -> tuple[Combination, ...]:
        """What somebody who knows the area could put together from what stays."""
        staying = (
            (text.words, [each.found for each in self.findings[text] if _stays(each)])
            for text in self.texts
        )
        return self.finder.combinations(staying)

    def count(self, verdict: Verdict) -> int:
        """Say of how many different words something was decided."""
        return sum(each.decision.verdict is verdict for each in self.alike if each.decision)


def _stays(finding: CheckedFinding) -> bool:
    verdict = finding.decision.verdict if finding.decision else None
    return verdict in (None, Verdict.KEPT)
