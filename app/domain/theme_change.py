"""Giving a theme another name, or joining two themes into one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.answer import Answer, ChosenThemes
from app.domain.reflection import Reflection


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """What another name for a theme changes, told before and after it is done.

    What is on hold keeps the old name; joined is how many have the new name without it; of those
    that change, so many lie in the bin.
    """

    old: str
    new: str
    changing: int
    held: int
    joined: int
    binned: int = 0

    @property
    def is_joining(self) -> bool:
        """Say whether there is a theme of the new name already."""
        return self.joined > 0


def with_theme_renamed(reflection: Reflection, old: str, new: str, at: datetime) -> Reflection:
    """Give a reflection under the new theme, in the place of the old one and only once.

    Its answers that choose themes follow.
    """
    answers = {key: _renamed(answer, old, new) for key, answer in reflection.answers.items()}
    themes = _names(reflection.themes, old, new)
    return replace(reflection, themes=themes, answers=answers, changed_at=at)


def _renamed(answer: Answer, old: str, new: str) -> Answer:
    value = answer.value
    if not isinstance(value, ChosenThemes) or old not in value.names:
        return answer
    return replace(answer, value=ChosenThemes(_names(value.names, old, new)))


def _names(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if name == old else name for name in names))
