"""Big ledgers, filled by bulk SQL: the rows of real sales, many times over, with made-up hashes.

Good for measuring, not for `verify`: nobody waits for ten million SHA-256 links.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from loyalty.codes import member_card
from tests.store.shop import CLOCK_START

CHUNK = 250_000
FIRST_CARD = 1_000_000  # far above the demo shop's
_MS = int(CLOCK_START.timestamp() * 1000) - 10**9

_NUMBERS = "WITH RECURSIVE i(x) AS (SELECT {first} UNION ALL SELECT x + 1 FROM i WHERE x < {last})"


def member_id(number: int) -> bytes:
    """The id of filled member `number`."""
    return b"\x7fmember\0" + number.to_bytes(8, "big")


def card_code(number: int) -> str:
    """The card of filled member `number`."""
    return member_card(FIRST_CARD + number)


def fill_people(path: Path, members: int) -> None:
    """Members with a name, a phone, a card and one open lot each."""
    with closing(_fast(path)) as db:
        for first in range(0, members, CHUNK):
            _people(db, first, min(first + CHUNK, members) - 1)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fill_sales(path: Path, members: int, entries: int, body: str, terminal: int = 1) -> None:
    """Sales of one line, spread over the filled members, as if `terminal` had booked them."""
    with closing(_fast(path)) as db:
        db.create_function("owner", 1, lambda x: member_id(x % members), deterministic=True)
        last = db.execute(
            "SELECT coalesce(max(seq), 0) FROM entry WHERE terminal = ?", (terminal,)
        ).fetchone()[0]
        for first in range(last + 1, last + entries + 1, CHUNK):
            _sales(db, first, min(first + CHUNK, last + entries + 1) - 1, (body, terminal))
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fast(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.create_function("owner", 1, member_id, deterministic=True)
    db.create_function("card", 1, card_code, deterministic=True)
    db.create_function("fresh", 1, lambda x: b"fill" + x.to_bytes(12, "big"), deterministic=True)
    for pragma in ("synchronous = OFF", "cache_size = -262144", "foreign_keys = OFF"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _people(db: sqlite3.Connection, first: int, last: int) -> None:
    numbers = _NUMBERS.format(first=first, last=last)
    db.execute("BEGIN")
    db.execute(
        "INSERT INTO member (merchant, id, name, phone, phone_reversed, joined, language, status, "
        f"why_blocked) {numbers} SELECT 1, owner(x), "
        "printf('Name%06d Family%03d', x, x % 997), printf('+4917%08d', x), "
        "printf('%08d7194', x * 7919 % 100000000), 20260101, '', 'active', '' FROM i"
    )
    db.execute(f"INSERT INTO card {numbers} SELECT 1, card(x), owner(x), 'active' FROM i")
    for word in ("printf('name%06d', x)", "printf('family%03d', x % 997)"):
        db.execute(f"INSERT INTO member_word {numbers} SELECT 1, {word}, owner(x) FROM i")
    db.execute(
        f"INSERT INTO lot {numbers} SELECT 1, owner(x), 1, 1, 1, 1, 0, 20300101, 1000, NULL FROM i"
    )
    db.execute(f"INSERT INTO balance {numbers} SELECT 1, owner(x), 1000, 0, 10 FROM i")
    db.execute("COMMIT")


def _sales(db: sqlite3.Connection, first: int, last: int, what: tuple[str, int]) -> None:
    body, till = what
    numbers = _NUMBERS.format(first=first, last=last)
    db.execute("BEGIN")
    db.execute(
        f"INSERT INTO entry {numbers} SELECT 1, {till}, 1, x, fresh(x), 1, {_MS} + x, "
        f"20250101 + (x / 2000) % 28, owner(x), 1, ?, randomblob(32) FROM i",
        (body,),
    )
    db.execute(
        f"INSERT INTO posting {numbers} SELECT 1, {till}, 1, x, 0, 1, 10, owner(x), {till}, 1, x, "
        f"{_MS} + x, 20300101, NULL FROM i"
    )
    db.execute(
        f"INSERT INTO posting {numbers} SELECT 1, {till}, 1, x, 1, 3, -10, NULL, NULL, NULL, NULL, "
        "NULL, NULL, NULL FROM i"
    )
    db.execute(
        f"INSERT INTO sale {numbers} SELECT 1, {till}, 1, x, owner(x), 1000, 0, 10, 0, 'EUR', "
        f"{_MS} + x, 20250101 + (x / 2000) % 28, NULL, 'op1', '' FROM i"
    )
    db.execute(
        f"INSERT INTO sale_line {numbers} SELECT 1, {till}, 1, x, 0, 'sku0', 'food', '', 1, 1000, "
        "10, 0, 0 FROM i"
    )
    db.execute(
        f"INSERT INTO member_day {numbers} SELECT 1, owner(x), 20250101 + (x / 2000) % 28, "
        "count(*), 1000 * count(*), 10 * count(*), 0, count(*) FROM i WHERE true GROUP BY 2, 3 "
        "ON CONFLICT DO UPDATE SET visits = visits + excluded.visits, acts = acts + excluded.acts, "
        "spend_minor = spend_minor + excluded.spend_minor, earned = earned + excluded.earned"
    )
    db.execute("COMMIT")
