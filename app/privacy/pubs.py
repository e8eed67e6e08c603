"""Pubs, which are named after lions, ploughs and kings."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.patterns.passage import word_set
from app.privacy.surroundings import fitted
from app.privacy.words import FOUND, Scene, Told

_LONGEST = 5
_PUB_NOUNS = word_set(
    """
    lion lions hart swan swans anchor fox hounds dog duck partridge pheasant plough harrow bull
    horse horses greyhound ship angel dragon oak wheatsheaf cricketers feathers keys boar bear
    stag eagle falcon cock pigeons dolphin unicorn griffin railway wagon waggon tavern arms inn
    head bell bells barrel barrels tun tuns horseshoe horseshoes elephant castle lamb ram goat
    beehive wellington nelson shakespeare victoria trout mitre globe volunteer nag's jockey
    blacksmiths carpenters masons shepherd woodman gardeners miners foresters crown rose thistle
    star moon sun rising compasses crossbow mermaid windmill cat fiddle bush vine hop sheaf fleece
    phoenix peacock raven hawk falcon swallow saracen's turk's moor's king's queen's prince
    windsor coach
    """
)
_PUB_FIRST = word_set(
    """
    red white black blue green golden old royal three five seven two six royal king's queen's duke
    prince lord marquis nag's bull's boar's hare spotted flying jolly merry rising crossed cross
    half new bay grey bald bird blind hole slug crooked dirty little silent
    """
)
# One word of these is a pub only where somebody is in or at it.
INSIDE = word_set(
    """
    in at outside behind opposite down from near to
    """
)
_ALONE = word_set(
    """
    plough swan anchor greyhound wheatsheaf cricketers feathers railway griffin unicorn dolphin
    beehive woodman volunteer harrow crown bull ship fox angel bell
    """
)


def find_pub(scene: Scene, place: int) -> bool:
    """Find "the Red Lion", "the Dog and Partridge" and, after in or at, "the Plough"."""
    if not scene.is_joined(place) or scene.plain(place - 1) != "the" or place < 1:
        return False
    end = place + 1
    while scene.is_joined_capital(end) and end < place + _LONGEST:
        end += 1
    is_pair = scene.joined_phrase(end, 1) == "and" and scene.is_joined_capital(end + 1)
    is_pair = is_pair or (scene.between(end - 1) == " & " and end < len(scene.words))
    if is_pair:
        end += 2 if scene.plain(end) == "and" else 1
    if any(scene.marks[each] == FOUND for each in range(place, end)):
        return False
    first, last = _owned(scene, place), _owned(scene, end - 1)
    is_pub = last in _PUB_NOUNS and (
        (end > place + 1 and (first in _PUB_FIRST or first in _PUB_NOUNS))
        or (end == place + 1 and last in _ALONE and scene.plain(place - 2) in INSIDE)
    )
    if not is_pub or scene.is_joined_capital(end):
        return False
    told = Told("named as pubs are", Confidence.LIKELY, fitted(scene, place, "a pub"))
    scene.add(place, end, IdentifierKind.ORGANISATION, told)
    return True


def _owned(scene: Scene, place: int) -> str:
    return scene.joined_phrase(place, 1)
