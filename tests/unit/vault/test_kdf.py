import pytest

from app.domain.errors import NotEnoughMemory
from app.vault import kdf
from app.vault.kdf import KdfCost, derived_key
from tests.unit.vault.samples import CHEAP


def test_it_is_argon2id_as_the_reference_implementation_has_it():
    key = derived_key("password", b"somesalt", KdfCost(65536, passes=2, lanes=1))
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_the_same_letters_give_the_same_key_however_they_were_composed():
    salt = bytes(16)
    composed, decomposed, ligature = "café ﬁ", "cafe\u0301 ﬁ", "café fi"
    expected = derived_key(composed, salt, CHEAP)
    assert derived_key(decomposed, salt, CHEAP) == expected
    assert derived_key(ligature, salt, CHEAP) == expected
    assert derived_key("cafe fi", salt, CHEAP) != expected
    assert derived_key(composed + " ", salt, CHEAP) != expected


def test_any_passphrase_can_be_used():
    for passphrase in ("", "\0", "😀", "\ud800", "x" * 100_000):
        assert len(derived_key(passphrase, bytes(16), CHEAP)) == 32


def test_too_little_memory_is_said_in_words(monkeypatch):
    from cryptography.hazmat.primitives.kdf import argon2

    class Starved:
        def __init__(self, **_parameters):
            pass

        def derive(self, _secret):
            raise MemoryError("Not enough memory to derive key")

    monkeypatch.setattr(argon2, "Argon2id", Starved)
    with pytest.raises(NotEnoughMemory, match="512 MB"):
        derived_key("x", bytes(16), KdfCost(512 * 1024))


def test_the_writing_floor_is_strong_and_bearable():
    cost = KdfCost()
    assert (cost.memory_kib, cost.passes, cost.lanes) == (64 * 1024, 3, 4)
    assert cost.is_strong()
    assert cost.is_bearable()


@pytest.mark.parametrize(
    ("seconds", "memory_mib", "chosen"),
    [(0.05, 16_000, 512), (0.3, 16_000, 256), (0.6, 16_000, 128), (3, 16_000, 64),
     (0.05, 1_000, 128), (0.05, 100, 64)],
)  # fmt: skip
def test_the_cost_fits_the_computer(monkeypatch, seconds, memory_mib, chosen):
    moments = iter([10.0, 10.0 + seconds])
    monkeypatch.setattr(kdf.time, "perf_counter", lambda: next(moments))
    monkeypatch.setattr(kdf, "derived_key", lambda *_: b"")
    monkeypatch.setattr(kdf, "_memory_mib", lambda: memory_mib)
    assert KdfCost.calibrated().memory_kib == chosen * 1024


@pytest.mark.slow
def test_calibrating_here_keeps_the_floor_and_a_quarter_of_memory():
    cost = KdfCost.calibrated()
    assert cost.is_strong()
    assert cost.memory_kib >= 64 * 1024
    assert cost.memory_kib <= max(64 * 1024, kdf._memory_mib() * 1024 // 4)
