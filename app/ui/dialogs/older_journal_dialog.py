"""The question where a journal is not the one that this computer saw last."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.older_journal import OlderJournal
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.guide_dialog import MENDING, show_guide
from app.ui.look import Look
from app.ui.parts.button import LinkRow
from app.ui.parts.callout import Callout


class OlderJournalDialog(Dialog):
    """Accepted to go on with this journal; rejected to close it and look for the newer one."""

    def __init__(self, look: Look, warning: OlderJournal, parent: QWidget) -> None:
        super().__init__(look, self.tr("Is this the journal you meant?"), parent)
        lead, stop, rest = warning.words().partition(". ")
        self.told = Callout(look, "warning", lead + stop.strip(), rest)
        self.add_content(self.told)
        self.add_text(
            self.tr(
                "“Close it” changes nothing, so that you can look for the newer copy, a snapshot "
                "or a backup."
            )
        )
        self.add_text(
            self.tr(
                "“Go on with this one” makes it the journal that this computer knows, and you are "
                "not asked again. Nothing of it is lost by that, but what was only in the other "
                "copy stays missing here."
            )
        )
        self.guide_button = LinkRow(look, self.tr("What the guide says about copies"))
        self.guide_button.clicked.connect(self._show_guide)
        self.add_content(self.guide_button)
        self.close_button = self.add_button(self.tr("Close it"))
        self.go_on = self.add_button(self.tr("Go on with this one"))
        self.close_button.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.close_button.setFocus()

    def _show_guide(self) -> None:
        show_guide(self.look, MENDING, self)
