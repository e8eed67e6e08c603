"""A child process: opens a journal and locks it as Ctrl+L does, until the unlock page is painted.

A lock replaces the process, so this module begins a second time in the same one. Prints the
milliseconds from the lock to the paint.
"""

import os
import sys
import time
from pathlib import Path

_LOCKED_AT = "AFTERWORD_BENCH_LOCKED_AT"


def main():
    """Open and lock; or, begun afresh by the lock, tell."""
    if _LOCKED_AT in os.environ:
        return _begun_afresh()
    return _opened_and_locked(Path(sys.argv[1]))


def _opened_and_locked(folder):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import build_workshop
    from app.ui.application import make_surroundings
    from app.ui.replacing import FreshProcess
    from app.ui.settings import Settings
    from app.ui.window import Window
    from tests.benchmarks.journals import PASSPHRASE
    from tests.benchmarks.painting import WINDOW_SIZE, Painted, settle

    _application = QApplication(sys.argv[:1])
    settings = Settings(Path(os.environ["XDG_DATA_HOME"]) / "settings.ini")
    surroundings = make_surroundings(build_workshop, settings)
    surroundings.replacing = FreshProcess()
    window = Window(surroundings, folder.parent)
    window.resize(*WINDOW_SIZE)
    window.show_way_in(folder)
    window.show()
    window.activateWindow()
    QTest.qWait(200)
    edit = window.way_in.passphrase_field.edit
    QTest.keyClicks(edit, PASSPHRASE)
    watch = Painted(window)
    window.opened.connect(watch.armed)
    watch.milliseconds_after(lambda: QTest.keyClick(edit, Qt.Key.Key_Return))
    settle(surroundings.lane)
    os.environ[_LOCKED_AT] = repr(time.monotonic())
    window.lock()
    raise SystemExit("the process was not replaced")


def _begun_afresh():
    from app.__main__ import main as run_program
    from app.ui.window import Window
    from tests.benchmarks.first_paint import watched

    watched(Window, _on_painted)
    return run_program()


def _on_painted():
    print((time.monotonic() - float(os.environ[_LOCKED_AT])) * 1000, flush=True)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
