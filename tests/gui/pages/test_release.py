"""Before a paper leaves the window: nothing unasked, nothing half decided, labels for names."""

from functools import partial

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.answer import Answer, Prose
from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Decision, Verdict
from app.domain.sharing import Sharing
from app.services.browsing import read_reflection
from app.services.checked_words import AlikeFindings
from app.services.file_kind import FileKind
from app.services.journal import About
from app.summary.leaving_texts import LeavingText
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.dialogs.release_dialog import ReleaseDialog
from app.ui.pages.reading_view import ReadingView
from app.ui.paper_acts import ReadingPapers
from tests.gui.standing import shown, standing, words_of
from tests.gui.way_in import unnamed_controls

pytestmark = pytest.mark.asks_before_leaving

WORDS = "I met Adaeze Brindle at LS11 8QX. Adaeze Brindle was tired."


@pytest.fixture
def place(surroundings, desk, qtbot):
    made = Place(surroundings, desk, qtbot)
    yield made
    made.close()


class Place:
    """The paper of one reflection that names somebody, ready to be saved."""

    def __init__(self, surroundings, desk, qtbot):
        self.surroundings, self.desk, self.qtbot = surroundings, desk, qtbot
        self.reading = ReadingView(surroundings.look)
        self.reading.resize(1000, 760)
        qtbot.addWidget(self.reading)
        ReadingPapers(surroundings, desk, self.reading)
        self.reading.show()
        self.uid = self.on_lane(self.write)

    def on_lane(self, work):
        return self.surroundings.lane.run_and_wait(work)

    def write(self):
        form = self.desk.journal.form("fook_two_stages")
        answers = {form.sections[0].prompts[0].key: Answer(Prose(WORDS), Sharing.SUPERVISION)}
        return self.desk.journal.write(form, answers, About("A visit")).id

    def open(self):
        self.reading.show_reading(
            self.on_lane(partial(read_reflection, self.desk.vault, self.uid)), ""
        )
        self.reading.print_menu.reflection_asked.emit()
        self.paper = standing(PaperDialog, self.qtbot)
        self.qtbot.waitUntil(self.paper.print_button.isEnabled)
        return self.paper

    def save(self, target):
        paper = self.open()
        self.surroundings.asker.paths.append(target)
        next(each for each in paper.kinds.actions() if each.data() is FileKind.WORD).trigger()
        return paper

    def asked(self):
        return standing(ReleaseDialog, self.qtbot)

    def close(self):
        for dialog in (*shown(ReleaseDialog), *shown(Confirming), *shown(PaperDialog)):
            dialog.reject()


def text_of(target):
    return "\n".join(each.text for each in docx.Document(target).paragraphs)


def row_of(dialog, words):
    return next(each for each in dialog.rows if words in each.alike.first.words)


def test_nothing_is_written_before_everything_is_decided(place, tmp_path):
    target = tmp_path / "paper.docx"
    place.save(target)
    dialog = place.asked()
    assert not dialog.go_on.isEnabled()
    assert "Adaeze Brindle" in words_of(dialog)
    assert "LS11 8QX" in words_of(dialog)
    assert unnamed_controls(dialog) == []
    dialog.stay.click()
    place.surroundings.lane.wait()
    assert not target.exists()


def test_each_decision_is_on_the_paper_and_is_asked_for_once(place, tmp_path, qtbot):
    target = tmp_path / "paper.docx"
    paper = place.save(target)
    dialog = place.asked()
    row_of(dialog, "Adaeze").choose(Verdict.REPLACED)
    row_of(dialog, "Adaeze").field.set_text("the child")
    row_of(dialog, "LS11").choose(Verdict.KEPT)
    assert not dialog.go_on.isEnabled(), "a reason is missing"
    QTest.keyClicks(row_of(dialog, "LS11").field.edit, "She lives elsewhere")
    assert dialog.go_on.isEnabled()
    assert not dialog.because.isVisible()
    dialog.go_on.click()
    qtbot.waitUntil(paper.callout.isVisible)
    assert "I met the child at LS11 8QX. The child was tired." in text_of(target)
    paper.reject()
    again = tmp_path / "again.docx"
    paper = place.save(again)
    qtbot.waitUntil(paper.callout.isVisible)
    assert shown(ReleaseDialog) == []
    assert "the child" in text_of(again)


def test_what_is_to_be_decided_comes_first_and_one_press_replaces_all(place, tmp_path, qtbot):
    target = tmp_path / "paper.docx"
    paper = place.save(target)
    dialog = place.asked()
    first = dialog.rows[0]
    qtbot.waitUntil(lambda: first.isAncestorOf(dialog.focusWidget()))
    row_of(dialog, "LS11").choose(Verdict.NOT_ONE)
    dialog.all.click()
    assert [row.verdict for row in dialog.rows] == [Verdict.REPLACED, Verdict.NOT_ONE]
    assert not dialog.all.isEnabled()
    assert dialog.focusWidget() is dialog.go_on
    dialog.go_on.click()
    qtbot.waitUntil(paper.callout.isVisible)
    assert "Adaeze" not in text_of(target)


