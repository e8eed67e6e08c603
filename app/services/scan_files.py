"""What `afterword scan` reads: a text, and a people key in a file of its own.

A people file is TOML: a role label = the names that it stands for, as one text or a list.
"""

from __future__ import annotations

from pathlib import Path

from app.bounded_toml import TomlRefused, read_bounded_toml
from app.bounded_zip import ZipRefused, open_ordinary
from app.domain.errors import AnswerError
from app.domain.identifier import KeptPerson
from app.domain.identifier_errors import NotInPeopleKey
from app.services.people_key import tidy_person

_MOST_MEBIBYTES = 16


def read_text(file: Path) -> str:
    """Read a text, line ends as they are.

    Raises:
        AnswerError: the file cannot be read or is not UTF-8; names the file.
    """
    try:
        with open_ordinary(file, _MOST_MEBIBYTES) as opened:
            return opened.read().decode("utf-8-sig")
    except ZipRefused as refused:
        raise AnswerError(file.name, str(refused)) from None
    except OSError:
        raise AnswerError(file.name, "This file cannot be read.") from None
    except UnicodeDecodeError:
        reason = "This is not plain text in UTF-8. Save it as a text file first."
        raise AnswerError(file.name, reason) from None


def read_people(file: Path) -> tuple[KeptPerson, ...]:
    """Read a people file.

    Raises:
        AnswerError: it cannot be read, or an entry cannot be used; names file and place.
    """
    try:
        table = read_bounded_toml(file, _MOST_MEBIBYTES, follows_link=True)
    except TomlRefused as refusal:
        raise AnswerError(file.name, str(refusal)) from None
    people = []
    for number, (label, told) in enumerate(table.items(), 1):
        names = [told] if isinstance(told, str) else told
        if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
            raise AnswerError(file.name, f"entry {number} is not label = [“name”, …]")
        try:
            people.append(tidy_person(KeptPerson(label, tuple(names))))
        except NotInPeopleKey as refusal:
            raise AnswerError(file.name, f"entry {number}: {refusal}") from None
    return tuple(people)
