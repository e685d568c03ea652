"""Head office's nights: what changes in the pool because another day began, and what is put in
order once in a while. A page at a time, each in a transaction of its own; all of it safe twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.account import Account
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry
from loyalty.ledger.expiry import expiry_entries
from loyalty.ledger.vesting import vesting_entries
from loyalty.rights.note import HEAD_OFFICE
from loyalty.rights.policy import HOME_DAYS, Visits, home_of
from pos.office.ledger.books import Books
from pos.office.ledger.notes import OPEN
from pos.office.managing.terminals import AtRisk, at_risk, retire_limit, take_back
from pos.office.people.auditing import Actor
from pos.office.people.auditing import note as audit_line
from pos.office.rights import hubs
from pos.office.rights.pool import Rights
from pos.office.schema.facts import entry, held, member_day, note, terminal
from pos.store.columns import SLIDES, day_from, day_number
from pos.store.tables import SIDES

BY_ITSELF = Actor(None, "night")
PAGE = 200
"""Members a transaction looks at: terminals wait no longer for it than for a push."""
OWED_DAYS = 30
"""Debts that nothing has moved for so long, and nobody has points for, are written off."""
GRACE_MS = 7 * 24 * 3_600_000
"""A retired terminal's clock may be wrong: it is given so long behind its lease."""

Page = tuple[int, bytes | None]
"""What a page came to, and the member to go on behind; None: that was the last."""


def expire(rights: Rights, after: bytes) -> Page:
    """Points in the pool whose last day is over; terminals' own end in their own nights."""
    today = _today(rights.books)
    ended = sa.or_(
        sa.and_(held.c.ends > 0, held.c.ends < day_number(today)),
        held.c.ends >= SLIDES,  # these are asked one by one: they end by the last activity
    )
    return _each(
        rights,
        after,
        sa.and_(held.c.side == SIDES[Ledger.MEMBER], ended),
        lambda account, who: expiry_entries(account, who, today, rights.books.now_ms, 0),
        Ledger.EXPIRED,
    )


def vest(rights: Rights, after: bytes) -> Page:
    """Pending points in the pool whose day has come; they are then the member's to spend."""
    today = _today(rights.books)
    return _each(
        rights,
        after,
        sa.and_(
            held.c.side == SIDES[Ledger.PENDING],
            held.c.vests > 0,
            held.c.vests <= day_number(today),
        ),
        lambda account, who: vesting_entries(account, who, today, rights.books.now_ms, 0),
        Ledger.PENDING,
    )


def _each(
    rights: Rights,
    after: bytes,
    due: sa.ColumnElement[bool],
    act: Callable[[Account, UUID], tuple[Entry, ...]],
    told: Ledger,
) -> Page:
    """A page of members in the pool; the points that moved on one account."""
    books = rights.books
    members = _members(books, after, sa.and_(held.c.holder == HEAD_OFFICE, due))
    points = 0
    for raw in members:
        who = UUID(bytes=raw)
        account = books.account(who)
        if any(lot.ref.slides for lot in account.lots):
            account = account.active(_last_act(books, raw))
        for made in act(account, who):
            booked = books.append(made)
            points += sum(abs(p.points) for p in booked.postings if p.account is told)
    return points, members[-1] if len(members) == PAGE else None


def _members(books: Books, after: bytes, which: sa.ColumnElement[bool]) -> list[bytes]:
    wanted = (
        sa.select(held.c.member)
        .where(held.c.merchant == books.merchant, held.c.member > after, which)
        .distinct()
        .order_by(held.c.member)
        .limit(PAGE)
    )
    return list(books.db.execute(wanted).scalars())


def _last_act(books: Books, member: bytes) -> date | None:
    wanted = sa.select(sa.func.max(member_day.c.day)).where(
        member_day.c.merchant == books.merchant,
        member_day.c.member == member,
        member_day.c.acts > 0,
    )
    found = books.db.execute(wanted).scalar_one_or_none()
    return day_from(found) if found else None


