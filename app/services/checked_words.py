"""What the release check found in words that are about to leave, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.identifier import Combination, Confidence, PossibleIdentifier
from app.domain.identifier_decision import Decision, Verdict
from app.services.identifier_ports import IdentifierFinder, People
from app.summary.leaving_texts import LeavingText

_MOST_ROUNDS = 3  # labels that hold names whose labels hold names
_SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """One finding in its text, with its key and what was decided; none: it is undecided.

    Unseen is a replacement by the people key that nobody was shown yet.
    """

    text: LeavingText
    found: PossibleIdentifier
    key: str
    decision: Decision | None
    is_unseen: bool = False

    @property
    def words(self) -> str:
        """The words that were found."""
        return self.text.words[self.found.start : self.found.end]

    @property
    def instead(self) -> str | None:
        """What stands there on paper instead, or None where the words stay.

        A name of the people key stays only where that was decided.
        """
        if self.decision is None:
            return (self.found.suggestion or self.found.label_of) if self.found.label_of else None
        return self.decision.words if self.decision.verdict is Verdict.REPLACED else None

    @property
    def exchanges(self) -> Iterator[tuple[int, int, str]]:
        """Give the places that give way on paper, and to what.

        Where a longer thing is undecided, a name of the people key in it gives way all the same.
        """
        if self.instead is not None:
            yield self.found.start, self.found.end, self.instead
        elif self.decision is None:
            for each in self.found.holds:
                yield each.start, each.end, each.suggestion or each.label_of


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
    def open_ones(self) -> AlikeFindings:
        """Those that are undecided and hold no name of the people key."""
        return AlikeFindings(
            tuple(
                each
                for each in self.findings
                if each.decision is None and not (each.found.label_of or each.found.holds)
            )
        )

    @property
    def undecided(self) -> AlikeFindings:
        """Those that are undecided."""
        return AlikeFindings(tuple(each for each in self.findings if each.decision is None))

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
    people: People = ()

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

    @property
    def unseen(self) -> tuple[CheckedFinding, ...]:
        """Names that the people key replaces and nobody was shown yet."""
        every = (each for text in self.texts for each in self.findings[text])
        return tuple(each for each in every if each.is_unseen)

    def words_of(self, text: LeavingText) -> str:
        """Give a text as it would leave."""
        found = self.findings.get(text, ())
        return self._exchanged(text, [place for each in found for place in each.exchanges])

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
        safe = [(start, end, self._without_names(words)) for start, end, words in places]
        return self.finder.replaced(text.words, safe, is_markdown=text.is_markdown)

    def _without_names(self, words: str) -> str:
        """Give a label without other names of the key: "Kayleigh’s mum" leaves as Child A’s."""
        for _ in range(_MOST_ROUNDS):
            places = [
                (each.start, each.end, each.label_of)
                for each in self.finder.known(words, self.people)
                if each.confidence is Confidence.CERTAIN
            ]
            if not places:
                return words
            words = self.finder.replaced(words, places, is_markdown=False)
        return _SOMEBODY

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
