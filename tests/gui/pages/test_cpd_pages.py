"""The registration year, one piece of it, and pasting: real journals, real pages."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.domain.errors import DiskFull
from app.domain.registration import Registration
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.pages.cpd import CpdPage
from app.ui.pages.cpd_grid import _short
from app.ui.pages.cpd_paste import CpdPastePage
from app.ui.pages.cpd_piece import CpdPiecePage
from app.ui.parts.copied_words import CopiedWords
from app.ui.parts.label import Label
from tests.cpd_scenes import SWE, write
from tests.gui.standing import shown as shown_dialogs
from tests.gui.standing import standing
from tests.gui.way_in import unnamed_controls


@pytest.fixture
def on_lane(surroundings):
    def run(act, *given, **named):
        return surroundings.lane.run_and_wait(partial(act, *given, **named))

    return run


@pytest.fixture
def made(on_lane, registered):
    def make(title="Reading", **words):
        uid = on_lane(write, registered, title, impact=f"{title}: changed.", **words)
        on_lane(registered.cpd.make, uid, SWE)
        return uid

    return make


@pytest.fixture
def registered(desk, on_lane):
    for piece in on_lane(desk.cpd.pieces.all):
        on_lane(desk.cpd.pieces.remove, piece.reflection_id, piece.regulator)
    on_lane(desk.cpd.registrations.keep, (Registration(SWE, date(2020, 1, 1)),))
    return desk


def shown(page, qtbot, wait):
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.enter()
    qtbot.waitUntil(wait)
    return page


@pytest.mark.parametrize("width", [360, 640, 1068, 1600])
def test_what_a_regulator_asks_for_is_never_cut(surroundings, desk, qtbot, on_lane, width):
    on_lane(desk.cpd.registrations.keep, ())
    page = CpdPage(surroundings, desk)
    shown(page, qtbot, lambda: bool(page.begin.rows))
    page.resize(width, 740)
    for label in page.begin.findChildren(Label):
        qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))


def year_page(surroundings, desk, qtbot):
    page = CpdPage(surroundings, desk)
    return shown(page, qtbot, lambda: page._view is not None)


def test_without_a_registration_it_asks_whose_rules(surroundings, desk, qtbot, on_lane):
    on_lane(desk.cpd.registrations.keep, ())
    page = CpdPage(surroundings, desk)
    shown(page, qtbot, lambda: bool(page.begin.rows))
    assert page.begin.rows[0].accessibleName() == "Social Work England"
    assert unnamed_controls(page) == []
    page.begin.rows[0].click()
    qtbot.waitUntil(lambda: page._view is not None)
    assert on_lane(desk.cpd.registrations.read) == (Registration(SWE),)
    assert not page.begin.isVisible()


def test_the_year_tells_what_is_missing(surroundings, registered, qtbot, made, on_lane):
    made()
    page = year_page(surroundings, registered, qtbot)
    assert "1 field to fill" in page.pieces.rows[0].row.state
    assert "2 more pieces" in page.state.accessibleName()
    assert unnamed_controls(page) == []


def test_a_near_reflection_becomes_a_piece(surroundings, registered, qtbot, made, on_lane):
    words = "feedback, supervision, research, policy, colleagues, reflect, values"
    uid = on_lane(write, registered, "Near by", impact=words, peer="A teacher asked why.")
    page = year_page(surroundings, registered, qtbot)
    (row,) = (each for each in page.pieces.rows if each.row.key == uid)
    assert row.row.is_offer
    with qtbot.waitSignal(page.piece_asked) as asked:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [uid, SWE]
    assert on_lane(registered.cpd.pieces.of, uid, SWE) is not None


def laid_out(row):
    """Say whether a row has the height of its words; before the first layout it has Qt's own."""
    return row.height() == row.heightForWidth(row.width())


def test_the_grid_folds_where_it_is_narrow(surroundings, registered, qtbot, made, on_lane):
    made()
    page = year_page(surroundings, registered, qtbot)
    row = page.pieces.rows[0]
    qtbot.waitUntil(lambda: laid_out(row))
    wide = row.height()
    assert page.pieces.head.height() > 0
    page.resize(420, 740)
    qtbot.waitUntil(lambda: page.pieces.head.height() == 0 and laid_out(row))
    assert row.height() > wide
    assert "Impact: said" in row.accessibleName()


def piece_page(surroundings, desk, qtbot, uid):
    page = CpdPiecePage(surroundings, desk)
    page.aim_at(uid, SWE)
    return shown(page, qtbot, lambda: page.form is not None)


def test_words_for_cpd_alone_are_kept(surroundings, registered, qtbot, made, on_lane):
    uid = made()
    page = piece_page(surroundings, registered, qtbot, uid)
    box = page.form.boxes["learning"]
    assert box.box.text == "Reading: learnt."
    box.box.setFocus()
    QTest.keyClicks(box.box, "For CPD. ")
    qtbot.waitUntil(box.again.isVisible)
    assert page.leave()
    fields = on_lane(registered.cpd.piece, uid, SWE).words
    assert "For CPD." in fields["learning"]
    assert (
        on_lane(registered.journal.read, uid).reflection.answers["learning"].value.text
        == "Reading: learnt."
    )
    box.again.click()
    assert page.leave()
    assert on_lane(registered.cpd.piece, uid, SWE).words["learning"] == "Reading: learnt."


