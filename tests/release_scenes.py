"""The scenes of what leaves: the questions before it does, and the people key."""

from functools import partial

from PySide6.QtGui import QAction

from app.domain.answer import Answer, Prose
from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Verdict
from app.domain.sharing import Sharing
from app.services.file_kind import FileKind
from app.services.journal import About
from app.ui.dialogs.people_key_dialog import PeopleKeyDialog
from app.ui.dialogs.release_dialog import ReleaseDialog
from app.ui.errands.copying import Copying
from tests.fakes import FakeAsker

_WORDS = (
    "I met Adaeze Brindle and her mum Donna at 14 Quarry Street, Todmorden, on 3 October 2026. "
    "Adaeze is 14 months old. Donna said “I never want to see that house again”. "
    "Her school, Brindle Lane Primary, rang me on 07700 900123."
)
_PEOPLE = (
    KeptPerson("Child A", ("Adaeze Brindle", "Ada")),
    KeptPerson("the school", ("Brindle Lane Primary",)),
)


def _write(desk):
    desk.people_key.keep(_PEOPLE)
    form = desk.journal.form("five_minute_capture")
    answers = {form.sections[0].prompts[0].key: Answer(Prose(_WORDS), Sharing.SUPERVISION)}
    return desk.journal.write(form, answers, About("The visit after school")).id


def _paper(studio):
    view = studio.open(studio.journal)
    uid = studio.surroundings.lane.run_and_wait(partial(_write, view.desk))
    view.read(uid)
    studio.settle()
    view.journal.reading.print_menu.reflection_asked.emit()
    studio.settle()
    return studio.focused_dialog()


def arrange_release(studio):
    paper = _paper(studio)
    studio.surroundings.asker = FakeAsker(studio.folder / "paper.pdf")
    next(each for each in paper.kinds.actions() if each.data() is FileKind.PDF).trigger()
    studio.settle()
    return studio.focused_dialog()


def arrange_decided(studio):
    dialog = arrange_release(studio)
    assert isinstance(dialog, ReleaseDialog)
    for row, verdict in zip(dialog.rows, (Verdict.REPLACED, Verdict.KEPT), strict=False):
        row.choose(verdict)
    studio.settle()


def arrange_labels_on_paper(studio):
    _paper(studio)


def arrange_people_key(studio):
    view = studio.open(studio.journal)
    studio.surroundings.lane.run_and_wait(partial(_write, view.desk))
    studio.window.findChild(QAction, "people_key").trigger()
    studio.settle()
    dialog = studio.focused_dialog()
    assert isinstance(dialog, PeopleKeyDialog)
    dialog.list.setCurrentIndex(dialog.list.model().index(0))
    dialog.shows_names.setChecked(True)
    studio.settle()


def arrange_copied(studio):
    view = studio.open(studio.journal)
    view.read(studio.surroundings.lane.run_and_wait(partial(_write, view.desk)))
    studio.settle()
    view.findChild(Copying).begin(_WORDS)
    studio.settle()


SCENES = {
    "170-before-it-leaves": arrange_release,
    "171-decided": arrange_decided,
    "172-labels-on-paper": arrange_labels_on_paper,
    "173-people-key": arrange_people_key,
    "178-copied": arrange_copied,
}
