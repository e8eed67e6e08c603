"""What the lane brings to the editor: a reflection to write on, and the themes in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.following_up import FORM_ID
from app.domain.theme_groups import ThemeVocabulary
from app.services.following_up import FirstWriting, LookAhead
from app.services.journal import Writing
from app.services.workshop import Desk


@dataclass(frozen=True, slots=True)
class Opening:
    """One answer to one request to open."""

    number: int
    writing: Writing
    themes: ThemeVocabulary
    place: str = ""  # key of the prompt written in last
    is_held: bool = False
    ahead: LookAhead = field(default_factory=LookAhead)
    first: FirstWriting | None = None  # what this looks again at


def opened(desk: Desk, number: int, work: Callable[[], Writing], place: str = "") -> Opening:
    """Read what is to be written on; the number tells which request it answers.

    The writing goes on at this place, else where it was left.
    """
    writing = work()
    reflection_id = writing.reflection.id
    is_held = desk.retention.keeping(reflection_id).is_held
    themes = desk.theming.offered()
    place = place or desk.places.last_in(reflection_id)
    following_up = desk.following_up
    ahead = following_up.ahead(writing)
    first = following_up.first_of(reflection_id) if writing.form.id == FORM_ID else None
    return Opening(number, writing, themes, place, is_held, ahead, first)
