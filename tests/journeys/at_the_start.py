"""Child processes of test_start.py: each starts the window and prints what it saw, as JSON."""

import json
import os
import sys
from pathlib import Path

_PASSPHRASE, _STEPS, _STEP_MS = "lantern under the slow grey bridge", 1000, 10


def tell(found):
    """Print and end, at once: nothing that would still be loaded may hide it."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def paint(journal):
    """Run the program, and tell every module that was loaded when its window was painted."""
    from PySide6.QtCore import QEvent, QTimer

    from app.__main__ import main
    from app.ui.window import Window

    usual = Window.event

    def on_painted():
        tell(sorted(sys.modules))

    def event(window, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, on_painted)
        return usual(window, event)

    Window.event = event
    sys.argv = ["afterword", "window", journal]
    main()


def a_window(journal):
    """Show the unlock page, with services that nothing has loaded yet."""
    from PySide6.QtWidgets import QApplication

    from app.ui.application import make_surroundings
    from app.ui.settings import Settings
    from app.ui.window import Window

    def late_workshop():
        from tests.workshops import a_workshop

        return a_workshop()

    application = QApplication(sys.argv[:1])
    own = Path(journal).parent
    window = Window(make_surroundings(late_workshop, Settings(own / "settings.ini")), own)
    window.show_unlock(Path(journal))
    return application, window


def is_loaded():
    return "app.ui.open_view" in sys.modules and "app.vault.keeper" in sys.modules


def wait(journal):
    """Type nothing, and tell whether what an open journal needs is loaded all the same."""
    from PySide6.QtTest import QTest

    _application, window = a_window(journal)
    before = is_loaded()
    window.show()
    for _ in range(_STEPS):
        QTest.qWait(_STEP_MS)
        if is_loaded():
            break
    tell([before, is_loaded()])


def hurry(journal):
    """Give the passphrase before anything late is loaded, and tell which page is shown."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    _application, window = a_window(journal)
    before = is_loaded()
    QTest.keyClicks(window.way_in.passphrase_field.edit, _PASSPHRASE)
    QTest.keyClick(window.way_in.passphrase_field.edit, Qt.Key.Key_Return)
    for _ in range(_STEPS):
        QTest.qWait(_STEP_MS)
        if window.open_view is not None:
            break
    tell([before, window.open_view.current if window.open_view else ""])


if __name__ == "__main__":
    {"paint": paint, "wait": wait, "hurry": hurry}[sys.argv[1]](sys.argv[2])
