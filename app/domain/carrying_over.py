"""Going on in a fuller form: which answer goes where, so that no word that was written is lost.

An answer finds its own place by what its prompt is for. What has no place of its own is put
together in the first account of the new form. Nothing is ever shared more widely than it was:
where answers come together, only what all of them allowed stays allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_
from types import MappingProxyType

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    AnswerValue,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Prose,
    Quotation,
    Scale,
    ShortText,
    text_of,
)
from app.domain.calendar_words import plain_date
from app.domain.form import FormDefinition, Prompt, PromptKind, SummaryRole
from app.domain.reflection import Reflection

_SAME_KEY, _SAME_WORDS, _SAME_ROLE, _SAME_FIELD, _SAME_KIND = 16, 8, 4, 2, 1
# There is hardly more than one of these in a form, so the kind alone says what it is for.
_KNOWN_BY_KIND = (PromptKind.ACTIONS, PromptKind.THEMES, PromptKind.QUOTATION)
# A scale's ends, a day's question, a verdict and a file mean what they meant where they stood.
_TAKEN_BY: dict[type, tuple[PromptKind, ...]] = {
    Prose: (PromptKind.PROSE,),
    ShortText: (PromptKind.SHORT_TEXT, PromptKind.PROSE),
    Choice: (PromptKind.CHOICE,),
    Choices: (PromptKind.CHOICES,),
    Checklist: (PromptKind.CHECKLIST,),
    Actions: (PromptKind.ACTIONS,),
    ChosenThemes: (PromptKind.THEMES,),
    Quotation: (PromptKind.QUOTATION,),
}


@dataclass(frozen=True, slots=True)
class Carried:
    """One answer of the first reflection, and the prompt of the new form that takes it."""

    asked: str  # the question it was an answer to
    answer: Answer
    to: Prompt
    has_own_place: bool


@dataclass(frozen=True, slots=True)
class CarryingOver:
    """Where every answer goes, and the answers that come of it."""

    carried: tuple[Carried, ...]
    answers: Mapping[str, Answer]

    @property
    def own_places(self) -> int:
        """How many answers have a place of their own."""
        return sum(1 for each in self.carried if each.has_own_place)

    def is_narrowed(self, prompt: Prompt) -> bool:
        """Say whether something in this answer may now be seen by fewer than before."""
        given = [each.answer.sharing for each in self.carried if each.to.key == prompt.key]
        return any(self.answers[prompt.key].sharing != sharing for sharing in given)


def takes_everything(form: FormDefinition) -> bool:
    """Say whether a form has a place for what has no place of its own."""
    return account_of(form) is not None


def carried_over(
    reflection: Reflection, form: FormDefinition, new_form: FormDefinition
) -> CarryingOver:
    """Give where each answer of a reflection goes in another form.

    Raises:
        ValueError: the new form has no prompt for writing at length.
    """
    account = account_of(new_form)
    if account is None:
        raise ValueError("this form has no place for everything that was written")
    given = tuple(_given(reflection, form))
    places = _own_places(given, tuple(_open_prompts(new_form)))
    carried = tuple(
        Carried(prompt.text, answer, places.get(number, account), has_own_place=number in places)
        for number, (prompt, answer) in enumerate(given)
    )
    together: dict[str, list[Carried]] = {}
    for each in carried:
        together.setdefault(each.to.key, []).append(each)
    ordered = (prompt for prompt in new_form.prompts() if prompt.key in together)
    answers = {prompt.key: _answer(prompt, together[prompt.key]) for prompt in ordered}
    return CarryingOver(carried, MappingProxyType(answers))


def words_of(value: AnswerValue) -> str:
    """Give what was answered as running words, for a place where only words can stand."""
    match value:
        case ChosenDate(day) if day is not None:
            return plain_date(day)
        case Scale(number) if number is not None:
            return f"{number} of 10\n{text_of(replace(value, number=None))}".rstrip("\n")
        case Actions(items):
            return "\n".join(map(_action_words, items))
    return text_of(value)


def _given(reflection: Reflection, form: FormDefinition) -> Iterator[tuple[Prompt, Answer]]:
    """Give what was answered, in the form's order; what the form does not know comes last."""
    known = {prompt.key: prompt for prompt in form.prompts()}
    unknown = (key for key in reflection.answers if key not in known)
    for key in (*known, *unknown):
        answer = reflection.answers.get(key)
        if answer is not None and not answer.is_empty:
            yield known.get(key) or Prompt(key, PromptKind.PROSE, ""), answer


