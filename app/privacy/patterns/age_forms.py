"""How exact ages are written: in months, in years and months, in parts of years, to a day."""

from __future__ import annotations

import re

from app.privacy.patterns.number_words import NUMBER
from app.privacy.patterns.seasons import WEEKDAY

_PART = (
    r"(?:[ -](?:and|&|n)[ -](?:a[ -])?(?:half|bit|quarter|1/2|½)|[ -]and[ -]three[ -]quarters|"
    r"\s?1/2|\s?3/4|\s?[½¼¾]|\.\d)"
)
_HALF = rf"{_PART}?"
_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|"
    r"twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty[ -]first)"
)
_MONTHS = r"months?|mths?|mnths?|mo?nths?|mos?|mon\b"
_WEEKS = r"weeks?|wks?|fortnights?(?=[ -]old)"
_DAYS = r"days?"
_UNIT = rf"(?P<unit>{_MONTHS}|{_WEEKS}|{_DAYS}|hours?|hrs?|[mwd](?=/o)|(?<=\d)[mwd](?=[ -]old))"
_COUNT = rf"(?P<count>{NUMBER}|a(?=[ -](?:month|week|fortnight|day)[ -]old))"
_SPAN = rf"{_COUNT}{_HALF}[ -]?{_UNIT}(?!\w)"
_AND = r"[\s,-]{0,2}(?:and|&|\+)?\s?"
_YEARS = rf"(?P<years>{NUMBER}|an?\b)[ -]?(?:years?|yrs?|y(?:ea)?r?)\b\.?"
_REST = rf"(?P<count>{NUMBER}|a\b)[ -]?(?:{_MONTHS}|{_WEEKS}|days?|m)\b"
_OLD = r"(?:[ -]?olds?|\s?of age|/o)\b"
_ROUGHLY = r"(?:only|just|of|about|around|approx\.?|nearly|almost|is|was|now|currently|roughly)"

