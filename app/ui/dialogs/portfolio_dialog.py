"""Asks what stands on a portfolio beside the pieces, and as what it is saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.summary.document import PrintSize
from app.summary.portfolio_basis import PortfolioWishes
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.check_line import CheckLine
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField


@dataclass(frozen=True, slots=True)
class PortfolioWish:
    """What was asked for, and the ending of the file."""

    wishes: PortfolioWishes
    ending: str


class PortfolioDialog(Dialog):
    """One portfolio of the year that is shown."""

    wished = Signal(object)  # PortfolioWish

    def __init__(self, look: Look, year: str, parent: QWidget) -> None:
        super().__init__(look, self.tr("Portfolio {year}").format(year=year), parent)
        self.add_text(
            self.tr(
                "Your pieces in full, the coverage grid, peer reflections, your development plan, "
                "actions and evidence. Only what you marked for CPD is on it. Before it leaves, "
                "possible identifiers are looked for."
            ),
            "body",
            "text_muted",
        )
        self.name = TextField(look, self.tr("Your name on the cover"), self.tr("may stay empty"))
        self.add_content(self.name)
        self.add_text(self.tr("About you and your role, if you like"), "small_strong")
        self.profile = AnswerBox(look)
        self.profile.setAccessibleName(self.tr("About you and your role"))
        self.add_content(self.profile)
        self.kind = drop_down(self.tr("Save as"))
        self.kind.addItem(self.tr("ZIP: every format, evidence files and data"), ".zip")
        self.kind.addItem(self.tr("PDF"), ".pdf")
        self.kind.addItem(self.tr("Word"), ".docx")
        self.kind.addItem(self.tr("Web page"), ".html")
        self.kind.addItem(self.tr("Markdown"), ".md")
        self.add_content(Label(look, self.tr("Save as"), "small_strong"))
        self.add_content(self.kind)
        self.large = CheckLine(look, self.tr("Large print"))
        self.plain = CheckLine(look, self.tr("Black and white, without greys"))
        self.add_content(self.large)
        self.add_content(self.plain)
        self.back = self.add_button(self.tr("Not now"), "flat")
        self.go_on = self.add_button(self.tr("Check names and save…"), "primary")
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        size = PrintSize.LARGE if self.large.isChecked() else PrintSize.NORMAL
        wishes = PortfolioWishes(
            self.name.text.strip(), self.profile.text.strip(), size, self.plain.isChecked()
        )
        self.wished.emit(PortfolioWish(wishes, self.kind.currentData()))
