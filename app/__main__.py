"""The two ways in: `afterword` opens the window, `afterword COMMAND …` runs without one."""

from __future__ import annotations

import sys

from app import bootstrap


def main() -> int:
    """Run a command, or open the window where none is given."""
    arguments = sys.argv[1:]
    return bootstrap.run_command(arguments) if arguments else window()


def window() -> int:
    """Open the window."""
    return bootstrap.run_window()


if __name__ == "__main__":
    sys.exit(main())
