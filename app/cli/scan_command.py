"""The command that finds possible identifiers in a text file; no journal is opened for it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.cli.printing import tell, tell_json
from app.domain.identifier import Confidence, PossibleIdentifier
from app.services.identifier_words import kind_words
from app.services.scan_files import read_people, read_text
from app.services.workshop import Workshop

_DONE = 0
_ABOUT = """\
Finds possible identifiers in a text: names, places, numbers, dates and what else may tell who
somebody is. Nothing is changed, kept or sent. It is an aid, no promise: read the text yourself.
A people file is TOML: "Child A" = ["a name", "a nickname"].
"""
_SURE = {
    Confidence.CERTAIN: "certain",
    Confidence.LIKELY: "likely",
    Confidence.WORTH_A_LOOK: "worth a look",
}


def add_scan_command(add: Callable[..., Any]) -> None:
    """Add the command."""
    scan = add(
        "scan",
        help="find possible identifiers in a text file",
        description=_ABOUT,
        allow_abbrev=False,
    )
    scan.add_argument("file", metavar="FILE", type=Path, help="plain text or Markdown, in UTF-8")
    scan.add_argument("--people", metavar="FILE.toml", type=Path, help="names that you know of")
    scan.add_argument("--json", action="store_true", help="as JSON")


class ScanCommand:
    """One command."""

    def __init__(self, workshop: Workshop, options: Namespace) -> None:
        """Take the services and what was typed."""
        self._workshop, self._options = workshop, options

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"scan": self.scan}

    def scan(self) -> int:
        """Tell what was found, in the order of the text."""
        options = self._options
        people = read_people(options.people) if options.people else ()
        text = read_text(options.file)
        found = self._workshop.identifier_finder.find(text, people)
        if options.json:
            tell_json([_plain(text, each) for each in found])
            return _DONE
        tell(*(_line(text, each) for each in found))
        noun = "possible identifier" if len(found) == 1 else "possible identifiers"
        tell(f"{len(found)} {noun}. Read the text yourself too: not everything can be found.")
        return _DONE


def _plain(text: str, found: PossibleIdentifier) -> dict[str, Any]:
    return {
        "start": found.start,
        "end": found.end,
        "text": text[found.start : found.end],
        "kind": found.kind.value,
        "confidence": _SURE[found.confidence],
        "reason": found.reason,
        "suggestion": found.suggestion,
    }


def _line(text: str, found: PossibleIdentifier) -> str:
    line = text.count("\n", 0, found.start) + 1
    words = " ".join(text[found.start : found.end].split())
    instead = f" → {found.suggestion}" if found.suggestion else ""
    return f"line {line}: “{words}”: {kind_words(found.kind)}, {_SURE[found.confidence]}{instead}"
