"""Schools, hospitals, surgeries, prisons and their like, by the word that says what they are."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.branches import find_borough, find_brand
from app.privacy.organisation_leads import led
from app.privacy.organisation_shapes import (
    SMALL_HOSPITALS,
    find_small_royal,
    shaped,
)
from app.privacy.quiet_words import phrase_length
from app.privacy.surroundings import fitted
from app.privacy.word_lists import WordLists
from app.privacy.words import FOUND, FREE, QUIET, Scene, Told

# Capitals before such a word that say only what sort it is.
# Words that name an organisation only with a capital of their own.
_SMALL_TOO = frozenset(("primary", "secondary", "infants", "juniors"))
SAINTS = frozenset(("st", "saint", "ss", "sts"))
# Small words that with a capital before them are an organisation if no plain word is before them.
_SMALL_WITH_NAME = frozenset((
    "police", "council", "church", "temple", "project", "centre", "hub", "unit", "club", "trust",
    "gym", "chapel", "foundation", "fostering", "foyer", "comp", "grammar", "library", "pub",
))  # fmt: skip
_STREETS = frozenset(("street", "road", "lane", "avenue", "close", "way", "drive", "rd", "st"))
_LONGEST_HEAD = 4
_MOST_BEFORE = 6
_REASON = "a name with a word for an organisation"


def find_organisations(scene: Scene) -> None:
    """Find and mark every organisation with a name of its own."""
    for place, word in enumerate(scene.words):
        if scene.marks[place] == FOUND:
            continue
        is_name = word.is_capital and len(word.plain) > 1
        is_found = is_name and any(find(scene, place) for find in _BY_CAPITAL)
        may_be_head = word.plain in scene.lists.organisation_heads
        if may_be_head and word.is_joined and not is_found:
            _find_headed(scene, place)
        if word.plain in SMALL_HOSPITALS and not word.is_capital:
            find_small_royal(scene, place)
    for place, word in enumerate(scene.words):
        if word.is_capital and scene.marks[place] != FOUND and len(word.plain) > 1:
            is_found = scene.marks[place] == FREE and shaped(scene, place)
            is_found = is_found or find_borough(scene, place) or find_brand(scene, place)
            _ = is_found or led(scene, place)


def _find_known(scene: Scene, place: int) -> bool:
    """Find what is known by its name alone."""
    phrases = scene.lists.organisation_phrases.get(scene.plain(place), ())
    length = phrase_length(scene, place, phrases)
    if not length:
        return False
    name = next(each for each in phrases if len(each) == length and _fits(scene, place, each))
    end = place + length
    if scene.is_joined(end):
        end += head_at(scene, end)[0]
    _add(scene, place, end, scene.lists.organisation_names[" ".join(name)])
    return True


def _fits(scene: Scene, place: int, phrase: tuple[str, ...]) -> bool:
    return phrase_length(scene, place, (phrase,)) > 0


def _find_led(scene: Scene, place: int) -> bool:
    """Find "HMP …", where the name comes last."""
    suggestion = scene.lists.organisation_starts.get(scene.plain(place))
    if suggestion is None:
        return False
    end = place + 1
    while scene.is_joined_capital(end) and end < place + _MOST_BEFORE:
        suggestion = scene.lists.organisation_starts.get(scene.plain(end), suggestion)
        end += 1
    if end == place + 1 or scene.plain(end - 1) in scene.lists.organisation_starts:
        return False
    _add(scene, place, end, suggestion)
    return True


def _find_with_of(scene: Scene, place: int) -> bool:
    """Find "University of …", where the name comes last as well."""
    suggestion = scene.lists.organisations.get(scene.plain(place))
    if suggestion is None or scene.joined_phrase(place + 1, 1) != "of":
        return False
    start = place + 2
    start += scene.plain(start) == "the"
    end = start
    while scene.is_joined_capital(end) and end < start + _MOST_BEFORE:
        end += 1
    is_named = any(
        not scene.lists.explains(scene.plain(each)) or scene.lists.is_place(scene.plain(each))
        for each in range(start, end)
    )
    if is_named and not scene.is_of("sorts", start):
        _add(scene, place, end, suggestion)
    return is_named


def _find_told(scene: Scene, place: int) -> bool:
    """Find "Juniper Gate, the refuge": what follows says what sort it is."""
    end = place + 1
    while scene.is_joined_capital(end) and end < place + _MOST_BEFORE:
        end += 1
    suggestion = _told_before(scene, place, end) or _told_behind(scene, end)
    if not suggestion:
        return False
    names = scene.words[place:end]
    if any(scene.marks[place + step] != FREE for step in range(len(names))):
        return False
    is_plain = len(names) == 1 and scene.lists.explains(names[0].plain)
    if is_plain or scene.lists.is_first_name(names[0].plain):
        return False
    _add(scene, place, end, suggestion)
    return True


def _told_before(scene: Scene, place: int, end: int) -> str:
    """Give what stands for the sort, as in "the nursery (Wise Owls)"."""
    is_aside = place > 0 and scene.between(place - 1) == " ("
    if not is_aside or not scene.text.startswith(")", scene.words[end - 1].full_end):
        return ""
    return scene.lists.organisations.get(scene.plain(place - 1), "")


def _told_behind(scene: Scene, end: int) -> str:
    """Give what stands for the sort, as in "Juniper Gate, the refuge,"."""
    head = end + 1
    if scene.between(end - 1) not in (", ", " (") or not scene.is_of("owners", end):
        return ""
    length, suggestion = head_at(scene, head) if scene.is_joined(head) else (0, "")
    return "" if scene.is_joined(head + length) else suggestion


def _find_ward(scene: Scene, place: int) -> bool:
    """Find "Ward 7B", whose number is no word."""
    word = scene.words[place]
    number = scene.text[word.end : word.end + 2]
    if word.plain != "ward" or number[:1] != " " or not number[1:].isdigit():
        return False
    _add(scene, place, place + 1, "a ward")
    return True


def _find_headed(scene: Scene, place: int) -> None:
    """Find what ends with the words from here on, as "Primary School"."""
    length, suggestion = head_at(scene, place)
    if not length:
        return
    is_small = not scene.words[place].is_capital
    last = scene.plain(place + length - 1)
    is_habit = last in scene.lists.grammar["capital_only"] and scene.plain(place) not in _SMALL_TOO
    start = _start_of_name(scene, place)
    # "Riverside family centre": of two words no habit, behind a capital within the sentence.
    is_told = length > 1 and start < place and not scene.words[start].is_first
    if is_small and is_habit and not (is_told or _is_named_all_the_same(scene, start, place)):
        return
    places = scene.lists.places.beginning_with(scene.plain(start))
    if phrase_length(scene, start, places) == place + length - start:
        return  # as Earl's Court
    if start < place and not _is_of_the_field(scene, start, place, is_small=is_small):
        end = place + length
        if scene.is_joined_capital(end) and scene.lists.is_place(scene.plain(end)):
            end += 1
        elif last in scene.lists.grammar["weak"] and scene.is_joined(end):
            more, sort = head_at(scene, end)  # as in Beech Lodge residential unit
            end, suggestion = end + more, sort or suggestion
        _add(scene, start, end, suggestion)


def _is_named_all_the_same(scene: Scene, start: int, place: int) -> bool:
    """Say whether a small word such as "church" stands behind what is no plain word."""
    if scene.plain(place) not in _SMALL_WITH_NAME:
        return False
    names = scene.words[start:place]
    return any(
        not scene.lists.explains(each.plain) or scene.lists.is_place(each.plain) for each in names
    )


def head_at(scene: Scene, place: int) -> tuple[int, str]:
    """Give how many words from here on say what sort it is, and what stands for them."""
    for length in range(_LONGEST_HEAD, 0, -1):
        phrase = scene.joined_phrase(place, length).removesuffix("'s")  # the school's gate
        suggestion = scene.lists.organisations.get(phrase)
        if suggestion:
            return length, suggestion
    return 0, ""


def _start_of_name(scene: Scene, place: int) -> int:
    """Go back over the capitals, and small words between two of them."""
    start = place
    while start > 0 and place - start < _MOST_BEFORE and scene.words[start].is_joined:
        before = scene.words[start - 1]
        if scene.marks[start - 1] == FOUND:
            break
        if before.is_capital:
            start -= 1
        elif start < place and _is_inner(scene, start - 1):
            start -= 2
        elif start < place and before.plain == "the" and _is_inner(scene, start - 2):
            start -= 3
        else:
            break
    while start < place and _says_only_the_sort(scene, start):
        start += 1
    return start


def _is_inner(scene: Scene, place: int) -> bool:
    """Say whether a small word such as "of" stands behind a capital."""
    before = place - 1
    if not scene.is_of("inner", place) or not scene.is_joined(place):
        return False
    word, lists = scene.words[before], scene.lists
    if (
        not word.is_capital
        or word.is_caps
        or word.plain in lists.quiet
        or word.plain in lists.roles
    ):
        return False
    return not lists.is_name(word.plain) or scene.plain(before - 1) in SAINTS


def _says_only_the_sort(scene: Scene, place: int) -> bool:
    word, lists = scene.words[place], scene.lists
    if word.plain in SAINTS:
        return False
    if word.plain in lists.grammar["sorts"] or word.plain in lists.titles:
        return True
    if lists.quiet.get(word.plain, "authors") != "authors":
        return True
    is_plain = lists.explains(word.plain) and word.plain not in lists.word_names
    return word.is_first and is_plain and not lists.is_place(word.plain)


def _is_of_the_field(scene: Scene, start: int, place: int, *, is_small: bool) -> bool:
    """Say whether the words before tell the sort only, or belong to a person."""
    lists, name = scene.lists, scene.words[start:place]
    sorts = lists.grammar["sorts"]
    if all(
        each.plain in sorts or each.plain in lists.quiet or scene.marks[start + step] == QUIET
        for step, each in enumerate(name)
    ):
        return True
    if name[-1].is_possessive and name[0].plain not in SAINTS and name[0].plain != "our":
        return is_small or (len(name) == 1 and lists.is_first_name(name[0].plain))
    if is_small and name[-1].is_caps:
        return True
    is_plain = not any(_may_name(lists, each.plain) for each in name)
    if is_plain and (scene.is_of("indefinite", start - 1) or scene.is_of("bodies", place)):
        return True
    return scene.words[place].in_heading and all(lists.explains(each.plain) for each in name)


def _may_name(lists: WordLists, plain: str) -> bool:
    return not lists.explains(plain) or lists.is_name(plain) or lists.is_place(plain)


def _add(scene: Scene, start: int, end: int, suggestion: str) -> None:
    words = scene.words[start:end]
    is_sure = any(not scene.lists.explains(each.plain) for each in words)
    confidence = Confidence.CERTAIN if is_sure else Confidence.LIKELY
    is_told = scene.joined_phrase(end - 2, 2) in scene.lists.organisations
    if words[-1].plain in scene.lists.grammar["weak"] and not is_told:
        confidence = Confidence.LIKELY if is_sure else Confidence.WORTH_A_LOOK
    if any(each.plain in _STREETS for each in words[1:-1]):
        confidence = Confidence.CERTAIN  # no address: Dale Street Youth Centre
    told = Told(_REASON, confidence, fitted(scene, start, suggestion))
    scene.add(start, end, IdentifierKind.ORGANISATION, told)


_BY_CAPITAL = (_find_known, _find_led, _find_with_of, _find_told, _find_ward)
