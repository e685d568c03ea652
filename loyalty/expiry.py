"""When points end, and the entry that says so.

A lot is usable to the last second of its day in the shop's zone; afterwards one entry per lot
closes it, with a source made from the lot, so that posting it again is the same act.
"""

from __future__ import annotations

import calendar
import hashlib
from datetime import date
from uuid import UUID

from loyalty.account import Account, expired
from loyalty.entry import Account as Ledger
from loyalty.entry import Entry, Kind, LotRef, Posting
from loyalty.program import ExpiryKind, ExpiryRule


def last_day(rule: ExpiryRule, earned_on: date) -> date | None:
    """The last day points earned on a day can be used; None if they never expire."""
    if rule.kind is ExpiryKind.NEVER:
        return None
    if rule.kind is ExpiryKind.CALENDAR:
        return _next_date(rule, earned_on)
    months = earned_on.month - 1 + rule.months
    year, month = earned_on.year + months // 12, months % 12 + 1
    length = calendar.monthrange(year, month)[1]
    return date(year, month, length if rule.to_month_end else min(earned_on.day, length))


def _next_date(rule: ExpiryRule, earned_on: date) -> date:
    for year in (earned_on.year, earned_on.year + 1):
        length = calendar.monthrange(year, rule.month)[1]
        day = date(year, rule.month, min(rule.day, length))
        if day > earned_on:
            return day
    raise AssertionError("a year always has the day again")


def expiry_entries(
    account: Account, member: UUID, on: date, at_ms: int, program: int
) -> tuple[Entry, ...]:
    """The entries that close a member's lots whose last day lies before `on`; often none."""
    return tuple(
        Entry(
            source=expiry_source(lot.ref, lot.points),
            kind=Kind.EXPIRY,
            at_ms=at_ms,
            business_date=on,
            member=member,
            program=program,
            postings=(
                Posting(Ledger.MEMBER, -lot.points, lot.ref),
                Posting(Ledger.EXPIRED, lot.points),
            ),
            body='{"v":1}',
        )
        for lot in account.lots
        if expired(lot.ref, on)
    )


def expiry_source(ref: LotRef, points: int) -> UUID:
    """The id of a lot's expiry, the same on every try (SHA-256 of the lot, cut to a UUID)."""
    named = f"expiry:{ref.key.terminal}:{ref.key.epoch}:{ref.key.seq}:{ref.expires_on}:{points}"
    return UUID(bytes=hashlib.sha256(named.encode()).digest()[:16], version=5)
