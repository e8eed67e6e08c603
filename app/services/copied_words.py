"""Words that were copied, for the release check: in parts, so that a long text lets others in."""

from __future__ import annotations

from collections.abc import Iterable

from app.services.checked_words import CheckedWords
from app.summary.leaving_texts import LeavingText

_PART = 8_000  # characters: some fifty milliseconds


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
    """Find where a part ends: at a line's end, else between words."""
    for mark in ("\n", " "):
        end = words.rfind(mark, _PART // 2, _PART) + 1
        if end:
            return end
    return _PART
