"""Whether a word in small letters that is also a name stands as one: "told will", "nan pat"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.privacy import known_small_words as lists
from app.privacy.known_form import GENERIC, TITLES
from app.privacy.known_grammar import NEVER_ALONE
from app.privacy.known_hits import Token

_NEXT = re.compile(r"[ \t]+([^\W\d_]+(?:'[^\W\d_]+)?|[&+])|[ \t]*([^\w\s])")
_SECOND = re.compile(r"[ \t]+[^\W\d_]+(?:'[^\W\d_]+)?[ \t]+([^\W\d_]+)")
_LINE_ENDS = re.compile(r"[ \t]*(?:[.!?]?\s*$|\n)")
_STARTS = re.compile(r"(?:^|[.!?;:\n•…\"“”(\[|/\\>–—]|,|\s[-*+])[ \t]*['\"]*$")
_ASIDE_BEFORE = re.compile(r"[ \t]?[(\[/:,-][ \t]?")
_WHO_FOLLOWS = re.compile(r",? ?\(?(?:who|whose|aged?|his|her)\b|, \d|,? \(\d")
_OWNS = re.compile(r"'(?:s|d|ll)\b", re.IGNORECASE)
_SMALL_WORD = re.compile("[a-z']+")
_AROUND = 8
_SHORTEST_THING = 3  # letters
_NEVER = GENERIC - {"park", "court", "house", "day", "hall", "church", "home", "lodge"}
_BEFORE_NO_NAME = lists.DETERMINERS - lists.ALSO_CONJUNCTIONS


@dataclass(frozen=True, slots=True)
class _Around:
    """The words beside one; empty where another sign than space stands between."""

    before: str
    farther: str  # the word before that
    role: str  # the word before, though a bracket or comma may stand between
    after: str
    second: str  # the word behind the next
    mark: str  # what follows where no word does
    starts: bool

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], at: int) -> _Around:
        start, end, _ = tokens[at]
        before = farther = role = ""
        if at:
            gap = text[tokens[at - 1][1] : start]
            letters = tokens[at - 1][2]
            before = letters if gap in (" ", "  ") else gap.strip() if gap in (" & ", " + ") else ""
            role = letters if before or _ASIDE_BEFORE.fullmatch(gap) else ""
            if before and at > 1 and text[tokens[at - 2][1] : tokens[at - 1][0]] == " ":
                farther = tokens[at - 2][2]
        match, second = _NEXT.match(text, end), _SECOND.match(text, end)
        return cls(
            before,
            farther,
            role,
            (match[1] or "").lower() if match else "",
            second[1].lower() if second else "",
            (match[2] or "") if match else "",
            _STARTS.search(text, max(0, start - _AROUND), start) is not None,
        )


def stands_as_name_in_small(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether this word in small letters is a person's name by what is around."""
    word, end = tokens[at][2], tokens[at][1]
    around = _Around.of(text, tokens, at)
    if word in _NEVER or around.before in _BEFORE_NO_NAME:
        # "the price kids" are a family, "the little kids" are small.
        is_family = around.after in lists.FAMILIES and word not in lists.ALSO_ADJECTIVES
        return is_family and word not in _NEVER
    if around.mark == "'":
        return _OWNS.match(text, end) is not None or word[-1] == "s"
    if around.role in TITLES and around.role != "sister":
        return _is_named_after_role(text, end, word, around)
    return (
        _is_followed_as_person(text, end, word, around)
        or _is_addressed(word, around)
        or _does(word, around)
    )


def _is_followed_as_person(text: str, end: int, word: str, around: _Around) -> bool:
    """Say whether "family", "mum" or ", who" follows."""
    is_plain = word not in lists.ALSO_VERBS | lists.IDEAS
    if is_plain and around.after in lists.FAMILIES | lists.PAPERS:
        return word not in lists.ALSO_ADJECTIVES
    if is_plain and around.starts and around.after in TITLES:
        return True
    return _WHO_FOLLOWS.match(text, end) is not None and (around.starts or is_plain)


def _is_named_after_role(text: str, end: int, word: str, around: _Around) -> bool:
    if word not in lists.ALSO_VERBS:
        return True
    if word in lists.MODALS and around.after in lists.BEHIND_MODALS:
        return False
    if _LINE_ENDS.match(text, end) or around.mark in (")", ",", ";", ":", "/", "]"):
        return word not in lists.MODALS or around.mark in (")", "]", "/")
    return around.after in lists.DEEDS


