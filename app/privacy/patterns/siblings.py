"""Sets of brothers and sisters that few families have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.number_words import NUMBER
from app.privacy.patterns.passage import Passage, Sign, word_set
from app.privacy.patterns.sibling_words import (
    AGE,
    AGED,
    AGES,
    FIVE_ON,
    FOUR_ON,
    KIN,
    MANY,
    NOT_THEM,
    ONE_OF_THEM,
    OWNER,
    SEXED,
    THREE_ON,
    TWIN,
    TWO_ON,
    UNIT,
    YOUNGER,
)

_OLD = rf"(?:{NUMBER}[ -](?:year|month|week|day)s?[ -]olds?\s)"
_ONE = (
    rf"(?:(?:a|an|one|the|their|his|her)\s(?:{YOUNGER}\s|[a-z-]+\s)?{_OLD}?(?:{ONE_OF_THEM})\b"
    rf"(?: of {NUMBER}\b)?|(?:a|the|his|her) {NUMBER}[ -]year[ -]old\b)"
)
_MORE = rf"(?:{TWO_ON})\s(?:{YOUNGER}\s)?(?:{KIN})\b"
_FURTHER = (
    rf"(?:(?:,|,?\sand(?: then)?|,?\splus|\swith|\s&|\s\+)\s(?:{_ONE}|{_MORE}|"
    rf"(?:the |her |his )?{MANY}\b(?: of {NUMBER}\b)?|(?:baby|little|older|younger|big) "
    rf"(?:brother|sister)\b))"
)
_SEVERAL = (
    # "identical twin girls of 8", "the twins and their older brother"
    rf"(?:(?:the|a|an|her|his|their|these|(?:both|two|three) sets of)\s)?(?:{YOUNGER}\s)?{_OLD}?"
    rf"(?:{MANY}|{TWIN})\b(?:, a boy and a girl)?{AGED}?{_FURTHER}{{0,4}}",
    # "two boys and a girl", "a brother and three sisters", "half-sisters and a stepbrother"
    rf"(?:(?:{OWNER}|with|has|had|got)\s)?{_MORE}{_FURTHER}{{1,4}}{AGED}?",
    rf"{_ONE}(?:{_FURTHER}){{0,3}}(?:(?:,|,?\sand)\s{_MORE}){_FURTHER}{{0,3}}{AGED}?",
    # "three sisters aged 4, 6 and 9"
    rf"(?:{OWNER}\s)?{_MORE}{AGED}{_FURTHER}{{0,3}}{AGED}?",
    rf"{_ONE}(?:{_FURTHER}){{0,3}},? (?:and|from|without) (?:the|her|his|their) (?:twins?|"
    rf"triplets)\b",
    rf"(?:{OWNER} )?(?:{TWO_ON} )?{KIN} (?:by|from|with|to) {TWO_ON} (?:different )?(?:fathers|"
    rf"dads|mothers|mums)\b",
    rf"(?:mum|mam|mother|dad|she|he|they|who)(?: has|'s| have|'ve)?(?: got| had) "
    rf"{FIVE_ON}\b(?=[,.;!?]|\Z| (?:and|at home|in|now|under|already))",
    r"(?:a|his|her|their|the other|the surviving) twin\b(?! (?:tracks?|beds?|rooms?|aims?|room|"
    r"track|buggy|goals?))(?: (?:brother|sister))?",
    rf"(?:her|his|their) (?:other|first|previous|last|remaining|older|younger) "
    rf"{THREE_ON}\b(?:\s{KIN}\b)?(?! [a-z]+s\b(?<!was)(?<!is))",
    rf"the (?:other|first|remaining|last) {FOUR_ON}(?= (?:are|were|in care|had|have|live|lived|"
    rf"stayed|went|came)\b)",
    r"the (?:third|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:baby|child) (?:to be "
    r")?(?:removed|adopted|taken|to come|from this|to go|in [a-z]+ years)\b",
    rf"{THREE_ON} (?:{YOUNGER}) (?:siblings|brothers|sisters|children)\b",
    rf"(?:her|his|their|the) {TWO_ON} (?:youngest|eldest|oldest|littlest|little ones)\b",
    rf"two of the {FIVE_ON}(?= (?:still|live|are|were|have|had|went|came|at home|in care)\b)",
    rf"the two (?:(?!other\b|new\b|big\b|small\b){YOUNGER})(?: (?:{KIN}))?\b(?! (?!are|were|"
    rf"is)[a-z]+s\b)",
    r"(?:the|her|his) (?:older|younger|eldest|little|big|oldest|youngest) (?:boys|girls|"
    r"brothers|sisters)\b",
    rf"{_ONE}(?:,\s{_ONE}){{1,4}},?\sand\s{_ONE}",
    rf"(?:a |the )?(?:brother and (?:a )?sister|sister and (?:a )?brother|boy and (?:a "
    rf")?girl){AGED}{_FURTHER}{{0,3}}",
    rf"{OWNER} {KIN}{AGED}",
    r"(?:(?:a|the|his|her|surviving|other|one) ){1,2}(?:triplet|quad|quadruplet)\b(?! bike)",
    rf"(?:her |his |the )?{TWO_ON} under[- ](?:twos|threes|fives)\b",
    rf"(?:mum|mother|mam) (?:has|had) {FIVE_ON}\b(?=[,.;!?]|\Z| and )",
    rf"{TWO_ON} of (?:the|her|his|their) (?:{FIVE_ON}) {KIN}\b",
    rf"(?:big|older|little|younger|half)[- ](?:brother|sister) (?:to|of) {THREE_ON}\b{NOT_THEM}",
    rf"(?:{KIN}|five|six|seven|eight)(?: of them)?,? (?:ranging )?(?:aged|ages|in age) "
    rf"?(?:between|from)? {NUMBER}{UNIT} (?:to|and|-) {NUMBER}{UNIT}",
    rf"{NUMBER} (?:months|years) apart(?: in age)?\b",
    # "boy 7, girl 5, baby"
    rf"(?:(?:boys?|girls?|sons?|daughters?|brothers?|sisters?),? (?:of |aged )?\(?{AGE}\)?"
    rf"(?:,? (?:and|&) |, | \+ )){{1,6}}(?:a )?(?:boys?|girls?|sons?|daughters?|brothers?|sisters?|"
    rf"baby|newborn)\b(?:,? (?:of |aged )?\(?{AGE}\)?)?",
    # "a seven-year-old, a five-year-old and a baby"
    rf"(?:a |the |her |his )?(?:{NUMBER}[ -]years?[ -]old|\d\d? ?yo)\b(?:(?:, | and |, and |"
    rf"/)(?:a |the )?"
    rf"(?:{NUMBER}[ -](?:year|month|week)s?[ -]old|\d\d? ?yo|baby|newborn|toddler)\b){{1,6}}",
    r"(?:(?:half|step)[ -]?)(?:brothers|sisters)\b",
    rf"(?:{FOUR_ON}(?: of them)?|{THREE_ON} children|{THREE_ON} kids) under (?:the age of "
    rf")?{NUMBER}\b"
    r"(?!%| (?:per|degrees|minutes|pounds))",
    rf"three under (?:{TWO_ON}|5)\b(?! (?:per|minutes))",
    r"two under (?:two|2|one|1|eighteen months)\b",
)
# What may follow "one of nine": of other things their name would.
_THEM = (
    rf"(?=[,.;:!?)]|\Z|\s(?:and|but|with|in|at|so|is|was|has|had|by|or|from|on|when|now|all|are|"
    rf"were|"
    rf"still|full|(?:{YOUNGER} )?{KIN})\b)(?! (?:and|with|in|on|at|by) (?:the )?(?:three|four|"
    rf"five|six|seven))"
)
_GROUPS = (
    rf"(?:the |a |an |this |her |his )?(?:large )?(?:sibling|sib) (?:group|set) of {TWO_ON}\b",
    rf"(?:a |the )?(?:group|set) of {THREE_ON} (?:siblings|sibs)\b",
    rf"(?:the )?(?:family|household) of {FIVE_ON}\b(?!\s(?:who|to) meet)",
    rf"(?:mother|father|mum|mam|dad|parents?|carer) (?:of|to) {FOUR_ON}\b(?!\s(?:foster|of))",
    rf"(?:kids|children|siblings|sibs|brothers|sisters) ?x ?{TWO_ON}\b|x ?{TWO_ON} ?"
    r"(?:kids|children|siblings|sibs|brothers|sisters)\b",
    rf"{TWO_ON} ?x (?:kids|children|siblings|sibs|brothers|sisters)\b",
)
_PLACED = (
    # "the eldest of seven", "the only girl of four", "one of eleven"
    r"(?:the )?(?:one|youngest|eldest|oldest|middle(?: one| child)?|first|second|third|fourth|"
    r"fifth|"
    r"sixth|seventh|eighth|ninth|tenth|last|baby|smallest|littlest|tallest|quietest|first[ "
    r"-]?born|only (?:boy|girl|lad|son|daughter|brother|sister)|2nd|"
    rf"3rd|[4-9]th)(?: (?:child|boy|girl|one|born))? (?:of|out of|in a family of|among|amongst|"
    rf"with) "
    rf"(?:the |her |his |their )?{FOUR_ON}\b{_THEM}(?:\s{KIN}\b)?",
    r"(?:the )?(?:youngest|eldest|oldest|middle|only (?:boy|girl|son|daughter)|baby)"
    rf"(?: (?:child|boy|girl|one))? (?:of|out of|in a family of) (?:the "
    rf")?{THREE_ON}\b{_THEM}(?:\s{KIN}\b)?",
    rf"(?:the )?(?:older|younger|eldest|youngest|oldest|littlest|middle) {TWO_ON}\b{NOT_THEM}"
    rf"(?! (?!{KIN})[a-z]+s\b(?! (?:are|is|were)))(?:\s{KIN}\b)?",
    rf"(?:the )?(?:only|one) (?:boy|girl|lad|son|daughter|brother|sister) "
    rf"(?:among|amongst|with|after|to|in a house of|in a family of|between) {TWO_ON} "
    rf"(?:{YOUNGER} )?{KIN}\b",
    r"(?:her|his|their|the) (?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|4th|"
    r"5th|6th|7th|8th|9th|1[0-2]th) (?:child|baby|pregnancy|removal|born|boy|girl|son|daughter)\b",
    r"(?:pregnant with|expecting|having|had|carrying|birth to|delivered|lost|on) (?:her|their|a) "
    r"(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)\b",
    rf"(?:baby|child) number {FOUR_ON}\b",
    rf"{TWO_ON} (?:different )?(?:fathers|dads)\b(?! (?:in|at|came|on|group))",
)
_ALL = (
    rf"{FOUR_ON} (?:{YOUNGER} )?(?:boys|girls|sons|daughters)\b(?!')",
    rf"all three (?:of the )?(?:{YOUNGER} )?{SEXED}\b",
    rf"all (?:{FOUR_ON}|(?:of )?the {FIVE_ON})\b(?= (?:together|are|were|in care|in one|removed|"
    rf"went|came|slept|asleep|under)\b)",
    rf"all (?:of )?(?:the )?{FIVE_ON} (?:of (?:them|the children|the kids)|{KIN})\b",
    rf"there (?:are|were|is|was) (?P<them>{FIVE_ON} of them)\b(?=[,.;!?]|\Z| (?:and|in|at|under|"
    rf"now|"
    r"altogether|all|aged|with|from))",
    rf"(?:(?:{OWNER}|with|has|had|of|and|other|own)\s(?:(?:other|previous|first|last|remaining|"
    rf"surviving|older|younger|own)\s)?{FOUR_ON}|{FIVE_ON})\s"
    rf"(?:(?!of\b)[a-z-]+\s)?{KIN}\b(?!'){AGED}?",
    rf"(?:(?:{OWNER}|with|has|had|of|and|other|own)\s)(?:three|3)\s(?:{YOUNGER}\s)?{SEXED}\b",
    rf"(?<!i have )(?<!have got )(?:three|four)\s(?:{YOUNGER}\s)?(?:half[ -]?|step[ "
    rf"-]?)?(?:brothers|sisters)\b",
    rf"(?:siblings|brothers|sisters|children|kids|boys|girls|they)(?: are| were)? (?P<apart>"
    rf"(?:born )?(?:less than |only |just )?(?:a year|{NUMBER} months) apart)\b",
)
_SETS = re.compile(rf"\b(?:{'|'.join((*_SEVERAL, *_GROUPS, *_PLACED, *_ALL))})")
_AGES_LISTED = re.compile(
    rf"\b(?P<set>ages?d?\s{AGES})(?!\s(?:per|%|professionals|minutes|sessions|weeks|groups?))\b"
)
_AS_ONE = re.compile(
    r"(?:the )?(?:one|youngest|eldest|oldest|middle|second|third|fourth|fifth|sixth|"
    r"seventh|baby|only|2nd|3rd|[4-9]th)"
)
_AS_PARENT = re.compile(r"(mother|father|mum|mam|dad|parents?|carer) (of|to)")
_AS_BIRTH = re.compile(r"(?:pregnancy|baby|removal|child)\Z")
_LEAD = re.compile(r"(?:with|has|had|of|and|mum's|dad's|mother's) ")
# Of these one must stand in it, or a number with one of those that say little alone.
_WORDS = word_set(
    """
    twins twin triplets triplet quadruplets quintuplets quadruplet quads quad sibling siblings sib
    sibs youngest eldest oldest middle older younger children kids ones brothers sisters
    stepbrothers stepsisters boys girls lads lasses bairns weans sons daughters babies fathers dads
    pregnant expecting twos threes fives fourth fifth sixth seventh eighth ninth tenth eleventh
    twelfth
    """
)
_WITH_NUMBER = word_set(
    """
    daughter family household mum mam mother father dad parent parents carer th aged ages old yo one
    only under all there number boy girl son brother sister baby child apart toddler
    """
)
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_KIND = IdentifierKind.SIBLINGS
_REASON = "few families have such a set of children"
_SURE = Confidence.WORTH_A_LOOK


def sibling_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give sets of brothers and sisters; all are only worth a look."""
    is_counted = passage.has_digit or passage.has_any(_NUMBERS)
    if not (passage.has_any(_WORDS) or (is_counted and passage.has_any(_WITH_NUMBER))):
        return
    for match in _SETS.finditer(passage.small):
        group = match.lastgroup or 0
        yield Sign(_KIND, _REASON, _SURE, _suggestion(match[group])).of(match, group)
    for match in _AGES_LISTED.finditer(passage.small):
        yield Sign(_KIND, _REASON, _SURE, "of different ages").of(match, "set")


def _suggestion(words: str) -> str:
    parent = _AS_PARENT.match(words)
    if parent:
        return f"{parent[1]} {parent[2]} several children"
    if words.startswith("family"):
        return "family"
    if words.endswith("apart"):
        return "close in age"
    if _AS_BIRTH.search(words) and " of " not in words and " and " not in words:
        return "another " + words.rsplit(" ", 1)[1]
    if _AS_ONE.match(words) and " and " not in words:
        return "one of the children"
    lead = _LEAD.match(words)
    return (lead[0] if lead else "") + "the children"
