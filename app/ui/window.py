"""The window: a shell that shows the way in or the open journal, with menus and a status line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.ui.actions import Actions
from app.ui.closed_work import ClosedWork
from app.ui.copy_acts import CopyActs
from app.ui.late_answers import drop_late_answers
from app.ui.late_loading import LateLoading
from app.ui.locking import Locking
from app.ui.menu_acts import MenuActs
from app.ui.neutral_title import TITLE
from app.ui.page import Page, StatusWords
from app.ui.pages.unlock import UnlockPage
from app.ui.parts.status_line import StatusLine
from app.ui.replacing import TO_MEND, FirstPage, NextStart
from app.ui.sample_opener import SampleOpener
from app.ui.start_notes import words_of_note
from app.ui.surroundings import Surroundings
from app.ui.text_acts import TextActs
from app.ui.view_acts import ViewActs
from app.ui.way_back import WayBack

if TYPE_CHECKING:
    from app.services.workshop import Desk
    from app.ui.open_view import OpenView

_SIZE = (1280, 800)
_LEAST_SIZE = (640, 480)
_ROOM_FOR_FRAME = QSize(16, 48)


class Window(QMainWindow):
    """Owns what is shown and nothing of what is written."""

    opened = Signal(object)  # Desk
    locked = Signal()

    def __init__(self, surroundings: Surroundings, journals_folder: Path) -> None:
        """Build the shell; show_way_in() decides what stands in it."""
        super().__init__()
        self.surroundings = surroundings
        self._journals_folder = journals_folder
        self.open_view: OpenView | None = None
        self._way_in: Page | None = None
        self._folder: Path | None = None
        self.setWindowTitle(TITLE)
        self.setWindowIcon(surroundings.look.icon("book-open-text", "accent", "mark"))
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() - _ROOM_FOR_FRAME))
        self._build()
        self._locking = Locking(self, self._stack)
        self.closed_work = ClosedWork(self, self._locking)
        self._way_back = WayBack(self)
        self._acts = MenuActs(self, self.actions_by_name)
        TextActs(self.actions_by_name)
        self._copy_acts = CopyActs(self, self.actions_by_name, self._locking.clipboard)
        ViewActs(self, self.actions_by_name, surroundings.look, surroundings.settings)
        self.late = LateLoading(surroundings, self)
        self._sample = SampleOpener(surroundings, journals_folder, self)
        self._sample.opened.connect(self.show_desk)
        self._sample.failed.connect(self._show_failure)
        self._sample.began.connect(self._show_sample_began)

    def _build(self) -> None:
        self.actions_by_name = Actions(self)
        self.actions_by_name.fill(self.menuBar())
        self._stack = QStackedWidget()
        self._stack.setObjectName("page")
        self._stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.status_line = StatusLine(self.surroundings.look)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(centre)

    @property
    def way_in(self) -> Page | None:
        """The page that stands where no journal is open."""
        return self._way_in

    @property
    def folder(self) -> Path | None:
        """The folder of the journal that is open, or that the way in leads to."""
        return self._folder

    def show_way_in(self, folder: Path | None) -> None:
        """Show the unlock page of a journal, or the welcome page where there is none."""
        if folder is not None and self.surroundings.workshop.unlocking.is_journal(folder):
            self.show_unlock(folder)
        else:
            self.show_welcome()

    def show_unlock(self, folder: Path) -> None:
        """Show the page that opens this journal."""
        self._folder = folder
        unlock = UnlockPage(self.surroundings, folder)
        unlock.opening.connect(self.late.hurry)
        unlock.opened.connect(self.show_desk)
        unlock.other_asked.connect(self.choose_folder)
        unlock.new_asked.connect(self.show_welcome)
        unlock.folder_asked.connect(self.show_unlock)
        self.show_page(unlock)

    def show_welcome(self) -> None:
        """Show the page that makes a journal."""
        from app.ui.pages.welcome import WelcomePage

        welcome = WelcomePage(self.surroundings, self._journals_folder)
        welcome.opened.connect(self.show_desk)
        welcome.sample_asked.connect(self._sample.open)
        welcome.open_asked.connect(self.choose_folder)
        welcome.folder_asked.connect(self.show_unlock)
        self._way_back.join_welcome(welcome)
        self.show_page(welcome)

    def choose_folder(self) -> None:
        """Ask for another journal's folder."""
        folder = self.chosen_folder()
        if folder is not None:
            self.show_unlock(folder)

    def chosen_folder(self) -> Path | None:
        """Ask for a journal's folder."""
        title = self.tr("Choose the folder of a journal")
        return self.surroundings.asker.folder(self, title, self._journals_folder)

    def show_desk(self, desk: Desk, folder: Path) -> None:
        """Show an open journal."""
        from app.ui.open_view import OpenView

        if folder != self._sample.folder:
            # The sample is only looked at: locking it leads back to the person's own journal.
            self._folder = folder
            self.surroundings.settings.journal_folder = folder
        try:
            view = OpenView(self.surroundings, desk)
        except BaseException:
            # A bug of ours must not keep the journal's lock for the rest of the run.
            self.surroundings.lane.run_and_wait(desk.close)
            raise
        view.lock_asked.connect(self.lock)
        view.status_changed.connect(self._show_status)
        view.place_changed.connect(self._show_place)
        self.open_view = view
        self._leave_way_in()
        self._show_only(view)
        self._acts.join_view(view)
        self._copy_acts.join_view(view)
        self.closed_work.join_view(view)
        self._show_lock_time()
        view.lock_time_changed.connect(self._show_lock_time)
        view.go("home")
        self.opened.emit(desk)

    def begin(self, start: NextStart, is_journal: Callable[[Path], bool]) -> None:
        """Show the first page: of a usual start, or of one that a lock led to."""
        folder = start.folder or self.surroundings.settings.journal_folder
        has_journal = folder is not None and is_journal(folder)
        if folder is not None and has_journal:
            self.show_unlock(folder)
        if start.page is FirstPage.WELCOME or not has_journal:
            self.show_welcome()
        if start.note == TO_MEND and isinstance(self._way_in, UnlockPage):
            self._way_in.offer_mending()
        elif start.note:
            self._tell_note(start.note)

    def lock(self) -> None:
        """Save, close the journal, and go on at the way in, with nothing shown left in memory."""
        self._locking.lock(NextStart(folder=self._folder))

    def lock_after_bug(self, kind: str) -> None:
        """Lock because a bug showed itself; its kind is a name from the code, never content."""
        self._locking.lock(NextStart(folder=self._folder, note=kind))
        # Still here: nothing was open, or the words could not be saved.
        self._tell_note(kind)

    def _tell_note(self, note: str) -> None:
        self.status_line.set_left("triangle-alert", words_of_note(note), "trouble")

    def folder_of_shown_words(self) -> Path | None:
        """Give the folder of the journal whose recovery words are on the screen, if any are."""
        return self._way_in.folder_of_shown_words if self._way_in is not None else None

    def close_journal(self) -> bool:
        """Save and close the journal; False where none is open or words could not be saved."""
        if self.open_view is None or not self.open_view.put_away():
            return False
        self.let_go(self.open_view)
        return True

    def let_go(self, view: OpenView) -> None:
        """Close the journal of a view in which everything is saved."""
        self.open_view = None
        self.surroundings.lane.run_and_wait(view.desk.close)
        drop_late_answers(view)

    def show_page(self, page: Page) -> None:
        """Show a page where no journal is open."""
        page.status_changed.connect(self._show_status)
        page.shown_words_changed.connect(self._allow_lock)
        self._leave_way_in()
        self._way_in = page
        self._show_only(page)
        self.actions_by_name.allow(in_journal=False, in_editor=False)
        self._allow_lock()
        self._show_usual_status()
        self.status_line.set_right("info", self.tr("Afterword works without any connection"))
        page.enter()

    def _allow_lock(self) -> None:
        can_lock = self.folder_of_shown_words() is not None
        self.actions_by_name["lock"].setEnabled(can_lock or self.open_view is not None)

    def _leave_way_in(self) -> None:
        way_in, self._way_in = self._way_in, None
        if way_in is not None:
            way_in.leave()

    def _show_only(self, widget: QWidget) -> None:
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        for index in reversed(range(self._stack.count())):
            other = self._stack.widget(index)
            if other is not None and other is not widget:
                self._stack.removeWidget(other)
                other.deleteLater()

    def _show_status(self, status: StatusWords) -> None:
        if not status.words:
            self._show_usual_status()
            return
        self.status_line.set_left(
            status.icon, status.words, "trouble" if status.tone == "warning" else "quiet"
        )

    def _show_usual_status(self) -> None:
        if self.open_view is not None:
            self.status_line.set_left("check", self.tr("All changes are saved"))
        else:
            self.status_line.set_left("hard-drive", self.tr("Nothing leaves this computer"))

    def _show_sample_began(self) -> None:
        self.status_line.set_left("refresh-cw", self.tr("Opening the sample journal…"))

    def _show_failure(self, error: AppError) -> None:
        self.status_line.set_left("triangle-alert", str(error), "trouble")

    def show_place(self) -> None:
        """Let the menus fit the page that is shown."""
        if self.open_view is not None:
            self._show_place(self.open_view.current)

    def _show_place(self, key: str) -> None:
        self.actions_by_name.allow(in_journal=True, in_editor=key == "editor")
        if key != "editor":
            self._show_usual_status()

    def _show_lock_time(self) -> None:
        minutes = self.surroundings.settings.lock_after_minutes
        words = self.tr("Locks after {count} quiet minutes").format(count=minutes)
        if minutes == 1:
            words = self.tr("Locks after a quiet minute")
        self.status_line.set_right("lock", words)

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close the journal before the window goes."""
        self.surroundings.settings.window_geometry = self.saveGeometry()
        is_held = self.closed_work.holds_words_back()
        if is_held or (self.open_view is not None and not self.close_journal()):
            event.ignore()  # words are only here, and it is said
            if self.open_view is not None and self.open_view.current == "editor":
                self.open_view.editor.unsaved.ask(is_closing=True)
            return
        self._leave_way_in()
        self._locking.forget_copied()
        super().closeEvent(event)
