"""The names that people have in apps and games, told by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

ACCOUNT = "a social media account"

_APPS = (
    r"(?:f|r)?insta(?:gram)?|ig|snap(?: ?chat)?|sc|tik ?tok|twitter|face ?book|fb|discord|"
    r"whats ?app|x|"
    r"you ?tube|yt|roblox|xbox(?: live)?|ps ?\d|psn|play ?station|steam|twitch|telegram|kik|reddit|"
    r"threads|bluesky|bsky|messenger|vinted|depop|yubo|wizz|minecraft|fortnite|epic|only ?fans|"
    r"linkedin|mastodon|bereal|be real|tumblr|pinterest|signal|omegle|tinder|grindr|hinge|bumble|"
    r"badoo|skype|switch|nintendo|soundcloud|spotify|cash ?app|ebay|wattpad|ao3|rec ?room|vrchat|"
    r"fifa|call of duty|cod|riot|valorant|brawl stars|clash royale"
)
_KINDS = (
    r"gamer ?tags?|user ?names?|screen ?names?|handles?|display names?|online names?|"
    r"nick ?names? online|user ?id"
)
_NAME = r"(?P<name>[a-z0-9_][a-z0-9_.'-]{1,38}[a-z0-9_])"
_END = r"(?![\w@]|[.]\w)"
_OPEN = r"[\"“'(@]?"
_OF_APP = (
    r"(?:'s)?(?:\s(?:name|handle|accounts?|profile|tag|id|user ?name|gamer ?tag|user|nick|page|"
    r"channel|call(?:s|ed)?|display name|contact))?"
)
_IS = r"(?:\s(?:is|was|as|under|called|named|reads?|says?|being|will be|now|it's|name|@))?"
# Behind the app: "insta: x", "snapchat name is x", "on tiktok as x", "xbox tag, x".
_BEHIND = re.compile(
    rf"\b(?P<app>{_APPS}|{_KINDS}|profile|account)\b(?P<of>{_OF_APP})(?P<is>{_IS})"
    rf"(?P<colon>\s?[:=]|\s-(?=\s))?(?:,(?=\s))?\s{{0,2}}{_OPEN}(?<=[\s:=\"“'(@]){_NAME}{_END}"
)
# Before it: "x on snap", "he goes by x on TikTok".
_BEFORE = re.compile(
    rf"(?<![\w@.]){_NAME}[\"”')]?,?\s(?:on|over on|via)\s(?:her\s|his\s|the\s|"
    rf"their\s)?(?:{_APPS})\b"
)
_SHE_IS = re.compile(
    rf"\b(?:on|in)\s(?:{_APPS}),?\s(?:as\s|where\s|under\s)?(?:he|she|they|i|mum|dad|it)?(?:'s|"
    rf"\s(?:is|was|goes by|"
    rf"calls (?:him|her|them)sel(?:f|ves)|uses|posts as|went by|became))?(?:\snow|"
    rf"\scalled)?\s{_OPEN}{_NAME}{_END}"
)
_CALLED = re.compile(
    r"\b(?:goes by|went by|calls (?:him|her|them|my)sel(?:f|ves)|called (?:him|her|them)sel(?:f|"
    r"ves)|posts as|"
    r"posting as|plays as|streams as|chats as|sign(?:s|ed|ing)? (?:in|on|up) (?:as|under)|log(?:s|"
    r"ged|ging)? (?:in|on) (?:as|under)|"
    r"(?:v?blog|tweet|write|comment|upload)(?:s|ed|ing)? as|(?:somebody|someone|user|person|man|"
    r"boy|girl|lad|woman|kid|"
    r"account|page|channel) (?:called|named)|calling (?:him|her|them)sel(?:f|ves)|"
    r"known (?:online )?as|"
    r"messag\w+ (?:from|by)|added (?:me|her|him) as|add me|user|username|under the name(?: of)?|"
    r"by the name(?: of)?|"
    r"follows|following|followed by|dm from|dms from|message from|friend request from|account|"
    r"accounts|profile|"
    rf"page|online as),?\s(?:he said,?\s|she said,?\s)?{_OPEN}{_NAME}{_END}"
)
# A name with spaces and capitals: "on Facebook as Tilly Moonbeam".
_DISPLAYED = re.compile(
    rf"\b(?:on\s)?(?i:{_APPS})(?:(?:\sname:?|:)\s|\s(?:name\s)?\(|\s(?:(?i:name|profile|account|"
    rf"page)\s)?(?i:is under|is called|"
    rf"goes under|as|is|under|called|under the name(?: of)?|"
    rf"by the name(?: of)?|where (?:he|she) is|profile|account|page)\s)[\"“']?"
    r"(?P<name>[A-Z][\w'-]{1,20}(?:\s[A-Z][\w'-]{0,20}){1,3})"
)
_DISPLAYED_BEFORE = re.compile(
    r"\b(?:as|called|under|"
    r"by)\s[\"“']?(?P<name>[A-Z][\w'-]{1,20}(?:\s[A-Z][\w'-]{0,20}){1,3})[\"”']?\s"
    rf"on\s(?i:{_APPS})\b"
)
# Forms of their own: "name#1234", "u/name", a friend's code.
_NUMBERED_NAME = re.compile(r"(?<![\w#/])(?P<name>[a-z0-9_.]{2,32}#\d{3,5})(?!\w)")
_FORUM_NAME = re.compile(r"(?<![\w/.])(?P<name>/?u/[a-z0-9_-]{3,24})(?!\w)")
# Words that no prose has: "not_ellie_99", "xXBadgerXx", "PixelOtter22".
_ODD_WORD = re.compile(
    r"(?<![\w@./:-])(?P<name>(?=\w{0,30}[A-Za-z])(?=[A-Za-z_]{0,40}\d|"
    r"\w{0,40}__|[a-z]{2,20}_[a-z]{2,20}\b)[A-Za-z0-9]{1,20}(?:_{1,3}[A-Za-z0-9]{1,20}){1,4}_{0,2}|"
    r"(?:xX|Xx|XX|xx)_?[A-Za-z][A-Za-z0-9_]{2,24}_?(?:xX|Xx|XX|xx)|"
    r"(?:[A-Z][a-z]{2,12}){2,3}\d{1,4})(?!\w|[./]\w|-\d)"
)
_FRIEND_CODE = re.compile(r"\b(?P<name>(?:sw-)?\d{4}-\d{4}-\d{4})(?![\w-])")

_APP_WORDS = word_set(
    """
    insta finsta rinsta instagram ig snap snapchat sc tik tiktok twitter facebook face fb discord
    whatsapp whats
    x you youtube yt roblox xbox ps psn play playstation steam twitch telegram kik reddit threads
    bluesky bsky messenger vinted depop yubo wizz minecraft fortnite epic only onlyfans linkedin
    mastodon bereal tumblr pinterest signal omegle tinder grindr hinge bumble badoo skype switch
    nintendo soundcloud spotify cash cashapp ebay wattpad rec recroom vrchat fifa cod call riot
    valorant brawl clash gamertag gamer username usernames screenname screen user handle handles
    display online profile account nickname be real
    """
)
_CALLED_WORDS = word_set(
    """
    sign signs signing log logging blog blogs blogged vlog vlogs vlogged tweet tweets comments
    uploads uploaded writes called named calling goes went calls called posts posting plays
    streams chats signed logged logs known messaged
    messages message messaging added add user username name follows following followed dm dms
    friend account accounts profile page online
    """
)
_OWN_NAMES = re.compile(
    r"gamer ?tag|user ?name|screen ?name|display name|online name|user ?id|nick"
)
# What may be a plain word in capitals or small letters, where the words before promise a name.
_PROMISES = re.compile(r"\s(?:name|handle|tag|id|user ?name|gamer ?tag|user|nick|display name)\Z")
_NOT_A_NAME = word_set(
    """
    not the her his their still private public always different linked blocked now unknown and
    for was that with which she they but had has is https http www just some one all a an my our
    your its this these those he him them it i we you so too very also only again already banned
    hacked deleted gone locked set open closed full how what when where who why because if in on at
    to of from by as or nor no yes are were be been being there here then than will would could
    should can may might must name names account accounts profile profiles handle user page
    post posts posted message messages messaged chat chats group groups video videos story stories
    app apps every each most more less never often sometimes lots something anything everything
    nothing someone anyone everyone nobody somebody mum dad nan me us out up down off over under
    live late early online offline under using used uses fake new old real same another other own
    both either neither until till since before after while during friends followers strangers
    people kids children girls boys settings password passwords phone phones tablet laptop suspended
    """
)
_NUMBERED = re.compile(r"\d+(?:[a-z]{1,5}|[.]\d+)?|\d[\d.,:/-]*")
_HOUR = re.compile(r"@?\d{1,2}(?:[.:]?\d\d)?(?:am|pm)")
_CONTRACTED = re.compile(r"[a-z]+'(?:s|d|ll|re|ve|m|t)|[a-z]+n't")
_NO_APP = re.compile(rf"{_KINDS}|profile|account|x|signal|switch|be real|threads")
_LEAF = re.compile(r"[a-z]{1,2}-?\d{1,4}[a-z]?")  # of a bundle of papers: "page C214"
_HYPHENED = re.compile(r"[a-z]+(?:-[a-z]+)+")

_APP_NAME = Sign(
    IdentifierKind.SOCIAL_HANDLE, "stands behind the name of an app", Confidence.LIKELY, ACCOUNT
)
_AT_APP = Sign(
    IdentifierKind.SOCIAL_HANDLE,
    "stands where the name of an account does",
    Confidence.LIKELY,
    ACCOUNT,
)
_OWN_FORM = Sign(
    IdentifierKind.SOCIAL_HANDLE, "reads as the name of an account", Confidence.CERTAIN, ACCOUNT
)
_ODD = Sign(
    IdentifierKind.SOCIAL_HANDLE,
    "may be the name of an account",
    Confidence.WORTH_A_LOOK,
    ACCOUNT,
)


def is_hour(words: str) -> bool:
    """Say whether it is an hour: "@2.30pm"."""
    return _HOUR.fullmatch(words) is not None


def handle_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give names in apps and games; those with an @ before them are found elsewhere."""
    yield from _of_own_form(passage)
    if passage.has_any(_APP_WORDS):
        yield from _around_apps(passage)
    if passage.has_any(_CALLED_WORDS):
        for match in _CALLED.finditer(passage.small):
            is_leaf = match[0].startswith("page") and _LEAF.fullmatch(match["name"])
            if not is_leaf and _is_odd(passage, match) and not _is_word(match["name"]):
                yield _AT_APP.of(match, "name")


