"""The organisation's form, over the supervision page: chosen or added, mapped, filled, saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, WordFormRefused
from app.domain.word_form import FieldMapping, WordForm
from app.services.preparing import Preparing
from app.services.word_form_values import Occasion
from app.services.word_form_words import misfit_sentence
from app.services.word_forms import Filling, FormInHand, ReleasedValues, WordForms
from app.services.workshop import Desk
from app.summary.choice import SummaryChoice
from app.summary.preparation import Preparation
from app.ui.dialogs.confirming import Confirming, Question
from app.ui.dialogs.map_word_form import MapWordFormDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.dialogs.word_forms_dialog import WordFormsDialog
from app.ui.errands.errand import Errand
from app.ui.errands.releasing import Releasing
from app.ui.surroundings import Surroundings

SUGGESTED_NAME = "supervision-form.docx"


class WordFormErrand(Errand):
    """Everything that is slow runs on the lane, forms are read in a process of their own."""

    def __init__(self, surroundings: Surroundings, desk: Desk, page: QWidget) -> None:
        """Stand ready over this page."""
        super().__init__(surroundings, page, "")
        self.title = self.tr("My organisation’s form")
        self._preparing, self._forms = desk.preparing, desk.word_forms
        self._leaving = desk.form_leaving
        self._releasing = Releasing(surroundings, page, desk.release_check, desk.form_leaving)
        self._releasing.released.connect(self._write)
        self._releasing.failed.connect(self.complain)
        self._preparation = Preparation()
        self._choice, self._occasion = SummaryChoice(), Occasion.COMING
        self._held_on: date | None = None
        self._target = Path()
        self._added = ""  # a form whose session is still to be said
        self._dialog: WordFormsDialog | None = None

    def begin(self, preparation: Preparation) -> None:
        """Show the forms that are kept, to be filled from this summary as it is chosen now."""
        self._preparation = preparation
        self._start(partial(_ready, self._preparing, self._forms, preparation), self._show)

    def _show(self, ready: tuple[SummaryChoice, tuple[WordForm, ...], date | None]) -> None:
        self._choice, forms, self._held_on = ready
        self._occasion = Occasion.COMING
        if not forms:
            self._offer_to_add()
            return
        dialog = WordFormsDialog(self.surroundings.look, forms, self._held_on, self.page)
        dialog.fill_asked.connect(self._fill_for)
        dialog.map_asked.connect(self._take_out_for)
        dialog.add_asked.connect(self._ask_file)
        dialog.renamed.connect(self._rename)
        dialog.remove_asked.connect(self._ask_remove)
        dialog.destroyed.connect(self._forget_dialog)
        self._dialog = dialog
        if self._added:
            dialog.choose(self._added)
            self._added = ""
        dialog.open()

    def _offer_to_add(self) -> None:
        dialog = ToldDialog(self.surroundings.look, self.title, "info", self.page)
        about = self.tr(
            "If it is a Word document (.docx), Afterword shows the fields it found in it, you say "
            "once what goes where, and from then on you get it filled. The form is kept encrypted "
            "in this journal."
        )
        dialog.tell(self.tr("Add your organisation’s own supervision form."), (about,))
        dialog.add_ways(self.tr("Add a form…"), self.tr("Not now"))
        dialog.act_asked.connect(self._ask_file)
        dialog.act_button.setFocus()  # who asked for her form wants it; adding harms nothing
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None

    # Adding and mapping

    def _ask_file(self) -> None:
        path = self.surroundings.asker.open_path(
            self.page, self.tr("Add a form"), self.tr("Word document (*.docx *.dotx)")
        )
        if path is not None:
            self._start(partial(self._forms.add, path), self._on_added)

    def _on_added(self, form: WordForm) -> None:
        self._occasion = Occasion.COMING
        self._added = form.uid
        self._take_out(form.uid)

    def _take_out_for(self, uid: str, occasion: Occasion) -> None:
        self._occasion, self._added = occasion, ""
        self._take_out(uid)

    def _take_out(self, uid: str) -> None:
        work = partial(self._forms.in_hand, uid, self._choice, self._occasion)
        self._start(work, self._show_mapping)

    def _show_mapping(self, in_hand: FormInHand) -> None:
        dialog = MapWordFormDialog(self.surroundings.look, in_hand, self.page)
        dialog.mapped.connect(self._map)
        dialog.fill_asked.connect(self._map_and_fill)
        dialog.open()

    def _map(self, uid: str, mapping: FieldMapping) -> None:
        self._start(partial(self._forms.map, uid, mapping), self._on_mapped)

    def _on_mapped(self, _nothing: object) -> None:
        self.begin(self._preparation)

    def _map_and_fill(self, uid: str, mapping: FieldMapping) -> None:
        if self._added and self._held_on:
            # It could be for the session that was held: the list of forms asks for which.
            self._start(partial(self._forms.map, uid, mapping), self._on_mapped)
            return
        self._added = ""
        self._start(partial(self._forms.map, uid, mapping), _nothing_more)
        self._ask_target(uid)

    # Filling

    def _fill_for(self, uid: str, occasion: Occasion) -> None:
        self._occasion = occasion
        self._ask_target(uid)

    def _ask_target(self, uid: str) -> None:
        target = self.surroundings.asker.save_path(
            self.page,
            self.tr("Save the filled form"),
            SUGGESTED_NAME,
            self.tr("Word document (*.docx)"),
        )
        if target is not None:
            self._target = target if target.suffix else target.with_suffix(".docx")
            look = partial(self._leaving.look, uid, self._choice, self._occasion)
            self._releasing.begin_form(look, self._target.stem)

    def _write(self, released: ReleasedValues) -> None:
        self._start(partial(self._forms.fill_to, released, self._target), self._on_filled)

    def _on_filled(self, filling: Filling) -> None:
        lead = self.tr("Saved as {name}.").format(name=self._target.name)
        sentences = [self.tr("A file outside the journal is not encrypted.")]
        sentences += [misfit_sentence(each) for each in filling.misfits]
        if filling.unplaced:
            names = ", ".join(filling.unplaced)
            sentences.append(
                self.tr("Not in this form, because no field takes it: {names}.").format(names=names)
            )
        dialog = self.tell(self.title, lead, tuple(sentences))
        dialog.add_ways()
        dialog.open()

    # Renaming and removing

    def _rename(self, uid: str, name: str) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_renamed)
        job.failed.connect(self._on_not_renamed)
        self.surroundings.lane.start(job, partial(self._forms.rename, uid, name))

    def _on_renamed(self, _nothing: object) -> None:
        self._close_list()
        self.begin(self._preparation)

    def _on_not_renamed(self, error: AppError) -> None:
        if self._dialog is not None and isinstance(error, WordFormRefused):
            self._dialog.refuse(str(error))
        else:
            self.complain(error)

    def _ask_remove(self, form: WordForm) -> None:
        question = Question(
            self.tr("Remove this form?"),
            (
                self.tr("“{name}” goes from this journal, with what goes where in it.").format(
                    name=form.name
                ),
                self.tr("Forms that were filled and saved stay where they are."),
            ),
            self.tr("Keep it"),
            self.tr("Remove"),
            "danger",
        )
        self._close_list()
        dialog = Confirming(self.surroundings.look, question, form, self.page)
        dialog.confirmed.connect(self._remove)
        dialog.open()

    def _remove(self, form: WordForm) -> None:
        self._start(partial(self._forms.remove, form.uid), self._on_mapped)

    def _close_list(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _start(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        job = self.surroundings.lane.job()
        job.succeeded.connect(done)
        job.failed.connect(self.complain)
        self.surroundings.lane.start(job, work)


def _ready(
    preparing: Preparing, forms: WordForms, preparation: Preparation
) -> tuple[SummaryChoice, tuple[WordForm, ...], date | None]:
    """Give the choice with the forms; what was never begun begins as the page would begin it."""
    if not preparation.is_begun:
        preparation = preparing.offer(preparation).preparation
    return preparation.choice(), forms.all(), forms.held_on()


def _nothing_more(_nothing: object) -> None:
    return None
