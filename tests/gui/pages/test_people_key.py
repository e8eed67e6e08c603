"""The people key in the window: names shown on demand, kept at once, put back when removed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.identifier import KeptPerson
from app.ui.dialogs.people_key_dialog import PeopleKeyDialog
from app.ui.errands.people_key import PeopleKeyErrand
from tests.gui.standing import shown, standing, words_of
from tests.gui.way_in import unnamed_controls

ADA = KeptPerson("Child A", ("Adaeze Brindle", "Ada"))


@pytest.fixture
def place(surroundings, desk, qtbot):
    page = QWidget()
    page.resize(1000, 760)
    qtbot.addWidget(page)
    page.show()
    made = Place(surroundings, desk, qtbot, page)
    yield made
    for dialog in shown(PeopleKeyDialog):
        dialog.reject()


class Place:
    def __init__(self, surroundings, desk, qtbot, page):
        self.surroundings, self.desk, self.qtbot = surroundings, desk, qtbot
        self.errand = PeopleKeyErrand(surroundings, page, desk)

    def keep(self, *people, of=""):
        self.surroundings.lane.run_and_wait(partial(self.desk.people_key.keep, people, of))

    def kept(self, of=""):
        return self.surroundings.lane.run_and_wait(partial(self.desk.people_key.of, of))

    def open(self, reflection_id=""):
        self.errand.begin(reflection_id)
        return standing(PeopleKeyDialog, self.qtbot)

    def settle(self):
        self.surroundings.lane.wait()
        QTest.qWait(5)


def lines_of(dialog):
    model = dialog.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_names_are_shown_only_when_asked_for(place):
    place.keep(ADA)
    dialog = place.open()
    assert lines_of(dialog) == ["Child A · 2 names"]
    dialog.list.setCurrentIndex(dialog.list.model().index(0))
    assert dialog.names.text == ""
    assert "Adaeze" not in words_of(dialog)
    dialog.shows_names.setChecked(True)
    assert lines_of(dialog) == ["Child A: Adaeze Brindle, Ada"]
    assert dialog.names.text == "Adaeze Brindle, Ada"
    assert unnamed_controls(dialog) == []


def test_somebody_is_kept_by_typing_and_enter(place):
    dialog = place.open()
    assert "Nobody is in the key yet." in words_of(dialog)
    QTest.keyClicks(dialog.label.edit, "Child A")
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.names.edit, "Adaeze Brindle, Ada")
    QTest.keyClick(dialog.names.edit, Qt.Key.Key_Return)
    place.settle()
    assert place.kept() == (ADA,)
    assert shown(PeopleKeyDialog) == [dialog]
    dialog.new.click()
    QTest.keyClicks(dialog.label.edit, "the school")
    QTest.keyClicks(dialog.names.edit, "Brindle Lane")
    dialog.keep.click()
    place.settle()
    assert [each.label for each in place.kept()] == ["Child A", "the school"]


def test_a_label_is_changed_while_its_names_stay_hidden(place):
    place.keep(ADA)
    dialog = place.open()
    dialog.list.setCurrentIndex(dialog.list.model().index(0))
    dialog.label.edit.selectAll()
    QTest.keyClicks(dialog.label.edit, "the younger child")
    dialog.keep.click()
    place.settle()
    assert place.kept() == (KeptPerson("the younger child", ADA.names),)


def test_somebody_who_was_removed_can_be_put_back(place):
    place.keep(ADA, KeptPerson("Child B", ("Mordecai",)))
    dialog = place.open()
    dialog.list.setCurrentIndex(dialog.list.model().index(0))
    dialog.remove.click()
    place.settle()
    assert [each.label for each in place.kept()] == ["Child B"]
    assert "“Child A” was removed" in words_of(dialog)
    dialog.undo.click()
    place.settle()
    assert [each.label for each in place.kept()] == ["Child A", "Child B"]


def test_what_cannot_be_kept_is_said_and_stays_in_the_field(place):
    dialog = place.open()
    QTest.keyClicks(dialog.label.edit, "Child A")
    QTest.keyClicks(dialog.names.edit, "A")
    dialog.keep.click()
    place.settle()
    assert "two letters" in dialog.names.error
    assert dialog.names.text == "A"
    assert place.kept() == ()


def test_names_of_one_reflection_are_kept_apart(place):
    place.keep(ADA)
    place.keep(KeptPerson("the aunt", ("Ottoline",)), of="one")
    dialog = place.open("one")
    assert lines_of(dialog) == ["Child A · 2 names"]
    dialog.scope.setCurrentIndex(1)
    place.settle()
    assert lines_of(dialog) == ["the aunt · 1 name"]
