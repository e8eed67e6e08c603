"""The release check: everything that would leave the journal is looked at before it leaves.

Nothing in the vault is changed by it: names are replaced on paper only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.calendar_words import local_day, plain_date
from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.domain.identifier_decision import Decision, SentenceKeys, Verdict
from app.domain.identifier_errors import LeavingRefused
from app.services.checked_words import AlikeFindings, CheckedFinding, CheckedWords
from app.services.identifier_decisions import KeptDecisions
from app.services.identifier_ports import IdentifierFinder, People
from app.services.people_key import PeopleKey
from app.services.ports import Clock
from app.summary.document import Document
from app.summary.leaving_texts import LeavingText, Origin, exchanged, texts_of
from app.summary.released import Released

_OF_THE_PROGRAM = (IdentifierKind.EXACT_DATE, IdentifierKind.EXACT_TIME)
_JOINTS = re.compile(r"[-_.+]+")


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document that was looked at: as it was made, and what was found in it."""

    document: Document
    checked: CheckedWords

    @property
    def as_it_leaves(self) -> Document:
        """The document with what was decided so far; for looking at, not for letting it leave."""
        return exchanged(self.document, self.checked.words_of)


@dataclass(frozen=True, slots=True)
class ReleaseCheck:
    """Looks at documents, keeps decisions, and lets pass what is decided."""

    finder: IdentifierFinder
    people_key: PeopleKey
    decisions: KeptDecisions
    clock: Clock

    def document(self, document: Document) -> CheckedDocument:
        """Look at everything on a document."""
        return CheckedDocument(document, self.words(texts_of(document), document.chosen_names))

    def words(
        self,
        texts: Iterable[LeavingText],
        chosen_names: tuple[str, ...] = (),
        among: tuple[str, ...] = (),
    ) -> CheckedWords:
        """Look at stretches of words; names that the person chose to show are no finding.

        Among are ids of reflections that texts may be from without saying so.
        """
        texts = tuple(dict.fromkeys(texts))
        ids = tuple(dict.fromkeys((*(text.of for text in texts if text.of), *among)))
        # What says not where it is from may hold a name that is kept with any reflection.
        everybody = self.people_key.everybody()
        people = {"": everybody} | {of: self.people_key.people(of, *ids) for of in ids}
        decided = {of: self.decisions.read(of) for of in ("", *ids)}
        # What says not where it is from is looked at with what was decided about all it may be of.
        decided[""] |= {key: each for of in among for key, each in decided[of].items()}
        findings = {
            text: tuple(
                _checked(
                    [
                        (text, found)
                        for found in self._found(text, people[text.of])
                        if not _is_chosen(text, found, chosen_names)
                    ],
                    decided[text.of],
                )
            )
            for text in texts
        }
        return CheckedWords(texts, findings, self.finder, everybody)

    def names_in(self, file_name: str) -> tuple[PossibleIdentifier, ...]:
        """Find possible identifiers in the stem of a file's name; a day in it is no finding."""
        stem = _JOINTS.sub(" ", file_name)
        found = self.finder.find(stem, self.people_key.everybody())
        return tuple(each for each in found if each.kind not in _OF_THE_PROGRAM)

    def decide(self, alike: AlikeFindings, decision: Decision | None) -> None:
        """Remember a decision about the same words wherever they stand; none takes it back.

        Raises:
            NotSaved: nothing, or only a part, was remembered.
        """
        for of in dict.fromkeys(each.text.of for each in alike.findings):
            keys = [each.key for each in alike.findings if each.text.of == of]
            self.decisions.keep(keys, decision, of)

    def remember_seen(self, checked: CheckedWords) -> None:
        """Keep what the people key replaced as seen: it is not shown again while it stays.

        Raises:
            NotSaved: nothing, or only a part, was remembered.
        """
        keys: dict[tuple[str, Decision], list[str]] = {}
        for each in checked.unseen:
            if each.decision is not None:
                keys.setdefault((each.text.of, each.decision), []).append(each.key)
        for (of, decision), own in keys.items():
            self.decisions.keep(own, decision, of)

    def release(
        self, checked: CheckedDocument, *, because: str = "", with_line: bool = False
    ) -> Released:
        """Let a document leave, with what was decided; what is undecided needs a reason.

        Raises:
            LeavingRefused: something is undecided and no reason was given; says how many.
        """
        self.let_pass(checked.checked, because=because)
        return self.release_undecided(checked, with_line=with_line)

    def release_undecided(self, checked: CheckedDocument, *, with_line: bool = False) -> Released:
        """Let a document leave as it stands; who calls this tells what is undecided."""
        document = checked.as_it_leaves
        if with_line:
            line = self.line(checked.checked)
            document = replace(document, footer=f"{document.footer} · {line}")
        return Released(document)

    def let_pass(self, checked: CheckedWords, *, because: str = "") -> None:
        """Let words leave that are decided; a reason keeps what is not, and is remembered.

        It keeps no name of the people key: to let one leave, it must be decided about itself.

        Raises:
            LeavingRefused: something is undecided and no reason was given; says how many.
            NotSaved: the reason could not be remembered.
        """
        undecided, reason = checked.undecided, because.strip()
        if undecided and not reason:
            nouns = "identifier is" if len(undecided) == 1 else "identifiers are"
            raise LeavingRefused(
                f"Nothing left the journal: {len(undecided)} possible {nouns} undecided."
            )
        for alike in undecided:
            self.decide(alike.open_ones, Decision(Verdict.KEPT, reason))

    def line(self, checked: CheckedWords) -> str:
        """Say in one line what was checked and when; for the foot of a page."""
        day = plain_date(local_day(self.clock.now()))
        replaced, kept = checked.count(Verdict.REPLACED), checked.count(Verdict.KEPT)
        left = len(checked.undecided)
        parts = [f"{_counted(replaced, 'name', 'names')} replaced"]
        parts += [f"{kept} kept"] if kept else []
        parts += [f"{left} not decided"] if left else []
        return f"Checked for possible identifiers on {day}: {', '.join(parts)}"

    def _found(self, text: LeavingText, people: People) -> tuple[PossibleIdentifier, ...]:
        if text.origin is Origin.PROGRAM:
            return self.finder.known(text.words, people)
        found = self.finder.find(text.words, people)
        if text.origin is Origin.BESIDE:
            return tuple(each for each in found if each.kind not in _OF_THE_PROGRAM)
        return found


def _checked(
    found: list[tuple[LeavingText, PossibleIdentifier]], decided: dict[str, Decision]
) -> Iterator[CheckedFinding]:
    """Give what was found in one text with what was decided about it."""
    keys = SentenceKeys(found[0][0].words) if found else None
    for text, each in found:
        assert keys is not None
        key = keys.key(each.start, each.end, each.label_of)
        decision = decided.get(key)
        # What is only spelt much like a name of the key is asked about.
        is_sure = bool(each.label_of) and each.confidence is Confidence.CERTAIN
        is_unseen = decision is None and is_sure
        if is_unseen:
            decision = Decision(Verdict.REPLACED, each.suggestion or each.label_of)
        yield CheckedFinding(text, each, key, decision, is_unseen=is_unseen)


def _is_chosen(text: LeavingText, found: PossibleIdentifier, chosen: tuple[str, ...]) -> bool:
    """Say whether a finding under the title is a name that was put there on purpose."""
    if text.origin is not Origin.BESIDE or found.label_of:
        return False
    words = text.words[found.start : found.end]
    return any(words in name or name in words for name in chosen)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