def _of_own_form(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if "#" in small:
        yield from _OWN_FORM.all_in(_NUMBERED_NAME, small, "name")
    if "u/" in small:
        yield from _OWN_FORM.all_in(_FORUM_NAME, small, "name")
    yield from _ODD.all_in(_ODD_WORD, passage.text, "name")
    if passage.has_any({"sw", "friend", "code", "nintendo", "switch"}):
        yield from _OWN_FORM.all_in(_FRIEND_CODE, small, "name")


def _around_apps(passage: Passage) -> Iterator[PossibleIdentifier]:
    for match in _BEHIND.finditer(passage.small):
        if not _is_word(match["name"]) and (_is_promised(match) or _is_odd(passage, match)):
            yield _APP_NAME.of(match, "name")
    for pattern in (_BEFORE, _SHE_IS):
        for match in pattern.finditer(passage.small):
            if _is_odd(passage, match) and not _is_word(match["name"]):
                yield _AT_APP.of(match, "name")
    for pattern in (_DISPLAYED, _DISPLAYED_BEFORE):
        yield from _OWN_FORM.all_in(pattern, passage.text, "name")


def _is_promised(match: re.Match[str]) -> bool:
    """Say whether the words before leave no doubt that a name follows: "username", "snap:"."""
    return bool(match["colon"] or _OWN_NAMES.match(match["app"]) or _PROMISES.search(match["of"]))


def _is_word(name: str) -> bool:
    """Say whether it is an ordinary word, a figure or an hour."""
    return (
        name in _NOT_A_NAME
        or is_hour(name)
        or _NUMBERED.fullmatch(name) is not None
        or _CONTRACTED.fullmatch(name) is not None
    )


def _is_odd(passage: Passage, match: re.Match[str]) -> bool:
    """Say whether it is written as no word is: with figures, dots, or a capital inside."""
    name = match["name"]
    written = passage.text[match.start("name") : match.end("name")]
    is_mixed = any(one.islower() and two.isupper() for one, two in pairwise(written))
    if is_mixed or any(each.isdigit() for each in name) or "_" in name:
        return True
    if "." in name:
        return True
    app = match.groupdict().get("app") or "account"
    return not _NO_APP.fullmatch(app) and _HYPHENED.fullmatch(name) is not None
