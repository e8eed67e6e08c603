"""Before something leaves: the possible identifiers on it, and what becomes of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.identifier import Combination
from app.domain.identifier_decision import Decision, Verdict
from app.services.checked_words import AlikeFindings, CheckedWords
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.button_row import ButtonRow
from app.ui.parts.callout import Callout
from app.ui.parts.check_line import CheckLine
from app.ui.parts.finding_row import FindingRow
from app.ui.parts.text_field import TextField

_WIDTH = 720


@dataclass(frozen=True, slots=True)
class ReleaseWish:
    """What was decided in the dialog: each decision, a reason for the rest, and the line."""

    decisions: tuple[tuple[AlikeFindings, Decision | None], ...]
    because: str = ""
    with_line: bool = False


class ReleaseDialog(Dialog):
    """Nothing on it changes what is stored in the journal; only what is on paper."""

    agreed = Signal(object)  # ReleaseWish

    def __init__(
        self, look: Look, checked: CheckedWords, parent: QWidget, *, has_line: bool = True
    ) -> None:
        """Show what is undecided first, then what was decided before."""
        super().__init__(look, self.tr("Before it leaves your journal"), parent)
        self.set_usual_width(_WIDTH)
        self.add_text(
            self.tr(
                "These may tell somebody who this is about. Decide what leaves in place of each; "
                "your journal stays as you wrote it. Not everything can be found: read it "
                "yourself too."
            ),
            "body",
            "text_muted",
        )
        undecided = set(checked.undecided)
        decided = tuple(each for each in checked.alike if each not in undecided)
        self.all = Button(look, self.tr("Replace all as suggested"), is_small=True)
        self.rows = self._add_rows(self.tr("Not decided yet"), checked.undecided, self.all)
        self.all.setVisible(len(self.rows) > 1)
        # Right above the reason for leaving some undecided: this is what leaving them may tell.
        self._add_combinations(checked.combinations)
        self.because = TextField(
            look, self.tr("Or one reason for all that you leave undecided"), parent=self
        )
        self.because.set_placeholder(self.tr("Such as: my supervisor knows this family"))
        self.add_content(self.because)
        self.line = CheckLine(look, self.tr("Say at the foot of the page what was checked"))
        self.add_content(self.line)
        self.line.setVisible(has_line)
        self.rows += self._add_rows(self.tr("Decided"), decided)
        self.stay = self.add_button(self.tr("Not now"), "flat")
        self.go_on = self.add_button(self.tr("Go on"), "primary")
        # Enter in a field must not let anything leave.
        self.go_on.setDefault(False)
        self.go_on.setAutoDefault(False)
        self.stay.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._agree)
        self.all.clicked.connect(self._replace_all)
        self.because.text_changed.connect(self._on_because_changed)
        self._show_state()
        if self.rows:
            self.rows[0].focus_choice()

    def _add_combinations(self, combinations: Sequence[Combination]) -> None:
        if not combinations:
            return
        lead = self.tr("Put together, these may point to few people:")
        lines = [f"{each.words} ({', '.join(each.parts)})" for each in combinations]
        self.add_content(Callout(self.look, "warning", lead, "\n".join(lines), self))

    def _add_rows(
        self, heading: str, every: Sequence[AlikeFindings], button: Button | None = None
    ) -> list[FindingRow]:
        if not every:
            return []
        self.add_text(f"{heading} ({len(every)})", "body_strong")
        if button is not None:
            line = ButtonRow(self.look)
            line.add(button)
            line.add_stretch()
            self.add_content(line)
        rows = [FindingRow(self.look, each, self) for each in every]
        for row in rows:
            row.changed.connect(self._show_state)
            self.add_content(row)
        return rows

    def wish(self) -> ReleaseWish:
        """Give what is decided now."""
        # What was decided of some places of a name stays; only the others are decided here.
        decisions = tuple(
            (row.alike.undecided if row.alike.is_undecided else row.alike, row.decision)
            for row in self.rows
            if row.is_changed
        )
        return ReleaseWish(decisions, self.because.text.strip(), self.line.isChecked())

    def _open_rows(self) -> list[FindingRow]:
        """Give the rows that wait: what was decided differently in several places does not."""
        return [
            row
            for row in self.rows
            if row.decision is None and (row.alike.is_undecided or row.verdict is not None)
        ]

    def _replace_all(self) -> None:
        for row in self._open_rows():
            row.take_suggestion()
        if self.go_on.isEnabled():
            self.go_on.setFocus()

    def _on_because_changed(self, _words: str) -> None:
        self._show_state()

    def _show_state(self) -> None:
        still_open = self._open_rows()
        self.because.setVisible(bool(still_open))
        self.all.setEnabled(any(row.offers_suggestion for row in still_open))
        is_half = any(row.verdict in (Verdict.REPLACED, Verdict.KEPT) for row in still_open)
        self.go_on.setEnabled(not is_half and (not still_open or bool(self.because.text.strip())))

    def _agree(self) -> None:
        self.agreed.emit(self.wish())
        self.accept()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in sight of the first choice, which large text pushes down."""
        super().showEvent(event)
        self.show_part(self.focusWidget() or self)
