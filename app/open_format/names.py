"""The names of the files of an open copy: plain letters only, so that every system takes them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Any

from app.domain.open_copy import CopiedFile, CopiedOwnForm, CopiedReflection, CopiedWordForm

MANIFEST, JOURNAL, README = "manifest.json", "journal.json", "README.txt"
REFLECTIONS, FORMS, OWN_FORMS = "reflections", "forms", "own_forms"
ATTACHMENTS, WORD_FORMS, RECORDS, SCHEMA = "attachments", "word_forms", "records", "schema"
FOLDERS = (REFLECTIONS, RECORDS, FORMS, OWN_FORMS, ATTACHMENTS, WORD_FORMS, SCHEMA)
# Folders whose files belong to one record each.
OF_RECORDS = (OWN_FORMS, ATTACHMENTS, WORD_FORMS)

_LONGEST_TITLE, _LONGEST_ENDING, _SHORT_ID = 40, 8, 8
_PLAIN_ID = re.compile(r"[a-z0-9_]{1,64}")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_FILE = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}"
_PATH = re.compile(rf"(?:(?:{'|'.join(FOLDERS)})/)?{_FILE}")


class TakenNames:
    """Gives every reflection a file of its own, though some have the same day and title."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def path_of(self, reflection: CopiedReflection) -> str:
        """Give “reflections/<day>-<short title>-<short id>.md”."""
        day = reflection.day if re.fullmatch(r"[0-9-]{10}", reflection.day) else "no-day"
        identity = plain_id(reflection.id)
        title = _slug(reflection.title)[:_LONGEST_TITLE].strip("-")
        for length in (_SHORT_ID, len(identity)):
            parts = (day, title, identity[:length])
            path = f"{REFLECTIONS}/{'-'.join(part for part in parts if part)}.md"
            if path not in self._taken:
                break
        self._taken.add(path)
        return path


def form_path(form_id: str, version: int) -> str:
    """Give where the readable file of a form stands."""
    return f"{FORMS}/{plain_id(form_id)}-{version}.toml"


def content_path(record: Any) -> str:
    """Give where the file of a record stands; '' where there is none."""
    match record:
        case CopiedOwnForm():
            return f"{OWN_FORMS}/{plain_id(record.id)}-{record.version}.toml"
        case CopiedWordForm():
            return f"{WORD_FORMS}/{plain_id(record.id)}.docx"
        case CopiedFile() if record.sha256:
            stem, dot, ending = record.name.rpartition(".")
            ending = _slug(ending)[:_LONGEST_ENDING] if dot else ""
            title = _slug(stem if dot else record.name)[:_LONGEST_TITLE].strip("-")
            name = "-".join(part for part in (plain_id(record.id), title) if part)
            return f"{ATTACHMENTS}/{name}.{ending}" if ending else f"{ATTACHMENTS}/{name}"
    return ""


def plain_id(identity: str) -> str:
    """Give an id as it may stand in a name; another text for one that may not."""
    if _PLAIN_ID.fullmatch(identity):
        return identity
    return "x" + hashlib.sha256(identity.encode()).hexdigest()[:32]


def is_fitting(path: str) -> bool:
    """Say whether a copy may hold a file of this name: it leads nowhere else."""
    return _PATH.fullmatch(path) is not None and ".." not in path and not path.endswith(".")


def shown(path: str) -> str:
    """Name a file of the copy without the words that its name took from a title."""
    folder, _, name = path.rpartition("/")
    if folder == REFLECTIONS:
        stem = name.removesuffix(".md")
        return f"{folder}/{stem[:10]}-…-{stem.rpartition('-')[2]}.md"
    if folder == ATTACHMENTS:
        return f"{folder}/{re.split('[-.]', name)[0]}…"
    return path


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_SLUG.sub("-", plain).strip("-")