def test_one_reason_lets_the_rest_go(place, tmp_path, qtbot):
    target = tmp_path / "paper.docx"
    paper = place.save(target)
    dialog = place.asked()
    QTest.keyClicks(dialog.because.edit, "My supervisor knows")
    dialog.line.setChecked(True)
    dialog.go_on.click()
    qtbot.waitUntil(paper.callout.isVisible)
    assert "Adaeze Brindle" in text_of(target)
    footers = [
        each.text for part in docx.Document(target).sections for each in part.footer.paragraphs
    ]
    assert "Checked for possible identifiers on 22 October 2026" in " ".join(footers)


def test_enter_lets_nothing_leave(place, tmp_path):
    target = tmp_path / "paper.docx"
    place.save(target)
    dialog = place.asked()
    QTest.keyClicks(dialog.because.edit, "My supervisor knows")
    QTest.keyClick(dialog.because.edit, Qt.Key.Key_Return)
    place.surroundings.lane.wait()
    assert shown(ReleaseDialog) == [dialog]
    assert not target.exists()


def test_the_preview_and_the_paper_show_the_label_of_a_name(place, tmp_path, qtbot):
    person = KeptPerson("Child A", ("Adaeze Brindle",))
    place.on_lane(partial(place.desk.people_key.keep, (person,)))
    target = tmp_path / "paper.docx"
    paper = place.save(target)
    dialog = place.asked()
    assert [row.alike.first.words for row in dialog.rows] == ["LS11 8QX", "Adaeze Brindle"]
    row_of(dialog, "LS11").choose(Verdict.NOT_ONE)
    dialog.go_on.click()
    qtbot.waitUntil(paper.callout.isVisible)
    assert "I met Child A at" in text_of(target)


def test_what_the_people_key_replaces_is_shown_once(place, tmp_path, qtbot):
    people = (KeptPerson("Child A", ("Adaeze Brindle",)), KeptPerson("the area", ("LS11 8QX",)))
    place.on_lane(partial(place.desk.people_key.keep, people))
    target = tmp_path / "paper.docx"
    paper = place.save(target)
    dialog = place.asked()
    assert dialog.go_on.isEnabled()
    assert {row.field.text for row in dialog.rows} == {"Child A", "the area"}
    dialog.go_on.click()
    qtbot.waitUntil(paper.callout.isVisible)
    assert "I met Child A at the area" in text_of(target)
    paper.reject()
    paper = place.save(tmp_path / "again.docx")
    qtbot.waitUntil(paper.callout.isVisible)
    assert shown(ReleaseDialog) == []


def test_a_name_that_was_decided_differently_keeps_nobody_waiting(look, qtbot, place):
    check = place.desk.release_check

    def looked_at():
        texts = [
            LeavingText(f"{when} Jordan was upset.", "What happened", of=place.uid)
            for when in ("First", "Later")
        ]
        (alike,) = check.words(texts).alike
        for each, verdict in zip(alike.findings, (Verdict.KEPT, Verdict.REPLACED), strict=True):
            check.decide(AlikeFindings((each,)), Decision(verdict, "a colleague"))
        return check.words([*texts, LeavingText("Brenda Ashcombe came.", "Then", of=place.uid)])

    dialog = ReleaseDialog(look, place.on_lane(looked_at), place.reading)
    qtbot.addWidget(dialog)
    dialog.open()
    assert not dialog.go_on.isEnabled()
    row_of(dialog, "Brenda").choose(Verdict.NOT_ONE)
    assert dialog.go_on.isEnabled()
    assert row_of(dialog, "Jordan")._ways.currentText() == "Decided differently"
    assert [alike.first.words for alike, _ in dialog.wish().decisions] == ["Brenda Ashcombe"]


def test_a_file_name_that_names_somebody_is_asked_about_first(place, tmp_path):
    target = tmp_path / "Adaeze Brindle.docx"
    place.save(target)
    dialog = standing(Confirming, place.qtbot)
    assert "file’s name" in words_of(dialog)
    dialog.stay.click()
    place.surroundings.lane.wait()
    assert not target.exists()
    assert shown(ReleaseDialog) == []


def test_another_press_while_it_is_asked_asks_nothing_more(place, tmp_path):
    paper = place.save(tmp_path / "paper.docx")
    place.asked()
    asked = len(place.surroundings.asker.asked)
    next(each for each in paper.kinds.actions() if each.data() is FileKind.PDF).trigger()
    assert len(place.surroundings.asker.asked) == asked