def homes(rights: Rights, after: bytes) -> Page:
    """Where members' points are kept ready: where they went most of late (`rights.policy`). Who has
    moved is asked for at the old place, so that the points are at the new one in time.
    """
    books = rights.books
    since = day_number(_today(books) - timedelta(days=HOME_DAYS))
    shops = _open_shops(books)
    recent = (
        member_day.c.merchant == books.merchant,
        member_day.c.day >= since,
        member_day.c.visits > 0,
        member_day.c.terminal.in_(sorted(shops) or [-1]),
    )
    wanted = (
        sa.select(member_day.c.member)
        .where(*recent, member_day.c.member > after)
        .distinct()
        .order_by(member_day.c.member)
        .limit(PAGE)
    )
    members = list(books.db.execute(wanted).scalars())
    visits: dict[bytes, dict[int, Visits]] = {raw: {} for raw in members}
    counted = (
        sa.select(
            member_day.c.member,
            member_day.c.terminal,
            sa.func.sum(member_day.c.visits),
            sa.func.max(member_day.c.day),
        )
        .where(*recent, member_day.c.member.in_(members))
        .group_by(member_day.c.member, member_day.c.terminal)
    )
    keepers = hubs.keepers_of(books.db, books.merchant, shops)
    for raw, number, many, last in books.db.execute(counted) if members else ():
        at = keepers[number]  # a shop's hub keeps what its tills' visitors have
        so_far = visits[raw].get(at, Visits(0))
        visits[raw][at] = Visits(so_far.count + int(many), max(so_far.last, last))
    present = rights.recalls.homes_of(members)
    moved: dict[int, dict[bytes, int]] = {}
    for raw in members:
        before = present.get(raw, HEAD_OFFICE)
        best = home_of(visits[raw], shops, before)
        if best != before:
            moved.setdefault(best, {})[raw] = day_number(_today(books))
            if before != HEAD_OFFICE:
                rights.recalls.ask_back(before, UUID(bytes=raw), books.now_ms)
    for number, whose in sorted(moved.items()):
        rights.recalls.settle_in(whose, number)
    count = sum(map(len, moved.values()))
    return count, members[-1] if len(members) == PAGE else None


def _open_shops(books: Books) -> dict[int, int]:
    """The shop of every terminal that is at work."""
    wanted = sa.select(terminal.c.number, terminal.c.shop).where(
        terminal.c.merchant == books.merchant, terminal.c.state == "active"
    )
    return {row.number: row.shop for row in books.db.execute(wanted)}


def write_off(rights: Rights, after: bytes) -> Page:
    """What members owe the pool while nobody has points of theirs, and nothing moved for long."""
    books = rights.books
    owing = sa.and_(held.c.holder == HEAD_OFFICE, held.c.side == SIDES[Ledger.MEMBER_DEBT])
    members = _members(books, after, owing)
    before = books.now_ms - OWED_DAYS * 24 * 3_600_000
    points = 0
    for raw in members:
        who = UUID(bytes=raw)
        last = sa.select(sa.func.max(entry.c.arrived_ms)).where(
            entry.c.merchant == books.merchant, entry.c.member == raw
        )
        moved_ms = books.db.execute(last).scalar_one_or_none() or 0
        others = [sums for n, sums in books.holders(who).items() if n != HEAD_OFFICE]
        if moved_ms < before and not any(spendable > 0 or wait for spendable, wait in others):
            written = rights.write_off(who, "uncovered")
            points += written
            if written:
                _noted(books, "points-written-off", f"member:{who}", points=written)
    return points, members[-1] if len(members) == PAGE else None


def lapse(rights: Rights, after: bytes) -> Page:
    """What retired terminals still have is the pool's once their lease is over: nobody can spend it
    there any more. So is what a silent one has, vouchers too, within the merchant's limit of points
    (0: never). `after` is not asked: there are few of them.
    """
    books = rights.books
    wanted = sa.select(terminal.c.number, terminal.c.state).where(
        terminal.c.merchant == books.merchant,
        terminal.c.lease_ms + GRACE_MS < books.now_ms,
    )
    risks = at_risk(books.db, books.merchant)
    limit = retire_limit(books.db, books.merchant)
    count = 0
    for number, state in books.db.execute(wanted.order_by(terminal.c.number)).all():
        points = risks.get(number, AtRisk()).points + _on_the_way(books, number)
        if state == "retired" or (limit and points <= limit):
            back = take_back(rights, number)
            count += back
            if back:
                _noted(books, "terminal-settled", f"terminal:{number}", taken=back)
    return count, None


def _on_the_way(books: Books, number: int) -> int:
    """Points that a terminal may have taken, and has not said so."""
    wanted = sa.select(sa.func.coalesce(sa.func.sum(note.c.points), 0)).where(
        note.c.merchant == books.merchant, note.c.taker == number, note.c.state == OPEN
    )
    return int(books.db.execute(wanted).scalar_one())


def _noted(books: Books, act: str, about: str, **new: int) -> None:
    """What a night settled stands in the audit log, as if a person had."""
    audit_line(books.db, books.merchant, books.clock, BY_ITSELF, act, about, new=new)


def _today(books: Books) -> date:
    return books.occasion(UUID(int=0)).on
