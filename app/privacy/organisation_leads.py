"""Organisations in plain words with capitals, by what stands before or behind them."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.field_words import OF_THE_FIELD
from app.privacy.patterns.passage import word_set
from app.privacy.surroundings import fitted
from app.privacy.words import FREE, Scene, Told

_MOST = 5
# What is at an organisation: "her teacher at Parklands".
_OF_ONE = word_set(
    """
    class head headteacher headmaster headmistress teacher teachers senco dsl pupil pupils reception
    nursery midwife midwives nurse nurses consultant paediatrician psychiatrist dentist doctor
    doctors staff worker workers keyworker manager matron ward wing bed beds registrar imam pastor
    vicar priest coach receptionist gp counsellor mentor tutor student apprentice apprenticeship
    chef cleaner job shift shifts shop office club group sessions session playgroup assembly classes
    lesson lessons course place tenancy room hostel refuge resident residents governor chaplain
    officer officers caretaker warden volunteer volunteers placement contact therapist physio
    attendance
    """
)
_AT = frozenset(("at", "from"))
# "attends Parklands", "excluded from Longcroft".
_GOES = word_set(
    """
    attends attended attending attend joins joined starts started start excluded discharged admitted
    remanded works worked working volunteers volunteered expelled suspended graduated transferred
    barred banned plays played trained trains enrolled registered boards stayed stays staying
    """
)
_GOES_TO = frozenset(("at", "from", "to", "for", "with"))
_DIRECT = frozenset(("attends", "attended", "attending", "attend", "joined", "joins"))
_CALLED = frozenset(("called", "named"))
_BEFORE_MANY = frozenset(
    (
        "at",
        "from",
        "outside",
        "near",
        "opposite",
        "by",
        "with",
        "called",
        "named",
        "to",
        "behind",
        "shut",
        "closed",
        "visited",
        "phoned",
        "emailed",
        "left",
        "contacted",
        "inspected",
        "runs",
    )
)
# What bodies do: "Bright Futures sent a mentor".
_DOES = word_set(
    """
    sent sends say says said rang rings closed closes gave gives want wants won't wouldn't has have
    lost changed changes sacked runs run lets let refused refuses refuse keeps kept keep discharged
    wrote writes took takes will would offered offers offer do does did can cannot can't could
    emailed phoned evicted found finds pays paid told think thinks need needs never put got shut
    opened rejected declined accepted are is were was withdrew
    """
)
_SORTS_TOLD = word_set(
    """
    charity agency ifa provider refuge hostel home unit pru club team gym pub school nursery
    hospital prison church mosque temple gurdwara synagogue surgery pharmacy chemist college academy
    hospice project scheme firm solicitors landlord shop café cafe salon gang crew placement
    playgroup contractor childminder group service clinic centre hub foyer foodbank takeaway
    """
)
# Of the field, but behind another word the end of a name: "Compass Fostering".
_LAST = word_set(
    """
    group fostering voice support therapy care services housing nursery school house lodge grange
    manor villa cottage
    """
)
_FEWEST = 2


def led(scene: Scene, place: int) -> bool:
    """Find what begins with the capital at a place; say whether it was one."""
    if scene.marks[place] != FREE or scene.words[place].is_caps or scene.words[place].in_heading:
        return False
    if scene.is_joined(place - 1 + 1) and scene.is_joined_capital(place) and place:
        before = scene.words[place - 1]
        if before.is_capital and not before.is_first and before.plain not in _SORTS_TOLD:
            return False  # in the middle of capitals
    end = _end(scene, place)
    if end == place:
        return False
    suggestion, sure = _told(scene, place, end)
    if not suggestion:
        return False
    told = Told("a capital where organisations are named", sure, fitted(scene, place, suggestion))
    scene.add(place, end, IdentifierKind.ORGANISATION, told)
    return True


def _end(scene: Scene, place: int) -> int:
    """Give where capitals end that may name one; the place itself where they may not."""
    end = place
    while end < place + _MOST and (end == place or scene.is_joined_capital(end)):
        word, lists = scene.words[end], scene.lists
        if scene.marks[end] != FREE or word.is_caps or len(word.plain) == 1:
            return place
        is_last = end > place and word.plain in _LAST
        if (word.plain in OF_THE_FIELD and not is_last) or (
            word.plain in lists.titles and word.plain != "little"
        ):
            return place
        if word.plain in lists.roles or (word.plain in lists.quiet and not is_last):
            return place
        end += 1
        if word.is_possessive:
            break
    return place if scene.is_joined_capital(end) else end


def _told(scene: Scene, place: int, end: int) -> tuple[str, Confidence]:
    """Give what stands for it, and how sure it is; nothing where nothing tells."""
    lists, names = scene.lists, scene.words[place:end]
    is_plain = all(lists.explains(each.plain) for each in names)
    is_person = any(lists.is_first_name(each.plain) for each in names)
    if is_person:
        return "", Confidence.WORTH_A_LOOK
    if lists.is_place(names[0].plain):
        is_meant = len(names) >= _FEWEST and not names[0].is_first and _is_at(scene, place, 1)
        return ("an organisation" if is_meant else ""), Confidence.CERTAIN
    if not names[0].is_first and not names[-1].is_possessive:
        sort = _sort_before(scene, place)
        if sort:
            return sort, Confidence.CERTAIN
        if scene.is_joined(place) and is_plain and _is_at(scene, place, len(names)):
            return "an organisation", Confidence.WORTH_A_LOOK
    is_named = len(names) >= _FEWEST and names[0].plain != "the"  # no sort, as "The Car Park"
    is_body = is_named and is_plain and _is_body(scene, place, end)
    return ("an organisation" if is_body else ""), Confidence.WORTH_A_LOOK


def _sort_before(scene: Scene, place: int) -> str:
    """Give the sort that an aside names: "the refuge, Safe Harbour, gave"."""
    before = place - 1
    if before < 0 or scene.between(before) not in (", ", ": ", " - ", " (", " called "):
        is_called = scene.is_joined(place) and scene.plain(before) in _CALLED
        before -= 1
        if not is_called:
            return ""
    plain = scene.plain(before)
    if plain not in _SORTS_TOLD or scene.words[before].is_capital:
        return ""
    return scene.lists.organisations.get(plain, "an organisation")


def _is_at(scene: Scene, place: int, length: int) -> bool:
    """Say whether "her teacher at", "attends" or, for several words, "from" stands before."""
    before, further = scene.plain(place - 1), scene.plain(place - 2)
    if before in _DIRECT or (before in _GOES_TO and further in _GOES):
        return True
    if before in _AT and further in _OF_ONE:
        return True
    if length >= _FEWEST and before == "the":
        return further in _BEFORE_MANY or further == "above"
    return length >= _FEWEST and before in _BEFORE_MANY


def _is_body(scene: Scene, place: int, end: int) -> bool:
    """Say whether capitals do what bodies do, or are told to be one."""
    if scene.is_joined(end):
        return scene.plain(end) in _DOES or scene.plain(end) in scene.lists.organisation_heads
    is_aside = scene.between(end - 1) == ", " and scene.plain(end) in ("where", "the", "a", "our")
    return is_aside and (scene.plain(end) == "where" or scene.plain(end + 1) in _SORTS_TOLD)
