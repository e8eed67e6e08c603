"""The words of a set of brothers and sisters, as pattern pieces for small letters."""

from __future__ import annotations

from app.privacy.patterns.number_words import NUMBER

FIVE_ON = r"(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[5-9]|1[0-4])"
FOUR_ON = rf"(?:four|4|{FIVE_ON})"
THREE_ON = rf"(?:three|3|{FOUR_ON})"
TWO_ON = rf"(?:two|2|{THREE_ON})"
SEXED = (
    r"(?:half[ -]?|step[ -]?|foster )?(?:brothers|sisters|boys|girls|sons|daughters|siblings|sibs|"
    r"lads|lasses)"
)
KIN = rf"(?:children|kids|little ones|bairns|weans|babies|toddlers|newborns|{SEXED})"
ONE_OF_THEM = (
    r"(?:(?:half|step|foster|twin)[ -]?)?(?:baby|newborn|toddler|brother|sister|boy|girl|sibling|"
    r"infant|"
    r"son|daughter|lad)|one[ -]year[ -]old"
)
YOUNGER = (
    r"(?:little|young|older|younger|elder|big|small|eldest|youngest|oldest|other|new|newborn|"
    r"identical|non-identical|conjoined|unborn|full|surviving|adopted|teenage|grown[- ]up|adult)"
)
OWNER = r"(?:her|his|their|the|all|these|those|my|our|mum's|dad's|mother's|father's)"
# Months and weeks are exact ages, and found as those.
UNIT = (
    r"(?: ?(?:years?|yrs?|y|yo)\b(?:[ -]olds?\b)?)?(?!\d|[ -]?(?:months?|mths?|weeks?|wks?|days?|"
    r"m|w)\b)"
)
AGE = rf"{NUMBER}{UNIT}"
# As "4, 6 and 9"; the last may be "and a baby".
AGES = (
    rf"{AGE}(?:(?:, ?|,? (?:and|&) | ?/ ?|-(?=\d)){AGE}){{1,9}}(?:,? and (?:a )?(?:baby|newborn))?"
)
# Behind a set, as ", aged 4, 6 and 9" or " of 8".
AGED = (
    rf"(?:,? ?\(?(?:aged?|ages|age) {AGES}\)?|(?:, | \(|: | - ){AGES}\)?|,? aged {AGE}|"
    rf" of (?:{AGES}|{NUMBER}\b))"
)
MANY = r"(?:twins|triplets|quadruplets|quads|quintuplets)"
TWIN = (
    r"twin (?:boys|girls|brothers?|sisters?|sons|daughters|babies|pregnancy|siblings?)|"
    r"(?:set|pair) of twins"
)
# Behind a number these are people at work, or things.
NOT_THEM = (
    r"(?!\s(?:to|who|us|people|staff|workers|professionals|visits|sessions|reasons|things|options|"
    r"ways|weeks|days|months|hours|years|minutes|times|calls|emails|meetings|questions|pages|of us|"
    r"cases|families|schools|agencies|teams|forms|steps|goals|chairs|rooms|houses|o'clock|per|"
    r"different|on the|out of))"
)
