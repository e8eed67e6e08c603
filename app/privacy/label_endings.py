"""What stands beside a label: a capital where a sentence begins, an apostrophe, a full stop."""

from __future__ import annotations

import re

_LINE_MARK = re.compile(
    r"[ \t>]*(?:#{1,6}[ \t]+|[-*+•][ \t]+(?:\[[ xX]?\][ \t]+)?|\d{1,9}[.)][ \t]+)"
)
_ONLY_OPENING = re.compile(r"[ \t>]*[*_~`\[(\"'“‘]*$")
_OPENERS, _CLOSERS, _QUOTES = "*_~`[(\"'“‘", "*_~`])\"'”’", '"“‘'
_ENDS_LINE = re.compile(r"[.!?:…][\"'”’)\]*_~`]*[ \t]*$")
_SHORTENED = frozenset(
    """
    e.g i.e eg ie mr mrs ms dr prof st vs etc no approx cf inc rev jr sr cllr fr ext tel
    """.split()  # noqa: SIM905
)
# Behind a name: marks, then 's, or an apostrophe alone, or an s that lacks one.
_APOSTROPHE = r"['’`]|&\#0?39;|&apos;|&rsquo;"
_POSSESSIVE = re.compile(rf"(?P<marks>[*_]*)(?P<apostrophe>{_APOSTROPHE})(?P<s>[sS])(?![^\W_])")
_BARE = re.compile(rf"(?P<marks>[*_]*)(?P<apostrophe>{_APOSTROPHE})(?=[ \t\n]+[^\W_]|[ \t\n]*$)")
_HASTY = re.compile(r"(?P<marks>[*_]*)(?P<s>[sS])(?P<apostrophe>['’]?)(?![^\W_])")
_OPEN_QUOTE = re.compile(r"(?:^|[\s(\[])['‘](?=\w)")
_CLOSED_QUOTE = re.compile(r"['’](?!\w)")
_FURTHEST = 300  # characters that are looked at before a name
_STOP_NEEDED = re.compile(r"[*_]*(?:\s*$|[ \t]*\n|[ \t]+[*_\"“‘(]*[A-Z])")


def begins_sentence(text: str, place: int) -> bool:
    """Say whether a sentence begins at this place, in plain text or in Markdown."""
    start = text.rfind("\n", max(0, place - _FURTHEST), place) + 1
    if start == 0 and place > _FURTHEST:
        start = place - _FURTHEST
    elif _is_line_beginning(text, start, place):
        return True
    before = text[start:place].rstrip(_OPENERS)
    if not before[-1:].isspace():
        return False
    behind = before.rstrip()
    if behind[-1:] in ",:":
        return any(each in _QUOTES for each in text[start + len(before) : place])
    ended = behind.rstrip(_CLOSERS)
    if ended[-1:] not in (".", "!", "?", "…"):
        return False
    word = ended[:-1].rpartition(" ")[2].lower()
    return word not in _SHORTENED and not (len(word) == 1 and word.isalpha() and word != "i")


def _is_line_beginning(text: str, start: int, place: int) -> bool:
    mark = _LINE_MARK.match(text, start, place)
    words_from = mark.end() if mark else start
    if _ONLY_OPENING.match(text, words_from, place) is None:
        return False
    if mark is not None:
        return True
    line_start = text.rfind("\n", max(0, start - 1 - _FURTHEST), max(0, start - 1)) + 1
    before = text[line_start : max(0, start - 1)]
    return not before.strip() or bool(_ENDS_LINE.search(before) or _LINE_MARK.match(before))


def ending(text: str, start: int, end: int, label: str) -> tuple[int, str]:
    """Give how far the ending of the name at this stretch reaches, and the label's own instead."""
    is_plural = label[-1:] == "s" and label[-2:] != "ss" and label[:4] == "the "
    name = text[start:end]
    match = _POSSESSIVE.match(text, end)
    if match is None and name[-1:].lower() in "sxz" and not _is_closing(text, start, end):
        match = _BARE.match(text, end)
    if match is None and name[-1:].isalpha():
        match = _HASTY.match(text, end)
    if match is not None:
        apostrophe = match["apostrophe"] or ("’" if "’" in text else "'")
        return match.end(), f"{match['marks']}{apostrophe}{'' if is_plural else 's'}"
    if name.endswith(".") and not label.endswith(".") and _STOP_NEEDED.match(text, end):
        # The last dot of initials was the sentence's too.
        return end, "."
    return end, ""


def _is_closing(text: str, start: int, end: int) -> bool:
    """Say whether an apostrophe behind a name closes a quotation."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _FURTHEST)
    before = text[begin:end]
    opened = max((each.end() for each in _OPEN_QUOTE.finditer(before)), default=None)
    return opened is not None and _CLOSED_QUOTE.search(before, opened) is None
