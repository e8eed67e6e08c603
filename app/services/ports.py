"""What the services need from the parts below them, named as Protocols; bootstrap hands them in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.errors import FormError
from app.domain.finding import Found, ReflectionOutline, Search
from app.domain.form import FormDefinition
from app.domain.left_open import CheckStep, LeftOpen
from app.domain.older_journal import OlderJournal
from app.domain.progress import Progress
from app.domain.reflection import Reflection
from app.domain.secret import Secret
from app.services.action_ports import ActionVault
from app.services.backup_ports import VaultCopies
from app.services.evidence_ports import EvidenceShelf
from app.services.follow_up_ports import FollowUpShelf
from app.services.form_ports import OwnFormShelf
from app.services.history_ports import BinShelf, KeepingShelf, VersionShelf
from app.services.import_ports import ImportShelf
from app.services.key_ports import WordsMark
from app.services.link_ports import LinkShelf
from app.services.open_copy_ports import OpenCopyShelf
from app.services.overview_ports import CountedVault
from app.services.repair_ports import CheckedVault
from app.services.spelling_ports import OwnWordShelf
from app.services.theme_ports import RenamingShelf
from app.services.word_form_ports import WordFormShelf
from app.summary.document import Document
from app.summary.lengths import MeasuredPages


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Give the present moment, aware, in the person's own zone."""
        ...


class FormShelf(Protocol):
    """The forms that can be picked, and those that could not be read."""

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the newest version of every form that reads, in the order to show."""
        ...

    def problems(self) -> tuple[FormError, ...]:
        """Give what is wrong with the files that do not read."""
        ...


class SteppedCheck(Protocol):
    """A check of every page that gives way to other work between its steps."""

    def go_on(self, progress: Progress) -> CheckStep:
        """Take the next step.

        Raises:
            Cancelled: progress said so; the same step can be taken again.
        """
        ...


class RecordEnd(Protocol):
    """Where the record of changes ends."""

    @property
    def chain(self) -> str:
        """What stands for everything that was recorded, in hexadecimal digits."""
        ...


class Vault(ActionVault, CheckedVault, CountedVault, Protocol):
    """One open journal. Every call runs on one thread: the connection belongs to it."""

    @property
    def name(self) -> str:
        """The journal's name: the name of its folder."""
        ...

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        ...

    @property
    def copies(self) -> VaultCopies:
        """The snapshots and backups that this journal makes of itself."""
        ...

    @property
    def warning(self) -> OlderJournal | None:
        """Say whether this is an older journal than the one this computer saw last."""
        ...

    @property
    def left_open(self) -> LeftOpen | None:
        """Say what the last session left, if it was not closed."""
        ...

    def opens_with(self, secret: Secret) -> bool:
        """Say whether this secret opens the journal that is open.

        Raises:
            NotEnoughMemory: it could not be tried.
        """
        ...

    def crash_check(self) -> SteppedCheck:
        """Begin the check that follows a session that was not closed."""
        ...

    def accept_as_newest(self) -> None:
        """Go on with this journal in spite of the warning; it is not given again."""
        ...

    @property
    def words_mark(self) -> WordsMark:
        """Whether somebody holds its recovery words."""
        ...

    @property
    def versions(self) -> VersionShelf:
        """The versions of its reflections."""
        ...

    @property
    def keeping(self) -> KeepingShelf:
        """What was decided about keeping its reflections."""
        ...

    @property
    def own_words(self) -> OwnWordShelf:
        """The words that the person's own spelling list knows."""
        ...

    @property
    def word_forms(self) -> WordFormShelf:
        """The organisation's own Word forms."""
        ...

    @property
    def open_copy(self) -> OpenCopyShelf:
        """Everything that it holds, to be written out or filled in."""
        ...

    @property
    def own_forms(self) -> OwnFormShelf:
        """The person's own forms."""
        ...

    @property
    def links(self) -> LinkShelf:
        """Which of its reflections belong together."""
        ...

    @property
    def follow_ups(self) -> FollowUpShelf:
        """Which of its reflections come back, and when."""
        ...

    @property
    def imports(self) -> ImportShelf:
        """What came into it from elsewhere."""
        ...

    @property
    def evidence(self) -> EvidenceShelf:
        """The files that are kept with its reflections."""
        ...

    @property
    def bin(self) -> BinShelf:
        """Its bin."""
        ...

    @property
    def renaming(self) -> RenamingShelf:
        """Where its reflections get another name for a theme."""
        ...

    @property
    def is_closed(self) -> bool:
        """Say whether the journal has been closed."""
        ...

    def put(self, reflection: Reflection) -> None:
        """Store a reflection as it is now; when it returns, the words are on the disk.

        Raises:
            NotSaved: nothing was changed.
            OnHold, InBin, NoSuchReflection: it may not be written in, or is gone for good.
        """
        ...

    def seal(self, reflection_id: str) -> None:
        """Close the present version: the next change begins a new one."""
        ...

    def get(self, reflection_id: str) -> Reflection:
        """Read a reflection.

        Raises:
            NoSuchReflection: the journal holds none with this id.
        """
        ...

    def version_count(self, reflection_id: str) -> int:
        """Say how many versions of a reflection are kept."""
        ...

    def find(self, search: Search) -> Found:
        """Find reflections, newest writing first."""
        ...

    def words_like(self, words: str) -> tuple[str, ...]:
        """Give what was probably meant by words of which some are nowhere, the likeliest first."""
        ...

    def read_ahead(self, progress: Progress) -> None:
        """Read what every search needs, before anybody searches."""
        ...

    def newest(self, limit: int, *, drafts_only: bool = False) -> tuple[ReflectionOutline, ...]:
        """Give the reflections begun last, newest first; quick in a journal of any size."""
        ...

    def reflections(self, search: Search) -> tuple[Reflection, ...]:
        """Read whole reflections that match, newest writing first."""
        ...

    def head(self) -> RecordEnd:
        """Say where the record of changes ends now."""
        ...

    def keep_form(self, form: FormDefinition) -> None:
        """Keep this version of a form with the journal, so that its reflections stay readable."""
        ...

    def form(self, form_id: str, version: int) -> FormDefinition:
        """Give a form version that was kept.

        Raises:
            NoSuchForm: this version was never kept.
        """
        ...

    def preference(self, name: str) -> str | None:
        """Read one of the person's own preferences that must stay inside the vault."""
        ...

    def preferences_beginning(self, start: str) -> tuple[tuple[str, str], ...]:
        """Give the preferences whose names begin so, by name."""
        ...

    def set_preference(self, name: str, value: str) -> None:
        """Store one of the person's own preferences."""
        ...

    def trouble(self) -> tuple[str, ...]:
        """Check every page and the record of changes; give a sentence for each thing wrong."""
        ...

    def close(self) -> None:
        """Close the journal; the keys are forgotten."""
        ...


class DocumentWriter(Protocol):
    """Turns a document into the bytes of one file format."""

    def render(self, document: Document) -> bytes:
        """Give the whole file.

        Raises:
            ExportError: the format cannot hold this document; says why.
        """
        ...


class PageMaker(Protocol):
    """Turns a document into pages: for the printer, or to be looked at; they are the same."""

    def pages(self, document: Document) -> tuple[bytes, ...]:
        """Give one SVG per A4 page, for the printer."""
        ...

    def measured(self, document: Document) -> MeasuredPages:
        """Give the pages to be looked at, and how many lines each section takes."""
        ...
