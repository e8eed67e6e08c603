"""The words with which something is taken to supervision; the person may write others."""

from __future__ import annotations

from app.domain.answer import Action
from app.domain.form import FormDefinition, Prompt
from app.domain.reflection import Reflection
from app.domain.topic import Topic, TopicSource


def answer_topic(reflection: Reflection, form: FormDefinition, prompt: Prompt) -> Topic:
    """Take one answer: its question says what it is about, never the answer itself."""
    words = f"{_title(reflection, form)}: {prompt.text}"
    return Topic(words, source=TopicSource(reflection.id, prompt.key))


def reflection_topic(reflection: Reflection, form: FormDefinition) -> Topic:
    """Take a whole reflection."""
    return Topic(_title(reflection, form), source=TopicSource(reflection.id))


def action_topic(action: Action, reflection_id: str, prompt_key: str, position: int) -> Topic:
    """Take an action."""
    source = TopicSource(reflection_id, prompt_key, position)
    return Topic(" ".join(action.what.split()), source=source)


def theme_topic(theme: str) -> Topic:
    """Take a theme."""
    return Topic(f"What keeps coming back: {theme}", source=TopicSource(theme=theme))


def _title(reflection: Reflection, form: FormDefinition) -> str:
    return " ".join(reflection.title.split()) or form.title
