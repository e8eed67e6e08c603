"""Lines to tick for the answers of one reflection, with a way to word each for the paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services.offered import OfferedAnswer, OfferedReflection
from app.summary.choice import AnswerPlace
from app.summary.preparation import Preparation
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label


class AnswerLine(QWidget):
    """One answer: its question, how long it is, and whether it says the same on the paper."""

    wording_asked = Signal(str)  # prompt key

    def __init__(self, look: Look, answer: OfferedAnswer, *, is_marked: bool) -> None:
        super().__init__()
        self._answer, self._is_marked = answer, is_marked
        self.check = CheckLine(look)
        self.wording = LinkRow(look, self.tr("Wording…"), is_small=True)
        self.wording.setAccessibleName(
            self.tr("Wording… {question}").format(question=answer.question)
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.check, 1)
        row.addWidget(self.wording, 0, Qt.AlignmentFlag.AlignTop)
        self.check.toggled.connect(self._show_wording)
        self.wording.clicked.connect(self._on_wording)

    def show_decided(self, *, is_in: bool, is_worded: bool) -> None:
        """Show whether it is in, and whether other words stand on the paper."""
        self.check.setChecked(is_in)
        self.show_worded(is_worded=is_worded)
        self._show_wording(is_in)

    def show_worded(self, *, is_worded: bool, has_changed: bool = False) -> None:
        """Say whether other words stand on the paper, and whether the answer changed since."""
        answer = self._answer
        count = self.tr("{count} words").format(count=f"{answer.words:,}")
        begins = [self.tr("“{words}”").format(words=answer.begins)] if answer.begins else []
        words = [*begins, self.tr("1 word") if answer.words == 1 else count]
        if not self._is_marked:
            words.append(self.tr("not marked for supervision; in this summary only"))
        if is_worded:
            words.append(self.tr("reworded for this paper"))
        if is_worded and has_changed:
            words.append(self.tr("your answer has changed since"))
        self.check.set_words(answer.question, " · ".join(words))

    def _show_wording(self, is_in: bool) -> None:
        self.wording.setVisible(is_in and self._answer.can_be_worded)

    def _on_wording(self) -> None:
        self.wording_asked.emit(self._answer.prompt_key)


class AnswerLines(QWidget):
    """The answers marked for supervision; the others only after one asked to see them."""

    wording_asked = Signal(object)  # AnswerPlace
    grown = Signal(QWidget)  # the part to be shown

    def __init__(self, look: Look, offered: OfferedReflection, preparation: Preparation) -> None:
        super().__init__()
        self._offered = offered
        self.lines: dict[str, AnswerLine] = {}
        self.unmarked_lines: dict[str, AnswerLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for answer in offered.shared:
            place = (offered.id, answer.prompt_key)
            is_in = place not in preparation.left_out
            self.lines[answer.prompt_key] = self._line(look, answer, preparation, is_in=is_in)
        self.reveal = LinkRow(look, _reveal_words(self, len(offered.unmarked)), is_small=True)
        self.warning = Label(
            look,
            self.tr(
                "These stay private in the journal. What you tick here goes into this summary only."
            ),
            "small",
            "text_muted",
        )
        self.warning.setWordWrap(True)
        self._column.addWidget(self.reveal)
        self._column.addWidget(self.warning)
        has_put_in = False
        for answer in offered.unmarked:
            is_in = (offered.id, answer.prompt_key) in preparation.put_in
            has_put_in = has_put_in or is_in
            line = self._line(look, answer, preparation, is_in=is_in, is_marked=False)
            self.unmarked_lines[answer.prompt_key] = line
        self.reveal.clicked.connect(self._show_unmarked)
        self._set_revealed(is_revealed=has_put_in)

    def _line(
        self,
        look: Look,
        answer: OfferedAnswer,
        preparation: Preparation,
        *,
        is_in: bool,
        is_marked: bool = True,
    ) -> AnswerLine:
        line = AnswerLine(look, answer, is_marked=is_marked)
        is_worded = (self._offered.id, answer.prompt_key) in preparation.wording
        line.show_decided(is_in=is_in, is_worded=is_worded)
        line.show_worded(is_worded=is_worded, has_changed=answer.has_changed)
        line.wording_asked.connect(self._on_wording_asked)
        self._column.addWidget(line)
        return line

    def decided(self, preparation: Preparation) -> Preparation:
        """Give a preparation in which these answers are in or out as they are ticked."""
        left_out = {key for key, line in self.lines.items() if not line.check.isChecked()}
        put_in = {key for key, line in self.unmarked_lines.items() if line.check.isChecked()}
        ours = self.lines.keys() | self.unmarked_lines.keys()
        return preparation.leaving_out(
            self._offered.id, _beside(preparation.left_out, self._offered.id, ours) | left_out
        ).putting_in(self._offered.id, _beside(preparation.put_in, self._offered.id, ours) | put_in)

    def show_worded(self, place: AnswerPlace, *, is_worded: bool) -> None:
        """Say of one of them whether other words stand on the paper."""
        line = {**self.lines, **self.unmarked_lines}.get(place[1])
        if place[0] == self._offered.id and line is not None:
            line.show_worded(is_worded=is_worded)

    def _set_revealed(self, *, is_revealed: bool) -> None:
        self.reveal.setVisible(bool(self._offered.unmarked) and not is_revealed)
        self.warning.setVisible(bool(self._offered.unmarked) and is_revealed)
        for line in self.unmarked_lines.values():
            line.setVisible(is_revealed)

    def _show_unmarked(self) -> None:
        self._set_revealed(is_revealed=True)
        first = next(iter(self.unmarked_lines.values()))
        first.check.setFocus()
        self.grown.emit(first)

    def _on_wording_asked(self, key: str) -> None:
        self.wording_asked.emit((self._offered.id, key))


def _beside(places: frozenset[AnswerPlace], reflection_id: str, keys: set[str]) -> frozenset[str]:
    """Give the keys of a reflection that are decided elsewhere."""
    return frozenset(key for each, key in places if each == reflection_id and key not in keys)


def _reveal_words(widget: QWidget, count: int) -> str:
    if count == 1:
        return widget.tr("Show 1 answer that is not marked for supervision")
    return widget.tr("Show {count} answers that are not marked for supervision").format(
        count=f"{count:,}"
    )
