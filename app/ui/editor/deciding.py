"""Going through the possible identifiers of a reflection, and deciding about each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from app.domain.errors import AppError
from app.domain.form import Prompt
from app.domain.identifier import PossibleIdentifier
from app.ui.editor.current_place import CurrentPlace
from app.ui.editor.identifier_tally import Place
from app.ui.editor.identifiers_panel import IdentifiersPanel
from app.ui.editor.name_replacing import NameReplacing
from app.ui.editor.panel_filling import fill_numbers, fill_place
from app.ui.editor.text_controls import place_in
from app.ui.editor.written_texts import all_texts
from app.ui.page import StatusWords
from app.ui.parts.answer_box import AnswerBox
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.editor.frame import EditorFrame
    from app.ui.editor.noticing import EditorNoticing

_HURRY_S = 0.03
_Order = tuple[int, int]


class Deciding(QObject):
    """Joins the panel to the reflection that is open."""

    def __init__(
        self, surroundings: Surroundings, frame: EditorFrame, noticing: EditorNoticing
    ) -> None:
        """Make the panel when it is first asked for."""
        super().__init__(noticing)
        self._look = surroundings.look
        self._frame, self._noticing = frame, noticing
        self._at: Place | None = None
        self._place = CurrentPlace(frame)
        self._replacing = NameReplacing(surroundings, frame, noticing)
        self._made: IdentifiersPanel | None = None
        self._goes_on_from: _Order | None = None  # after a decision, until it is counted again
        self._replacing.replaced.connect(self._on_replaced)
        self._replacing.refused.connect(self._refuse)
        noticing.tally.counted.connect(self._on_counted)
        noticing.watched_changed.connect(self._on_watched)
        noticing.not_kept.connect(self._on_not_kept)
        frame.guest_closed.connect(self._on_closed)
        frame.side.ended.connect(self._forget)

    @property
    def panel(self) -> IdentifiersPanel:
        """The panel, made when it is first wanted."""
        if self._made is None:
            self._made = panel = IdentifiersPanel(self._look, self._frame.side)
            panel.next_asked.connect(self.show_next)
            panel.previous_asked.connect(self.show_previous)
            panel.place_asked.connect(self._go_to)
            panel.switched.connect(self._noticing.switch)
            panel.shown_changed.connect(self._on_shown_changed)
            panel.card.replace_asked.connect(self.replace)
            panel.card.everywhere_asked.connect(self._replace_everywhere)
            panel.card.keep_asked.connect(self._keep)
            panel.card.not_one_asked.connect(self.not_one)
            panel.card.undo_asked.connect(self._undo)
        return self._made

    @property
    def is_open(self) -> bool:
        """Whether the panel can be seen."""
        return self._made is not None and self._made.isVisible()

    # Going through

    def show_next(self) -> None:
        """Show the next one; the first time that behind the cursor."""
        self._step(1)

    def show_previous(self) -> None:
        """Show the one before."""
        self._step(-1)

    def open_in(self, key: str) -> None:
        """Open the panel at the first one of an answer."""
        places = [
            each
            for each in self._noticing.places
            if each.text.prompt and each.text.prompt.key == key
        ]
        self._at = places[0] if places else None
        self.open_current()

    def open_current(self) -> None:
        """Open the panel at the current one."""
        if not self.is_open:
            self._place.remember_cursor()
        panel = self.panel
        self._frame.show_guest(panel, self.tr("Possible identifiers"))
        self._show(moves=True)
        panel.take_focus()

    def take_up(
        self, box: AnswerBox, prompt: Prompt, at: tuple[QTextCursor, PossibleIdentifier]
    ) -> bool:
        """Make what was found in a box the current one; say whether it is there."""
        cursor, found = at
        start = place_in(box, cursor.selectionStart())
        for number, text in enumerate(all_texts(self._frame.form, self._frame.draft)):
            if text.prompt == prompt and self._place.control(text) is box:
                first = text.text.rfind("\n", 0, start) + 1
                last = text.text.find("\n", start)
                last = len(text.text) if last < 0 else last
                length = len(cursor.selectedText())
                own = replace(found, start=start - first, end=start - first + length)
                self._at = Place(text, number, first, last, own)
                return True
        return False

    def _step(self, step: int) -> None:
        is_open = self.is_open
        self._noticing.look_again(_HURRY_S)
        if not is_open or self._at is None:
            self._place.remember_cursor()
            self._at = self._beside(self._place.order_of_cursor(), step)
            self.open_current()
            return
        places = self._noticing.places
        if places:
            here = bisect_left(places, self._at.order, key=attrgetter("order"))
            is_there = here < len(places) and places[here].order == self._at.order
            # Where the current one is gone, what follows stands in its place already.
            self._go_to(places[(here + step - (step > 0 and not is_there)) % len(places)])

    def _beside(self, order: _Order, step: int) -> Place | None:
        """Give the next place from here on, or the one before; after the last comes the first."""
        places = self._noticing.places
        if not places:
            return None
        here = bisect_left(places, order, key=attrgetter("order"))
        return places[(here if step > 0 else here - 1) % len(places)]

    def _go_to(self, place: Place) -> None:
        self._at = place
        had_focus = self.panel.card.isAncestorOf(self._frame.window().focusWidget() or self.panel)
        self._show(moves=True)
        if had_focus:
            self.panel.take_focus()

    # What is shown

    def _show(self, *, moves: bool) -> None:
        panel, at = self.panel, self._at
        fill_numbers(panel, self._noticing, at)
        if at is None:
            self._place.hide()
            panel.show_nothing()
            return
        fill_place(panel, self._noticing, at, is_covered=self._frame.is_panel_folded)
        self._place.show(at, moves=moves)
        panel.announce_place()

    # Deciding

    def ask_to_replace(self) -> None:
        """Replace the current one with its suggestion; while the panel is closed, open it."""
        if self._is_ready():
            self.panel.card.ask_to_replace()

    def ask_reason(self) -> None:
        """Ask why the current one stays; while the panel is closed, open it."""
        if self._is_ready():
            self.panel.card.ask_reason()

    def ask_label(self) -> None:
        """Ask what is to stand everywhere instead of the current one."""
        if self._is_ready():
            self.panel.card.ask_label()

    def replace(self, words: str) -> None:
        """Put words in the place of the current one, where it stands now."""
        if self.is_open:
            self._noticing.look_again(_HURRY_S)
        if self._at is not None:
            self._replacing.replace(self._at, words)

    def not_one(self) -> None:
        """Take the current one as pointing to nobody."""
        if self._at is not None:
            self._goes_on_from = self._at.order
            self._noticing.not_one(self._at.paragraph, self._at.found)

    def _keep(self, why: str) -> None:
        if self._at is not None:
            self._goes_on_from = self._at.order
            self._noticing.keep(self._at.paragraph, self._at.found, why)

    def _replace_everywhere(self, label: str) -> None:
        if self._at is not None:
            self._goes_on_from = self._at.order
            self._replacing.replace_everywhere(self._at, label)

    def _undo(self) -> None:
        if self._replacing.undo():
            self.panel.tell(self.tr("Taken back."))
            self._noticing.look_again(_HURRY_S)

    def _is_ready(self) -> bool:
        """Say whether there is one to decide about; the first time the panel only opens."""
        if self.is_open and self._at is not None:
            return True
        self.show_next()
        return False

    # What comes back

    def _on_replaced(self, order: _Order | None, said: str) -> None:
        self._goes_on_from = order or self._goes_on_from
        if self.is_open:
            self.panel.tell(said)
        self._noticing.look_again(_HURRY_S)

    def _on_watched(self) -> None:
        self._noticing.look_again(_HURRY_S)
        self._replacing.go_on()
        if self.is_open:
            self._show(moves=False)

    def _on_not_kept(self, error: AppError) -> None:
        self._replacing.stop()
        self._refuse(str(error))

    def _refuse(self, why: str) -> None:
        self._goes_on_from = None
        if self.is_open:
            self.panel.card.tell(why)
        else:
            self._noticing.told.emit(StatusWords("triangle-alert", why, "warning"))

    def _on_counted(self) -> None:
        if not self.is_open:
            return
        goes_on_from, self._goes_on_from = self._goes_on_from, None
        before = self._at
        if goes_on_from is not None:
            self._at = self._beside(goes_on_from, 1)
        elif before is not None:
            self._at = self._found_again(before)
        elif self._noticing.places:  # the first one since the panel is open
            self._at = self._beside(self._place.order_of_cursor(), 1)
        is_other = before is None or self._at is None or before.words != self._at.words
        if is_other or goes_on_from is not None:
            self._show(moves=goes_on_from is not None)
            return
        assert self._at is not None
        fill_numbers(self.panel, self._noticing, self._at)
        self._place.show(self._at, moves=False)

    def _found_again(self, before: Place) -> Place | None:
        """Give the same words near where they stood, or what follows."""
        same = [
            each
            for each in self._noticing.places
            if each.number == before.number and each.words == before.words
        ]
        if same:
            return min(same, key=lambda each: abs(each.start - before.start))
        return self._beside(before.order, 1)

    def _on_shown_changed(self, is_shown: bool) -> None:
        if not is_shown:
            self._place.hide()
        elif self._at is not None and self._frame.is_open:
            self._place.show(self._at, moves=False)

    def _on_closed(self) -> None:
        self._place.hide()
        if self._frame.is_open:
            self._place.go_back()

    def _forget(self) -> None:
        self._at = self._goes_on_from = None
        self._replacing.forget()
        if self._made is not None:
            self._made.forget()
