"""Sealing what identifies somebody: envelope encryption with AES-256-GCM. Called by `handlers` and `bot`.

    master key(s)  from HEADSUP_MASTER_KEY or a key file, never in the database
      └─ wraps ─ one random key per person, and the `data`, `lookup` and `index` keys
                    └─ seals ─ names, handles, links, texts, evidence

A sealed value is `1 | nonce (12) | ciphertext and tag`, bound to where it belongs by its `aad`, so that a row cannot be
moved to another place unnoticed. A wrapped key is `1 | key id (8) | nonce (12) | ciphertext and tag`. Rotation wraps
again with the first master key of the list; the others still open.

    SealingError
    ├── KeyMissing      no master key, or not the one that a value was wrapped with
    └── Damaged         wrong key, changed bytes, or a value that belongs elsewhere
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE = 12
_ID = 8
_VERSION = b"\x01"


class SealingError(Exception):
    """A key or a sealed value cannot be used."""


class KeyMissing(SealingError):
    """There is no master key, or not the right one."""


class Damaged(SealingError):
    """A sealed value does not open."""


class Key:
    """One 256-bit key that seals and opens values. Its repr shows nothing of it."""

    __slots__ = ("_aead", "_raw")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise SealingError(f"a key has {KEY_BYTES} bytes, this one {len(raw)}")
        self._raw = raw
        self._aead = AESGCM(raw)

    @classmethod
    def new(cls) -> Key:
        """A random key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def __repr__(self) -> str:
        return "Key(…)"

    @property
    def raw(self) -> bytes:
        """The 32 bytes, for wrapping and for engines that take a key."""
        return self._raw

    def seal(self, value: bytes, aad: str) -> bytes:
        """`value` encrypted, bound to `aad`."""
        nonce = os.urandom(_NONCE)
        return _VERSION + nonce + self._aead.encrypt(nonce, value, aad.encode())

    def open(self, sealed: bytes, aad: str) -> bytes:
        """What `seal` was given. Raises Damaged."""
        if sealed[:1] != _VERSION:
            raise Damaged(f"a sealed value ({aad.split(':')[0]}) has an unknown version")
        try:
            return self._aead.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], aad.encode())
        except (InvalidTag, ValueError):  # ValueError: cut short
            raise Damaged(
                f"a sealed value ({aad.split(':')[0]}) does not open: wrong key, or changed bytes"
            ) from None

    def seal_json(self, value: Mapping[str, Any], aad: str) -> bytes:
        """A JSON object, sealed."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), aad)

    def open_json(self, sealed: bytes, aad: str) -> dict[str, Any]:
        """What `seal_json` was given. Raises Damaged."""
        value = json.loads(self.open(sealed, aad))
        if not isinstance(value, dict):
            raise Damaged(f"a sealed value ({aad.split(':')[0]}) is not an object")
        return value

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose (HKDF-SHA256)."""
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(self._raw)

    def hash(self, kind: str, value: str) -> str:
        """A keyed hash (HMAC-SHA256, 32 hex digits) under which `value` can be looked up and not guessed."""
        return hmac.new(self._raw, f"{kind}\0{value}".encode(), sha256).hexdigest()[:32]


