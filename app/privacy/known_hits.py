"""What belongs together of the names that were found: parts of one name, initials, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.known_form import INSTITUTIONS
from app.privacy.known_forms import Holder

# A word of the text: where it begins and ends, and its letters, small and without accents.
Token = tuple[int, int, str]
_BESIDE = frozenset({"", " ", "  ", "-", "'", "_", ".", "\n", " \n"})
_SURNAME_FIRST = frozenset({", ", ","})
_MOST_BETWEEN = 2
_OF_TWO = "a first name and a surname of two people in your people key"
_LETTERS_ALIKE = 4
_LEADING_TO_IT = frozenset({"primary", "secondary", "junior", "infant", "infants"})
_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \t]+$")
_LONGEST_TITLE = 16
_OF_MEN = frozenset(
    """
    mr sir father fr dad daddy uncle grandad granddad grandpa grandfather brother stepdad stepfather
    son
    """.split()  # noqa: SIM905
)
_OF_WOMEN = frozenset(
    """
    mrs ms miss lady dame mother mum mam mummy mom aunt auntie aunty nan nana nanny gran granny
    grandma grandmother sister stepmum stepmother daughter
    """.split()  # noqa: SIM905
)
ADULT_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "professor"})
CHILD_WORDS = frozenset(
    """
    child children baby boy girl son daughter brother sister sibling twin twins teenager
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: its places and tokens, and who may be meant, the likeliest first."""

    start: int
    end: int
    first: int  # of its tokens
    after: int  # the first token behind it
    holders: tuple[int, ...]
    confidence: Confidence
    reason: str
    is_surname: bool = False
    instead: str = ""  # what is suggested, where the label is not


def gathered(
    text: str, tokens: Sequence[Token], hits: Sequence[Hit], holders: Sequence[Holder]
) -> Iterator[Hit]:
    """Give the hits, parts of one name as one, with the initials and kinds that belong to them."""
    waiting: Hit | None = None
    for hit in hits:
        hit = _of_the_likeliest(text, hit, holders)  # noqa: PLW2901
        if waiting is not None:
            joined = _joined(text, tokens, waiting, hit)
            if joined is not None:
                waiting = joined
                continue
            yield _extended(text, tokens, waiting, holders[waiting.holders[0]])
        waiting = hit
    if waiting is not None:
        yield _extended(text, tokens, waiting, holders[waiting.holders[0]])


def _of_the_likeliest(text: str, hit: Hit, holders: Sequence[Holder]) -> Hit:
    """Put forward, of several with one surname, whom the title before it fits."""
    if len(hit.holders) == 1 or not hit.is_surname:
        return hit
    title = title_before(text, hit.start)
    likely = list(hit.holders)
    if title in ADULT_TITLES:
        likely = [each for each in likely if not words_of(holders[each]) & CHILD_WORDS] or likely
    for wanted in (_OF_MEN, _OF_WOMEN):
        if title in wanted:
            likely = [each for each in likely if words_of(holders[each]) & wanted] or likely
    others = (each for each in hit.holders if each != likely[0])
    return replace(hit, holders=(likely[0], *others))


def title_before(text: str, place: int) -> str:
    """Give the word before a place, in small letters, as far as a title is long."""
    before = _BEFORE.search(text, max(0, place - _LONGEST_TITLE), place)
    return before[1].lower() if before else ""


def words_of(holder: Holder) -> frozenset[str]:
    """Give the words of a label, in small letters."""
    return frozenset(re.findall(r"[a-z]+", holder.label.lower()))


def _joined(text: str, tokens: Sequence[Token], one: Hit, other: Hit) -> Hit | None:
    """Give both as one where they are parts of one name; another name may stand between."""
    shared = [each for each in one.holders if each in other.holders]
    if not shared:
        return _of_two(text, one, other)
    if not _is_one_name(text, tokens, one, other):
        return None
    surest = max(one, other, key=lambda hit: hit.confidence.value)
    places = one.start, other.end, one.first, other.after
    return Hit(*places, tuple(shared), surest.confidence, surest.reason)


def _of_two(text: str, one: Hit, other: Hit) -> Hit | None:
    """Give "Mohammed Brennan" as one: the first name of one and the surname of another."""
    is_whole = text[one.end : other.start] == " " and other.is_surname and not one.is_surname
    if not (is_whole and text[one.start].isupper() and text[other.start].isupper()):
        return None
    places = one.start, other.end, one.first, other.after
    holders = (*one.holders, *other.holders)
    return Hit(*places, holders, Confidence.LIKELY, _OF_TWO)


def _is_one_name(text: str, tokens: Sequence[Token], one: Hit, other: Hit) -> bool:
    gap = text[one.end : other.start]
    if gap in _BESIDE:
        return True
    if gap in _SURNAME_FIRST:
        return one.is_surname and not other.is_surname
    between = tokens[one.after : other.first]
    if one.is_surname or not 0 < len(between) <= _MOST_BETWEEN or set(gap) & set(",;:!?()\n"):
        return False
    middle = (text[start:end] for start, end, _ in between)
    return other.is_surname and all(
        word.istitle() or (len(word) == 1 and word.isupper()) for word in middle
    )


def _extended(text: str, tokens: Sequence[Token], hit: Hit, holder: Holder) -> Hit:
    if holder.kind is IdentifierKind.ORGANISATION:
        return _with_its_kind(text, tokens, hit)
    hit = _with_pieces(text, tokens, hit, holder)
    if holder.kind is IdentifierKind.NAME:
        return _with_initials(text, tokens, hit, holder)
    return hit


def _with_pieces(text: str, tokens: Sequence[Token], hit: Hit, holder: Holder) -> Hit:
    """Take in what follows of the name's other words: the price of "rosie price"."""
    after, end = hit.after, hit.end
    if after == hit.first or end != tokens[after - 1][1]:
        return hit
    while after < len(tokens) and text[end : tokens[after][0]] in (" ", "-", "'"):
        letters = tokens[after][2]
        is_piece = letters in holder.pieces or any(
            len(each) > _LETTERS_ALIKE and each.startswith(letters[:_LETTERS_ALIKE])
            for each in holder.pieces
            if len(letters) > _LETTERS_ALIKE
        )
        if not is_piece or letters == tokens[after - 1][2]:
            break
        end, after = tokens[after][1], after + 1
    return replace(hit, end=end, after=after)


