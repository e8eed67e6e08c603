"""What watches over the window, begun after its first paint so that nothing waits for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from app.ui.first_window import FirstWindow
from app.ui.window import Window

_AFTER_PAINT_MS = 300


class LateStart(QObject):
    """Begins the session's watches and listens for a second start of the program."""

    def __init__(self, window: Window, first: FirstWindow) -> None:
        """Wait for this window to be painted."""
        super().__init__(window)
        self._window = window
        self._first = first
        window.installEventFilter(self)

    def begin(self) -> None:
        """Load what watches and listens, and begin."""
        from app.ui.handing_over import Reception
        from app.ui.session_watch import watches_for

        for watch in watches_for(self._window):
            watch.locked.connect(self._window.lock)
        if self._first.is_held:
            reception = Reception(self._first.socket_name(), self)
            reception.asked.connect(self.come_forward)

    def come_forward(self, folder: Path | None) -> None:
        """Show the window, and a journal that a second start asked for if none is open here."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        if folder is None or folder == window.folder:
            return
        if window.open_view is None and window.folder_of_shown_words() is None:
            window.show_unlock(folder)
        else:
            words = self.tr("Another journal was asked for. To open it, use Journal, Open another.")
            window.status_line.set_left("info", words)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a little after the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_AFTER_PAINT_MS, self, self.begin)
        return False
