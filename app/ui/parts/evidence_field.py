"""Files that are kept with an answer: their names and sizes, and what can be done with each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.answer import Evidence, EvidenceFile
from app.domain.evidence import MOST_FILE_BYTES, FileLook, file_look
from app.domain.size_words import size_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.label import Label

_NO_BREAK = "\u00a0"
_ICONS = {FileLook.PICTURE: "image", FileLook.PDF: "file-text", FileLook.OTHER: "file"}


class EvidenceField(QWidget):
    """Shows the files and takes others that are dropped on it; nothing looks inside a file."""

    add_asked = Signal()
    files_dropped = Signal(object)  # list of Path
    save_asked = Signal(object)  # EvidenceFile
    value_changed = Signal(object)  # Evidence

    def __init__(self, look: Look, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_dropping = False
        self.rows: list[EvidenceRow] = []
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space("xs"))
        words = self.tr("Add a file…")
        self.add_button = Button(look, words, icon="plus", parent=self, is_small=True)
        self.add_button.setAccessibleDescription(name)
        words = self.tr(
            "Up to {most} each, encrypted in the journal. You can also drop files here."
        )
        self._hint = Label(
            look, words.format(most=size_words(MOST_FILE_BYTES)), "small", "text_muted", self
        )
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.space("xs"), 0, look.space("xs"))
        column.setSpacing(look.space("s"))
        column.addLayout(self._list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        self.add_button.clicked.connect(self.add_asked)

    @property
    def value(self) -> Evidence:
        """The files that are shown."""
        return Evidence(tuple(row.file for row in self.rows))

    def set_value(self, value: Evidence) -> None:
        """Show other files without telling anyone."""
        before, self.rows = self.rows, []
        for file in value.files:
            row = EvidenceRow(self._look, file, self)
            row.save_asked.connect(self.save_asked)
            row.remove_asked.connect(self._on_remove_asked)
            self.rows.append(row)
            self._list.addWidget(row)
        had_focus = any(row.isAncestorOf(row.window().focusWidget() or self) for row in before)
        for row in before:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove_asked(self, row: EvidenceRow) -> None:
        place = self.rows.index(row)
        self.set_value(Evidence(tuple(each.file for each in self.rows if each is not row)))
        neighbours = self.rows[place : place + 1] or self.rows[-1:]
        control = neighbours[0].remove if neighbours else self.add_button
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_changed.emit(self.value)

    def _show_dropping(self, is_dropping: bool) -> None:
        self._is_dropping = is_dropping
        self.update()

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)  # the file itself stays where it is
            event.accept()
            self._show_dropping(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._show_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self._show_dropping(False)
        urls = event.mimeData().urls()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a band where what is dragged can be dropped: the rows reach to both sides."""
        if self._is_dropping:
            painter, edge = QPainter(self), self._look.theme.tokens.size["bar"]
            painter.fillRect(self.rect(), self._look.colour("accent_tint"))
            for top in (0, self.height() - edge):
                painter.fillRect(0, top, self.width(), edge, self._look.colour("accent"))


class EvidenceRow(QWidget):
    """One file: its name and size, “Save a copy…”, and the way to remove it."""

    save_asked = Signal(object)  # EvidenceFile
    remove_asked = Signal(object)  # the row

    def __init__(self, look: Look, file: EvidenceFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = file
        size = size_words(file.size_bytes).replace(" ", _NO_BREAK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        icon = IconLabel(look, _ICONS[file_look(file.name)], size="s", parent=self)
        icon.stand_beside("body")
        self.words = Label(look, f"{file.name} ({size})", parent=self)
        self.words.setWordWrap(True)
        self.save = Button(look, self.tr("Save a copy…"), "flat", parent=self, is_small=True)
        self.save.setAccessibleName(self.tr("Save a copy of {name}").format(name=file.name))
        self.remove = Button(look, "", "flat", "x", parent=self, is_small=True)
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=file.name))
        self.remove.setToolTip(self.remove.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.space("s"))
        row.addWidget(icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        row.addWidget(self.remove)
        self.save.clicked.connect(self._on_save)
        self.remove.clicked.connect(self._on_remove)

    def _on_save(self) -> None:
        self.save_asked.emit(self.file)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self)
