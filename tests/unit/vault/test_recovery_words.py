import secrets

import pytest

from app.domain.errors import WrongRecoveryWords
from app.vault.recovery_words import data_key_of, words_of


def test_words_and_key_turn_into_each_other():
    for _ in range(20):
        key = secrets.token_bytes(32)
        words = words_of(key)
        assert len(words) == 24
        assert data_key_of(" ".join(words)) == key


def test_the_coding_is_the_published_one():
    words = "legal winner thank year wave sausage worth useful " * 2
    words += "legal winner thank year wave sausage worth title"
    assert words_of(b"\x7f" * 32) == tuple(words.split())


@pytest.mark.parametrize(
    "written",
    [
        lambda words: "  ".join(words).upper(),
        lambda words: "\n".join(f"{n}. {word}" for n, word in enumerate(words, 1)),
        lambda words: ", ".join(f"{n:02}) {word.title()}" for n, word in enumerate(words, 1)),
        lambda words: "\t".join(words) + "\u00a0\n",
        lambda words: " ".join(f"{n}{word}" for n, word in enumerate(words, 1)),
    ],
)
def test_it_forgives_how_a_person_writes_them(written):
    assert data_key_of(written(words_of(b"\x01" * 32))) == b"\x01" * 32


def test_a_wrong_word_is_named_by_its_place_and_never_repeated():
    words = list(words_of(b"\x02" * 32))
    words[6] = "zebraish"
    with pytest.raises(WrongRecoveryWords, match="Word 7 is not") as told:
        data_key_of(" ".join(words))
    assert "zebraish" not in str(told.value)
    words[8] = words[10] = "zebraish"
    with pytest.raises(WrongRecoveryWords, match="Words 7, 9 and 11 are not"):
        data_key_of(" ".join(words))


def test_too_few_words_are_counted():
    with pytest.raises(WrongRecoveryWords, match="24 recovery words; you gave 23"):
        data_key_of(" ".join(words_of(bytes(32))[:23]))
    with pytest.raises(WrongRecoveryWords, match="you gave 0"):
        data_key_of("")


def test_words_in_the_wrong_place_do_not_pass_the_checksum():
    words = list(words_of(b"\x03" * 31 + b"\x04"))
    words[0], words[1] = words[2], words[5]
    with pytest.raises(WrongRecoveryWords, match="together"):
        data_key_of(" ".join(words))
