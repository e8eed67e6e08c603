"""What the tests of versions, holds and the bin share: a page shown, and reflections rewritten."""

from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.domain.sharing import Sharing
from tests.gui.way_in import surroundings_in
from tests.workshops import a_desk

PROMPT = "what_happened"
FIRST = "The room was quiet. Nobody spoke for a long while."
SECOND = "The room was quiet. Nobody spoke for a while, and I let it be."
THIRD = "The room was quiet. I let it be."


@contextmanager
def desk_in(folder, look):
    """Give real surroundings and an empty journal on their lane."""
    with surroundings_in(folder, look) as surroundings:
        desk = surroundings.lane.run_and_wait(
            partial(a_desk, folder / "journal", surroundings.workshop)
        )
        yield surroundings, desk
        surroundings.lane.run_and_wait(desk.close)


def write(surroundings, desk, title="Written in a test", text=FIRST):
    """Write a reflection; give its id."""

    def work():
        writing = desk.journal.begin("five_minute_capture")
        _save(desk, replace(writing, reflection=replace(writing.reflection, title=title)), text)
        return writing.reflection.id

    return surroundings.lane.run_and_wait(work)


def rewrite(surroundings, desk, reflection_id, text):
    """Come back to a reflection and leave it with other words."""

    def work():
        _save(desk, desk.journal.read(reflection_id), text)

    surroundings.lane.run_and_wait(work)


def _save(desk, writing, text):
    answer = Answer(Prose(text), Sharing.PRIVATE)
    reflection = writing.reflection.with_answer(PROMPT, answer)
    desk.journal.save(replace(writing, reflection=reflection))
    desk.journal.leave(reflection.id)


def words_now(surroundings, desk, reflection_id):
    """Give what the reflection says now."""
    read = partial(desk.journal.read, reflection_id)
    answers = surroundings.lane.run_and_wait(read).reflection.answers
    return answers[PROMPT].value.text


def titles_found(surroundings, desk, words=""):
    """Give the titles that the journal finds."""
    found = surroundings.lane.run_and_wait(partial(desk.find, Search(words=words)))
    return [outline.title for outline in found.outlines]


def dialogs():
    """Give the dialogs that stand open."""
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, QDialog) and each.isVisible()]


def the_dialog(qtbot, kind=QDialog):
    """Wait for the dialog of a kind."""
    qtbot.waitUntil(lambda: any(isinstance(each, kind) for each in dialogs()))
    return next(each for each in dialogs() if isinstance(each, kind))


def shown(page, qtbot, width=1068, height=740):
    """Show a page as the window does."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page
