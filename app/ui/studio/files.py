"""Forms from and to files, as a person asks for it in the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError, FormError
from app.domain.form import FormDefinition
from app.services.checked_words import CheckedWords
from app.services.form_exchange import Clash, FormExchange, Incoming, Way
from app.ui.dialogs.confirming import Confirming, Question, tell_error
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.studio.clash_dialog import ClashDialog
from app.ui.studio.troubles import place_words
from app.ui.surroundings import Surroundings

_MOST_SHOWN = 6


class FormFilesDoor(QWidget):
    """Asks where, has it done on the lane, and tells how it went; it is never shown itself."""

    taken_in = Signal(object)  # FormDefinition
    given_out = Signal(str)  # the file's name

    def __init__(self, surroundings: Surroundings, exchange: FormExchange, page: QWidget) -> None:
        """Stand behind a page: dialogs open over it."""
        super().__init__(page)
        self._surroundings, self._exchange, self._page = surroundings, exchange, page
        self._leaving = ("", Path())  # the form that is to leave, and where to
        self.hide()

    def ask_to_take_in(self) -> None:
        """Ask for a form file, and take it in if it is right and meets nothing."""
        chosen = self._surroundings.asker.open_path(
            self._page, self.tr("Take in a form"), self.tr("Form (*.toml)")
        )
        if chosen is not None:
            job = self._surroundings.lane.job()
            job.succeeded.connect(self._on_looked_at)
            job.failed.connect(self._refuse)
            self._surroundings.lane.start(job, partial(self._exchange.look_at, chosen))

    def ask_to_give_out(self, form_id: str) -> None:
        """Ask for a place and write a form there."""
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._ask_where)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, partial(_named, self._exchange, form_id))

    def _ask_where(self, named: tuple[str, str]) -> None:
        form_id, stem = named
        target = self._surroundings.asker.save_path(
            self._page,
            self.tr("Save the form as a file"),
            f"{stem}.toml",
            self.tr("Form (*.toml)"),
        )
        if target is None:
            return
        self._leaving = (form_id, target if target.suffix else target.with_suffix(".toml"))
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_looked_through)
        job.failed.connect(self._tell)
        # Any ending may be typed, and a name may stand in it.
        name = target.name.removesuffix(".toml")
        self._surroundings.lane.start(job, partial(_looked_through, self._exchange, form_id, name))

    def _on_looked_through(self, looked: tuple[CheckedWords, tuple[str, ...]]) -> None:
        checked, in_name = looked
        undecided = (each.first.words for each in checked.undecided)
        found = list(dict.fromkeys((*undecided, *in_name)))
        if not found:
            self._give_out(None)
            return
        shown = ", ".join(f"“{words}”" for words in found[:_MOST_SHOWN])
        shown += "…" if len(found) > _MOST_SHOWN else ""
        question = Question(
            self.tr("This form may identify somebody"),
            (
                self.tr("In its questions or its name: {words}.").format(words=shown),
                self.tr("Whoever gets the file can read them."),
            ),
            self.tr("Not now"),
            self.tr("Save it all the same"),
        )
        dialog = Confirming(self._surroundings.look, question, None, self._page)
        dialog.confirmed.connect(self._give_out)
        dialog.open()

    def _give_out(self, _nothing: object) -> None:
        form_id, target = self._leaving
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_given_out)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, partial(_given_out, self._exchange, form_id, target))

    def _on_looked_at(self, incoming: Incoming) -> None:
        if incoming.clash is Clash.NONE:
            self._take_in(incoming, Way.AS_IT_IS)
            return
        dialog = ClashDialog(self._surroundings.look, incoming, self._page)
        dialog.way_chosen.connect(self._take_in)
        dialog.open()

    def _take_in(self, incoming: Incoming, way: Way) -> None:
        job = self._surroundings.lane.job()
        job.succeeded.connect(self._on_taken_in)
        job.failed.connect(self._tell)
        self._surroundings.lane.start(job, partial(self._exchange.take_in, incoming, way))

    def _on_taken_in(self, form: FormDefinition) -> None:
        self.taken_in.emit(form)

    def _on_given_out(self, name: str) -> None:
        self.given_out.emit(name)

    def _refuse(self, error: AppError) -> None:
        if not isinstance(error, FormError):
            self._tell(error)
            return
        title = self.tr("This form was not taken in")
        dialog = ToldDialog(self._surroundings.look, title, "error", self._page)
        place = place_words(error.place)
        lead = self.tr("{file}, {place}:").format(file=error.file, place=place)
        rest = self.tr("Nothing of it was kept. Whoever made it can put it right.")
        dialog.tell(f"{lead} {error.reason}.", (rest,))
        dialog.add_ways()
        dialog.open()

    def _tell(self, error: AppError) -> None:
        tell_error(self._surroundings.look, error, self._page)


def _given_out(exchange: FormExchange, form_id: str, target: Path) -> str:
    exchange.export(form_id, target)
    return target.name


def _named(exchange: FormExchange, form_id: str) -> tuple[str, str]:
    return form_id, exchange.file_stem(form_id)


def _looked_through(
    exchange: FormExchange, form_id: str, file_name: str
) -> tuple[CheckedWords, tuple[str, ...]]:
    """Look at a form and at the name of its file, which is told whole."""
    in_name = (file_name,) if exchange.check.names_in(file_name) else ()
    return exchange.look_before_export(form_id), in_name
