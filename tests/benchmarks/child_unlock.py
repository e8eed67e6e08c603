"""A child process: unlocks a journal as a person does, to the painted home screen.

Prints, as JSON, how long that took, how long the key derivation in it took, and what was held in
memory when the window had come to rest.
"""

import json
import sys
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import build_workshop
from app.ui.application import make_surroundings
from app.ui.settings import Settings
from app.ui.window import Window
from app.vault import keys
from tests.benchmarks.journals import PASSPHRASE
from tests.benchmarks.measuring import timed
from tests.benchmarks.memory_use import forget_peak, resident_mib
from tests.benchmarks.painting import WINDOW_SIZE, Painted, settle

_TO_REST_MS = 1000


class Opened:
    """Notes the memory at the moment when the journal is open."""

    def __init__(self):
        self.peak_mib = None

    def on_opened(self, _desk):
        self.peak_mib = resident_mib()[1]
        forget_peak()


def main():
    """Unlock and tell."""
    folder = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    with TemporaryDirectory() as own:
        surroundings = make_surroundings(build_workshop, Settings(Path(own) / "settings.ini"))
        window = Window(surroundings, Path(own))
        window.resize(*WINDOW_SIZE)
        window.show_way_in(folder)
        window.show()
        window.activateWindow()
        QTest.qWait(200)
        told = _unlock(window)
        QTest.qWait(_TO_REST_MS)
        told["home_mib"], told["home_peak_mib"] = resident_mib()
        window.close()
        surroundings.lane.stop()
    print(json.dumps(told), flush=True)
    application.quit()


def _unlock(window):
    edit = window.way_in.passphrase_field.edit
    QTest.keyClicks(edit, PASSPHRASE)
    QTest.qWait(100)
    locked_mib = resident_mib()[0]
    opened, derivation = Opened(), FirstDerivation()
    window.opened.connect(opened.on_opened)
    watch = Painted(window)
    _arm_when_home_is_filled(watch)
    taken = watch.milliseconds_after(lambda: QTest.keyClick(edit, Qt.Key.Key_Return))
    settle(window.surroundings.lane)
    return {
        "unlock_ms": taken,
        "derivation_ms": derivation.taken_ms,
        "locked_mib": locked_mib,
        "unlock_peak_mib": opened.peak_mib,
    }


def _arm_when_home_is_filled(watch):
    from app.ui.pages.home import HomePage

    usual = HomePage._show

    @wraps(usual)  # Qt looks the slot up by its name
    def show(page, home):
        usual(page, home)
        watch.armed()

    HomePage._show = show


class FirstDerivation:
    """Times the first key derivation where it happens: another one later meets other loads."""

    def __init__(self):
        self.taken_ms = None
        self._usual = keys.derived_key
        keys.derived_key = self._timed

    def _timed(self, *arguments):
        key, taken = timed(lambda: self._usual(*arguments))
        self.taken_ms = self.taken_ms or taken
        return key


if __name__ == "__main__":
    main()
