"""What Afterword protects a person from, and what it cannot: said plainly, before it matters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.icon_line import IconLine
from app.ui.parts.label import Label


class ProtectsDialog(Dialog):
    """Two short lists and one honest sentence."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(
            "ProtectsDialog", "What Afterword protects, and what it cannot"
        )
        super().__init__(look, title, parent)
        self.set_usual_width(640)
        self._add_list(self.tr("It protects you from"), "shield-check", "success", self._can())
        self._add_list(self.tr("It cannot protect you from"), "circle-alert", "warning", self._no())
        self.add_text(
            self.tr(
                "Nobody else holds a key. If both the passphrase and the recovery words are lost, "
                "nobody can open the journal: not you, and not the people who made Afterword."
            )
        )
        self.add_button(self.tr("Close")).clicked.connect(self.reject)

    def _add_list(self, heading: str, icon: str, colour: str, sentences: tuple[str, ...]) -> None:
        self.add_content(Label(self.look, heading, "heading"))
        for sentence in sentences:
            self.add_content(IconLine(self.look, icon, colour, sentence))

    def _can(self) -> tuple[str, ...]:
        return (
            self.tr("A lost or stolen computer that is locked or off: the journal stays closed."),
            self.tr("A copy of the journal’s folder in the wrong hands: it cannot be read."),
            self.tr("Someone at your desk after the journal has locked."),
            self.tr("The internet: Afterword opens no connection at all."),
            self.tr("A power cut or a full disk: what was saved stays saved."),
        )

    def _no(self) -> tuple[str, ...]:
        return (
            self.tr("Someone who controls this computer while the journal is open."),
            self.tr("A passphrase that can be guessed, or one that others know."),
            self.tr("What you print, export or copy: paper and files leave the lock behind."),
            self.tr("A court’s order, or an employer’s right to see what is about your work."),
            self.tr("A disk that fails when there is no copy of the journal’s folder."),
        )
