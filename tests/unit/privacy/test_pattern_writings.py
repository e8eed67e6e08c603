"""The many ways in which one kind of identifier is written, and what only looks like one."""

import pytest

from app.domain.identifier import IdentifierKind as Kind
from app.privacy.patterns.every import pattern_findings
from tests.bounded import not_endless
from tests.unit.privacy.marked import assert_found_whole, pattern_cases, patterns_in

FOUND = {
    Kind.ADDRESS: (
        "been at [14b high street] since",
        "nobody at [55 The Ridgeway] has",
        "the house, [15 the avenue], is",
        "in [Flat 3, 22 Acre Lane] now",
        "grew up in [The Old Rectory, Church Lane] and",
        "outside [Rose Cottage on Mill Rd] and",
        "gave [Block C, Elm House] and",
        "moved him to [The Lambing Shed, Yarrowby Lane] with a bag",
        "moved to [The Acorns, Yarrowby Lane] then",
        "is [Room 12 at the Travelodge] and",
        "in [caravan 17, Sunny Meads] until",
        "from [Alma St] to [Beech Grove] in",
        "on [the corner of Tanyard St and Glebe Rd] and",
        "to [Flat 1103, Hartley Point] because",
        "still go to [3 Heol y Bryn] though",
        "is at [Flat 4/1, 60 Kildonan St] again",
        "at [number 16] and",
        "he lives at [27], she",
        "is at [six Ash Close] and",
        "[Elm Road, number 12] was",
        "bin store of [Marlowe Tower, 14th floor], asleep",
        "on the boat called [Lady Maud, moored below Fennimore Bridge] it",
        "only [PO Box 416] is",
    ),
    Kind.POSTCODE: ("reads out [M2O 4XY] with", "nothing near [ls9] to", "everyone in [B29] knows"),
    Kind.COORDINATES: (
        "camps at [SU 123 456] and",
        "grid ref [SU123456], beyond",
        "coat at [53°24'12\"N 1°30'48\"W] and",
        "notebook has [54 58 12 N, 1 36 45 W] from",
        "on the fridge: [N 50° 43.210' W 003° 31.140'] for",
        "pinged [53.4, -2.9] today",
        "was [kettle.marble.fence] and",
        "sent [GCV4+8X Swindon] instead",
    ),
    Kind.EXACT_AGE: (
        "he was [18m old] at",
        "[3;6] at assessment",
        "[2 yrs 4 mths] and she",
        "baby is [6/52] and",
        "she is [aged 7¾], as",
        "he [turned 11 on Friday] and",
        "mum is [32 weeks pregnant] and",
        "born at [27 weeks gestation] and",
        "at [21/40] she",
        "she is [a year and nine months], and",
        "Kai is [14 months] and",
        "a girl of [thirteen months], on",
        "he's [2.5 yrs] and",
        "she's [two months off eighteen] and",
        "Both under two: [22 months] and [7 months].",
    ),
    Kind.SOCIAL_HANDLE: (
        "tiktok user [rowdyfern] posted",
        "something as [u/soggy_biscuit] and",
        "on Facebook as [Tilly Moonbeam], smiling",
        "goes by [sadgirl.mp4] on TikTok",
        "Discord [tomcat_k#4471] is",
        "his xbox tag, [GlumTurnip], was",
        "signs in as [shadow.wolf.04] and",
    ),
    Kind.NHS_NUMBER: (
        "[99939 09963] was read",
        "red book says [999/518/1908] in",
        "N.H.S. number [999 757 4915], spelt",
    ),
    Kind.NATIONAL_INSURANCE: (
        "NINO: [JX.44.81.20.D] and",
        "[QQ 12 34 56 C] on the form",
        "National Insurance No [HB229944] without",
    ),
    Kind.PUPIL_NUMBER: ("form had [V812 768 426 846] and",),
    Kind.CRIME_REFERENCE: (
        "gave [2314567/25] and",
        "[0631 of 19th Jan] is the log",
        "crime reference number they gave her was [06/CR/18827/26]",
        "quoted [OCC-0042871-25] at",
    ),
    Kind.VEHICLE: (
        "[LB-57-RTV] had a mattress",
        "saw [yk19 opz] again",
        "[ngz 7702] came over on the ferry",
        "a black Range Rover, [1 RKJ], in",
        "the plate ending [KLE], 2 boys in it",
        "he drives [R4 VEN] and",
    ),
    Kind.EXACT_TIME: (
        "came down at [half two] in",
        "leaves [six forty-five], he",
        "brought in at [02.40 hrs] without",
        "time of call [2145], time",
        "at [eight o'clock] on",
        "at [five to] I",
    ),
    Kind.EXACT_DATE: (
        "LAC review [3/4] and",
        "on [Whit Monday] with",
        "on [Christmas Eve] and",
        "is [first Monday in June] and",
        "by [the 28th of this month] I",
        "removed on [Halloween 2019], dressed",
        "it says [11th inst.] on",
    ),
    Kind.DATE_OF_BIRTH: ("born [Christmas Day 2013] and", "DOB[14.9.21] given"),
}
QUIET = (
    "We live in a 3 bed terrace, a 10 minute walk from a 2 lane road.",
    "At 2 the bank rang, at 3 the school, and at 7 the park shuts.",
    "I left court 3 for court 5, and Family Court 4 is next. Crown Court 2.",
    "Room 4 was double-booked; block 3 and unit 2 of the course are on page 9.",
    "The house was full, the road long, the flat cold and the lane mine.",
    "gave him two weeks. I have been here 3 years and 2 months.",
    "CAMHS is 18 weeks, the ASYE is 12 months, and our wait is 14 weeks.",
    "I scored 9/12, she is 6 months sober and he is 4 weeks late.",
    "The account she gave was clear; my profile says I am organised.",
    "the x-ray, the insta-fix and the well-known username of the app",
    "I drive 12 miles in a car at 30 MPH, 40 p an hour, on the M62 and the A58.",
    "half of us had half a biscuit, one in three cried, nine thirty-page reports",
    "By 2030 or so, from 1200 to 1500 words, about 1400 people.",
    "every Christmas Day, each Boxing Day, the 3rd visit and the 4th cup",
    "We read para 6.12, standard 3.4 and version 2.4 after 1/2 the day.",
)


@pytest.mark.parametrize(("kind", "marked"), list(pattern_cases(FOUND)))
def test_each_writing_is_found_whole(kind, marked):
    assert_found_whole(kind, marked)


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_one_is_quiet(text):
    assert patterns_in(text) == []


# Words that let every pattern look.
_OPENING = (
    " road street old age at corner drive car crime nhs ni upn snap mum house flat room months half"
    " past words grid map box ferry boat turned on christmas first june 1"
)


@pytest.mark.parametrize(
    "piece",
    [
        "Ab ",
        "The Old ",
        "Flat 1 Ab ",
        "12 elm ",
        "corner of a ",
        "Heol Y ",
        "3 weeks, ",
        "two and ",
        "1/2 ",
        "1;",
        "x.y_",
        "snap: a ",
        "crime a ",
        "nhs 1 ",
        "AB12 ",
        "5° ",
        "a.b.c ",
        "1 ",
    ],
)
def test_no_text_makes_the_work_endless(piece):
    # What grows with the square of the length takes minutes for so much.
    with not_endless():
        pattern_findings(piece * (100_000 // len(piece)) + _OPENING)
