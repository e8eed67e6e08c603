"""The page of earlier versions: a list of them, and the one that is chosen beside it."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from app.domain.errors import AppError, OnHold
from app.domain.history import VersionOutline
from app.services.workshop import Desk
from app.ui.complaints import complaint_of
from app.ui.dialogs.confirming import Confirming, tell_error
from app.ui.models.version_list import OUTLINE_ROLE, VersionDelegate, VersionListModel
from app.ui.page import Page, StatusWords
from app.ui.pages.keeping_words import bringing_back_question
from app.ui.pages.version_lookups import (
    Shown,
    Versions,
    Wanted,
    shown_version,
    versions_of,
)
from app.ui.pages.version_pane import VersionPane
from app.ui.pages.version_telling import VersionTelling
from app.ui.parts.button import Button
from app.ui.parts.divider import Divider
from app.ui.parts.label import Label
from app.ui.parts.reflection_list_view import ReflectionListView
from app.ui.surroundings import Surroundings

_LIST_WIDTH, _WIDEST_LIST, _FOLDED_ROWS = 340, 0.4, 1.35
_TOOLS_LEFT, _TOOLS_TOP = 24, 12
_ENDLESS = 16_777_215
_Direction = QBoxLayout.Direction


class VersionsPage(Page):
    """Reads, compares and brings back; only one question is on its way at a time."""

    back_asked = Signal(str)  # reflection id

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Begin with no reflection."""
        super().__init__(surroundings)
        self._desk = desk
        self._reflection_id = ""
        self._versions: Versions | None = None
        self._against: int | None = None  # what the person chose; else the version before
        self._chosen_after = 0
        self._is_asking = self._asks_again = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = self.look
        self.leave_button = Button(
            look, self.tr("Back to the reflection"), icon="arrow-left", is_small=True
        )
        self.title = Label(look, "", "body_strong")
        self.title.setWordWrap(True)
        self.model = VersionListModel(self)
        self.list = ReflectionListView()
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(VersionDelegate(look, self.list))
        self._telling = VersionTelling(self.surroundings.lane, self._desk, self.model, self)
        self.pane = VersionPane(look)
        for region in (self.list, self.pane):
            region.setProperty("region", True)
        tools = QHBoxLayout()
        tools.setContentsMargins(_TOOLS_LEFT, _TOOLS_TOP, look.space("xxl"), _TOOLS_TOP)
        tools.setSpacing(look.space("l"))
        tools.addWidget(self.leave_button)
        tools.addWidget(self.title, 1)
        self._beside = QBoxLayout(_Direction.LeftToRight)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.list)
        self._beside.addWidget(self.pane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(Divider(look))
        column.addLayout(self._beside, 1)

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self._go_back)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.opened.connect(self._on_opened)
        self.pane.way_chosen.connect(self._on_way_chosen)
        self.pane.against_chosen.connect(self._on_against_chosen)
        self.pane.bringing_back_asked.connect(self._ask_to_bring_back)
        self.look.changed.connect(self._on_look_changed)

    @property
    def versions(self) -> Versions | None:
        """What is listed."""
        return self._versions

    def enter(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_versions(self, reflection_id: str) -> None:
        """List the versions of a reflection and show what the newest changed."""
        self._reflection_id, self._chosen_after = reflection_id, 0
        self._versions = None
        self.model.show(())
        self.pane.show_words("")
        self._load()

    def leave(self) -> bool:
        """Ask for nothing more."""
        self._telling.stop()
        return True

    def _load(self) -> None:
        work = partial(versions_of, self._desk, self._reflection_id)
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_versions)
        job.failed.connect(self._on_not_shown)
        self.surroundings.lane.start(job, work)

    def _on_versions(self, versions: Versions) -> None:
        if versions.reflection_id != self._reflection_id:
            return
        self._versions, self._against = versions, None
        self.title.setText(versions.title)
        self.model.show(versions.outlines)
        self._fold()
        newest = versions.outlines[0].number
        if self._chosen_after:
            self._say_brought_back(newest)
        self.list.setCurrentIndex(self.model.row_of(newest))
        self._telling.begin(versions.reflection_id)

    def _current(self) -> VersionOutline | None:
        outline = self.list.currentIndex().data(OUTLINE_ROLE)
        return outline if isinstance(outline, VersionOutline) else None

    # The chosen version

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._against = None
            self._ask()

    def _on_opened(self, _index: QModelIndex) -> None:
        self.pane.take_focus()

    def _on_way_chosen(self, _way: str) -> None:
        self._ask()

    def _on_against_chosen(self, number: int) -> None:
        self._against = number
        self._ask()

    def _wanted(self, outline: VersionOutline) -> Wanted:
        if self.pane.ways.chosen == "whole":
            return Wanted(outline.number)
        before = self.model.before(outline.number)
        against = before.number if before is not None and not before.is_purged else None
        return Wanted(outline.number, self._against or against)

    def _ask(self) -> None:
        outline = self._current()
        if outline is None:
            return
        wanted = self._wanted(outline)
        others = (each for each in self.model.outlines if not each.is_purged)
        self.pane.show_choices(
            outline, tuple(each for each in others if each.number != outline.number), wanted
        )
        if outline.is_purged:
            self.pane.show_words(
                self.tr(
                    "The words of this version were removed for good. Only that it was there "
                    "is still known."
                )
            )
        elif self._is_asking:
            self._asks_again = True
        else:
            self._is_asking = True
            work = partial(shown_version, self._desk, self._reflection_id, wanted)
            job = self.surroundings.lane.job()
            job.succeeded.connect(self._on_shown)
            job.failed.connect(self._on_not_shown)
            job.broke.connect(self._on_broke)
            self.surroundings.lane.start(job, work)

    def _on_shown(self, shown: Shown) -> None:
        self._is_asking = False
        outline = self._current()
        if self._asks_again:
            self._asks_again = False
            self._ask()
        elif outline is not None and shown.wanted == self._wanted(outline):
            self.pane.show_shown(shown, self._note(outline, shown))

    def _note(self, outline: VersionOutline, shown: Shown) -> str:
        if self.pane.ways.chosen == "whole" or shown.reading is None:
            return ""
        if self.model.before(outline.number) is None:
            return self.tr("This is the first version, so here is all of it.")
        return self.tr("The version before has no words any more, so here is all of this one.")

    def _on_not_shown(self, error: AppError) -> None:
        self._is_asking = self._asks_again = False
        complaint = complaint_of(error)
        self.pane.show_words(f"{complaint.lead} {complaint.rest}".strip())

    def _on_broke(self, _error: Exception) -> None:
        self._is_asking = self._asks_again = False

    # Bringing back

    def _ask_to_bring_back(self) -> None:
        outline, versions = self._current(), self._versions
        if outline is None or versions is None:
            return
        if versions.keeping.is_held:
            tell_error(self.look, OnHold(), self)
            return
        question = bringing_back_question(outline.number, versions.outlines[0].number)
        dialog = Confirming(self.look, question, outline.number, self)
        dialog.confirmed.connect(self._bring_back)
        dialog.open()

    def _bring_back(self, number: int) -> None:
        self._chosen_after = number
        job = self.surroundings.lane.job()
        job.succeeded.connect(self._on_brought_back)
        job.failed.connect(self._on_not_brought_back)
        work = partial(self._desk.history.bring_back, self._reflection_id, number)
        self.surroundings.lane.start(job, work)

    def _on_brought_back(self, _reflection: object) -> None:
        self._load()

    def _on_not_brought_back(self, error: AppError) -> None:
        self._chosen_after = 0
        tell_error(self.look, error, self)

    def _say_brought_back(self, newest: int) -> None:
        words = self.tr("Version {number} was brought back as version {newest}")
        words = words.format(number=self._chosen_after, newest=newest)
        self._chosen_after = 0
        self.status_changed.emit(StatusWords("check", words))
        self.enter()

    # The window

    def _go_back(self) -> None:
        self.back_asked.emit(self._reflection_id)

    def _on_look_changed(self) -> None:
        self.list.doItemsLayout()
        self._fold()

    def _fold(self) -> None:
        """Put the list over the version where both beside each other are too much."""
        is_folded = self.look.is_narrow(self, "two_columns_become_one")
        self._beside.setDirection(_Direction.TopToBottom if is_folded else _Direction.LeftToRight)
        self.pane.set_folded(is_folded)
        row = self.list.sizeHintForRow(0) if self.model.rowCount() else 0
        wide = round(_LIST_WIDTH * math.sqrt(self.look.theme.scale))
        wide = _ENDLESS if is_folded else min(wide, round(self.width() * _WIDEST_LIST))
        high = round(_FOLDED_ROWS * row) if is_folded and row else _ENDLESS
        self.list.setMinimumWidth(0 if is_folded else wide)
        self.list.setMaximumSize(wide, high)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)
