"""How each page of the open journal is built, and which way leads from it to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.ui.page import Page
from app.ui.pages.home import HomePage

if TYPE_CHECKING:
    from app.ui.editor.page import EditorPage
    from app.ui.open_view import OpenView
    from app.ui.pages.actions import ActionsPage
    from app.ui.pages.bin import BinPage
    from app.ui.pages.cpd import CpdPage
    from app.ui.pages.cpd_growth import CpdGrowthPage
    from app.ui.pages.cpd_paste import CpdPastePage
    from app.ui.pages.cpd_piece import CpdPiecePage
    from app.ui.pages.forms import FormsPage
    from app.ui.pages.journal import JournalPage
    from app.ui.pages.settings import SettingsPage
    from app.ui.pages.supervision import SupervisionPage
    from app.ui.pages.versions import VersionsPage
    from app.ui.studio.page import StudioPage


def _home(view: OpenView) -> HomePage:
    from app.ui.cpd_ways import cpd_ways

    home = HomePage(view.surroundings, view.desk)
    home.reflection_asked.connect(view.edit)
    home.reading_asked.connect(view.read)
    home.look_asked.connect(view.look_again)
    home.form_asked.connect(view.begin)
    home.forms_asked.connect(view.choose_form)
    home.journal_asked.connect(view.show_journal)
    home.supervision_asked.connect(view.show_supervision)
    home.actions_asked.connect(view.show_actions)
    home.mending_asked.connect(view.mending_asked)
    home.new_key_asked.connect(view.new_key_asked)
    home.year_asked.connect(cpd_ways(view).show_year)
    home.usual_forms_changed.connect(view.usual_forms_changed)
    home.ticks.changed.connect(view.due_count.refresh)
    return home


def _journal(view: OpenView) -> JournalPage:
    from app.ui.pages.journal import JournalPage
    from app.ui.paper_acts import ReadingPapers

    journal = JournalPage(view.surroundings, view.desk)
    journal.edit_asked.connect(view.edit)
    journal.new_asked.connect(view.choose_form)
    journal.supervision_asked.connect(view.supervision_ways.take)
    journal.versions_asked.connect(view.show_versions)
    journal.bin_asked.connect(view.show_bin)
    journal.mending_asked.connect(view.mending_asked)
    journal.reading.reading_changed.connect(view.reading_changed)
    journal.list.overview.way_changed.connect(view.way_changed)
    view.going_on.join_journal(journal)
    ReadingPapers(view.surroundings, view.desk, journal.reading)
    return journal


def _versions(view: OpenView) -> VersionsPage:
    from app.ui.pages.versions import VersionsPage

    versions = VersionsPage(view.surroundings, view.desk)
    versions.back_asked.connect(view.read)
    return versions


def _bin(view: OpenView) -> BinPage:
    from app.ui.pages.bin import BinPage

    page = BinPage(view.surroundings, view.desk)
    page.back_asked.connect(view.show_journal)
    return page


def _supervision(view: OpenView) -> SupervisionPage:
    from app.ui.pages.supervision import SupervisionPage

    supervision = SupervisionPage(view.surroundings, view.desk)
    supervision.edit_asked.connect(view.edit)
    head, ways = supervision.column.head, view.supervision_ways
    head.prepare_asked.connect(ways.prepare)
    head.agreed_asked.connect(ways.note_agreed)
    head.held_asked.connect(ways.show_held)
    supervision.new_asked.connect(view.choose_form)
    return supervision


def _actions(view: OpenView) -> ActionsPage:
    from app.ui.pages.actions import ActionsPage

    actions = ActionsPage(view.surroundings, view.desk)
    actions.answer_asked.connect(view.read_answer)
    actions.acts.changed.connect(view.due_count.refresh)
    return actions


def _cpd(view: OpenView) -> CpdPage:
    from app.ui.cpd_ways import cpd_ways
    from app.ui.pages.cpd import CpdPage

    page = CpdPage(view.surroundings, view.desk)
    cpd_ways(view).join_year(page)
    return page


def _cpd_piece(view: OpenView) -> CpdPiecePage:
    from app.ui.cpd_ways import cpd_ways
    from app.ui.pages.cpd_piece import CpdPiecePage

    page = CpdPiecePage(view.surroundings, view.desk)
    cpd_ways(view).join_piece(page)
    return page


def _cpd_growth(view: OpenView) -> CpdGrowthPage:
    from app.ui.cpd_ways import cpd_ways
    from app.ui.pages.cpd_growth import CpdGrowthPage

    page = CpdGrowthPage(view.surroundings, view.desk)
    cpd_ways(view).join_growth(page)
    return page


def _cpd_paste(view: OpenView) -> CpdPastePage:
    from app.ui.cpd_ways import cpd_ways
    from app.ui.pages.cpd_paste import CpdPastePage

    page = CpdPastePage(view.surroundings, view.desk)
    cpd_ways(view).join_paste(page)
    return page


def _forms(view: OpenView) -> FormsPage:
    from app.ui.pages.forms import FormsPage
    from app.ui.paper_acts import SheetActs

    forms = FormsPage(view.surroundings, view.desk)
    forms.form_asked.connect(view.begin)
    sheets = SheetActs(view.surroundings, forms, view.desk.release_check)
    forms.sheet_asked.connect(sheets.show_sheet)
    forms.back_asked.connect(view.leave_forms)
    forms.own_forms_asked.connect(view.own_forms.show_list)
    forms.new_form_asked.connect(view.own_forms.make)
    forms.copy_asked.connect(view.own_forms.copy)
    forms.change_asked.connect(view.own_forms.change)
    return forms


def _studio(view: OpenView) -> StudioPage:
    from app.ui.studio.page import StudioPage

    studio = StudioPage(view.surroundings, view.desk)
    studio.back_asked.connect(view.choose_form)
    return studio


def _settings(view: OpenView) -> SettingsPage:
    from app.ui.pages.settings import SettingsPage

    settings = SettingsPage(view.surroundings, view.desk)
    settings.lock_time_changed.connect(view.lock_time_changed)
    settings.new_key_asked.connect(view.new_key_asked)
    settings.mending_asked.connect(view.mending_asked)
    settings.folder_asked.connect(view.folder_asked)
    return settings


def _editor(view: OpenView) -> EditorPage:
    from app.ui.editor.form_note import FormNoteKeeper
    from app.ui.editor.page import EditorPage

    editor = EditorPage(view.surroundings, view.desk)
    FormNoteKeeper(editor, view.desk.form_notes)
    editor.left.connect(view.go_back)
    editor.finished.connect(view.read)
    editor.held.connect(view.read)
    view.going_on.join_editor(editor)
    view.editor_made.emit(editor)
    return editor


MAKERS: Mapping[str, Callable[[OpenView], Page]] = {
    "home": _home,
    "journal": _journal,
    "supervision": _supervision,
    "actions": _actions,
    "cpd": _cpd,
    "cpd_piece": _cpd_piece,
    "cpd_paste": _cpd_paste,
    "cpd_growth": _cpd_growth,
    "forms": _forms,
    "studio": _studio,
    "settings": _settings,
    "editor": _editor,
    "versions": _versions,
    "bin": _bin,
}
