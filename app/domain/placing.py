"""Puts the words under an entry's headings into a form's prompts, each word somewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.domain.answer import Answer, AnswerValue, Prose
from app.domain.carrying_over import account_of, words_of
from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.domain.headed_words import Headed
from app.domain.heading_index import Target, settled
from app.domain.records import published_key, takes_record_after, with_record
from app.domain.reflection import in_form_order, is_asked_after
from app.domain.reply_reading import reply_in
from app.domain.sharing import Sharing

_SLIGHT = 20  # characters of marks and spaces
# Words that stand together under one heading: the section they stand in, and themselves.
_Waiting = tuple[str, Headed]


class Placing:
    """The answers of one entry as they come together."""

    def __init__(self, form: FormDefinition) -> None:
        """Begin; the form has a prompt for what has no place of its own."""
        account = account_of(form)
        assert account is not None
        self._form, self._account = form, account
        self._values: dict[str, AnswerValue] = {}
        self._before: list[str] = []  # what goes to the account: before its own words, and after
        self._after: list[str] = []
        self._waiting: list[_Waiting] = []
        self._section = ""

    def answers(self, found: Sequence[tuple[Headed, tuple[Target, ...]]]) -> Mapping[str, Answer]:
        """Give the answers, all private, in the form's order."""
        for number, (headed, targets) in enumerate(found):
            if not headed.heading:
                (self._after if number else self._before).append(headed.text)
            elif not targets:
                self._to_account(headed.heading, headed.text)
            else:
                self._place(headed, targets)
        for section_key, headed in self._waiting:
            self._place_in_section(section_key, headed)
        self._take_back_unasked()
        self._fill_account()
        answers = {key: Answer(value, Sharing.PRIVATE) for key, value in self._values.items()}
        return MappingProxyType(in_form_order(answers, self._form))

    def _place(self, headed: Headed, targets: Sequence[Target]) -> None:
        prompts = [target for target in targets if target.prompt_key]
        if not prompts:
            self._enter(targets[0].section_key)
            if headed.text:
                self._waiting.append((self._section, headed))
            return
        here = published_key(self._section)
        ordered = sorted(prompts, key=lambda target: target.section_key != here)
        free = next((key for key in map(self._key_of, ordered) if self._is_free(key)), None)
        if free is None and self._begin_record(ordered[0].section_key):
            free = self._key_of(ordered[0])
        if free is None:
            self._to_account(headed.heading, headed.text)
        else:
            self._section = self._section_of(free)
            self._reply(self._prompt(free), headed)

    def _enter(self, section_key: str) -> None:
        """Go on in this section; where it repeats and something was written, in a new record."""
        last = self._last_of(section_key)
        keys = {prompt.key for prompt in last.prompts}
        waits = any(key == last.key for key, _ in self._waiting)
        if (not waits and not keys & set(self._values)) or not self._begin_record(section_key):
            self._section = last.key

    def _begin_record(self, section_key: str) -> bool:
        last = self._last_of(section_key)
        if not takes_record_after(self._form, last):
            return False
        self._form, added = with_record(self._form, section_key)
        self._section = added.key
        return True

    def _key_of(self, target: Target) -> str:
        """Give the key of a target's prompt in the last record of its section."""
        prompts = self._last_of(target.section_key).prompts
        return next(each.key for each in prompts if published_key(each.key) == target.prompt_key)

    def _last_of(self, section_key: str) -> Section:
        same = [each for each in self._form.sections if published_key(each.key) == section_key]
        return same[-1]

    def _section_of(self, key: str) -> str:
        return next(
            section.key
            for section in self._form.sections
            if any(prompt.key == key for prompt in section.prompts)
        )

    def _is_free(self, key: str) -> bool:
        return key not in self._values

    def _prompt(self, key: str) -> Prompt:
        prompt = self._form.prompt(key)
        assert prompt is not None
        return prompt

    def _reply(self, prompt: Prompt, headed: Headed) -> None:
        text = _without_help(prompt, headed.text)
        if not text:
            return
        reply = reply_in(prompt, text)
        if reply.value is not None:
            self._values[prompt.key] = reply.value
        if reply.left:
            self._to_account(headed.heading, reply.left)

    def _place_in_section(self, section_key: str, headed: Headed) -> None:
        """Give a section's words to its first free prompt that holds them all, the longest kind
        of writing first.
        """
        section = next(each for each in self._form.sections if each.key == section_key)
        free = [prompt for prompt in section.prompts if self._is_free(prompt.key)]
        asked = [prompt for prompt in free if prompt.when is None]
        ordered = sorted(asked, key=lambda prompt: prompt.kind is not PromptKind.PROSE)
        for prompt in ordered:
            reply = reply_in(prompt, headed.text)
            if reply.value is not None and not reply.left:
                self._values[prompt.key] = reply.value
                return
        self._to_account(headed.heading, headed.text)

    def _to_account(self, heading: str, text: str) -> None:
        self._after.append("\n\n".join(filter(None, (f"**{heading}**", text))))

    def _take_back_unasked(self) -> None:
        """Take an answer to what the form would not ask to where it can be seen."""
        for prompt in self._form.prompts():
            answers = {key: Answer(value) for key, value in self._values.items()}
            if prompt.key in answers and not is_asked_after(answers, prompt):
                self._to_account(prompt.text, words_of(self._values.pop(prompt.key)))

    def _fill_account(self) -> None:
        own = self._values.get(self._account.key)
        words = own.text if isinstance(own, Prose) else ""
        together = "\n\n".join(filter(None, (*self._before, words, *self._after)))
        if together:
            self._values[self._account.key] = Prose(together)


def _without_help(prompt: Prompt, text: str) -> str:
    """Leave out the form's own help where a filled form repeats it under the question."""
    first, _, others = text.partition("\n")
    own = (words for words in (prompt.help, prompt.nudge) if words)
    is_repeated = any(
        abs(len(first) - len(words)) <= _SLIGHT and settled(first) == settled(words)
        for words in own
    )
    return others.strip("\n") if is_repeated else text
