"""A parser of the command line that never repeats what was typed: it could be a secret."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import NoReturn

_OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
# What argparse says in these cases ends in the typed words.
_REPEATS = re.compile(r"(?P<argument>argument [^:]+): (?:invalid|ignored) .*", re.DOTALL)
_REPEATS_NOTHING = ("argument ", "one of the arguments ", "the following arguments are required")


class QuietParser(argparse.ArgumentParser):
    """Tells what was not understood by the option's name only."""

    def options_from(self, typed: Sequence[str]) -> argparse.Namespace:
        """Read what was typed; what is left over ends the program with exit code 2."""
        options, rest = self.parse_known_args(typed)
        if rest:
            names = [match[0] for each in rest if (match := _OPTION.match(each))]
            self.error(f"not understood: {names[0]}" if names else "more was typed than is asked")
        return options

    def error(self, message: str) -> NoReturn:
        """End the program with exit code 2 and one sentence that holds no typed word."""
        if repeating := _REPEATS.fullmatch(message):
            message = f"{repeating['argument']}: not one of those that --help lists"
        elif not message.startswith((*_REPEATS_NOTHING, "not understood: ", "more was typed")):
            message = "the command was not understood"
        super().error(message)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program after what was printed has arrived."""
        sys.stdout.flush()
        super().exit(status, message)
