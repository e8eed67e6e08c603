"""Where a name that begins at some word ends: first names, particles, family names, initials."""

from __future__ import annotations

from app.privacy.words import FOUND, QUIET, Scene

_MOST_WORDS = 5
_SHORTEST_SHOUTED = 4


def end_of_name(scene: Scene, place: int) -> int:
    """Give the word behind the name that begins at a place."""
    end = place + 1
    while end < place + _MOST_WORDS and not scene.words[end - 1].is_possessive:
        if not scene.is_joined(end):
            break
        if _goes_on(scene, end):
            end += 1
            continue
        after = end
        while scene.is_joined(after) and scene.is_of("particles", after):
            after += 1
        if after == end or not (scene.is_joined(after) and _goes_on(scene, after)):
            break
        end = after + 1
    return end


def _goes_on(scene: Scene, place: int) -> bool:
    """Say whether this capital is a part of the name before it."""
    word, lists = scene.words[place], scene.lists
    if not word.is_capital or scene.marks[place] == FOUND:
        return False
    if len(word.plain) == 1:
        return word.plain != "i"
    if lists.quiet.get(word.plain) == "authors":
        return True
    if scene.marks[place] == QUIET or word.plain in lists.quiet or word.plain in lists.roles:
        return False
    if word.is_caps and not scene.words[place - 1].is_caps:
        return word.plain in lists.surnames and len(word.plain) >= _SHORTEST_SHOUTED
    # Right behind a first name any capital is a family name: Brindle and Blossom are words too.
    is_behind_first = lists.is_first_name(scene.plain(place - 1))
    is_known = lists.explains(word.plain) or word.plain in lists.capitals
    return is_behind_first or lists.is_name(word.plain) or not is_known
