"""Strength in words: no rules about symbols, only how hard it is to guess."""

import pytest

from app.domain.errors import SecretError
from app.services.strength import Strength, refuse_if_too_easy, strength_of


@pytest.mark.parametrize("passphrase", ["", "a", "password", "password1!", "qwertyuiop", "london1"])
def test_what_everybody_tries_first_is_too_easy(passphrase):
    assert strength_of(passphrase) is Strength.TOO_EASY
    with pytest.raises(SecretError, match="too easy to guess"):
        refuse_if_too_easy(passphrase)


def test_several_unrelated_words_are_very_strong_without_symbols():
    assert strength_of("lantern under the slow grey bridge") is Strength.VERY_STRONG


def test_a_very_long_passphrase_is_scored_too():
    assert strength_of("lantern bridge " * 500) is Strength.VERY_STRONG


@pytest.mark.parametrize("passphrase", ["ｐａｓｓｗｏｒｄ１２３", "ⓟⓐⓢⓢⓦⓞⓡⓓ"])
def test_other_shapes_of_the_same_letters_make_it_no_stronger(passphrase):
    assert strength_of(passphrase) is Strength.TOO_EASY
