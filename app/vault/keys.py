"""Makes the data key, and wraps and unwraps it under a passphrase."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain import key_steps
from app.domain.errors import NotEnoughMemory, NotSaved
from app.domain.progress import SteppedProgress
from app.vault import key_file
from app.vault.kdf import KdfCost, derived_key
from app.vault.key_file import KeyHeader, Slot

_DATA_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12


@dataclass(frozen=True, slots=True)
class ProvenKeys:
    """A key file that was read back and opened, and is not in force yet."""

    header: KeyHeader
    data: bytes = field(repr=False)


def new_data_key() -> bytes:
    """Make the random key that encrypts one journal."""
    return secrets.token_bytes(_DATA_KEY_BYTES)


def new_header(data_key: bytes, passphrase: str, cost: KdfCost, today: date) -> KeyHeader:
    """Make the first header of a new vault, with a new identity and a new database salt."""
    vault = secrets.token_hex(16)
    slot = wrapped(data_key, passphrase, vault, cost)
    salt = secrets.token_bytes(_SALT_BYTES)
    return key_file.signed(KeyHeader(vault, 1, salt, today, (slot,)), data_key)


def wrapped(data_key: bytes, passphrase: str, vault: str, cost: KdfCost) -> Slot:
    """Wrap the data key under a passphrase, with a fresh salt and nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = Slot(cost, secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES))
    cipher = AESGCM(derived_key(passphrase, slot.salt, cost))
    bound_to = key_file.associated_data(vault, slot)
    return replace(slot, wrapped_key=cipher.encrypt(slot.nonce, data_key, bound_to))


def proven_keys(
    header: KeyHeader, data_key: bytes, new: tuple[str, KdfCost], progress: SteppedProgress
) -> ProvenKeys:
    """Wrap the data key under a new passphrase in the place of what this header holds.

    Raises:
        Cancelled, NotEnoughMemory, NotSaved: there are no new keys.
    """
    passphrase, cost = new
    progress(0, key_steps.MAKING)
    slot = wrapped(data_key, passphrase, header.vault, cost)
    following = key_file.signed(replace(header, slots=(slot,)), data_key)
    progress(0.5, key_steps.PROVING)
    return ProvenKeys(following, proven_bytes(following, data_key, passphrase))


def unwrapped(header: KeyHeader, passphrase: str) -> bytes | None:
    """Give the data key if the passphrase opens one of the slots.

    Raises:
        NotEnoughMemory: a slot could not be tried, and no other opened.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    lacking: NotEnoughMemory | None = None
    for slot in header.slots:
        bound_to = key_file.associated_data(header.vault, slot)
        try:
            cipher = AESGCM(derived_key(passphrase, slot.salt, slot.cost))
            return cipher.decrypt(slot.nonce, slot.wrapped_key, bound_to)
        except InvalidTag:
            continue
        except NotEnoughMemory as error:
            lacking = error
    if lacking:
        raise lacking
    return None


def proven_bytes(header: KeyHeader, data_key: bytes, passphrase: str) -> bytes:
    """Give the key file's bytes once they have been read back and opened afresh.

    A computer with bad memory would otherwise write an envelope that nothing opens.

    Raises:
        NotSaved: the bytes do not give the data key back.
    """
    data = key_file.to_bytes(header)
    again = key_file.parse(data, floor_checked=False)
    if unwrapped(again, passphrase) != data_key or not key_file.is_genuine(again, data_key):
        raise NotSaved(
            "The new keys could not be read back, so they were not used. "
            "This computer's memory may be faulty."
        )
    return data
