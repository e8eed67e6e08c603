"""Shows what would come in, before anything does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.bringing_in import ImportPlan
from app.services.import_sample import sample_of
from app.services.import_words import (
    KIND_WORDS,
    STAYS_PRIVATE,
    counted,
    left_out_lines,
    plan_lead,
    plan_sentences,
)
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.callout import Callout
from app.ui.parts.sample_lines import SampleLines

_WIDTH = 640
_MOST_LINES = 40


class ImportPlanDialog(Dialog):
    """Bringing in is the step after this one; Escape leaves everything as it is."""

    confirmed = Signal(object)  # ImportPlan

    def __init__(self, look: Look, plan: ImportPlan, parent: QWidget) -> None:
        """Tell the plan, and ask only if something would come in."""
        super().__init__(look, self.tr("What would come in"), parent)
        self.set_usual_width(_WIDTH)
        self._plan = plan
        kind = KIND_WORDS[plan.incoming.kind]
        name = self.tr("“{name}”, {kind}").format(name=plan.incoming.name, kind=kind)
        self.add_text(name, colour="text_muted")
        self.add_content(Callout(look, "info", plan_lead(plan)))
        for sentence in plan_sentences(plan):
            self.add_text(sentence)
        if plan.arrivals:
            self.add_text(STAYS_PRIVATE)
            self._add_sample()
        self._add_left_out()
        self._add_ways()

    def _add_sample(self) -> None:
        self.add_text(self.tr("How it begins"), "body_strong")
        for each in sample_of(self._plan):
            about = f"{each.day} · {each.beginning}" if each.beginning else each.day
            self.add_content(SampleLines(self.look, each.title, about))

    def _add_left_out(self) -> None:
        lines = left_out_lines(self._plan.incoming)
        if not lines:
            return
        self.add_text(self.tr("Left out"), "body_strong")
        for line in lines[:_MOST_LINES]:
            self.add_text(line, colour="text_muted")
        if len(lines) > _MOST_LINES:
            more = self.tr("And {count} more. “afterword import … --dry-run” names them all.")
            self.add_text(more.format(count=f"{len(lines) - _MOST_LINES:,}"), colour="text_muted")

    def _add_ways(self) -> None:
        count = len(self._plan.arrivals)
        if not count:
            self.leave = self.add_button(self.tr("Close"))
        else:
            self.leave = self.add_button(self.tr("Bring nothing in"), "flat")
            entries = counted(count, self.tr("entry"), self.tr("entries"))
            words = self.tr("Bring in {entries}").format(entries=entries)
            self.go_on = self.add_button(words, "primary")
            self.go_on.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.reject)

    def _go_on(self) -> None:
        self.accept()
        self.confirmed.emit(self._plan)
