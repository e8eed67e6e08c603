"""A child process: `python -m app window JOURNAL`, which says when its window is painted."""

import os
import sys

from app.__main__ import main as run_program


def _on_painted():
    print("painted", flush=True)
    os._exit(0)


def main():
    """Watch the program's own window and run the program."""
    from app.ui.window import Window
    from tests.benchmarks.first_paint import watched

    watched(Window, _on_painted)
    sys.argv = ["afterword", "window", sys.argv[1]]
    return run_program()


if __name__ == "__main__":
    sys.exit(main())
