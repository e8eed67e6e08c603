"""Whether a word that is also a name, such as Will, Hope, May or Mark, stands as one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.identifier import Confidence
from app.privacy.known_form import TITLES
from app.privacy.short_names import READ_AS_NAMES

# Own list: first names and surnames that are everyday words too.
ALSO_WORDS = (
    frozenset(
        """
    bee cat char flick jem mat mel pet shell
    ace ali amber angel april archer art ash august autumn baby bailey baker banks basil bay bear
    bell best bill bin bird bishop bless blessing bloom blossom blue bob bond bright brook brooks
    brown buddy bunny burns bush butcher butler cane carol carpenter carter case cash chance
    charity chase cherry chip christian church clay cliff comfort cook cooper cross daisy dale dan
    dawn day dean dear destiny dick don dot drake drew duke dung dusty earl early east faith
    farmer favour fern field fields finch fisher flint flower ford forest fox frank frost gale
    gardener gene gift ginger glen gold grace grant gray green grey grove guy hal hall ham hang
    happy hardy harmony hawk hazel heath heather heaven heron hill hills holly honey hong hood
    hope house hunt hunter ivy jack jade jay jean jewel jimmy john joy july june junior justice
    kay keen ken key kim king kit knight lake lam lamb lan lance lane law le liberty light lily
    ling little lock long lord love loyal mace major man march marcher mark marks marsh mason max
    may meadow melody mercy merit mile miles mill miller min moon moss neat nell nick noble north
    ocean olive page park parks parsons pat patience peace pearl peg penny petal phoenix phuc pike
    pip pope poppy porter potter power precious price priest prince princess promise providence
    prudence queen rain ray read reed reeve rice rich river rivers rob robin rock rocky rod rosa
    rose rosemary rowan ruby rush rusty sage salmon sandy sang savage sharp shaw shepherd short
    sid silver sing sky small smart smith snow son song sonny star steel stern stew stone storm
    strange strong sue summer sun sunny swan swift tan tang tanner teddy temple teo thorn tracey
    trinity tripp trust turner unique unity van verity violet wade walker wall wan ward warden
    waters weaver weeks wells wen west white will willow wills win winner winter wisdom wise wolf
    wood woods worth wren wright yang young
    """.split()  # noqa: SIM905
    )
    - READ_AS_NAMES
)
# Among the words that every text is made of, only a title tells the name.
NEVER_ALONE = frozenset(
    """
    a an and as at ay be but by do for go had has he her his ho i if in is it me my no not of oh ok
    on or she so the to too up us we yes you see was all can this that what when who how why now
    our out they them this these those its hers there then than with from are did get got let may
    """.split()  # noqa: SIM905
) - {"may"}
# Surnames that look like a first name with a hasty possessive.
SURNAMES_IN_S = frozenset(
    """
    adams andrews daniels davids davis edwards evans francis harris harrys hughes jacobs james
    johns jones lewis marks martins matthews michaels owens peters phillips philips richards
    roberts robins rogers samuels simons stephens stevens thomas williams wills
    """.split()  # noqa: SIM905
)
# A sentence may go on with these, so that "will may" is no name.
STARTING = NEVER_ALONE | frozenset(
    {"will", "may", "mark", "hope", "grant", "chase", "sue", "rob", "bill", "pat", "love", "trust"}
)
_MONTHS = frozenset({"april", "may", "june", "july", "august", "march"})
_ASKING = frozenset({"will", "may", "can", "might"})
DOING = frozenset(
    """
    was is has had did does said says went came told felt seemed thought wanted asked got gets took
    takes made makes knew knows saw sees gave gives left kept found heard began begins spoke wrote
    ran sat stood lost held met put let read hit set cut hurt brought bought slept woke ate drank
    drove rang sang swore threw hid fell broke grew chose stuck hates loves likes needs wants feels
    thinks lives stays goes comes seems appears attends plays refuses finds would could should can
    cannot can't couldn't wouldn't didn't doesn't wasn't isn't hasn't hadn't won't will might must
    may shall also then still never always often just really clearly already now later soon again
    who whose whom which himself herself
    """.split()  # noqa: SIM905
)
_AFTER_PEOPLE = frozenset({"with", "from", "at", "as", "because", "when", "but"})
_WITH_WHOM = frozenset(
    """
    i me he she they we you his her their my our your him them the a an both
    """.split()  # noqa: SIM905
)
_BEFORE_A_MONTH = frozenset(
    """
    in since until till last next this during early late mid throughout each every end beginning
    start before after around by
    """.split()  # noqa: SIM905
)
_PEOPLES = frozenset(
    """
    british irish caribbean african asian european american other english scottish welsh family
    families people person mother father woman man men women child children boy girl carer carers
    """.split()  # noqa: SIM905
)
_COLOURS = frozenset({"white", "black", "brown"})
_BEFORE = re.compile(r"(?:^|[\s(\"'“‘\[/-])([^\W_]+)['’]?[.]?[ \t]+$")
_AFTER = re.compile(r"[ \t]+(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>\S)")
_AND_WHOM = re.compile(r"[ \t]+and[ \t]+([^\W\d_]+)", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"[ \t,]+(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?)\b|[ \t]+(?:to|until)[ \t]")
_BEGINNING = re.compile(
    r"(?:^|[.!?:\n][\"'”’)\]]*)\s*(?:(?:[-*+•#>|]+|\d+[.)]|\[[ xX]?\])\s*)*[\"'“‘(\[*_]*$"
    r"|(?:^|\s)[\"“‘']$"
)
_AROUND = 24


def stands_as_name(text: str, start: int, end: int) -> Confidence | None:
    """Say how surely this word, with a capital or in capitals, is a name by its grammar."""
    word, around = text[start:end].lower(), _Around.of(text, start, end)
    is_possessive = around.mark in ("'", "’") and text[end + 1 : end + 2].lower() == "s"
    if around.before.lower() in TITLES or (is_possessive and word not in NEVER_ALONE):
        return Confidence.CERTAIN
    if _is_another_word(text, end, word, around):
        return None
    if not _begins_a_sentence(text, start) and not _is_shouted(text[start:end], around):
        return Confidence.CERTAIN
    return Confidence.LIKELY if _goes_on_as_after_a_name(text, end, word, around) else None


@dataclass(frozen=True, slots=True)
class _Around:
    """The words beside a word, on its line; a mark stands where no word follows a space."""

    before: str
    after: str
    mark: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Around:
        before = _BEFORE.search(text[max(0, start - _AROUND) : start])
        after = _AFTER.match(text, end)
        return cls(
            before[1] if before else "",
            (after["word"] or "") if after else "",
            (after["mark"] or "") if after else "",
        )


def _is_another_word(text: str, end: int, word: str, around: _Around) -> bool:
    return (
        word in NEVER_ALONE
        or (word in _MONTHS and _is_month(text, end, around))
        or (word in _COLOURS and around.after.lower() in _PEOPLES)
    )


def _begins_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _AROUND) : start]
    return _BEGINNING.search(before) is not None


def _is_month(text: str, end: int, around: _Around) -> bool:
    return (
        around.before.lower() in _BEFORE_A_MONTH
        or around.before[:1].isdigit()
        or _NUMBER_AFTER.match(text, end) is not None
    )


def _is_shouted(word: str, around: _Around) -> bool:
    beside = (around.before, around.after)
    return word.isupper() and any(len(each) > 1 and each.isupper() for each in beside)


def _goes_on_as_after_a_name(text: str, end: int, word: str, around: _Around) -> bool:
    after = around.after.lower()
    if not after:
        return True
    if after in DOING or after.endswith("ed") or after in _AFTER_PEOPLE:
        return True
    if after == "and":
        whom = _AND_WHOM.match(text, end)
        return whom is not None and (whom[1][0].isupper() or whom[1] in _WITH_WHOM)
    return around.after.istitle() and word not in _ASKING
