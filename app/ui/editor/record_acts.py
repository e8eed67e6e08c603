"""Adding, removing and putting back the records of a section while the form is written on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.form import Prompt
from app.domain.records import (
    RemovedRecord,
    record_of,
    with_record,
    with_record_back,
    without_record,
)
from app.services.journal import Writing
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.editor.draft import Draft
from app.ui.editor.recorded_form import record_before
from app.ui.editor.whole_form import WholeForm
from app.ui.look import Look


class RecordActs(QObject):
    """Changes the records of one open reflection; nothing else that is written is touched."""

    records_changed = Signal()

    def __init__(self, look: Look, draft: Draft, form: WholeForm) -> None:
        super().__init__(form)
        self._look, self._draft, self._form = look, draft, form
        self._removed: RemovedRecord | None = None
        form.add_record_asked.connect(self.add)
        form.remove_record_asked.connect(self.ask_to_remove)
        form.put_back_asked.connect(self.put_back)

    def add(self, section_key: str) -> None:
        """Add a record after the last one and go to its first prompt."""
        own, added = with_record(self._draft.form, section_key)
        self._forget_removed()  # the new record may take its number
        self._follow(Writing(self._draft.reflection, own), added.prompts[0].key)
        self._form.go_to(self._first_asked(added.key))

    def ask_to_remove(self, section_key: str) -> None:
        """Remove a record; where something stands in it, ask first."""
        record = record_of(self._draft.reflection, self._draft.form, section_key)
        if not record.says_something:
            self.remove(section_key)
            return
        one = record.section.repeat.one if record.section.repeat else ""
        words = {"one": one, "place": record.section.place}
        question = Question(
            self.tr("Remove {one} {place}?").format(**words),
            (
                self.tr("What is written in it goes with it. The others keep their answers."),
                self.tr("You can put it back until you add another or close this reflection."),
            ),
            stay=self.tr("Keep it"),
            go_on=self.tr("Remove {one} {place}").format(**words),
            kind="danger",
        )
        parent: QWidget = self._form.window()
        dialog = Confirming(self._look, question, section_key, parent)
        dialog.confirmed.connect(self.remove)
        dialog.open()

    def remove(self, section_key: str) -> None:
        """Remove a record and stand under the one before it, where it can be put back."""
        draft = self._draft
        self._removed = removed = record_of(draft.reflection, draft.form, section_key)
        reflection, own = without_record(draft.reflection, draft.form, section_key)
        before = record_before(own, removed.section)
        self._form.show_removed(removed.section)
        self._follow(Writing(reflection, own), before.prompts[-1].key)
        asked = [each for each in self._form.asked if each.section.key == before.key]
        if asked:
            self._form.go_to(asked[-1].prompt)
        self._form.focus_put_back(before)

    def put_back(self) -> None:
        """Put back the record that was removed last."""
        if self._removed is None:
            return
        removed, draft = self._removed, self._draft
        reflection, own = with_record_back(draft.reflection, draft.form, removed)
        self._forget_removed()
        self._follow(Writing(reflection, own), removed.section.prompts[0].key)
        self._form.go_to(self._first_asked(removed.section.key))

    def _forget_removed(self) -> None:
        self._removed = None
        self._form.show_removed(None)

    def _follow(self, writing: Writing, fallback: str) -> None:
        self._draft.put_records(writing)
        prompt = writing.form.prompt(fallback)
        assert prompt is not None
        self._form.follow_records(prompt)
        self.records_changed.emit()

    def _first_asked(self, section_key: str) -> Prompt:
        return next(each.prompt for each in self._form.asked if each.section.key == section_key)
