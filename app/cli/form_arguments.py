"""What can be typed after `afterword forms`."""

from __future__ import annotations

from pathlib import Path

from app.cli.parsing import QuietParser

_USAGE = """afterword forms [ID] [--journal JOURNAL] [--json]
       afterword forms check FILE [FILE …]
       afterword forms import JOURNAL FILE [--as-copy | --as-newer]
       afterword forms export JOURNAL ID FILE
       afterword forms sheet ID FILE [--journal JOURNAL]"""
_ABOUT = """\
List the forms or show one whole; with --journal, those of the journal, its own forms among them.
“check” tells every mistake of a form file with its place, one on each line.
“import” keeps a form file in the journal as one of its own forms, if all of it is right.
“export” writes a form to a file; a form holds no reflection.
“sheet” writes its questions on one page for a team, ending in .pdf, .docx, .html, .md or .txt.
"""


def form_command(forms: QuietParser) -> None:
    """Fill in the command; the files of secrets are the caller's."""
    forms.usage = _USAGE
    forms.description = _ABOUT
    forms.add_argument(
        "words",
        metavar="ID",
        nargs="*",
        help="the form to show whole, or: check FILE, import JOURNAL FILE, export JOURNAL ID FILE, "
        "sheet ID FILE",
    )
    forms.add_argument(
        "--journal", metavar="JOURNAL", type=Path, help="the forms that this journal offers"
    )
    way = forms.add_mutually_exclusive_group()
    way.add_argument(
        "--as-copy", action="store_true", help="import a form that is there already as a copy"
    )
    way.add_argument(
        "--as-newer", action="store_true", help="import it as a newer version of your own form"
    )
    forms.add_argument(
        "--strict",
        action="store_true",
        help="write nothing while a form of your own may identify somebody",
    )
    forms.add_argument("--json", action="store_true", help="as JSON")
