"""The manifest of a backup: what belongs to it, sealed by a key that only the data key gives.

It says nothing of the writing: how much there is and when it was written stand encrypted in the
database. The bytes must be exactly as this program would write them.
"""

from __future__ import annotations

import hmac
import re
from datetime import UTC, datetime
from typing import Annotated

import msgspec

from app import __version__
from app.domain.errors import BackupTooNew

NAME = "manifest.json"
LARGEST_BYTES = 8 * 1024

_MAGIC, _FORMAT = "afterword-backup", 1
_MAC_INFO = b"offline-journal/backup-mac/1"
_FORMAT_INSIDE = re.compile(rb'"format":([0-9]{1,9})[,}]')
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"

_Hash = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Size = Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
_Moment = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}){2}T([0-9]{2}:){2}[0-9]{2}Z$")]


class NotAManifest(Exception):
    """These bytes are no manifest of ours, or not whole."""


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the backup."""

    size: _Size
    sha256: _Hash


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that a manifest holds."""

    magic: str = _MAGIC
    format: int = _FORMAT
    app: Annotated[str, msgspec.Meta(max_length=40)] = __version__
    made_at: _Moment
    files: Annotated[dict[str, Sealed], msgspec.Meta(max_length=2)]
    head: _Hash
    mac: str = ""

    @property
    def moment(self) -> datetime:
        """Give when the backup was made."""
        return datetime.strptime(self.made_at, _MOMENT).replace(tzinfo=UTC)

    def to_bytes(self) -> bytes:
        """Give the file's bytes."""
        return msgspec.json.encode(self, order="deterministic")

    def sealed_by(self, data_key: bytes) -> Manifest:
        """Give the manifest with the MAC that only the holder of the data key can make."""
        return msgspec.structs.replace(self, mac=self._mac(data_key))

    def is_genuine(self, data_key: bytes) -> bool:
        """Say whether the holder of this data key wrote it."""
        return hmac.compare_digest(self.mac.encode(), self._mac(data_key).encode())

    def _mac(self, data_key: bytes) -> str:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        key = HKDF(hashes.SHA256(), 32, salt=None, info=_MAC_INFO).derive(data_key)
        return hmac.digest(key, msgspec.structs.replace(self, mac="").to_bytes(), "sha256").hex()


def new_manifest(made_at: datetime, files: dict[str, Sealed], head: str) -> Manifest:
    """Make the manifest of a backup that is made at this moment."""
    return Manifest(made_at=made_at.astimezone(UTC).strftime(_MOMENT), files=files, head=head)


def parse(data: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        NotAManifest: it is not whole, or not as we write it.
        BackupTooNew: a later version of the program wrote it.
    """
    told = _FORMAT_INSIDE.search(data)
    if told and int(told[1]) > _FORMAT and f'"{_MAGIC}"'.encode() in data:
        raise BackupTooNew
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
        # Neither a field given twice nor another way of writing it is let through.
        is_ours = manifest.to_bytes() == data and manifest.magic == _MAGIC
        is_ours = is_ours and manifest.format == _FORMAT and manifest.moment is not None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise NotAManifest from None
    if not is_ours:
        raise NotAManifest
    return manifest
