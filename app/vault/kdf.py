"""Turns a passphrase into a key: Argon2id, its cost, and the limits that a cost must keep."""

from __future__ import annotations

import os
import time
import unicodedata
from dataclasses import dataclass

from app.domain.errors import NotEnoughMemory

_KEY_BYTES = 32
_MIB = 1024  # in KiB, the unit of Argon2
_PASSES, _LANES = 3, 4
_CALIBRATION_MIB = (64, 128, 256, 512)
_LONGEST_SECONDS = 1.4
_LARGEST_SHARE_OF_MEMORY = 4

# What is accepted when a journal is opened: a damaged or hostile file must not cost more. It is
# twice of what is ever written, and also the most that all copies of a key file cost together.
_LEAST_MEMORY_KIB, _MOST_MEMORY_KIB = 19 * _MIB, 1024 * _MIB
_MOST_PASSES = _MOST_LANES = 16
MOST_KIB_PASSES = 3 * 1024 * _MIB
_LEAST_KIB_PER_LANE = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess of a passphrase costs in memory and time."""

    memory_kib: int = 64 * _MIB
    passes: int = _PASSES
    lanes: int = _LANES

    @property
    def kib_passes(self) -> int:
        """What the time of one guess grows with."""
        return self.memory_kib * self.passes

    def is_bearable(self) -> bool:
        """Say whether opening costs no more than an honest journal ever asks for."""
        return (
            1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
            and _LEAST_KIB_PER_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and self.kib_passes <= MOST_KIB_PASSES
        )

    def is_strong(self) -> bool:
        """Say whether it reaches the least that protects a journal."""
        return self.memory_kib >= _LEAST_MEMORY_KIB

    @classmethod
    def calibrated(cls) -> KdfCost:
        """Choose the cost that takes this computer about a second and a quarter of its memory."""
        started = time.perf_counter()
        derived_key("", bytes(16), cls())
        seconds_per_mib = (time.perf_counter() - started) / _CALIBRATION_MIB[0]
        most_mib = _memory_mib() // _LARGEST_SHARE_OF_MEMORY
        bearable = [
            mib
            for mib in _CALIBRATION_MIB
            if mib * seconds_per_mib <= _LONGEST_SECONDS and mib <= most_mib
        ]
        return cls(memory_kib=max(bearable, default=_CALIBRATION_MIB[0]) * _MIB)


def derived_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Derive the key that wraps the data key.

    The same letters give the same key however a keyboard composed them (NFKC).

    Raises:
        NotEnoughMemory: says how much is needed.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt,
            length=_KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise NotEnoughMemory(
            f"Unlocking needs {cost.memory_kib // _MIB} MB of free memory for a moment. "
            "Close other programs and try again. Nothing was changed."
        ) from None


def _memory_mib() -> int:
    if os.name == "nt":
        return _windows_memory_mib()
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (1024 * 1024)


def _windows_memory_mib() -> int:
    import ctypes

    kib = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent from other systems' types
    kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kib))
    return int(kib.value) // 1024
