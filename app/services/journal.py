"""Writing: begin a reflection, save it as it grows, finish it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

from app.domain.answer import Answer
from app.domain.backup import RescuedCopy
from app.domain.errors import NoSuchForm
from app.domain.form import FormDefinition
from app.domain.progress import Progress, unwatched
from app.domain.records import as_published, form_of
from app.domain.reflection import Reflection
from app.services.moments import to_the_minute
from app.services.pinned_form import pinned_form
from app.services.ports import Clock, FormShelf, Vault

_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """A reflection with the form version it is written on."""

    reflection: Reflection
    form: FormDefinition


@dataclass(frozen=True, slots=True)
class About:
    """What stands over the answers; begun now where no moment is given."""

    title: str = ""
    event_date: date | None = None
    themes: tuple[str, ...] = ()
    begun_at: datetime | None = None


@dataclass(slots=True)
class Journal:
    """What a person can do to the reflections of one open journal."""

    vault: Vault
    shelf: FormShelf
    clock: Clock
    new_id: Callable[[], str]

    def form(self, form_id: str) -> FormDefinition:
        """Give the newest version of a form.

        Raises:
            NoSuchForm: there is none with this id.
        """
        for form in self.shelf.forms():
            if form.id == form_id:
                return form
        raise NoSuchForm("There is no form with this id. “afterword forms” lists them.")

    def begin(self, form_id: str) -> Writing:
        """Begin a draft. Nothing is stored until the first save, so no empty draft stays behind.

        Raises:
            NoSuchForm: there is none with this id.
        """
        return self.begin_on(self.form(form_id))

    def begin_on(self, form: FormDefinition) -> Writing:
        """Begin a draft on a form that may be on no shelf; nothing is stored either."""
        now = self._utc_now()
        own = form_of(form, ())
        draft = Reflection(self.new_id(), form.id, form.version, begun_at=now, changed_at=now)
        return Writing(draft, own)

    def save(self, writing: Writing) -> Writing:
        """Store a reflection as it is; when this returns, the words are safe on the disk.

        Raises:
            NotSaved: nothing was changed; the words are only in the window.
        """
        self.vault.keep_form(as_published(writing.form))
        saved = self._to_save(writing.reflection)
        self.vault.put(saved)
        return Writing(saved, writing.form)

    def rescue(
        self,
        writing: Writing,
        target: Path,
        progress: Progress = unwatched,
        *,
        replaces: bool = False,
    ) -> RescuedCopy:
        """Write a backup elsewhere that also holds words which the journal cannot take.

        Raises:
            JournalExists, NotBackedUp, Cancelled: nothing was changed at target.
        """
        form = as_published(writing.form)
        unsaved = ((self._to_save(writing.reflection), form),)
        now = self.clock.now()
        return self.vault.copies.rescue(target, now, unsaved, progress, replaces=replaces)

    def leave(self, reflection_id: str) -> None:
        """Close the present version when the person leaves the editor."""
        self.vault.seal(reflection_id)

    def finish(self, writing: Writing) -> Writing:
        """Mark a reflection complete and store it.

        Raises:
            NotSaved: nothing was changed.
        """
        done = writing.reflection.completed_at or self._utc_now()
        finished = self.save(
            replace(writing, reflection=replace(writing.reflection, completed_at=done))
        )
        self.leave(finished.reflection.id)
        return finished

    def read(self, reflection_id: str) -> Writing:
        """Read a reflection with its form.

        Raises:
            NoSuchReflection: the journal holds none with this id.
        """
        reflection = self.vault.get(reflection_id)
        return Writing(reflection, pinned_form(self.vault, reflection))

    def write(
        self,
        form: FormDefinition,
        answers: Mapping[str, Answer],
        about: About,
        *,
        is_complete: bool = True,
    ) -> Reflection:
        """Store a whole reflection at once, as the command line and the sample journal do.

        Raises:
            NotSaved: nothing was stored.
        """
        begun = about.begun_at.astimezone(UTC) if about.begun_at else self._utc_now()
        reflection = Reflection(
            id=self.new_id(),
            form_id=form.id,
            form_version=form.version,
            begun_at=begun,
            changed_at=begun,
            title=on_one_line(about.title).strip(),
            event_date=about.event_date,
            completed_at=begun if is_complete else None,
            themes=tidy_themes(about.themes),
            answers=MappingProxyType(dict(answers)),
        )
        self.vault.keep_form(form)
        self.vault.put(reflection)
        self.vault.seal(reflection.id)
        return reflection

    def _to_save(self, written: Reflection) -> Reflection:
        return replace(
            written,
            title=on_one_line(written.title),
            themes=tidy_themes(written.themes),
            changed_at=to_the_minute(self._utc_now(), written.begun_at),
        )

    def _utc_now(self) -> datetime:
        return self.clock.now().astimezone(UTC)


def on_one_line(text: str) -> str:
    """Take line ends out of a title or theme, which every list shows in one row."""
    return _LINE_ENDS.sub(" ", text)


def tidy_themes(themes: tuple[str, ...]) -> tuple[str, ...]:
    """Give themes on one line each, each once and none empty."""
    tidy = (on_one_line(theme).strip() for theme in themes)
    return tuple(dict.fromkeys(theme for theme in tidy if theme))
