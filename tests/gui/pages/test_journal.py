"""The journal's page on a real journal: searching, filters, reading, keys, and its end."""

import gc
import weakref
from functools import partial
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.answer import Answer, Prose
from app.domain.date_span import DateSpan
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, SourceKind
from app.domain.sharing import Sharing
from app.services.journal import About
from app.ui.lane import Lane
from app.ui.models.reflection_list import OUTLINE_ROLE
from app.ui.pages.journal import JournalPage
from app.ui.parts.label import Label
from app.ui.parts.segmented import Segment
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from tests.fakes import FakeAsker
from tests.gui.spoken import spoken_name
from tests.workshops import a_desk, a_sample_desk, a_workshop

SAMPLES = 12
THE_FATHER = "The father nobody had met"


@pytest.fixture
def lane():
    lane = Lane()
    yield lane
    lane.stop()


@pytest.fixture
def surroundings(look, lane, tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    return Surroundings(look, lane, a_workshop, FakeAsker(), settings)


@pytest.fixture
def desk(lane, tmp_path):
    desk = lane.run_and_wait(partial(a_sample_desk, tmp_path / "journal"))
    yield desk
    lane.run_and_wait(desk.close)


@pytest.fixture
def empty_desk(lane, tmp_path):
    desk = lane.run_and_wait(partial(a_desk, tmp_path / "journal"))
    yield desk
    lane.run_and_wait(desk.close)


def shown(page, qtbot, width=1068):
    """Show a page as the window does and wait for its list."""
    qtbot.addWidget(page)
    page.resize(width, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.enter()
    qtbot.waitUntil(lambda: page.list.count_label.text() != "")
    return page


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = shown(JournalPage(surroundings, desk), qtbot)
    qtbot.waitUntil(lambda: page.reading.content is not None)
    yield page
    page.close()


def titles(page):
    model = page.list.model
    outlines = [model.index(row).data(OUTLINE_ROLE) for row in range(model.rowCount())]
    return [outline.title for outline in outlines if outline]


def id_of(page, title):
    model = page.list.model
    for row in range(model.rowCount()):
        outline = model.index(row).data(OUTLINE_ROLE)
        if outline and outline.title == title:
            return outline.id
    raise AssertionError(title)


def search_for(page, words, qtbot):
    page.list.search_field.setText(words)
    settle(page, qtbot)


def settle(page, qtbot):
    page.surroundings.lane.wait()
    qtbot.waitUntil(lambda: not page._search.is_running)
    page.surroundings.lane.wait()
    qtbot.wait(1)


def write(lane, desk, text, title="Written in a test", form_id="five_minute_capture"):
    form = lane.run_and_wait(partial(desk.journal.form, form_id))
    key = next(form.prompts()).key
    answers = MappingProxyType({key: Answer(Prose(text), Sharing.PRIVATE)})
    return lane.run_and_wait(partial(desk.journal.write, form, answers, About(title))).id


def test_the_list_shows_every_reflection_newest_first_and_reads_the_newest(page):
    assert len(titles(page)) == SAMPLES
    assert page.list.count_label.text() == "12 reflections, newest first"
    assert page.list.current_id == id_of(page, "The conference that ran on")
    assert page.reading.content.title.text() == "The conference that ran on"


def test_the_model_keeps_qts_rules_while_it_is_filled(surroundings, desk, qtbot):
    page = JournalPage(surroundings, desk)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.list.model, mode)
    shown(page, qtbot)
    search_for(page, "silence", qtbot)
    search_for(page, "", qtbot)
    assert tester.model() is page.list.model
    page.close()


def test_months_have_headings_that_cannot_be_chosen(page):
    model = page.list.model
    headings = [
        model.index(row)
        for row in range(model.rowCount())
        if model.index(row).data(OUTLINE_ROLE) is None
    ]
    words = [heading.data() for heading in headings]
    assert words[0] == "October 2026"
    assert len(words) == len(set(words))
    assert all(heading.flags() == Qt.ItemFlag.NoItemFlags for heading in headings)


def test_arrow_keys_pass_over_the_headings(page, qtbot):
    page.list.focus_list()
    for title in titles(page)[1:]:
        qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
        assert page.list.current_id == id_of(page, title)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        qtbot.keyClick(page.list.view, key)
        assert page.list.model.outline(page.list.view.currentIndex()) is not None, key


def test_searching_narrows_the_list_and_says_how_many(page, qtbot):
    qtbot.keyClicks(page.list.search_field, "silence")
    settle(page, qtbot)
    found = len(titles(page))
    assert 1 < found < SAMPLES
    assert page.list.count_label.text() == (
        f"{found} of 12 reflections hold “silence”, newest first"
    )


def test_found_words_are_marked_in_the_reading_view(page, qtbot):
    search_for(page, "silence", qtbot)
    page.show_reflection(id_of(page, THE_FATHER))
    settle(page, qtbot)
    marked = marked_words(page)
    assert marked
    assert {word.lower() for word in marked} == {"silence"}
    search_for(page, "", qtbot)
    assert marked_words(page) == []


def marked_words(page):
    mark = page.look.colour("search_mark")
    words = []
    for answer in page.reading.content.answers:
        block = answer.prose.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().background().color() == mark:
                    assert fragment.charFormat().fontWeight() == 600
                    words.append(fragment.text())
                iterator += 1
            block = block.next()
    return words


def test_the_list_keeps_its_choice_if_it_is_still_there(page, qtbot):
    page.list.view.setCurrentIndex(page.list.model.index_of(id_of(page, THE_FATHER)))
    chosen = page.list.current_id
    search_for(page, "silence", qtbot)
    assert page.list.current_id == chosen
    assert page.list.model.outline(page.list.view.currentIndex()).id == chosen


def test_an_answer_to_an_older_search_is_dropped(page, qtbot):
    answers = []
    page._search.answered.connect(answers.append)
    for length in range(1, len("silence") + 1):
        page.list.search_field.setText("silence"[:length])
    settle(page, qtbot)
    assert len(answers) == 1
    assert page.list.count_label.text().count("“silence”") == 1


def test_filters_combine_with_each_other_and_with_words(page, qtbot):
    search_for(page, "silence", qtbot)
    by_words = set(titles(page))
    page.list.filters.form.choose("five_minute_capture")
    settle(page, qtbot)
    by_form = set(titles(page))
    assert by_form < by_words
    page.list.filters.status.choose(True)
    page.list.filters.dates.choose(DateSpan.THIS_MONTH)
    settle(page, qtbot)
    assert titles(page) == ["What the school saw first"]
    assert not page.list.clear_button.isHidden()
    page.list.clear_button.click()
    settle(page, qtbot)
    assert set(titles(page)) == by_words
    assert page.list.clear_button.isHidden()


def test_a_filter_that_is_on_says_its_value(page):
    chip = page.list.filters.status
    assert (chip.words, chip.isChecked()) == ("Status", False)
    chip.choose(False)
    assert (chip.words, chip.isChecked(), chip.accessibleName()) == ("Draft", True, "Status: Draft")
    chip.choose(None)
    assert (chip.words, chip.isChecked()) == ("Status", False)


def test_the_filters_offer_forms_and_themes_in_use(page, qtbot):
    qtbot.waitUntil(lambda: len(page.list.filters.form.menu().actions()) > 2)
    words = [action.text() for action in page.list.filters.form.menu().actions()]
    assert "Five-minute capture" in words
    themes = [action.text() for action in page.list.filters.theme.menu().actions()]
    assert "voice of the child" in themes


def test_a_menu_entry_turns_its_filter_on(page, qtbot):
    draft = page.list.filters.status.menu().actions()[-1]
    draft.trigger()
    settle(page, qtbot)
    assert titles(page) == ["The conference that ran on"]
    page.list.filters.status.menu().actions()[0].trigger()
    settle(page, qtbot)
    assert len(titles(page)) == SAMPLES


def test_a_theme_of_the_reflection_narrows_the_list(page, qtbot):
    chip = page.reading.content.themes[0]
    chip.click()
    settle(page, qtbot)
    assert page.list.filters.theme.value == chip.words
    assert 0 < len(titles(page)) < SAMPLES


def test_a_search_without_results_says_so_and_can_be_cleared(page, qtbot):
    page.list.filters.status.choose(True)
    search_for(page, "zebra", qtbot)
    empty = page.list.nothing_found
    assert empty._title.text() == "No reflection holds “zebra”."
    assert empty.plain.words == "Clear the filters"
    assert page.reading.content is None
    assert not page.reading.edit_button.isEnabled()
    empty.plain.click()
    settle(page, qtbot)
    assert empty.plain.words == "Clear the search"
    empty.plain.click()
    settle(page, qtbot)
    assert len(titles(page)) == SAMPLES


def test_an_empty_journal_says_what_to_do_first(surroundings, empty_desk, qtbot):
    page = JournalPage(surroundings, empty_desk)
    shown(page, qtbot)
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.new_asked):
        page.empty.primary.click()
    page.close()


