"""What a person decided about a possible identifier, remembered until its sentence changes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import Enum

_SENTENCE_ENDS = ".!?\n"
_MOST_AROUND = 400  # characters to each side; a text without sentences is not compared whole
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


def decision_key(text: str, start: int, end: int) -> str:
    """Name a stretch of a text by a digest of it in its sentence, in hexadecimal digits.

    It stays while the sentence stays, wherever the sentence moves, and tells nothing of its words.
    """
    first = max(start - _MOST_AROUND, 0)
    last = min(end + _MOST_AROUND, len(text))
    begins = max((text.rfind(each, first, start) for each in _SENTENCE_ENDS), default=-1)
    ends = [at for at in (text.find(each, end, last) for each in _SENTENCE_ENDS) if at >= 0]
    sentence = text[max(begins + 1, first) : min(ends, default=last)]
    parts = (_SPACES.sub(" ", each).strip() for each in (sentence, text[start:end]))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
