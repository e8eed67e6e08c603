"""People's names: behind titles and roles, from the lists, or as capitals that nothing explains."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.doubtful_names import DOUBTFUL, is_meant_as_name
from app.privacy.name_ends import end_of_name
from app.privacy.other_capitals import OTHER_CAPITALS
from app.privacy.places import add_unknown_place
from app.privacy.slips import is_a_slip
from app.privacy.small_names import small_name
from app.privacy.surroundings import does_something, has_article, role_before, role_behind
from app.privacy.titled_names import find_titled
from app.privacy.words import FOUND, QUIET, Scene, Told

_CAMEL_STARTS = ("mc", "mac", "o'", "d'", "de", "di", "du", "la", "le", "fitz", "van", "ni", "al-")
_OF_AUTHORS = ("ian", "ean", "esque", "ist", "ism")
_SHORTEST_SHOUTED = 4
_MOST_IN_OTHER_SCRIPT = 3
# Particles with which a family name may begin a sentence.
_BEGINNING = frozenset("van von de da di du del della el al ap ab bin ibn ter".split())  # noqa: SIM905


def find_names(scene: Scene) -> None:
    """Find and mark every name that is still free."""
    for place, word in enumerate(scene.words):
        if scene.marks[place] == FOUND:
            continue
        if word.plain in scene.lists.titles and find_titled(scene, place):
            continue
        if word.is_capital:
            _find_capital(scene, place)
        elif word.plain.isascii():
            _find_small(scene, place)
        elif not word.plain[0].islower():
            _find_in_other_script(scene, place)


def _find_capital(scene: Scene, place: int) -> None:
    word, lists = scene.words[place], scene.lists
    if scene.marks[place] == QUIET or len(word.plain) == 1:
        return
    section = lists.quiet.get(word.plain)
    if section == "" or (section == "acronyms" and word.is_caps):
        return
    if has_article(scene, place) and _is_named_after(scene, place):
        return
    if word.is_first and word.plain in _BEGINNING and _is_family_behind(scene, place):
        _add(scene, place, "", "a family name", Confidence.LIKELY)
        return
    _find_by_lists(scene, place, section)


def _find_by_lists(scene: Scene, place: int, section: str | None) -> None:
    word, lists, role = scene.words[place], scene.lists, role_before(scene, place)
    if word.is_caps:
        _find_shouted(scene, place, role)
    elif section in DOUBTFUL or word.plain in lists.word_names:
        _find_doubtful(scene, place, role)
    elif lists.is_first_name(word.plain):
        _add(scene, place, role, "a first name", Confidence.LIKELY)
    elif not lists.explains(word.plain):
        _find_unexplained(scene, place, role)
    else:
        _find_word(scene, place, role)


def _is_family_behind(scene: Scene, place: int) -> bool:
    """Say whether a family name follows the particle that begins a sentence: "Van der Merwe"."""
    after = place + 1
    while scene.is_joined(after) and scene.is_of("particles", after):
        after += 1
    if not (scene.is_joined(after) and scene.is_free_capital(after)):
        return False
    plain = scene.plain(after)
    is_family = plain in scene.lists.surnames and not scene.lists.is_first_name(plain)
    return is_family or (after > place + 1 and not scene.lists.explains(plain))


def _find_doubtful(scene: Scene, place: int, role: str) -> None:
    if scene.lists.quiet.get(scene.plain(place)) == "authors":
        if role or does_something(scene, place) == "speaks":
            _add(scene, place, role, "a family name", Confidence.LIKELY)
    elif is_meant_as_name(scene, place, role):
        _add(scene, place, role, "a word that is a name here", Confidence.LIKELY)


def _is_named_after(scene: Scene, place: int) -> bool:
    """Say whether even a first name is a tool's, as in "the Henry programme"."""
    return scene.joined_phrase(place + 1, 1) in scene.lists.grammar["named_after"]


def _find_shouted(scene: Scene, place: int, role: str) -> None:
    """Find a name in capitals throughout, which might be an acronym."""
    plain, lists = scene.plain(place), scene.lists
    if plain in lists.surnames and _is_turned(scene, place):
        _add(scene, place, role, "a family name in capitals", Confidence.LIKELY)
        return
    if plain.upper() in OTHER_CAPITALS or lists.quiet.get(plain) == "months":
        return
    if len(plain) < _SHORTEST_SHOUTED or plain in lists.acronyms or plain in lists.dictionary:
        return
    if lists.is_first_name(plain) or (role and plain in lists.surnames):
        _add(scene, place, role, "a first name in capitals", Confidence.LIKELY)


def _is_turned(scene: Scene, place: int) -> bool:
    """Say whether a first name follows a comma, as in "SMITH, Jayden"."""
    after = place + 1
    is_behind = scene.between(place) == ", " and scene.is_free_capital(after)
    return is_behind and scene.lists.is_first_name(scene.plain(after))


def _find_unexplained(scene: Scene, place: int, role: str) -> None:
    word, lists = scene.words[place], scene.lists
    is_surname = word.plain in lists.surnames or _is_plural(scene, place)
    if _is_brand(scene, place) or (word.plain in lists.capitals and not is_surname):
        return
    if not is_surname and (_is_tool(scene, place) or _has_quiet_parts(scene, word.plain)):
        return
    if not (is_surname or role) and is_a_slip(word.plain, lists, is_first=word.is_first):
        return
    if not role and add_unknown_place(scene, place):
        return
    reason = "a family name" if is_surname else "a capital that no dictionary explains"
    unsure = word.is_first and not is_surname and not does_something(scene, place)
    confidence = Confidence.WORTH_A_LOOK if unsure else Confidence.LIKELY
    _add(scene, place, role, reason, confidence)


