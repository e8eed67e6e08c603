"""Joins the entries of the menus that move about in the journal, write and share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from app.domain.sharing import Sharing
from app.ui.actions import Actions
from app.ui.keeping_menu_acts import KeepingMenuActs
from app.ui.leaving_acts import LeavingActs
from app.ui.people_key_acts import PeopleKeyActs
from app.ui.writing_menu_acts import WritingMenuActs

if TYPE_CHECKING:
    from app.ui.editor.page import EditorPage
    from app.ui.open_view import OpenView
    from app.ui.window import Window

_PLACES = {
    "new_reflection": "forms",
    "go_home": "home",
    "go_journal": "journal",
    "go_supervision": "supervision",
    "go_actions": "actions",
    "go_cpd": "cpd",
    "go_forms": "forms",
    "go_studio": "studio",
    "settings": "settings",
    "go_bin": "bin",
}
_WAYS = {
    "way_list": "list",
    "way_calendar": "calendar",
    "way_timeline": "timeline",
    "way_themes": "themes",
}
_USUAL_WAY = "list"
_USUAL_FORMS = {"usual_form_1": 1, "usual_form_2": 2, "usual_form_3": 3}
_SHARINGS = {
    "share_private": Sharing.PRIVATE,
    "share_supervision": Sharing.SUPERVISION,
    "share_cpd": Sharing.CPD,
}


class MenuActs(QObject):
    """What each of these entries does in this window."""

    def __init__(self, window: Window, actions: Actions) -> None:
        """Join everything that does not need the editor."""
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._group(_PLACES).triggered.connect(self._go)
        ways = self._group(_WAYS)
        ways.setExclusionPolicy(QActionGroup.ExclusionPolicy.Exclusive)
        ways.triggered.connect(self._look_through)
        self._tick_way(_USUAL_WAY)
        self._group(_USUAL_FORMS).triggered.connect(self._begin_usual)
        self._group(_SHARINGS).triggered.connect(self._share)
        self._keeping = KeepingMenuActs(window, actions)
        self._writing = WritingMenuActs(window, actions)
        self._people_key = PeopleKeyActs(window, actions)
        self._leaving = LeavingActs(window, actions)
        actions["search"].triggered.connect(self._search)
        actions["print_summary"].triggered.connect(self._print_summary)
        actions["use_word_form"].triggered.connect(self._use_word_form)
        actions["bring_in"].triggered.connect(self._bring_in)
        actions["take_topic"].triggered.connect(self._take_topic)
        actions["one_at_a_time"].triggered.connect(self._change_way)
        actions["go_to_source"].triggered.connect(self._go_to_source)
        actions["lock"].triggered.connect(window.lock)
        actions["open_another"].triggered.connect(window.closed_work.open_another)
        actions["make_another"].triggered.connect(window.closed_work.make_another)
        actions["quit"].triggered.connect(window.close)
        self._join_help(actions)
        actions.allow(in_journal=False, in_editor=False)

    def _join_help(self, actions: Actions) -> None:
        actions["keys"].triggered.connect(self._show_keys)
        actions["about"].triggered.connect(self._show_about)
        actions["protects"].triggered.connect(self._show_protects)
        actions["guide"].triggered.connect(self._show_guide)

    def join_view(self, view: OpenView) -> None:
        """Join the entries that need a journal just opened."""
        view.usual_forms_changed.connect(self._name_usual_forms)
        view.editor_made.connect(self._join_editor)
        view.reading_changed.connect(self._keeping.allow)
        view.way_changed.connect(self._tick_way)
        self._tick_way(_USUAL_WAY)
        view.place_changed.connect(self._keeping.allow_at)
        view.place_changed.connect(self._allow_source)
        self._writing.join_view(view)
        self._actions["one_at_a_time"].setChecked(
            self._window.surroundings.settings.is_one_at_a_time
        )

    def _join_editor(self, editor: EditorPage) -> None:
        actions = self._actions
        editor.unsaved.closing_asked.connect(self._window.close)
        self._writing.join_editor(editor)
        actions["save_now"].triggered.connect(editor.unsaved.save_now)
        actions["next_prompt"].triggered.connect(editor.show_next_prompt)
        actions["previous_prompt"].triggered.connect(editor.show_previous_prompt)
        actions["prompt_help"].triggered.connect(editor.toggle_help)
        actions["finish"].triggered.connect(editor.ask_to_finish)
        actions["bold"].triggered.connect(editor.make_bold)
        actions["italic"].triggered.connect(editor.make_italic)
        actions["bullets"].triggered.connect(editor.make_bullets)
        actions["numbers"].triggered.connect(editor.make_numbers)
        actions["next_misspelt"].triggered.connect(editor.spelling.show_next)

    def _change_way(self) -> None:
        # The editor's own switch changes it too, so the mark in the menu does not decide.
        if self._window.open_view is not None:
            editor = self._window.open_view.editor
            editor.set_one_at_a_time(not editor.is_one_at_a_time)
            self._actions["one_at_a_time"].setChecked(editor.is_one_at_a_time)

    def _group(
        self, data_by_name: dict[str, str] | dict[str, int] | dict[str, Sharing]
    ) -> QActionGroup:
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for name, data in data_by_name.items():
            self._actions[name].setData(data)
            group.addAction(self._actions[name])
        return group

    def _name_usual_forms(self, titles: list[str]) -> None:
        for name, number in _USUAL_FORMS.items():
            action = self._actions[name]
            action.setVisible(number <= len(titles))
            if number <= len(titles):
                action.setText(titles[number - 1].replace("&", "&&"))

    def _go(self, action: QAction) -> None:
        if self._window.open_view is not None:
            self._window.open_view.go(action.data())

    def _allow_source(self, place: str) -> None:
        self._actions["go_to_source"].setEnabled(place == "actions")

    def _go_to_source(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.actions_page.go_to_source()

    def _look_through(self, action: QAction) -> None:
        self._tick_way(self._way)  # until the other is shown: the way there can be barred
        if self._window.open_view is not None:
            self._window.open_view.look_through(action.data())

    def _tick_way(self, way: str) -> None:
        self._way = way
        for name, each in _WAYS.items():
            self._actions[name].setChecked(each == way)

    def _begin_usual(self, action: QAction) -> None:
        if self._window.open_view is not None:
            self._window.open_view.begin_usual(action.data())

    def _share(self, action: QAction) -> None:
        if self._window.open_view is not None:
            self._window.open_view.editor.share_current(action.data())

    def _search(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.search()

    def _print_summary(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.supervision_ways.print_summary()

    def _use_word_form(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.supervision_ways.use_word_form()

    def _take_topic(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.taking.take()

    def _bring_in(self) -> None:
        if self._window.open_view is not None:
            self._window.open_view.bringing_in.begin()

    def _show_keys(self) -> None:
        from app.ui.dialogs.keys_dialog import KeysDialog

        KeysDialog(self._window.surroundings.look, self._window).open()

    def _show_about(self) -> None:
        from app.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window.surroundings.look, self._window).open()

    def _show_protects(self) -> None:
        from app.ui.dialogs.guide_dialog import PROTECTS, show_guide

        show_guide(self._window.surroundings.look, PROTECTS, self._window)

    def _show_guide(self) -> None:
        from app.ui.dialogs.guide_dialog import show_guide

        show_guide(self._window.surroundings.look, "", self._window)
