"""A single word of a text that is a name of the people key: by its letters and what is around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.known_form import INSTITUTIONS
from app.privacy.known_grammar import SURNAMES_IN_S, stands_as_name
from app.privacy.known_hits import Hit, Token
from app.privacy.known_small import (
    are_a_family,
    belongs_to_somebody,
    is_family_or_state,
    is_no_name_in_small,
    stands_as_body_in_small,
    stands_as_name_in_small,
    stands_as_place_in_small,
)
from app.privacy.known_small_words import MODALS
from app.privacy.known_table import EVERYDAY, SHORT, Known, KnownTable
from app.privacy.likeness import SHORTEST

_LONGEST_DOUBTFUL_CAPITALS = 4
_LISTING = frozenset({" and ", ", ", "/", " / ", " & ", " n ", " + ", " or ", ", and "})


def hit_of(tokens: Sequence[Token], at: int, after: int, known: Sequence[Known]) -> Hit:
    """Give the tokens from at to after as a finding of these forms, the likeliest first."""
    form = known[0].form
    start, end = tokens[at][0], tokens[after - 1][1]
    holders = tuple(each.holder for each in known)
    return Hit(start, end, at, after, holders, form.confidence, form.reason, form.is_surname)


class KnownWords:
    """Says of one word whether it is a name of the table."""

    def __init__(self, table: KnownTable) -> None:
        """Take the forms of a people key."""
        self._table = table

    def of_one(self, text: str, tokens: Sequence[Token], at: int, too_many: int) -> Hit | None:
        """Give a name in one word, of which the last letters may be too many."""
        start, end, letters = tokens[at]
        own = letters[: len(letters) - too_many]
        hit = hit_of(tokens, at, at + 1, self._table.forms[own])
        hit = replace(hit, end=end - too_many)
        is_capital = text[start].isupper()
        if not self._table.needs_grammar(own):
            is_none = not is_capital and self._table.may_be_none(own)
            return None if is_none and is_no_name_in_small(text, tokens, at) else hit
        if self._is_followed_by_its_kind(text, tokens, hit):
            return hit
        if not is_capital:
            return self._in_small(text, tokens, at, hit) if not too_many else None
        if len(own) <= 1 or (not self._table.is_also_a_word(own) and len(own) > SHORT):
            return hit
        sure = stands_as_name(text, start, end - too_many)
        if sure is None and not too_many and self._kind(hit) is IdentifierKind.NAME:
            is_shouted = text[start:end].isupper() and end - start > SHORT
            stands = stands_as_name_in_small if is_shouted else is_family_or_state
            sure = Confidence.LIKELY if stands(text, tokens, at) else None
        return replace(hit, confidence=_less_sure(sure, hit.confidence)) if sure else None

    def _in_small(self, text: str, tokens: Sequence[Token], at: int, hit: Hit) -> Hit | None:
        """Give a name that is a plain word as well, in small letters, if it stands as a name."""
        if hit.end - hit.start <= 1:
            return None
        stands = {
            IdentifierKind.PLACE: stands_as_place_in_small,
            IdentifierKind.ORGANISATION: stands_as_body_in_small,
        }.get(self._kind(hit), stands_as_name_in_small)
        is_name = (
            stands(text, tokens, at)
            or self._is_listed(text, tokens, at)
            or self._has_an_initial(text, tokens, at, hit)
            or self._is_beside_its_own(text, tokens, at, hit)
        )
        return replace(hit, confidence=Confidence.LIKELY) if is_name else None

    def _has_an_initial(self, text: str, tokens: Sequence[Token], at: int, hit: Hit) -> bool:
        """Say whether a letter of the rest of the name stands beside: "joey j", "j s gill"."""
        holder = self._table.holders[hit.holders[0]]
        behind, before = tokens[at + 1 : at + 2], tokens[max(0, at - 1) : at]
        if any(letters in holder.last_initials - {"a", "i"} for _, _, letters in behind):
            return text[hit.end] == " "
        initials = (holder.first_initials | holder.last_initials) - {"a", "i"}
        is_before = any(letters in initials for _, _, letters in before)
        return is_before and text[hit.start - 1] in " ."

    def _is_beside_its_own(self, text: str, tokens: Sequence[Token], at: int, hit: Hit) -> bool:
        """Say whether another of the same person's names stands beside: "brindle connor"."""
        for place in (at - 1, at + 1):
            if not 0 <= place < len(tokens):
                continue
            start, end = sorted((tokens[at][:2], tokens[place][:2]))
            letters = tokens[place][2]
            is_near = text[start[1] : end[0]] in (" ", ", ")
            known = self._table.forms.get(letters, ()) if is_near else ()
            is_same = any(each.holder in hit.holders for each in known) and letters != tokens[at][2]
            if is_same and not self._table.needs_grammar(letters):
                return True
        return False

    def _is_listed(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Say whether it is listed with another name: "kayleigh and will", "hope, faith and mo"."""
        places = [place for place in (at - 2, at - 1, at + 1, at + 2) if 0 <= place < len(tokens)]
        for place in places:
            start, end = sorted((tokens[at][:2], tokens[place][:2]))
            between = text[start[1] : end[0]].lower()
            letters = tokens[place][2]
            is_other = letters in self._table.forms and letters != tokens[at][2]
            if not is_other or between not in _LISTING:
                continue
            if not self._table.needs_grammar(letters) or between == "/":
                return tokens[at][2] not in MODALS or between != ", "
        return False

    def _kind(self, hit: Hit) -> IdentifierKind:
        return self._table.holders[hit.holders[0]].kind

    def _is_followed_by_its_kind(self, text: str, tokens: Sequence[Token], hit: Hit) -> bool:
        if self._kind(hit) is not IdentifierKind.ORGANISATION:
            return False
        after = tokens[hit.after : hit.after + 1]
        is_joined = text[hit.end : hit.end + 1] == " "
        is_capital = text[hit.start].isupper()
        return is_joined and is_capital and any(letters in INSTITUTIONS for _, _, letters in after)

    def hasty(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Give a name with an s behind it that lacks its apostrophe, or a family."""
        start, end, letters = tokens[at]
        if len(letters) < SHORTEST or letters[-1] != "s" or letters[:-1] not in self._table.forms:
            return None
        if text[start].islower() and self._table.needs_grammar(letters[:-1]):
            return self._owning(text, tokens, at)
        hit = self.of_one(text, tokens, at, 1)
        if hit is None or not (letters in SURNAMES_IN_S or self._table.is_also_a_word(letters)):
            return hit
        # Marks and Roberts are more than a name with an s, This is much more.
        if text[start].islower():
            return self._owning(text, tokens, at)
        follows = text[end : end + 2]
        is_sure = follows[:1] == " " and follows[1:].islower()
        is_sure = is_sure and stands_as_name(text, start, end) is Confidence.CERTAIN
        if not is_sure or hit.confidence is not Confidence.CERTAIN:
            return None
        return replace(hit, confidence=Confidence.LIKELY)

    def _owning(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Give a plain word with an s that owns somebody or something of a child: wills mum."""
        known = self._table.forms[tokens[at][2][:-1]]
        if not (belongs_to_somebody(text, tokens, at) or self._is_a_family(text, tokens, at)):
            return None
        hit = hit_of(tokens, at, at + 1, known)
        return replace(hit, end=hit.end - 1, confidence=Confidence.LIKELY)

    def _is_a_family(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Say whether it is a surname behind "the": few words are so seldom but a name."""
        own = tokens[at][2][:-1]
        if not any(each.form.is_surname for each in self._table.forms[own]):
            return False
        is_behind_the = at > 0 and tokens[at - 1][2] == "the"
        is_seldom = own not in EVERYDAY and len(own) > SHORTEST and text[tokens[at][0]].islower()
        return (is_behind_the and is_seldom) or are_a_family(text, tokens, at)

    def pet_name(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Give a name that is cut short, as those do who know the person."""
        start, end, letters = tokens[at]
        known = self._table.pet_name(letters)
        if not known:
            return None
        is_capital = text[start].isupper()
        if text[start:end].isupper() and len(letters) <= _LONGEST_DOUBTFUL_CAPITALS:
            return None
        if not is_capital and len(letters) <= SHORTEST and is_no_name_in_small(text, tokens, at):
            return None
        return hit_of(tokens, at, at + 1, known)


def _less_sure(one: Confidence, other: Confidence) -> Confidence:
    return min(one, other, key=lambda each: each.value)
