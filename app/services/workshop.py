"""The services together, as the window and the command line receive them from bootstrap."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from app.domain.errors import WrongPassphrase, WrongRecoveryWords
from app.domain.finding import Found, Search
from app.domain.progress import Progress, unwatched
from app.domain.secret import RecoveryWords, Secret
from app.services.actions import ActionList
from app.services.backups import Backups
from app.services.bringing_in import BringingIn
from app.services.cpd import Cpd
from app.services.cpd_ports import RegulatorShelf
from app.services.desk_shelf import DeskShelf
from app.services.evidence import KeptFiles
from app.services.exporting import Exporting
from app.services.following_up import FollowingUp
from app.services.form_exchange import FormExchange
from app.services.form_notes import FormNotes
from app.services.form_ports import FormFiles
from app.services.going_on import GoingOn
from app.services.growth import Growing
from app.services.history import History
from app.services.home import MOST_LOOKS, Home, home_of, next_session
from app.services.identifier_decisions import KeptDecisions
from app.services.identifier_ports import IdentifierFinder
from app.services.import_ports import SourceReader
from app.services.journal import Journal
from app.services.keys import Keys
from app.services.likely_words import likely_searches
from app.services.linking import Linking
from app.services.noticing import Noticing
from app.services.open_copies import OpenCopies
from app.services.open_copy_ports import CopyFolders
from app.services.overviews import Overviews
from app.services.own_forms import OwnForms
from app.services.papers import Papers, PromptSheets
from app.services.people_key import PeopleKey
from app.services.places import Places
from app.services.portfolio import Portfolios
from app.services.ports import Clock, FormShelf, PageMaker, Vault
from app.services.preparing import Preparing
from app.services.release_check import ReleaseCheck
from app.services.repairing import Repairing
from app.services.retention import Retention
from app.services.sample import fill_with_sample
from app.services.saved_searches import SavedSearches
from app.services.sessions import Sessions
from app.services.spelling import Spelling
from app.services.spelling_ports import Speller
from app.services.supervision import Supervision
from app.services.theme_ports import ThemeShelf
from app.services.theming import Theming
from app.services.unlocking import Unlocking
from app.services.word_form_leaving import FormLeaving
from app.services.word_form_ports import FormReader
from app.services.word_form_values import SummaryValues
from app.services.word_forms import WordForms
from app.summary.word_form_values import Plain


def new_reflection_id() -> str:
    """Make an id that no other journal will make."""
    return uuid4().hex


@dataclass(slots=True)
class Desk:
    """One open journal and what can be done with it. Everything runs on the vault's thread."""

    vault: Vault
    journal: Journal
    supervision: Supervision
    preparing: Preparing
    shelf: DeskShelf
    history: History
    retention: Retention
    places: Places
    form_notes: FormNotes
    theming: Theming
    linking: Linking
    going_on: GoingOn
    spelling: Spelling
    own_forms: OwnForms
    form_exchange: FormExchange
    files: KeptFiles
    following_up: FollowingUp
    overviews: Overviews
    bringing_in: BringingIn
    saved_searches: SavedSearches
    actions: ActionList
    sessions: Sessions
    papers: Papers
    word_forms: WordForms
    people_key: PeopleKey
    release_check: ReleaseCheck
    noticing: Noticing
    form_leaving: FormLeaving
    open_copies: OpenCopies
    cpd: Cpd
    portfolio: Portfolios
    growing: Growing

    def home(self) -> Home:
        """Gather what the home screen shows."""
        looks, more = self.following_up.due_looks(MOST_LOOKS)
        home = home_of(self.vault, self.shelf)
        reviews = self.retention.due_reviews()
        session = next_session(self.sessions.next())
        return replace(home, reviews=reviews, looks=looks, more_looks=more, session=session)

    def find(self, search: Search) -> Found:
        """Find reflections, newest writing first."""
        return self.vault.find(search)

    def likely_searches(self, search: Search) -> tuple[str, ...]:
        """Give other words that find something, for a search that finds nothing."""
        return likely_searches(self.vault, search)

    def prove(self, secret: Secret, _progress: Progress = unwatched) -> None:
        """Let only somebody go on who can open the journal that is open.

        Raises:
            WrongPassphrase, WrongRecoveryWords: this does not open it.
        """
        if self.vault.opens_with(secret):
            return
        if isinstance(secret, RecoveryWords):
            raise WrongRecoveryWords("These are not the recovery words of this journal.")
        raise WrongPassphrase

    def close(self) -> None:
        """Close the journal; the keys are forgotten."""
        self.vault.close()