# Words that make of "14 months" an age by themselves.
WITH_OLD = re.compile(
    rf"(?<![\w£.])(?P<age>{_SPAN}(?:{_OLD}|\s(?:post[- ]?(?:birth|natal|partum))\b))"
)
AGED = re.compile(
    rf"\b(?P<age>(?:aged?|age:|ages)(?:\s{_ROUGHLY}){{0,2}}\s?"
    rf"(?:{_SPAN}|(?P<joined>\d{{1,3}})(?P<short>[mwd])\b))"
)
POINTED = re.compile(r"\b(?P<age>aged?:?\s(?P<count>1?\d)[.:](?:0?\d|1[01]))(?![\w%]|[.:,]\d)")
# Counted to a birthday: "two months off eighteen", "10 days off his 18th".
TO_A_BIRTHDAY = re.compile(
    rf"\b(?P<age>(?:{NUMBER}|an?|the)\s(?:days?|weeks?|months?|mths?|wks?|fortnight)\s(?:short of|"
    rf"off|shy of|"
    rf"from|before|until|till|after|past|to)\s(?:being\s|turning\s)?(?:(?:his|her|their|the|my|"
    rf"[a-z]+'s)\s"
    rf"(?:own\s)?(?:{_NTH}\s)?birthday|(?:his|her|their)\s{_NTH}(?=[,.;)]|\s(?:and|but)|\Z)|"
    rf"(?P<whole>{NUMBER})(?=[,.;)]|\s(?:and|but|when|"
    rf"with|years)\b|\Z)))"
)
BABY = re.compile(
    rf"\b(?P<age>(?P<count>{NUMBER}){_HALF}[ -]?(?P<unit>month|mth|mo|week|wk|day)s?)"
    r"(?=[ -](?:baby|infant|newborn|boy|girl|son|daughter|brother|sister|twins?|toddler|child|"
    r"sibling)\b)"
)
YEARS_AND_MONTHS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:aged?\s)?(?:{_YEARS}{_AND}{_REST}|"
    r"(?P<y>\d{1,2})\s?y(?:rs?|ears?|o)?\s?(?P<m>\d{1,2})\s?m(?:(?:on)?ths?|os?)?\b)"
    rf"(?:{_OLD})?)"
)
WEEKS_AND_DAYS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:aged?\s)?(?P<count>{NUMBER})[ -]?(?P<unit>{_WEEKS}|{_MONTHS}|m|w)"
    rf"\b{_AND}"
    rf"{NUMBER}[ -]?(?:days?|{_WEEKS}|d|w)\b(?:{_OLD})?)"
)
HALF_YEARS = re.compile(
    rf"(?<![\w£.])(?P<age>(?:aged?\s(?:{_ROUGHLY}\s)?)?(?P<count>{NUMBER}|a(?=[ -]year)){_PART}"
    rf"(?:[ -]?(?P<unit>years?|yrs?|y))?(?:[ -]?olds?)?|(?P<one>{NUMBER}|a)[ -](?:years?|yrs?)[ -]"
    rf"and[ -]a[ -](?:half|bit|quarter)(?:[ -]olds?)?)(?![\w/%]|[.,]\d)"
)
# As speech therapists and testers write it, years and months: "3;6".
CHRONOLOGICAL = re.compile(r"(?<![\w;.])(?P<age>(?P<count>1?\d);(?:0?\d|1[01]))(?![\w;])")
# As midwives and doctors write it: days, weeks or months, "5/7", "6/52", "9/12".
MEDICAL = re.compile(
    r"(?<![\w/£.])(?P<age>(?:\d{1,2}(?:\s?y(?:ea)?rs?|"
    r"\s?y)?(?:\s?and)?\s)?(?P<count>\d{1,2})/(?P<unit>7|52|12)(?:\s?old)?)(?![\w/%])"
)
_WHEN = (
    rf"(?:(?:on|last|next|this)\s(?:the\s)?(?:{WEEKDAY}|week|month|weekend|\d)|tomorrow|today|"
    rf"yesterday|in\s(?:{NUMBER}|a)\s(?:days?|weeks?|months?|mths?|wks?)|{NUMBER}\s(?:days?|"
    rf"weeks?|months?)"
    r"\sago)"
)
_BECOMING = (
    r"(?:he|she|who|boy|girl|lad|son|daughter|child|baby|youngest|eldest|oldest)"
    r"(?:'s|'ll be|'d be|\s(?:is|was|will be|would be|gets to be))|(?:twins|they) (?:will be|turn)|"
    r"(?<!there )(?<!it )(?<!that )(?<!we )will be"
)
TURNING = re.compile(
    rf"\b(?:(?P<age>(?:just|only just|recently|"
    rf"newly)\sturned\s(?P<count>{NUMBER})(?:\s{_WHEN}\w*)?)|"
    rf"(?P<about>(?:about to turn|turn(?:s|ed|ing)?)\s(?P<years>{NUMBER})\s{_WHEN}\w*)|"
    rf"(?:{_BECOMING})\s(?P<when>(?P<whole>{NUMBER})(?:\syears?\sold)?\s{_WHEN}\w*))"
    r"(?![\w%]|\s(?:pages?|corners?|heads?|down|away|people|of)\b)"
)
TOLD_SPAN = re.compile(
    rf"(?<![\w£.,])(?P<age>(?P<count>{NUMBER}){_HALF}\s?(?P<unit>{_MONTHS}|{_WEEKS}|days|m|hours))"
    r"(?!\w)"
)
YEARS_WITHOUT_WORD = re.compile(
    rf"(?<![\w£.])(?P<age>(?P<years>{NUMBER})\s?(?:and|&)\s(?P<count>{NUMBER})\s?(?:{_MONTHS}))\b"
)
PART_IN_FIGURES = re.compile(r"\d\s?(?:[½¼¾]|1/2|3/4)|\d\.\d\s?y")
