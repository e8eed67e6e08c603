"""The supervision page: what goes in, what stays, and how the paper leaves the journal."""

import gc
import weakref
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.answer import Answer, Prose
from app.domain.sharing import Sharing
from app.rendering.plain_text import clean_line
from app.summary.choice import SummaryPart
from app.summary.preparation import Preparation, Session, Span
from app.ui import paper_leaving
from app.ui.dialogs.choose_answers import ChooseAnswersDialog
from app.ui.dialogs.edit_wants import EditWantsDialog
from app.ui.dialogs.session_details import SessionDetailsDialog
from app.ui.lane import Lane
from app.ui.pages import supervision_paper
from app.ui.pages.supervision import SupervisionPage
from app.ui.pages.supervision_column import SupervisionColumn
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.theme import Theme
from tests.fakes import FakeAsker
from tests.gui.spoken import spoken_name
from tests.workshops import a_desk, a_sample_desk, a_workshop

PRIVATE = "quarantined pelican sentence"
SHARED = "lighthouse keeper sentence"


def write(desk, form, answers):
    writing = desk.journal.begin(form.id)
    reflection = writing.reflection
    for key, answer in answers.items():
        reflection = reflection.with_answer(key, answer)
    desk.journal.finish(replace(writing, reflection=reflection))


def a_finished_desk(folder, workshop):
    """Hold the sample with every reflection complete."""
    desk = a_sample_desk(folder, workshop)
    draft = desk.home().draft
    desk.journal.finish(desk.journal.read(draft.outline.id))
    return desk


def a_bare_desk(folder, workshop):
    """Hold one reflection that shares nothing."""
    desk = a_desk(folder, workshop)
    form = next(form for form in workshop.shelf.forms() if form.id == "five_minute_capture")
    prompt = next(prompt for prompt in form.prompts() if prompt.kind.value == "prose")
    write(desk, form, {prompt.key: Answer(Prose(PRIVATE), Sharing.PRIVATE)})
    return desk


def a_marked_desk(folder, workshop):
    """Hold the sample and one newer reflection with a private and a shared answer."""
    desk = a_finished_desk(folder, workshop)
    form = next(form for form in workshop.shelf.forms() if form.id == "five_minute_capture")
    first, second = [prompt for prompt in form.prompts() if prompt.kind.value == "prose"][:2]
    answers = {
        first.key: Answer(Prose(PRIVATE), Sharing.PRIVATE),
        second.key: Answer(Prose(SHARED), Sharing.SUPERVISION),
    }
    write(desk, form, answers)
    return desk


class Place:
    """Surroundings and a desk on a lane, and the pages made on them."""

    def __init__(self, look, folder, qtbot):
        self.look, self.folder, self.qtbot = look, folder, qtbot
        self.lane = Lane()
        self.asker = FakeAsker()
        self.surroundings = Surroundings(
            look, self.lane, a_workshop, self.asker, Settings(folder / "settings.ini")
        )
        self.workshop = self.surroundings.workshop
        self.desk = None

    def make(self, make_desk, size=(1068, 740)):
        if self.desk is None:
            work = partial(make_desk, self.folder / "journal", self.workshop)
            self.desk = self.lane.run_and_wait(work)
        page = SupervisionPage(self.surroundings, self.desk)
        page.resize(*size)
        return page

    def page(self, make_desk=a_finished_desk, *, size=(1068, 740)):
        page = self.make(make_desk, size)
        self.qtbot.addWidget(page)
        page.show()
        page.enter()
        self.settle(page)
        return page

    def settle(self, page):
        self.qtbot.waitUntil(partial(is_settled, page), timeout=8000)

    def prepared(self, page):
        work = partial(self.desk.preparing.prepared, page._preparation)
        return self.lane.run_and_wait(work)

    def close(self):
        if self.desk is not None:
            self.lane.run_and_wait(self.desk.close)
        self.lane.stop()


