"""Joins the entries of the menus that help in writing, and those that go on from a reflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.actions import Actions

if TYPE_CHECKING:
    from app.services.browsing import Reading
    from app.ui.editor.page import EditorPage
    from app.ui.open_view import OpenView
    from app.ui.window import Window

_GOING_ON = ("carry_over", "duplicate", "link")


class WritingMenuActs(QObject):
    """They act on the reflection that is written, or on the one that is read."""

    def __init__(self, window: Window, actions: Actions) -> None:
        """Join the entries."""
        super().__init__(window)
        self._window, self._actions = window, actions
        self._read_id = ""
        actions["find"].triggered.connect(self._find)
        actions["replace"].triggered.connect(self._replace)
        actions["find_next"].triggered.connect(self._find_next)
        actions["find_previous"].triggered.connect(self._find_previous)
        actions["focus_mode"].triggered.connect(self._focus)
        actions["show_time"].triggered.connect(self._show_time)
        actions["show_time"].setChecked(window.surroundings.settings.is_time_shown)
        actions["carry_over"].triggered.connect(self._ask_fuller_form)
        actions["duplicate"].triggered.connect(self._duplicate)
        actions["link"].triggered.connect(self._ask_link)

    def join_view(self, view: OpenView) -> None:
        """Join a journal just opened."""
        self._read_id = ""
        view.reading_changed.connect(self._allow)
        view.place_changed.connect(self._allow_at)

    def join_editor(self, editor: EditorPage) -> None:
        """Join the editor just made."""
        editor.frame_made.connect(self._join_frame)
        actions, noticing = self._actions, editor.noticing
        actions["next_identifier"].triggered.connect(noticing.show_next)
        actions["previous_identifier"].triggered.connect(noticing.show_previous)
        actions["replace_identifier"].triggered.connect(noticing.ask_to_replace)
        actions["keep_identifier"].triggered.connect(noticing.ask_reason)
        actions["point_out_identifiers"].triggered.connect(noticing.switch)
        noticing.watched_changed.connect(self._tick_pointing_out)

    def _join_frame(self, frame: QObject) -> None:
        frame.focused_changed.connect(self._actions["focus_mode"].setChecked)  # type: ignore[attr-defined]

    def _tick_pointing_out(self) -> None:
        if (editor := self._editor()) is not None:
            is_on = editor.noticing.is_on_in_general and not editor.noticing.is_off_here
            self._actions["point_out_identifiers"].setChecked(is_on)

    def _allow(self, reading: Reading | None) -> None:
        self._read_id = reading.reflection.id if reading is not None else ""
        view = self._window.open_view
        self._allow_at(view.current if view is not None else "")

    def _allow_at(self, place: str) -> None:
        is_there = place == "editor" or (place == "journal" and bool(self._read_id))
        for name in _GOING_ON:
            self._actions[name].setEnabled(is_there)

    def _reflection_id(self) -> str:
        view = self._window.open_view
        if view is None:
            return ""
        return (view.editor.reflection_id or "") if view.current == "editor" else self._read_id

    def _find(self) -> None:
        if (editor := self._editor()) is not None:
            editor.show_find(replaces=False)

    def _replace(self) -> None:
        if (editor := self._editor()) is not None:
            editor.show_find(replaces=True)

    def _find_next(self) -> None:
        if (editor := self._editor()) is not None:
            editor.ready_frame().finding.go_to_next()

    def _find_previous(self) -> None:
        if (editor := self._editor()) is not None:
            editor.ready_frame().finding.go_to_previous()

    def _focus(self, is_on: bool) -> None:
        if (editor := self._editor()) is not None:
            editor.ready_frame().set_focused(is_on)

    def _show_time(self, is_on: bool) -> None:
        self._window.surroundings.settings.is_time_shown = is_on
        view = self._window.open_view
        if view is not None and view.has_editor:
            view.editor.ready_frame().set_time_shown(is_on)

    def _ask_fuller_form(self) -> None:
        if (view := self._window.open_view) is not None and self._reflection_id():
            view.going_on.ask_fuller_form(self._reflection_id())

    def _duplicate(self) -> None:
        if (view := self._window.open_view) is not None and self._reflection_id():
            view.going_on.duplicate(self._reflection_id())

    def _ask_link(self) -> None:
        if (view := self._window.open_view) is not None and self._reflection_id():
            view.going_on.ask_link(self._reflection_id())

    def _editor(self) -> EditorPage | None:
        view = self._window.open_view
        return view.editor if view is not None and view.current == "editor" else None
