"""Finding words in the reflection that is being written, and replacing them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from app.domain.text_finding import Span, places_of
from app.ui.editor.draft import Draft
from app.ui.editor.find_bar import FindBar
from app.ui.editor.header import TitleEdit
from app.ui.editor.text_controls import (
    TextControl,
    mark,
    rect_of_mark,
    replace_places,
    unmark,
)
from app.ui.editor.whole_form import WholeForm
from app.ui.editor.written_texts import WrittenText, all_texts, control_of

_COUNT_AFTER_MS = 120
_LONGEST_WANTED = 200


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words stand: in which text, counted from 0, and where in it."""

    number: int
    span: Span


class Finding(QObject):
    """Counts what is found, goes from one place to the next, and puts other words there.

    The texts are those of the answers, so that nothing need be built to be counted. Nothing of
    what was looked for is kept once the reflection is closed.
    """

    def __init__(self, bar: FindBar, title: TitleEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._title = bar, title
        self._form: WholeForm | None = None
        self._draft: Draft | None = None
        self._texts: tuple[WrittenText, ...] = ()
        self._places: tuple[_Place, ...] = ()
        self._at: _Place | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COUNT_AFTER_MS)
        self._soon.timeout.connect(self._count_anew)
        bar.wanted_changed.connect(self._on_wanted_changed)
        bar.next_asked.connect(self.go_to_next)
        bar.previous_asked.connect(self.go_to_previous)
        bar.replace_asked.connect(self.replace)
        bar.replace_all_asked.connect(self.replace_all)

    def begin_with(self, form: WholeForm, draft: Draft) -> None:
        """Look in this reflection from now on."""
        self._form, self._draft = form, draft
        draft.changed.connect(self._on_written)

    def forget(self) -> None:
        """Let the reflection go, and everything that was looked for in it."""
        self._soon.stop()
        self._bar.forget()
        self._form = self._draft = self._at = None
        self._texts = self._places = ()

    @property
    def marked(self) -> TextControl | None:
        """What shows the words found last."""
        if self._at is None or self._at not in self._places:
            return None
        return self._control(self._texts[self._at.number])

    def open(self, *, replaces: bool) -> None:
        """Show the bar, with the words that are selected, if they stand on one line."""
        if self._form is not None:
            self._bar.begin(_selected(self._form.window().focusWidget()), replaces=replaces)
            self._count_anew()

    def go_to_next(self) -> None:
        """Go to the next place; after the last comes the first."""
        self._go(1)

    def go_to_previous(self) -> None:
        """Go to the place before; before the first comes the last."""
        self._go(-1)

    def replace(self) -> None:
        """Put the other words where one is, and go on; where one is nowhere yet, go there."""
        self._count_anew()
        if self._at not in self._places or self._at is None:
            self._go(1)
            return
        at = self._at
        text = self._texts[at.number]
        words = self._bar.replacement.text
        control = self._control(text)
        if control is None or not replace_places(control, (at.span,), words):
            self._bar.tell(self.tr("There is no room for that here."))
            return
        # What was put there may hold the words again: one goes on behind it.
        self._at = _Place(at.number, (at.span[0] + len(words), 0))
        self._count_anew()
        self._go(0)

    def replace_all(self) -> None:
        """Put the other words at every place: one step of undo for each text."""
        self._count_anew()
        count = left = 0
        numbers = dict.fromkeys(place.number for place in self._places)
        # All are looked up first: each is known by what stands in it.
        controls = [(number, self._control(self._texts[number])) for number in numbers]
        places = self._places
        for number, control in controls:
            spans = [place.span for place in places if place.number == number]
            if control is not None and replace_places(control, spans, self._bar.replacement.text):
                count += len(spans)
            else:
                left += len(spans)
        self._at = None
        self._count_anew()
        self._bar.tell(self._replaced_words(count, left))

    def _replaced_words(self, count: int, left: int) -> str:
        words = self.tr("1 replaced") if count == 1 else self.tr("{count} replaced")
        if left:
            words = self.tr("{words}; {left} left, for want of room").format(words=words, left=left)
        return words.format(count=f"{count:,}")

    # Counting

    def _on_written(self, _key: str) -> None:
        if self._bar.isVisible():
            self._soon.start()

    def _on_wanted_changed(self) -> None:
        self._at = None
        self._count_anew()
        if self._places:
            self._go(1)

    def _count_anew(self) -> None:
        self._soon.stop()
        self._texts = ()
        if self._form is not None and self._draft is not None:
            self._texts = tuple(all_texts(self._form, self._draft))
        wanted = self._bar.wanted
        self._places = tuple(
            _Place(number, span)
            for number, text in enumerate(self._texts)
            for span in places_of(text.text, wanted)
        )
        self._say_count()

    def _say_count(self) -> None:
        count = len(self._places)
        if not self._bar.field.text:
            words = ""
        elif not count:
            words = self.tr("Nothing found")
        elif self._at in self._places:
            place = self._places.index(self._at) + 1
            words = self.tr("{place} of {count}").format(place=f"{place:,}", count=f"{count:,}")
        else:
            words = self.tr("1 found") if count == 1 else self.tr("{count} found")
        self._bar.show_count(words.format(count=f"{count:,}"), is_any=bool(count))

    # Going there

    def _go(self, step: int) -> None:
        """Go so many places on; 0 means to the first place that is not before this one."""
        if self._form is None:
            return
        if not self._bar.isVisible():
            self.open(replaces=False)
        if not self._places:
            return
        before, self._at = self.marked, self._places[self._number_after(step)]
        if before is not None:
            unmark(before)
        self._show(self._at)
        self._say_count()

    def _number_after(self, step: int) -> int:
        if self._at is not None and self._at in self._places:
            return (self._places.index(self._at) + step) % len(self._places)
        here = (self._at.number, self._at.span[0]) if self._at else (self._current_text(), 0)
        following = [
            number
            for number, place in enumerate(self._places)
            if (place.number, place.span[0]) >= here
        ]
        first = following[0] if following else len(self._places)
        return (first + min(step, 0)) % len(self._places)

    def _current_text(self) -> int:
        current = self._form.current if self._form is not None else None
        numbers = [
            number
            for number, text in enumerate(self._texts)
            if current is not None and text.prompt == current.prompt
        ]
        return numbers[0] if numbers else 0

    def _show(self, place: _Place) -> None:
        assert self._form is not None
        text = self._texts[place.number]
        if text.prompt is not None:
            self._form.show_prompt(text.prompt)
        control = self._control(text)
        if control is None:
            return
        mark(control, place.span)
        if text.prompt is not None:
            self._form.settle()
            self._form.show_rect(control, rect_of_mark(control))

    def _control(self, text: WrittenText) -> TextControl | None:
        assert self._form is not None
        return control_of(self._form, self._title, text)


def _selected(focused: QWidget | None) -> str:
    words = ""
    if isinstance(focused, QTextEdit):
        words = QTextCursor(focused.textCursor()).selectedText()
    elif isinstance(focused, QLineEdit):
        words = focused.selectedText()
    is_line = "\u2029" not in words and len(words) <= _LONGEST_WANTED
    return words if is_line else ""
