"""Words in quotation marks that somebody said: others may know them again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign

_DOUBLE = re.compile(r"[\"“„«](?P<said>[^\"“”„«»\n]{1,2000})[\"”“»]")
# An apostrophe between letters is none that closes.
_SINGLE = re.compile(
    r"(?<![\w'])'(?=[A-Za-z])(?P<said>(?:[^'\"“”\n]|(?<=[A-Za-z])'(?=[A-Za-z])){1,2000})'(?![\w'])"
)
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|telling|shout(?:s|ed|ing)?|scream(?:s|ed|ing)?|"
    r"whisper(?:s|ed|ing)?|ask(?:s|ed|ing)?|answer(?:s|ed)?|repl(?:y|ies|ied)|yell(?:s|ed|ing)?|"
    r"mutter(?:s|ed|ing)?|wrote|writes|text(?:ed|s)?|disclosed?|repeat(?:s|ed|ing)?|add(?:s|ed)|"
    r"cried|sobb(?:ed|ing)|goes|went|kept|words|explain(?:s|ed)|announced|demanded|begged|sang|"
    r"mumbled|"
    r"murmured|called out|call(?:ed)? (?:me|him|her|us|them)|was like|insisted|admitted|joked|"
    r"laughed|"
    r"snapped|sighed|wanted to know|quote|quoted|heard (?:him|her|them)|message|note|drawing|"
    r"letter)\b"
)
# These say the words of papers, not of people.
_PAPERS = re.compile(
    r"\b(?:guidance|policy|act|report|article|chapter|author|book|review|framework|standards?|"
    r"template|form|procedures?|research|training|slide|legislation|definition|module|theory|model|"
    r"plan says|plan said|agenda|heading|poster|ofsted|recommendation)\b"
)
_PEOPLE = re.compile(
    r"\b(?:she|he|they|i|we|you|mum|mam|dad|mother|father|child|boy|girl|baby|nan|nana|gran|"
    r"grandmother|grandad|brother|sister|aunt|auntie|uncle|carer|parent|teacher|partner|him|her|"
    r"them|"
    r"son|daughter|kids|children|one)\b"
)
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z][a-z]+|\A[A-Z][a-z]+")
_LEAST_WORDS = 4
_BEFORE, _AFTER = 80, 60  # characters in which the verb of saying is looked for
_SIGN = Sign(
    IdentifierKind.QUOTED_SPEECH,
    "words that others may know again",
    Confidence.WORTH_A_LOOK,
    "words to that effect",
)


def speech_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give what somebody said, without the marks around; all only worth a look."""
    text = passage.text
    if any(mark in text for mark in '"“„«'):
        for match in _DOUBLE.finditer(text):
            if _is_speech(passage, match):
                yield _SIGN.of(match, "said")
    if "'" in text:
        for match in _SINGLE.finditer(text):
            if _is_speech(passage, match):
                yield _SIGN.of(match, "said")


def _is_speech(passage: Passage, match: re.Match[str]) -> bool:
    if len(match["said"].split()) < _LEAST_WORDS:
        return False
    small, (start, end) = passage.small, match.span()
    before = small[max(start - _BEFORE, 0) : start].rpartition("\n")[2]
    after = small[end : end + _AFTER].partition("\n")[0]
    around = f"{before} {after}"
    if not _SAYING.search(around):
        return False
    is_told_by_people = _PEOPLE.search(around) or _NAME.search(
        passage.text[start - len(before) : start]
    )
    return bool(is_told_by_people) and not _PAPERS.search(before)
