"""Identifiers as they stand in hurried notes: short, run together, spoken, of all four nations."""

import pytest

from app.domain.identifier import IdentifierKind as Kind
from tests.unit.privacy.marked import assert_found_whole, pattern_cases, patterns_in

FOUND = {
    Kind.COURT_REFERENCE: (
        "case no. [ZC23C00123] is back",
        "court ref [zw25 c 00017] which nobody found",
        "[PE-24-C-50031] on the spine",
        "[MA/24/C/00219] is how the clerk wrote it",
        "our case is [(2024) EWFC 118 (B)] and his mum has read it",
        "the judgment at [(2023) EWHC 1452 (Fam)] is about my lad",
        "[T2024 7091] case management hearing moved",
        "urn [06 E1 12345 24] was on the letter",
        "Sheriff court [GLW-AD12-25], permanence order",
        "SCRA number [1182234] for the youngest",
        "ICOS number [24/018821] the clerk said",
        "family care centre [2024 No. 018821]",
        "app no [24-00871] FLA",
    ),
    Kind.VEHICLE: (
        "[f412pnb] the neighbour wrote",
        "drives [M7 DZA] and loves it",
        "a black [ZZ99 ABC], said the child",
        "[L T 1 9 W K O] he spelled it",
        "taxi badge [4471], driver kind",
        "a Polish plate [WX 4471K] in the bay",
        "van, [12-ABC-3], gone",
        "reg ends [OPK] she thinks",
        "partial [FN66 T], she only got half",
        "[GR4 NNY] on the scooter",
    ),
    Kind.EXACT_TIME: (
        "[0915] visit, nobody in",
        "[20 to 4] she rolled in",
        "it was [ten to].",
        "[5 past], then [10 past], then she came",
        "contact [10.00-11.30] in the blue room",
        "[10am to 12 noon] sup contact",
        "[7pm til 7am] tag",
        "CP conf [9.30] tues",
        "seen [14.15hrs] by dr",
        "TC [1140] MGM upset",
        "listed for [10.30] before the judge",
        "listed [ten thirty] court 4",
        "the [seven fifty-two] to Leeds",
        "the [0752] to Leeds was cancelled",
        "[2300 to 0700] nights",
        "[a few minutes past three] and no sign",
        "[twenty-five to six] he got in",
        "[1/4 past 9] she came",
        "[18.20.33] on the cctv",
        "[1820] on the cctv",
        "arr [1405] dep [1520]",
        "[half nine to half ten] contact",
        "[half four] and dark already",
        "[fourteen hundred hours] was the slot",
        "[five minutes to five] and no taxi",
        "[7.30 in the evening] and still no tea",
        "Tuesday, [10.15]: home visit",
        "at [the back of four] he rang",
        "about [3.30ish] I rang",
    ),
    Kind.EXACT_AGE: (
        "[14/12] baby on hip",
        "bby is [5/52] and feeding",
        "[34w+2] today",
        "[12 weeks pg] and scared",
        "unborn, [30 weeks], and a plan",
        "prem at [28 weeks] and oxygen",
        "[9-and-a-half] and drives the fridge",
        "[rising five] and in nappies",
        "[10 days off his 18th].",
        "M [14m] in the cot",
        "sibs: 6, 4, [11m]",
        "age at removal [5 weeks] it says",
        "adjusted [4 months] on the chart",
        "[2 10/12] by my count",
        "[17 and 11 months], the cliff edge",
        "only [nineteen days on this earth] and a file",
        "a [2 and half yr old] did it",
        "puts him at [4y 2m] for speech",
        "her [13th birthday on Friday] and no cake",
        "[sixteen next Tuesday] and no plan",
    ),
    Kind.EXACT_DATE: (
        "[12/3]: visit, no answer",
        "[12/03] - t/c to school",
        "[Thursday the fourth], in the rain",
        "[3/11-7/11] respite at nan's",
        "[3/11/25-7/11/25] respite",
        "[new years eve] in A&E",
        "w/b [3rd], nobody in",
    ),
    Kind.DATE_OF_BIRTH: ("bday [3/4], he says",),
    Kind.EMAIL: (
        "write to [k.brindle (at) example.org] please",
        "it is [kbrindle at gmail] she said",
        "sent to [kbrindle@gmail] and bounced",
    ),
    Kind.WEB_ADDRESS: ("at [brindles-bakes dot co dot uk] now",),
    Kind.SOCIAL_HANDLE: (
        "[kay_kay] messaged her",
        "fb name [Kay Kay Brindle] since",
        "facebook ([Kay Brindle-Moss]) again",
    ),
    Kind.CASE_NUMBER: ("NOMIS [A1234BC] is his", "licence [BRIND 901234 K99AB] seen"),
    Kind.CRIME_REFERENCE: ("PPN [25/12345] came",),
    Kind.POSTCODE: ("at [m146hr] now",),
}
QUIET = (
    "Re B-S [2013] EWCA Civ 1146, Re B [2013] UKSC 33 and H v T [1998] 1 FLR 12 were quoted.",
    "Part 25, para 7.4, page C214, tab B12, pages G431 to G438 and form C110A.",
    "Case study 3, case 12 of 30, court 4, order 2 of 3, PD12J and PD27A.",
    "Reg 24 placement, Reg 44 visitor, reg 45 report; the Audi A4 and the Golf.",
    "I gave it 2.5 hours and 3.15 miles; ratio 1:30, scale 1:50, score 7.5.",
    "10 to 12 forms, five to ten minutes, 5 to 10 cases, twenty to thirty emails.",
    "Ten to one he comes; from 10 to 20 visits a week, half six of them.",
    "Extension 0915, room 1140, 1400 words, a ratio of 1:8 and grade 9-4.",
    "A sentence of 2 years 6 months; sentenced to 3 and a half years.",
    "three and a half hours, two and a half pages, a year and a half ago",
    "two weeks early for the review, six weeks off sick, 10 months into the plan",
    "rising 5 per cent, just turned 3 pages, review in 6/52",
    "I hit three scales: 9/12 marks, 5/10 for effort, 3/4 done.",
    "Two weeks early is better than two weeks late, as my manager says.",
    "I paid 3.50 for parking and 4.20 for a coffee; my code is 0415.",
    "Partial SGO, partial CLA status; 5 m from the road, a child 1 m tall.",
    "the 26 weeks are up, day 3 of the hearing, a 28 day review",
)


@pytest.mark.parametrize(("kind", "marked"), list(pattern_cases(FOUND)))
def test_each_hurried_writing_is_found_whole(kind, marked):
    assert_found_whole(kind, marked)


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_one_is_quiet(text):
    assert patterns_in(text) == []
