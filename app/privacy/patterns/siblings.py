"""Sets of brothers and sisters that few families have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import NUMBER
from app.privacy.patterns.passage import Passage, Sign, word_set

_FIVE_ON = r"(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[5-9]|1[0-4])"
_FOUR_ON = rf"(?:four|4|{_FIVE_ON})"
_THREE_ON = rf"(?:three|3|{_FOUR_ON})"
_SEXED = r"(?:half[ -]?|step[ -]?)?(?:brothers|sisters|boys|girls|sons|daughters|siblings)"
_KIN = rf"(?:children|kids|little ones|{_SEXED})"
_AGED = rf"(?:{NUMBER}[ -](?:year|month|week|day)s?[ -]olds?\s)"
_OTHER = (
    r"(?:baby|newborn|toddler|brother|sister|boy|girl|sibling|one[ -]year[ -]old|half[ -]?brother|"
    r"half[ -]?sister|infant)"
)
_OWNER = r"(?:her|his|their|the|all|these|those|with|has|had|of|and|other|own|mum's|dad's|mother's)"
_SETS = re.compile(
    rf"\b(?:(?:the|a|an|her|his|their|these|two sets of|set of|pair of)\s){{0,2}}"
    rf"(?:(?:identical|non-identical|conjoined|unborn|newborn|little|eldest|youngest|older|younger|"
    rf"new)\s)?{_AGED}?(?:twins|triplets|quadruplets|quads|twin (?:boys|girls|brothers?|"
    rf"sisters?|sons|"
    rf"daughters|babies|pregnancy))\b"
    rf"(?:(?:,|\sand)\s(?:a|an|the|their|his|her)\s(?:[a-z-]+\s){{0,2}}?{_OTHER}\b)?"
    rf"|\b(?:the |a |this )?sibling (?:group|set) of {_THREE_ON}\b"
    rf"|\b(?:a |the )?(?:group|set) of {_THREE_ON} siblings\b"
    rf"|\b(?:the )?(?:one|youngest|eldest|oldest|middle(?: one| child)?|second|third|fourth|"
    rf"fifth|sixth|"
    rf"seventh|baby|only (?:boy|girl)|2nd|3rd|[4-9]th)(?: (?:child|boy|girl|one))? (?:of|"
    rf"out of) {_THREE_ON}\b"
    rf"(?!\s(?:to|who|us|people|staff|workers|professionals|visits|sessions|reasons|things|"
    rf"options|ways))"
    rf"(?:\s{_KIN}\b)?"
    rf"|\b(?:all (?:of )?)(?:the )?{_FIVE_ON}(?: of (?:them|the children|the kids)| {_KIN})\b"
    rf"|\b(?:{_OWNER}\s(?:other\s)?{_FOUR_ON}|{_FIVE_ON})\s(?:(?!of\b)[a-z-]+\s)?{_KIN}\b"
    rf"|\b{_OWNER}\s(?:three|3)\s(?:(?:little|young|older|younger|small|eldest|youngest)"
    rf"\s)?{_SEXED}\b"
    rf"|\bfamily of {_FIVE_ON}\b(?!\s(?:who|to) meet)"
    rf"|\b(?:mother|father|mum|mam|dad|parents?|carer) (?:of|to) {_FOUR_ON}\b(?!\s(?:foster|of))"
    rf"|\b(?:her|his|their|the) (?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|4th|"
    rf"5th|6th|"
    rf"7th|8th|9th|10th) (?:child|baby|pregnancy|removal|born)\b"
)
_AGES_LISTED = re.compile(
    rf"\b(?P<set>aged?\s{NUMBER}(?:,\s{NUMBER}){{1,9}},?\s(?:and|&)\s{NUMBER})\b"
    r"(?!\s(?:per|%|professionals|minutes))"
)
_AS_ONE = re.compile(
    r"(?:the )?(?:one|youngest|eldest|oldest|middle|second|third|fourth|fifth|sixth|"
    r"seventh|baby|only|2nd|3rd|[4-9]th)"
)
_AS_PARENT = re.compile(r"(mother|father|mum|mam|dad|parents?|carer) (of|to)")
_WORDS = word_set(
    """
    twins twin triplets quadruplets quads sibling siblings youngest eldest oldest middle one second
    third fourth fifth sixth seventh nd rd th child children kids ones brothers sisters boys girls
    sons daughters family mother father mum mam dad parent parents carer baby boy girl pregnancy
    removal aged age all
    """
)
_KIND = IdentifierKind.SIBLINGS
_REASON = "few families have such a set of children"
_SURE = Confidence.WORTH_A_LOOK


def sibling_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give sets of brothers and sisters; all are only worth a look."""
    if not passage.has_any(_WORDS):
        return
    for match in _SETS.finditer(passage.small):
        yield Sign(_KIND, _REASON, _SURE, _suggestion(match[0])).of(match)
    for match in _AGES_LISTED.finditer(passage.small):
        yield Sign(_KIND, _REASON, _SURE, "of different ages").of(match)


def _suggestion(words: str) -> str:
    parent = _AS_PARENT.match(words)
    if parent:
        return f"{parent[1]} {parent[2]} several children"
    if words.startswith("family"):
        return "family"
    if re.search(r"(?:pregnancy|baby|removal|child)\Z", words) and " of " not in words:
        return "another " + words.rsplit(" ", 1)[1]
    if _AS_ONE.match(words):
        return "one of the children"
    lead = re.match(r"(?:with|has|had|of|and|mum's|dad's|mother's) ", words)
    return (lead[0] if lead else "") + "the children"
