"""The floor: the same rows and look-ups with the driver alone, SQL written by hand."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from pos.store.engine import connected

_SQL = {
    "lots": "SELECT side, lot_terminal, lot_epoch, lot_seq, earned_ms, expires, points, vests "
    "FROM lot WHERE merchant = ? AND member = ?",
    "head": "SELECT seq, hash FROM entry WHERE merchant = ? AND terminal = ? AND epoch = ? "
    "ORDER BY seq DESC LIMIT 1",
    "entry": "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    "posting": "INSERT INTO posting VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "sale": "INSERT INTO sale VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "line": "INSERT INTO sale_line VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "lot": "INSERT INTO lot VALUES (?,?,?,?,?,?,?,?,?,?)",
    "balance": "INSERT INTO balance VALUES (?,?,?,?,?) ON CONFLICT (merchant, member) DO UPDATE "
    "SET points = excluded.points, owed = excluded.owed, entries = entries + 1",
    "day": "INSERT INTO member_day VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (merchant, member, day) "
    "DO UPDATE SET visits = visits + excluded.visits, acts = acts + excluded.acts, "
    "spend_minor = spend_minor + excluded.spend_minor, earned = earned + excluded.earned",
    "card": "SELECT m.id, m.name, m.phone, m.joined, m.language, m.status, m.why_blocked, c.code, "
    "c.status FROM card c JOIN member m ON m.merchant = c.merchant AND m.id = c.member "
    "WHERE c.merchant = ? AND c.code = ?",
}


@dataclass
class Raw:
    """One connection with the ledger's settings, booking as terminal 2."""

    path: Path
    body: str
    lines: int
    seq: int = 0
    db: sqlite3.Connection = field(init=False)

    def __post_init__(self) -> None:
        self.db = connected(self.path)

    def award(self, member: bytes) -> None:
        """One sale: the statements and rows that the store needs for it."""
        run, many = self.db.execute, self.db.executemany
        run("BEGIN IMMEDIATE")
        run(_SQL["lots"], (1, member)).fetchall()
        head = run(_SQL["head"], (1, 2, 1)).fetchone()
        seq = (head[0] if head else 0) + 1
        at = (1, 2, 1, seq)
        source = uuid4().bytes
        run(_SQL["entry"], (*at, source, 1, 1, 20260302, member, 1, self.body, bytes(32)))
        nothing = (None,) * 7
        lot = (1, 2, 1, seq, 1, 20300101, None)
        many(_SQL["posting"], [(*at, 0, 1, 10, member, *lot[1:]), (*at, 1, 3, -10, *nothing)])
        sale = (member, 1000, 0, 10, 0, "EUR", 1, 20260302, None, "op1", "")
        run(_SQL["sale"], (*at, *sale))
        line = ("sku0", "food", "", 1, 1000, 10, 0, 0)
        many(_SQL["line"], [(*at, n, *line) for n in range(self.lines)])
        run(_SQL["lot"], (1, member, 1, 2, 1, seq, 1, 20300101, 10, None))
        run(_SQL["balance"], (1, member, 10, 0, 1))
        run(_SQL["day"], (1, member, 20260302, 1, 1000, 10, 0, 1))
        run("COMMIT")

    def look_up(self, code: str) -> None:
        """Member, card and lots by a card's code, as the driver gives them."""
        row = self.db.execute(_SQL["card"], (1, code)).fetchone()
        self.db.execute(_SQL["lots"], (1, row[0])).fetchall()
