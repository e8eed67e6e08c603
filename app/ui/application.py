"""Starts the window: Qt, the look, the lane, and what happens when a bug of ours shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication

from app.ui.asking import SystemAsker
from app.ui.capture import CaptureShield
from app.ui.collecting import Collector, keep_what_is_loaded
from app.ui.first_window import FirstWindow
from app.ui.idle_lock import IdleLock
from app.ui.lane import Lane
from app.ui.late_start import LateStart
from app.ui.look import Look
from app.ui.replacing import FreshProcess, NextStart
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.system_dates import name_country_of_dates
from app.ui.system_theme import theme_to_show
from app.ui.window import Window

if TYPE_CHECKING:
    from app.services.workshop import Workshop

_NAME = "Afterword"
_MOST_WAITING_SECONDS = 0.001


def run(
    make_workshop: Callable[[], Workshop],
    is_journal: Callable[[Path], bool],
    start: NextStart,
    arguments: Sequence[str],
) -> int:
    """Show the window until it is closed; give the exit code."""
    name_country_of_dates(os.environ)
    application = QApplication(list(arguments))
    application.setApplicationName(_NAME)
    application.setApplicationDisplayName(_NAME)
    application.setDesktopFileName("afterword")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    data_folder = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    )
    first = FirstWindow(data_folder)
    if not first.is_ours() and _is_handed_over(first, start):
        return 0
    surroundings = make_surroundings(make_workshop, Settings(data_folder / "settings.ini"))
    surroundings.replacing = FreshProcess()
    window = Window(surroundings, data_folder / "journals")
    hook = BugHook(window)
    surroundings.lane.broke.connect(hook.on_bug)
    sys.excepthook = hook.catch
    IdleLock(surroundings.settings, window)
    CaptureShield(surroundings.settings, window)
    LateStart(window, first)
    Collector(window)
    Rest(window)
    window.restoreGeometry(surroundings.settings.window_geometry)
    # By this is_journal: to ask the workshop would be to make it before anything is painted.
    window.begin(start, is_journal)
    window.show()
    code = application.exec()
    surroundings.lane.stop()
    return code


class Rest(QObject):
    """Waits until everything is loaded, to have Python interrupt the window less."""

    def __init__(self, window: Window) -> None:
        """Wait for this window."""
        super().__init__(window)
        self._window = window
        window.late.loaded.connect(self.begin)

    def begin(self) -> None:
        """Keep what is loaded, unless a journal is open already: what was written is not kept."""
        if self._window.open_view is None:
            keep_what_is_loaded()
        # Whoever waits for the interpreter, the lane or the window, gets it after 1 ms, not 5.
        sys.setswitchinterval(_MOST_WAITING_SECONDS)


def _is_handed_over(first: FirstWindow, start: NextStart) -> bool:
    from app.ui.handing_over import hand_over

    # A first window that does not answer must not keep anyone from writing.
    return hand_over(first.socket_name(), start.folder)


def make_surroundings(make_workshop: Callable[[], Workshop], settings: Settings) -> Surroundings:
    """Make what every page is given."""
    look = Look()
    look.set_theme(theme_to_show(settings.theme))
    look.set_scale(settings.scale)
    look.set_spacing(settings.is_dyslexia_spacing)
    look.apply()
    asker = SystemAsker(settings.folder / "dialogs")
    return Surroundings(look, Lane(), make_workshop, asker, settings)


class BugHook(QObject):
    """What happens when a bug of ours shows: save, lock, and say so without any content."""

    def __init__(self, window: Window) -> None:
        """Watch over this window."""
        super().__init__(window)
        self._window = window
        self._is_locking = False

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Stand in for Python's own hook, which would print what was written."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        self._tell(error, trace)

    def on_bug(self, error: BaseException) -> None:
        """Take a bug that showed on the lane."""
        self._tell(error, error.__traceback__)

    def _tell(self, error: BaseException, trace: TracebackType | None) -> None:
        # The kind of error and the places it passed; no message, no values: they could be words.
        print(f"Afterword: a bug showed itself: {type(error).__name__}", file=sys.stderr)  # noqa: T201
        while trace is not None:
            code = trace.tb_frame.f_code
            place = f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
            print(place, file=sys.stderr)  # noqa: T201
            trace = trace.tb_next
        if not self._is_locking:
            self._is_locking = True
            try:
                self._window.lock_after_bug(type(error).__name__)
            finally:
                self._is_locking = False
