"""The open journal: its pages, one at a time, and the way between them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.workshop import Desk
from app.ui.after_opening import AfterOpening
from app.ui.due_count import DueCount
from app.ui.going_on_acts import GoingOnActs
from app.ui.making_ready import MakingReady
from app.ui.page import Page
from app.ui.page_makers import MAKERS
from app.ui.pages.home import HomePage
from app.ui.side_bar import SideBar, TopBar, place_words
from app.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from app.ui.bringing_in_acts import BringingInActs
    from app.ui.editor.page import EditorPage
    from app.ui.own_form_ways import OwnFormWays
    from app.ui.pages.actions import ActionsPage
    from app.ui.pages.journal import JournalPage
    from app.ui.pages.supervision import SupervisionPage
    from app.ui.pages.versions import VersionsPage
    from app.ui.studio.page import StudioPage
    from app.ui.supervision_ways import SupervisionWays
    from app.ui.taking_acts import TakingActs

# Pages that one reaches from within another.
_WITHIN = {"versions": "journal", "bin": "journal", "studio": "forms", "cpd_piece": "cpd"}
_WITHIN |= {"cpd_paste": "cpd", "cpd_growth": "cpd"}


class OpenView(QWidget):
    """Everything that shows what is in one open journal; destroyed whole when it locks."""

    lock_asked = Signal()
    status_changed = Signal(object)  # StatusWords
    place_changed = Signal(str)  # key of the page shown
    usual_forms_changed = Signal(object)  # titles, in the order of their keys
    lock_time_changed = Signal(int)  # minutes
    editor_made = Signal(object)  # EditorPage
    reading_changed = Signal(object)  # Reading in the journal, or None
    way_changed = Signal(str)  # of looking through the journal
    new_key_asked = Signal(object)  # NewKeyWish
    mending_asked = Signal()
    folder_asked = Signal(object)  # Path of another journal

    def __init__(self, surroundings: Surroundings, desk: Desk) -> None:
        """Build the way between the pages; each is read and built when it is first needed."""
        super().__init__()
        self.desk = desk
        self._look = surroundings.look
        self._current = ""
        self._came_from = self._before_forms = "home"
        self.surroundings = surroundings
        self._pages: dict[str, Page] = {}
        self._after = AfterOpening(surroundings, desk, self)
        self.due_count = DueCount(self)
        self._build()
        self._connect()
        self._after.begin()
        self.going_on = GoingOnActs(self)
        MakingReady(self)

    @property
    def home(self) -> HomePage:
        """The page one comes back to."""
        return cast(HomePage, self.page("home"))

    @property
    def journal(self) -> JournalPage:
        """The page that finds and reads."""
        return cast("JournalPage", self.page("journal"))

    @property
    def supervision(self) -> SupervisionPage:
        """The page that prepares the summary."""
        return cast("SupervisionPage", self.page("supervision"))

    @property
    def actions_page(self) -> ActionsPage:
        """The page that lists every action."""
        return cast("ActionsPage", self.page("actions"))

    @property
    def editor(self) -> EditorPage:
        """The page that writes."""
        return cast("EditorPage", self.page("editor"))

    @property
    def has_editor(self) -> bool:
        """Say whether the page that writes is made already."""
        return "editor" in self._pages

    @property
    def studio(self) -> StudioPage:
        """The page that makes forms."""
        return cast("StudioPage", self.page("studio"))

    @cached_property
    def bringing_in(self) -> BringingInActs:
        """What brings in from elsewhere; made when it is first asked for."""
        from app.ui.bringing_in_acts import BringingInActs

        return BringingInActs(self)

    @cached_property
    def own_forms(self) -> OwnFormWays:
        """The ways into the form studio."""
        from app.ui.own_form_ways import OwnFormWays

        return OwnFormWays(self)

    @cached_property
    def supervision_ways(self) -> SupervisionWays:
        """The ways to the next supervision and to its paper."""
        from app.ui.supervision_ways import SupervisionWays

        return SupervisionWays(self)

    @cached_property
    def taking(self) -> TakingActs:
        """What takes to supervision; made when it is first asked for."""
        from app.ui.taking_acts import TakingActs

        return TakingActs(self)

    @property
    def shown_page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._current]

    @property
    def current(self) -> str:
        """The key of the page that is shown."""
        return self._current

    def go(self, key: str) -> None:
        """Show a page; what is being written is put away first."""
        if key == "lock":
            self.lock_asked.emit()
            return
        if not self.put_away():
            return
        page = self.page(key)
        if key == "forms" and self._current not in ("", "forms", "editor", "studio"):
            self._before_forms = self._current
        self._current = key
        self._stack.setCurrentWidget(page)
        self.side_bar.set_current(_WITHIN.get(key, key))
        self.top_bar.set_current(_WITHIN.get(key, key))
        self._fold()
        page.enter()
        self.place_changed.emit(key)

    def begin(self, form_id: str) -> None:
        """Begin a reflection on a form."""
        if self.go_to_editor():
            self.editor.begin(form_id)

    def edit(self, reflection_id: str) -> None:
        """Go on writing a reflection."""
        if self.go_to_editor():
            self.editor.open_reflection(reflection_id)

    def look_again(self, reflection_id: str) -> None:
        """Begin a reflection on what has become of another."""
        if self.go_to_editor():
            self.editor.look_again(reflection_id)

    def read(self, reflection_id: str) -> None:
        """Show a reflection in the journal."""
        self.go("journal")
        self.journal.show_reflection(reflection_id)

    def read_answer(self, reflection_id: str, prompt_key: str) -> None:
        """Show a reflection in the journal, at one of its answers."""
        self.go("journal")
        self.journal.reading.aim_at(prompt_key)
        self.journal.show_reflection(reflection_id)

    def show_versions(self, reflection_id: str) -> None:
        """Show the earlier versions of a reflection."""
        self.go("versions")
        cast("VersionsPage", self.page("versions")).show_versions(reflection_id)

    def search(self) -> None:
        """Put the focus into the journal's search."""
        if self._current != "journal":
            self.go("journal")
        self.journal.focus_search()

    def look_through(self, way: str) -> None:
        """Show the journal as a list, a calendar, a timeline or by its themes."""
        if self._current != "journal":
            self.go("journal")
        if self._current == "journal":
            self.journal.looking.show_way(way)

    def begin_usual(self, number: int) -> None:
        """Begin the usual form with this number, from 1, as home shows them."""
        form_id = self.home.usual_form_id(number)
        if form_id:
            self.begin(form_id)

    def put_away(self) -> bool:
        """Have everything on the disk; False means that it could not be saved, so stay."""
        return not self._current or self._pages[self._current].leave()

    def choose_form(self) -> None:
        """Show the forms, to begin one."""
        self.go("forms")

    def show_journal(self) -> None:
        """Show the list and what is read."""
        self.go("journal")

    def show_supervision(self) -> None:
        """Show the summary."""
        self.go("supervision")

    def show_actions(self) -> None:
        """Show every action."""
        self.go("actions")

    def show_bin(self) -> None:
        """Show what was deleted."""
        self.go("bin")

    def leave_forms(self) -> None:
        """Show again what was left for the forms."""
        self.go(self._before_forms)

    def go_back(self) -> None:
        """Show again what was left for the editor."""
        self.go(self._came_from)

    def go_to_editor(self) -> bool:
        """Show the page that writes; False means that what was written could not be put away."""
        if not self.put_away():
            return False
        if self._current not in ("", "editor"):
            self._came_from = "home" if self._current == "forms" else self._current
        self.editor.set_way_back(place_words(self._came_from))
        self.go("editor")
        return True

    def _build(self) -> None:
        self.side_bar = SideBar(self._look, self.desk.vault.name)
        self.top_bar = TopBar(self._look)
        self._stack = QStackedWidget()
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.side_bar)
        beside.addWidget(self._stack, 1)
        for region in (self.top_bar, self.side_bar, self._stack):
            region.setProperty("region", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        whole.addLayout(beside, 1)

    def _connect(self) -> None:
        self._after.told.connect(self.status_changed)
        self.side_bar.row_chosen.connect(self.go)
        self.side_bar.new_asked.connect(self.choose_form)
        self.top_bar.place_chosen.connect(self.go)
        self.top_bar.new_asked.connect(self.choose_form)
        self._look.changed.connect(self._fold)

    def page(self, key: str) -> Page:
        """Give a page; it is built when it is first asked for."""
        if key not in self._pages:
            page = MAKERS[key](self)
            page.status_changed.connect(self.status_changed)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def _fold(self) -> None:
        is_narrow = self._look.is_narrow(self, "nav_becomes_menu")
        is_writing = self._current == "editor"
        self.side_bar.setVisible(not is_writing and not is_narrow)
        self.top_bar.setVisible(not is_writing and is_narrow)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the side bar into a bar on top where it is narrow."""
        super().resizeEvent(event)
        self._fold()
