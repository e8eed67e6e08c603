"""Supervision sessions: what is gathered before, what was agreed after, and what goes on.

A session is a reflection on a form of its own, so that its words are kept, searched, versioned and
printed as all others are. The next session is the draft on that form; the complete ones were held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from app.domain.answer import Action, Actions, Choice, ShortText
from app.domain.calendar_words import day_from, local_day
from app.domain.errors import AgendaFull, NoSuchForm
from app.domain.finding import Search
from app.domain.form import FormDefinition
from app.domain.placed_action import SESSION_FORM_ID
from app.domain.reflection import Reflection, answer_to
from app.domain.topic import Topic, Topics, TopicState
from app.services.journal import Journal, Writing
from app.services.ports import FormShelf

TOPICS, SUPERVISOR, KIND, AGREED = "topics", "supervisor", "kind", "agreed"
SESSION_KINDS = ("Planned", "Ad hoc", "Group")  # as the form of sessions offers them
MOST_TOPICS = 50
_READ_AT_ONCE = 50
# Where these were kept before there were sessions; read once, for the first of them.
_OLD_DAY, _OLD_SUPERVISOR = "session_date", "supervisor"


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """When the next session is, with whom, by role or as the person writes it, and of which kind.

    The kind is one of the form's options, or empty.
    """

    day: date | None = None
    supervisor: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A topic that was taken to supervision; not new where its source was on the agenda already."""

    topic: Topic
    session_id: str
    is_new: bool = True


@dataclass(slots=True)
class Sessions:
    """What a person can do with the supervision sessions of one open journal."""

    journal: Journal
    inner_forms: FormShelf

    def next(self) -> Reflection | None:
        """Give the session to come, if anything is known of it: the one that was begun first."""
        drafts = list(self._all(is_complete=False))
        return drafts[-1] if drafts else None

    def open_next(self) -> Writing:
        """Give the session to come, begun where there is none. It is stored with its first words.

        Raises:
            NoSuchForm: the form of sessions does not read.
        """
        coming = self.next()
        return self.journal.read(coming.id) if coming is not None else self._begun()

    def details(self) -> SessionDetails:
        """Say what is known of the session to come."""
        return details_of(self.open_next().reflection)

    def set_details(self, details: SessionDetails) -> SessionDetails:
        """Keep when the session to come is, with whom and of which kind.

        Raises:
            NoSuchForm, OnHold, NotSaved: nothing was changed.
        """
        writing = self.open_next()
        self._save(replace(writing, reflection=_with_details(writing, details)))
        return details

    def agenda(self) -> tuple[Topic, ...]:
        """Give the topics of the session to come."""
        coming = self.next()
        return topics_of(coming) if coming is not None else ()

    def take(self, topic: Topic) -> Taken:
        """Put a topic on the agenda; what came from the same place before stays as it is there.

        Raises:
            NoSuchForm, AgendaFull, OnHold, NotSaved: nothing was changed.
        """
        writing = self.open_next()
        topics = topics_of(writing.reflection)
        waiting = [each for each in topics if each.state is TopicState.WAITING]
        same = next((each for each in waiting if _is_same(each, topic)), None)
        if same is not None:
            return Taken(same, writing.reflection.id, is_new=False)
        if len(topics) >= MOST_TOPICS:
            raise AgendaFull
        return Taken(topic, self._put(writing, (*topics, topic)))

    def take_back(self, taken: Taken) -> None:
        """Take a topic off the agenda again, wherever it stands by now.

        Raises:
            NoSuchReflection, OnHold, NotSaved: nothing was changed.
        """
        writing = self.journal.read(taken.session_id)
        topics = list(topics_of(writing.reflection))
        if taken.topic in topics:
            topics.remove(taken.topic)
            self._put(writing, tuple(topics))

    def held(self, limit: int = _READ_AT_ONCE) -> tuple[Reflection, ...]:
        """Give the sessions that were held, the newest day first."""
        sessions = sorted(self._all(is_complete=True), key=day_of, reverse=True)
        return tuple(sessions[:limit])

    def last_held(self) -> Reflection | None:
        """Give the session that was held last."""
        return next(iter(self.held(1)), None)

    def finish(self, writing: Writing, next_day: date | None = None) -> Writing:
        """Note a session as held; what was not discussed goes on to the next, one time more.

        The next session is stored first: where the second step fails, nothing is lost, and what
        stands in both is taken once by whoever tries again.

        Raises:
            NoSuchForm, NotSaved: the session is not noted as held; it can be tried again.
        """
        held = writing.reflection
        if held.event_date is None or held.event_date > self.today():
            # A session that was held was not held on a day to come.
            held = replace(held, event_date=self.today())
        waiting = going_on(held)
        following = self._following(held.id)
        known = topics_of(following.reflection)
        carried = (replace(each, carried=each.carried + 1) for each in waiting)
        new = tuple(each for each in carried if not any(_is_same(each, one) for one in known))
        details = details_of(held)
        day = next_day or following.reflection.event_date
        wanted = SessionDetails(day, details.supervisor, details.kind)
        if waiting or next_day is not None:
            prepared = replace(following, reflection=_with_details(following, wanted))
            self._put(prepared, (*known, *new))
        return self.journal.finish(replace(writing, reflection=held))

    def form(self) -> FormDefinition:
        """Give the form of a session.

        Raises:
            NoSuchForm: its file does not read.
        """
        forms = self.inner_forms.forms()
        found = next((form for form in forms if form.id == SESSION_FORM_ID), None)
        if found is None:
            raise NoSuchForm("The form for supervision cannot be read. Install Afterword anew.")
        return found

    def today(self) -> date:
        """Give the calendar day where this computer is."""
        return local_day(self.journal.clock.now())

    def _all(self, *, is_complete: bool) -> Iterator[Reflection]:
        for offset in count(0, _READ_AT_ONCE):
            search = Search(
                form_id=SESSION_FORM_ID,
                is_complete=is_complete,
                limit=_READ_AT_ONCE,
                offset=offset,
            )
            found = self.journal.vault.reflections(search)
            yield from found
            if len(found) < _READ_AT_ONCE:
                return

    def _begun(self) -> Writing:
        """Begin a session with the supervisor of the last one."""
        begun = self.journal.begin_on(self.form())
        last = self.last_held()
        known = details_of(last) if last is not None else self._told_before()
        details = replace(known, day=None) if last is not None else known
        return replace(begun, reflection=_with_details(begun, details))

    def _following(self, held_id: str) -> Writing:
        """Give the session after this one, begun where there is none."""
        others = [each for each in self._all(is_complete=False) if each.id != held_id]
        return self.journal.read(others[-1].id) if others else self._begun()

    def _told_before(self) -> SessionDetails:
        vault = self.journal.vault
        try:
            day = day_from(vault.preference(_OLD_DAY) or "")
        except ValueError:
            day = None
        # A session that has been is not the one to prepare for; its people probably are.
        upcoming = day if day and day >= self.today() else None
        return SessionDetails(upcoming, vault.preference(_OLD_SUPERVISOR) or "")

    def _put(self, writing: Writing, topics: tuple[Topic, ...]) -> str:
        """Store a session with these topics; give its id."""
        prompt = writing.form.prompt(TOPICS)
        if prompt is None:
            raise NoSuchForm("The form for supervision has no place for topics.")
        answer = answer_to(writing.reflection, prompt)
        changed = replace(answer, value=Topics(topics))
        reflection = writing.reflection.with_answer(TOPICS, changed)
        return self._save(replace(writing, reflection=reflection))

    def _save(self, writing: Writing) -> str:
        saved = self.journal.save(writing)
        self.journal.leave(saved.reflection.id)
        return saved.reflection.id


