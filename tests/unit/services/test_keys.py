from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.errors import SecretError
from app.domain.key_change import SECOND_COPY_WAITS, GuessCost, KeysChanged
from app.domain.progress import unwatched
from app.domain.secret import Passphrase, RecoveryWords
from app.services.keys import Keys

FOLDER = Path("journal")
STRONG = "nine grey herons on the weir"


@dataclass
class NotedChanges:
    """Notes what it is asked for."""

    asked: list = field(default_factory=list)

    def change_passphrase(self, *given):
        self.asked.append(("change", *given))
        return KeysChanged(GuessCost.KEPT, 256)

    def replace_data_key(self, *given):
        self.asked.append(("replace", *given))
        return ("abandon",) * 24


@pytest.fixture
def changer():
    return NotedChanges()


@pytest.fixture
def keys(changer):
    return Keys(changer)


@pytest.mark.parametrize("easy", ["", "password", "qwertyuiop"])
def test_a_passphrase_that_is_too_easy_to_guess_is_never_put_into_force(keys, changer, easy):
    for change in (keys.change_passphrase, keys.lock_others_out):
        with pytest.raises(SecretError, match="too easy"):
            change(FOLDER, Passphrase("old"), easy)
    assert changer.asked == []


def test_the_same_passphrase_is_allowed_and_said(keys):
    changed = keys.change_passphrase(FOLDER, Passphrase(STRONG), STRONG)
    assert "same as before" in changed.words()[0]
    composed = keys.change_passphrase(FOLDER, Passphrase(STRONG + " cafe\u0301"), STRONG + " café")
    assert composed.is_same_passphrase


def test_another_passphrase_is_told_as_new_with_what_old_copies_still_open(keys):
    told = keys.change_passphrase(FOLDER, Passphrase("old"), STRONG).words()
    assert told[0] == "The new passphrase is in force."
    assert "copies of the folder made before now still open with the earlier" in told[1]
    by_words = keys.change_passphrase(FOLDER, RecoveryWords(STRONG), STRONG)
    assert not by_words.is_same_passphrase


def test_a_second_copy_that_waits_is_told_and_never_as_a_failure():
    told = KeysChanged(GuessCost.KEPT, 256, is_second_copy_written=False).words()
    assert told[0] == SECOND_COPY_WAITS


def test_new_words_keep_the_passphrase_however_weak_it_is(keys, changer):
    keys.new_recovery_words(FOLDER, "password")
    asked = ("replace", FOLDER, Passphrase("password"), "password", unwatched)
    assert changer.asked == [asked]


def test_locking_others_out_needs_another_passphrase(keys, changer):
    with pytest.raises(SecretError, match="Choose another"):
        keys.lock_others_out(FOLDER, Passphrase(STRONG), STRONG)
    assert changer.asked == []
    assert len(keys.lock_others_out(FOLDER, RecoveryWords("words"), STRONG)) == 24


def test_no_secret_is_shown_when_a_value_is_printed(keys, changer):
    keys.lock_others_out(FOLDER, Passphrase("MARKERSECRET"), STRONG)
    assert "MARKERSECRET" not in repr(changer.asked[0][2])
