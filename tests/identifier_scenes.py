"""The scenes of possible identifiers while a person writes, for the pictures of every screen."""

from functools import partial

from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.ui.parts.answer_box import AnswerBox
from tests.answers_scenes import forget_draft
from tests.writing_scenes import begun, close_menu_and_forget

WORDS = (
    "The conference began late and ran on. Mrs Ashby had brought the attendance figures from "
    "Thornmere Primary School, going back to 14 March, and we spent most of our time on them. "
    "Kayleigh’s own words were on page four of the report. I refered to them once."
)


def arrange_marks(studio):
    view = begun(studio, "five_minute_capture")
    studio.window.activateWindow()
    box = view.editor._frame.form.current_block().editor.first_control()
    box.setFocus()
    box.textCursor().insertText(WORDS)
    box.moveCursor(QTextCursor.MoveOperation.Start)
    studio.settle(30)
    studio.after = partial(forget_draft, studio)
    return view


def arrange_panel(studio):
    view = arrange_marks(studio)
    studio.window.actions_by_name["next_identifier"].trigger()
    studio.settle(8)
    return view


def arrange_reason(studio):
    view = arrange_panel(studio)
    studio.window.actions_by_name["keep_identifier"].trigger()
    studio.settle(4)
    return view


def arrange_label(studio):
    view = arrange_panel(studio)
    view.editor.noticing.deciding.ask_label()
    studio.settle(4)


def arrange_menu(studio):
    view = arrange_marks(studio)
    box = view.editor.findChildren(AnswerBox)[0]
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index("Mrs") + 2)
    box.setTextCursor(cursor)
    at = box.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(box, QContextMenuEvent(reason, at, box.viewport().mapToGlobal(at)))
    studio.after = partial(close_menu_and_forget, studio)
    studio.settle(2)


SCENES = {
    "174-identifiers-marked": arrange_marks,
    "175-identifiers-panel": arrange_panel,
    "176-identifier-kept": arrange_reason,
    "177-identifier-menu": arrange_menu,
    "177-identifier-remembered": arrange_label,
}
