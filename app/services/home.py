"""What the home screen shows: the draft, the usual forms, what is due, what was written lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import NotAsSaved
from app.domain.finding import OpenAction, ReflectionOutline
from app.domain.form import FormDefinition
from app.domain.placed_action import SESSION_FORM_ID
from app.domain.reflection import Progress, Reflection, progress_of
from app.domain.retention import Review
from app.services.following_up import DueLook
from app.services.pinned_form import pinned_form
from app.services.ports import FormShelf, Vault
from app.services.sessions import details_of, going_on

_USUAL_FORMS = 3
_LATELY = 2
_DUE = 5
_AMONG = 3  # drafts looked at, of which hardly ever more than one is a session to come
MOST_LOOKS = 2


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """The newest unfinished reflection, with how far it has come and how long the rest may take."""

    outline: ReflectionOutline
    progress: Progress
    minutes_left: int


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session to come: when, with whom, and how many topics wait for it."""

    day: date | None
    supervisor: str
    topics: int


@dataclass(frozen=True, slots=True)
class Home:
    """A finished view of the home screen. Lately does not repeat the draft."""

    draft: OpenDraft | None
    usual_forms: tuple[FormDefinition, ...]
    form_count: int
    due: tuple[OpenAction, ...]
    lately: tuple[ReflectionOutline, ...]
    in_journal: int
    reviews: tuple[Review, ...] = ()
    looks: tuple[DueLook, ...] = ()
    more_looks: int = 0
    session: NextSession | None = None


def home_of(vault: Vault, shelf: FormShelf) -> Home:
    """Gather what the home screen shows."""
    forms = shelf.forms()
    drafts = [each for each in vault.newest(_AMONG, drafts_only=True) if not _is_to_come(each)]
    draft = _draft(vault, drafts[0]) if drafts else None
    lately = [each for each in vault.newest(_LATELY + _AMONG) if not _is_to_come(each)]
    others = [each for each in lately if draft is None or each.id != draft.outline.id]
    use = vault.form_use()
    return Home(
        draft=draft,
        usual_forms=_usual(forms, use),
        form_count=len(forms),
        due=vault.open_actions(_DUE),
        lately=tuple(others[:_LATELY]),
        in_journal=sum(times for _, times in use),
    )


def next_session(session: Reflection | None) -> NextSession | None:
    """Give what home says of the session to come, if there is one."""
    if session is None:
        return None
    details = details_of(session)
    return NextSession(details.day, details.supervisor, len(going_on(session)))


def _is_to_come(outline: ReflectionOutline) -> bool:
    """Say whether this is the next supervision, which has a place of its own."""
    return outline.form_id == SESSION_FORM_ID and not outline.is_complete


def _draft(vault: Vault, outline: ReflectionOutline) -> OpenDraft | None:
    try:
        reflection = vault.get(outline.id)
    except NotAsSaved:
        return None  # it stays in the list, and is told of to whoever opens it
    form = pinned_form(vault, reflection)
    progress = progress_of(reflection, form)
    share_left = 1 - progress.answered / max(progress.asked, 1)
    return OpenDraft(outline, progress, round(form.minutes * share_left))


def _usual(
    forms: tuple[FormDefinition, ...], use: tuple[tuple[str, int], ...]
) -> tuple[FormDefinition, ...]:
    # The three this person writes most stand in the shelf's own order, so that Ctrl+Shift+1
    # does not change its meaning with every reflection.
    times = dict(use)
    by_use = sorted(forms, key=lambda form: -times.get(form.id, 0))
    return tuple(sorted(by_use[:_USUAL_FORMS], key=forms.index))
