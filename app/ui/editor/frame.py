"""The parts of the editor around one reflection, side by side or folded."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.answer import word_count
from app.domain.calendar_words import local_day
from app.domain.finishing import first_unanswered
from app.domain.form import Prompt
from app.ui.editor.answer_editor import Today
from app.ui.editor.asked import Asked
from app.ui.editor.draft import Draft
from app.ui.editor.header import ONE, EditorHeader, FoldedBar
from app.ui.editor.one_prompt import OnePromptFooter
from app.ui.editor.prompt_block import Arrangement
from app.ui.editor.saving_words import SavingWords
from app.ui.editor.sections_panel import SectionsPanel
from app.ui.editor.side_panel import SidePanel
from app.ui.editor.whole_form import WholeForm
from app.ui.surroundings import Surroundings

_TALLY_AFTER_MS = 250
_LEAST_WIDTH, _LEAST_HEIGHT = 320, 240


class EditorFrame(QWidget):
    """Builds the parts, joins them, and folds them when the window is narrow."""

    home_asked = Signal()
    finish_asked = Signal()
    way_chosen = Signal(bool)
    status_changed = Signal(object)  # StatusWords

    def __init__(
        self,
        surroundings: Surroundings,
        draft: Draft,
        known_themes: tuple[str, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look = surroundings.look
        self._clock = surroundings.workshop.clock
        self.draft = draft
        self._is_alone = self._is_narrow = self._is_panel_folded = False
        self._is_help_open = True
        self._words: dict[str, int] = {}
        self._changed_keys: set[str] = set()
        today: Today = self._today
        self.sections = SectionsPanel(look, draft, known_themes, today)
        self.header = EditorHeader(look, draft.form)
        self.bar = FoldedBar(look, draft.form)
        self.form = WholeForm(look, draft, today)
        self.footer = OnePromptFooter(look)
        self.side = SidePanel(look, draft.form)
        self.saving = SavingWords(draft, self._clock, self)
        self._tally = QTimer(self)
        self._build()
        self._connect()
        self._count_all()
        self._on_current_changed(self.form.current)

    def _build(self) -> None:
        self._tally.setSingleShot(True)
        self._tally.setInterval(_TALLY_AFTER_MS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._centre = QVBoxLayout()
        self._centre.setSpacing(0)
        for widget in (self.bar, self.header, self._stack, self.footer):
            self._centre.addWidget(widget)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.sections)
        self._body.addLayout(self._centre, 1)
        self._body.addWidget(self.side)
        self.header.show_reflection(self.draft.reflection)
        self.bar.hide()
        self.footer.hide()

    def _connect(self) -> None:
        self.sections.home_asked.connect(self.home_asked)
        self.sections.section_chosen.connect(self._go_to_section)
        self.sections.form_asked.connect(self._explain_form)
        self.sections.closed.connect(self.close_panel)
        self.bar.home_asked.connect(self.home_asked)
        self.bar.section_chosen.connect(self._go_to_section)
        self.bar.about_asked.connect(self._show_about)
        self.bar.form_asked.connect(self._explain_form)
        self.bar.finish_asked.connect(self.finish_asked)
        self.bar.way_chosen.connect(self._on_way_chosen)
        self.header.title_changed.connect(self.draft.put_title)
        self.header.finish_asked.connect(self.finish_asked)
        self.header.way_chosen.connect(self._on_way_chosen)
        self.form.current_changed.connect(self._on_current_changed)
        self.form.help_asked.connect(self.show_help)
        self.footer.back_asked.connect(self.show_previous)
        self.footer.next_asked.connect(self.show_next)
        self.footer.finish_asked.connect(self.finish_asked)
        self.side.closed.connect(self.close_panel)
        self.draft.changed.connect(self._on_changed)
        self.saving.words_changed.connect(self.status_changed)
        self._tally.timeout.connect(self._count_changed)
        self._look.changed.connect(self._fold)

    # Moving

    def go_on(self) -> None:
        """Put the focus where there is something left to write."""
        self.form.go_to(first_unanswered(self.draft.reflection, self.draft.form))

    def show_next(self) -> None:
        """Go to the next prompt; after the last one, offer to finish."""
        self._show_form()
        following = self.form.neighbour(1)
        if following is not None:
            self.form.go_to(following.prompt)
        elif self._is_alone:
            self.footer.next.setFocus()
        else:
            (self.bar if self._is_narrow else self.header).finish.setFocus()

    def show_previous(self) -> None:
        """Go to the prompt before."""
        self._show_form()
        before = self.form.neighbour(-1)
        if before is not None:
            self.form.go_to(before.prompt)

    def _go_to_section(self, key: str) -> None:
        self._show_form()
        first = next((each for each in self.form.asked if each.section.key == key), None)
        if first is not None:
            self.form.go_to(first.prompt)

    # Ways of writing and panels

    @property
    def is_alone(self) -> bool:
        """Say whether one prompt is shown at a time."""
        return self._is_alone

    def set_alone(self, is_alone: bool) -> None:
        """Show one prompt or the whole form; place and words stay."""
        self._is_alone = is_alone
        self.header.set_way(is_alone)
        self.bar.set_way(is_alone)
        self._fold()
        self._say_count()

    @property
    def is_help_shown(self) -> bool:
        """Say whether the side panel can be seen."""
        if self._is_panel_folded:
            return self._stack.currentWidget() is self.side
        return self._is_help_open

    def show_help(self) -> None:
        """Open the panel with help for the current prompt."""
        current = self.form.current
        if current is not None:
            self.side.show_prompt(current.prompt)
        self._open_panel()

    def close_panel(self) -> None:
        """Close the panel and go back to the writing."""
        focused = self.focusWidget()
        had_focus = focused is not None and self.side.isAncestorOf(focused)
        self._is_help_open = self._is_help_open and self._is_panel_folded
        self._show_form()
        self._fold()
        block = self.form.current_block()
        if block is not None and (had_focus or self._is_panel_folded):
            block.editor.take_focus()

    def close_folded(self) -> bool:
        """Close what covers the form, if anything does; say whether it did."""
        if self._stack.currentWidget() is self.form:
            return False
        self.close_panel()
        return True

    def _open_panel(self) -> None:
        if self._is_panel_folded:
            self._cover_with(self.side)
            self.side.take_focus()
        else:
            self._is_help_open = True
            self._fold()

    def _explain_form(self) -> None:
        self.side.show_form()
        self._open_panel()

    def _show_about(self) -> None:
        self._cover_with(self.sections)
        self.sections.about.day.edit.setFocus()

    def _cover_with(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        panel.show()
        self.footer.hide()

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.footer.setVisible(self._is_alone)

    def _fold(self) -> None:
        narrow = self._look.is_narrow(self, "nav_becomes_menu")
        folded = self._look.is_narrow(self, "panel_becomes_dialog")
        if folded != self._is_panel_folded:
            self._is_panel_folded = folded
            self._move(self.side, self._stack if folded else self._body)
        self.side.set_beside(not folded)
        self.side.setVisible(self._is_help_open if not folded else self.is_help_shown)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._move_narrow()
        self.header.setVisible(not (narrow and self._is_alone))
        self.footer.fold(narrow)
        if self._stack.currentWidget() is self.form:
            self.footer.setVisible(self._is_alone)
        beside = self._is_help_open and not folded
        self.form.arrange(Arrangement(self._is_alone, narrow, beside))
        self._show_step()

    def _move_narrow(self) -> None:
        narrow = self._is_narrow
        self.bar.setVisible(narrow)
        self.header.fold(narrow)
        if narrow:
            self._stack.addWidget(self.sections)
            self.form.put_on_top(self.header)
        else:
            self._stack.removeWidget(self.sections)
            self._body.insertWidget(0, self.sections)
            self._centre.insertWidget(1, self.header)
        self.sections.set_beside(not narrow)
        self.sections.setVisible(not narrow)
        self._stack.setCurrentWidget(self.form)

    def _move(self, panel: QWidget, target: QStackedWidget | QHBoxLayout) -> None:
        if isinstance(target, QStackedWidget):
            self._body.removeWidget(panel)
        else:
            self._stack.removeWidget(panel)
        target.addWidget(panel)
        self._stack.setCurrentWidget(self.form)

    # What follows the writing

    def _on_way_chosen(self, way: str) -> None:
        self.way_chosen.emit(way == ONE)

    def _on_current_changed(self, current: Asked | None) -> None:
        if current is None:
            return
        self.sections.set_current(current.section.key)
        self.bar.show_current(current)
        self.side.follow(current.prompt)
        self._show_step()
        self._say_count()

    def _show_step(self) -> None:
        is_first, is_last = self.form.neighbour(-1) is None, self.form.neighbour(1) is None
        self.footer.show_step(is_first=is_first, is_last=is_last)

    def _on_changed(self, key: str) -> None:
        self._changed_keys.add(key)
        self._tally.start()

    def _count_all(self) -> None:
        self._changed_keys.update(self.draft.reflection.answers)
        self._count_changed()

    def _count_changed(self) -> None:
        for key in self._changed_keys - {""}:
            self._words[key] = word_count(self.draft.reflection.answers[key].value)
        self._changed_keys.clear()
        self.form.show_words(self._words)
        self.sections.show_progress()
        self._show_step()
        self._say_count()

    def _say_count(self) -> None:
        current: Prompt | None = self.form.current.prompt if self.form.current else None
        if self._is_alone and current is not None:
            self.saving.count(self._words.get(current.key, 0), is_of_answer=True)
        else:
            self.saving.count(sum(self._words.values()), is_of_answer=False)

    def _today(self) -> date:
        return local_day(self._clock.now())

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Ask for little: what stands side by side folds when there is less room."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()
