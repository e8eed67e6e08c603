"""A file of tags is read wholly or refused in one sentence with its place."""

from datetime import date

import pytest

from app.domain.errors import FormError
from app.domain.framework import Framework, FrameworkTag
from app.formspec.framework_file import read_framework

X = '"x",'
GOOD = """format = 1
id = "small"
name = "A small framework"
short = "Small"
since = 2020-01-01
until = 2027-03-31
note = "Ends."
source = "A page."
checked_on = 2026-11-22

[[tags]]
key = "4.1"
label = "Feedback"
gist = "I take it in."
confirmed = false
words = ["feedback", "told me"]
forms = ["feedback_received"]

[[tags]]
key = "4.2"
label = "Supervision"
"""


def read(folder, text):
    path = folder / "small.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_framework(path)


def refusal(folder, text):
    with pytest.raises(FormError) as wrong:
        read(folder, text)
    sentence = str(wrong.value)
    assert sentence.startswith("small.toml: ")
    assert len(sentence) < 200
    assert "\n" not in sentence
    return sentence.removeprefix("small.toml: ")


def test_every_word_of_a_file_arrives(tmp_path):
    first = FrameworkTag(
        "4.1",
        "Feedback",
        "I take it in.",
        is_confirmed=False,
        words=("feedback", "told me"),
        forms=("feedback_received",),
    )
    assert read(tmp_path, GOOD) == Framework(
        "small",
        "A small framework",
        "Small",
        date(2020, 1, 1),
        date(2027, 3, 31),
        "A page.",
        date(2026, 11, 22),
        (first, FrameworkTag("4.2", "Supervision")),
        "Ends.",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("format = 1", "format = 2", "format: this file was made for a later Afterword"),
        ("format = 1", "format = 2\nmood = 1", "format: this file was made for a later Afterword"),
        ("format = 1", "format = -1", "format: this one reads format 1"),
        ("format = 1", f"format = 0x{'f' * 9_000}", "format: this file was made for a later"),
        ('id = "small"', 'id = "other"', "id: the id must be the file’s name"),
        ('"A small framework"', f'"{"x" * 121}"', "name: this is longer than 120 characters"),
        ('"Ends."', f'"{"x" * 100_000}"', "note: this is longer than 1500 characters"),
        ("until = 2027-03-31", "until = 2019-12-31", "until: this framework ends before it begins"),
        ("until = 2027-03-31", "until = 2027-02-29", "line 6, column 9: this is not TOML"),
        ("until = 2027-03-31", "until = 7", "until: this must be a date"),
        ('source = "A page."\n', "", "source: this is missing"),
        ("checked_on = 2026-11-22\n", "", "checked_on: this is missing"),
        ('key = "4.1"', 'key = "4/1"', "tags[0].key: a key is not empty, has no “/”"),
        ('key = "4.1"', 'key = " "', "tags[0].key: a key is not empty"),
        ('key = "4.2"', 'key = "4.1"', "tags[1].key: a key is not empty"),
        ('key = "4.1"', 'key = "4.1"\nkey = "4.1"', "line 13, column 12: a name stands here for"),
        ('"Feedback"', '""', "tags[0].label: this is empty"),
        ('"I take it in."', f'"{"x" * 401}"', "tags[0].gist: this is longer than 400"),
        ('"told me"]', '"Told me"]', "tags[0].words: words stand here in small letters"),
        ('"told me"]', '" "]', "tags[0].words: words stand here in small letters"),
        ('"told me"]', "7]", "tags[0].words[1]: this must be text"),
        ('["feedback_received"]', f"[{X * 101}]", "tags[0].forms: this is longer than 100"),
        ("confirmed = false", "confirmed = 0", "tags[0].confirmed: this must be true or false"),
        ("confirmed = false", "sure = false", "tags[0].sure: "),
        ("[[tags]]", "[[tags]", "line 11, column "),
    ],
    ids=lambda each: each[:30],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, old, new, told):
    assert old in GOOD
    assert refusal(tmp_path, GOOD.replace(old, new, 1)).startswith(told)


def test_there_must_be_tags(tmp_path):
    none = GOOD.partition("[[tags]]")[0] + "tags = []\n"
    assert refusal(tmp_path, none).startswith("tags: at least one tag")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "format: this is missing"),
        (b"\xff", "line 1: this is not UTF-8"),
        (b"a = " + b"[" * 100_000, "the whole file: brackets are nested too deeply"),
        (b"#" * 2 * 1024 * 1024, "the whole file: this file is larger than 1 MiB"),
    ],
    ids=["nothing", "no text", "nested", "two mebibytes"],
)
def test_a_hostile_file_ends_in_one_short_sentence(tmp_path, content, told):
    assert refusal(tmp_path, content).startswith(told)


def test_a_link_is_not_followed(tmp_path):
    read(tmp_path, GOOD)
    (tmp_path / "small.toml").rename(tmp_path / "elsewhere")
    (tmp_path / "small.toml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FormError, match="link to another file"):
        read_framework(tmp_path / "small.toml")
