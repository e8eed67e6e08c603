"""Names of the people key with signs in the place of letters: K@yleigh, Kayl3igh, KayIeigh.

A plain reading shows the name, and so does whoever reads it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain.identifier import Confidence
from app.privacy.known_form import SPELT_AS_KEY, folded
from app.privacy.known_hits import Hit

if TYPE_CHECKING:
    from app.privacy.known_table import Known

_RUN = re.compile(r"(?<![\w@|$!])[^\W_][\w@|$!]{2,38}[\w@]")
_DISGUISED = re.compile(r"[01345@|$!]|(?<=[a-z])I(?=[a-z])")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 2
# What looks like two letters is read as either.
_READINGS = tuple(
    str.maketrans(
        {"0": "o", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s"} | dict.fromkeys("1|!I", letter)
    )
    for letter in "li"
)


def disguised(text: str, forms: Mapping[str, Sequence[Known]]) -> Iterator[Hit]:
    """Give the runs that are a name once their signs are read as letters."""
    if not _DISGUISED.search(text):
        return
    for match in _RUN.finditer(text):
        run = match[0]
        if not _DISGUISED.search(run) or len(_LETTER.findall(run)) < _FEWEST_LETTERS:
            continue
        for letters in (folded(run.translate(reading)) for reading in _READINGS):
            if letters in forms:
                holders = tuple(each.holder for each in forms[letters])
                places = match.start(), match.end(), 0, 0
                yield Hit(*places, holders, Confidence.LIKELY, SPELT_AS_KEY)
                break
