"""What a person decided about a possible identifier, remembered until its sentence changes."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]*_]{0,4}(?=\s)|\n")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_LONGEST_SHORT = 8  # letters
_SHORTENED = frozenset(
    "mr mrs ms mx dr prof rev sr jr st fr cllr no vs etc eg ie cf approx tel ext inc".split()  # noqa: SIM905
)
_SPACES = re.compile(r"\s+")


class Verdict(Enum):
    """What is to become of the words on paper; what is stored in the journal stays as it is."""

    REPLACED = "replaced"  # other words stand there
    KEPT = "kept"  # they stay, with a reason
    NOT_ONE = "not_one"  # they point to nobody


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, with the other words or the reason."""

    verdict: Verdict
    words: str = ""


class SentenceKeys:
    """Names stretches of one text, each by a digest of it in its sentence.

    A key stays while the sentence stays, wherever the sentence moves, and tells nothing of its
    words. The sentences are found once, so that many keys of a long text take no long time.
    """

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = text
        ends = (match.end() for match in _SENTENCE_END.finditer(text) if _is_end(text, match))
        self._begins = [0, *ends]
        self._digests: dict[int, bytes] = {}

    def key(self, start: int, end: int, label: str = "") -> str:
        """Give the key of a stretch, in hexadecimal digits.

        Args:
            start: of the stretch, in characters from 0.
            end: the first character behind it.
            label: the role label, where the people key knows the name. What was decided before
                the name came into the key does not count any more.
        """
        parts = [self._digest(start, end), _plain(self._text[start:end]).encode()]
        if label:
            parts.append(label.encode())
        return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]

    def _digest(self, start: int, end: int) -> bytes:
        first = bisect_right(self._begins, start) - 1
        last = bisect_left(self._begins, end, lo=first + 1)
        if last == first + 1 and first in self._digests:
            return self._digests[first]
        until = self._begins[last] if last < len(self._begins) else len(self._text)
        sentence = _plain(self._text[self._begins[first] : until])
        digest = hashlib.sha256(sentence.encode()).digest()
        if last == first + 1:
            self._digests[first] = digest
        return digest


def decision_key(text: str, start: int, end: int, label: str = "") -> str:
    """Give the key of one stretch of a text; see SentenceKeys."""
    return SentenceKeys(text).key(start, end, label)


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Say whether a full stop ends a sentence, and no title or initial: "Dr. Khan", "A. Lee"."""
    if match[0][0] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_SHORT), match.start())
    word = before[0].lower() if before else ""
    return word not in _SHORTENED and not (len(word) == 1 and word != "i")


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words).strip(" .!?")