def is_settled(page):
    is_idle = not page.making.is_under_way
    has_paper = page._paper is not None or (page._offer is not None and not page._offer.reflections)
    return page._offer is not None and is_idle and has_paper


@pytest.fixture
def place(look, tmp_path, qtbot):
    place = Place(look, tmp_path, qtbot)
    yield place
    place.close()


def press(row):
    QTest.mouseClick(row.check, Qt.MouseButton.LeftButton)


def titles(page):
    return [page._offered(each).title for each in page._preparation.order]


def headings(document):
    return [section.heading for section in document.sections]


def words_of(document):
    return repr(document)


def pdf_words(path):
    reader = PdfReader(BytesIO(path.read_bytes()))
    return clean_line(" ".join(page.extract_text() for page in reader.pages)).replace("\n", " ")


def test_the_newest_that_fit_on_two_pages_are_chosen_at_first(place):
    page = place.page()
    chosen = [page.column.parts.row_of(each).check.isChecked() for each in page._preparation.order]
    assert chosen == [True, True, False, False, False, False]
    assert page._paper.lengths.pages == 2
    assert titles(page)[0] == "The conference that ran on"
    row = page.column.parts.row_of(page._preparation.order[0])
    assert row.check.detail == "6 of 8 answers shared for supervision"


def test_private_answers_never_reach_the_page_or_its_document(place):
    page = place.page(a_marked_desk)
    prepared = place.prepared(page)
    assert SHARED in words_of(prepared.document)
    assert PRIVATE not in words_of(prepared.document)
    assert PRIVATE not in repr(page._offer)
    assert prepared.kept_back >= 1
    assert page.column.foot.kept_back.text().startswith(f"{prepared.kept_back} answers are kept")


def test_more_than_two_pages_is_a_warning_that_names_the_longest(place):
    page = place.page()
    for identity in page._preparation.order[3:]:
        press(page.column.parts.row_of(identity))
    place.settle(page)
    assert page._paper.lengths.pages > 2
    words = page.column.foot.budget.text()
    assert " lines too long. The longest part is “" in words
    lines = page._paper.lines()
    longest = max((each for each in page._preparation.chosen), key=lines.__getitem__)
    assert f"“{page._offered(longest).title}” with {lines[longest]} lines." in words
    row = page.column.parts.row_of(longest)
    assert row.check.detail.startswith(f"{lines[longest]} lines · ")


def test_leaving_reflections_out_changes_the_pages(place):
    page = place.page()
    third = page.column.parts.row_of(page._preparation.order[2])
    press(third)
    place.settle(page)
    before = page._paper
    assert before.lengths.pages == 3
    press(third)
    place.settle(page)
    assert page._paper.pdf != before.pdf
    assert page._paper.lengths.pages == 2
    spare = page._paper.lengths.spare(2)
    said = f"Fits on two pages, with about {spare} lines to spare."
    assert page.column.foot.budget.text() == said
    assert page.preview.bar.number.text() == "Page 1 of 2"


def test_leaving_a_part_out_takes_its_heading_away(place):
    page = place.page()
    assert "Themes" in headings(place.prepared(page).document)
    press(page.column.parts.part_row(SummaryPart.THEMES))
    place.settle(page)
    assert "Themes" not in headings(place.prepared(page).document)


def test_many_changes_in_a_row_make_one_paper_of_the_last(place, monkeypatch):
    page = place.page()
    made = []
    real = supervision_paper.make_paper

    def counted(preparing, maker, preparation):
        made.append(preparation)
        return real(preparing, maker, preparation)

    monkeypatch.setattr(supervision_paper, "make_paper", counted)
    row = page.column.parts.part_row(SummaryPart.THEMES)
    for _ in range(7):
        press(row)
    place.settle(page)
    assert 1 <= len(made) <= 2
    assert made[-1] is page._preparation
    assert SummaryPart.THEMES not in page._preparation.parts


