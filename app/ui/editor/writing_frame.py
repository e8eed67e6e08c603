"""The frame with what helps a person write: finding words, only the form, and how long it took."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.editor.draft import Draft
from app.ui.editor.finding import Finding
from app.ui.editor.folding_frame import FoldingFrame
from app.ui.editor.panel_guest import PanelGuest
from app.ui.editor.saving_words import SavingWords
from app.ui.editor.writing_time import WritingTime
from app.ui.surroundings import Surroundings


class WritingFrame(FoldingFrame):
    """Each of these helps is asked for; none comes by itself."""

    focused_changed = Signal(bool)
    reflection_opened = Signal(str)  # reflection id
    guest_closed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self.finding = Finding(self.find_bar, self.header.title, self)
        self.time = WritingTime(self)
        self._is_focused = False  # for this session only
        self._was_panel_open = False  # before a guest came
        self._is_time_shown = surroundings.settings.is_time_shown
        self._helped: tuple[Draft, SavingWords] | None = None
        self.find_bar.closed.connect(self.close_find)
        self.focus_strip.leave_asked.connect(self._leave_focus)
        self.time.minute_passed.connect(self._say_time)

    def begin_helping(self, draft: Draft, saving: SavingWords) -> None:
        """Help with this draft from now on."""
        self._helped = (draft, saving)
        self.finding.begin_with(self.form, draft)
        self.time.begin()
        self._say_time()
        self.side.linked.show_linked(())
        self.reflection_opened.emit(draft.reflection.id)

    def end_helping(self) -> None:
        """Let the draft go, and what was looked for in it."""
        self._helped = None
        self.finding.forget()
        self.time.stop()
        self.side.linked.show_linked(())

    # Finding

    def show_find(self, *, replaces: bool) -> None:
        """Show the bar that finds words, and replaces them."""
        self.show_form()
        self.finding.open(replaces=replaces)

    def close_find(self) -> None:
        """Hide the bar and go back to the writing, where the words found last stay marked."""
        self.find_bar.hide()
        marked = self.finding.marked
        if marked is not None and marked.isVisible():
            marked.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_on()

    def close_folded(self) -> bool:
        """Close what stands over the form, then focus mode; say whether there was anything."""
        if self.find_bar.isVisible():
            self.close_find()
            return True
        if self.side.has_guest and self.is_help_shown:
            self.close_panel()
            return True
        if super().close_folded():
            return True
        was_focused = self._is_focused
        self.set_focused(False)
        return was_focused

    # A guest in the side panel

    def show_guest(self, guest: PanelGuest, title: str) -> None:
        """Show something else than help in the side panel, until it is closed."""
        if not self.side.has_guest:
            self._was_panel_open = self.is_help_shown
        self.side.show_guest(guest, title)
        self.open_panel()

    def dismiss_guest(self) -> None:
        """Let the side panel help again; whether it stays open is not said by this."""
        if self.side.has_guest:
            self.side.dismiss_guest()
            self.guest_closed.emit()

    def close_panel(self) -> None:
        """Close the panel; behind a guest it is as it was before."""
        if not self.side.has_guest:
            super().close_panel()
            return
        self.side.dismiss_guest()
        if self._was_panel_open and not self.is_panel_folded:
            self.fold()
        else:
            super().close_panel()
        self.guest_closed.emit()

    # Only the form

    @property
    def is_focused(self) -> bool:
        """Say whether only the form is shown."""
        return self._is_focused

    def set_focused(self, is_focused: bool) -> None:
        """Show only the form and what is said of saving, or everything again."""
        if is_focused == self._is_focused:
            return
        self._is_focused = is_focused
        self.bar.setVisible(self.is_narrow)
        if not self.is_narrow:
            self.sections.show()
        self.show_form()
        self.fold()
        self.focused_changed.emit(is_focused)

    @property
    def is_help_shown(self) -> bool:
        """Say whether the side panel can be seen."""
        return super().is_help_shown and not self._is_focused

    def open_panel(self) -> None:
        """Show the side panel; whoever asks for it wants more than the form."""
        self.set_focused(False)
        super().open_panel()

    def clear_for_focus(self) -> None:
        """Hide in focus mode what the folding has just shown."""
        self.focus_strip.setVisible(self._is_focused)
        if self._is_focused:
            for part in (self.bar, self.header, self.side):
                part.hide()
            if not self.is_narrow:
                self.sections.hide()

    def _leave_focus(self) -> None:
        self.set_focused(False)
        self.go_on()

    # How long

    def set_time_shown(self, is_shown: bool) -> None:
        """Say how long one has been writing, or nothing of it."""
        self._is_time_shown = is_shown
        self._say_time()

    def _say_time(self) -> None:
        if self._helped is None:
            return
        draft, saving = self._helped
        if not self._is_time_shown:
            saving.say_time("")
            return
        words = self.tr("{passed} of about {expected} minutes")
        saving.say_time(words.format(passed=self.time.minutes, expected=draft.form.minutes))
