"""Whatever a plain reading shows is found, however it is written, and given back whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identifier import IdentifierKind, KeptPerson
from app.privacy.detector import Detector
from app.privacy.known_names import KnownNames
from app.privacy.reading import reading_of
from app.privacy.replacing import Replacement, replaced
from tests.bounded import not_endless

PEOPLE = (KeptPerson("Child A", ("Kayleigh Oakes",)), KeptPerson("the aunt", ("Zoë O'Neill",)))
NAMES = KnownNames.of(PEOPLE)

_ALIKE = {
    "Cyrillic": ("KaeiOos", "КаеіОоѕ"),
    "Greek": ("KOoNZ", "ΚΟοΝΖ"),
    "Cherokee": ("KaeihLSZ", "ᏦaeᎥᏂᏞᏚᏃ"),
    "Lisu": ("KOLSNZ", "ꓗꓳꓡꓢꓠꓜ"),
    "Coptic": ("KOoNZ", "ⲔⲞⲟⲚⲌ"),
    "Armenian": ("Oogh", "Օօցհ"),
    "small capitals": ("aeilghoks", "ᴀᴇɪʟɢʜᴏᴋꜱ"),
}


def _shifted(first_capital, first_small):
    def change(words):
        return "".join(
            chr(ord(each) - ord("A") + first_capital)
            if "A" <= each <= "Z"
            else chr(ord(each) - ord("a") + first_small)
            if "a" <= each <= "z"
            else each
            for each in words
        )

    return change


def _between(mark):
    """Put a mark between all letters and digits that stand side by side."""

    def change(words):
        return "".join(
            each + (mark if each.isalnum() and after.isalnum() else "")
            for each, after in zip(words, f"{words[1:]} ", strict=True)
        )

    return change


def _alike(script):
    letters, others = _ALIKE[script]
    table = str.maketrans(letters, others)
    return lambda words: words.translate(table)


def _turned_round(words):
    return f"\u202e{words[::-1]}\u202c"


def _digits_from(first):
    return lambda words: "".join(
        chr(ord(each) - ord("0") + first) if each.isdigit() else each for each in words
    )


DISGUISES = {
    "as it is": str,
    "full width": _shifted(0xFF21, 0xFF41),
    "bold": _shifted(0x1D400, 0x1D41A),
    "bold script": _shifted(0x1D4D0, 0x1D4EA),
    "sans italic": _shifted(0x1D608, 0x1D622),
    "monospace": _shifted(0x1D670, 0x1D68A),
    "in circles": _shifted(0x24B6, 0x24D0),
    "in dark squares": lambda words: _shifted(0x1F170, 0x61)(words.upper()),
    "zero-width spaces": _between("\u200b"),
    "joiners": _between("\u200d"),
    "soft hyphens": _between("\u00ad"),
    "word joiners": _between("\u2060"),
    "byte order marks": _between("\ufeff"),
    "left-to-right marks": _between("\u200e"),
    "right-to-left marks": _between("\u200f"),
    "isolates": lambda words: f"\u2067{words}\u2069",
    "turned round": _turned_round,
    "tags": _between("\U000e0041"),
    "grapheme joiners": _between("\u034f"),
    "variation selectors": _between("\ufe0f"),
    "struck through": _between("\u0336"),
    "control characters": _between("\x01"),
    "Hangul fillers": _between("\u1160"),
    "decomposed": lambda words: unicodedata.normalize("NFD", words),
    "no-break spaces": lambda words: words.replace(" ", "\u00a0"),
    "thin spaces": lambda words: words.replace(" ", "\u2009"),
    "Braille blanks": lambda words: words.replace(" ", "\u2800"),
    "emphasis in words": lambda words: f"**{words[:2]}**{words[2:]}",
    "emphasis round words": lambda words: " ".join(f"*{each}*" for each in words.split()),
    "emphasis typed out": lambda words: f"{words[:2]}\\*\\*{words[2:]}",
    "tags of HTML": lambda words: f"{words[:2]}<b></b>{words[2:]}",
    "entities": lambda words: "".join(f"&#{ord(each)};" for each in words),
    **{script: _alike(script) for script in _ALIKE},
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("name", ["Kayleigh Oakes", "Oakes", "Zoë", "Zoë O'Neill"])
def test_no_disguise_hides_a_name_of_the_key(name, disguise):
    disguised = DISGUISES[disguise](name)
    text = f"I saw {disguised} today"
    reading = reading_of(text)
    places = [
        Replacement(*reading.span(each.start, each.end), each.label_of)
        for each in NAMES.find(reading.text)
    ]
    left = replaced(text, places)
    assert "Child A" in left or "the aunt" in left
    # Nothing of the name stays, no mark that stood inside it either.
    kept = "".join(each for each in left if unicodedata.category(each) not in ("Cf", "Mn", "Cc"))
    assert kept.replace("*", "") in (
        "I saw Child A today",
        "I saw the aunt today",
    )


NUMBERS = {
    "07700 900123": IdentifierKind.PHONE,
    "943 476 5919": IdentifierKind.NHS_NUMBER,
    "BS3 4QX": IdentifierKind.POSTCODE,
    "12 March 2024": IdentifierKind.EXACT_DATE,
    "kay.oakes@example.org": IdentifierKind.EMAIL,
}
_FOR_NUMBERS = {
    **{
        name: DISGUISES[name]
        for name in (
            "as it is", "zero-width spaces", "joiners", "soft hyphens", "word joiners",
            "byte order marks", "left-to-right marks", "right-to-left marks", "isolates", "tags",
            "turned round", "grapheme joiners", "variation selectors", "struck through",
            "control characters", "no-break spaces", "thin spaces", "full width", "bold",
            "monospace", "emphasis in words", "tags of HTML", "entities",
        )
    },
    "full-width digits": _digits_from(0xFF10),
    "bold digits": _digits_from(0x1D7CE),
    "Arabic digits": _digits_from(0x660),
    "Devanagari digits": _digits_from(0x966),
    "raised digits": lambda words: words.translate(str.maketrans("0456789", "⁰⁴⁵⁶⁷⁸⁹")),
    "letters for digits": lambda words: (
        words.replace("0", "O") if words[0] == "0" else words.replace("1", "l")
        if words[-1] == "9" else words
    ),
    "Cyrillic letters for digits": lambda words: words.translate(str.maketrans("03", "ОЗ"))
    if words[0].isdigit() and words[-1].isdigit() else words,
    "keycaps": lambda words: "".join(
        f"{each}\ufe0f\u20e3" if each.isdigit() else each for each in words
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def detector():
    return Detector.shipped()


@pytest.mark.parametrize("disguise", _FOR_NUMBERS)
@pytest.mark.parametrize("number", NUMBERS)
def test_no_disguise_hides_a_number(detector, number, disguise):
    disguised = _FOR_NUMBERS[disguise](number)
    text = f"It is {disguised} now"
    found = [each for each in detector.find(text) if each.kind is NUMBERS[number]]
    assert len(found) == 1
    # What only turns the direction stands round the number, all else is in it.
    assert text[found[0].start : found[0].end] == disguised.strip("\u202e\u202c\u2067\u2069*")


def scripts():
    """Four letters of each script that has as many, by the first word of the letters' names."""
    letters = {}
    for code in range(0x41, 0x323B0):
        letter = chr(code)
        if unicodedata.category(letter) in ("Lu", "Ll", "Lo", "Lt"):
            first = unicodedata.name(letter, "?").replace("-", " ").split()[0]
            letters.setdefault(first, []).append(letter)
    return {script: "".join(each[-4:]) for script, each in letters.items() if len(each) > 3}


