"""Addresses in the net: mail, pages, and the names that people have in apps."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.handles import ACCOUNT, handle_findings, is_hour
from app.privacy.patterns.passage import Passage, Sign, word_set

_OF_A_HOST = string.ascii_lowercase + string.digits + ".-"
_OF_A_MAILBOX = _OF_A_HOST + "_%+'"
_LONGEST_MAILBOX, _LONGEST_HOST = 64, 100  # characters
_BEHIND_AT = re.compile(r"@\s?(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})")
_SPOKEN = re.compile(
    r"\s?(?:\(at\)|\[at\]|\bat\b)\s?(?P<host>[a-z0-9-]{1,40})"
    r"(?P<rest>(?:\s?(?:\(dot\)|\[dot\]|\bdot\b|\.)\s?[a-z]{2,20}){1,3})\b"
)
_SPOKEN_BEFORE = re.compile(r"(?:[a-z0-9_-]{1,30}\s(?:dot|underscore|dash)\s){1,3}\Z")
_MAIL_HOSTS = word_set(
    """
    gmail googlemail hotmail outlook yahoo icloud live msn aol proton protonmail btinternet
    sky talktalk virginmedia ymail me mail
    """
)
# Its end is left out: "kayb at gmail", "kayb@gmail".
_ENDLESS = re.compile(
    r"(?<![\w@.])(?!(?:look|looked|work|works|worked|only|is|was|her|him|them|me|mail|email|"
    r"address|"
    r"account|angry|not|and|still|set up|one|got|over)\b)[a-z0-9][a-z0-9._+-]{2,40}\s?(?:\bat\b|"
    r"@)\s?"
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|ymail|protonmail)(?![\w@]|\.\w)|"
    r"(?<![\w@.])[a-z0-9][a-z0-9._+-]{2,40}@[a-z]{4,20}(?![\w@-]|\.\w)"
)
_ENDLESS_HOSTS = word_set(
    "gmail googlemail hotmail outlook yahoo icloud btinternet ymail protonmail"
)
_SPOKEN_PAGE = re.compile(
    r"(?<![\w@.])(?:www\sdot\s)?[a-z0-9-]{3,40}\sdot\s(?:co\sdot\suk|org\sdot\suk|com|org|net|co|"
    r"uk|gov|"
    r"wales|scot|info|tv)\b(?!\s(?:com|to dot)\b)"
)
_HANDLE = re.compile(r"@(?=[\d_.]{0,12}[a-z])[a-z0-9_][a-z0-9_.-]{1,40}(?<![.-])")

_ENDINGS = (
    "com|org|net|co|uk|ie|gov|nhs|sch|ac|info|tv|io|eu|wales|cymru|scot|london|app|page|blog|chat|"
    "live|site|online|xyz|link|gg|example"
)
# These are words too, or end many an abbreviation: only with a path behind them.
_WEAK_ENDINGS = "me|be|ly|de|fr|es|it|pl|ro|to|fm|st|us"
_PATH = r"(?::\d{2,5})?(?:[/?#][^\s<>\"“”)\]]{0,300})?"
_WITH_SCHEME = re.compile(r"(?:https?|ftp)://[^\s<>\"“”)\]]{3,300}")
_WITH_WWW = re.compile(r"www\.[a-z0-9][^\s<>\"“”)\]]{2,300}")
_BARE = re.compile(
    rf"\.(?:(?:{_ENDINGS})(?:\.[a-z]{{2,3}})?(?![\w@-]){_PATH}|"
    rf"(?:{_WEAK_ENDINGS})/[^\s<>\"“”)\]]{{1,300}})"
)
# What everybody in the work reads; a page of a council tells of a place and is not among them.
_PUBLIC = word_set(
    """
    gov.uk legislation.gov.uk nice.org.uk socialworkengland.org.uk basw.co.uk scie.org.uk
    researchinpractice.org.uk nspcc.org.uk learning.nspcc.org.uk
    assets.publishing.service.gov.uk ofsted.gov.uk ico.org.uk communitycare.co.uk nhs.uk
    doi.org socialcare.wales sssc.uk.com niscc.info
    """
)

_MAIL = Sign(
    IdentifierKind.EMAIL, "reads as an email address", Confidence.CERTAIN, "an email address"
)
_SPOKEN_MAIL = Sign(
    IdentifierKind.EMAIL, "an email address in words", Confidence.LIKELY, "an email address"
)
_AT_NAME = Sign(
    IdentifierKind.SOCIAL_HANDLE, "reads as a social media name", Confidence.CERTAIN, ACCOUNT
)
_PAGE = Sign(IdentifierKind.WEB_ADDRESS, "reads as a web address", Confidence.CERTAIN, "a web page")
_SPOKEN_PAGE_SIGN = Sign(
    IdentifierKind.WEB_ADDRESS, "a web address in words", Confidence.WORTH_A_LOOK, "a web page"
)


def online_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give addresses in the net and names in apps."""
    small = passage.small
    if "@" in small:
        yield from _written_mail(small)
    if (
        "dot" in passage.words
        or "(at)" in small
        or "[at]" in small
        or not passage.words.isdisjoint(_MAIL_HOSTS)
    ):
        yield from _spoken_mail(small)
    if "@" in small or passage.has_any(_ENDLESS_HOSTS):
        yield from _SPOKEN_MAIL.all_in(_ENDLESS, small)
    if "dot" in passage.words:
        yield from _SPOKEN_PAGE_SIGN.all_in(_SPOKEN_PAGE, small)
    if "." in small:
        yield from _pages(passage)
    yield from handle_findings(passage)


