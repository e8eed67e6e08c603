"""Asks what the person wants from the session: its topics, what was prepared, and lines beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.services.offered import OfferedSession, OfferedTopic
from app.summary.choice import AnswerPlace
from app.summary.preparation import Preparation
from app.ui.dialogs.answer_lines import AnswerLines
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.check_line import CheckLine


class EditWantsDialog(Dialog):
    """Topics and prepared answers to tick, and a box of lines, each one item on the paper."""

    wants_changed = Signal(object, object)  # tuple of Markdown lines, frozenset of topics left out
    answers_chosen = Signal(object)  # the AnswerLines of what was prepared
    wording_asked = Signal(object)  # AnswerPlace

    def __init__(
        self,
        look: Look,
        session: OfferedSession,
        preparation: Preparation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("What I want from today"), parent)
        self.topics: dict[str, CheckLine] = {}
        self.prepared: AnswerLines | None = None
        if session.topics:
            self.add_text(self.tr("Topics of the next session"), "small_strong", "text_muted")
            for topic in session.topics:
                self._add_topic(topic, is_in=topic.words not in preparation.topics_left_out)
        if session.prepared is not None and (session.prepared.shared or session.prepared.unmarked):
            self.add_text(self.tr("What you prepared for it"), "small_strong", "text_muted")
            self.prepared = AnswerLines(look, session.prepared, preparation)
            self.prepared.wording_asked.connect(self.wording_asked)
            self.prepared.grown.connect(self.show_part)
            self.add_content(self.prepared)
        has_more = bool(self.topics) or self.prepared is not None
        example = self.tr("One topic on each line, such as “Think aloud with me: …”")
        beside = self.tr("Beside these, on this paper only: one topic on each line.")
        self.add_text(beside if has_more else example, "body", "text_muted")
        self._add_box(preparation.wants)

    def _add_topic(self, topic: OfferedTopic, *, is_in: bool) -> None:
        line = CheckLine(self.look)
        line.set_words(topic.words, topic.lead.rstrip(":"))
        line.setChecked(is_in)
        self.topics[topic.words] = line
        self.add_content(line)

    def _add_box(self, wants: tuple[str, ...]) -> None:
        self.box = AnswerBox(self.look, self.tr("Think aloud with me: …"))
        self.box.setAccessibleName(self.tr("What I want from today, one topic on each line"))
        self.box.set_text("\n".join(wants))
        self.add_content(self.box)
        self.back = self.add_button(self.tr("Leave it as it was"), "flat")
        self.use = self.add_button(self.tr("Put it on the page"), "primary")
        self.back.clicked.connect(self.reject)
        self.use.clicked.connect(self._use)
        self.box.setFocus()
        self._before = self.box.text

    def show_worded(self, place: AnswerPlace, *, is_worded: bool) -> None:
        """Say of an answer whether other words stand on the paper."""
        if self.prepared is not None:
            self.prepared.show_worded(place, is_worded=is_worded)

    def _use(self) -> None:
        lines = (line.strip() for line in self.box.text.splitlines())
        left_out = frozenset(words for words, line in self.topics.items() if not line.isChecked())
        if self.prepared is not None:
            self.answers_chosen.emit(self.prepared)
        self.wants_changed.emit(tuple(line for line in lines if line), left_out)
        self.accept()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter puts the topics on the page; so does Escape where some were typed."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._use()
        elif event.key() == Qt.Key.Key_Escape and self.box.text != self._before:
            # Leaving it as it was is a button of its own; a key must not lose words.
            self._use()
        else:
            super().keyPressEvent(event)
