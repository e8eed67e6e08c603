"""Home and the next supervision: it has a place of its own, and is no draft to continue."""

from datetime import date

import pytest

from app.domain.answer import Answer, Prose
from app.domain.topic import Topic
from app.services.home import NextSession
from app.services.journal import About
from app.services.sessions import SessionDetails
from tests.workshops import a_desk


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "journal")
    yield desk
    desk.vault.close()


def write(desk, title, *, is_complete):
    form = desk.journal.form("five_minute_capture")
    answers = {"what_happened": Answer(Prose("The kettle was cold."))}
    return desk.journal.write(form, answers, About(title), is_complete=is_complete)


def test_without_a_session_home_says_nothing_of_one(desk):
    assert desk.home().session is None


def test_the_next_session_is_told_and_is_neither_the_draft_nor_written_lately(desk):
    draft = write(desk, "Begun", is_complete=False)
    lately = write(desk, "Done", is_complete=True)
    desk.sessions.set_details(SessionDetails(date(2126, 11, 3), "the team manager"))
    desk.sessions.take(Topic("The letter"))
    home = desk.home()
    assert home.session == NextSession(date(2126, 11, 3), "the team manager", 1)
    assert home.draft.outline.id == draft.id
    assert [each.id for each in home.lately] == [lately.id]


def test_a_session_that_was_held_is_written_lately_like_anything_else(desk):
    desk.sessions.take(Topic("The letter"))
    held = desk.sessions.finish(desk.sessions.open_next())
    home = desk.home()
    assert held.reflection.id in [each.id for each in home.lately]
    assert home.draft is None
    assert home.session.topics == 1
