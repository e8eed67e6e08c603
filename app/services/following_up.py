"""Following up: what was written comes back on a day, and is looked at again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.domain.calendar_words import local_day
from app.domain.errors import JournalError, NoSuchForm
from app.domain.following_up import (
    DEFAULT_MONTHS,
    FORM_ID,
    MONTHS_OFFERED,
    FollowUp,
    day_after_months,
    learnt,
)
from app.domain.form import FormDefinition
from app.domain.linking import LinkedReflection
from app.domain.listed_title import title_of_reflection
from app.services.follow_up_ports import FollowUpShelf
from app.services.journal import Journal, Writing
from app.services.ports import FormShelf

_MONTHS = "look_again_months"
_NEVER = 0


@dataclass(frozen=True, slots=True)
class FirstWriting:
    """What was written first, to have in mind while looking again."""

    writing: LinkedReflection
    learnt: str  # in the person's Markdown


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Before a reflection is finished: the months that are offered first, and the day that is set.

    No months means never; the form of looking again offers never first.
    """

    months: int = DEFAULT_MONTHS
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class DueLook:
    """A follow-up whose day has come, with what was written then."""

    follow_up: FollowUp
    first: FirstWriting


@dataclass(frozen=True, slots=True)
class FollowingUp:
    """What a person can do to look again at the reflections of one open journal."""

    shelf: FollowUpShelf
    journal: Journal
    inner_forms: FormShelf

    def months(self) -> int:
        """Say in how many months one usually looks again, as last chosen; 0 is never."""
        kept = self.journal.vault.preference(_MONTHS) or ""
        months = int(kept) if kept.isdecimal() else DEFAULT_MONTHS
        return months if months in (_NEVER, *MONTHS_OFFERED) else DEFAULT_MONTHS

    def ahead(self, writing: Writing) -> LookAhead:
        """Say what to offer when this is finished."""
        waiting = self.waiting(writing.reflection.id)
        months = _NEVER if writing.form.id == FORM_ID else self.months()
        return LookAhead(months, waiting.due_on if waiting else None)

    def finish(self, writing: Writing, months: int | None) -> Writing:
        """Finish a reflection and have it come back in so many months; None leaves that as it is.

        Raises:
            NotSaved: the reflection or the day was not stored; both can be tried again.
        """
        finished = self.journal.finish(writing)
        if months is not None:
            self.choose(finished.reflection.id, months, is_usual=writing.form.id != FORM_ID)
        return finished

    def choose(self, reflection_id: str, months: int, *, is_usual: bool = True) -> None:
        """Have a reflection come back in so many months, or never; what is usual is offered next.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        if months == _NEVER:
            self.shelf.remove_waiting(reflection_id)
        else:
            self.put_off(reflection_id, months)
        if is_usual and months != self.months():
            self.journal.vault.set_preference(_MONTHS, str(months))

    def put_off(self, reflection_id: str, months: int = 1) -> date:
        """Have a reflection come back in so many months from today; give the day.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        day = day_after_months(self.today(), months)
        self.shelf.set(reflection_id, day, self._now())
        return day

    def set_day(self, reflection_id: str, day: date | None) -> None:
        """Have a reflection come back on a day, or not at all.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        if day is None:
            self.shelf.remove_waiting(reflection_id)
        else:
            self.shelf.set(reflection_id, day, self._now())

    def let_go(self, reflection_id: str) -> None:
        """Close the look that waits: it does not come back.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        self.shelf.let_go(reflection_id, self._now())

    def look_again(self, reflection_id: str) -> Writing:
        """Begin a reflection on what has become of another, which stays as it is.

        Nothing is written before the first save; until then the look still waits.

        Raises:
            NoSuchReflection, NotSaved: nothing was changed.
        """
        first = self.journal.read(reflection_id)
        begun = self.journal.begin_on(self.form())
        title = title_of_reflection(first.reflection, first.form)
        titled = replace(
            begun.reflection,
            title=title if first.form.id == FORM_ID else f"Looking again: {title}",
            themes=first.reflection.themes,
        )
        self.shelf.answer(reflection_id, titled.id, self._now())
        return Writing(titled, begun.form)

    def form(self) -> FormDefinition:
        """Give the form on which one looks again.

        Raises:
            NoSuchForm: its file does not read.
        """
        found = next((form for form in self.inner_forms.forms() if form.id == FORM_ID), None)
        if found is None:
            raise NoSuchForm("The form for looking again cannot be read. Install Afterword anew.")
        return found

    def of(self, reflection_id: str) -> tuple[FollowUp, ...]:
        """Give every follow-up of a reflection, the earliest day first."""
        return self.shelf.of(reflection_id)

    def waiting(self, reflection_id: str) -> FollowUp | None:
        """Give the follow-up of a reflection that is to come, if one is."""
        return next((each for each in self.of(reflection_id) if each.is_waiting), None)

    def due(self) -> tuple[FollowUp, ...]:
        """Give the follow-ups whose day has come, the earliest first."""
        return self.shelf.due(self.today())

    def due_looks(self, most: int) -> tuple[tuple[DueLook, ...], int]:
        """Give the first of what is due with what was written then, and how many more are due."""
        due = self.due()
        looks = tuple(DueLook(each, self._learnt_in(each.first)) for each in due[:most])
        return looks, len(due) - len(looks)

    def first_of(self, reflection_id: str) -> FirstWriting | None:
        """Give what a reflection looks again at, if that is still there."""
        found = self.shelf.first_of(reflection_id)
        return self._learnt_in(found) if found is not None else None

    def today(self) -> date:
        """Give the calendar day where this computer is."""
        return local_day(self.journal.clock.now())

    def _learnt_in(self, first: LinkedReflection) -> FirstWriting:
        words = ""
        with suppress(JournalError):  # what is damaged is told of to whoever opens it
            writing = self.journal.read(first.id)
            words = learnt(writing.reflection, writing.form)
        return FirstWriting(first, words)

    def _now(self) -> datetime:
        return self.journal.clock.now().astimezone(UTC)
