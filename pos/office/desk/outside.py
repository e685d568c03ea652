"""What members have outside a terminal, as far as head office knows: of a page of them at once. A
backlog that arrives moves hundreds, and every terminal asks about all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.entry import Account
from pos.office.ledger.books import MOVING, Books
from pos.office.ledger.notes import FIRST, OPEN
from pos.office.schema.dialect import is_postgresql, listed, one_of
from pos.office.schema.facts import counted, held, member_day, note
from pos.store.columns import day_number
from pos.store.tables import SHOP, SIDES
from pos.sync.messages import Elsewhere

DAYS_BACK = 800  # of a member's days elsewhere: two years and a little

Days = tuple[tuple[int, int, int, int, int, int], ...]
"""Day, visits, spend, earned, qualifying, acts."""
Counts = tuple[tuple[str, int, int], ...]
"""Name, day (0: none), amount."""


def elsewhere_of(books: Books, members: Sequence[UUID], number: int) -> tuple[Elsewhere, ...]:
    """What each of some members has outside a terminal."""
    if not members:
        return ()
    asked = {member.bytes for member in members}
    points, pending = _points(books, asked, number)
    days, counts = _days(books, asked, number), _counts(books, asked, number)
    return tuple(
        Elsewhere(
            who, points[who], pending[who], books.now_ms, days.get(who, ()), counts.get(who, ())
        )
        for who in (member.bytes for member in members)
    )


def shop_elsewhere(books: Books, number: int) -> Counts:
    """The shop's own counts at the other terminals."""
    return _counts(books, {SHOP}, number).get(SHOP, ())


def _points(
    books: Books, members: Collection[bytes], number: int
) -> tuple[dict[bytes, int], dict[bytes, int]]:
    """Points (debts taken off) and pending points, what is on its way between two included."""
    points: dict[bytes, int] = defaultdict(int)
    pending: dict[bytes, int] = defaultdict(int)
    wanted, asked = _asked(books), _about(books, members, number)
    for who, side, many in books.db.execute(wanted.held, asked):
        if side == SIDES[Account.PENDING]:
            pending[who] += int(many)
        else:
            points[who] += int(many) if side == SIDES[Account.MEMBER] else -int(many)
    for who, many, later in books.db.execute(wanted.on_the_way, asked):
        points[who] += int(many)
        pending[who] += int(later)
    return points, pending


def _days(books: Books, members: Collection[bytes], number: int) -> dict[bytes, Days]:
    since = day_number(books.occasion(UUID(int=0)).on) - DAYS_BACK // 365 * 10_000
    asked = {**_about(books, members, number), "since_": since}
    found: dict[bytes, Days] = {}
    for who, day, visits, spent, earned, qualifying, acts in books.db.execute(
        _asked(books).days, asked
    ):
        row = (day, int(visits), int(spent), int(earned), int(qualifying), int(acts))
        if any(row[1:]):
            found[who] = (*found.get(who, ()), row)
    return found


def _counts(books: Books, owners: Collection[bytes], number: int) -> dict[bytes, Counts]:
    """Counts that add up wherever they are made; those that move are where their holder is."""
    found: dict[bytes, Counts] = {}
    asked = _about(books, owners, number)
    for owner, name, day, amount in books.db.execute(_asked(books).counts, asked):
        found[owner] = (*found.get(owner, ()), (name, day, int(amount)))
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """Statements, built once: to build one costs as much as to run it, and each message asks."""

    held: sa.Select[Any]
    on_the_way: sa.Select[Any]
    days: sa.Select[Any]
    counts: sa.Select[Any]


def _about(books: Books, whom: Collection[bytes], number: int) -> dict[str, Any]:
    """What all of them are asked with."""
    whose = listed(books.db, held.c.member, whom)
    return {"merchant_": books.merchant, "whom_": whose, "number_": number}


def _asked(books: Books) -> _Asked:
    return _built(is_postgresql(books.db))


@cache
def _built(postgres: bool) -> _Asked:
    merchant: sa.BindParameter[int] = sa.bindparam("merchant_")
    number: sa.BindParameter[int] = sa.bindparam("number_")

    def whom(column: sa.ColumnElement[bytes]) -> sa.ColumnElement[bool]:
        return one_of(column, "whom_", many=postgres)

    twice = note.c.state == FIRST  # counted at the taker, and at the giver still
    moved = (
        sa.func.sum(sa.case((twice, -each), else_=each)) for each in (note.c.points, note.c.pending)
    )
    there = (held.c.merchant == merchant, whom(held.c.member), held.c.holder != number)
    day = member_day.c
    sums = (day.visits, day.spend_minor, day.earned, day.qualifying, day.acts)
    return _Asked(
        held=sa.select(held.c.member, held.c.side, sa.func.sum(held.c.points))
        .where(*there)
        .group_by(held.c.member, held.c.side),
        on_the_way=sa.select(note.c.member, *moved)
        .where(note.c.merchant == merchant, whom(note.c.member), note.c.state.in_((OPEN, FIRST)))
        .group_by(note.c.member),
        days=sa.select(day.member, day.day, *map(sa.func.sum, sums))
        .where(
            day.merchant == merchant,
            whom(day.member),
            day.terminal != number,
            day.day >= sa.bindparam("since_"),
        )
        .group_by(day.member, day.day)
        .order_by(day.day),
        counts=sa.select(
            counted.c.owner, counted.c.name, counted.c.day, sa.func.sum(counted.c.amount)
        )
        .where(
            counted.c.merchant == merchant,
            whom(counted.c.owner),
            counted.c.holder != number,
            *(~counted.c.name.startswith(start) for start in MOVING),
        )
        .group_by(counted.c.owner, counted.c.name, counted.c.day),
    )
