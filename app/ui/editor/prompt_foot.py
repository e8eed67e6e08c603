"""The line under an answer: how many words and possible identifiers, and the nudge meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.form import Prompt, PromptKind
from app.ui.editor.count_link import CountLink
from app.ui.look import Look
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label, LeadLabel


class PromptFoot(QWidget):
    """Says one thing at a time; the words for each are made when they are first said."""

    identifiers_asked = Signal(str)  # the prompt's key

    def __init__(self, look: Look, prompt: Prompt, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._prompt = look, prompt
        self._words = 0
        self._is_nudging, self._is_kept = False, True
        self._nudge: tuple[QWidget, ...] = ()
        self._count: Label | None = None
        self._counting: tuple[QWidget, ...] = ()
        self._identifiers: CountLink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("s"))
        self._reserve()
        look.changed.connect(self._reserve)

    def set_words(self, count: int) -> None:
        """Say how many words the answer has."""
        if count != self._words:
            self._words = count
            self._show()

    def set_identifiers(self, count: int) -> None:
        """Say how many possible identifiers the answer has, beside whatever else is said."""
        if self._identifiers is None and count:
            self._identifiers = CountLink(self._look, self._prompt.text, self)
            self._identifiers.clicked.connect(self._on_asked)
            self._place_identifiers()
        if self._identifiers is not None:
            self._identifiers.set_count(count)

    @property
    def identifiers(self) -> CountLink | None:
        """What says how many possible identifiers there are, once it was needed."""
        return self._identifiers

    def show_nudge(self, is_shown: bool) -> None:
        """Show or hide the nudge."""
        is_nudging = is_shown and bool(self._prompt.nudge)
        if is_nudging != self._is_nudging:
            self._is_nudging = is_nudging
            self._show()

    def set_kept(self, is_kept: bool) -> None:
        """Keep the line's room, so that nothing jumps when the current prompt changes."""
        self._is_kept = is_kept
        self._reserve()

    def _show(self) -> None:
        is_prose = self._prompt.kind is PromptKind.PROSE
        counts = is_prose and bool(self._words) and not self._is_nudging
        if self._is_nudging and not self._nudge:
            self._make_nudge()
        if counts:
            self._word_count()
        for widget in self._nudge:
            widget.setVisible(self._is_nudging)
        for widget in self._counting:
            widget.setVisible(counts)

    def _place_identifiers(self) -> None:
        """Stand behind the nudge and behind the count of words, before the keys."""
        assert self._identifiers is not None
        self._row.removeWidget(self._identifiers)
        place = len(self._nudge) + bool(self._counting)
        self._row.insertWidget(place, self._identifiers, 0, Qt.AlignmentFlag.AlignTop)

    def _make_nudge(self) -> None:
        icon = IconLabel(self._look, "lightbulb", "accent", "s", self)
        icon.stand_beside("small")
        nudge = LeadLabel(self._look, self.tr("A nudge:"), self._prompt.nudge, "small", self)
        self._row.insertWidget(0, icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.insertWidget(1, nudge, 1)
        self._nudge = (icon, nudge)

    def _word_count(self) -> None:
        if self._count is None:
            self._count = self._make_count()
        one, many = self.tr("1 word"), self.tr("{count} words")
        count = self._words
        self._count.setText(one if count == 1 else many.format(count=f"{count:,}"))

    def _make_count(self) -> Label:
        count = Label(self._look, "", "tiny", "text_muted", self)
        words = self.tr("Ctrl+B bold · Ctrl+I italic · Ctrl+Shift+8 list")
        keys = Label(self._look, words, "tiny", "text_muted", self)
        keys.setWordWrap(True)
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._row.insertWidget(len(self._nudge), count, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(keys, 1)
        self._counting = (count, keys)
        return count

    def _on_asked(self) -> None:
        self.identifiers_asked.emit(self._prompt.key)

    def _reserve(self) -> None:
        line = round(self._look.theme.line_px("small")) + 5
        self.setMinimumHeight(line if self._is_kept else 0)
