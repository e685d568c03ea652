"""This terminal's key on the line to head office: a file beside the books, and in no backup.

A key is kept before head office hears of it, as `.next`: an answer that was lost is asked for again
with the same key, and the key until then stays good.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos.store.key_file import keep_key, stored_key
from pos.trouble import TroubleError

KEY_FILE = "line.key"


def key_path(database: Path) -> Path:
    """Where the key of the books at `database` lies."""
    return database.with_name(KEY_FILE)


def line_key(database: Path, public: bytes) -> bytes:
    """The private key, 32 bytes, whose other half head office knows.

    TroubleError `line-key-absent`: a restored or copied ledger has none; `line-key-unreadable`,
    `line-key-unwritable`.
    """
    found = _stored(key_path(database))
    if found is not None and public_of(found) == public:
        return found
    found = _stored(_next(database))
    if found is None or public_of(found) != public:
        raise TroubleError("line-key-absent", file=KEY_FILE)
    adopt(database)  # it was cut off just before
    return found


def next_key(database: Path) -> bytes:
    """The key to enrol with: the one of a try that got no answer, else a fresh one, kept first.

    TroubleError `line-key-unwritable`, `line-key-unreadable`.
    """
    waiting = _next(database)
    found = _stored(waiting)
    if found is None:
        found = Ed25519PrivateKey.generate().private_bytes_raw()
        _keep(waiting, found)
    return found


def adopt(database: Path) -> None:
    """Head office knows the next key now: from here on it is the key."""
    try:
        _next(database).replace(key_path(database))
    except OSError:
        raise TroubleError("line-key-unwritable", file=KEY_FILE) from None


def forget_key(database: Path) -> None:
    """This terminal leaves head office: nothing of its keys stays."""
    try:
        for path in (key_path(database), _next(database)):
            path.unlink(missing_ok=True)
    except OSError:
        raise TroubleError("line-key-unwritable", file=KEY_FILE) from None


def public_of(private: bytes) -> bytes:
    """The half that head office knows, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _next(database: Path) -> Path:
    return key_path(database).with_suffix(".next")


def _stored(path: Path) -> bytes | None:
    try:
        return stored_key(path)
    except OSError:
        raise TroubleError("line-key-unreadable", file=path.name) from None


def _keep(path: Path, private: bytes) -> None:
    try:
        keep_key(path, private)
    except OSError:
        raise TroubleError("line-key-unwritable", file=path.name) from None
