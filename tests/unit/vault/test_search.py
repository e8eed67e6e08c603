import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.answer import Actions, Answer, Prose, YesNo
from app.domain.finding import Piece, Search
from app.vault.extracts import Folded, Hits, extract, folded
from app.vault.search_words import Term, terms_of
from tests.unit.vault.samples import a_reflection, every_kind


def found(vault, words):
    return {outline.id for outline in vault.find(Search(words)).outlines}


def extract_of(texts, words):
    return extract(lambda: map(Folded, texts), Hits(terms_of(words).terms))


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in pieces)


@pytest.fixture(scope="module")
def shelf(shared_vault):
    texts = {
        "door": "The door was ajar; “come in”, she said.",
        "cafe": "At the CAFÉ they don’t re-open. Straße.",
        "late": "I was running late again, late.",
        "cafe2": "Cafe\u0301 corner: www.example.org",
    }
    for number, (uid, text) in enumerate(texts.items()):
        shared_vault.put(a_reflection(uid, text, minutes=number))
    return shared_vault


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("door", {"door"}),
        ("DOOR ajar", {"door"}),
        ("ajar door", {"door"}),
        ("doo", {"door"}),
        ("doo ", set()),
        ("doo ajar", set()),
        ("d", {"door", "cafe"}),
        ("cafe", {"cafe", "cafe2"}),
        ("café ", {"cafe", "cafe2"}),
        ("cafe\u0301", {"cafe", "cafe2"}),
        ('"was ajar"', {"door"}),
        ('"ajar was"', set()),
        ('"was running"', {"late"}),
        ('"was run', {"late"}),
        ('"was run"', set()),
        ("“come in”", {"door"}),
        ("don't", {"cafe"}),
        ("don’t", {"cafe"}),
        ("re-open", {"cafe"}),
        ("re-op", {"cafe"}),
        ("straße", {"cafe"}),
        ("STRASSE", set()),
        ("late late", {"late"}),
        ('"', {"door", "cafe", "late", "cafe2"}),
        ('""', {"door", "cafe", "late", "cafe2"}),
        ('door "', {"door"}),
        ("   ", {"door", "cafe", "late", "cafe2"}),
        ("😀", set()),
        ("door 😀", {"door"}),
        ("*", set()),
        ("door*", {"door"}),
        ("doo* ajar", {"door"}),
        ("doo* ", {"door"}),
        ("re-op* they", {"cafe"}),
        ("doo*r ajar", set()),
        ("***", set()),
        ("door AND ajar", set()),
        ("NOT door", set()),
        ("words:door", set()),
        ("^door", {"door"}),
        ("door OR late", set()),
        ("(door)", {"door"}),
        ("NEAR(door ajar)", set()),
        ("שלום", set()),
        ("\0door", {"door"}),
    ],
)
def test_words_find_what_a_person_means(shelf, words, expected):
    assert found(shelf, words) == expected


def test_ten_thousand_characters_are_no_trouble(shelf):
    assert found(shelf, "door " * 2000) == {"door"}
    assert found(shelf, "x" * 10_000) == set()
    assert found(shelf, '"' * 10_000) == {"door", "cafe", "late", "cafe2"}
    assert found(shelf, "a-" * 5_000) == set()


def test_every_part_of_every_kind_is_found(vault):
    vault.put(a_reflection(answers=every_kind(), title="Teapot", themes=("Trust and time",)))
    for words in ("teapot", "trust", "head", "kettle", "line", "visit", "applicable", "asked",
                  "because", "visit", "2026-02-28", "ring", "says"):  # fmt: skip
        assert found(vault, words) == {"r1"}, words


def test_a_phrase_does_not_depend_on_case_or_accents(vault):
    vault.put(a_reflection(text="Élan Vital indeed"))
    assert found(vault, '"elan vital"') == {"r1"}


LETTERS = st.characters(max_codepoint=0x24F)


