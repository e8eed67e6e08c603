"""A child process on a screen: arranges one scene after another, as it is told by name.

Each line on standard input names a scene of tests/screenshots.py; the line that comes back says
that it stands there. The end of the input closes the window.
"""

import os
import sys
import tempfile
from pathlib import Path


def main(folder):
    os.environ["XDG_DATA_HOME"] = str(folder)
    # Read before QApplication: the module chooses a platform only where none is given.
    from PySide6.QtWidgets import QApplication

    from tests import screenshots

    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("Afterword")
    studio = screenshots.Studio.with_own_look(folder)
    for name in _lines():
        screenshots.SCENES[name](studio)
        print(f"standing {name}", flush=True)
    studio.window.close()
    studio.surroundings.lane.stop()
    return 0


def _lines():
    from PySide6.QtCore import QEventLoop, QSocketNotifier

    waiting, loop = [], QEventLoop()

    def take():
        read = os.read(0, 4096).decode()
        waiting.extend(read.split() if read else [""])
        loop.quit()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(take)
    while True:
        while not waiting:
            loop.exec()  # a screen reader asks meanwhile, and Qt must answer
        name = waiting.pop(0)
        if not name:
            return
        yield name


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        sys.exit(main(Path(own)))
