"""Papers in the window: seen before they leave, only what was chosen, told how it went."""

import contextlib
from dataclasses import replace
from functools import partial

import docx
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.finding import Search
from app.paper import printing
from app.paper.printing import PaperPrinting
from app.services.browsing import read_reflection
from app.services.file_kind import FileKind
from app.ui import paper_leaving
from app.ui.dialogs.paper_dialog import PaperDialog
from app.ui.pages.forms import FormsPage
from app.ui.pages.reading_view import ReadingView
from app.ui.paper_acts import ReadingPapers, SheetActs
from tests.faults.small_disk import small_disk_or_skip
from tests.gui.standing import standing
from tests.gui.way_in import unnamed_controls

REVIEW, CONFERENCE = "The father nobody had met", "The conference that ran on"
PRIVATE = "Anger at him, for two pages"


@pytest.fixture
def small_disk(tmp_path):
    yield from small_disk_or_skip(tmp_path / "disk", 1)


@pytest.fixture
def place(surroundings, desk, qtbot):
    return Place(surroundings, desk, qtbot)


class Place:
    """A reading view on the sample journal."""

    def __init__(self, surroundings, desk, qtbot):
        self.surroundings, self.desk, self.qtbot = surroundings, desk, qtbot
        self.asker = surroundings.asker
        self.reading = ReadingView(surroundings.look)
        self.reading.resize(1000, 760)
        qtbot.addWidget(self.reading)
        ReadingPapers(surroundings, desk, self.reading)
        self.reading.show()

    def read(self, title):
        found = self.surroundings.lane.run_and_wait(partial(self.desk.find, Search()))
        uid = next(each.id for each in found.outlines if each.title == title)
        work = partial(read_reflection, self.desk.vault, uid)
        self.reading.show_reading(self.surroundings.lane.run_and_wait(work), "")

    def open(self, title=REVIEW, entry="reflection"):
        self.read(title)
        getattr(self.reading.print_menu, entry).trigger()
        return self.ready(standing(PaperDialog, self.qtbot))

    def ready(self, dialog):
        self.qtbot.waitUntil(lambda: dialog.paper is not None and dialog.print_button.isEnabled())
        self.settle()
        return dialog

    def settle(self):
        for _ in range(3):
            QTest.qWait(5)
            self.surroundings.lane.wait()
        QTest.qWait(5)

    def choose(self, dialog, row):
        before = dialog.paper
        dialog.extent.setCurrentIndex(row)
        self.qtbot.waitUntil(lambda: dialog.paper != before)

    def saved(self, dialog, kind, target):
        self.asker.paths.append(target)
        action = next(each for each in dialog.kinds.actions() if each.data() is kind)
        action.trigger()
        self.qtbot.waitUntil(dialog.callout.isVisible)
        return target

    def close(self, dialog):
        dialog.reject()


def words_of_docx(target):
    read = docx.Document(target)
    return "\n".join(paragraph.text for paragraph in read.paragraphs)


def test_a_paper_begins_with_what_is_marked_and_everything_is_said_aloud(place, tmp_path):
    dialog = place.open()
    assert not dialog.warning.isVisible()
    shared = words_of_docx(place.saved(dialog, FileKind.WORD, tmp_path / "one.docx"))
    assert PRIVATE not in shared
    assert dialog.callout.accessibleName().startswith("Saved as one.docx.")
    place.choose(dialog, 2)
    assert dialog.warning.isVisible()
    assert not dialog.callout.isVisible()
    assert PRIVATE in words_of_docx(place.saved(dialog, FileKind.WORD, tmp_path / "two.docx"))
    place.close(dialog)


@pytest.mark.parametrize("kind", list(FileKind))
def test_every_kind_is_written_with_its_ending(place, tmp_path, kind):
    dialog = place.open(CONFERENCE)
    place.saved(dialog, kind, tmp_path / "my paper")
    assert (tmp_path / f"my paper{kind.ending}").stat().st_size > 100
    assert place.asker.asked[-1][1] == f"reflection{kind.ending}"
    place.close(dialog)


def test_the_evidence_sheet_is_offered_for_reviews_only(place):
    place.read(REVIEW)
    assert place.reading.print_menu.evidence_sheet.isVisible()
    place.read(CONFERENCE)
    assert not place.reading.print_menu.evidence_sheet.isVisible()
    place.reading.show_nothing("")
    assert not place.reading.print_menu.isEnabled()


def test_the_evidence_sheet_asks_for_no_extent(place, tmp_path):
    dialog = place.open(entry="evidence_sheet")
    assert not dialog.extent.isVisible()
    words = words_of_docx(place.saved(dialog, FileKind.WORD, tmp_path / "sheet.docx"))
    assert words.startswith("Learning from a review")
    assert PRIVATE not in words
    place.close(dialog)


def test_pages_turn_and_large_print_makes_more_of_them(place):
    dialog = place.open()
    before = dialog.preview.view.page_count
    dialog.large.click()
    place.qtbot.waitUntil(lambda: dialog.preview.view.page_count > before)
    count = dialog.paper.measured.lengths.pages
    assert dialog.preview.number.text() == f"Page 1 of {count}"
    dialog.preview.next.click()
    assert dialog.preview.number.text() == f"Page 2 of {count}"
    place.close(dialog)


def test_a_declined_question_writes_nothing(place):
    dialog = place.open()
    dialog.kinds.actions()[0].trigger()
    assert not dialog.callout.isVisible()
    place.close(dialog)


