"""A journal with supervision in it: one session held, the next one prepared; all invented."""

from dataclasses import replace
from datetime import date

from app.domain.answer import Action, Actions, Answer, Choice, Prose, Scale, ShortText
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics

HELD_ON, NEXT_ON = date(2026, 10, 6), date(2026, 11, 3)
SHARED = Sharing.SUPERVISION
AGREED = (
    Action(
        "Ask for advocacy before the next review for Child A",
        "me",
        date(2026, 10, 16),
        done_on=date(2026, 10, 14),
        came_of_it="An advocate saw Child A on 13 October.",
    ),
    Action("Ask the health visitor about the weight chart", "me", date(2026, 11, 9), carried=1),
    Action(
        "Write to the housing officer",
        "the team manager",
        dropped_on=date(2026, 10, 12),
        dropped_because="They had moved.",
    ),
)
TOPICS = (
    Topic("Whether I hurry conferences when a parent is quiet.", Help.THINK_ALOUD),
    Topic("May I hold the pre-meeting without the school?", Help.DECIDE, carried=1),
    Topic("The pace of this autumn."),
)


def hold_a_session(desk, actions=AGREED, day=HELD_ON):
    """Hold a session with what was agreed in it; give its id."""
    writing = desk.journal.begin_on(desk.sessions.form())
    reflection = replace(writing.reflection, event_date=day).with_answers(
        {
            "supervisor": Answer(ShortText("the team manager"), SHARED),
            "agreed": Answer(Actions(actions), SHARED),
            "disagreements": Answer(Prose("PRIVATE quarrel"), Sharing.PRIVATE),
        }
    )
    desk.journal.finish(replace(writing, reflection=reflection))
    return reflection.id


def prepare_the_next(desk, topics=TOPICS, *, shares_capacity=False, **more):
    """Prepare the next session; give its id."""
    writing = desk.sessions.open_next()
    answers = {
        "supervisor": Answer(ShortText("the team manager"), SHARED),
        "kind": Answer(Choice("Planned"), SHARED),
        "topics": Answer(Topics(topics), SHARED),
        "challenge_me": Answer(Prose("My calm: is it *calm*, or distance?"), SHARED),
        "avoiding": Answer(Prose("PELICAN the call to the school"), Sharing.PRIVATE),
        "bring_capacity": Answer(Choice("Bring it"), Sharing.PRIVATE),
        "capacity": Answer(
            Scale(4, "Two reports wait."), SHARED if shares_capacity else Sharing.PRIVATE
        ),
        **more,
    }
    reflection = replace(writing.reflection, event_date=NEXT_ON).with_answers(answers)
    desk.journal.save(replace(writing, reflection=reflection))
    return reflection.id


def with_sessions(desk, **options):
    """Hold one session and prepare the next; give the id of the latter."""
    hold_a_session(desk)
    return prepare_the_next(desk, **options)
