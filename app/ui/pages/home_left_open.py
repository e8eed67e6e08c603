"""A calm word on home after a session that was not closed: what is here, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.left_open import LeftOpen
from app.services.workshop import Desk
from app.ui.complaints import complaint_of_words
from app.ui.page import StatusWords
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.after_crash import AfterCrash
    from app.ui.parts.callout import Callout

_LONGEST_TITLE = 48


class LeftOpenNote(QWidget):
    """Takes no room and loads nothing where the last session was closed."""

    reflection_asked = Signal(str)  # reflection id, to go on writing
    damage_told = Signal(object)  # StatusWords

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Show what the journal says of the last session, once."""
        super().__init__()
        self._look = surroundings.look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, self._look.space("l"), 0, 0)
        self.callout: Callout | None = None
        self.check: AfterCrash | None = None
        left_open = desk.vault.left_open
        self._reflection_id = left_open.reflection_id if left_open else ""
        if left_open is None:
            self.hide()
        else:
            self._say(left_open)
            self._begin_check(surroundings, desk)

    def put_away(self) -> None:
        """It was read; damage that was told stays."""
        if self.callout is not None and self.callout.tone == "info":
            self.hide()

    def _say(self, left_open: LeftOpen) -> None:
        from app.ui.parts.button import Button
        from app.ui.parts.button_row import ButtonRow
        from app.ui.parts.callout import Callout

        complaint = complaint_of_words(left_open.words())
        self.callout = Callout(self._look, "info", complaint.lead, complaint.rest)
        self._column.addWidget(self.callout)
        if left_open.reflection_id:
            title = left_open.title
            if len(title) > _LONGEST_TITLE:
                title = title[:_LONGEST_TITLE].rstrip() + "…"
            words = self.tr("Go on with “{title}”").format(title=title)
            self.going_on = Button(self._look, words, is_small=True)
            self.going_on.clicked.connect(self._go_on)
            row = ButtonRow(self._look)
            row.add(self.going_on)
            row.add_stretch()
            self.callout.add_row(row)

    def _begin_check(self, surroundings: Surroundings, desk: Desk) -> None:
        from app.ui.after_crash import AfterCrash

        self.check = AfterCrash(surroundings.lane, desk, self)
        self.check.damage_found.connect(self._tell_damage)

    def _go_on(self) -> None:
        self.reflection_asked.emit(self._reflection_id)

    def _tell_damage(self) -> None:
        assert self.callout is not None
        lead = self.tr("Part of the journal’s file is damaged.")
        rest = self.tr(
            "Nothing was changed. Keep the whole folder as it is. “Check the journal” in Settings "
            "says what is damaged and what to do."
        )
        self.callout.set_tone("error")
        self.callout.set_words(lead, rest)
        self.show()
        self.damage_told.emit(StatusWords("triangle-alert", f"{lead} {rest}", "warning"))
