"""A text as a plain reading sees it, and the way back to the text that was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.reading import reading_of
from tests.bounded import not_endless


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kayleigh’s bag", "Kayleigh's bag"),
        ("Mary\u2011Ann, 1\u20132", "Mary-Ann, 1-2"),
        ("told her\u2014Donna", "told her\u2014Donna"),
        ("Kayleigh\u00a0Oakes", "Kayleigh Oakes"),
        ("K\u200bay\u00adle\u2060igh", "Kayleigh"),
        ("\u200f07700\u200e 900\ufeff123", "07700 900123"),
        ("Jose\u0301", "José"),
        ("K\u0336a\u0336y\u0336", "Kay"),
        ("Ｋａｙ ０７７００", "Kay 07700"),
        ("𝐊𝐚𝐲 𝓚𝓪𝔂 🅚🅐🅨 ⓚⓐⓨ ⒦⒜⒴", "Kay Kay KAY kay kay"),
        ("ᴋᴀʏ", "kay"),
        ("\ufb01ona", "fiona"),
        ("Kаylеigh", "Kayleigh"),
        ("КАУ ᏦᎪᎽ ꓗꓮꓬ ⲔⲀⲨ", "KAY KAY KAY KAY"),
        ("мать сказала", "мать сказала"),
        ("०७७०० ٠٧٧٠٠", "07700 07700"),
        ("1️⃣2️⃣", "12"),
        ("O77OO 9OO123, l2345678", "07700 900123, 12345678"),
        ("07700 9ОО123", "07700 900123"),
        ("OO12 OIO and OX1 4QX", "OO12 OIO and OX1 4QX"),
        ("\u202ehgielyaK\u202c came", "Kayleigh came"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("Kay\x00leigh\x1b", "Kayleigh"),
        ("Kayleigh² said™", "Kayleigh  said™"),
    ],
)
def test_it_reads_as_one_sees_it(written, read):
    assert reading_of(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Kay**leigh and *Kayleigh*", "Kayleigh and Kayleigh"),
        ("_Kayleigh_ and __Kayleigh__ but snake_case", "Kayleigh and Kayleigh but snake_case"),
        ("kay_@example.org and @_kay", "kay_@example.org and @_kay"),
        ("~~Kay~~ about ~20", "Kay about ~20"),
        ("`Kay` and Kayleigh`s", "Kay and Kayleigh's"),
        ("* one\n* two, 3 * 4\n____", "* one\n* two, 3 * 4\n____"),
        ("J\\.S\\. and O\\'Neill \\\\*x*", "J.S. and O'Neill \\x"),
        ("K&auml;the&#39;s&nbsp;bag &amp; &unknown;", "Käthe's bag & &unknown;"),
        ("K<b>ay</b>leigh <a href='x'>", "Kayleigh <a href='x'>"),
    ],
)
def test_marks_of_markdown_show_nothing_where_they_stand_at_words(written, read):
    assert reading_of(written).text == read


def given_stretch(written, found):
    """The stretch of the given text that reads as these words."""
    reading = reading_of(written)
    start = reading.text.index(found)
    first, last = reading.span(start, start + len(found))
    return written[first:last]


@pytest.mark.parametrize(
    ("written", "found", "stretch"),
    [
        ("so Kayleigh came", "Kayleigh", "Kayleigh"),
        ("so K\u200bay\u200b came", "Kay", "K\u200bay"),
        ("so Jose\u0301 came", "José", "Jose\u0301"),
        ("so **Kay**leigh came", "Kayleigh", "Kay**leigh"),
        ("so \ufb01ona came", "fiona", "\ufb01ona"),
        ("so K&auml;the came", "Käthe", "K&auml;the"),
        ("so O\\'Neill came", "O'Neill", "O\\'Neill"),
        ("so \u202ehgielyaK\u202c came", "Kayleigh", "hgielyaK"),
        ("so \u202ehgielyaK\u202c came", "Kay", "yaK"),
        ("so 1️⃣2️⃣ came", "12", "1️⃣2️⃣"),
        ("cut\r\nKayleigh", "cut\nKayleigh", "cut\r\nKayleigh"),
    ],
)
def test_a_stretch_is_given_back_with_the_marks_inside_it(written, found, stretch):
    assert given_stretch(written, found) == stretch


@given(st.text(max_size=60))
def test_every_stretch_lies_in_the_text_and_places_follow_each_other(written):
    reading = reading_of(written)
    for start in range(len(reading.text)):
        first, last = reading.span(start, start + 1)
        assert 0 <= first < last <= len(written)
    if "\u202e" not in written and reading.places is not None:
        assert list(reading.places) == sorted(reading.places)


@given(st.text(alphabet="abcxyzÀÉøßłŁżğőŞñ’ –1234 .,'"))
def test_plain_latin_words_stay_place_for_place(written):
    assert len(reading_of(written).text) == len(written)


def test_nothing_is_given_for_an_empty_text_or_stretch():
    reading = reading_of("")
    assert reading.text == ""
    assert reading.span(0, 0) == (0, 0)
    assert reading_of("é\u0301x").span(1, 1) == (1, 1)


@pytest.mark.parametrize(
    "piece",
    ["a", "*", "*a", "_a", "&", "&amp", "\\", "\u200b", "a\u0301", "\u0301", "\u202ea", "O1", "я",
     "\ud800", "\r", "<b", "`", "~", "𝐊", "Ꭰ", "\U000e0041", "ﷺ"],
)  # fmt: skip
def test_a_long_stretch_without_spaces_takes_no_long_time(piece):
    with not_endless():
        reading_of(piece * (200_000 // len(piece)))
