"""The button with the papers that can be made of the reflection that is read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from app.domain.form import FormDefinition
from app.summary.review_learning import takes_evidence_sheet
from app.ui.look import Look
from app.ui.parts.button import Button


class PrintMenu(Button):
    """Opens a menu: this reflection, and the evidence sheet where it learns from a review."""

    reflection_asked = Signal()
    evidence_sheet_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Offer nothing until there is a reflection."""
        super().__init__(look, self.tr("Print"), icon="printer", is_small=True)
        self.set_trailing_icon("chevron-down")
        self.setAccessibleDescription(self.tr("Print or save this reflection."))
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Print"))
        self.reflection = menu.addAction(self.tr("This &reflection…"))
        self.evidence_sheet = menu.addAction(self.tr("&Evidence sheet of the review…"))
        self.reflection.triggered.connect(self.reflection_asked)
        self.evidence_sheet.triggered.connect(self.evidence_sheet_asked)
        self.setMenu(menu)
        self.setEnabled(False)

    def show_form(self, form: FormDefinition | None) -> None:
        """Offer what fits a reflection on this form; nothing where none is read."""
        self.setEnabled(form is not None)
        self.evidence_sheet.setVisible(form is not None and takes_evidence_sheet(form))