HOSTILE = [
    "a" * 10_000,
    "a " * 5_000,
    '"',
    '""',
    "“",
    "'; DROP TABLE reflection; --",
    "AND OR NOT NEAR(",
    "silence*",
    "words: silence",
    "^silence -the {a b}",
    "שתיקה בחדר",
    "🙂🙃",
    "\u202eecnelis",
    "<b>silence</b>",
    "%n {count}",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_only_search(page, qtbot, words):
    failures = []
    page._search.failed.connect(failures.append)
    page.surroundings.lane.broke.connect(failures.append)
    search_for(page, words, qtbot)
    page.grab()
    assert failures == []
    assert "12 reflections" in page.list.count_label.text()
    search_for(page, "", qtbot)
    assert len(titles(page)) == SAMPLES


def test_hostile_markdown_is_shown_as_text_and_opens_no_file(
    surroundings, empty_desk, lane, qtbot, tmp_path
):
    picture = tmp_path / "picture.png"
    pixels = surroundings.look.pixmap("lock")
    assert pixels.save(str(picture))
    source = (
        f"![seen]({picture.as_uri()}) <img src='{picture.as_uri()}'>\n\n"
        f"[a link](file:///etc/passwd) <script>alert(1)</script> &lt;b&gt;"
    )
    write(lane, empty_desk, source, title="<b>Title</b>")
    page = JournalPage(surroundings, empty_desk)
    shown(page, qtbot)
    qtbot.waitUntil(lambda: page.reading.content is not None)
    prose = page.reading.content.answers[0].prose
    assert prose.toPlainText().replace("\n", "") == source.replace("\n", "")
    assert "\ufffc" not in prose.toPlainText()
    given = prose.document().resource(2, picture.as_uri())
    assert (given.width(), given.height()) == (1, 1)
    assert page.reading.content.title.text() == "<b>Title</b>"
    assert page.reading.content.title.textFormat() == Qt.TextFormat.PlainText
    page.grab()
    page.close()


def test_keys_lead_from_the_search_to_the_list_and_back(page, qtbot):
    field, view = page.list.search_field, page.list.view
    page.focus_search()
    qtbot.keyClicks(field, "silence")
    settle(page, qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.hasFocus()) == ("", True)
    settle(page, qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_enter_in_the_search_goes_to_the_words_that_were_found(page, qtbot):
    page.focus_search()
    qtbot.keyClicks(page.list.search_field, "paper towel")
    qtbot.keyClick(page.list.search_field, Qt.Key.Key_Return)
    settle(page, qtbot)
    prose = page.reading.content.answers[0].prose
    qtbot.waitUntil(prose.hasFocus)
    assert prose.isReadOnly()


def test_enter_and_double_click_ask_to_edit(page, qtbot):
    page.list.focus_list()
    with qtbot.waitSignal(page.edit_asked) as asked:
        qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    assert asked.args == [page.list.current_id]
    index = page.list.model.index_of(id_of(page, THE_FATHER))
    place = page.list.view.visualRect(index).center()
    viewport = page.list.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.edit_asked) as asked:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [id_of(page, THE_FATHER)]


def test_the_tool_row_asks_to_edit_and_to_take_to_supervision(page, qtbot):
    with qtbot.waitSignal(page.edit_asked) as edit:
        page.reading.edit_button.click()
    with qtbot.waitSignal(page.supervision_asked) as supervision:
        page.reading.supervision_button.click()
    assert edit.args == supervision.args == [page.list.current_id]


def test_versions_are_told_when_there_are_more_than_one(page, desk, lane, qtbot):
    assert not page.reading.is_versions_shown
    chosen = page.list.current_id
    lane.run_and_wait(partial(_change, desk, chosen))
    page.refresh()
    qtbot.waitUntil(lambda: page.reading.is_versions_shown)
    assert page.reading.versions_words == "2 versions"


def _change(desk, reflection_id):
    writing = desk.journal.read(reflection_id)
    key = next(writing.form.prompts()).key
    changed = writing.reflection.with_answer(key, Answer(Prose("Another beginning.")))
    desk.journal.save(type(writing)(changed, writing.form))
    desk.journal.leave(reflection_id)


def test_each_answer_says_who_may_see_it(page, qtbot):
    page.show_reflection(id_of(page, "What the school saw first"))
    settle(page, qtbot)
    names = [answer.prose.accessibleName() for answer in page.reading.content.answers]
    assert any(name.endswith("Sharing: Private") for name in names)
    assert any(name.endswith("Sharing: Supervision and CPD") for name in names)


def brought_in(page, *parts):
    entry = IncomingEntry("notes.md", tuple(IncomingPart(*part) for part in parts))
    incoming = Incoming(SourceKind.MARKDOWN, "notes", (entry,))

    def bring():
        bringing_in = page._desk.bringing_in
        return bringing_in.bring_in(bringing_in.plan(incoming)).reflection_ids[0]

    return page.surroundings.lane.run_and_wait(bring)


def test_what_was_brought_in_is_read_under_the_headings_it_had(page, qtbot):
    reflection_id = brought_in(page, ("", "Visit"), ("At the door", "What I *saw*"), ("Rain.", ""))
    page.show_reflection(reflection_id)
    settle(page, qtbot)
    shown = [label.text() for label in page.reading.content.findChildren(Label)]
    assert "Heading" not in shown
    assert [each for each in shown if each.startswith("Parts")] == ["Parts: part 3"]
    answers = page.reading.content.answers
    assert [each.prompt.text for each in answers[:2]] == ["Visit", "What I *saw*"]
    assert [each.prose.isVisible() for each in answers[:2]] == [False, True]
    assert answers[1].prose.accessibleName() == "What I *saw* Sharing: Private"
    page.reading.take_focus()
    assert answers[1].prose.hasFocus()


def test_a_reflection_that_was_never_there_leads_to_the_newest(page, qtbot):
    page.show_reflection("0" * 32)
    settle(page, qtbot)
    assert page.reading.content.title.text() == "The conference that ran on"
    assert page.list.current_id == id_of(page, "The conference that ran on")


def test_show_reflection_finds_it_whatever_was_searched(page, qtbot):
    wanted = id_of(page, THE_FATHER)
    search_for(page, "zebra", qtbot)
    page.show_reflection(wanted)
    settle(page, qtbot)
    qtbot.waitUntil(lambda: page.reading.content is not None)
    assert page.list.words == ""
    assert page.list.model.outline(page.list.view.currentIndex()).id == wanted
    assert page.reading.reading.reflection.id == wanted


def test_a_reflection_that_is_not_there_is_said_in_words(page, qtbot):
    page.list.current_changed.emit("0" * 32)
    settle(page, qtbot)
    assert page.reading.nothing_words == "The journal does not hold this reflection."


def test_further_pages_come_when_the_list_is_scrolled(surroundings, empty_desk, lane, qtbot):
    for number in range(120):
        write(lane, empty_desk, f"Words {number}", title=f"Title {number}")
    page = JournalPage(surroundings, empty_desk)
    shown(page, qtbot)
    assert page.list.count_label.text() == "120 reflections, newest first"
    assert page.list.model.loaded < 120
    bar = page.list.view.verticalScrollBar()

    def at_the_end():
        bar.setValue(bar.maximum())
        return page.list.model.loaded == 120

    qtbot.waitUntil(at_the_end)
    assert len(set(titles(page))) == 120
    assert not page.list.model.canFetchMore(page.list.view.rootIndex())
    page.close()


def test_list_and_reading_alternate_where_the_window_is_narrow(page, qtbot, look):
    look.set_scale(2.0)
    assert page.list.isVisible()
    assert not page.reading.isVisible()
    page.list.focus_list()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(page.reading.isVisible)
    assert not page.list.isVisible()
    assert page.width() == 1068
    page.reading.back_button.click()
    assert page.list.isVisible()
    assert page.list.view.hasFocus()


def test_nothing_scrolls_sideways_at_any_size(page, qtbot, look):
    for scale in (1.0, 1.3, 2.0):
        look.set_scale(scale)
        page.resize(640, 700)
        qtbot.wait(1)
        assert page.width() == 640
        assert page.list.view.horizontalScrollBar().maximum() == 0
        page.list.reading_asked.emit()
        qtbot.wait(1)
        column = page.reading.content
        assert column.width() <= page.reading.width()
        for label in (column.title, column.about, column.form):
            assert label.height() >= label.heightForWidth(label.width())
        page.reading.back_button.click()


def test_every_control_has_a_name(page):
    for control in page.findChildren(QWidget):
        if control.focusPolicy() == Qt.FocusPolicy.NoFocus or not control.isVisible():
            continue
        assert spoken_name(control), control


def test_tab_goes_in_reading_order(page, qtbot):
    search_for(page, "silence", qtbot)
    page.focus_search()
    reading, content = page.reading, page.reading.content
    head = page.list.head
    expected = [head.search_field.clear_button, head.saved, *head.filters.chips]
    expected += [each for each in head.ways.findChildren(Segment) if each.isChecked()]
    expected.append(page.list.view)
    expected += [
        reading.edit_button,
        reading.supervision_button,
        reading.going_on,
        reading.menu,
        reading.print_menu,
        *content.themes,
    ]
    expected += [answer.prose for answer in content.answers]
    visited = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == expected


def test_rows_are_spoken_with_form_date_and_sharing(page):
    index = page.list.model.index_of(id_of(page, THE_FATHER))
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"{THE_FATHER}. Learning from a practice review. 6 October 2026. ")
    assert "Shared: Supervision" in spoken


def test_the_page_is_drawn_anew_when_the_look_changes(page, look, qtbot):
    light = page.grab().toImage()
    look.set_theme("dark")
    qtbot.wait(1)
    assert page.grab().toImage() != light


def test_copied_words_carry_no_format(page):
    prose = page.reading.content.answers[0].prose
    prose.selectAll()
    data = prose.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert data.text() == prose.toPlainText()


def test_a_closed_page_is_freed_with_its_words(surroundings, desk, qapp, qtbot):
    gone = _words_of_a_page_that_was_closed(surroundings, desk, qtbot)
    surroundings.lane.wait()
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert [each() for each in gone] == [None] * len(gone)


def _words_of_a_page_that_was_closed(surroundings, desk, qtbot):
    page = JournalPage(surroundings, desk)
    page.resize(1068, 740)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.reading.content is not None)
    search_for(page, "silence", qtbot)
    page.grab()
    words = (page, page.list.model, page.list.delegate, page.reading.content, page._search)
    words += (page.list.filters.theme, page.list.filters.theme.menu(), page.list.search_field)
    page.close()
    page.deleteLater()
    return [weakref.ref(each) for each in words]