class MasterKeys:
    """The master keys: the first wraps, all of them unwrap.

    `reload` reads them again where they came from. It is asked when a value was wrapped with a key that is not known
    here, and before a value is wrapped: `headsup keys rotate` may have changed the key file while this process runs, and
    a key that is about to be dropped must not wrap anything new.
    """

    def __init__(self, keys: Sequence[Key], reload: Callable[[], MasterKeys] | None = None) -> None:
        self.keys = tuple(keys)
        self._reload = reload

    def __repr__(self) -> str:
        return f"MasterKeys({', '.join(self.ids)})"

    @property
    def ids(self) -> tuple[str, ...]:
        """Their public ids (hex), the current one first."""
        return tuple(_key_id(key).hex() for key in self.keys)

    def wrap(self, key: Key) -> bytes:
        """`key` encrypted with the current master key."""
        if self._reload is not None:
            with contextlib.suppress(SealingError, OSError):  # a file that is gone or half edited: as it was
                self.keys = self._reload().keys
        master = self.keys[0]
        key_id = _key_id(master)
        return _VERSION + key_id + master.seal(key.raw, "wrapped-key:" + key_id.hex())[1:]

    def unwrap(self, wrapped: bytes) -> Key:
        """The key inside. Raises KeyMissing if no master key fits, Damaged if it does not open."""
        key_id = wrapped[1 : 1 + _ID]
        master = self._find(key_id)
        if master is None and self._reload is not None:
            self.keys = self._reload().keys
            master = self._find(key_id)
        if master is not None:
            return Key(master.open(_VERSION + wrapped[1 + _ID :], "wrapped-key:" + key_id.hex()))
        raise KeyMissing(
            f"The database was sealed with master key {key_id.hex()}, and you gave {', '.join(self.ids)}. "
            "Put the right key into HEADSUP_MASTER_KEY or the key file (several, separated by commas, while you rotate)."
        )

    def _find(self, key_id: bytes) -> Key | None:
        return next((key for key in self.keys if hmac.compare_digest(_key_id(key), key_id)), None)

    @property
    def mark(self) -> bytes:
        """What everything begins with that the current master key has wrapped."""
        return _VERSION + _key_id(self.keys[0])

    def is_current(self, wrapped: bytes) -> bool:
        """Whether `wrapped` needs no rotation."""
        return wrapped.startswith(self.mark)


def key_id(wrapped: bytes) -> str:
    """The public id (hex) of the master key that opens a wrapped key."""
    return wrapped[1 : 1 + _ID].hex()


HOW_TO_MAKE_A_KEY = (
    "Make one with `headsup keys new` (it writes a key file), or put 32 random bytes in base64 into HEADSUP_MASTER_KEY. "
    "Keep a copy apart from the database: without it, nothing that is sealed can be read again."
)


def load_master_keys(environment: str | None, file: Path | None) -> MasterKeys:
    """Master keys from the environment's text, else from the key file; the current one first.

    Raises KeyMissing if there is none, SealingError if one is not 32 bytes in base64. Neither shows the key.
    """
    if environment:
        return parse_master_keys(environment.split(","), "HEADSUP_MASTER_KEY")
    if file is not None and file.exists():
        lines = file.read_text("utf-8").splitlines()
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
        keys = parse_master_keys(kept, "the key file").keys
        return MasterKeys(keys, lambda: load_master_keys(None, file))
    where = f" and there is no key file {file}" if file else ""
    raise KeyMissing(f"There is no master key: HEADSUP_MASTER_KEY is not set{where}. {HOW_TO_MAKE_A_KEY}")


def parse_master_keys(texts: Sequence[str], source: str) -> MasterKeys:
    """Keys from base64 texts. Raises SealingError naming `source` and the number of the key at fault."""
    keys = []
    for number, text in enumerate(texts, 1):
        try:
            raw = base64.b64decode(
                text.strip().encode(), altchars=b"-_" if set(text) & set("-_") else None, validate=True
            )
        except (binascii.Error, ValueError):
            raise SealingError(f"Key {number} in {source} is not base64. {HOW_TO_MAKE_A_KEY}") from None
        if len(raw) != KEY_BYTES:
            raise SealingError(
                f"Key {number} in {source} has {len(raw)} bytes and needs {KEY_BYTES}. {HOW_TO_MAKE_A_KEY}"
            )
        keys.append(Key(raw))
    if not keys:
        raise KeyMissing(f"{source} holds no key. {HOW_TO_MAKE_A_KEY}")
    return MasterKeys(keys)


def new_key_text() -> str:
    """A new master key as text."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def write_key_file(path: Path, texts: Sequence[str]) -> None:
    """Write keys, the current one first, readable by their owner alone; replaces the file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)  # left by a crash, perhaps readable by others
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(
            "# Headsup master keys: the first seals, all of them open. Keep a copy apart from the database.\n"
        )
        out.writelines(f"{text}\n" for text in texts)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def _key_id(key: Key) -> bytes:
    return sha256(b"headsup master key id\0" + key.raw).digest()[:_ID]
