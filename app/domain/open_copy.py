"""An open copy: everything of a journal in one folder of open formats, not encrypted.

What a table of the journal holds is carried by values of one shape per kind of record; their names
and order are those of the files, and so may only change together with FORMAT_VERSION. Moments are
UTC, YYYY-MM-DDTHH:MM:SS.ffffffZ; days YYYY-MM-DD; hashes SHA-256 in hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from app.domain.form import FormDefinition

FORMAT = "afterword-open-copy"
FORMAT_VERSION = 1


class CopiedKind(Enum):
    """The kinds of record, by the name of their file, in the order of writing."""

    FORMS = "forms"
    OWN_FORMS = "own_forms"
    RETIRED_FORMS = "retired_forms"
    REFLECTIONS = "reflections"
    CHANGES = "changes"
    KEEPING = "keeping"
    FILES = "files"
    LINKS = "links"
    FOLLOW_UPS = "follow_ups"
    BROUGHT_IN = "brought_in"
    OWN_WORDS = "own_words"
    WORD_FORMS = "word_forms"
    PEOPLE_KEY = "people_key"
    PREFERENCES = "preferences"

    @property
    def path(self) -> str:
        """Give the kind's file in the copy."""
        return f"records/{self.value}.json"


@dataclass(frozen=True, slots=True)
class CopiedForm:
    """A version of a form that reflections were written on.

    The definition is the form itself as data; written says in which way the journal writes it.
    """

    id: str
    version: int
    title: str
    definition: Any
    written: str


@dataclass(frozen=True, slots=True)
class CopiedOwnForm:
    """A version of a form of the person's own, which stands in own_forms/ as a form file."""

    id: str
    version: int
    made_at: str


@dataclass(frozen=True, slots=True)
class CopiedRetiredForm:
    """A form that is offered no longer."""

    id: str
    retired_at: str


@dataclass(frozen=True, slots=True)
class CopiedAnswer:
    """A reply to the prompt with this key.

    Sharing is “private”, “supervision”, “cpd” or both of the latter. The shape of the value goes
    by the kind; schema/answer_values.json tells it.
    """

    prompt: str
    kind: str
    sharing: tuple[str, ...]
    value: Any


@dataclass(frozen=True, slots=True)
class CopiedReflection:
    """A reflection as it stands now: its answers in the order of answering.

    The day is the event's, or that of the writing where the person was; event_date is null where
    none was given, completed_at while it is a draft.
    """

    id: str
    form: str
    form_version: int
    title: str
    day: str
    event_date: str | None
    begun_at: str
    changed_at: str
    completed_at: str | None
    themes: tuple[str, ...]
    answers: tuple[CopiedAnswer, ...]


@dataclass(frozen=True, slots=True)
class CopiedChange:
    """One link of the record of changes: a version of a reflection, or a decision about keeping it.

    A decision is recorded under the name “keeping of <reflection>”. Saves counts how often the
    whole journal had been saved. The hash is that of the version's content. The content is null
    for the newest version, which records/reflections.json holds, for a decision, and where the
    words were removed for good.
    """

    place: int
    reflection: str
    number: int
    made_at: str
    saves: int
    sha256: str
    content: Any


@dataclass(frozen=True, slots=True)
class CopiedDecision:
    """What was decided about keeping a reflection; '' and 0 where nothing was.

    What is binned stands in the record of changes only; what is emptied is gone for good. Of the
    versions up to purged_to the words were removed.
    """

    reflection: str
    review_on: str
    held_since: str
    held_because: str
    binned_at: str
    emptied_at: str
    purged_to: int


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file kept with a reflection; its content stands in attachments/, its name in the answer.

    The hash is '' where salvage could not bring the file back; then there is no content.
    """

    id: str
    reflection: str
    name: str
    size_bytes: int
    sha256: str
    added_at: str


@dataclass(frozen=True, slots=True)
class CopiedLink:
    """Two reflections that belong together, the smaller id first."""

    one: str
    other: str
    made_at: str


@dataclass(frozen=True, slots=True)
class CopiedFollowUp:
    """A day on which a reflection comes back; answered names the reflection that looks again.

    Due_on is '' where somebody looked again unasked; closed_at while it waits.
    """

    reflection: str
    made_at: str
    due_on: str
    answered: str
    closed_at: str


@dataclass(frozen=True, slots=True)
class CopiedArrival:
    """A reflection that came in from elsewhere, with the hash of the entry as it was read then.

    What came at once has one import; '' where that was undone and the reflection stayed.
    """

    reflection: str
    import_id: str
    fingerprint: str
    made_at: str


@dataclass(frozen=True, slots=True)
class CopiedWord:
    """A word that the person added to the spelling list."""

    word: str
    added_at: str


@dataclass(frozen=True, slots=True)
class CopiedWordForm:
    """An organisation's Word form; its file stands in word_forms/, mapping says what goes where."""

    id: str
    name: str
    mapping: Any
    written: str
    added_at: str


@dataclass(frozen=True, slots=True)
class CopiedPreference:
    """What the journal keeps under a name: saved searches, layouts, notes, the people key.

    Written says in which way the journal writes the value; “text” where it is a text as it stands.
    """

    name: str
    value: Any
    written: str


SHAPES: Mapping[CopiedKind, type] = {
    CopiedKind.FORMS: CopiedForm,
    CopiedKind.OWN_FORMS: CopiedOwnForm,
    CopiedKind.RETIRED_FORMS: CopiedRetiredForm,
    CopiedKind.REFLECTIONS: CopiedReflection,
    CopiedKind.CHANGES: CopiedChange,
    CopiedKind.KEEPING: CopiedDecision,
    CopiedKind.FILES: CopiedFile,
    CopiedKind.LINKS: CopiedLink,
    CopiedKind.FOLLOW_UPS: CopiedFollowUp,
    CopiedKind.BROUGHT_IN: CopiedArrival,
    CopiedKind.OWN_WORDS: CopiedWord,
    CopiedKind.WORD_FORMS: CopiedWordForm,
    CopiedKind.PEOPLE_KEY: CopiedPreference,
    CopiedKind.PREFERENCES: CopiedPreference,
}


@dataclass(frozen=True, slots=True)
class CopyOverview:
    """How many records of each kind there are, and where the record of changes begins and ends.

    The origin is what the first link hangs on: it stays that of the journal in which the writing
    began, so that the end is the same in every journal that a copy is read into.
    """

    counts: Mapping[CopiedKind, int]
    file_bytes: int
    record_origin: str
    record_end: str

    @property
    def reflections(self) -> int:
        """Say how many reflections there are, without those in the bin."""
        return self.counts[CopiedKind.REFLECTIONS]


class CopiedRecords(Protocol):
    """Everything that an open copy holds: given by a journal, or by a copy's folder."""

    def overview(self) -> CopyOverview:
        """Say how much there is."""
        ...

    def records(self, kind: CopiedKind) -> Iterator[Any]:
        """Give the records of a kind one by one, in their order."""
        ...

    def content(self, record: Any) -> Iterator[bytes]:
        """Give the file that belongs to a record in pieces: an own form, a file, a Word form."""
        ...


class FormsOfCopy(Protocol):
    """Gives forms as the readable part of a copy needs them."""

    def form(self, form_id: str, version: int) -> FormDefinition | None:
        """Give a version that the journal keeps."""
        ...

    def text(self, form: FormDefinition) -> str:
        """Give a form as the text of a form file."""
        ...


def place_of(kind: CopiedKind, number: int) -> str:
    """Name a record by its place, counted from 1, so that nothing a person wrote is repeated."""
    return f"{kind.path}, entry {number:,}"
