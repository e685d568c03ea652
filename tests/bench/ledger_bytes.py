"""What the bytes of an entry are: every table and index that grows with the ledger, by name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

GROWS = ("entry", "posting", "sale", "sale_line", "member_day")
BARE = ("entry", "sqlite_autoindex_entry_2", "entry_member")
"""The row, its unique source and its member index: what the design's bar was measured on."""


def bytes_of_an_entry(path: Path, entries: int) -> dict[str, float] | None:
    """Bytes per entry by table and index; None where SQLite was built without `dbstat`.

    `bare_row` leaves out what the design's measured row did not have: the body (what the chain's
    hash covers and `ledger verify` computes again), postings, sale and lines.
    """
    with closing(sqlite3.connect(path)) as db:
        try:
            found = db.execute(
                "SELECT name, sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM "
                f"sqlite_schema WHERE tbl_name IN ({','.join('?' * len(GROWS))})) GROUP BY name",
                GROWS,
            ).fetchall()
        except sqlite3.OperationalError:
            return None
        body = db.execute("SELECT avg(length(body)) FROM entry").fetchone()[0]
    sizes = {name: size / entries for name, size in found if size / entries > 0.5}
    bare = sum(sizes.get(name, 0) for name in BARE) - body
    told = {**sizes, "of_entry_the_body": body, "bare_row": bare}
    return {name: round(size, 1) for name, size in told.items()}
