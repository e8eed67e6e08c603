"""Every encoding that people meet is found, and nothing is read as what it is not."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.errors import NotBroughtIn
from app.importing.characters import found_text, one_line, settled, text_of

WORDS = "Grüße – “naïve” café, señora\nsecond line"
written = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=200)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_encoding_is_found(encoding):
    assert text_of(WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read_in_both_orders(encoding):
    assert text_of(f"\ufeff{WORDS}".encode(encoding), "a.txt") == WORDS


@given(written)
@example("á")
def test_any_words_saved_as_utf_8_come_back(words):
    assert text_of(words.encode(), "a.txt") == settled(words)


@given(written)
def test_any_words_saved_as_utf_16_come_back(words):
    assert text_of(words.encode("utf-16"), "a.txt") == settled(words)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused_in_a_sentence(data):
    with suppress(NotBroughtIn):
        text_of(data, "a.txt")


def test_every_kind_of_line_end_is_one():
    assert text_of(b"a\r\nb\rc\nd\x0ce", "a.txt") == "a\nb\nc\nd\ne"


def test_a_file_that_ends_in_the_middle_of_a_character_was_cut_off():
    with pytest.raises(NotBroughtIn, match="cut off"):
        text_of(("é" * 40).encode()[:-1], "a.txt")


@pytest.mark.parametrize("words", ["We met at the café", "à propos, voilà", "“yes” – café…", "é"])
def test_a_whole_text_in_the_old_encoding_is_not_cut_off_and_is_told(words):
    found = found_text(words.encode("cp1252"), "a.txt")
    assert found.text == words
    assert found.read_as[0].words.startswith("Read as Western European (Windows), for it is not")


def test_what_is_read_for_certain_needs_no_telling():
    for encoding in ("ascii", "utf-8", "utf-16", "utf-16-le"):
        assert found_text(b"plain".decode().encode(encoding), "a.txt").read_as == ()


def test_another_old_encoding_is_told_as_what_it_was_read():
    (told,) = found_text("Привет, мир".encode("cp1251"), "a.txt").read_as
    assert "Western European (Windows)" in told.words
    assert "save it as UTF-8" in told.words


def test_as_many_characters_in_one_encoding_as_in_another_are_refused():
    mixed = "a café\n".encode() + "a café\n".encode("cp1252")
    with pytest.raises(NotBroughtIn, match=r"a\.txt, line 2: Some bytes"):
        text_of(mixed, "a.txt")


def test_a_few_characters_in_another_encoding_are_told():
    mixed = "a café\n".encode() + ("a café\n" * 5).encode("cp1252")
    (told,) = found_text(mixed, "a.txt").read_as
    assert "but some of it is UTF-8" in told.words


def test_one_damaged_byte_does_not_garble_all_others():
    data = ("Grüße, café, señora\n" * 5).encode()
    with pytest.raises(NotBroughtIn, match=r"a\.txt, line 3: Some bytes"):
        text_of(data[:60] + b"\xff" + data[60:], "a.txt")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"words\0words"]
)
def test_what_is_no_text_is_told(data):
    with pytest.raises(NotBroughtIn, match="not a text file"):
        text_of(data, "a.txt")


def test_one_empty_byte_far_into_a_text_is_damage():
    with pytest.raises(NotBroughtIn, match="not a text file"):
        text_of(b"words " * 2_000 + b"\0" + b"words " * 2_000, "a.txt")


def test_characters_that_mean_nothing_go_and_half_ones_are_shown():
    assert settled("a\x07b\ud83dc\ufeff") == "ab\N{REPLACEMENT CHARACTER}c"
    assert one_line(" a\n b\t c ") == "a b c"
