"""A topic in finished words: the same help by the same name wherever it is read."""

import pytest

from app.domain.topic import Help, Topic, TopicState, help_words
from app.summary.answer_words import topic_line
from app.summary.session_side import topic_bullet


@pytest.mark.parametrize("wanted", Help)
def test_the_help_that_is_wanted_has_one_wording(wanted):
    topic = Topic("The letter", wanted)
    assert topic_line(topic) == f"The letter · help wanted: {help_words(wanted)}"
    assert topic_bullet(topic).lead == f"{help_words(wanted)}:"


def test_of_a_topic_that_was_dropped_it_is_told_why():
    topic = Topic("The letter", state=TopicState.DROPPED, came_of_it="It was sent.")
    assert topic_line(topic) == "The letter · dropped · why: It was sent."


def test_of_a_topic_that_was_discussed_it_is_told_what_came_of_it():
    topic = Topic("The letter", state=TopicState.DISCUSSED, came_of_it="Sent.", carried=1)
    assert topic_line(topic) == (
        "The letter · discussed · carried forward once · what came of it: Sent."
    )
