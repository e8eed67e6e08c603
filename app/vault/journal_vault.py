"""One open journal: small parts that share one connection, behind one face."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import JournalError, NoSuchReflection
from app.domain.finding import Found, OpenAction, ReflectionOutline, Search
from app.domain.form import FormDefinition
from app.domain.left_open import LeftOpen
from app.domain.older_journal import OlderJournal
from app.domain.progress import Progress, unwatched
from app.domain.reflection import Reflection
from app.domain.repair import CheckReport, NextStep, Trouble
from app.domain.secret import Secret
from app.vault.all_actions import AllActions
from app.vault.as_saved import read_as_saved
from app.vault.bin import Bin
from app.vault.checking import check
from app.vault.connection import Database
from app.vault.copies import Copies
from app.vault.crash_check import CrashCheck
from app.vault.evidence import EvidenceTable
from app.vault.follow_ups import FollowUps
from app.vault.freshness import Freshness
from app.vault.imports import Imports
from app.vault.index_rebuild import rebuild_index
from app.vault.keeping import KeepingTable
from app.vault.kept_forms import KeptForms
from app.vault.links import Links
from app.vault.newest import Newest
from app.vault.open_actions import OpenActions
from app.vault.open_copies import OpenCopyShelf
from app.vault.overview import Overview
from app.vault.own_forms import OwnFormTable
from app.vault.own_words import OwnWords
from app.vault.preferences import Preferences
from app.vault.present_keys import PresentKeys
from app.vault.reflections import Reflections
from app.vault.renaming import Renaming
from app.vault.revisions import Head, Revisions
from app.vault.saving import Saving
from app.vault.search import Finder
from app.vault.seen_heads import SeenHeadFile
from app.vault.session_mark import SessionMark
from app.vault.stored_text import cleaned
from app.vault.versions import Versions
from app.vault.word_forms import WordFormTable
from app.vault.word_index import WordIndex
from app.vault.words_mark import WordsMark


class JournalVault:
    """What the services call the vault. It belongs to the thread that opened it."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        seen: SeenHeadFile | None = None,
        warning: OlderJournal | None = None,
        left_open: LeftOpen | None = None,
    ) -> None:
        self._folder, self._database = folder, database
        self._reflections, self._revisions = Reflections(database), Revisions(database)
        self._forms = KeptForms(database)
        self._preferences = Preferences(database)
        self._word_index = WordIndex(database, self._reflections)
        self.actions = AllActions(database, self._forms)
        self._finder = Finder(database, self._reflections, self._forms, self._word_index)
        self.overview = Overview(database, self._finder)
        self._present_keys = PresentKeys(folder, database)
        self.copies = Copies(folder, database, self._present_keys)
        self.words_mark = WordsMark(database)
        self._mark = SessionMark(database, left_open)
        self._newest = Newest(database, self._reflections, self._forms)
        self.keeping = KeepingTable(database, self._revisions)
        self.links, self.follow_ups = Links(database), FollowUps(database)
        self.own_forms = OwnFormTable(database)
        self.own_words, self.word_forms = OwnWords(database), WordFormTable(database)
        self.evidence = EvidenceTable(database, self.keeping)
        tables = (self._reflections, self._revisions, self.keeping)
        self.versions = Versions(database, (*tables, self.evidence))
        found_by = (self._word_index, self._finder)
        self._saving = Saving(database, tables, found_by, self._mark)
        of_bin = (*tables, self._forms, self.evidence)
        self.bin = Bin(database, of_bin, self._word_index, self._list_anew)
        self.imports = Imports(database, self._saving, self.keeping, self.bin)
        self.renaming = Renaming(database, self._saving, self._revisions, self.bin)
        self.open_copy = OpenCopyShelf(database, self._forget_found)
        self._freshness = Freshness(self._revisions, seen, warning)
        self._freshness.note(is_closed=True)
        database.when_written(self._freshness.note)

    @property
    def name(self) -> str:
        """The journal's name: the name of its folder."""
        return self._folder.name

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        return self._folder

    @property
    def is_closed(self) -> bool:
        """Say whether the journal has been closed."""
        return self._database.is_closed

    @property
    def warning(self) -> OlderJournal | None:
        """Say whether this is an older journal than the one this computer saw last."""
        return self._freshness.warning

    def accept_as_newest(self) -> None:
        """Go on with this journal in spite of the warning; it is not given again."""
        self._freshness.accept()

    @property
    def left_open(self) -> LeftOpen | None:
        """Say what the last session left, if it was not closed."""
        return self._mark.found

    def opens_with(self, secret: Secret) -> bool:
        """Say whether this secret opens the journal that is open.

        Raises:
            NotEnoughMemory: it could not be tried.
        """
        return self._present_keys.open_with(secret)

    def crash_check(self) -> CrashCheck:
        """Begin the check that follows a session that was not closed."""
        return CrashCheck(self._database)

    def put(self, reflection: Reflection) -> None:
        """Store a reflection as it is now; when it returns, the words are on the disk.

        Raises:
            NotSaved: nothing was changed.
            OnHold, InBin, NoSuchReflection: it may not be written in, or is gone for good.
        """
        self._saving.put(reflection)

    def put_all(self, reflections: Sequence[Reflection], progress: Progress = unwatched) -> None:
        """Store many reflections in one transaction, each as a closed version of its own.

        Raises:
            OnHold, InBin, NoSuchReflection, NotSaved, Cancelled: nothing was changed.
        """
        for reflection in reflections:
            self.seal(reflection.id)
        self._saving.put_all(reflections, progress)

    def seal(self, reflection_id: str) -> None:
        """Close the present version: the next change begins a new one."""
        self._revisions.seal(cleaned(reflection_id))

    def get(self, reflection_id: str) -> Reflection:
        """Read a reflection.

        Raises:
            NoSuchReflection: the journal holds none with this id.
            NotAsSaved: it is not what was saved last.
        """
        found = self._reflections.id_of(cleaned(reflection_id))
        if found is None:
            raise NoSuchReflection("The journal does not hold this reflection.")
        return read_as_saved(found, self._reflections, self._revisions)

    def version_count(self, reflection_id: str) -> int:
        """Say how many versions of a reflection are kept."""
        return self._revisions.count(cleaned(reflection_id))

    def find(self, search: Search) -> Found:
        """Find reflections, newest writing first."""
        return self._finder.find(search)

    def words_like(self, words: str) -> tuple[str, ...]:
        """Give what was probably meant by words of which some are nowhere, the likeliest first."""
        return self._finder.words_like(words)

    def read_ahead(self, progress: Progress) -> None:
        """Read what every search needs, before anybody searches.

        Raises:
            Cancelled: something else is to be done.
        """
        self._finder.read_ahead(progress)

    def newest(self, limit: int, *, drafts_only: bool = False) -> tuple[ReflectionOutline, ...]:
        """Give the reflections begun last, newest first; quick in a journal of any size."""
        return self._newest.outlines(limit, drafts_only=drafts_only)

    def reflections(self, search: Search) -> tuple[Reflection, ...]:
        """Read whole reflections that match, newest writing first."""
        return self._finder.reflections(search)

    def open_actions(self, limit: int) -> tuple[OpenAction, ...]:
        """Give the actions still to be done, the soonest due first, undated ones last."""
        return OpenActions(self._database, self._reflections, self._forms).first(limit)

    def themes(self) -> tuple[tuple[str, int], ...]:
        """Give every theme in use with how often, most used first."""
        return self._reflections.themes()

    def form_use(self) -> tuple[tuple[str, int], ...]:
        """Give every form id in use with how many reflections, most used first."""
        return self._reflections.form_use()

    def keep_form(self, form: FormDefinition) -> None:
        """Keep this version of a form with the journal; the version kept first stays."""
        self._forms.keep(form)

    def form(self, form_id: str, version: int) -> FormDefinition:
        """Give a form version that was kept.

        Raises:
            NoSuchForm: this version was never kept.
        """
        return self._forms.form(form_id, version)

    def preference(self, name: str) -> str | None:
        """Read one of the person's own preferences that must stay inside the vault."""
        return self._preferences.value(name)

    def preferences_beginning(self, start: str) -> tuple[tuple[str, str], ...]:
        """Give the preferences whose names begin so, by name."""
        return self._preferences.beginning(start)

    def set_preference(self, name: str, value: str) -> None:
        """Store one of the person's own preferences."""
        self._preferences.store(name, value)

    def head(self) -> Head:
        """Say where the record of changes ends, to be remembered outside the vault."""
        return self._revisions.head()

    def trouble(self) -> tuple[str, ...]:
        """Check every page and the record of changes; give a sentence for each thing wrong."""
        return self.check(unwatched).sentences

    def check(self, progress: Progress) -> CheckReport:
        """Check every page, the record of changes and the lists made from them.

        Raises:
            Cancelled: the person stopped it.
        """
        report = check(self._database, (self._reflections, self._revisions), progress)
        if self.warning is None:
            return report
        older = Trouble(self.warning.words(), NextStep.LOOK_FOR_NEWER)
        return CheckReport((older, *report.troubles))

    def rebuild_index(self, progress: Progress) -> None:
        """Make the search index and the list of actions anew from what was written.

        Raises:
            JournalDamaged: a damaged page forbids it; nothing was changed.
            Cancelled, NotSaved: nothing was changed.
        """
        rebuild_index(self._database, self._reflections, progress)
        self._forget_found()

    def _forget_found(self) -> None:
        self._word_index.forget()
        self._finder.forget_all()

    def close(self) -> None:
        """Close the journal; the keys are forgotten. Closing it twice does no harm."""
        if not self.is_closed:
            # What cannot be indexed now is noted, and is at the next search. Where the mark stays,
            # the next opening says more than it needs to.
            with contextlib.suppress(JournalError):
                if self._mark.may_be_there or self._word_index.has_waiting():
                    self._database.write(self._put_in_order)
            self._freshness.note(is_closed=True)
        self._finder.forget_all()
        self._saving.forget()
        self._database.close()

    def _put_in_order(self) -> None:
        self._word_index.index_waiting()
        self._mark.remove()

    def _list_anew(self, reflection: int) -> None:
        self._finder.forget(reflection)
        self._finder.forget_order()