def _is_addressed(word: str, around: _Around) -> bool:
    """Say whether words stand before that only a person follows."""
    if around.before in lists.SPOKEN_TO:
        is_thing_that = around.before in ("text", "call", "visit", "phone", "help", "ring", "meet")
        if word in lists.MODALS and (is_thing_that or around.after in lists.BEHIND_MODALS):
            return False
        is_thing = word in lists.IDEAS and word not in lists.SELDOM_IDEAS
        return not (is_thing and around.after in ("of", "for", "in", "that", "to"))
    if around.before in lists.HELPING and around.farther in lists.ASKING:
        is_asked = around.after not in ("", "the", "a", "an", "to", "with", "about", "in")
        return is_asked and word not in lists.ALSO_ADJECTIVES
    is_idea = word in lists.IDEAS and word not in lists.SELDOM_IDEAS
    if around.starts and around.mark in (":", "/") and not is_idea:
        return True
    return _is_spoken_of(word, around)


def _is_spoken_of(word: str, around: _Around) -> bool:
    """Say whether "spoke to", "with" or "photo of" stands before."""
    before, farther, is_idea = around.before, around.farther, word in lists.IDEAS
    if before in lists.TOWARDS and farther in lists.SAID_TO:
        return not is_idea or farther in ("spoke", "said", "talked", "speak", "talk")
    if before in ("and", "n", "&") and farther in ("me", "mum", "dad", "him", "her"):
        return True
    if before == "of":
        is_part = farther in ("mum", "dad", "care", "front", "photo", "sight", "parents")
        return is_part and not is_idea
    if before in lists.BEING and farther in lists.POINTED_AT:
        # A thing would have an article: "it was pip, crying".
        is_end = around.mark in (",", ".", "!", "?") or around.after in lists.STATES | {"who"}
        return is_end and word not in lists.MORE_THAN_THINGS
    return before in lists.WITH and _goes_with(word, around)


def _goes_with(word: str, around: _Around) -> bool:
    """Say whether behind "with", "about" or "and" it is somebody: "with grace" is no one."""
    before = around.before
    if word in lists.SELDOM_IDEAS:
        is_of_person = before in ("about", "for", "from", "between", "re")
        return is_of_person and around.after not in ("and", "to", "until", "till")
    if word == "will":
        return before in ("with", "about", "between") and around.after not in ("power", "to")
    if word in lists.IDEAS | lists.MODALS:
        return False
    return word not in lists.ALSO_VERBS or before not in ("and", "n", "&", "+", "both")


def _does(word: str, around: _Around) -> bool:
    """Say whether it begins a clause and does what people do."""
    after = around.after
    if not (around.starts or around.before in lists.CONJUNCTIONS):
        return False
    if word in lists.MODALS and after in lists.BEHIND_MODALS:
        return False
    if after in ("and", "&", "n", "+"):
        return around.starts and not around.before and around.second in lists.WHOM
    is_holding = around.starts and after in lists.HOLDING and around.second in lists.OBJECTS
    if is_holding or (after in lists.ADVERBS and around.second in lists.DEEDS - lists.OF_IDEAS):
        return True
    if word in lists.IDEAS:
        is_deed = after in lists.DEEDS - lists.OF_IDEAS
        is_state = after in ("is", "was", "seems", "looked") and around.second in lists.HOW_THEY_ARE
        return (is_deed and (around.starts or after in lists.BODILY)) or is_state
    is_noted = around.starts and not around.before and word not in lists.ALSO_VERBS
    is_state = is_noted and after in lists.STATES
    return is_state or after in lists.DEEDS or _ends_as_a_verb(word, around)


def _ends_as_a_verb(word: str, around: _Around) -> bool:
    """Say whether the s or ed of a verb that no list holds follows; "need" and "bed" are none."""
    after = around.after
    if len(after) <= len("shed") or after[-2:] in ("ss", "us", "is"):
        return False
    is_plain = word not in lists.ALSO_VERBS | lists.IDEAS | lists.ALSO_ADJECTIVES
    return after.endswith("ed") or (after[-1] == "s" and is_plain and around.starts)


