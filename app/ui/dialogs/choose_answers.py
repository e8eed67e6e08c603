"""Asks which of a reflection's shared answers go into this summary."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.preparing import OfferedReflection
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.check_line import CheckLine


class ChooseAnswersDialog(Dialog):
    """One line for each answer marked for supervision; private ones are only counted."""

    left_out_changed = Signal(str, object)  # reflection id, frozenset of prompt keys

    def __init__(
        self,
        look: Look,
        offered: OfferedReflection,
        left_out: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Answers for this summary"), parent)
        self._reflection_id = offered.id
        intro = self.tr("From “{title}”. What you leave out stays marked for supervision.")
        self.add_text(intro.format(title=offered.title), "body", "text_muted")
        self.lines: dict[str, CheckLine] = {}
        for answer in offered.shared:
            line = CheckLine(look)
            words = self.tr("{count} words").format(count=answer.words)
            line.set_words(answer.question, self.tr("1 word") if answer.words == 1 else words)
            line.setChecked(answer.prompt_key not in left_out)
            self.lines[answer.prompt_key] = line
            self.add_content(line)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Use these answers"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)

    def _use(self) -> None:
        left_out = frozenset(key for key, line in self.lines.items() if not line.isChecked())
        self.left_out_changed.emit(self._reflection_id, left_out)
        self.accept()
