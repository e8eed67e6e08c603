"""Which tables an open copy carries as they are, which it makes anew, and what it leaves out.

A test compares this with the schema: a table or column that stands nowhere here fails it, so that
no later format can lose anything in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.open_copy import CopiedKind

# Where the record of changes began, where that was in another journal than this.
ORIGIN = "record_origin"
# These belong to the file, its keys or this moment, not to what was written.
OF_THIS_JOURNAL = (
    "left_open",
    "words_unconfirmed",
    "unswept",
    "last_backup",
    "backup_reminder_put_off",
    ORIGIN,
)
# A short list of made-anew or own-identity tables; the indexes' own tables begin with their names.
MADE_ANEW = ("vault", "open_action", "unindexed", "word_index", "phrase_index", "evidence_part")
_PEOPLE = "(name = 'people_key' OR substr(name, 1, 11) = 'people_key/')"
_LEFT_OUT = f"name NOT IN {OF_THIS_JOURNAL!r}"


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table whose rows stand in a copy as they are; its columns in the order of the record.

    Columns named in hexed hold bytes, which a copy writes in hexadecimal digits; what is named in
    files is a column of which the copy makes a file.
    """

    name: str
    columns: tuple[str, ...]
    order: str
    where: str = "1"
    hexed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def query(self) -> str:
        """Give the statement that reads every row in order."""
        columns = ", ".join(self.columns)
        return f"SELECT {columns} FROM {self.name} WHERE {self.where} ORDER BY {self.order}"  # noqa: S608 - our own names

    def insertion(self, *more: str) -> str:
        """Give the statement that puts one row, with more columns after those."""
        columns = (*self.columns, *more)
        marks = ", ".join("?" * len(columns))
        return f"INSERT INTO {self.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names


TABLES: dict[CopiedKind, CopiedTable] = {
    CopiedKind.FORMS: CopiedTable("form", ("id", "version", "title", "definition"), "id, version"),
    CopiedKind.OWN_FORMS: CopiedTable(
        "own_form", ("id", "version", "made_at"), "id, version", files=("file",)
    ),
    CopiedKind.RETIRED_FORMS: CopiedTable("retired_form", ("id", "retired_at"), "id"),
    CopiedKind.KEEPING: CopiedTable(
        "keeping",
        (
            "reflection_uid",
            "review_on",
            "held_since",
            "held_because",
            "binned_at",
            "emptied_at",
            "purged_to",
        ),
        "reflection_uid",
    ),
    CopiedKind.LINKS: CopiedTable(
        "link", ("one_uid", "other_uid", "made_at"), "one_uid, other_uid"
    ),
    CopiedKind.FOLLOW_UPS: CopiedTable(
        "follow_up",
        ("reflection_uid", "made_at", "due_on", "answered_uid", "closed_at"),
        "reflection_uid, made_at",
    ),
    CopiedKind.BROUGHT_IN: CopiedTable(
        "imported",
        ("reflection_uid", "import_uid", "fingerprint", "made_at"),
        "reflection_uid",
        hexed=("fingerprint",),
    ),
    CopiedKind.OWN_WORDS: CopiedTable("own_word", ("word", "added_at"), "word"),
    CopiedKind.WORD_FORMS: CopiedTable(
        "word_form", ("uid", "name", "mapping", "added_at"), "uid", files=("file",)
    ),
    CopiedKind.PEOPLE_KEY: CopiedTable("preference", ("name", "value"), "name", _PEOPLE),
    CopiedKind.PREFERENCES: CopiedTable(
        "preference", ("name", "value"), "name", f"{_LEFT_OUT} AND NOT {_PEOPLE}"
    ),
}
# Read and written by hand: they hang together, or come in pieces.
JOINED: dict[str, tuple[str, ...]] = {
    "reflection": (
        "id",
        "uid",
        "form_id",
        "form_version",
        "title",
        "day",
        "event_date",
        "begun_at",
        "changed_at",
        "completed_at",
    ),
    "answer": ("id", "reflection", "position", "prompt", "kind", "sharing", "value"),
    "theme": ("reflection", "position", "name"),
    "revision": (
        "seq",
        "reflection_uid",
        "number",
        "made_at",
        "saves",
        "content",
        "content_hash",
        "chain",
    ),
    "evidence": ("id", "uid", "reflection_uid", "size_bytes", "sha256", "added_at"),
}
FILES = CopiedTable(
    "evidence",
    ("uid", "reflection_uid", "size_bytes", "sha256", "added_at"),
    "id",
    hexed=("sha256",),
)
COUNTED: dict[CopiedKind, str] = {
    **{kind: f"{table.name} WHERE {table.where}" for kind, table in TABLES.items()},
    CopiedKind.REFLECTIONS: "reflection",
    CopiedKind.CHANGES: "revision",
    CopiedKind.FILES: "evidence",
}


def is_of_people_key(name: str) -> bool:
    """Say whether a preference of this name is part of the people key."""
    return name == "people_key" or name.startswith("people_key/")