def test_a_reflection_that_is_gone_is_said_and_nothing_can_leave(place, monkeypatch):
    place.read(REVIEW)
    uid = place.reading.reading.reflection.id
    delete = partial(place.desk.retention.move_to_bin, uid)
    place.surroundings.lane.run_and_wait(delete)
    place.reading.print_menu.reflection.trigger()
    dialog = standing(PaperDialog, place.qtbot)
    place.qtbot.waitUntil(dialog.callout.isVisible)
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    place.close(dialog)


def test_a_path_that_cannot_be_written_is_said(place, tmp_path):
    dialog = place.open()
    place.saved(dialog, FileKind.PDF, tmp_path / "nowhere" / "a.pdf")
    assert dialog.callout.tone == "error"
    assert "the folder does not exist" in dialog.callout.accessibleName()
    place.close(dialog)


@pytest.mark.parametrize("both", [True, False])
def test_both_sides_are_asked_for_as_chosen(place, monkeypatch, both):
    dialog = place.open(entry="evidence_sheet")
    asked = []

    class FakePrinting(PaperPrinting):
        def __init__(self, pages, parent, *, on_both_sides):
            QObject.__init__(self, parent)
            asked.append((pages, on_both_sides))

        def ask(self):
            self.refused.emit()

    monkeypatch.setattr(paper_leaving, "has_printer", lambda: True)
    monkeypatch.setattr(paper_leaving, "PaperPrinting", FakePrinting)
    assert dialog.both_sides.isVisible()
    dialog.both_sides.setChecked(both)
    dialog.print_button.click()
    dialog.print_button.click()  # while the pages are made: asks no second time
    place.settle()
    pages = place.surroundings.workshop.pages.pages(dialog.paper.document)
    assert asked == [(pages, both)]
    assert "The printer did not take the pages." in dialog.callout.accessibleName()
    place.close(dialog)


def test_a_printer_is_set_to_both_sides_for_more_than_one_page_only(place, monkeypatch):
    modes, told = QPrinter.DuplexMode, []

    class Recording(QPrinter):
        def setDuplex(self, mode):
            told.append(mode)

    monkeypatch.setattr(printing, "a4_printer", Recording)
    for pages, both in (((b"", b""), True), ((b"", b""), False), ((b"",), True)):
        PaperPrinting(pages, place.reading, on_both_sides=both)._dialog.close()
    assert told == [modes.DuplexLongSide, modes.DuplexNone, modes.DuplexNone]


def test_every_control_has_a_name_and_tab_reaches_all(place):
    dialog = place.open(entry="evidence_sheet")
    assert unnamed_controls(dialog) == []
    dialog.large.setFocus()
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = (dialog.both_sides, dialog.preview.next, dialog.close_button, dialog.save_button)
    assert all(each in seen for each in (*wanted, dialog.print_button))
    place.close(dialog)


def test_the_questions_of_a_form_on_one_sheet(surroundings, desk, qtbot, tmp_path):
    page = FormsPage(surroundings, desk)
    page.sheet_asked.connect(SheetActs(surroundings, page, desk.release_check).show_sheet)
    qtbot.addWidget(page)
    page.resize(1068, 740)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: bool(page.list.rows()))
    page._show_form("fook_team_check")
    page.details.sheet_button.click()
    dialog = standing(PaperDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.preview.view.page_count == 1)
    assert not dialog.both_sides.isVisible()
    assert not dialog.large.isVisible()
    assert not dialog.extent.isVisible()
    target = tmp_path / "sheet.docx"
    surroundings.asker.paths.append(target)
    next(each for each in dialog.kinds.actions() if each.data() is FileKind.WORD).trigger()
    qtbot.waitUntil(dialog.callout.isVisible)
    words = words_of_docx(target)
    assert words.startswith("Fook: team check")
    assert "effect on them?" in words
    assert surroundings.asker.asked[-1][1] == "fook_team_check.docx"
    dialog.reject()


def test_the_sheet_of_ones_own_form_is_not_called_by_its_title(surroundings, desk, qtbot):
    # Her title may name somebody, and a file's name is seen without opening the file.
    shipped = surroundings.workshop.shelf.forms()[0]
    form = replace(shipped, id="own_after_seeing_zorblatt", title="After seeing Zorblatt")
    page = FormsPage(surroundings, desk)
    qtbot.addWidget(page)
    page.show()
    SheetActs(surroundings, page, desk.release_check).show_sheet(form)
    dialog = standing(PaperDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.preview.view.page_count == 1)
    surroundings.asker.paths.append(None)
    next(each for each in dialog.kinds.actions() if each.data() is FileKind.WORD).trigger()
    qtbot.waitUntil(lambda: bool(surroundings.asker.asked))
    assert surroundings.asker.asked[-1][1] == "prompt-sheet.docx"
    dialog.reject()


@pytest.mark.parametrize("kind", [FileKind.PDF, FileKind.WORD, FileKind.WEB_PAGE])
def test_a_full_disk_is_told_at_the_paper_and_leaves_the_file_before(place, small_disk, kind):
    before = small_disk / f"paper{kind.ending}"
    before.write_bytes(b"the paper of last time")
    with contextlib.suppress(OSError), (small_disk / "film").open("wb") as film:
        while True:
            film.write(bytes(4096))
            film.flush()
    dialog = place.open(CONFERENCE)
    place.saved(dialog, kind, before)
    assert "the disk is full" in " ".join(
        label.text() for label in dialog.callout.findChildren(QLabel)
    )
    assert before.read_bytes() == b"the paper of last time"
    assert sorted(each.name for each in small_disk.iterdir()) == ["film", before.name]
    (small_disk / "film").unlink()
    dialog.callout.hide()
    place.saved(dialog, kind, before)
    assert len(before.read_bytes()) > 1_000
    place.close(dialog)