def _open_prompts(form: FormDefinition) -> Iterator[Prompt]:
    """Give what is asked whatever else is answered: elsewhere nobody would see the words."""
    return (prompt for prompt in form.prompts() if prompt.when is None)


def account_of(form: FormDefinition) -> Prompt | None:
    """Give the prompt for writing at length that takes what has no place of its own."""
    once = [
        prompt
        for section in form.sections
        if section.repeat is None
        for prompt in section.prompts
        if prompt.when is None and prompt.kind is PromptKind.PROSE
    ]
    accounts = (prompt for prompt in once if prompt.summary_role is SummaryRole.ACCOUNT)
    return next(accounts, once[0] if once else None)


def _own_places(
    given: tuple[tuple[Prompt, Answer], ...], prompts: tuple[Prompt, ...]
) -> dict[int, Prompt]:
    """Give each answer the prompt that is most like its own; each takes one, but for lists."""
    pairs = [
        (-_likeness(old, new), number, place)
        for number, (old, answer) in enumerate(given)
        for place, new in enumerate(prompts)
        if _likeness(old, new) and _fits(answer.value, new)
    ]
    found: dict[int, Prompt] = {}
    taken: set[int] = set()
    for _, number, place in sorted(pairs):
        if number not in found and place not in taken:
            found[number] = prompts[place]
            taken.add(place)
    for number, (_, answer) in enumerate(given):
        if number not in found and isinstance(answer.value, Actions | ChosenThemes):
            like = (prompts[place] for place in sorted(taken))
            same = next((prompt for prompt in like if _fits(answer.value, prompt)), None)
            if same is not None:
                found[number] = same
    return found


def _likeness(old: Prompt, new: Prompt) -> int:
    same_role = old.summary_role is not None and old.summary_role is new.summary_role
    same_field = old.cpd_field is not None and old.cpd_field is new.cpd_field
    return (
        _SAME_KEY * (old.key == new.key)
        + _SAME_WORDS * (old.text == new.text)
        + _SAME_ROLE * same_role
        + _SAME_FIELD * same_field
        + _SAME_KIND * (old.kind is new.kind and old.kind in _KNOWN_BY_KIND)
    )


def _fits(value: AnswerValue, prompt: Prompt) -> bool:
    """Say whether a prompt can show all of an answer."""
    if prompt.kind not in _TAKEN_BY.get(type(value), ()):
        return False
    return not _options_of(value) - set(prompt.options)


def _options_of(value: AnswerValue) -> set[str]:
    """Give what must be among the prompt's own options."""
    match value:
        case Choice(option):
            return {option}
        case Choices(options):
            return set(options)
        case Checklist(items):
            return {each.item for each in items}
    return set()


def _answer(prompt: Prompt, pieces: list[Carried]) -> Answer:
    sharing = reduce(and_, (piece.answer.sharing for piece in pieces))
    if prompt.kind is PromptKind.PROSE:
        return Answer(Prose("\n\n".join(_as_prose(pieces))), sharing)
    return Answer(reduce(_joined, (piece.answer.value for piece in pieces)), sharing)


def _as_prose(pieces: Iterable[Carried]) -> Iterator[str]:
    """Give the words that have their place here first, then the others under their questions."""
    ordered = sorted(pieces, key=lambda piece: not piece.has_own_place)
    for piece in ordered:
        words = words_of(piece.answer.value)
        if piece.has_own_place or not piece.asked:
            yield words
        else:
            yield f"**{piece.asked}**\n\n{words}"


def _action_words(item: Action) -> str:
    by_when = f"by {plain_date(item.by_when)}" if item.by_when else ""
    done_on = f"done on {plain_date(item.done_on)}" if item.done_on else ""
    dropped_on = f"dropped on {plain_date(item.dropped_on)}" if item.dropped_on else ""
    closed = (done_on, item.came_of_it, dropped_on, item.dropped_because)
    parts = (item.what, item.who, by_when, item.how_known, *closed)
    return "\n".join(part for part in parts if part)


def _joined(one: AnswerValue, other: AnswerValue) -> AnswerValue:
    if isinstance(one, Actions) and isinstance(other, Actions):
        return Actions((*one.items, *other.items))
    if isinstance(one, ChosenThemes) and isinstance(other, ChosenThemes):
        return ChosenThemes(tuple(dict.fromkeys((*one.names, *other.names))))
    raise ValueError("only lists are joined")
