"""Bytes that must be gone, not only unlinked: out of the log, and out of what pages have left.

Every connection overwrites what it deletes (`secure_delete`, engine.py). But SQLite leaves copies
when it moves rows between pages, and files of an older program were written without it: so the file
is searched, and written anew where something is found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from pathlib import Path

from pos.store.engine import driver_of, trouble
from pos.store.store import Store

_STEP_BYTES = 8 << 20


def forget(store: Store, traces: Collection[str]) -> bool:
    """Take deleted texts out of the ledger file and its log; whether that was possible.

    False while another window reads an older state: then the log still holds it, ask again later.
    Rewriting the file (only when it holds a trace) takes as long as a backup; what is found then is
    somebody else's, such as the address of the same house. TroubleError `disk-full`, `store-busy`,
    `store-read-only`.
    """
    with store._turn:
        db = driver_of(store._writing())
        try:
            if not _emptied(db):
                return False
            if not traces_in(store.path, traces):
                return True
            db.execute("VACUUM")
            return _emptied(db)
        except sqlite3.Error as error:
            raise trouble(error, store.path) from error


def traces_in(path: Path, traces: Collection[str]) -> frozenset[str]:
    """Which texts a file holds, as UTF-8; read piece by piece, however large it is."""
    sought = {text.encode(): text for text in traces if text}
    if not sought or not path.exists():
        return frozenset()
    overlap = max(map(len, sought)) - 1
    found: set[str] = set()
    with path.open("rb") as file:
        kept = b""
        while piece := file.read(_STEP_BYTES):
            window = kept + piece
            found.update(text for raw, text in sought.items() if raw in window)
            kept = window[-overlap:] if overlap else b""
    return frozenset(found)


def _emptied(db: sqlite3.Connection) -> bool:
    """Carry the whole log over into the file and cut it to nothing; false while it is read."""
    busy: int = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