def test_reflections_move_by_keyboard_and_keep_the_focus(place):
    page = place.page()
    first, second = page._preparation.order[:2]
    check = page.column.parts.row_of(first).check
    check.setFocus()
    QTest.keyClick(check, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    place.settle(page)
    assert page._preparation.order[:2] == (second, first)
    assert page.focusWidget() is check
    rows = [page.column.parts.row_of(each) for each in (second, first)]
    place.qtbot.waitUntil(lambda: rows[0].y() < rows[1].y())
    in_order = headings(place.prepared(page).document)
    named = [page._offered(each).title for each in (second, first)]
    assert in_order.index(named[0]) < in_order.index(named[1])


def test_reflections_move_by_dragging_the_grip(place):
    page = place.page()
    first = page._preparation.order[0]
    row = page.column.parts.row_of(first)
    third = page.column.parts.row_of(page._preparation.order[2])
    below = row.grip.mapFromGlobal(third.mapToGlobal(third.rect().bottomLeft()))
    QTest.mousePress(row.grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(row.grip, below)
    QTest.mouseRelease(row.grip, Qt.MouseButton.LeftButton, pos=below)
    place.settle(page)
    assert page._preparation.order.index(first) == 2


def test_single_answers_can_be_left_out(place):
    page = place.page()
    identity = page._preparation.order[0]
    page.column.parts.row_of(identity).more.click()
    dialog = page.findChild(ChooseAnswersDialog)
    key, line = next(iter(dialog.answers.lines.items()))
    line.check.click()
    dialog.use.click()
    place.settle(page)
    assert page._preparation.left_out == {(identity, key)}
    detail = page.column.parts.row_of(identity).check.detail
    assert detail == "6 of 8 answers shared, 1 left out today"


def test_what_is_wanted_takes_one_line_each(place):
    page = place.page()
    page.column.parts.part_row(SummaryPart.WANTS).more.click()
    dialog = page.findChild(EditWantsDialog)
    dialog.box.setPlainText("Think aloud\n\n  A decision ")
    dialog.use.click()
    place.settle(page)
    assert page._preparation.wants == ("Think aloud", "A decision")
    assert page.column.parts.part_row(SummaryPart.WANTS).check.detail == "2 topics"


def test_the_session_is_kept_in_the_journal(place):
    page = place.page()
    page.column.head.details.click()
    dialog = page.findChild(SessionDetailsDialog)
    QTest.keyClicks(dialog.day_field.edit, "3 November 2026")
    QTest.keyClicks(dialog.supervisor_field.edit, "the team manager")
    dialog.supervisor_field.edit.setFocus()
    dialog.use.click()
    place.settle(page)
    words = "Next supervision: Tuesday 3 November, with the team manager"
    assert page.column.head.session.text() == words
    place.lane.wait()
    vault = place.desk.vault
    assert place.lane.run_and_wait(place.desk.sessions.details).supervisor == "the team manager"
    again = place.workshop.desk(vault)
    offer = place.lane.run_and_wait(partial(again.preparing.offer, Preparation()))
    assert offer.preparation.session == Session(date(2026, 11, 3), "the team manager")


def test_a_weekday_alone_is_the_one_to_come(place):
    page = place.page()
    page.column.head.details.click()
    dialog = page.findChild(SessionDetailsDialog)
    told = []
    dialog.session_changed.connect(told.append)
    yesterday = page._offer.today - timedelta(days=1)
    QTest.keyClicks(dialog.day_field.edit, f"{yesterday:%A}")
    QTest.keyClick(dialog.use, Qt.Key.Key_Space)
    assert told[0].day == yesterday + timedelta(days=7)


def test_decisions_survive_a_new_page_in_the_same_session(place):
    page = place.page()
    press(page.column.parts.row_of(page._preparation.order[1]))
    place.settle(page)
    other = place.page()
    assert other._preparation == page._preparation


def test_a_longer_span_offers_more_and_loses_no_choice(place):
    page = place.page()
    chosen = page._preparation.chosen
    assert len(page._preparation.order) == 6
    page.column.span.setCurrentIndex(2)
    page.column.span.activated.emit(2)
    place.qtbot.waitUntil(lambda: len(page._preparation.order) == 12)
    assert page._preparation.chosen == chosen
    assert page._preparation.span is Span.ALL


def test_a_reflection_that_shares_nothing_can_be_taken_and_says_so(place, qtbot):
    page = place.page(a_bare_desk)
    assert page.empty.isVisible()
    assert page.empty.state.primary.words == "Open the newest reflection"
    newest = page._offer.newest
    with qtbot.waitSignal(page.edit_asked) as asked:
        page.empty.state.primary.click()
    assert asked.args == [newest]
    page.take(newest)
    qtbot.waitUntil(page.column.unmarked.isVisible)
    place.settle(page)
    assert newest in page._preparation.chosen
    assert PRIVATE not in words_of(place.prepared(page).document)
    with qtbot.waitSignal(page.edit_asked) as asked:
        page.column.mark.click()
    assert asked.args == [newest]


def test_an_empty_journal_asks_for_a_first_reflection(place, qtbot):
    page = place.page(a_desk)
    assert page.empty.state.primary.words == "New reflection"
    with qtbot.waitSignal(page.new_asked):
        page.empty.state.primary.click()


def test_the_saved_pdf_holds_the_shared_words_only(place, tmp_path):
    page = place.page(a_marked_desk)
    target = tmp_path / "summary.pdf"
    place.asker.paths.append(target)
    page.save_as("pdf")
    place.qtbot.waitUntil(page.column.foot.callout.isVisible)
    words = pdf_words(target)
    assert SHARED in words
    assert PRIVATE not in words
    assert place.asker.asked[0][1] == "supervision-summary.pdf"
    said = page.column.foot.callout.accessibleName()
    assert said == "Saved as summary.pdf. A file outside the journal is not encrypted."


@pytest.mark.parametrize("kind", ["html", "md"])
def test_web_page_and_markdown_hold_the_same(place, tmp_path, kind):
    page = place.page(a_marked_desk)
    place.asker.paths.append(tmp_path / "summary")
    page.save_as(kind)
    place.qtbot.waitUntil(page.column.foot.callout.isVisible)
    words = (tmp_path / f"summary.{kind}").read_text(encoding="utf-8")
    assert SHARED in words
    assert PRIVATE not in words


def test_a_path_that_cannot_be_written_is_said_and_leaves_nothing(place, tmp_path):
    page = place.page()
    (tmp_path / "taken.pdf").mkdir()
    before = sorted(tmp_path.rglob("*"))
    for target in (tmp_path / "taken.pdf", tmp_path / "nowhere" / "summary.pdf"):
        place.asker.paths.append(target)
        page.column.foot.be_quiet()
        page.save_as("pdf")
        place.qtbot.waitUntil(page.column.foot.callout.isVisible)
        assert page.column.foot.callout.tone == "error"
        assert "Not written" in page.column.foot.callout.accessibleName()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_declined_question_writes_nothing(place):
    page = place.page()
    page.save_as("pdf")
    assert not page.column.foot.callout.isVisible()


def test_without_a_printer_it_says_what_else_to_do(place, monkeypatch):
    page = place.page()
    monkeypatch.setattr(paper_leaving, "has_printer", lambda: False)
    page.column.foot.print_button.click()
    said = page.column.foot.callout.accessibleName()
    assert said == "No printer is set up on this computer. Save it as PDF instead."


def test_printing_takes_the_paper_of_the_last_change(place, monkeypatch):
    page = place.page()
    printed = []

    class FakePrinting(paper_leaving.PaperPrinting):
        def __init__(self, pages, parent, *, on_both_sides):
            QObject.__init__(self, parent)
            assert on_both_sides
            printed.append(pages)

        def ask(self):
            self.printed.emit()

    monkeypatch.setattr(paper_leaving, "has_printer", lambda: True)
    monkeypatch.setattr(paper_leaving, "PaperPrinting", FakePrinting)
    before = page._paper.prepared.document
    press(page.column.parts.row_of(page._preparation.order[2]))
    page.print_summary()
    assert printed == []
    place.qtbot.waitUntil(lambda: bool(printed))
    shown = page._paper.prepared.document
    assert shown != before
    assert printed == [place.surroundings.workshop.pages.pages(shown)]
    assert len(printed[0]) == page.preview.view.page_count
    assert page.column.foot.callout.accessibleName() == "Sent to the printer."


def test_large_print_makes_more_pages_and_no_warning(place):
    page = place.page()
    before = page._paper.lengths.pages
    page.preview.bar.large.click()
    place.settle(page)
    assert page._paper.lengths.pages > before
    assert "in large print" in page.column.foot.budget.text()


def test_every_control_has_a_name(place):
    page = place.page()
    for control in page.findChildren(QWidget):
        is_reached = control.focusPolicy() != Qt.FocusPolicy.NoFocus and not control.isHidden()
        if is_reached and control.focusProxy() is None:
            assert spoken_name(control), control


def test_tab_goes_from_top_to_bottom_of_the_list(place):
    page = place.page()
    page.column.head.held.setFocus()
    seen = []
    for _ in range(10):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    parts = page.column.parts
    first = parts.row_of(page._preparation.order[0])
    actions = parts.part_row(SummaryPart.ACTIONS)
    assert seen[:4] == [page.column.span, page.column.presets, actions.check, actions.grip]
    wants = parts.part_row(SummaryPart.WANTS)
    assert seen[4:7] == [wants.check, wants.more, wants.grip]
    assert seen[7:10] == [first.check, first.more, first.grip]


def test_at_200_per_cent_list_and_page_take_turns(place, look):
    page = place.page(size=(1280, 690))
    look.set_to(Theme.load("light", 2.0))
    place.qtbot.waitUntil(page.column.foot.page_button.isVisible)
    assert not page.preview.isVisible()
    page.column.foot.page_button.click()
    assert page.preview.isVisible()
    assert not page.column.isVisible()
    page.preview.bar.back.click()
    assert page.column.isVisible()


def test_nothing_is_wider_than_a_narrow_window_at_200_per_cent(place, look):
    page = place.page()
    look.set_to(Theme.load("light", 2.0))
    for show in (page._show_list, page._show_page):
        show()
        assert page.minimumSizeHint().width() <= 640


def test_a_closed_page_is_freed_with_its_words(place, qapp):
    page = place.make(a_finished_desk)
    page.show()
    page.enter()
    place.settle(page)
    row = page.column.parts.row_of(page._preparation.order[0])
    seen = [weakref.ref(each) for each in (page, page.preview.view, row)]
    page.close()
    page.deleteLater()
    del page, row
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in seen] == [None, None, None]


@pytest.mark.parametrize("opens", ["wants", "details"])
def test_a_closed_dialog_is_freed_with_its_words(place, qapp, opens):
    page = place.page()
    (page.deciding.ask_wants if opens == "wants" else page._ask_details)()
    kinds = (EditWantsDialog, SessionDetailsDialog)
    seen = [weakref.ref(page.findChild(kind)) for kind in kinds if page.findChild(kind)]
    assert len(seen) == 1
    seen[0]().reject()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert seen[0]() is None


def test_a_summary_that_cannot_take_everything_says_so(look, qtbot):
    column = SupervisionColumn(look)
    qtbot.addWidget(column)
    column.show_span(Span.YEAR, has_any=True, has_more=False)
    assert column.nothing.isHidden()
    column.show_span(Span.YEAR, has_any=True, has_more=True)
    assert not column.nothing.isHidden()
    assert "200 reflections at most" in column.nothing.text()
