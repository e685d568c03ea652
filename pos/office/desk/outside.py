"""What members have outside a terminal, as far as head office knows: of a page of them at once. A
backlog that arrives moves hundreds, and every terminal asks about all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.entry import Account
from pos.office.ledger.books import MOVING, Books
from pos.office.ledger.notes import FIRST, OPEN
from pos.office.schema.dialect import among
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
    there = (
        sa.select(held.c.member, held.c.side, sa.func.sum(held.c.points))
        .where(
            held.c.merchant == books.merchant,
            among(books.db, held.c.member, members),
            held.c.holder != number,
        )
        .group_by(held.c.member, held.c.side)
    )
    for who, side, many in books.db.execute(there):
        if side == SIDES[Account.PENDING]:
            pending[who] += int(many)
        else:
            points[who] += int(many) if side == SIDES[Account.MEMBER] else -int(many)
    twice = note.c.state == FIRST  # counted at the taker, and at the giver still
    way = (
        sa.select(
            note.c.member,
            *(
                sa.func.sum(sa.case((twice, -column), else_=column))
                for column in (note.c.points, note.c.pending)
            ),
        )
        .where(
            note.c.merchant == books.merchant,
            among(books.db, note.c.member, members),
            note.c.state.in_((OPEN, FIRST)),
        )
        .group_by(note.c.member)
    )
    for who, many, later in books.db.execute(way):
        points[who] += int(many)
        pending[who] += int(later)
    return points, pending


def _days(books: Books, members: Collection[bytes], number: int) -> dict[bytes, Days]:
    since = day_number(books.occasion(UUID(int=0)).on) - DAYS_BACK // 365 * 10_000
    sums = ("visits", "spend_minor", "earned", "qualifying", "acts")
    wanted = (
        sa.select(
            member_day.c.member,
            member_day.c.day,
            *(sa.func.sum(member_day.c[name]) for name in sums),
        )
        .where(
            member_day.c.merchant == books.merchant,
            among(books.db, member_day.c.member, members),
            member_day.c.terminal != number,
            member_day.c.day >= since,
        )
        .group_by(member_day.c.member, member_day.c.day)
        .order_by(member_day.c.day)
    )
    found: dict[bytes, Days] = {}
    for who, day, visits, spent, earned, qualifying, acts in books.db.execute(wanted):
        row = (day, int(visits), int(spent), int(earned), int(qualifying), int(acts))
        if any(row[1:]):
            found[who] = (*found.get(who, ()), row)
    return found


def _counts(books: Books, owners: Collection[bytes], number: int) -> dict[bytes, Counts]:
    """Counts that add up wherever they are made; those that move are where their holder is."""
    wanted = (
        sa.select(counted.c.owner, counted.c.name, counted.c.day, sa.func.sum(counted.c.amount))
        .where(
            counted.c.merchant == books.merchant,
            among(books.db, counted.c.owner, owners),
            counted.c.holder != number,
            *(~counted.c.name.startswith(start) for start in MOVING),
        )
        .group_by(counted.c.owner, counted.c.name, counted.c.day)
    )
    found: dict[bytes, Counts] = {}
    for owner, name, day, amount in books.db.execute(wanted):
        found[owner] = (*found.get(owner, ()), (name, day, int(amount)))
    return found