@settings(max_examples=300)
@given(st.text(LETTERS, min_size=1, max_size=12))
def test_what_counts_as_one_word_is_one_word_to_the_index_too(word):
    """The index of words holds no positions and refuses a query for two words in order."""
    from sqlcipher3 import dbapi2

    term = Term(word)
    if not term.is_one_word():
        return
    index = dbapi2.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE w USING fts5"
        " (t, detail=none, tokenize='unicode61 remove_diacritics 2')"
    )
    index.execute("INSERT INTO w VALUES (?)", (word,))
    query = "SELECT count(*) FROM w WHERE w MATCH ?"
    assert index.execute(query, (term.query(),)).fetchone() == (1,)
    index.close()


def test_the_extract_stands_around_the_first_hit_and_marks_it():
    text = "before " * 40 + "the Kettle whistled " + "after " * 40
    pieces = extract_of((text,), "kettle")
    assert "[Kettle]" in marked(pieces)
    assert marked(pieces).startswith("…before")
    assert marked(pieces).endswith("after…")
    assert 90 <= len("".join(piece.text for piece in pieces)) <= 130


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A CAFÉ, a cafe.", "café", "A [CAFÉ], a [cafe]."),
        ("A cafe\u0301 here", "cafe ", "A [cafe\u0301] here"),
        ("doors and a door", "doo", "[doors] and a [door]"),
        ("doors and a door", "door ", "doors and a [door]"),
        ("indoors", "door", "indoors"),
        ("They don’t re-open", '"don\'t re" op', "They [don’t re]-[open]"),
        ("the cat; the dog", "dog cat", "the [cat]; the [dog]"),
        ("# Head\n\n- **one** `two`\n> _three_", "three", "Head one two [three]"),
        ("İstanbul İ straße", "straße", "İstanbul İ [straße]"),
        ("שלום עולם", "שלום", "[שלום] עולם"),
        ("nothing here", "", "nothing here"),
        ("nothing here", "😀", "nothing here"),
        ("", "x", ""),
    ],
)
def test_the_extract_marks_what_the_index_found(text, words, expected):
    assert marked(extract_of((text,), words)) == expected


def test_the_extract_comes_from_the_answer_with_the_hit():
    texts = ("The first answer.", "", "Here is the kettle.")
    assert marked(extract_of(texts, "kettle")) == "Here is the [kettle]."
    assert marked(extract_of(texts, "teapot")) == "The first answer."
    assert extract_of((), "") == ()


def test_folding_keeps_every_character_in_its_place():
    for start in (*range(0, 0x3000, 4096), 0xA000, 0xF000, 0x10000, 0x1D000, 0x1F000):
        text = "".join(map(chr, range(start, start + 4096)))
        assert len(folded(text)) == len(text)
    assert folded("Éİß") == "eiß"


@given(st.text(max_size=300), st.text(max_size=20))
def test_an_extract_is_always_made(text, words):
    pieces = extract_of((text,), words)
    assert all(isinstance(piece, Piece) and piece.text for piece in pieces)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(st.characters(max_codepoint=0x24F, categories=["L", "N"]), min_size=1),
                min_size=1, max_size=6), st.data())  # fmt: skip
def test_what_the_index_finds_the_extract_marks(words, data):
    wanted = data.draw(st.sampled_from(words))
    pieces = extract_of((" ".join(words),), wanted + " ")
    shown = "".join(piece.text for piece in pieces)
    if wanted in shown.split(" "):
        assert any(piece.is_found for piece in pieces)


def test_empty_answers_give_no_extract(vault):
    vault.put(a_reflection(answers={"a": Answer(Actions()), "b": Answer(YesNo())}))
    vault.put(a_reflection("r2", answers={"a": Answer(Actions()), "b": Answer(Prose("Words"))}))
    extracts = [marked(outline.extract) for outline in vault.find(Search()).outlines]
    assert sorted(extracts) == ["", "Words"]


@given(st.text("aéE\u0301 x'’—", max_size=30), st.text("aée\u0301 x'’\"", max_size=8))
def test_the_quick_way_to_the_first_hit_finds_the_same(text, words):
    hits = Hits(terms_of(words).terms)
    if hits.pattern is not None:
        found = hits.pattern.search(folded(text))
        assert hits.first_in(Folded(text)) == (found.start() if found else None)
