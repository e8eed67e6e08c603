"""One prompt with its answer to read: the question, who may see the answer, and the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Answer, Evidence
from app.domain.form import Prompt
from app.summary.answer_words import markdown_of
from app.ui.look import Look
from app.ui.parts.file_link import FileLink
from app.ui.parts.label import Label
from app.ui.parts.prose_view import ProseView
from app.ui.parts.sharing_control import sharing_word
from app.ui.parts.sharing_words import SharingWords

_GAP = 4


class AnsweredPrompt(QWidget):
    """Shows one answer of a reflection."""

    file_asked = Signal(object)  # EvidenceFile of which a copy is wanted

    def __init__(
        self,
        look: Look,
        prompt: Prompt,
        answer: Answer,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.prompt = prompt
        self._question = Label(look, prompt.text, "heading")
        self._sharing = SharingWords(look, answer.sharing)
        self.prose = ProseView(look, markdown_of(answer.value), words)
        spoken = self.tr("{question} Sharing: {word}")
        self.prose.setAccessibleName(
            spoken.format(question=prompt.text, word=sharing_word(answer.sharing))
        )
        if answer.is_empty:
            self.prose.hide()  # a heading with nothing beneath it
        files = answer.value.files if isinstance(answer.value, Evidence) else ()
        self.links = tuple(FileLink(look, file) for file in files)
        self._build(look)

    def _build(self, look: Look) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._question.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(look.space("l"))
        head.addWidget(self._question, 1, Qt.AlignmentFlag.AlignTop)
        # A little lower, so that the smaller word stands on the question's line of writing.
        lower = QVBoxLayout()
        lower.setContentsMargins(0, 2, 0, 0)
        lower.addWidget(self._sharing)
        lower.addStretch(1)
        head.addLayout(lower)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self.prose)
        for link in self.links:
            column.addWidget(link)
            link.file_asked.connect(self.file_asked)
