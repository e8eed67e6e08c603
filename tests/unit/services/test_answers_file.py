"""Answers files: what fits, and one clear sentence for what does not."""

import os

import pytest

from app.domain.answer import Prose, Scale
from app.domain.errors import AnswerError
from app.domain.form import PromptKind
from app.domain.sharing import Sharing
from app.services.answers_file import answers_from_plain, read_toml
from tests.bounded import not_endless
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
        ({"noticed": "x", "sharing": {"noticed": [[1]]}}, "sharing.noticed: sharing is"),
        ({"sharing": "private"}, "sharing: is a table"),
        ({}, "the answers: there is none"),
        ({"noticed": " \n", "sharing": {"noticed": "cpd"}}, "the answers: there is none"),
    ],
)
def test_what_does_not_fit_names_the_prompt_and_the_reason(table, words):
    with pytest.raises(AnswerError, match=words):
        answers_from_plain(FORM, table)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"noticed = ", r"(line 1|the end of the file).*not TOML"),
        (b"noticed = 'MARKER\n", r"(line 1|the end of the file).*not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a = " + b"[" * 5000, "(nested too deeply|not TOML)"),
        (b"noticed = " + b"7" * 5000, "one of the numbers is too long"),
        (b".".join([b"MARKER"] * 20_000) + b" = 1", "line 1: a name with this many dots"),
        (b'noticed = "rain"\n"a" . ' + b'"b" . ' * 20_000 + b"c = 1", "line 2: a name with"),
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
    with pytest.raises(AnswerError, match=r"nothing\.toml: .*no such file"):
        read_toml(tmp_path / "nothing.toml")


@pytest.mark.parametrize("key", ["my mother said a secret", "Noticed", "x" * 65, "", "a.b", "é"])
@pytest.mark.parametrize("is_sharing", [True, False])
def test_what_is_no_key_is_not_repeated(key, is_sharing):
    table = {"noticed": "x", "sharing": {key: "private"}} if is_sharing else {key: "x"}
    with pytest.raises(AnswerError) as refusal:
        answers_from_plain(FORM, table)
    assert str(refusal.value) == ("a key of this file: “A test form” has no prompt with this key")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "answers.toml")
    with pytest.raises(AnswerError, match="not an ordinary file"):
        read_toml(tmp_path / "answers.toml")


def test_a_link_to_the_answers_is_followed(tmp_path):
    (tmp_path / "answers.toml").write_text('noticed = "rain"')
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "answers.toml")
    assert read_toml(link) == {"noticed": "rain"}


@pytest.mark.parametrize("quote", ['"', "'", '"""', "'''"])
def test_sentences_may_have_as_many_dots_as_they_like(tmp_path, quote):
    text = "No. " * 20 + "a.b.c.d.e.f.g.h.i.j.k"
    file = tmp_path / "answers.toml"
    file.write_text(f"# {text}\nnoticed = {quote}{text}{quote}  # {text}\n")
    assert read_toml(file) == {"noticed": text}


@pytest.mark.parametrize(
    "content",
    [
        '"\\' + '"\\' * 250_000,
        'a = """' + '\\"""' * 100_000,
        "'''" * 100_001,
        '"' * 300_001,
        "a." * 100_000,
        '"a\\"' * 100_000,
        '\\\n"' * 100_000,
        "a = [" + '"b.c", ' * 50_000,
        'a = {a = """x"""", ' + "b." * 100_000 + "b = 1}",
        "a = {a = '''x''''', " + "b." * 100_000 + "b = 1}",
    ],
)
def test_no_shape_of_text_makes_the_reading_endless(tmp_path, content):
    file = tmp_path / "answers.toml"
    file.write_text(content)
    with not_endless(), pytest.raises(AnswerError):
        read_toml(file)
