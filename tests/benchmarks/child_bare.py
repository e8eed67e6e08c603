"""A child process: a bare window and nothing else; says when it is painted and what it holds."""

import os
import sys

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.first_paint import watched
from tests.benchmarks.memory_use import resident_mib


class BareWindow(QWidget):
    """As empty as a window can be."""


def _on_painted():
    print("painted", flush=True)
    print(resident_mib()[1], flush=True)
    os._exit(0)


def main():
    """Show the window."""
    application = QApplication(sys.argv[:1])
    window = watched(BareWindow, _on_painted)()
    # The program's own window is no larger than the screen either.
    window.resize(QSize(1280, 800).boundedTo(window.screen().availableSize()))
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
