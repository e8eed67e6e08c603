"""Months that RedNotebook writes, and months that nobody should have written."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NotBroughtIn
from app.domain.incoming import SourceKind
from app.domain.progress import unwatched
from app.importing.bounded_yaml import Pairs, YamlRefused, read_yaml
from app.importing.reading import Sources
from app.importing.rednotebook_marks import markdown_of


@pytest.fixture
def month(tmp_path):
    def written(text, name="2019-03.txt"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return written


def read(path):
    return Sources().read(path, SourceKind.REDNOTEBOOK, unwatched)


written = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), max_size=80
)


@given(st.dictionaries(st.integers(1, 31), written.filter(str.strip), min_size=1, max_size=6))
def test_what_its_dumper_writes_comes_back(days):
    text = yaml.dump(
        {day: {"text": words} for day, words in days.items()},
        Dumper=yaml.CSafeDumper,
        allow_unicode=True,
    )
    found = read_yaml(text)
    assert isinstance(found, Pairs)
    assert {int(day): dict(value.items)["text"] for day, value in found.items} == days


@given(
    st.lists(
        st.sampled_from(
            ["**", "//", "__", "--", "``", '""', "[", "]", "word", "two words", " ", "\n", "=",
             "== Head ==", "+ item", "- item", "http://a.example//b", "{", "|color:red}", "#tag",
             "\\\\\n", "*", "_", " [x 2019-03-04] "]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_no_word_is_lost_in_its_marks(pieces):
    text = "".join(pieces)
    # A colour may begin within a word: both halves stand side by side then, as they did.
    without_colours = re.sub(r"\{([^{}\n]+?)\|color:red\}", r"\1", text)
    kept, written_there = (
        re.findall(r"[^\W_\d]+", words.replace("|color:red}", " "))
        for words in (markdown_of(text), without_colours)
    )
    assert kept == written_there


def test_what_stands_in_a_block_or_in_code_keeps_its_marks():
    assert markdown_of("```\n//a// == b ==\n```\n//c// ``//d//``") == (
        "```\n//a// == b ==\n```\n*c* `//d//`"
    )


def test_old_tags_and_several_kinds_of_tags_are_themes(month):
    text = "4:\n  Tags: {Calm: null, Rain: null}\n  Idea: {one: null}\n  text: 'some #words'\n"
    (entry,) = read(month(text)).entries
    assert entry.themes == ("words", "Calm", "Rain", "Idea")
    assert [(part.heading, part.text) for part in entry.parts] == [
        ("", "some #words"),
        ("Idea", "- one"),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("4: {text: 'cut off in the mid", "line 1: This is not whole"),
        ("1: &a {text: x}\n2: *a\n", "line 2: It refers to its own parts"),
        ("1: " + "[" * 100_000, "nested too deeply"),
        ("1: " + "{a: " * 100_000, "nested too deeply"),
        ("- 1\n- 2\n", "not as RedNotebook writes it"),
        ("a: {text: x}\n", "not as RedNotebook writes it"),
        ("1: words\n", "not as RedNotebook writes it"),
        ("just words\n", "not as RedNotebook writes it"),
        ("? [1]\n: {text: x}\n", "A name in it is not a word"),
        ("1: {text: a}\n---\n2: {text: b}\n", "several documents"),
        ("1: !!python/object/apply:os.system ['true']\n", "not as RedNotebook writes it"),
        ("\n\n", "no days with words"),
        (b"1: {text: a\0b}\n", "not a text file"),
    ],
)
def test_what_it_never_writes_is_refused_in_a_sentence(month, text, sentence):
    with pytest.raises(NotBroughtIn, match=sentence):
        read(month(text))


def test_one_month_that_cannot_be_read_keeps_the_whole_journal_out(month):
    month("1: {text: fine}\n", "2019-02.txt")
    file = month("1: {text: 'cut", "2019-03.txt")
    with pytest.raises(NotBroughtIn, match=r"2019-03\.txt, line 1"):
        read(file.parent)


def test_a_day_that_no_month_has_is_kept_without_its_day(month):
    (entry,) = read(month("31: {text: words}\n", "2019-02.txt")).entries
    assert (entry.day, entry.place) == (None, "2019-02.txt, day 31")


def test_a_file_that_is_not_named_for_a_month_is_refused(month):
    with pytest.raises(NotBroughtIn, match="named for its month"):
        read(month("1: {text: words}\n", "march.txt"))


def test_a_single_month_is_known_by_its_name_and_its_first_day(month):
    incoming = Sources().read(month("4:\n  text: words\n"), None, unwatched)
    assert incoming.kind is SourceKind.REDNOTEBOOK


def test_notes_that_are_only_named_like_months_are_notes(month):
    file = month("In March it rained.\n")
    assert Sources().read(file, None, unwatched).kind is SourceKind.TEXT
    assert Sources().read(file.parent, None, unwatched).kind is SourceKind.TEXT


def test_references_of_yaml_are_never_followed():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    with pytest.raises(YamlRefused, match="own parts"):
        read_yaml("\n".join(lines))
