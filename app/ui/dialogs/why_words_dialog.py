"""Why a journal has recovery words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look


class WhyWordsDialog(Dialog):
    """Explains the words in three short paragraphs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("WhyWordsDialog", "Why words?")
        super().__init__(look, title, parent)
        self.add_text(
            self.tr(
                "A passphrase can slip the mind, after a long leave or an illness. Nobody else "
                "keeps a copy, so nobody could let you in again."
            )
        )
        self.add_text(
            self.tr(
                "The words are the journal’s own key, written so that a person can copy it. They "
                "open the journal even if its two key files are lost."
            )
        )
        self.add_text(
            self.tr(
                "They come from a fixed list of common words, and their number and order are what "
                "makes them safe: guessing them is out of reach of any computer. That also means "
                "that whoever has your paper and the journal’s files can read it."
            )
        )
        self.add_button(self.tr("Back to the words")).clicked.connect(self.reject)
