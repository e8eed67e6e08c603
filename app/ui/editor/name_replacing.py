"""Putting other words in the place of possible identifiers in the texts that are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.ui.editor.current_place import CurrentPlace
from app.ui.editor.identifier_tally import Place
from app.ui.editor.name_edits import Edit, edit_of, edits_everywhere
from app.ui.editor.text_controls import TextControl, change_places, text_in
from app.ui.editor.written_texts import all_texts
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame
    from app.ui.editor.noticing import EditorNoticing


class NameReplacing(QObject):
    """Changes go through each text's own undo; what is not open is never changed."""

    replaced = Signal(object, str)  # the order of what follows, or None; what to say of it
    refused = Signal(str)  # why nothing was changed

    def __init__(
        self, surroundings: Surroundings, frame: EditorFrame, noticing: EditorNoticing
    ) -> None:
        super().__init__(noticing)
        self._lane, self._frame, self._noticing = surroundings.lane, frame, noticing
        self._place = CurrentPlace(frame)
        self._on_its_way: tuple[str, str, str] | None = None  # name, label of the key, words
        self._steps: list[list[tuple[TextControl, str]]] = []

    def forget(self) -> None:
        """Let go what was replaced."""
        self._on_its_way = None
        self._steps.clear()

    def replace(self, place: Place, words: str) -> None:
        """Put words at one place, as one step of undo."""
        edit = edit_of(self._noticing.noticing, place.paragraph, place.found, words)
        if edit is None:
            self.refused.emit(self.tr("These words stand there already."))
            return
        (start, end), put = edit
        start, end = place.paragraph_start + start, place.paragraph_start + end
        control = self._place.control(place.text)
        if control is None:
            self.refused.emit(self.tr("The text has been changed since. Look at it again."))
        elif not change_places(control, [((start, end), put)]):
            self.refused.emit(self.tr("There is no room for that here."))
        else:
            self._steps.append([(control, text_in(control))])
            said = self.tr("Replaced with “{words}”. Ctrl+Z takes it back.").format(words=words)
            self.replaced.emit((place.number, start + len(put)), said)

    def replace_everywhere(self, place: Place, label: str) -> None:
        """Put a label at every place of this name, and the name into the people key."""
        if self._on_its_way is not None:
            return
        known = place.found.label_of
        self._on_its_way = (place.words, known or label, label)
        if known:
            self._plan()
        else:
            self._noticing.remember(place.words, label)

    def go_on(self) -> None:
        """Replace what is known now that the name is in the people key."""
        if self._on_its_way is not None:
            self._plan()

    def stop(self) -> None:
        """Replace nothing: the name is not in the people key."""
        self._on_its_way = None

    def undo(self) -> bool:
        """Take the last replacing back where nothing was written since; say if it was."""
        step = self._steps.pop() if self._steps else []
        still = [control for control, text in step if isValid(control) and text_in(control) == text]
        for control in still:
            control.undo()
        return bool(still)

    def _plan(self) -> None:
        assert self._on_its_way is not None
        watched = self._noticing.examined.watched
        _, label, words = self._on_its_way
        texts = tuple(each.text for each in all_texts(self._frame.form, self._frame.draft))
        people = watched.people if watched is not None else ()
        job = self._lane.job()
        job.succeeded.connect(self._on_planned)
        service = self._noticing.noticing
        # Beside the lane: a long reflection takes its time, and nothing of the journal is needed.
        work = partial(edits_everywhere, service, texts, people, label, words)
        self._lane.start_beside(job, work)

    def _on_planned(self, edits: dict[str, tuple[Edit, ...]]) -> None:
        if self._on_its_way is None or not self._frame.is_open:
            return
        (name, _, words), self._on_its_way = self._on_its_way, None
        # All are looked up first: each is known by what stands in it.
        controls = [
            (self._place.control(text), edits[text.text])
            for text in all_texts(self._frame.form, self._frame.draft)
            if text.text in edits
        ]
        count, step = 0, []
        for control, changes in controls:
            if control is not None and change_places(control, changes):
                count += len(changes)
                step.append((control, text_in(control)))
        self._steps.append(step)
        said = self.tr("1 replaced.") if count == 1 else self.tr("{count} replaced.")
        said += " " + self.tr("“{name}” is in your people key as “{label}”.")
        self.replaced.emit(None, said.format(count=count, name=name, label=words))
