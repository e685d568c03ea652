"""A private key in a file of its own beside the books, which no backup takes along."""

from __future__ import annotations

import os
import re
from pathlib import Path

_HEX = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LARGEST = 100


def stored_key(path: Path) -> bytes | None:
    """The 32 bytes of a key file; None where there is none, or it is damaged: that is as good as
    lost. OSError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None
    return bytes.fromhex(text) if _HEX.fullmatch(text) else None


def keep_key(path: Path, private: bytes) -> None:
    """Through a second file, so that a power cut leaves a whole one; nobody else may read it.
    OSError where it cannot be written: then the file is as it was.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(private.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
