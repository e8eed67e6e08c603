"""When a prompt is asked: always, or only after a certain answer to an earlier prompt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.answer import YES_NO_VERDICTS, verdict_words
from app.domain.form import Condition, FormDefinition, Prompt, PromptKind
from app.domain.form_editing import waitable
from app.ui.look import Look
from app.ui.studio.fields import PickField
from app.ui.studio.words import prompt_words

_LONGEST = 60


class ConditionFields(QWidget):
    """The earlier prompt, and which of its answers."""

    condition_changed = Signal(object)  # Condition or None

    def __init__(self, look: Look) -> None:
        """Begin with a prompt that is always asked."""
        super().__init__()
        self._earlier: dict[str, Prompt] = {}
        self._condition: Condition | None = None
        self.asked = PickField(
            look,
            self.tr("When it is asked"),
            self.tr("Always, or only after an earlier yes-or-no or one-of-several prompt."),
        )
        self.answer = PickField(look, self.tr("Only when the answer there is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("m"))
        column.addWidget(self.asked)
        column.addWidget(self.answer)
        self.asked.value_changed.connect(self._on_asked)
        self.answer.value_changed.connect(self._on_answer)

    @property
    def condition(self) -> Condition | None:
        """What the prompt waits for; None where it is always asked."""
        return self._condition

    def show_condition(self, form: FormDefinition, prompt: Prompt) -> None:
        """Show what a prompt waits for, and what it could wait for."""
        self._condition = prompt.when
        self._earlier = {each.key: each for each in waitable(form, prompt.key)}
        offered: list[tuple[object, str]] = [("", self.tr("Always"))]
        offered += [(key, self._after(each.text)) for key, each in self._earlier.items()]
        if prompt.when is not None and prompt.when.prompt not in self._earlier:
            offered.append((prompt.when.prompt, self.tr("After a prompt that does not fit now")))
        self.asked.set_values(offered)
        self.asked.set_value(prompt.when.prompt if prompt.when else "")
        self._show_answers()

    def _after(self, text: str) -> str:
        words = prompt_words(text)
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        return self.tr("Only after: {prompt}").format(prompt=short)

    def _show_answers(self) -> None:
        waited = self._earlier.get(self._condition.prompt) if self._condition else None
        self.answer.setVisible(waited is not None)
        if waited is None or self._condition is None:
            return
        answers = _answers(waited)
        if self._condition.answer not in dict(answers):
            answers.append((self._condition.answer, self._condition.answer))
        self.answer.set_values(answers)
        self.answer.set_value(self._condition.answer)

    def _on_asked(self, key: object) -> None:
        waited = self._earlier.get(str(key))
        if waited is None:
            self._condition = None
        else:
            answers = _answers(waited)
            self._condition = Condition(waited.key, str(answers[0][0]) if answers else "")
        self._show_answers()
        self.condition_changed.emit(self._condition)

    def _on_answer(self, answer: object) -> None:
        if self._condition is not None:
            self._condition = Condition(self._condition.prompt, str(answer))
            self.condition_changed.emit(self._condition)


def _answers(prompt: Prompt) -> list[tuple[object, str]]:
    if prompt.kind is PromptKind.YES_NO:
        return [(verdict.value, verdict_words(verdict)) for verdict in YES_NO_VERDICTS]
    return [(option, option) for option in prompt.options]
