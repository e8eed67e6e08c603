"""Seeded reflections of about 350 words on the real forms, over ten years."""

from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from types import MappingProxyType

from app import assets
from app.domain.answer import (
    YES_NO_VERDICTS,
    Action,
    Actions,
    Answer,
    Choice,
    ChosenDate,
    Prose,
    Scale,
    ShortText,
    YesNo,
    text_of,
)
from app.domain.form import PromptKind
from app.domain.reflection import Reflection
from app.domain.sharing import Sharing
from app.formspec.folder import FormFolder
from tests.benchmarks.vocabulary import Vocabulary

SEED = 20_261_022
_FIRST_DAY = datetime(2016, 10, 1, 8, tzinfo=UTC)
_SPAN = timedelta(days=3650)
# These four stand for the others, so that figures of different days can be laid side by side.
_FORM_WEIGHTS = {
    "five_minute_capture": 6,
    "conference_or_case": 3,
    "practice_review": 1,
    "fook_two_stages": 1,
}
_LEAST_WORDS, _MEAN_WORDS, _SPREAD = 120, 350, 110
_SHARE_ANSWERED = 0.7
_SHARE_DRAFT, _SHARE_OPEN_ACTION = 0.01, 0.03
_WRITTEN_AT_LENGTH = (PromptKind.PROSE, PromptKind.SCALE, PromptKind.YES_NO)
_THEMES = (
    *("trust", "time", "silence", "power", "risk", "language", "endings", "recording"),
    *("thresholds", "partnership", "advocacy", "neglect", "transitions", "caseload", "hope"),
    *("boundaries", "disagreement", "interpreters", "fathers", "grandparents", "schools"),
)


class Corpus:
    """Gives the same reflections for the same count, one after another, oldest first."""

    def __init__(self):
        self._random = Random(SEED)
        self.vocabulary = Vocabulary(self._random)
        shipped = FormFolder(assets.forms_folder()).forms()
        self.forms = [form for form in shipped if form.id in _FORM_WEIGHTS]
        self._weights = [_FORM_WEIGHTS[form.id] for form in self.forms]

    def reflections(self, count):
        """Give this many reflections."""
        for number in range(count):
            yield self._reflection(number, _FIRST_DAY + _SPAN * number / count)

    def _reflection(self, number, begun):
        random = self._random
        form = random.choices(self.forms, self._weights)[0]
        is_draft = random.random() < _SHARE_DRAFT
        return Reflection(
            id=f"{number:08x}{random.getrandbits(96):024x}",
            form_id=form.id,
            form_version=form.version,
            begun_at=begun,
            changed_at=begun + timedelta(minutes=30),
            title=self.vocabulary.line(random, random.randint(2, 6)),
            event_date=None if random.random() < 0.2 else begun.date() - timedelta(days=2),
            completed_at=None if is_draft else begun + timedelta(minutes=30),
            themes=tuple(random.sample(_THEMES, random.randint(0, 3))),
            answers=MappingProxyType(self._answers(form, begun.date())),
        )

    def _answers(self, form, day):
        random = self._random
        asked = [each for each in form.prompts() if random.random() < _SHARE_ANSWERED]
        asked = asked or list(form.prompts())[:1]
        words = max(_LEAST_WORDS, round(random.gauss(_MEAN_WORDS, _SPREAD)))
        long_ones = sum(1 for prompt in asked if prompt.kind in _WRITTEN_AT_LENGTH)
        share = words // max(1, long_ones)
        return {
            prompt.key: Answer(self._value(prompt, share, day), self._sharing(prompt))
            for prompt in asked
        }

    def _sharing(self, prompt):
        return self._random.choice(list(Sharing)) if self._random.random() < 0.1 else prompt.sharing

    def _value(self, prompt, words, day):
        random = self._random
        prose = partial(self.vocabulary.prose, random)
        line = partial(self.vocabulary.line, random)
        make = {
            PromptKind.PROSE: lambda: Prose(prose(words)),
            PromptKind.SHORT_TEXT: lambda: ShortText(line(8)),
            PromptKind.CHOICE: lambda: Choice(random.choice(prompt.options)),
            PromptKind.YES_NO: lambda: YesNo(random.choice(YES_NO_VERDICTS), prose(words)),
            PromptKind.SCALE: lambda: Scale(
                random.randint(0, 10), prose(words // 2), prose(words // 2)
            ),
            PromptKind.DATE: lambda: ChosenDate(day + timedelta(days=30)),
            PromptKind.ACTIONS: lambda: Actions(
                tuple(self._action(day, line) for _ in range(random.randint(1, 2)))
            ),
        }
        return make[prompt.kind]()

    def _action(self, day, line):
        by_when = day + timedelta(days=14)
        is_open = self._random.random() < _SHARE_OPEN_ACTION
        return Action(line(7), "I", by_when, line(5), None if is_open else by_when)


def text_bytes(reflection):
    """Count what the person wrote and chose, as UTF-8."""
    texts = [text_of(answer.value) for answer in reflection.answers.values()]
    return sum(len(text.encode()) for text in (reflection.title, *texts, *reflection.themes))
