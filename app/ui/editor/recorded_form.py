"""A form whose sections may repeat: under each record stands what can be done with the records."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import FormDefinition, Prompt, Section
from app.domain.records import published_key
from app.ui.editor.answer_editor import Today
from app.ui.editor.draft import Draft
from app.ui.editor.growing_form import GrowingForm
from app.ui.editor.record_foot import RecordFoot
from app.ui.look import Look


class RecordedForm(GrowingForm):
    """Tells what is asked for under a record, and follows the draft when its records change."""

    add_record_asked = Signal(str)  # section key
    remove_record_asked = Signal(str)  # section key
    put_back_asked = Signal()

    def __init__(self, look: Look, draft: Draft, today: Today, parent: QWidget) -> None:
        super().__init__(look, draft, today, parent)
        self._removed: Section | None = None
        self._alone_foot = RecordFoot(look, self)  # under the last prompt of a record, alone
        self._alone_foot.fill()
        self._alone_foot.hide()
        self._join(self._alone_foot)
        for foot in self._whole.feet.values():
            self._join(foot)
        self._show_feet()

    def show_removed(self, removed: Section | None) -> None:
        """Offer to put back this record, or none."""
        self._removed = removed
        self._show_feet()

    def _follow_records(self, fallback: Prompt) -> None:
        """Show the records that the draft has now; every other prompt stays as it is."""
        kept = self._draft.form.prompt(self._current) is not None
        if not kept:
            self._current = fallback.key
        # What has the focus may go; where it goes then is said when everything stands again.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        with self.keeping_still(self._whole.room(self._current) if kept else None):
            before = set(self._whole.feet)
            self._whole.follow(self._draft.form)
            for key in self._whole.feet.keys() - before:
                self._join(self._whole.feet[key])
            self._show_feet()
        for block in self._whole.blocks():
            block.set_current(block.prompt.key == self._current)

    def focus_put_back(self, section: Section) -> None:
        """Put the focus on the button that puts the removed record back."""
        is_alone = self._arrangement.is_alone
        foot = self._alone_foot if is_alone else self._whole.feet[section.key]
        foot.fill()
        foot.put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_foot(self, section: Section | None) -> None:
        """Let the foot that stands under one prompt alone be that of a record, or of none."""
        if section is None or section.repeat is None:
            self._alone_foot.hide()
        else:
            form = self._draft.form
            self._alone_foot.show_record(form, section, self._removed_at(form, section))

    def _show_feet(self) -> None:
        form = self._draft.form
        for section in form.sections:
            if section.repeat is not None:
                foot = self._whole.feet[section.key]
                foot.show_record(form, section, self._removed_at(form, section))

    def _removed_at(self, form: FormDefinition, section: Section) -> Section | None:
        removed = self._removed
        is_here = removed is not None and section == record_before(form, removed)
        return removed if is_here else None

    def _join(self, foot: RecordFoot) -> None:
        foot.add_asked.connect(self.add_record_asked)
        foot.remove_asked.connect(self.remove_record_asked)
        foot.put_back_asked.connect(self.put_back_asked)


def record_before(form: FormDefinition, removed: Section) -> Section:
    """Give the record under which a removed one stood; the first one where it was the first."""
    bare = published_key(removed.key)
    same = [each for each in form.sections if published_key(each.key) == bare]
    return same[max(0, min(removed.place - 2, len(same) - 1))]
