"""Every shipped form is opened in the real window, filled by hand, put away and opened again."""

import random
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QRadioButton

from app.assets import forms_folder
from app.domain.answer import text_of
from app.domain.form import PromptKind
from app.domain.reflection import is_asked
from app.formspec.folder import FormFolder
from app.ui.parts.answer_box import AnswerBox
from tests.workshops import PASSPHRASE, a_desk

FORMS = [form.id for form in FormFolder(forms_folder()).forms()]
_TYPED_BY_HAND = {
    # Files come from a dialog; the tests of that editor add them.
    *PromptKind
} - {PromptKind.EVIDENCE}


class Hand:
    """Fills whatever editor it is given, and remembers what it wrote where."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._number = 0

    def mark(self):
        self._number += 1
        return f"qa{self._number}zq"

    def fill(self, prompt, editor):
        """Answer a prompt; give the marks that were written in it."""
        written = []
        radios = [each for each in editor.findChildren(QRadioButton) if each.isVisibleTo(editor)]
        if radios:
            self._random.choice(radios).click()
        acts = {
            PromptKind.SHORT_TEXT: self._type_line,
            PromptKind.SCALE: self._choose_number,
            PromptKind.DATE: self._type_day,
            PromptKind.ACTIONS: self._type_action,
            PromptKind.CHOICES: self._tick,
            PromptKind.CHECKLIST: self._judge,
            PromptKind.THEMES: self._add_theme,
            PromptKind.QUOTATION: self._say_by_whom,
        }
        act = acts.get(prompt.kind)
        if act is not None:
            written += act(editor)
        for box in editor.findChildren(AnswerBox):
            if box.isVisibleTo(editor):
                written.append(self.mark())
                box.setFocus()
                box.insertPlainText(written[-1])
        return written

    def _type_line(self, editor):
        return [self._type_into(editor.first_control())]

    def _type_into(self, line):
        mark = self.mark()
        line.setFocus()
        QTest.keyClicks(line, mark)
        return mark

    def _choose_number(self, editor):
        QTest.keyClick(editor.first_control(), self._random.choice("123456789"))
        return []

    def _type_day(self, editor):
        line = editor.first_control()
        line.setFocus()
        QTest.keyClicks(line, "12 March 2026")
        QTest.keyClick(line, Qt.Key.Key_Return)
        return []

    def _type_action(self, editor):
        return [self._type_into(editor.first_control())]

    def _tick(self, editor):
        boxes = editor.findChildren(QCheckBox)
        self._random.choice(boxes).click()
        return []

    def _judge(self, editor):
        marks = []
        for row in editor._field.rows:
            row.control._group.button(self._random.randrange(4)).click()
            marks.append(self._type_into(row.reason.edit))
        return marks

    def _add_theme(self, editor):
        editor.first_control().click()
        line = editor._field.field.edit
        mark = self._type_into(line)
        QTest.keyClick(line, Qt.Key.Key_Return)
        return [mark]

    def _say_by_whom(self, editor):
        return [self._type_into(editor._field.said_by.edit)]


@pytest.fixture
def opened(window, tmp_path):
    """A window with an empty journal open in it."""
    folder = tmp_path / "journals" / "My journal"
    folder.parent.mkdir()
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    lane.run_and_wait(lambda: a_desk(folder, workshop).close())
    vault = lane.run_and_wait(partial(workshop.unlocking.open, folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)
    return window


def current_block(qtbot, frame, prompt):
    frame.form.go_to(prompt)

    def block():
        found = frame.form.current_block()
        return found if found is not None and found.prompt.key == prompt.key else None

    qtbot.waitUntil(lambda: block() is not None)
    return block()


def frame_of(qtbot, view):
    qtbot.waitUntil(lambda: view.editor._frame is not None and view.editor.isVisible())
    return view.editor._frame


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_filled_by_hand_is_there_again(opened, qtbot, form_id):
    opened.surroundings.settings.is_one_at_a_time = FORMS.index(form_id) % 2 == 0
    view, lane = opened.open_view, opened.surroundings.lane
    view.begin(form_id)
    frame = frame_of(qtbot, view)
    reflection_id, hand, written = view.editor.reflection_id, Hand(form_id), {}
    for prompt in frame.draft.form.prompts():
        if not is_asked(frame.draft.reflection, prompt) or prompt.kind not in _TYPED_BY_HAND:
            continue
        written[prompt.key] = hand.fill(prompt, current_block(qtbot, frame, prompt).editor)
    view.go("home")
    lane.wait()

    kept = lane.run_and_wait(partial(view.desk.journal.read, reflection_id))
    for key, marks in written.items():
        text = text_of(kept.reflection.answers[key].value)
        assert text
        assert sorted(mark for mark in marks if mark in text) == sorted(marks), key

    view.edit(reflection_id)
    frame = frame_of(qtbot, view)
    qtbot.waitUntil(lambda: view.editor.reflection_id == reflection_id)
    for key in written:
        prompt = frame.draft.form.prompt(key)
        shown = current_block(qtbot, frame, prompt).editor.value
        assert shown == kept.reflection.answers[key].value, key
    view.go("home")
    lane.wait()
