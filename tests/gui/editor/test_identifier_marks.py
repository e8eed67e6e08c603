"""Possible identifiers under the writing: what is marked and when, and nothing disturbed."""

from statistics import median
from time import perf_counter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.editor.identifier_marks import IdentifierMarks

EMOJI = "🙂"


def dots(box, look, token="identifier"):
    """Count what of a box is drawn in a colour."""
    QApplication.sendPostedEvents()
    image = box.viewport().grab().toImage()
    wanted = look.colour(token).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def marked_words(box):
    marks = box.findChild(IdentifierMarks)
    words, block = [], box.document().begin()
    while block.isValid():
        for start, end in marks.spans(block):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            words.append(cursor.selectedText())
        block = block.next()
    return words


def menu_at(box, words):
    cursor = QTextCursor(box.document())
    cursor.setPosition(box.toPlainText().index(words) + 2)
    at = box.cursorRect(cursor).center() + QPoint(2, 0)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, box.viewport().mapToGlobal(at))
    QApplication.sendEvent(box.viewport(), event)
    return box.findChild(QMenu)


def entries(menu):
    return [each.text() for each in menu.actions() if each.text()]


def choose(menu, words):
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()
    QApplication.sendPostedEvents()


def test_a_name_is_marked_after_a_pause_and_not_before(box, look, settled, finder):
    QTest.keyClicks(box, "We saw Kayleigh today.")
    asked = list(finder.looked)
    assert dots(box, look) == 0
    settled()
    assert dots(box, look) > 20
    assert marked_words(box) == ["Kayleigh"]
    # Nothing that was half typed was looked at.
    assert set(finder.looked) - set(asked) == {"We saw Kayleigh today."}


def test_marking_writes_nothing_into_the_document(box, look, settled):
    QTest.keyClicks(box, "We saw Kayleigh today.")
    revision, steps = box.document().revision(), box.document().availableUndoSteps()
    settled()
    assert dots(box, look) > 20
    assert box.document().revision() == revision
    assert box.document().availableUndoSteps() == steps
    assert box.text == "We saw Kayleigh today."


def test_marks_stay_where_the_typing_does_not_touch_them(box, look, settled):
    QTest.keyClicks(box, "In Leeds we saw Kayleigh today.")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "And in Leeds again.")
    settled()
    cursor = box.textCursor()
    cursor.setPosition(len("In Leeds "))
    box.setTextCursor(cursor)
    QTest.keyClicks(box, "town ")
    assert marked_words(box) == ["Leeds", "Kayleigh", "Leeds"]
    # A letter behind a name makes it another word.
    cursor.setPosition(len("In Leeds"))
    box.setTextCursor(cursor)
    QTest.keyClicks(box, "x")
    assert marked_words(box) == ["Kayleigh", "Leeds"]


def test_where_both_would_stand_the_wave_is_not_drawn(box, look, settled):
    QTest.keyClicks(box, "Kayleigh ")
    settled()
    assert dots(box, look) > 20
    assert dots(box, look, "spelling") == 0
    QTest.keyClicks(box, "neglegt ")
    assert dots(box, look, "spelling") > 10


def test_what_was_said_is_looked_at_as_well(boxes, look, settled):
    said = boxes[2]
    said.setFocus()
    QTest.keyClicks(said, "Mum took me to Leeds")
    settled()
    assert marked_words(said) == ["Leeds"]
    assert dots(said, look) > 20


def test_the_mark_stands_under_the_word_behind_a_character_beyond_the_first_plane(box, settled):
    box.textCursor().insertText(f"{EMOJI}{EMOJI} then Kayleigh {EMOJI} in Leeds")
    settled()
    assert marked_words(box) == ["Kayleigh", "Leeds"]


def test_nothing_is_marked_when_it_is_switched_off_in_the_settings(
    box, look, settled, surroundings
):
    QTest.keyClicks(box, "We saw Kayleigh today.")
    settled()
    surroundings.settings.is_identifier_marked = False
    assert dots(box, look) == 0


def test_the_menu_offers_to_decide_before_the_usual_entries(box, settled):
    QTest.keyClicks(box, "We saw Kayleigh today.")
    settled()
    menu = menu_at(box, "Kayleigh")
    assert entries(menu)[:4] == [
        "Replace with “the child”",
        "Replace everywhere and remember…",
        "Keep, and why…",
        "Not an identifier",
    ]
    assert any("Copy" in each for each in entries(menu))
    choose(menu, "Replace with “the child”")
    assert box.text == "We saw the child today."
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text == "We saw Kayleigh today."


def test_the_menu_elsewhere_is_the_usual_one(box, settled):
    QTest.keyClicks(box, "We saw Kayleigh today.")
    settled()
    menu = menu_at(box, "today")
    assert "Not an identifier" not in entries(menu)
    menu.close()


def test_what_is_not_an_identifier_is_marked_no_more_until_its_sentence_changes(
    box, settled, desk, surroundings, page
):
    QTest.keyClicks(box, "We saw Kayleigh today. Kayleigh was late.")
    settled()
    choose(menu_at(box, "Kayleigh"), "Not an identifier")
    settled()
    assert marked_words(box) == ["Kayleigh"]
    watched = surroundings.lane.run_and_wait(lambda: desk.noticing.watch(page.reflection_id))
    assert len(watched.decisions) == 1
    cursor = box.textCursor()
    cursor.setPosition(3)
    box.setTextCursor(cursor)
    QTest.keyClicks(box, "all ")
    settled()
    assert marked_words(box) == ["Kayleigh", "Kayleigh"]


def test_a_long_paragraph_is_looked_at_around_what_is_seen_first(box, settled, finder, qtbot):
    box.set_text(" ".join(f"Sentence number {number} about nobody." for number in range(500)))
    finder.looked.clear()
    box.viewport().update()
    qtbot.waitUntil(lambda: bool(finder.looked))
    assert max(map(len, finder.looked)) < 1200


def key_costs(box, words):
    """Give what each key costs until it is painted, in milliseconds."""
    costs = []
    for letter in words:
        begun = perf_counter()
        QTest.keyClick(box, letter)
        box.viewport().repaint()
        costs.append(1000 * (perf_counter() - begun))
        QTest.qWait(5)
    return costs


def test_a_key_costs_no_more_for_it_in_two_million_characters(box, settled, surroundings):
    line = "We went to see Kayleigh in Leeds and talked about what had been agreed then. "
    box.set_text("\n".join(line + line[:20] for _ in range(20_000)))
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.qWait(100)
    words = "and then we left the house for good "
    key_costs(box, words)
    surroundings.settings.is_identifier_marked = False
    without = median(key_costs(box, words))
    surroundings.settings.is_identifier_marked = True
    costs = median(key_costs(box, words))
    assert costs - without < 6  # milliseconds, with every line painted anew
