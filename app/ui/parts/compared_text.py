"""Two versions of one text as one: what was added is underlined, what was removed struck through.

Colour and tint only repeat it. A screen reader hears "added: …" and "removed: …".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.history import Change, ComparedField, ComparedPart, Run
from app.ui.look import Look
from app.ui.parts import text_block
from app.ui.parts.label import Label

_LONGEST_KEPT, _KEPT_ENDS = 90, 30  # words
_LONGEST_CHANGED = 3_000
_MOST_LETTERS, _MOST_RUNS = 40_000, 2_000
_MARKS = {Change.ADDED: ("success", "success_tint"), Change.REMOVED: ("danger", "danger_tint")}


class ComparedText(Label):
    """The runs of one text in their order."""

    def __init__(self, look: Look, runs: tuple[Run, ...]) -> None:
        """Show runs; long ones that changed nothing are shortened."""
        self._changes = tuple(_apart(_bounded(runs)))
        super().__init__(look, "".join(run.text for run in self._changes), "prose")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(spoken_runs(self._changes))

    def _runs(self) -> tuple[text_block.Run, ...]:
        return tuple(map(self._drawn, self._changes)) or super()._runs()

    def _drawn(self, run: Run) -> text_block.Run:
        font = self._look.font("prose")
        if run.change is Change.KEPT:
            return text_block.Run(run.text, font)
        font.setUnderline(run.change is Change.ADDED)
        font.setStrikeOut(run.change is Change.REMOVED)
        colour, tint = (self._look.colour(token) for token in _MARKS[run.change])
        return text_block.Run(run.text, font, colour, tint)


class ComparedPartView(QWidget):
    """One part of a reflection with its heading and, in words, how much changed."""

    def __init__(self, look: Look, part: ComparedPart) -> None:
        """Show what a part says; Tab reaches it, so that it can be read by keyboard."""
        super().__init__()
        self.part = part
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xxs"))
        heading = Label(look, part.heading, "heading")
        self.amount = Label(look, amount_words(part), "small", "text_muted")
        for label in (heading, self.amount):
            label.setWordWrap(True)
            column.addWidget(label)
        self.amount.setVisible(part.is_changed)
        # Of what changed only that much is shown: an evidence or a mark that stayed says nothing.
        self._fields = tuple(
            each for each in part.fields if each.is_changed or not (part.is_changed and each.label)
        )
        self.texts = tuple(self._add_field(column, each) for each in self._fields)
        self.setAccessibleName(self._spoken())

    def _add_field(self, column: QVBoxLayout, field: ComparedField) -> ComparedText:
        if field.label:
            column.addSpacing(self._look.space("xxs"))
            column.addWidget(Label(self._look, field.label, "small_strong", "text_muted"))
        runs = _listed(field.runs) if self.part.key == "themes" else field.runs
        text = ComparedText(self._look, runs)
        column.addWidget(text)
        return text

    def _spoken(self) -> str:
        fields = zip(self._fields, self.texts, strict=True)
        said = [f"{field.label}: {text.accessibleName()}".lstrip(": ") for field, text in fields]
        return ". ".join((self.part.heading.rstrip("."), *said))


def amount_words(part: ComparedPart) -> str:
    """Say how many words came and went in a part."""
    return " · ".join(
        words for words in (_counted(part, Change.ADDED), _counted(part, Change.REMOVED)) if words
    )


def changed_words(part: ComparedPart, change: Change) -> int:
    """Count the words of a part that came, or those that went."""
    runs = (run for field in part.fields for run in field.runs if run.change is change)
    return sum(len(run.text.split()) for run in runs)


def spoken_runs(runs: tuple[Run, ...]) -> str:
    """Give runs as a screen reader says them."""
    return " ".join(run.words.strip() for run in runs if run.text.strip())


def _counted(part: ComparedPart, change: Change) -> str:
    count = changed_words(part, change)
    if not count:
        return ""
    told = f"{count:,}"
    if change is Change.ADDED:
        return _tr("1 word added") if count == 1 else _tr("{count} words added").format(count=told)
    return _tr("1 word removed") if count == 1 else _tr("{count} words removed").format(count=told)


def _apart(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Keep apart what has no white space of its own between: one value and the next."""
    for run, after in pairwise(runs):
        is_joined = not run.text[-1:].isspace() and not after.text[:1].isspace()
        yield Run(run.change, f"{run.text} " if is_joined else run.text)
    yield from runs[-1:]


def _listed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    last = len(runs) - 1
    return tuple(
        Run(run.change, run.text if number == last else f"{run.text},")
        for number, run in enumerate(runs)
    )


def _bounded(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Keep what a person can read, and what can be laid out at once."""
    bounded = tuple(map(_shortened, runs[:_MOST_RUNS]))
    more = len(runs) - len(bounded)
    if more <= 0:
        return bounded
    words = _tr(" [… and more changes than can be shown here …]")
    return (*bounded, Run(Change.KEPT, words))


def _shortened(run: Run) -> Run:
    """Leave out the middle of what stayed, and the end of what is endless."""
    text = run.text.rstrip()
    space, words = run.text[len(text) :], text.split(" ")
    if run.change is Change.KEPT and len(words) > _LONGEST_KEPT:
        left_out = f"{len(words) - 2 * _KEPT_ENDS:,}"
        between = _tr("[… {count} words that stayed …]").format(count=left_out)
        text = " ".join((*words[:_KEPT_ENDS], between, *words[-_KEPT_ENDS:]))
    elif len(words) > _LONGEST_CHANGED:
        more = _tr("[… and {count} words more]").format(count=f"{len(words) - _LONGEST_CHANGED:,}")
        text = " ".join((*words[:_LONGEST_CHANGED], more))
    if len(text) > _MOST_LETTERS:  # a word may be endless as well
        text = f"{text[:_MOST_LETTERS]} {_tr('[… and more]')}"
    return Run(run.change, f"{text}{space}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("ComparedText", words)
