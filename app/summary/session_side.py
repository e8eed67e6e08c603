"""What a summary takes from the sessions themselves: the last one's actions, the next one's topics.

A session is a reflection, so that its answers get in under the same rule as all others: they are
marked for supervision, or put into this one summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.answer import Action, Answer
from app.domain.form import Prompt, Section
from app.domain.placed_action import carried_words
from app.domain.topic import Help, Topic, Topics, TopicState, help_words
from app.summary.answer_words import is_told, plain_as_markdown
from app.summary.choice import ChosenReflection, SharedReflection, SummaryChoice
from app.summary.document import Bullet, Prose

CHARACTERS_OF_HEAD = 16
_BEFORE, _CAPACITY = "before", "capacity"  # sections of the session's form
_WORDS_OF_A_ROW = 15
_IS_CAPACITY_BROUGHT = "bring_capacity"
HELP_LEADS = {wanted: f"{help_words(wanted)}:" for wanted in Help}


@dataclass(frozen=True, slots=True)
class SessionSide:
    """The session to come, those that were held, and where the record of changes ends.

    The last session held stands first; of those before it, and of actions that belong to no
    session, only what is still open counts.
    """

    coming: SharedReflection | None = None
    held: tuple[SharedReflection, ...] = ()
    still_open: tuple[SharedReflection, ...] = ()
    head: str = ""

    def actions(self, choice: SummaryChoice) -> list[Action]:
        """Give the actions from last time: all of the last session, those before if still open."""
        last = self._actions_in(self.held[:1], choice)
        before = self._actions_in((*self.held[1:], *self.still_open), choice)
        return [*last, *(action for action in before if action.is_open)]

    def _actions_in(
        self, sources: Iterable[SharedReflection], choice: SummaryChoice
    ) -> Iterator[Action]:
        for source in sources:
            # One that was chosen brings its actions itself.
            if source.reflection.id not in choice.reflection_ids:
                yield from ChosenReflection(source, choice).actions()

    def topics(self, choice: SummaryChoice) -> list[Topic]:
        """Give the topics that wait for the session to come and are not left out."""
        return [each for each in self.every_topic() if each.words not in choice.topics_left_out]

    def every_topic(self) -> list[Topic]:
        """Give the topics that wait for the session to come."""
        if self.coming is None:
            return []
        values = [answer.value for _, answer in self.coming.shared()]
        topics = [item for value in values if isinstance(value, Topics) for item in value.items]
        return [each for each in topics if each.state is TopicState.WAITING and each.words.strip()]

    def prepared(self, choice: SummaryChoice) -> list[Prose]:
        """Give what was prepared for the session to come, each answer under its question."""
        return self._taken(_BEFORE, choice)

    def wellbeing(self, choice: SummaryChoice) -> list[Prose]:
        """Give how one is and what one can carry, as far as it is brought."""
        return self._taken(_CAPACITY, choice)

    def every_prepared(self) -> list[tuple[Prompt, Answer]]:
        """Give every answer that was prepared, marked for supervision or not."""
        return self._asked(_BEFORE)

    def every_wellbeing(self) -> list[tuple[Prompt, Answer]]:
        """Give every answer about wellbeing and capacity, marked for supervision or not."""
        return self._asked(_CAPACITY)

    def words(self) -> int:
        """Give about how many words this takes on the page; a row of a table counts for more."""
        choice = SummaryChoice()
        actions = (
            f"{each.what} {each.how_known} {each.came_of_it} {each.dropped_because}"
            for each in self.actions(choice)
        )
        topics = (each.words for each in self.topics(choice))
        prepared = (f"{each.lead} {each.markdown}" for each in self.prepared(choice))
        rows = (*actions, *topics)
        return len(rows) * _WORDS_OF_A_ROW + sum(len(each.split()) for each in (*rows, *prepared))

    def _taken(self, section: str, choice: SummaryChoice) -> list[Prose]:
        if self.coming is None:
            return []
        chosen = ChosenReflection(self.coming, choice)
        keys = {prompt.key for prompt, _ in self._asked(section)}
        return [
            Prose(
                chosen.words(prompt, answer),
                prompt.text,
                is_from_fields=not is_told(answer.value),
            )
            for prompt, answer in chosen.taken
            if prompt.key in keys
        ]

    def _asked(self, section: str) -> list[tuple[Prompt, Answer]]:
        if self.coming is None:
            return []
        keys = {prompt.key for prompt in _prompts(self.coming.form.sections, section)}
        asked = (each for each in self.coming.asked if each[0].key in keys)
        return [each for each in asked if not isinstance(each[1].value, Topics)]


NO_SESSION = SessionSide()


def topic_bullet(topic: Topic) -> Bullet:
    """Give a topic as an item, led by the help that is wanted."""
    carried = carried_words(topic.carried)
    words = f"{topic.words.strip()} ({carried})" if carried else topic.words.strip()
    return Bullet(plain_as_markdown(words), HELP_LEADS[topic.help] if topic.help else "")


def _prompts(sections: Iterable[Section], key: str) -> Iterator[Prompt]:
    for section in sections:
        if section.key == key:
            yield from (each for each in section.prompts if each.key != _IS_CAPACITY_BROUGHT)
