"""The words that make a date the date of a birth, and births of which only the month is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import NUMBER
from app.privacy.patterns.passage import Passage, Sign
from app.privacy.patterns.seasons import MONTH, WEEKDAY, month_of, season_of

_LINKS = (
    r"(?:\s?(?:is|was|as|being|given|recorded|shown|listed|on|falls|the|of|a|early|prematurely|"
    r"late|"
    r"due|expected|his|her|their|just|=|:|-|\(|,|\bwhich\b|\bwritten\b))"
)
_LABELLED = re.compile(
    r"(?:\bd\.? ?o\.? ?b\b\.?|\bdate of birth|\bbirth ?date|\be\.?d\.?d\b\.?|\bdue date|\(b\.?|"
    r"\bb\.|\bb(?=\s?\d?\Z))"
    rf"{_LINKS}{{0,5}}\s{{0,2}}(?:{WEEKDAY}\.?,?\s)?\Z"
)
_TOLD = re.compile(
    rf"(?:\bborn(?:\s(?:in|at)\s(?:\w+\s?){{1,3}})?|\bbirth ?days?|\bb'?days?|\bdue|"
    rf"\bturn(?:s|ed|ing)?\s{NUMBER}|\b(?:will be|be|is|was)\s{NUMBER}(?=\son\b))"
    rf"{_LINKS}{{0,5}}\s{{0,2}}(?:{WEEKDAY}\.?,?\s(?:the\s)?)?\Z"
)
_BEHIND = re.compile(
    r"\s?[,(]?\s?(?:\(?d\.?o\.?b\b|(?:is|was|being)?\s?(?:his|her|their|the baby's)?\s?"
    r"(?:own\s)?birthday\b)"
)
_ANY = re.compile(r"born|birth|day|d\.? ?o\.? ?b|turn|due|edd|\bb\.|\bbe\b|\bis\b|\bwas\b|\(b")
_BEFORE, _AFTER = 60, 24  # characters in which words for a birth are looked for
_MONTH_ONLY = re.compile(
    rf"\bborn\s(?:in|at the (?:end|start|beginning) of|late|early)?\s?"
    rf"(?P<date>(?P<month>{MONTH}),?\s(?P<year>(?:19|20)\d\d|'\d\d))\b"
)


@dataclass(frozen=True, slots=True)
class Birth:
    """That a date is the date of a birth; behind "born on", not behind "DOB", a season fits."""

    takes_a_season: bool


def birth_around(small: str, start: int, end: int) -> Birth | None:
    """Say whether the words around a date make it that of a birth; letters are small."""
    first = max(start - _BEFORE, 0)
    if _ANY.search(small, first, start):
        if _TOLD.search(small, first, start):
            return Birth(takes_a_season=True)
        if _LABELLED.search(small, first, start):
            return Birth(takes_a_season=False)
    if _BEHIND.match(small, end, end + _AFTER):
        return Birth(takes_a_season=True)
    return None


def birth_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give months in which somebody was born."""
    if "born" not in passage.words:
        return
    for match in _MONTH_ONLY.finditer(passage.small):
        season = season_of(month_of(match["month"]), match["year"])
        kind, reason = IdentifierKind.DATE_OF_BIRTH, "the month of a birth"
        yield Sign(kind, reason, Confidence.WORTH_A_LOOK, season).of(match, "date")
