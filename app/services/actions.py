"""Actions everywhere: one list over all reflections and sessions, and what becomes of each.

How an action stands is part of the answer in which it was written, so every change is a version of
that reflection, and one on hold refuses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.answer import Action, Actions, Answer
from app.domain.calendar_words import local_day
from app.domain.errors import ActionChanged, NoSuchForm, OnHold
from app.domain.finding import OpenAction, Search
from app.domain.form import FormDefinition
from app.domain.placed_action import PlacedAction, last_day_of_week
from app.domain.reflection import Reflection
from app.services.journal import Journal, Writing
from app.services.ports import FormShelf

TO_DO_FORM_ID = "to_do"
MOST_IN_ONE_ANSWER = 50  # as many as one answer takes by hand
_TO_DO_PROMPT, _AGREED = "actions", "agreed"


@dataclass(frozen=True, slots=True)
class ActionChange:
    """What was done to an action, so that it can be taken back; before an added one was nothing."""

    before: PlacedAction | None
    after: PlacedAction


@dataclass(frozen=True, slots=True)
class ActionList:
    """What a person can do with the actions of one open journal."""

    journal: Journal
    inner_forms: FormShelf
    next_session: Callable[[], Reflection | None]

    def all(self) -> tuple[PlacedAction, ...]:
        """Give every action, open or not, in the order of writing."""
        return self.journal.vault.actions.read()

    def due_count(self) -> int:
        """Count the open actions that are late or due within a week."""
        return self.journal.vault.actions.count_due(last_day_of_week(self.today()))

    def next_session_day(self) -> date | None:
        """Give the day of the next supervision, where it is known."""
        session = self.next_session()
        return session.event_date if session is not None else None

    def today(self) -> date:
        """Give the calendar day where this computer is."""
        return local_day(self.journal.clock.now())

    def done(self, placed: PlacedAction, came_of_it: str = "") -> ActionChange:
        """Note that an action is done, and what came of it.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        words = came_of_it.strip() or placed.action.came_of_it
        done = replace(placed.action, done_on=self.today(), dropped_on=None, came_of_it=words)
        return self._change(placed, done)

    def drop(self, placed: PlacedAction, because: str = "") -> ActionChange:
        """Note that an action will not be done, and why.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        words = because.strip() or placed.action.dropped_because
        dropped = replace(
            placed.action, dropped_on=self.today(), done_on=None, dropped_because=words
        )
        return self._change(placed, dropped)

    def carry_forward(self, placed: PlacedAction, new_day: date | None) -> ActionChange:
        """Move an open action to another day, or to none; how often is counted.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        action = placed.action
        moved = replace(action, by_when=new_day, carried=action.carried + 1)
        return self._change(placed, moved)

    def reopen(self, placed: PlacedAction) -> ActionChange:
        """Open an action again; what was written about it stays.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        return self._change(placed, replace(placed.action, done_on=None, dropped_on=None))

    def tick(self, action: OpenAction) -> ActionChange:
        """Tick an open action of the home screen as done today.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        reflection = self.journal.vault.get(action.reflection_id)
        items = _items(reflection, action.prompt_key)
        found = items[action.position] if action.position < len(items) else None
        if found is None or found.what != action.what or not found.is_open:
            raise ActionChanged
        place = (reflection, action.prompt_key, action.position)
        return self.done(_placed(place, action.form_title))

    def add(self, action: Action) -> ActionChange:
        """Keep an action of its own: with the next supervision, or else among what is to do.

        Raises:
            NoSuchForm, NotSaved: nothing was changed.
        """
        session = self.next_session()
        if session is not None:
            try:
                return self._add_to(self.journal.read(session.id), _AGREED, action)
            except OnHold:
                pass  # nothing of the session may be changed, so the action goes elsewhere
        return self._add_to(self._to_do(), _TO_DO_PROMPT, action)

    def undo(self, change: ActionChange) -> None:
        """Take a change back.

        Raises:
            ActionChanged, NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        if change.before is not None:
            self._change(change.after, change.before.action)
            return
        writing, position = self._found(change.after)
        items = _items(writing.reflection, change.after.prompt_key)
        left = (*items[:position], *items[position + 1 :])
        self._store(writing, change.after.prompt_key, left)

    def _change(self, placed: PlacedAction, action: Action) -> ActionChange:
        writing, position = self._found(placed)
        items = _items(writing.reflection, placed.prompt_key)
        changed = (*items[:position], action, *items[position + 1 :])
        stored = self._store(writing, placed.prompt_key, changed)
        after = _items(stored, placed.prompt_key)[position]
        return ActionChange(placed, replace(placed, action=after, position=position))

    def _found(self, placed: PlacedAction) -> tuple[Writing, int]:
        """Find an action as it was seen; in its answer it may stand elsewhere by now."""
        writing = self.journal.read(placed.reflection_id)
        items = _items(writing.reflection, placed.prompt_key)
        if placed.position < len(items) and items[placed.position] == placed.action:
            return writing, placed.position
        if placed.action not in items:
            raise ActionChanged
        return writing, items.index(placed.action)

    def _store(self, writing: Writing, prompt_key: str, items: tuple[Action, ...]) -> Reflection:
        """Store the answer as a version of its own; give the reflection as it reads back."""
        before = writing.reflection.answers.get(prompt_key)
        prompt = next((each for each in writing.form.prompts() if each.key == prompt_key), None)
        if before is not None:
            answer = replace(before, value=Actions(items))
        elif prompt is not None:
            answer = Answer(Actions(items), prompt.sharing)
        else:
            raise ActionChanged
        changed = writing.reflection.with_answer(prompt_key, answer)
        self.journal.save(Writing(changed, writing.form))
        self.journal.leave(writing.reflection.id)
        return self.journal.vault.get(writing.reflection.id)

    def _add_to(self, writing: Writing, prompt_key: str, action: Action) -> ActionChange:
        items = _items(writing.reflection, prompt_key)
        stored = self._store(writing, prompt_key, (*items, action))
        return ActionChange(None, _placed((stored, prompt_key, len(items)), writing.form.title))

    def _to_do(self) -> Writing:
        """Give the reflection that holds what belongs to no other, or begin one."""
        newest = self.journal.vault.find(Search(form_id=TO_DO_FORM_ID, limit=1)).outlines
        for outline in newest:
            held = self.journal.vault.keeping.of(outline.id).is_held
            writing = self.journal.read(outline.id)
            is_full = len(_items(writing.reflection, _TO_DO_PROMPT)) >= MOST_IN_ONE_ANSWER
            if not held and not is_full:
                return writing
        form = self._to_do_form()
        begun = self.journal.begin_on(form)
        # Complete from the start: it is a list, and no draft that waits to be finished.
        complete = replace(
            begun.reflection, title=form.title, completed_at=begun.reflection.begun_at
        )
        return Writing(complete, begun.form)

    def _to_do_form(self) -> FormDefinition:
        found = (form for form in self.inner_forms.forms() if form.id == TO_DO_FORM_ID)
        form = next(found, None)
        if form is None:
            raise NoSuchForm("The form for things to do cannot be read. Install Afterword anew.")
        return form


def _placed(place: tuple[Reflection, str, int], form_title: str) -> PlacedAction:
    reflection, prompt_key, position = place
    return PlacedAction(
        reflection_id=reflection.id,
        prompt_key=prompt_key,
        position=position,
        action=_items(reflection, prompt_key)[position],
        reflection_title=reflection.title,
        form_id=reflection.form_id,
        form_title=form_title,
        day=reflection.event_date or local_day(reflection.begun_at),
        is_complete=reflection.is_complete,
    )


def _items(reflection: Reflection, prompt_key: str) -> tuple[Action, ...]:
    answer = reflection.answers.get(prompt_key)
    if answer is None or not isinstance(answer.value, Actions):
        return ()
    return answer.value.items