def test_what_could_not_be_saved_is_not_left_behind(
    surroundings, registered, qtbot, made, monkeypatch
):
    uid = made()
    page = piece_page(surroundings, registered, qtbot, uid)

    def refuse(*_given):
        raise DiskFull

    monkeypatch.setattr(type(registered.cpd), "keep", refuse)
    page.form.role.edit.setText("a teacher")
    page._saving.timeout.emit()
    standing(ToldDialog, qtbot).close()
    qtbot.waitUntil(lambda: not shown_dialogs(ToldDialog))
    assert not page.leave()
    standing(ToldDialog, qtbot).close()
    monkeypatch.undo()
    assert page.leave()
    kept = surroundings.lane.run_and_wait(partial(registered.cpd.pieces.of, uid, SWE))
    assert kept.peer.role == "a teacher"


def test_what_is_ticked_is_kept(surroundings, registered, qtbot, made, on_lane):
    uid = made()
    page = piece_page(surroundings, registered, qtbot, uid)
    page.form.tags.lines["swe_standard_4/4.8"].click()
    page.form.kinds["Feedback"].click()
    page.form.role.edit.setText("a teacher")
    assert page.leave()
    kept = on_lane(registered.cpd.pieces.of, uid, SWE)
    assert "swe_standard_4/4.8" in kept.tags
    assert kept.kinds == ("Feedback",)
    assert kept.peer.role == "a teacher"
    assert unnamed_controls(page) == []


def test_tags_of_other_frameworks_are_folded_and_kept(
    surroundings, registered, qtbot, made, on_lane
):
    uid = made()
    piece = on_lane(registered.cpd.pieces.of, uid, SWE)
    on_lane(registered.cpd.keep, replace(piece, tags=frozenset({"gone/1", "pcf/rights"})))
    page = piece_page(surroundings, registered, qtbot, uid)
    others = {each.toggle.text(): each for each in page.form.tags.others}
    pcf = others["Professional Capabilities Framework (2018) · 1 ticked"]
    assert "Early career" not in " ".join(others)  # in force from April 2027
    assert pcf.lines is None
    qtbot.keyClick(pcf.toggle, Qt.Key.Key_Space)
    assert pcf.toggle.accessibleName().endswith("1 ticked, shown")
    pcf.lines.lines["pcf/values"].click()
    assert pcf.toggle.text().endswith("2 ticked")
    qtbot.keyClick(pcf.toggle, Qt.Key.Key_Space)
    assert not pcf.is_open
    assert page.leave()
    kept = on_lane(registered.cpd.pieces.of, uid, SWE)
    assert kept.tags == {"gone/1", "pcf/rights", "pcf/values"}
    assert unnamed_controls(page) == []


def paste_page(surroundings, desk, qtbot, uid):
    page = CpdPastePage(surroundings, desk)
    page.aim_at(uid, SWE)
    return shown(page, qtbot, lambda: bool(page.rows))


def test_enter_copies_a_field_and_goes_on(surroundings, registered, qtbot, made, on_lane):
    uid = made()
    page = paste_page(surroundings, registered, qtbot, uid)
    first = page.rows[0]
    qtbot.waitUntil(first.button.hasFocus)
    QTest.keyClick(first.button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Reading"
    assert "Copied" in first.button.text()
    assert page.rows[1].button.hasFocus()
    assert unnamed_controls(page) == []


def test_the_clipboard_is_cleared(surroundings, registered, qtbot, made, on_lane):
    page = paste_page(surroundings, registered, qtbot, made())
    clipboard = QGuiApplication.clipboard()
    page.rows[0].button.click()
    page.copy.timer.timeout.emit()
    assert clipboard.text() == ""
    page.rows[0].button.click()
    clipboard.setText("somebody else's")
    page.copy.timer.timeout.emit()
    assert clipboard.text() == "somebody else's"


def test_an_undecided_name_is_not_copied(surroundings, registered, qtbot, made, on_lane):
    uid = made("Reading", activity="I met Adaeze Brindle at 14 Quarry Street.")
    page = paste_page(surroundings, registered, qtbot, uid)
    assert page.side.decide.isVisible()
    for row in page.rows:
        row.button.click()
        copied = QGuiApplication.clipboard().text()
        assert "Brindle" not in copied
        assert "Quarry" not in copied


def test_what_is_submitted_is_kept_and_opens_again(surroundings, registered, qtbot, made, on_lane):
    uid = made()
    page = paste_page(surroundings, registered, qtbot, uid)
    page.side.note.click()
    qtbot.waitUntil(page.side.again.isVisible)
    assert on_lane(registered.cpd.pieces.of, uid, SWE).submitted is not None
    piece = piece_page(surroundings, registered, qtbot, uid)
    assert not piece.form.isEnabled()
    page.side.again.click()
    qtbot.waitUntil(page.side.note.isVisible)
    kept = on_lane(registered.cpd.pieces.of, uid, SWE)
    assert kept.submitted is None
    assert len(kept.submissions) == 1
    assert isinstance(page.copy._copied, CopiedWords)


def test_a_column_is_never_named_by_half_of_a_pair():
    assert [_short(name) for name in ("Open and creative", "The law", "Safe, respectful")] == [
        "Open",
        "The law",
        "Safe respectful",
    ]
