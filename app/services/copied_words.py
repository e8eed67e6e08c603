"""Words that were copied, for the release check: in parts, so that a long text lets others in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.services.checked_words import CheckedWords
from app.summary.leaving_texts import LeavingText

_PART = 8_000  # characters: some fifty milliseconds
_ENDS = (
    re.compile(r"[a-z)”’\"'][.!?]+[”’\"')]*\s+(?=[A-Z][a-z]+\s+[a-z]|[a-z])"),
    re.compile(r"(?<![\w.-])[a-z]{2,}\s+(?=[a-z]{2,}\s+[a-z]{2,}\s)"),
    re.compile(r"\s"),
)
_SPACE = re.compile(r"\s")


def copied_texts(words: str, place: str, of: str = "") -> tuple[LeavingText, ...]:
    """Give copied words as texts to look at one by one; joined they are the words again.

    Args:
        words: what was copied.
        place: what the copied words are called where findings are listed.
        of: id of the reflection that they are from, or nothing.
    """
    texts = []
    while words:
        end = len(words) if len(words) <= _PART else _cut(words)
        texts.append(LeavingText(words[:end], place, of=of))
        words = words[end:]
    return tuple(texts)


def joined(texts: tuple[LeavingText, ...], parts: Iterable[CheckedWords]) -> CheckedWords:
    """Give what was found in texts that were looked at one by one as if it were at once."""
    found = tuple(parts)
    findings = {text: each for part in found for text, each in part.findings.items()}
    return CheckedWords(tuple(dict.fromkeys(texts)), findings, found[0].finder, found[0].people)


def guarded_words(texts: tuple[LeavingText, ...], checked: CheckedWords) -> str:
    """Give the words with what is undecided replaced as suggested: good for anybody's eyes."""
    return "".join(checked.guarded_words_of(each) for each in texts)


def _cut(words: str) -> int:
    """Find where a part ends: where hardly anything that is to be found can lie across.

    A line's end, else a sentence's, else between two words of small letters, else between words;
    what has no space at all is one part.
    """
    end = words.rfind("\n", _PART // 2, _PART) + 1
    if end:
        return end
    for pattern in _ENDS:
        ends = [match.end() for match in pattern.finditer(words, _PART // 2, _PART)]
        if ends:
            return ends[-1]
    space = _SPACE.search(words, _PART)
    return space.end() if space else len(words)
