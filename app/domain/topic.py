"""A topic: something to talk about in supervision, the help that is wanted, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Help(Enum):
    """What a supervisee wants from the supervisor for one topic.

    Source: how a supervisee prepares (domain facts, 4.3).
    """

    DECIDE = "decide"
    THINK_ALOUD = "think_aloud"
    SUPPORT = "support"
    RESOURCE = "resource"
    BE_TOLD = "be_told"


class TopicState(Enum):
    """Where a topic stands; one that waits goes on to the next session."""

    WAITING = "waiting"
    DISCUSSED = "discussed"
    DROPPED = "dropped"


_HELP_WORDS = {
    Help.DECIDE: "Decide with me",
    Help.THINK_ALOUD: "Think aloud with me",
    Help.SUPPORT: "Support me",
    Help.RESOURCE: "Find me a resource",
    Help.BE_TOLD: "Tell me what to do",
}
_STATE_WORDS = {
    TopicState.WAITING: "",
    TopicState.DISCUSSED: "discussed",
    TopicState.DROPPED: "dropped",
}


def help_words(wanted: Help | None) -> str:
    """Give the help that is wanted as it is chosen, read and printed, or nothing."""
    return "" if wanted is None else _HELP_WORDS[wanted]


def state_words(state: TopicState) -> str:
    """Say where a topic stands; of one that waits, nothing."""
    return _STATE_WORDS[state]


@dataclass(frozen=True, slots=True)
class TopicSource:
    """Where a topic was taken from: a reflection, one answer or action of it, or a theme.

    The position counts actions from 0 within the answer to the prompt; -1 means none. Everything
    empty but the theme means the theme itself.
    """

    reflection_id: str = ""
    prompt_key: str = ""
    position: int = -1
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic in the person's own plain words. Carried counts the sessions it has waited for."""

    words: str
    help: Help | None = None
    state: TopicState = TopicState.WAITING
    carried: int = 0
    came_of_it: str = ""
    source: TopicSource | None = None


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of one session, in the order in which they are to be taken."""

    items: tuple[Topic, ...] = ()