def is_no_name_in_small(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word that is nearly always a name is none: "jack of all trades", "a lee"."""
    around = _Around.of(text, tokens, at)
    if around.before in _BEFORE_NO_NAME:
        return around.after not in lists.FAMILIES and around.mark != "'"
    if around.before == "to" and around.farther in lists.ABOUT_TO:
        return True
    if (tokens[at][2], around.after) in lists.THINGS:
        return True
    if tokens[at][2] in lists.IDEAS:
        return not _does(tokens[at][2], around)
    return around.after == "of" or (around.after == "and" and around.before in ("pro", "the"))


def stands_as_place_in_small(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a plain word is a town here: "moved to bath", "lives in reading"."""
    around = _Around.of(text, tokens, at)
    if around.before not in lists.PLACED or around.after in lists.DETERMINERS | {"it", "for"}:
        return False
    return around.before in ("near", "via") or around.farther in lists.MOVED


def stands_as_body_in_small(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a plain word is a school's or ward's name here: "acorns say", "at oakfield"."""
    around = _Around.of(text, tokens, at)
    word = tokens[at][2]
    if around.before in lists.DETERMINERS or word in lists.IDEAS:
        return False
    if (around.starts or around.before in lists.CONJUNCTIONS) and around.after in lists.BODIES_DO:
        return word[-1] == "s" or around.after in ("have", "say", "are", "want", "sent")
    if around.before not in ("at", "from") or around.farther in lists.LOOKED:
        return False
    return around.after in lists.BODIES_DO | lists.BEHIND_BODIES


def belongs_to_somebody(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word with an s owns what people have: "wills mum", "graces room"."""
    around = _Around.of(text, tokens, at)
    if around.before in lists.DETERMINERS:
        return False
    return around.after in lists.OWNED or _begins_with_an_owner(tokens[at][2][:-1], around)


def _begins_with_an_owner(word: str, around: _Around) -> bool:
    """Say whether a note begins with a plain word that owns a thing: "pearls bungalow has"."""
    thing = around.after
    is_thing = len(thing) >= _SHORTEST_THING and not thing.endswith(("ed", "ing", "ly"))
    is_owner = around.starts and word not in lists.MORE_THAN_THINGS
    return is_owner and is_thing and thing not in lists.BEHIND_MANY


def are_a_family(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a surname with an s is a family: "the brindles were in", "the youngs rang"."""
    around = _Around.of(text, tokens, at)
    if around.before != "the":
        return False
    if around.after in ("were", "are"):
        return around.second in lists.OF_A_FAMILY | lists.HOW_THEY_ARE
    return around.after in lists.DEEDS - lists.OF_IDEAS


def does_what_only_people_do(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether letters eat, sleep or have a mother: no service or time of day does."""
    around = _Around.of(text, tokens, at)
    if around.mark == "'":
        end = tokens[at][1]
        is_owner = at + 2 < len(tokens) and text[end : end + 3] == "'s "
        return is_owner and tokens[at + 2][2] in lists.KIN
    return around.after in lists.BODILY


def stands_as_letter(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a single letter is somebody: "told k", "K's mum", "K and I", "k rang"."""
    around = _Around.of(text, tokens, at)
    start, end, letter = tokens[at]
    if around.before in lists.ADULTS:
        return True
    is_capital = text[start].isupper()
    if is_capital and around.starts and text[end : end + 2] == ". ":
        return end + 2 < len(text) and _next_word(text, end + 2) in lists.DEEDS
    is_word = letter in "aix" or (not is_capital and letter in lists.LETTERS_FOR_WORDS)
    if is_word or text[start - 1 : start] in ("'", "-", ".") or text[end : end + 1] in (".", "-"):
        return False
    if around.mark == "'":
        is_owner = at + 2 < len(tokens) and text[end : end + 3] == "'s "
        return is_owner and tokens[at + 2][2] in lists.OWNED
    return _is_letter_told(around) or _does_letter(around, is_capital=is_capital)


def _next_word(text: str, place: int) -> str:
    match = _SMALL_WORD.match(text, place)
    return match[0] if match else ""


def _is_letter_told(around: _Around) -> bool:
    if around.before in lists.SPOKEN_TO or around.before in ("with", "about", "re"):
        return around.after not in ("for", "of") and not around.after[:1].isdigit()
    return around.before in lists.TOWARDS and around.farther in lists.SAID_TO


def _does_letter(around: _Around, *, is_capital: bool) -> bool:
    if not around.starts and around.before not in lists.CONJUNCTIONS:
        return False
    if around.after in ("and", "&", "n"):
        return around.second in lists.WHOM
    return around.after in (lists.DEEDS if is_capital else lists.BODILY)


def is_family_or_state(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a capital that begins a note is a person: "Grace upset", "Dean family"."""
    around = _Around.of(text, tokens, at)
    word = tokens[at][2]
    if not around.starts or word in _NEVER | lists.MODALS | NEVER_ALONE:
        return False
    if around.after in lists.FAMILIES and word not in lists.ALSO_ADJECTIVES | lists.IDEAS:
        return True
    if around.mark in (":", "/") or _WHO_FOLLOWS.match(text, tokens[at][1]):
        return word not in lists.ALSO_ADJECTIVES
    if word in lists.ALSO_ADJECTIVES or (word in lists.IDEAS and around.after in lists.OF_IDEAS):
        return False
    is_done = around.after in lists.DEEDS or _ends_as_a_verb(word, around)
    return around.after in lists.STATES or is_done
