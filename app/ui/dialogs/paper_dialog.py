"""Shows a paper before it leaves the journal: how much goes on it, then print it or save it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QMenu, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services.file_kind import FileKind
from app.services.ports import PageMaker
from app.services.release_check import ReleaseCheck
from app.summary.document import Document, PrintSize
from app.summary.lengths import MeasuredPages
from app.summary.printed_reflection import Extent
from app.ui.complaints import Complaint, complaint_of
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.paper_preview import PaperPreview
from app.ui.file_kinds import menu_names
from app.ui.paper_leaving import PaperLeaving
from app.ui.parts.callout import Callout
from app.ui.parts.check_line import CheckLine
from app.ui.parts.label import Label
from app.ui.surroundings import Surroundings

_WIDTH = 920
_SIDE_BY_SIDE = 660  # at the usual text size
_CHOICES_WIDTH = 300


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What the person chose about one paper."""

    extent: Extent = Extent.SUPERVISION
    print_size: PrintSize = PrintSize.NORMAL


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper that can be made: its name, what one should know, and how it is made."""

    title: str
    about: str
    stem: str  # of the file's suggested name; it tells nothing of the content
    make: Callable[[PaperWish], Document]
    check: ReleaseCheck | None = None  # none: no word of a journal is on it
    has_extent: bool = False
    has_large_print: bool = True


@dataclass(frozen=True, slots=True)
class PaperMade:
    """A document, and its pages as they would leave; the number tells for which wish, from 1."""

    number: int
    document: Document
    measured: MeasuredPages


class PaperDialog(Dialog):
    """Nothing leaves before the person has seen the pages."""

    def __init__(self, surroundings: Surroundings, offer: PaperOffer, parent: QWidget) -> None:
        """Show the paper as it is made by default: only what is marked for supervision."""
        super().__init__(surroundings.look, offer.title, parent)
        self.set_usual_width(_WIDTH)
        self._surroundings, self._offer = surroundings, offer
        self._paper: PaperMade | None = None
        self._asked = 0
        self.leaving = PaperLeaving(surroundings, self, offer.check)
        self.preview = PaperPreview(self.look)
        self._build_choices()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self.look.space("l"))
        self._row.addWidget(self.choices, 2)
        self._row.addWidget(self.preview, 3)
        holder = QWidget()
        holder.setLayout(self._row)
        self.add_content(holder)
        self._build_buttons()
        self._connect()
        self._make()

    def _build_choices(self) -> None:
        look = self.look
        self.choices = QWidget()
        self._column = column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        self._add_label(self._offer.about)
        self.extent = QComboBox()
        for named in (self.extent, self.extent.view()):
            named.setAccessibleName(self.tr("What goes on the paper"))
        for words, extent in (
            (self.tr("Marked for supervision"), Extent.SUPERVISION),
            (self.tr("Marked for CPD"), Extent.CPD),
            (self.tr("Everything, private answers too"), Extent.ALL),
        ):
            self.extent.addItem(words, extent)
        self.large = CheckLine(look, self.tr("Large print"))
        self.both_sides = CheckLine(look, self.tr("Both sides of the paper"))
        self.both_sides.setChecked(True)
        self.warning = Callout(look, "warning", self.tr("Private answers are on this paper."))
        self.callout = Callout(look, "error", "")
        column.addWidget(self.extent)
        column.addWidget(self.warning)
        column.addWidget(self.large)
        column.addWidget(self.both_sides)
        column.addWidget(self.callout)
        column.addStretch(1)
        self.extent.setVisible(self._offer.has_extent)
        self.large.setVisible(self._offer.has_large_print)
        for hidden in (self.warning, self.callout, self.both_sides):
            hidden.hide()

    def _add_label(self, words: str) -> None:
        label = Label(self.look, words, "body", "text_muted")
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _build_buttons(self) -> None:
        self.close_button = self.add_button(self.tr("Close"), "flat")
        self.save_button = self.add_button(self.tr("Save as"))
        self.save_button.set_trailing_icon("chevron-down")
        self.print_button = self.add_button(self.tr("Print…"), "primary")
        self.kinds = QMenu(self)
        self.kinds.setAccessibleName(self.tr("Save as"))
        for kind, name in menu_names():
            self.kinds.addAction(name).setData(kind)
        self._set_ready(is_ready=False)

    def _connect(self) -> None:
        self.extent.currentIndexChanged.connect(self._make)
        self.large.toggled.connect(self._make)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._open_kinds)
        self.print_button.clicked.connect(self._print)
        self.kinds.triggered.connect(self._save)
        self.leaving.told.connect(self._say)

    @property
    def paper(self) -> PaperMade | None:
        """The paper that is shown."""
        return self._paper

    def wish(self) -> PaperWish:
        """Give what is chosen now."""
        size = PrintSize.LARGE if self.large.isChecked() else PrintSize.NORMAL
        return PaperWish(self.extent.currentData(), size)

    def _make(self) -> None:
        self.callout.hide()
        self._asked += 1
        job = self._surroundings.lane.job()
        job.setProperty("number", self._asked)
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        maker = self._surroundings.workshop.pages
        work = partial(_made, maker, self._offer, self.wish(), self._asked)
        self._surroundings.lane.start(job, work)

    def _on_made(self, paper: PaperMade) -> None:
        if paper.number != self._asked:
            return  # something was chosen meanwhile
        self._paper = paper
        count = paper.measured.lengths.pages
        self.preview.view.show_pages(paper.measured.pdf, count)
        self.both_sides.setVisible(count > 1)
        self.warning.setVisible(self._offer.has_extent and self.wish().extent is Extent.ALL)
        self._set_ready(is_ready=True)
        self.fit()

    def _on_failed(self, error: AppError) -> None:
        self._set_ready(is_ready=False)
        self._say("error", complaint_of(error))

    def _set_ready(self, *, is_ready: bool) -> None:
        self.print_button.setEnabled(is_ready)
        self.save_button.setEnabled(is_ready)

    def _print(self) -> None:
        self.callout.hide()
        if self._paper is not None:
            both = self.both_sides.isChecked()
            self.leaving.print_document(self._paper.document, on_both_sides=both)

    def _open_kinds(self) -> None:
        height = self.kinds.sizeHint().height()
        self.kinds.popup(self.save_button.mapToGlobal(QPoint(0, -height - 2)))

    def _save(self, action: QAction) -> None:
        self.callout.hide()
        kind: FileKind = action.data()
        self.leaving.save_paper(partial(self._offer.make, self.wish()), self._offer.stem, kind)

    def _say(self, tone: str, complaint: Complaint) -> None:
        self.callout.set_tone(tone)
        self.callout.set_words(complaint.lead, complaint.rest)
        self.callout.show()
        self.show_part(self.callout)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pages under the choices where both do not fit side by side."""
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= _SIDE_BY_SIDE * self.look.theme.scale
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        super().resizeEvent(event)


def _made(maker: PageMaker, offer: PaperOffer, wish: PaperWish, number: int) -> PaperMade:
    document = offer.make(wish)
    shown = document if offer.check is None else offer.check.document(document).as_it_leaves
    return PaperMade(number, document, maker.measured(shown))
