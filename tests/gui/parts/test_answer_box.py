"""Writing in an answer box with keys, and what may never come into it."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFont, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.pieces import LONGEST, is_piece, runs_on
from tests.bounded import not_endless

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def box(look, qtbot):
    box = AnswerBox(look, "Write here, or leave it for now.")
    box.setAccessibleName("What happened?")
    qtbot.addWidget(box)
    box.resize(602, 200)
    box.show()
    box.setFocus()
    return box


def select(box, words):
    start = box.toPlainText().index(words)
    cursor = box.textCursor()
    units = len(box.toPlainText()[:start].encode("utf-16-le")) // 2
    cursor.setPosition(units)
    cursor.setPosition(units + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def to_the_end(box):
    box.moveCursor(QTextCursor.MoveOperation.End)


def pasted(text):
    data = QMimeData()
    data.setText(text)
    return data


def test_control_b_marks_strong_and_takes_it_away_again(box, qtbot):
    box.set_text("I was afraid then.")
    select(box, "afraid")
    qtbot.keyClick(box, Qt.Key.Key_B, CONTROL)
    assert box.text == "I was **afraid** then."
    qtbot.keyClick(box, Qt.Key.Key_B, CONTROL)
    assert box.text == "I was afraid then."


def test_control_i_marks_emphasis_after_a_character_beyond_the_first_plane(box, qtbot):
    box.set_text("A 🙂 smile\nand a pause")
    select(box, "pause")
    qtbot.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert box.text == "A 🙂 smile\nand a *pause*"
    select(box, "🙂 smile")
    qtbot.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert box.text == "A *🙂 smile*\nand a *pause*"


def test_marking_is_one_step_of_undo(box, qtbot):
    box.set_text("I was afraid then.")
    select(box, "afraid")
    qtbot.keyClick(box, Qt.Key.Key_B, CONTROL)
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert box.text == "I was afraid then."


def test_control_shift_8_makes_lines_a_list(box, qtbot):
    box.set_text("one\ntwo")
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_8, CONTROL | SHIFT)
    assert box.text == "- one\n- two"
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Asterisk, CONTROL | SHIFT)
    assert box.text == "one\ntwo"


def test_control_shift_7_makes_lines_a_numbered_list(box, qtbot):
    box.set_text("one\ntwo")
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_7, CONTROL | SHIFT)
    assert box.text == "1. one\n2. two"


def test_enter_goes_on_with_a_list_and_an_empty_item_ends_it(box, qtbot):
    qtbot.keyClicks(box, "- one")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "two")
    assert box.text == "- one\n- two"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "after")
    assert box.text == "- one\n- two\nafter"


def test_enter_in_a_numbered_list_counts_on(box, qtbot):
    qtbot.keyClicks(box, "9. nine")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "9. nine\n10. "


def test_enter_before_an_item_makes_an_empty_line(box, qtbot):
    box.set_text("- one")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "\n- one"


def test_tab_leaves_the_box(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    box, after = AnswerBox(look), QLineEdit()
    column.addWidget(box)
    column.addWidget(after)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert box.text == ""


def test_control_enter_is_left_to_the_page(box, qtbot):
    box.set_text("words")
    qtbot.keyClick(box, Qt.Key.Key_Return, CONTROL)
    assert box.text == "words"


def test_typing_is_told_and_filling_is_not(box, qtbot):
    heard = []
    box.text_changed.connect(heard.append)
    box.set_text("filled by the program")
    assert heard == []
    to_the_end(box)
    qtbot.keyClicks(box, "!")
    assert heard == ["filled by the program!"]


def test_a_change_of_look_is_no_change_of_text_and_no_step_of_undo(box, look):
    box.set_text("kept")
    heard = []
    box.text_changed.connect(heard.append)
    look.set_scale(1.5)
    look.set_theme("dark")
    look.set_spacing(is_dyslexia=True)
    assert heard == []
    box.undo()
    assert box.text == "kept"


def test_a_paste_brings_words_and_nothing_else(box):
    data = QMimeData()
    data.setHtml("<b>strong</b> <img src='file:///etc/hostname'>")
    data.setText("plain\r\nwords")
    box.insertFromMimeData(data)
    assert box.text == "plain\nwords"
    assert box.textCursor().charFormat().fontWeight() <= QFont.Weight.Normal


def test_only_a_picture_is_refused(box):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere.png")])
    data.removeFormat("text/plain")
    assert data.hasText() == box.canInsertFromMimeData(data)
    image = QMimeData()
    image.setData("image/png", b"123")
    assert not box.canInsertFromMimeData(image)


def test_no_image_is_ever_loaded(box, tmp_path):
    picture = tmp_path / "real.png"
    picture.write_bytes(b"not even a picture")
    kind = QTextDocument.ResourceType.ImageResource.value
    given = box.loadResource(kind, QUrl.fromLocalFile(str(picture)))
    assert (given.width(), given.height()) == (1, 1)
    assert box.document().resource(kind, QUrl.fromLocalFile(str(picture))).width() == 1


def test_the_box_grows_with_its_text_up_to_a_limit(box):
    three_lines = box.height()
    box.set_text("\n".join(["line"] * 8))
    eight_lines = box.height()
    box.set_text("\n".join(["line"] * 400))
    assert three_lines < eight_lines < box.height() < 1200
    box.set_text("")
    assert box.height() == three_lines


def test_a_line_is_as_high_as_the_tokens_say(box, look):
    box.set_text("\n".join(["line"] * 10))
    ten = box.document().size().height()
    box.set_text("\n".join(["line"] * 20))
    line = (box.document().size().height() - ten) / 10
    assert line == pytest.approx(look.theme.line_px("prose"), abs=0.6)


def formats_of(box):
    """Give (words, weight, is italic) of each formatted piece of the first paragraph."""
    block = box.document().firstBlock()
    ranges = block.layout().formats()
    found = []
    for part in ranges:
        words = block.text()[part.start : part.start + part.length]
        found.append((words, part.format.fontWeight(), part.format.fontItalic()))
    return found


def test_marks_show_what_they_mean(box):
    box.set_text("So **very quiet** and *she* waited")
    found = formats_of(box)
    assert ("very quiet", QFont.Weight.DemiBold, False) in found
    assert ("she", QFont.Weight.Normal, True) in found
    assert [words for words, _, _ in found if "waited" in words] == []


def test_emphasis_is_not_italic_in_the_wide_spacing(box, look):
    look.set_spacing(is_dyslexia=True)
    box.set_text("and *she* waited")
    assert ("she", QFont.Weight.DemiBold, False) in formats_of(box)


@pytest.mark.parametrize("paragraph", [400, 40_000, 2_000_000])
@pytest.mark.slow
def test_two_megabytes_are_pasted_whole(box, paragraph):
    sentence = "The room was quiet and *nobody* asked. "
    text = "\n".join([(sentence * (paragraph // len(sentence) + 1))[:paragraph]])
    text = "\n".join([text] * (2_000_000 // paragraph))
    with not_endless():
        box.insertFromMimeData(pasted(text))
        box.grab()
    assert len(box.text) == len(text)


def test_typing_in_twenty_thousand_words_is_kept(box, qtbot):
    box.set_text("\n".join(["word **strong** and *soft* more words here now then"] * 2_000))
    box.grab()
    to_the_end(box)
    for _ in range(20):
        qtbot.keyClick(box, Qt.Key.Key_A)
    assert box.text.endswith("a" * 20)


# --- paragraphs too long to be laid out at once

LONG = " ".join(f"word{number}" for number in range(10_000))


def joint(box):
    """Give the place where the first piece ends, before its mark."""
    block = box.document().firstBlock()
    assert runs_on(block)
    return block.position() + block.length() - 2


def put_cursor(box, place, *, selected=0):
    cursor = box.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + selected, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"before\n{LONG}\n\nafter",
        "x" * 50_001,
        "🙂" * 30_000,
        "a\u00a0b " * 20_000,
        f"{LONG}\u2064 with a mark of its own",
    ],
)
def test_a_very_long_paragraph_is_kept_exactly_as_it_was_pasted(box, text):
    box.insertFromMimeData(pasted(text))
    assert box.text == text
    box.set_text(text)
    assert box.text == text
    box.selectAll()
    assert box.createMimeDataFromSelection().text() == text
    told = []
    box.text_changed.connect(told.append)
    to_the_end(box)
    box.insertPlainText("!")
    assert told == [f"{text}!"]


def test_a_very_long_paragraph_is_laid_out_in_pieces(box):
    box.set_text(f"short\n{LONG}")
    assert max(block.length() for block in blocks_of(box)) < LONGEST
    assert not is_piece(box.document().firstBlock())
    assert is_piece(box.document().lastBlock())


def blocks_of(box):
    block = box.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def test_a_paragraph_that_grows_too_long_by_pasting_is_laid_out_in_pieces_too(box):
    half = LONG[: LONGEST - 100]
    box.set_text(f"{half} {half[:500]}"[: LONGEST - 10])
    before = box.text
    put_cursor(box, 7)
    box.insertFromMimeData(pasted("pasted " * 100))
    assert box.text == before[:7] + "pasted " * 100 + before[7:]
    assert is_piece(box.document().firstBlock())
    box.insertPlainText("|")
    assert box.text == before[:7] + "pasted " * 100 + "|" + before[7:]
    box.undo()
    box.undo()
    assert box.text == before


def test_keys_at_a_joint_do_what_they_do_in_any_line(box, qtbot):
    box.set_text(LONG)
    place = joint(box)
    before, after = LONG[:place], LONG[place:]
    put_cursor(box, place)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert box.text == before + after[1:]
    put_cursor(box, box.document().firstBlock().next().position())
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text == before[:-1] + after[1:]
    put_cursor(box, box.document().firstBlock().next().position())
    qtbot.keyClicks(box, "Y")
    assert box.text == before[:-1] + "Y" + after[1:]


def test_the_cursor_never_stops_inside_a_joint(box, qtbot):
    box.set_text(LONG)
    place = joint(box)
    put_cursor(box, place)
    qtbot.keyClick(box, Qt.Key.Key_Right)
    assert box.textCursor().position() == place + 2
    qtbot.keyClick(box, Qt.Key.Key_Left)
    assert box.textCursor().position() == place
    qtbot.keyClick(box, Qt.Key.Key_Home)
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClicks(box, "Z")
    assert box.text == LONG[:place] + "Z" + LONG[place:]
    put_cursor(box, place - 3)
    qtbot.keyClick(box, Qt.Key.Key_End, SHIFT)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert box.text == LONG[: place - 3] + LONG[place:]


def test_a_new_line_in_a_piece_is_a_new_line_in_the_text(box, qtbot):
    box.set_text(LONG)
    place = joint(box)
    put_cursor(box, place - 9)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    put_cursor(box, box.document().firstBlock().next().next().position() + 4)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    at = place - 9
    assert box.text == f"{LONG[:at]}\n{LONG[at : place + 4]}\n{LONG[place + 4 :]}"
    box.undo()
    box.undo()
    assert box.text == LONG


def test_what_is_cut_out_over_joints_leaves_no_new_line_behind(box, qtbot):
    box.set_text(LONG)
    place = joint(box)
    third = box.document().findBlockByNumber(2).position()
    put_cursor(box, place - 10, selected=third + 6 - (place - 10))
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    # Two joints of two characters stand in the document, not in the text.
    assert box.text == LONG[: place - 10] + LONG[third + 6 - 4 :]
    box.undo()
    assert box.text == LONG


def test_a_list_mark_is_put_before_the_whole_of_a_long_paragraph(box):
    box.set_text(LONG)
    put_cursor(box, joint(box) + 500)
    box.make_bullets()
    assert box.text == f"- {LONG}"
