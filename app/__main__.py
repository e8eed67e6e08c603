"""The two ways in: `afterword` opens the window, `afterword COMMAND …` runs without one."""

from __future__ import annotations

import sys
from pathlib import Path

from app import bootstrap, hardening


def main() -> int:
    """Run a command, or open the window where none is given."""
    hardening.harden()
    match sys.argv[1:]:
        case []:
            return bootstrap.run_window()
        case ["window", "--after-lock", *arguments]:
            # Said by the program to itself (app/ui/replacing.py).
            return bootstrap.run_after_lock(arguments)
        case ["read-word-form"]:
            # Said by the program to itself (app/word_forms/process.py).
            return bootstrap.run_form_reader()
        case ["window", journal] if not journal.startswith("-"):
            # Past the commands: reading them all would hold up the first paint.
            return bootstrap.run_window(Path(journal))
        case arguments:
            return bootstrap.run_command(arguments)


def window() -> int:
    """Open the window: a second name for systems that start windows by a program of their own."""
    return main()


if __name__ == "__main__":
    sys.exit(main())
