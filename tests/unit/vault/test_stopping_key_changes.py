"""A change of keys can be stopped at every step until it cannot, and then nothing was changed."""

import shutil

import pytest

from app.domain import key_steps
from app.domain.errors import Cancelled, WrongPassphrase, WrongRecoveryWords
from app.domain.secret import Passphrase, RecoveryWords
from app.vault.kdf import KdfCost
from tests.unit.vault.backups import tree
from tests.unit.vault.keyring import Noted, keeper_and_changes
from tests.unit.vault.samples import CHEAP, PASSPHRASE, a_form, a_reflection

NEW = "nine grey herons on the weir"
OLD_WAY = Passphrase(PASSPHRASE)
DEARER = KdfCost(memory_kib=128, passes=1, lanes=1)
WRAPPING = [
    "Measuring this computer",
    "Making the new key",
    "Opening the new key, to be sure of it",
]
ENCRYPTING = ["Encrypting the journal anew", "Reading it back"]
LAST = "Putting the new key into force"


def new_passphrase(changes, folder, progress, _words):
    changes.change_passphrase(folder, OLD_WAY, NEW, progress)


def by_the_words(changes, folder, progress, words):
    changes.change_passphrase(folder, RecoveryWords(words), NEW, progress)


def retuned(changes, folder, progress, _words):
    changes.retune(folder, PASSPHRASE, progress)


def new_data_key(changes, folder, progress, _words):
    changes.replace_data_key(folder, OLD_WAY, NEW, progress)


def new_data_key_by_the_words(changes, folder, progress, words):
    changes.replace_data_key(folder, RecoveryWords(words), NEW, progress)


EVERY = (new_passphrase, by_the_words, retuned, new_data_key, new_data_key_by_the_words)


@pytest.fixture
def changes():
    return keeper_and_changes(cost=DEARER)[1]


@pytest.fixture
def written(keeper, folder):
    """A closed journal with something in it."""
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    for number in range(20):
        vault.put(a_reflection(f"r{number}", "The kettle was on. " * 40, minutes=number))
    vault.close()
    return folder


def told_in_all(change, changes, folder, words):
    """Let it happen to a copy; give what it told."""
    copy = shutil.copytree(folder, folder.with_name("copy"))
    noted = Noted()
    change(changes, copy, noted, words)
    return noted


@pytest.mark.parametrize("change", EVERY)
def test_stopped_at_any_step_it_has_changed_nothing(change, keeper, changes, written, words):
    whole = told_in_all(change, changes, written, words)
    last = [step.words if step else "" for step in whole.steps].index(LAST)
    before = tree(written)
    for stops_at in range(last + 1):
        with pytest.raises(Cancelled):
            change(changes, written, Noted(stops_at), words)
        assert tree(written) == before, whole.steps[stops_at]
        with pytest.raises(WrongPassphrase):
            keeper.open(written, NEW)
    keeper.open(written, PASSPHRASE).close()
    keeper.open_with_words(written, words).close()


@pytest.mark.parametrize("change", EVERY)
def test_each_step_is_named_once_and_in_this_order(change, changes, written, words):
    noted = told_in_all(change, changes, written, words)
    steps = [step for step in noted.steps if step]
    by = "recovery words" if "words" in change.__name__ else "passphrase"
    encrypting = ENCRYPTING if "data_key" in change.__name__ else []
    assert [step.words for step in steps] == [f"Checking the {by}", *WRAPPING, *encrypting, LAST]
    assert [step.can_stop for step in steps] == [True] * (len(steps) - 1) + [False]
    assert noted.shares == sorted(noted.shares)
    assert noted.shares[0] == 0
    assert 0.9 < noted.shares[-1] <= 1


@pytest.mark.parametrize("change", EVERY)
def test_once_it_cannot_be_stopped_nothing_is_refused_any_more(
    change, keeper, changes, written, words
):
    class Late(Noted):
        def __call__(self, share, step=None):
            if key_steps.PUTTING_INTO_FORCE in self.steps:
                raise Cancelled
            super().__call__(share, step)

    change(changes, written, Late(), words)
    keeper.open(written, PASSPHRASE if change is retuned else NEW).close()
    if "data_key" in change.__name__:
        with pytest.raises(WrongRecoveryWords):
            keeper.open_with_words(written, words)


@pytest.mark.parametrize("change", [new_passphrase, new_data_key])
def test_no_key_file_is_touched_before_it_is_said_that_it_cannot_be_stopped(
    change, changes, written, words
):
    before = (written / "keys.json").read_bytes(), (written / "journal.db").read_bytes()
    seen = []

    def looking(_share, step=None):
        if step is key_steps.PUTTING_INTO_FORCE:
            seen.append(
                ((written / "keys.json").read_bytes(), (written / "journal.db").read_bytes())
            )

    change(changes, written, looking, words)
    assert seen == [before]


def test_an_open_journal_goes_on_after_a_stopped_change(written):
    keeper, changes = keeper_and_changes()
    vault = keeper.open(written, PASSPHRASE)
    with pytest.raises(Cancelled):
        changes.change_passphrase(written, OLD_WAY, NEW, Noted(stops_at=3))
    vault.put(a_reflection("r99"))
    vault.close()
    again = keeper.open(written, PASSPHRASE)
    assert again.get("r99")
    again.close()


def test_measuring_that_finds_nothing_to_change_ends_there(written):
    noted = Noted()
    changed = keeper_and_changes(cost=CHEAP)[1].retune(written, PASSPHRASE, noted)
    assert "Nothing needed to change" in changed.cost_words()
    assert noted.steps[-1] == key_steps.MEASURING
