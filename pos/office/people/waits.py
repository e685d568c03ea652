"""Guessing passwords is slow: wrong log-ins make the next one wait, longer each time.

Counted by name and address together, by address, and (mildly, or a stranger could lock an owner
out) by name. Names nobody has count like real ones, so that a wait tells nothing about them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.office.people.accounts import House
from pos.office.schema.engine import upsert
from pos.office.schema.people import log_in_wait

FORGOTTEN = timedelta(days=1)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Patience:
    """`free` wrong tries, then `first` to wait, doubled each time up to `longest`."""

    free: int
    first: timedelta
    longest: timedelta

    def wait_ms(self, failures: int) -> int:
        """How long after so many wrong tries."""
        if failures < self.free:
            return 0
        doubled = self.first * (1 << min(failures - self.free, 20))
        return min(doubled, self.longest) // _MS


_PAIR = Patience(4, timedelta(seconds=5), timedelta(minutes=15))
_ADDRESS = Patience(20, timedelta(seconds=10), timedelta(minutes=15))
_NAME = Patience(30, timedelta(seconds=5), timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt to log in: a folded name, from an address (or its network)."""

    login: str
    address: str

    def counted(self) -> dict[bytes, Patience]:
        """What the attempt counts against, in the order in which rows are locked."""
        named = {
            f"pair\n{self.address}\n{self.login}": _PAIR,
            f"address\n{self.address}": _ADDRESS,
            f"name\n{self.login}": _NAME,
        }
        hashed = {hashlib.sha256(text.encode()).digest(): one for text, one in named.items()}
        return dict(sorted(hashed.items()))


def charge(connection: sa.Connection, house: House, attempt: Try) -> None:
    """Count an attempt as wrong before its password is looked at, so that many at once gain
    nothing. LoyaltyError `log-in-wait` (seconds) while one has to wait; that costs no try.
    """
    now_ms = house.now_ms
    counted = attempt.counted()
    old = log_in_wait.c.failed_ms < now_ms - FORGOTTEN // _MS
    fresh = [
        {"merchant": house.merchant, "what": what, "failures": 0, "failed_ms": now_ms}
        for what in counted
    ]
    connection.execute(log_in_wait.delete().where(log_in_wait.c.merchant == house.merchant, old))
    connection.execute(upsert(connection, log_in_wait).on_conflict_do_nothing(), fresh)
    mine = _mine(house, counted)
    asked = sa.select(log_in_wait).where(mine).order_by(log_in_wait.c.what).with_for_update()
    rows = connection.execute(asked).all()
    left_ms = max(
        (counted[row.what].wait_ms(row.failures) - abs(now_ms - row.failed_ms) for row in rows),
        default=0,
    )
    if left_ms > 0:
        raise LoyaltyError("log-in-wait", seconds=-(-left_ms // 1000))
    values = {"failures": log_in_wait.c.failures + 1, "failed_ms": now_ms}
    connection.execute(log_in_wait.update().where(mine).values(values))


def forgive(connection: sa.Connection, house: House, attempt: Try) -> None:
    """The password was right: name and address start anew. An address keeps what it guessed of
    other names, or one real account would let it guess on.
    """
    counted = attempt.counted()
    mine = _mine(house, [what for what, one in counted.items() if one is not _ADDRESS])
    connection.execute(log_in_wait.delete().where(mine))
    address = _mine(house, [what for what, one in counted.items() if one is _ADDRESS])
    back = {"failures": log_in_wait.c.failures - 1}
    connection.execute(log_in_wait.update().where(address, log_in_wait.c.failures > 0).values(back))


def _mine(house: House, whats: Iterable[bytes]) -> sa.ColumnElement[bool]:
    return sa.and_(log_in_wait.c.merchant == house.merchant, log_in_wait.c.what.in_(list(whats)))
