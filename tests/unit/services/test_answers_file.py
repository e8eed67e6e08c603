"""Answers files: what fits, and one clear sentence for what does not."""

import pytest

from app.domain.answer import Prose, Scale
from app.domain.errors import AnswerError
from app.domain.form import PromptKind
from app.domain.sharing import Sharing
from app.services.answers_file import answers_from_plain, read_toml
from tests.builders import a_form, a_prompt

FORM = a_form(
    a_prompt("noticed", sharing=Sharing.SUPERVISION),
    a_prompt("scale", PromptKind.SCALE),
    a_prompt("choice", PromptKind.CHOICE),
)


def test_answers_take_the_prompts_own_sharing_unless_the_file_says_otherwise():
    table = {"noticed": "rain", "scale": 4, "sharing": {"scale": ["supervision", "cpd"]}}
    answers = answers_from_plain(FORM, table)
    assert answers["noticed"].value == Prose("rain")
    assert answers["noticed"].sharing == Sharing.SUPERVISION
    assert answers["scale"].value == Scale(4)
    assert answers["scale"].sharing == Sharing.SUPERVISION | Sharing.CPD


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"smelled": "x"}, "smelled: .*no prompt with this key"),
        ({"scale": 11}, "scale: a scale goes from 0 to 10"),
        ({"choice": "three"}, "choice: is one of: one, two"),
        ({"noticed": 3}, "noticed: this answer is text"),
        ({"noticed": "x", "sharing": {"noticed": "everybody"}}, "sharing.noticed: sharing is"),
        ({"noticed": "x", "sharing": {"noticed": 7}}, "sharing.noticed: "),
        ({"noticed": "x", "sharing": {"other": "private"}}, "other: .*no prompt"),
        ({"sharing": "private"}, "sharing: is a table"),
    ],
)
def test_what_does_not_fit_names_the_prompt_and_the_reason(table, words):
    with pytest.raises(AnswerError, match=words):
        answers_from_plain(FORM, table)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"noticed = ", r"is not valid TOML at (line 1|end)"),
        (b"noticed = 'MARKER\n", r"is not valid TOML at (line 1|end)"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"a = " + b"[" * 5000, "is (nested too deeply|not valid TOML)"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_without_what_was_written(tmp_path, content, words):
    file = tmp_path / "answers.toml"
    file.write_bytes(content)
    with pytest.raises(AnswerError, match=words) as refusal:
        read_toml(file)
    assert "MARKER" not in str(refusal.value)
    assert refusal.value.place == "answers.toml"


def test_a_missing_file_is_told_by_its_name(tmp_path):
    with pytest.raises(AnswerError, match=r"nothing\.toml: cannot be read"):
        read_toml(tmp_path / "nothing.toml")
