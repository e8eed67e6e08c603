"""The only place that builds concrete parts and joins them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import assets
from app.data_folder import data_folder

if TYPE_CHECKING:
    from app.rendering.typst_pages import PageSetter
    from app.services.file_kind import FileKind
    from app.services.ports import DocumentWriter
    from app.services.workshop import Workshop
    from app.ui.replacing import NextStart


class SystemClock:
    """The computer's clock, in its own zone."""

    def now(self) -> datetime:
        """Give the present moment."""
        return datetime.now().astimezone()


def _today() -> date:
    return SystemClock().now().date()


def build_workshop() -> Workshop:
    """Join the real parts: the vault, the forms, the renderers and the clock."""
    # The parts are read only here: the window is painted before the first of them is needed.
    from app.formspec.files import FormFiles
    from app.formspec.folder import FormFolder
    from app.formspec.regulator_folder import RegulatorFolder
    from app.formspec.theme_file import ThemeFile
    from app.importing.reading import Sources
    from app.open_format.open_folders import OpenFolders
    from app.privacy.finder import Finder
    from app.rendering.plain_lines import plain_lines
    from app.rendering.typst_pages import PageSetter, PageSvgMaker
    from app.services.backups import Backups
    from app.services.exporting import Exporting
    from app.services.keys import Keys
    from app.services.repairing import Repairing
    from app.services.unlocking import Unlocking
    from app.services.workshop import Workshop
    from app.spelling.speller import Speller
    from app.vault.keeper import Keeper
    from app.vault.key_changes import KeyChanges
    from app.vault.open_journals import OpenJournals
    from app.vault.restoring import Restorer
    from app.vault.salvage import Salvage
    from app.vault.seen_heads import SeenHeads
    from app.word_forms.process import FormProcess

    open_journals, seen_heads = OpenJournals(), SeenHeads(data_folder() / "seen")
    shelf = FormFolder(assets.forms_folder())
    # One setter for PDF and preview: it keeps its fonts, and the pages are the same.
    setter = PageSetter()
    return Workshop(
        unlocking=Unlocking(Keeper(open_journals=open_journals, seen_heads=seen_heads)),
        shelf=shelf,
        exporting=Exporting(_writers(setter)),
        pages=PageSvgMaker(setter),
        clock=SystemClock(),
        sample_folder=assets.resource("sample", "journal"),
        backups=Backups(
            Restorer(seen_heads=seen_heads, open_journals=open_journals), SystemClock()
        ),
        keys=Keys(KeyChanges(open_journals)),
        repairing=Repairing(Salvage(open_journals, seen_heads=seen_heads), shelf),
        speller=Speller(assets.resource("dictionaries")),
        identifier_finder=Finder(),
        form_files=FormFiles(),
        reader=Sources(),
        word_form_reader=FormProcess(),
        copy_folders=OpenFolders(assets.resource("schema")),
        plain_lines=plain_lines,
        regulators=RegulatorFolder(assets.resource("regulators"), assets.resource("frameworks")),
        inner_forms=FormFolder(assets.resource("forms")),
        themes=ThemeFile(assets.resource("themes_of_the_field.toml")),
    )


def _writers(setter: PageSetter) -> dict[FileKind, DocumentWriter]:
    from app.rendering.html import HtmlWriter
    from app.rendering.markdown_text import MarkdownWriter
    from app.rendering.text_file import TextWriter
    from app.rendering.typst_pages import ArchivePdfWriter, PdfWriter
    from app.rendering.word_file import WordWriter
    from app.services.file_kind import FileKind

    return {
        FileKind.PDF: PdfWriter(setter),
        FileKind.ARCHIVE_PDF: ArchivePdfWriter(_today, setter),
        FileKind.WORD: WordWriter(),
        FileKind.WEB_PAGE: HtmlWriter(),
        FileKind.MARKDOWN: MarkdownWriter(),
        FileKind.TEXT: TextWriter(),
    }


def run_command(arguments: Sequence[str]) -> int:
    """Run one command of the command line; give its exit code."""
    from app.cli.commands import Doors
    from app.cli.run import run

    return run(arguments, build_workshop(), Doors(run_window))


def run_window(folder: Path | None = None) -> int:
    """Open the window, on a journal's folder if one is given; give the exit code."""
    from app.ui.replacing import NextStart

    return _run_window(NextStart(folder=folder))


def run_after_lock(arguments: Sequence[str]) -> int:
    """Open the window where the process that locked and was replaced would have gone on."""
    from app.ui.replacing import NextStart

    return _run_window(NextStart.from_arguments(arguments))


def run_form_reader() -> int:
    """Answer one question about an organisation's Word form, in a process without a journal."""
    from app.word_forms.child import run

    return run()


def _run_window(start: NextStart) -> int:
    # Qt is loaded only here, so that commands start fast and run without it.
    from app.ui.application import run
    from app.vault.place import is_journal

    return run(build_workshop, is_journal, start, sys.argv[:1])
