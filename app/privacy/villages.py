"""Villages that no list holds, by how their names are built: "Nether Wallow", "Tettle Parva"."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.field_words import OF_THE_FIELD
from app.privacy.patterns.passage import word_set
from app.privacy.surroundings import fitted, is_placed
from app.privacy.words import FREE, Scene, Told

# With one of these, plain words are a village: "Nether Wallow". Others need a word for where.
_OF_VILLAGES = word_set(
    """
    nether upper lower little great much chipping market steeple kings king's abbots abbot's
    bishops bishop's monks priors castle temple stoke stow barton burton sutton norton weston
    aston over long high old east west north south cold hanging wood water hill marsh church earls
    earl's dry low middle mid broad saint new
    """
)
_SURELY_OF_VILLAGES = word_set(
    """
    nether chipping steeple stow abbots much
    """
)
# Behind a name these make a village of it: "Tettle Parva".
_VILLAGE_ENDS = word_set(
    """
    regis parva magna abbas episcopi monachorum ducis canonicorum newton norton green common end
    cross heath bank water underwood ferrers mandeville bassett bay sands colliery langley mere st
    mary's st bridge moor hatch lane corner row hill ford wells spa bar vale rise gate mill mills
    hollow wold wolds field fields fen fold garth brook bourne burn beck haven mouth
    """
)
_INNER = word_set(
    """
    on in by upon le la under cum next near the
    """
)


def is_village(scene: Scene, place: int) -> bool:
    """Find "Nether Wallow", "Tettle Parva" and "Tettle on Sea"; say whether it was one."""
    end = _end_of_village(scene, place)
    if end == place or any(
        scene.marks[each] != FREE for each in range(place, end, end - place - 1)
    ):
        return False
    if not is_placed(scene, place) and scene.plain(place) not in _SURELY_OF_VILLAGES:
        return False
    if any(scene.plain(each) in OF_THE_FIELD - _OF_VILLAGES for each in range(place, end)):
        return False
    if any(scene.is_of("sorts", each) for each in range(place + 1, end)):
        return False
    fitting = fitted(scene, place, "a village")
    told = Told("named as villages are", Confidence.LIKELY, fitting)
    scene.add(place, end, IdentifierKind.PLACE, told)
    return True


def _end_of_village(scene: Scene, place: int) -> int:
    """Give where capitals end that are built as villages' names; the place where they are not."""
    behind = place + 1
    if scene.words[place].is_possessive or scene.words[place].is_caps:
        return place
    if scene.is_joined(behind) and scene.plain(behind) in _INNER:
        inner = behind + 1 + (scene.plain(behind + 1) in ("the", "le"))
        is_named = scene.is_joined_capital(inner) and scene.plain(behind) not in (
            "in",
            "near",
            "the",
        )
        return inner + 1 if is_named and not scene.words[behind].is_capital else place
    if not scene.is_joined_capital(behind) or scene.is_joined_capital(behind + 1):
        return place
    is_built = scene.plain(place) in _OF_VILLAGES or scene.plain(behind) in _VILLAGE_ENDS
    return behind + 1 if is_built else place