def _with_its_kind(text: str, tokens: Sequence[Token], hit: Hit) -> Hit:
    """Take in "primary school" behind the name of one."""
    if hit.after > hit.first and tokens[hit.after - 1][2] in INSTITUTIONS - _LEADING_TO_IT:
        return hit
    after, end = hit.after, hit.end
    while after < len(tokens) and text[end : tokens[after][0]] == " ":
        letters = tokens[after][2]
        if letters not in INSTITUTIONS:
            break
        end, after = tokens[after][1], after + 1
        if letters not in _LEADING_TO_IT:
            break
    return replace(hit, end=end, after=after)


def _with_initials(text: str, tokens: Sequence[Token], hit: Hit, holder: Holder) -> Hit:
    """Take in the O of "Kayleigh O" and the K of "K. Oakes"."""
    start, end, first, after = hit.start, hit.end, hit.first, hit.after
    if after < len(tokens) and text[end : tokens[after][0]] == " ":
        next_start, next_end, letter = tokens[after]
        is_letter = text[next_start].isupper() or letter not in ("a", "i")
        if letter in holder.last_initials and is_letter:
            end, after = next_end, after + 1
            if re.match(r"\.(?=[ \t]*[a-z,;'’])", text[end : end + 4]):
                end += 1
    while first and text[tokens[first - 1][1] : start] in ("", " ", ". ", "."):
        before, _, letter = tokens[first - 1]
        is_letter = text[before].isupper() or letter not in ("a", "i", "s")
        if letter not in holder.first_initials | holder.last_initials or not is_letter:
            break
        start, first = before, first - 1
    return replace(hit, start=start, end=end, first=first, after=after)
