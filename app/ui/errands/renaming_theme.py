"""Renaming a theme: another name is asked for, what it changes is told, then it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.progress import SteppedProgress
from app.domain.theme_change import ThemeChange
from app.services.workshop import Desk
from app.ui.dialogs.rename_theme_dialog import RenameThemeDialog
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings


class RenamingTheme(Errand):
    """What is on hold is told before, and left as it is."""

    renamed = Signal(object)  # ThemeChange

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready over the journal's page."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("The theme was not renamed")
        self._theming = desk.theming
        self._dialog: RenameThemeDialog | None = None
        self._theme = ""

    def ask(self, theme: str) -> None:
        """Ask for another name."""
        self._theme = theme
        self._dialog = dialog = RenameThemeDialog(self.surroundings.look, theme, self.page)
        dialog.plan_asked.connect(self._plan)
        dialog.confirmed.connect(self._rename)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _plan(self, new: str) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_planned)
        job.failed.connect(self.complain)
        self.surroundings.lane.start(job, partial(self._theming.plan, self._theme, new))

    def _on_planned(self, plan: ThemeChange) -> None:
        if self._dialog is not None:
            self._dialog.show_plan(plan)

    def _rename(self, plan: ThemeChange) -> None:
        self.run(self.tr("Renaming the theme"), partial(self._work, plan), self._on_renamed)

    def _work(self, plan: ThemeChange, progress: SteppedProgress) -> ThemeChange:
        # What was told to be left is left; nothing that came on hold since changes without a word.
        leaves_held = plan.held > 0
        return self._theming.rename(plan.old, plan.new, leaves_held=leaves_held, progress=progress)

    def _on_renamed(self, change: ThemeChange) -> None:
        self.renamed.emit(change)

    def _forget_dialog(self) -> None:
        self._dialog = None
