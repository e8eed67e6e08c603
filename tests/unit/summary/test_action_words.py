"""An action in finished words, the same in the reading view and on every paper."""

from datetime import date

import pytest

from app.domain.answer import Action, Actions
from app.summary.answer_words import action_line, action_state, markdown_of

DAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action("Ring"), ""),
        (Action("Ring", by_when=DAY), "by 14 October 2026"),
        (Action("Ring", by_when=DAY, carried=1), "by 14 October 2026, carried forward once"),
        (Action("Ring", carried=2), "carried forward twice"),
        (Action("Ring", by_when=DAY, carried=2, done_on=DAY), "done 14 October 2026"),
        (Action("Ring", by_when=DAY, dropped_on=DAY), "dropped 14 October 2026"),
    ],
)
def test_how_an_action_stands(action, words):
    assert action_state(action) == words


def test_everything_that_stands_in_an_action_is_told():
    action = Action(
        "Ring the school",
        "me",
        DAY,
        "they answer",
        DAY,
        came_of_it="They will meet us.",
        dropped_because="Nobody was in.",
        is_on_record=True,
        checks=("timely", "ethical"),
    )
    assert action_line(action) == (
        "Ring the school · me · done 14 October 2026 · how we know: they answer · "
        "what came of it: They will meet us. · why it was dropped: Nobody was in. · "
        "on the child’s record · "
        "SMARTer: timely, E ethical"
    )


def test_a_mark_in_what_came_of_it_stays_a_mark_and_a_line_end_breaks_no_list():
    action = Action("Ring", done_on=DAY, came_of_it="They *said*\n- no")
    assert markdown_of(Actions((action,))) == (
        r"- Ring · done 14 October 2026 · what came of it: They \*said\* - no"
    )
