"""Reads the small marks of filled-in forms: list marks, ticked boxes, a yes or a no."""

from __future__ import annotations

import re

from app.domain.answer import Verdict
from app.domain.unmarked import unmarked

_ITEM = re.compile(r"\s*(?:[-•–]|[0-9]{1,3}[.)])\s+")
_TICK = re.compile(r"\s*(?:(?P<on>[☒☑✓✔✗]|\[[xX]\])|(?P<off>☐|□|\[ ?\]))\s*")
_VERDICT = re.compile(
    r"(?P<word>yes|no|partly|partially|not applicable|n/a|na)(?![\w/])\s*[.,:;!–—-]*\s*",
    re.IGNORECASE,
)
_VERDICTS = {
    "yes": Verdict.YES,
    "no": Verdict.NO,
    "partly": Verdict.PARTLY,
    "partially": Verdict.PARTLY,
}


def without_mark(line: str) -> str:
    """Give a line without the mark of a list."""
    return _ITEM.sub("", line, count=1)


def is_item(line: str) -> bool:
    """Say whether a line begins with the mark of a list."""
    return _ITEM.match(line) is not None


def has_box(line: str) -> bool:
    """Say whether there is a box to tick in a line."""
    return _TICK.search(line) is not None


def boxes_in(line: str) -> list[tuple[bool, str]]:
    """Give each box in a line, with the words after it: "☒ Yes ☐ No"."""
    boxes = list(_TICK.finditer(line))
    if not boxes or line[: boxes[0].start()].strip():
        return [(False, line)]
    ends = [box.start() for box in boxes[1:]] + [len(line)]
    return [
        (box["on"] is not None, line[box.end() : end]) for box, end in zip(boxes, ends, strict=True)
    ]


def verdict_in(text: str) -> tuple[Verdict | None, str]:
    """Give the verdict that a text begins with or that is ticked, and the other words."""
    line, _, others = text.partition("\n")
    if has_box(line):
        words = [name for is_on, name in boxes_in(line) if is_on]
        texts = [name for _, name in boxes_in(line)]
        if len(words) != 1 or not all(_VERDICT.fullmatch(name.strip()) for name in texts):
            return None, text
        line = words[0]
    found = _VERDICT.match(unmarked(line))
    if found is None:
        return None, text
    verdict = _VERDICTS.get(found["word"].lower(), Verdict.NOT_APPLICABLE)
    rest = unmarked(line)[found.end() :]
    return verdict, "\n".join(each for each in (rest, others.strip()) if each)