def _is_plural(scene: Scene, place: int) -> bool:
    """Say whether it is a family, as in "the Harrises"."""
    if not scene.is_joined(place) or scene.plain(place - 1) != "the":
        return False
    plain = scene.plain(place)
    return any(
        plain.endswith(end) and plain.removesuffix(end) in scene.lists.surnames
        for end in ("s", "es")
    )


def _is_brand(scene: Scene, place: int) -> bool:
    """Say whether capitals or digits stand inside the word, as no name has them."""
    word = scene.words[place]
    inner = scene.text[word.start + 1 : word.end]
    if inner.islower() or "-" in inner or "'" in inner:
        return False
    is_name = scene.lists.is_name(word.plain) or word.plain.startswith(_CAMEL_STARTS)
    has_inner = any(each.isupper() or each.isdigit() for each in inner)
    return has_inner and not is_name


def _is_tool(scene: Scene, place: int) -> bool:
    return scene.is_joined(place + 1) and any(scene.is_of("tools", place + step) for step in (1, 2))


def _has_quiet_parts(scene: Scene, plain: str) -> bool:
    """Say whether it is made of quiet and plain words, as Bowlby-informed or Winnicottian."""
    parts, lists = plain.split("-"), scene.lists
    if any(plain.endswith(end) and plain.removesuffix(end) in lists.quiet for end in _OF_AUTHORS):
        return True
    return len(parts) > 1 and all(
        lists.explains(each) or each in lists.quiet or each in lists.capitals for each in parts
    )


def _find_word(scene: Scene, place: int, role: str) -> None:
    """Find a name that is a plain word: "mum Cherish", "the Bakers", "Dear Peace"."""
    word, lists = scene.words[place], scene.lists
    if word.in_heading or word.plain in lists.roles:
        return
    if not role:
        _find_family(scene, place)
        return
    if not scene.is_joined(place):
        return
    is_numbered = scene.text[word.end : word.end + 2].strip().isdigit()
    if scene.words[place - 1].is_capital or has_article(scene, place) or is_numbered:
        return
    if scene.is_joined_capital(place + 1) and not lists.is_name(scene.plain(place + 1)):
        return
    _add(scene, place, role, "a capital behind a role", Confidence.LIKELY)


def _find_family(scene: Scene, place: int) -> None:
    """Find "the Bakers", "the Price children" and "Young, the solicitor"."""
    plain, lists = scene.plain(place), scene.lists
    one = plain.removesuffix("s")
    is_many = one != plain and one in lists.surnames and not scene.is_joined_capital(place + 1)
    is_family = plain in lists.surnames and (
        scene.is_joined(place + 1) and scene.is_of("families", place + 1)
    )
    if scene.is_joined(place) and scene.plain(place - 1) == "the":
        is_known = one in lists.roles or one in lists.quiet or scene.is_of("colours", place)
        if (is_many or is_family) and not is_known:
            _add(scene, place, "", "a family name", Confidence.LIKELY)
    elif plain in lists.surnames and scene.between(place) == ", " and role_behind(scene, place):
        _add(scene, place, "", "a family name", Confidence.LIKELY)


def _find_small(scene: Scene, place: int) -> None:
    """Find a name in small letters."""
    found = small_name(scene, place)
    if found:
        role = role_before(scene, place) if scene.is_joined(place) else ""
        _add(scene, place, role, *found)


def _find_in_other_script(scene: Scene, place: int) -> None:
    """Find words in a script that has no capitals; what they say is not to be told."""
    end = place
    while end < len(scene.words) and _has_no_case(scene, end) and not scene.marks[end]:
        end += 1
        if end == len(scene.words) or not scene.words[end].is_joined:
            break
    scene.mark(place, end, QUIET)
    if place < end <= place + _MOST_IN_OTHER_SCRIPT:
        told = Told("words in another script", Confidence.WORTH_A_LOOK, "a person")
        scene.add(place, end, IdentifierKind.NAME, told)


def _has_no_case(scene: Scene, place: int) -> bool:
    letter = scene.plain(place)[:1]
    return letter.lower() == letter.upper()


def _is_initial(scene: Scene, place: int) -> bool:
    """Say whether a letter and a full stop stand before a name, as in J. Okonkwo."""
    word = scene.words[place]
    is_letter = word.is_capital and len(word.plain) == 1 and scene.marks[place] != FOUND
    return is_letter and scene.between(place) in (". ", ".")


def _add(scene: Scene, place: int, role: str, reason: str, confidence: Confidence) -> None:
    end = end_of_name(scene, place)
    if end > place + 1 or role:
        sure = confidence is Confidence.LIKELY
        confidence = Confidence.CERTAIN if sure else Confidence.LIKELY
    suggestion = role or role_behind(scene, end - 1) or "a person"
    while place and _is_initial(scene, place - 1):
        place -= 1
    scene.add(place, end, IdentifierKind.NAME, Told(reason, confidence, suggestion))
