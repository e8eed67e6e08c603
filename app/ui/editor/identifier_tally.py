"""Where possible identifiers stand in the whole reflection, counted bit by bit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from app.domain.identifier import PossibleIdentifier
from app.ui.editor.draft import Draft
from app.ui.editor.examined import Examined, stretches
from app.ui.editor.whole_form import WholeForm
from app.ui.editor.written_texts import WrittenText, all_texts

_TELL_EVERY_S = 0.25  # the first time, while it is not known yet how many there are
_PARAGRAPHS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A possible identifier in a text of the reflection; characters, counted from 0."""

    text: WrittenText
    number: int  # of the text in the reflection
    paragraph_start: int
    paragraph_end: int
    found: PossibleIdentifier  # by its places in the paragraph

    @property
    def paragraph(self) -> str:
        """The paragraph in which it stands."""
        return self.text.text[self.paragraph_start : self.paragraph_end]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.paragraph_start + self.found.start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.paragraph_start + self.found.end

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.text.text[self.start : self.end]

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands in the reflection."""
        return self.number, self.start


class IdentifierTally(QObject):
    """Knows every place of a reflection once it has gone through all of it."""

    counted = Signal()

    def __init__(self, examined: Examined, parent: QObject) -> None:
        super().__init__(parent)
        self._examined = examined
        self._form: WholeForm | None = None
        self._draft: Draft | None = None
        self._pass: Iterator[None] | None = None
        self.places: tuple[Place, ...] = ()
        self.counts: Mapping[str, int] = {}  # in each answer, by the prompt's key
        self.is_whole = False  # every text was gone through at least once

    def begin(self, form: WholeForm, draft: Draft) -> None:
        """Count in this reflection from now on."""
        self._form, self._draft = form, draft
        self.count_anew()

    def forget(self) -> None:
        """Let the reflection go, and every word that was found in it."""
        self._form = self._draft = self._pass = None
        self.places, self.counts, self.is_whole = (), {}, False

    def count_anew(self) -> None:
        """Begin again; what is known of is gone through quickly."""
        if self._form is not None and self._draft is not None:
            self._pass = self._count(self._form, self._draft)

    def next_bit(self) -> bool:
        """Go on a little; say whether there was anything left to do."""
        if self._pass is None:
            return False
        try:
            next(self._pass)
        except StopIteration:
            self._pass = None
        return True

    def hurry(self, seconds: float) -> None:
        """Begin again, and go on at once for so long; the rest comes bit by bit."""
        self.count_anew()
        until = perf_counter() + seconds
        while perf_counter() < until and self.next_bit():
            pass

    def _count(self, form: WholeForm, draft: Draft) -> Iterator[None]:
        places: list[Place] = []
        counts: Counter[str] = Counter()
        held: set[str] = set()
        told = perf_counter()
        for number, text in enumerate(all_texts(form, draft)):
            before = len(places)
            for _ in self._count_text(text, number, places, held):
                if not self.is_whole and perf_counter() - told > _TELL_EVERY_S:
                    self._tell(places, counts + _count_of(text, len(places) - before))
                    told = perf_counter()
                yield
            counts += _count_of(text, len(places) - before)
        self._examined.keep_only(held)
        self.is_whole = True
        self._tell(places, counts)

    def _count_text(
        self, text: WrittenText, number: int, places: list[Place], held: set[str]
    ) -> Iterator[None]:
        start, passed = 0, 0
        while start < len(text.text):
            end = text.text.find("\n", start)
            end = len(text.text) if end < 0 else end
            paragraph = text.text[start:end]
            for stretch in stretches(paragraph) if paragraph.strip() else ():
                is_known = self._examined.is_known(paragraph, stretch)
                found = self._examined.look(paragraph, stretch)
                places += [Place(text, number, start, end, each) for each in found]
                held.add(paragraph[stretch.read_start : stretch.read_end])
                passed += 1
                if not is_known or passed % _PARAGRAPHS_AT_ONCE == 0:
                    yield
            start = end + 1

    def _tell(self, places: list[Place], counts: Counter[str]) -> None:
        self.places = tuple(places)
        self.counts = dict(counts)
        self.counted.emit()


def _count_of(text: WrittenText, count: int) -> Counter[str]:
    return Counter({text.prompt.key: count} if text.prompt is not None else {})
