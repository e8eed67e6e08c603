"""Bringing in from elsewhere: what, a look at it first, the work, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.arrivals import PastImport
from app.domain.incoming import SourceKind
from app.domain.progress import Progress, part_of
from app.services.bringing_in import BroughtIn, ImportPlan, Undone
from app.services.import_words import brought_in_words, last_words, undone_sentences
from app.services.retention import TRACES_LEFT
from app.services.workshop import Desk
from app.ui.dialogs.bring_in_dialog import BringInDialog
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.dialogs.import_plan_dialog import ImportPlanDialog
from app.ui.errands.errand import Errand
from app.ui.surroundings import Surroundings

_READ = 0.6


class BringingIn(Errand):
    """Nothing comes in before its plan was seen; all of it goes again in one step."""

    brought_in = Signal(str)  # what to tell
    undone = Signal(str)  # what to tell

    def __init__(self, surroundings: Surroundings, page: QWidget, desk: Desk) -> None:
        """Stand ready for the open journal."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("Bring in from elsewhere")
        self._desk = desk
        self._import_id = ""

    def begin(self) -> None:
        """Ask what is to be brought in."""
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._ask)
        job.failed.connect(self.complain)
        self.surroundings.lane.start(job, self._desk.bringing_in.last)

    def undo(self) -> None:
        """Take out again what came in just now."""
        if self._import_id:
            self._take_out(self._import_id)

    def _ask(self, last: PastImport | None) -> None:
        dialog = BringInDialog(self.surroundings.look, last, self.page)
        dialog.file_asked.connect(self._choose_file)
        dialog.folder_asked.connect(self._choose_folder)
        dialog.undo_asked.connect(self._ask_to_undo)
        dialog.open()

    def _choose_file(self, kind: SourceKind | None) -> None:
        title = self.tr("Choose the file to bring in")
        self._look_at(
            self.surroundings.asker.open_path(self.page, title, self.tr("All files (*)")), kind
        )

    def _choose_folder(self, kind: SourceKind | None) -> None:
        title = self.tr("Choose the folder to bring in")
        self._look_at(self.surroundings.asker.folder(self.page, title, Path.home()), kind)

    def _look_at(self, path: Path | None, kind: SourceKind | None) -> None:
        if path is not None:
            self.run(self.tr("Reading…"), partial(self._plan, path, kind), self._show)

    def _plan(self, path: Path, kind: SourceKind | None, progress: Progress) -> ImportPlan:
        bringing_in = self._desk.bringing_in
        incoming = bringing_in.read(path, kind, part_of(progress, 0, _READ))
        return bringing_in.plan(incoming, part_of(progress, _READ, 1))

    def _show(self, plan: ImportPlan) -> None:
        dialog = ImportPlanDialog(self.surroundings.look, plan, self.page)
        dialog.confirmed.connect(self._bring_in)
        dialog.open()

    def _bring_in(self, plan: ImportPlan) -> None:
        work = partial(self._desk.bringing_in.bring_in, plan)
        self.run(self.tr("Bringing in…"), work, self._on_brought_in)

    def _on_brought_in(self, done: BroughtIn) -> None:
        self._import_id = done.import_id
        self.brought_in.emit(brought_in_words(len(done.reflection_ids)))

    def _ask_to_undo(self, last: PastImport) -> None:
        question = Question(
            self.tr("Take out again what you brought in?"),
            (
                last_words(last),
                self.tr(
                    "What you have not worked with since goes for good. What you changed, put on "
                    "hold, linked or set a day for stays."
                ),
                self.tr("The files that it came from are not touched."),
            ),
            self.tr("Keep everything"),
            self.tr("Take it out"),
            "danger",
        )
        dialog = Confirming(self.surroundings.look, question, last.id, self.page)
        dialog.confirmed.connect(self._take_out)
        dialog.open()

    def _take_out(self, import_id: str) -> None:
        self._import_id = ""
        work = partial(self._desk.bringing_in.undo, import_id)
        self.run(self.tr("Taking out again…"), work, self._on_undone)

    def _on_undone(self, undone: Undone) -> None:
        told = undone_sentences(undone)
        self.undone.emit(" ".join(told if undone.is_swept else (*told, TRACES_LEFT)))
