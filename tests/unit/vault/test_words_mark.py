"""Whether somebody holds the recovery words: noted in the journal, and carried to the next key."""

import pytest

from app.domain.errors import Cancelled
from app.domain.secret import Passphrase
from tests.unit.vault.samples import PASSPHRASE, a_reflection

NEW = "nine grey herons on the weir"


def confirmed(keeper, folder, passphrase=PASSPHRASE):
    vault = keeper.open(folder, passphrase)
    try:
        return vault.words_mark.are_confirmed()
    finally:
        vault.close()


def test_a_journal_that_noted_nothing_asks_for_nothing(vault):
    assert vault.words_mark.are_confirmed()


def test_words_that_were_shown_are_unconfirmed_until_they_are_given_back(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.words_mark.note_shown()
    vault.close()
    assert not confirmed(keeper, folder)
    vault = keeper.open(folder, PASSPHRASE)
    vault.words_mark.note_confirmed()
    vault.close()
    assert confirmed(keeper, folder)


def test_a_new_key_brings_words_that_nobody_confirmed(keeper, changes, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection("r1", "The kettle was on."))
    vault.close()
    changes.replace_data_key(folder, Passphrase(PASSPHRASE), NEW)
    assert not confirmed(keeper, folder, NEW)


def test_a_new_key_that_was_stopped_leaves_the_words_confirmed(keeper, changes, folder):
    def stop(share, _step):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        changes.replace_data_key(folder, Passphrase(PASSPHRASE), NEW, stop)
    assert confirmed(keeper, folder)