def topics_of(session: Reflection) -> tuple[Topic, ...]:
    """Give the topics of a session."""
    answer = session.answers.get(TOPICS)
    value = answer.value if answer is not None else None
    return value.items if isinstance(value, Topics) else ()


def going_on(session: Reflection) -> tuple[Topic, ...]:
    """Give the topics that would go on to the next session: neither discussed nor dropped."""
    waiting = (each for each in topics_of(session) if each.state is TopicState.WAITING)
    return tuple(each for each in waiting if each.words.strip())


def agreed_in(session: Reflection) -> tuple[Action, ...]:
    """Give the actions that were agreed in a session."""
    answer = session.answers.get(AGREED)
    value = answer.value if answer is not None else None
    return value.items if isinstance(value, Actions) else ()


def details_of(session: Reflection) -> SessionDetails:
    """Say when a session is or was, with whom and of which kind."""
    supervisor, kind = (session.answers.get(key) for key in (SUPERVISOR, KIND))
    name = supervisor.value.text if supervisor and isinstance(supervisor.value, ShortText) else ""
    option = kind.value.option if kind and isinstance(kind.value, Choice) else ""
    return SessionDetails(session.event_date, name, option)


def day_of(session: Reflection) -> date:
    """Give the day of a session, or of its writing where none is known."""
    return session.event_date or local_day(session.begun_at)


def _with_details(writing: Writing, details: SessionDetails) -> Reflection:
    reflection = replace(writing.reflection, event_date=details.day)
    for key, value in (
        (SUPERVISOR, ShortText(details.supervisor.strip())),
        (KIND, Choice(details.kind)),
    ):
        prompt = writing.form.prompt(key)
        if prompt is not None:
            answer = answer_to(reflection, prompt)
            if answer.value != value:
                reflection = reflection.with_answer(key, replace(answer, value=value))
    return reflection


def _is_same(one: Topic, other: Topic) -> bool:
    """Say whether two topics are one: of the same source, or in the same words without any."""
    if one.source is not None or other.source is not None:
        return one.source == other.source
    return one.words.split() == other.words.split()
