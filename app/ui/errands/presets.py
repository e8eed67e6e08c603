"""Presets of the summary: laying out by one, keeping, changing and removing them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.services.preparing import Preparing
from app.summary.preparation import Preparation
from app.summary.preset import USUAL, Preset, preset_of
from app.ui.complaints import Complaint
from app.ui.dialogs.preset_name_dialog import PresetNameDialog
from app.ui.pages.preset_menu import PresetMenu
from app.ui.surroundings import Surroundings


class PresetErrand(QObject):
    """Joins the menu with the journal; lives as long as its page."""

    laid_out = Signal(object)  # Preset to lay the summary out by
    told = Signal(str, object)  # tone, Complaint
    failed = Signal(object)  # AppError

    def __init__(
        self, surroundings: Surroundings, preparing: Preparing, menu: PresetMenu, page: QWidget
    ) -> None:
        """Stand ready over this page."""
        super().__init__(page)
        self._surroundings, self._page, self.menu = surroundings, page, menu
        self._presets_kept = preparing.presets
        self._presets: tuple[Preset, ...] = (USUAL,)
        self._preparation = Preparation()
        self._dialog: PresetNameDialog | None = None
        self._wanted = ""
        menu.chosen.connect(self._choose)
        menu.save_as_asked.connect(self._ask_name)
        menu.update_asked.connect(self._update)
        menu.rename_asked.connect(self._ask_new_name)
        menu.remove_asked.connect(self._remove)

    def look(self) -> None:
        """Ask which presets there are."""
        self._start(self._presets_kept.all, self._on_presets)

    def show(self, preparation: Preparation) -> None:
        """Show which preset a summary has, and whether it is laid out otherwise since."""
        self._preparation = preparation
        current = next((each for each in self._presets if each.name == preparation.preset), USUAL)
        self.menu.show_presets(self._presets, current, fits=current.fits(preparation))

    def _choose(self, preset: Preset) -> None:
        self.laid_out.emit(preset)
        self._start(partial(self._presets_kept.note_taken, preset.name), self._on_noted)

    def _ask_name(self) -> None:
        taken = (each.name for each in self._presets if each is not USUAL)
        dialog = PresetNameDialog(
            self._surroundings.look, self.tr("Save as a preset"), "", taken, self._page
        )
        dialog.name_chosen.connect(self._keep)
        self._open(dialog)

    def _ask_new_name(self) -> None:
        name = self.menu.current.name
        dialog = PresetNameDialog(
            self._surroundings.look, self.tr("Rename the preset"), name, (), self._page
        )
        dialog.name_chosen.connect(self._rename)
        self._open(dialog)

    def _open(self, dialog: PresetNameDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _keep(self, name: str) -> None:
        self._wanted = name
        preset = preset_of(self._preparation, name)
        self._start(partial(self._presets_kept.keep, preset), self._on_kept)

    def _update(self) -> None:
        self._keep(self.menu.current.name)

    def _rename(self, name: str) -> None:
        self._wanted = name
        old = self.menu.current.name
        self._start(partial(self._presets_kept.rename, old, name), self._on_kept)

    def _remove(self) -> None:
        name = self.menu.current.name
        self._wanted = USUAL.name
        self._start(partial(self._presets_kept.remove, name), self._on_removed)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        self._surroundings.lane.start(job, work)

    def _on_presets(self, presets: tuple[Preset, ...]) -> None:
        self._presets = presets
        self.show(self._preparation)

    def _on_noted(self, _done: object) -> None:
        """Nothing is to be said."""

    def _on_kept(self, presets: tuple[Preset, ...]) -> None:
        self._presets = presets
        if self._dialog is not None:
            self._dialog.accept()
        wanted = self._wanted.casefold()
        kept = next((each for each in presets if each.name.casefold() == wanted), None)
        if kept is not None:
            self.laid_out.emit(kept)

    def _on_removed(self, presets: tuple[Preset, ...]) -> None:
        gone, self._presets = self.menu.current, presets
        self.show(self._preparation)
        lead = self.tr("The preset “{name}” was removed.").format(name=gone.name)
        rest = self.tr("The page stays as it is; you can save it as a preset again.")
        self.told.emit("info", Complaint(lead, rest))

    def _on_failed(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.refuse(str(error))
        else:
            self.failed.emit(error)
