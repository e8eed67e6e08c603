from dataclasses import replace

import pytest

from app.domain.errors import NotEnoughMemory
from app.vault import key_file, keys
from app.vault.recovery_words import data_key_of
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import CHEAP, PASSPHRASE
from tests.unit.vault.test_unlocking import A, B, copies, header_in


class LittleMemory:
    """A computer on which the dearer derivations find too little memory."""

    def __init__(self, real):
        self._real = real

    def __call__(self, passphrase, salt, cost):
        if cost.memory_kib > CHEAP.memory_kib:
            raise NotEnoughMemory("Too little memory.")
        return self._real(passphrase, salt, cost)


DEAR = replace(CHEAP, memory_kib=1024 * 1024)


# It is tried first, for it asks for less time than the good one, and for more memory.
FORGED = replace(CHEAP, memory_kib=2 * CHEAP.memory_kib)


@pytest.mark.parametrize("name", [A, B])
def test_a_forged_copy_that_asks_for_too_much_memory_does_not_hide_the_good_one(
    keeper, folder, monkeypatch, name
):
    keeper_and_changes(cost=replace(CHEAP, passes=3))[1].retune(folder, PASSPHRASE)
    good = (folder / A).read_bytes()
    header = header_in(folder)
    dear = replace(header.slots[0], cost=FORGED)
    (folder / name).write_bytes(key_file.to_bytes(replace(header, generation=2**52, slots=(dear,))))
    monkeypatch.setattr(keys, "derived_key", LittleMemory(keys.derived_key))
    keeper.open(folder, PASSPHRASE).close()
    assert copies(folder) == (good, good)
    dear = replace(header.slots[0], cost=DEAR)
    for each in (A, B):
        (folder / each).write_bytes(key_file.to_bytes(replace(header, slots=(dear,))))
    with pytest.raises(NotEnoughMemory):
        keeper.open(folder, PASSPHRASE)


def test_a_slot_that_asks_for_too_much_memory_does_not_hide_the_next(made, monkeypatch):
    folder, words = made
    header = header_in(folder)
    dear = replace(header.slots[0], cost=DEAR)
    monkeypatch.setattr(keys, "derived_key", LittleMemory(keys.derived_key))
    both = replace(header, slots=(dear, *header.slots))
    assert keys.unwrapped(both, PASSPHRASE) == data_key_of(words)
    with pytest.raises(NotEnoughMemory):
        keys.unwrapped(both, "x")
