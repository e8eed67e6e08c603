"""Asks what is to be brought in; what came in last can be taken out again from here too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.arrivals import PastImport
from app.domain.incoming import SourceKind
from app.services.import_words import last_words
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.setting_row import SettingRow

_WIDTH = 640


class BringInDialog(Dialog):
    """A file or a folder is chosen in the system's own dialog, once this one is closed."""

    file_asked = Signal(object)  # SourceKind or None
    folder_asked = Signal(object)  # SourceKind or None
    undo_asked = Signal(object)  # PastImport

    def __init__(self, look: Look, last: PastImport | None, parent: QWidget) -> None:
        """Offer to take out what came in last, if anything is known of it."""
        super().__init__(look, self.tr("Bring in from elsewhere"), parent)
        self.set_usual_width(_WIDTH)
        self._last = last
        self.add_text(
            self.tr(
                "What you wrote in other programs or files comes into this journal. You see first "
                "what would come in. What it comes from is only read, and stays as it is."
            )
        )
        self._add_kinds()
        if last is not None:
            self._add_last(last)
        self.leave = self.add_button(self.tr("Cancel"), "flat")
        self.folder = self.add_button(self.tr("Choose a folder…"))
        self.file = self.add_button(self.tr("Choose a file…"), "primary")
        self.leave.clicked.connect(self.reject)
        self.folder.clicked.connect(self._ask_folder)
        self.file.clicked.connect(self._ask_file)

    def _add_kinds(self) -> None:
        self.kinds = drop_down(self.tr("What it is"))
        self.kinds.addItem(self.tr("Found out by itself"), None)
        for kind, words in _kind_choices(self.tr):
            self.kinds.addItem(words, kind)
        self.add_text(
            self.tr(
                "It may be text or Markdown, a file or a folder of them; a Word document (.docx); "
                "a table (CSV); or a journal of jrnl, RedNotebook or Day One."
            ),
            colour="text_muted",
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.space("m"))
        row.addWidget(Label(self.look, self.tr("What it is"), "body_strong"))
        row.addWidget(self.kinds)
        row.addStretch(1)
        self.add_content(holder)

    def _add_last(self, last: PastImport) -> None:
        self.undo = Button(self.look, self.tr("Take out again…"), is_small=True)
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._ask_undo)
        row = SettingRow(self.look, self.tr("Brought in last"), last_words(last), self.undo)
        row.hide_line()
        self.add_content(row)

    def _kind(self) -> SourceKind | None:
        kind = self.kinds.currentData()
        return kind if isinstance(kind, SourceKind) else None

    def _ask_file(self) -> None:
        kind = self._kind()
        self.accept()
        self.file_asked.emit(kind)

    def _ask_folder(self) -> None:
        kind = self._kind()
        self.accept()
        self.folder_asked.emit(kind)

    def _ask_undo(self) -> None:
        self.accept()
        self.undo_asked.emit(self._last)


def _kind_choices(tr: Callable[[str], str]) -> tuple[tuple[SourceKind, str], ...]:
    return (
        (SourceKind.TEXT, tr("Plain text")),
        (SourceKind.MARKDOWN, tr("Markdown")),
        (SourceKind.WORD, tr("Word document")),
        (SourceKind.CSV, tr("Table (CSV)")),
        (SourceKind.JRNL, tr("jrnl")),
        (SourceKind.REDNOTEBOOK, tr("RedNotebook")),
        (SourceKind.DAY_ONE, tr("Day One (JSON or zip)")),
    )
