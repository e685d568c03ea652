"""Head office's own key (Ed25519), in a file only its user can read; terminals know its half.

What signs the browsers' cookies is derived from it (HKDF, RFC 5869): one secret to keep.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from pos.trouble import TroubleError

_LARGEST = 4_096


def make_key(path: Path) -> Ed25519PrivateKey:
    """Write a new key; a key that is there stays and is given back. Errors as `read_key`."""
    if path.exists():
        return read_key(path)
    key = Ed25519PrivateKey.generate()
    write_private(path, pem(key))
    return key


def read_key(path: Path) -> Ed25519PrivateKey:
    """The key in a file.

    TroubleError `office-key-absent`, `office-key-open` (others may read it), `office-key-wrong`;
    all with the path.
    """
    try:
        with path.open("rb") as file:
            open_to_others = os.fstat(file.fileno()).st_mode & 0o077
            text = file.read(_LARGEST)
    except OSError:
        raise TroubleError("office-key-absent", path=str(path)) from None
    if open_to_others and sys.platform != "win32":
        raise TroubleError("office-key-open", path=str(path))
    try:
        key = load_pem_private_key(text, password=None)
    except (ValueError, TypeError):
        raise TroubleError("office-key-wrong", path=str(path)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise TroubleError("office-key-wrong", path=str(path))
    return key


def cookie_key(key: Ed25519PrivateKey) -> bytes:
    """32 bytes that sign cookies and form tokens."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"regulars office cookies")
    return derive.derive(key.private_bytes_raw())


def pem(key: Ed25519PrivateKey) -> bytes:
    """A key as PEM (PKCS #8), without a password."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its user can read, from its first byte on; never over another.

    TroubleError `office-file-unwritable` (path).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        raise TroubleError("office-file-unwritable", path=str(path)) from None