@dataclass(frozen=True, slots=True)
class Workshop:
    """What works without an open journal, and the way to open one."""

    unlocking: Unlocking
    shelf: FormShelf
    exporting: Exporting
    pages: PageMaker
    clock: Clock
    sample_folder: Path
    backups: Backups
    keys: Keys
    repairing: Repairing
    themes: ThemeShelf
    speller: Speller
    identifier_finder: IdentifierFinder
    form_files: FormFiles
    reader: SourceReader
    word_form_reader: FormReader
    plain_lines: Plain  # a person's Markdown as plain lines
    copy_folders: CopyFolders
    regulators: RegulatorShelf
    inner_forms: FormShelf  # those that are picked by what a person does, not from the shelf

    def desk(self, vault: Vault) -> Desk:
        """Lay out the services for an open journal."""
        shelf = DeskShelf(self.shelf, vault.own_forms, self.form_files)
        own_forms = OwnForms(vault, shelf, self.shelf, self.form_files, self.clock)
        journal = Journal(vault, shelf, self.clock, new_reflection_id)
        sessions = Sessions(journal, self.inner_forms)
        supervision = Supervision(vault, self.clock, sessions)
        preparing = Preparing(supervision, vault, self.clock, sessions)
        history = History(vault, vault.versions, self.clock)
        retention = Retention(vault.keeping, vault.bin, vault.evidence, self.clock)
        places = Places(vault)
        linking = Linking(vault.links, self.clock)
        people_key, decisions = PeopleKey(vault), KeptDecisions(vault)
        finder = self.identifier_finder
        release_check = ReleaseCheck(finder, people_key, decisions, self.clock)
        word_forms = WordForms(
            vault.word_forms,
            self.word_form_reader,
            SummaryValues(supervision, sessions, self.clock, self.plain_lines),
            self.clock,
            new_reflection_id,
        )
        overviews = Overviews(vault.overview)
        cpd = Cpd(vault, self.regulators, self.clock, self.plain_lines)
        return Desk(
            vault,
            journal,
            supervision,
            preparing,
            shelf,
            history,
            retention,
            places,
            FormNotes(vault),
            theming=Theming(vault, self.themes, self.clock, SavedSearches(vault)),
            linking=linking,
            going_on=GoingOn(journal, linking, new_reflection_id),
            spelling=Spelling(self.speller, vault.own_words, self.clock),
            own_forms=own_forms,
            form_exchange=FormExchange(own_forms, release_check),
            files=KeptFiles(vault.evidence, journal, self.clock),
            overviews=overviews,
            following_up=FollowingUp(vault.follow_ups, journal, self.inner_forms),
            bringing_in=BringingIn(
                vault.imports, journal, self.inner_forms, self.reader, self.backups, retention
            ),
            saved_searches=SavedSearches(vault),
            word_forms=word_forms,
            papers=Papers(vault),
            actions=ActionList(journal, self.inner_forms, sessions.next),
            sessions=sessions,
            people_key=people_key,
            release_check=release_check,
            noticing=Noticing(finder, people_key, decisions),
            form_leaving=FormLeaving(word_forms, release_check),
            open_copies=OpenCopies(vault, self.copy_folders, self.form_files),
            cpd=cpd,
            portfolio=Portfolios(vault, cpd, self.exporting, release_check, vault.open_copy),
            growing=Growing(vault, cpd, overviews),
        )

    @property
    def prompt_sheets(self) -> PromptSheets:
        """What makes sheets of a form's questions."""
        return PromptSheets(self.pages)

    def fill_sample(self, desk: Desk) -> int:
        """Write the sample reflections into a journal; give how many."""
        return fill_with_sample(desk.journal, self.sample_folder, desk.cpd)
