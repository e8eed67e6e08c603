"""Scenes of supervision sessions for the screenshots: taking, preparing, agreeing, holding."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtTest import QTest

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics, TopicState
from app.services.sessions import AGREED, TOPICS, SessionDetails

_TOPICS = (
    Topic("Whether I hurry conferences when a parent is quiet", Help.THINK_ALOUD),
    Topic("May I hold the pre-meeting without the school?", Help.DECIDE, carried=1),
    Topic("How I am after the visit in September", Help.SUPPORT),
)
_DETAILS = SessionDetails(date(2026, 11, 3), "the team manager", "Planned")


def arrange_taken(studio):
    """A reflection is taken to supervision by one key."""
    view = studio.view()
    view.read(studio.reflection("The father nobody had met"))
    studio.settle()
    view.taking.take()
    studio.settle()


def arrange_summary_for_session(studio):
    """The summary with the next session over it."""
    _prepare(studio)
    studio.window.open_view.go("supervision")
    studio.settle(20)


def arrange_details(studio):
    """When the next session is, with whom, and of which kind."""
    arrange_summary_for_session(studio)
    studio.window.open_view.supervision.column.details_asked.emit()
    studio.settle()


def arrange_preparing(studio):
    """Topics with the help that is wanted."""
    _prepare(studio)
    studio.window.open_view.supervision_ways.prepare()
    studio.settle(10)


def arrange_agreeing(studio):
    """After the session: what was discussed, and what was agreed."""
    _prepare(studio, TopicState.DISCUSSED)
    studio.window.open_view.supervision_ways.note_agreed()
    studio.settle(10)


def arrange_discussed(studio):
    """After the session: what came of a topic."""
    _prepare(studio, TopicState.DISCUSSED)
    studio.window.open_view.supervision_ways.prepare()
    studio.settle(10)


def arrange_holding(studio):
    """Before a session is noted as held."""
    arrange_agreeing(studio)
    studio.window.open_view.editor.ask_to_finish()
    studio.settle()


def arrange_home_before_session(studio):
    """Home tells of the next supervision."""
    _prepare(studio)
    studio.window.open_view.go("home")
    studio.settle()


def _prepare(studio, first=TopicState.WAITING):
    view = studio.open(studio.journal)
    studio.surroundings.lane.run_and_wait(partial(_written, view.desk.sessions, first))
    QTest.qWait(10)


def _written(sessions, first):
    sessions.set_details(_DETAILS)
    writing = sessions.open_next()
    came = "We will try ten seconds of silence." if first is TopicState.DISCUSSED else ""
    topics = (replace(_TOPICS[0], state=first, came_of_it=came), *_TOPICS[1:])
    shared = Sharing.SUPERVISION
    answers = {
        **writing.reflection.answers,
        TOPICS: Answer(Topics(topics), shared),
        "keeps_coming_back": Answer(Prose("Fathers in the second sentence."), shared),
        AGREED: Answer(
            Actions(
                (
                    Action(
                        "Ring the school before the core group",
                        "me",
                        date(2026, 11, 10),
                        "their reply is in the minutes",
                        is_on_record=True,
                    ),
                )
            )
            if first is TopicState.DISCUSSED
            else Actions(),
            shared,
        ),
    }
    sessions.journal.save(replace(writing, reflection=writing.reflection.with_answers(answers)))


SCENES = {
    "120-taken-to-supervision": arrange_taken,
    "121-summary-for-session": arrange_summary_for_session,
    "122-session-details": arrange_details,
    "123-preparing-session": arrange_preparing,
    "124-discussed": arrange_discussed,
    "125-agreed": arrange_agreeing,
    "126-session-held": arrange_holding,
    "127-home-before-session": arrange_home_before_session,
}