def _start_of(small: str, end: int, letters: str, longest: int) -> int:
    """Give where the run of these letters begins that ends here."""
    before = small[max(end - longest, 0) : end]
    return end - len(before) + len(before.rstrip(letters))


def _written_mail(small: str) -> Iterator[PossibleIdentifier]:
    done = 0
    for match in _BEHIND_AT.finditer(small):
        at = match.start()
        is_spaced = small[at - 1 : at] == " " and small[at + 1 : at + 2] == " "
        start = _start_of(small, at - is_spaced, _OF_A_MAILBOX, _LONGEST_MAILBOX)
        start += len(small[start:at]) - len(small[start:at].lstrip("'.-"))
        if done <= start < at - is_spaced:
            done = match.end()
            yield _MAIL.at(start, done)
    for match in _HANDLE.finditer(small):
        before = small[match.start() - 1 : match.start()]
        is_apart = not (before.isalnum() or before in ("@", "/", ".", "_")) or match.start() == 0
        if is_apart and not is_hour(match[0]):
            yield _AT_NAME.of(match)


def _spoken_mail(small: str) -> Iterator[PossibleIdentifier]:
    for match in _SPOKEN.finditer(small):
        start = _start_of(small, match.start(), _OF_A_MAILBOX, _LONGEST_MAILBOX)
        box = small[start : match.start()]
        is_spoken = "dot" in match["rest"] or match[0].lstrip()[0] in "(["
        if not box or not (is_spoken or match["host"] in _MAIL_HOSTS or set(box) & set("_.0123")):
            continue
        before = _SPOKEN_BEFORE.search(small, max(start - _LONGEST_MAILBOX, 0), start)
        sign = _MAIL if match[0].lstrip()[0] in "([" else _SPOKEN_MAIL
        yield sign.at(before.start() if before else start, match.end())


def _pages(passage: Passage) -> Iterator[PossibleIdentifier]:
    small = passage.small
    if "://" in small:
        for match in _WITH_SCHEME.finditer(small):
            yield from _page(small, *match.span())
    if "www." in small:
        for match in _WITH_WWW.finditer(small):
            yield from _page(small, *match.span())
    done = 0
    for match in _BARE.finditer(small):
        start = _start_of(small, match.start(), _OF_A_HOST, _LONGEST_HOST)
        start += len(small[start : match.start()]) - len(small[start : match.start()].lstrip(".-"))
        before = small[start - 1 : start] if start else ""
        is_apart = done <= start < match.start() and before not in ("@", "/", "_")
        if is_apart and not _runs_on(passage, match.start(), start):
            done = match.end()
            yield from _page(small, start, done)


def _page(small: str, start: int, end: int) -> Iterator[PossibleIdentifier]:
    words = small[start:end].rstrip(".,;:!?'*_")
    host = re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", words).partition("/")[0]
    if host not in _PUBLIC and "." in words:
        yield _PAGE.at(start, start + len(words))


def _runs_on(passage: Passage, dot: int, start: int) -> bool:
    """Say whether a sentence ends at the dot and the space is missing: "home.Live"."""
    return passage.text[dot + 1].isupper() and not passage.text[start:dot].isupper()
