"""The only place that builds concrete parts and joins them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import assets
from app.formspec.folder import FormFolder
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.typst_pages import PageSetter, PageSvgMaker, PdfWriter
from app.services.exporting import Exporting
from app.services.ports import DocumentWriter
from app.services.unlocking import Unlocking
from app.services.workshop import Workshop
from app.vault.keeper import Keeper


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock, in its own zone."""

    def now(self) -> datetime:
        """Give the present moment."""
        return datetime.now().astimezone()


def build_workshop() -> Workshop:
    """Join the real parts: the vault, the forms, the renderers and the clock."""
    # One setter for PDF and preview: it keeps its fonts, and the pages are the same.
    setter = PageSetter()
    writers: dict[str, DocumentWriter] = {
        ".pdf": PdfWriter(setter),
        ".html": HtmlWriter(),
        ".md": MarkdownWriter(),
    }
    return Workshop(
        unlocking=Unlocking(Keeper()),
        shelf=FormFolder(assets.forms_folder()),
        exporting=Exporting(writers),
        pages=PageSvgMaker(setter),
        clock=SystemClock(),
        sample_folder=assets.resource("sample", "journal"),
    )


def run_command(arguments: Sequence[str]) -> int:
    """Run one command of the command line; give its exit code."""
    from app.cli.commands import Doors
    from app.cli.run import run
    from app.formspec.reading import read_form

    return run(arguments, build_workshop(), Doors(read_form, run_window))


def run_window(folder: Path | None = None) -> int:
    """Open the window, on a journal's folder if one is given; give the exit code."""
    # Qt is loaded only here, so that commands start fast and run without it.
    from app.ui.application import run

    return run(build_workshop(), folder, sys.argv[:1])
