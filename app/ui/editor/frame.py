"""The parts of the editor around one reflection, joined to what is written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import Prompt, PromptKind
from app.domain.theme_groups import ThemeVocabulary
from app.ui.editor.asked import Asked
from app.ui.editor.draft import Draft
from app.ui.editor.evidence_acts import EvidenceOffer
from app.ui.editor.header import ONE
from app.ui.editor.record_acts import RecordActs
from app.ui.editor.saving_words import SavingWords
from app.ui.editor.theme_offer import ThemeOffer
from app.ui.editor.word_tally import WordTally
from app.ui.editor.writing_frame import WritingFrame
from app.ui.parts.theme_line import ThemeLine
from app.ui.surroundings import Surroundings


class EditorFrame(WritingFrame):
    """Joins the parts: each follows what is written, and where."""

    home_asked = Signal()
    finish_asked = Signal()
    way_chosen = Signal(bool)
    status_changed = Signal(object)  # StatusWords

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._surroundings = surroundings
        self._draft: Draft | None = None
        self.records: RecordActs | None = None  # while a reflection is open
        self._saving: SavingWords | None = None
        self._tally = WordTally(self)
        self._connect()

    # The reflection

    @property
    def draft(self) -> Draft:
        """The reflection that is open."""
        assert self._draft is not None
        return self._draft

    @property
    def is_open(self) -> bool:
        """Say whether a reflection is open."""
        return self._draft is not None

    @property
    def saving(self) -> SavingWords:
        """What is said about its saving."""
        assert self._saving is not None
        return self._saving

    def open(self, draft: Draft, themes: ThemeVocabulary, *, is_alone: bool) -> None:
        """Show a reflection; from now on the frame owns its draft."""
        self.take_form(draft)
        self._draft = draft
        self._saving = SavingWords(draft, self._clock, draft)
        draft.setParent(self.form)
        draft.changed.connect(self._on_changed)
        self._saving.words_changed.connect(self.status_changed)
        self.form.current_changed.connect(self._on_current_changed)
        self.form.help_asked.connect(self.show_help)
        ThemeOffer(self.form, themes)
        EvidenceOffer(self._surroundings, draft, self.form)
        self.records = RecordActs(self._look, draft, self.form)
        self.records.records_changed.connect(self._on_records_changed)
        self.sections.show_reflection(draft.form, draft.reflection, themes)
        self.bar.show_form(draft.form)
        self.side.begin(draft.form)
        self.show_reflection()
        self.begin_helping(draft, self._saving)
        self._tally.begin(draft)
        self._on_current_changed(self.form.current)
        self.set_alone(is_alone)

    def show_way_back(self, words: str) -> None:
        """Say which page one comes back to."""
        for link in (self.sections.home, self.bar.home):
            link.set_words(words)

    def take_in(self) -> None:
        """Take in a theme that was typed and not given yet, before everything is saved."""
        for line in self.findChildren(ThemeLine):
            line.take_in()

    def close_reflection(self) -> None:
        """Let the reflection go; nothing that was written in it stays in any part."""
        self.hide()
        self._tally.forget()
        self.side.end()
        self.end_helping()
        self.drop_form()
        self._draft = self._saving = self.records = None
        self.header.forget()
        self.sections.forget()

    def _connect(self) -> None:
        self.sections.home_asked.connect(self.home_asked)
        self.sections.section_chosen.connect(self._go_to_section)
        self.sections.form_asked.connect(self._explain_form)
        self.sections.closed.connect(self.close_panel)
        self.sections.about.day_changed.connect(self._on_day_changed)
        self.sections.about.themes_changed.connect(self._on_themes_changed)
        self.bar.home_asked.connect(self.home_asked)
        self.bar.section_chosen.connect(self._go_to_section)
        self.bar.about_asked.connect(self._show_about)
        self.bar.form_asked.connect(self._explain_form)
        self.bar.finish_asked.connect(self.finish_asked)
        self.bar.way_chosen.connect(self._on_way_chosen)
        self.header.title_changed.connect(self._on_title_changed)
        self.header.finish_asked.connect(self.finish_asked)
        self.header.way_chosen.connect(self._on_way_chosen)
        self.footer.back_asked.connect(self.show_previous)
        self.footer.next_asked.connect(self.show_next)
        self.footer.finish_asked.connect(self.finish_asked)
        self.side.closed.connect(self.close_panel)
        self._tally.counted.connect(self._on_counted)

    # Moving

    def show_next(self) -> None:
        """Go to the next prompt; after the last one, offer to finish."""
        self.show_form()
        following = self.form.neighbour(1)
        if following is not None:
            self.form.go_to(following.prompt)
        elif self._is_alone:
            self.footer.next.setFocus()
        else:
            (self.bar if self.is_narrow else self.header).finish.setFocus()

    def show_previous(self) -> None:
        """Go to the prompt before."""
        self.show_form()
        before = self.form.neighbour(-1)
        if before is not None:
            self.form.go_to(before.prompt)

    def _go_to_section(self, key: str) -> None:
        self.show_form()
        first = next((each for each in self.form.asked if each.section.key == key), None)
        if first is not None:
            self.form.go_to(first.prompt)

    def go_on_typing(self) -> None:
        """Go to the current answer, unless the focus is there or in the header already."""
        focused, block = self.window().focusWidget(), self.form.current_block()
        keepers = (self.header, block.editor if block is not None else self.header)
        is_kept = focused is not None and any(each.isAncestorOf(focused) for each in keepers)
        if not is_kept or not focused.isVisible():
            self.go_on()

    # Panels and the way of writing

    def show_reflection(self) -> None:
        """Show the title, and whether the reflection is complete."""
        is_complete = self.draft.reflection.is_complete
        self.header.show_reflection(self.draft.reflection, self.draft.form)
        self.bar.show_complete(is_complete)
        self.footer.show_complete(is_complete)

    def set_alone(self, is_alone: bool) -> None:
        """Show one prompt or the whole form; place and words stay."""
        super().set_alone(is_alone)
        self._say_count()

    def fold(self) -> None:
        """Put the parts side by side, or fold what has no room."""
        super().fold()
        if self._draft is not None:
            self._show_step()

    def show_help(self) -> None:
        """Open the panel with help for the current prompt."""
        current = self.form.current
        self.dismiss_guest()
        if current is not None:
            self.side.show_prompt(current.prompt)
        self.open_panel()

    def toggle_help(self) -> None:
        """Open or close the help with the current prompt."""
        if self.is_help_shown and self.side.is_helping:
            self.close_panel()
        else:
            self.show_help()

    def _explain_form(self) -> None:
        self.dismiss_guest()
        self.side.show_form()
        self.open_panel()

    def _show_about(self) -> None:
        self.cover_with(self.sections)
        self.sections.about.day.edit.setFocus()

    # What follows the writing

    def _on_title_changed(self, title: str) -> None:
        self.draft.put_title(title)

    def _on_day_changed(self, day: date | None) -> None:
        self.draft.put_event_date(day)

    def _on_themes_changed(self, themes: tuple[str, ...]) -> None:
        self.draft.put_themes(themes)

    def _on_way_chosen(self, way: str) -> None:
        self.way_chosen.emit(way == ONE)

    def _on_current_changed(self, current: Asked | None) -> None:
        if current is None:
            return
        self.draft.save()  # the answer that was left
        self.sections.set_current(current.section.key)
        self.bar.show_current(current)
        self.side.follow(current.prompt)
        self._show_step()
        self._say_count()

    def _show_step(self) -> None:
        is_first, is_last = self.form.neighbour(-1) is None, self.form.neighbour(1) is None
        self.footer.show_step(is_first=is_first, is_last=is_last)

    def _on_records_changed(self) -> None:
        form = self.draft.form
        self.sections.show_form(form)
        self.sections.about.themes.set_themes(self.draft.reflection.themes)
        self.bar.show_form(form)
        self.side.begin(form)
        self._tally.count_all()
        self._on_current_changed(self.form.current)

    def _on_changed(self, key: str) -> None:
        prompt = self._draft.form.prompt(key) if self._draft is not None else None
        if prompt is not None and prompt.kind is PromptKind.THEMES:
            self.sections.about.themes.set_themes(self.draft.reflection.themes)

    def _on_counted(self) -> None:
        self.form.show_words(self._tally.words)
        self.sections.show_progress(self.draft.reflection)
        self._show_step()
        self._say_count()

    def _say_count(self) -> None:
        current: Prompt | None = self.form.current.prompt if self.form.current else None
        words = self._tally.of_answer(current) if self._is_alone and current else None
        if self._is_alone and words is None:
            self.saving.count(None)
        else:
            self.saving.count(self._tally.total, words)
