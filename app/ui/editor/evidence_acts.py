"""What is done with the files of an answer: on the lane, with progress, and a way to stop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.answer import EvidenceFile
from app.domain.errors import AppError, Cancelled
from app.domain.evidence import clean_file_name
from app.ui.dialogs.confirming import tell_error
from app.ui.dialogs.progress_dialog import ProgressDialog
from app.ui.dialogs.working_dialog import is_working
from app.ui.editor.draft import Draft
from app.ui.editor.evidence_editor import EvidenceEditor
from app.ui.editor.prompt_block import PromptBlock
from app.ui.editor.whole_form import WholeForm
from app.ui.errands.copying_files import CopyingFiles
from app.ui.surroundings import Surroundings


class EvidenceOffer(QObject):
    """Serves each prompt that takes files, whenever it is built; lives as long as its form."""

    def __init__(self, surroundings: Surroundings, draft: Draft, form: WholeForm) -> None:
        super().__init__(form)
        self._surroundings, self._draft = surroundings, draft
        form.block_built.connect(self._on_block_built)
        for block in form.blocks():
            self._on_block_built(block)

    def _on_block_built(self, block: PromptBlock) -> None:
        if isinstance(block.editor, EvidenceEditor):
            EvidenceActs(self._surroundings, self._draft, block.editor)


class EvidenceActs(QObject):
    """Adds files for one editor and saves copies of them; lives as long as the editor."""

    def __init__(self, surroundings: Surroundings, draft: Draft, editor: EvidenceEditor) -> None:
        super().__init__(editor)
        self._surroundings, self._draft, self._editor = surroundings, draft, editor
        self._waiting: list[Path] = []  # dropped together; added one after the other
        self._copying = CopyingFiles(surroundings, editor, draft.files)
        editor.add_asked.connect(self._on_add_asked)
        editor.files_dropped.connect(self._on_files_dropped)
        editor.save_asked.connect(self._copying.ask)

    def _on_add_asked(self) -> None:
        title, kind = self.tr("Add a file"), self.tr("All files (*)")
        chosen = self._surroundings.asker.open_path(self._editor, title, kind)
        if chosen is not None:
            self._on_files_dropped([chosen])

    def _on_files_dropped(self, paths: list[Path]) -> None:
        if is_working(self._editor):
            self._waiting.extend(paths)
            return
        self._waiting = list(paths)
        self._add_next()

    def _add_next(self) -> None:
        if not self._waiting:
            return
        work = partial(
            self._draft.files.add, self._draft.reflection.id, self._waiting[0], self._editor.names
        )
        progress = self._progress(self.tr("Adding a file"))
        progress.succeeded.connect(self._on_added)
        progress.failed.connect(self._on_not_added)
        progress.run(work)

    def _on_added(self, file: EvidenceFile) -> None:
        self._waiting.pop(0)
        self._editor.take_file(file)
        self._draft.save()  # until an answer names it, the journal keeps it for this session only
        self._add_next()

    def _on_not_added(self, error: AppError) -> None:
        """Tell why, and go on with the others that were dropped together with this one."""
        name = clean_file_name(self._waiting.pop(0).name)
        if isinstance(error, Cancelled):
            self._waiting.clear()
        told = tell_error(self._surroundings.look, error, self._editor, f"“{name}”")
        told.finished.connect(self._add_next)

    def _progress(self, title: str) -> ProgressDialog:
        surroundings = self._surroundings
        return ProgressDialog(surroundings.look, surroundings.lane, title, self._editor)
