"""Names behind a title, as Mr, Dr and Judge: after one even a plain word is a name."""

from __future__ import annotations

from app.domain.identifier import Confidence, IdentifierKind
from app.privacy.name_ends import end_of_name
from app.privacy.surroundings import fitted
from app.privacy.words import FOUND, QUIET, Scene, Told

_LABELS = frozenset("abcxyz")


def find_titled(scene: Scene, place: int) -> bool:
    """Find a name behind the title at a place, and say whether there is one."""
    lists, title = scene.lists, scene.words[place]
    if not title.is_capital and title.plain not in lists.grammar["in_small"]:
        return False
    if scene.marks[place] == QUIET:
        return False  # as in Mr Tumble
    start, suggestion = place, lists.titles[title.plain]
    while scene.plain(place + 1) in lists.titles and scene.is_joined_capital(place + 2):
        place += 1
    first = place + 1
    while scene.is_joined(first + 1) and scene.is_of("particles", first):
        first += 1  # as in Mr de Souza
    if not scene.is_joined(first) or not _is_name(scene, first, scene.plain(place)):
        return False
    told = Told("a title stands before it", Confidence.CERTAIN, fitted(scene, start, suggestion))
    scene.add(start, end_of_name(scene, first), IdentifierKind.NAME, told)
    return True


def _is_name(scene: Scene, place: int, title: str) -> bool:
    word, lists = scene.words[place], scene.lists
    plain, is_sure = word.plain, title in lists.grammar["sure_titles"]
    if scene.marks[place] == FOUND or not word.is_capital:
        is_small = not word.is_capital and title in lists.grammar["in_small"]
        return is_small and _is_small_name(scene, plain)
    if len(plain) == 1:
        return is_sure and plain != "i" and plain not in _LABELS
    if lists.quiet.get(plain) in ("authors", "months"):
        return is_sure or scene.marks[place] != QUIET
    if plain in lists.roles or (scene.marks[place] == QUIET and not is_sure):
        return False
    if plain in lists.quiet and title not in lists.grammar["plain_titles"]:
        return False
    return is_sure or lists.is_name(plain) or not lists.explains(plain)


def _is_small_name(scene: Scene, plain: str) -> bool:
    lists = scene.lists
    is_name = lists.is_first_name(plain) or plain in lists.surnames
    return is_name or not lists.explains(plain)