@pytest.mark.parametrize("mark", ["", "\u200b", "\u200f"])
def test_a_name_in_any_script_is_found_and_given_back_whole(mark):
    missed = []
    every = scripts()
    for script, letters in every.items():
        written = mark.join(letters)
        text = f"so {written} came"
        reading = reading_of(text)
        found = KnownNames.of([KeptPerson("Child A", (letters,))]).find(reading.text)
        spans = [reading.span(each.start, each.end) for each in found]
        if spans != [(3, 3 + len(written))]:
            missed.append(script)
    assert missed == []
    assert len(every) > 100


@given(st.text(max_size=80))
def test_no_text_at_all_fails(text):
    reading = reading_of(text)
    places = [
        Replacement(*reading.span(each.start, each.end), each.label_of)
        for each in NAMES.find(reading.text)
    ]
    assert all(0 <= each.start < each.end <= len(text) for each in places)
    replaced(text, places)


@pytest.mark.parametrize(
    "piece",
    ["a", "Kayleigh", "K\u200b", "e\u0301", "\u202e", "KO", "K.O.", "**Kay**leigh", "王", "0"],
)
def test_a_long_text_without_spaces_takes_no_long_time(piece):
    with not_endless():
        reading = reading_of(piece * (100_000 // len(piece)))
        NAMES.find(reading.text)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "Kayleigh", "K\u200b", "**Kay**leigh"])
def test_a_million_characters_without_spaces_are_gone_through(detector, piece):
    with not_endless(cpu_seconds=120):
        detector.find(piece * (1_000_000 // len(piece)), PEOPLE)
