"""When points end, and the entry that says so.

A lot is usable to the last second of its day in the shop's zone; afterwards one entry per lot
closes it, with a source made from the lot, so that posting it again is the same act.
"""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

from loyalty.days import months_later, yearly
from loyalty.ledger.account import Account, last_usable
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind, LotRef, Posting
from loyalty.rules.program import ExpiryKind, ExpiryRule


def last_day(rule: ExpiryRule, earned_on: date, longer_months: int = 0) -> date | None:
    """The last day points that vest on a day can be used; None if they never expire, or slide.

    `longer_months`: what the member's tier adds to rolling expiry.
    """
    if rule.kind in (ExpiryKind.NEVER, ExpiryKind.SLIDING):
        return None
    if rule.kind is ExpiryKind.MONTHS:
        return months_later(earned_on, rule.months + longer_months, rule.to_month_end)
    this_year = yearly(rule.month, rule.day, earned_on.year)
    if this_year > earned_on:
        return this_year
    return yearly(rule.month, rule.day, earned_on.year + 1) if earned_on.year < 9999 else None


def expiry_entries(
    account: Account,
    member: UUID,
    on: date,
    at_ms: int,
    program: int,
    booked_on: date | None = None,
) -> tuple[Entry, ...]:
    """The entries that close a member's lots whose last day lies before `on`; often none.

    `booked_on`: the business day they stand in where that is a later one: a night made up for.
    """
    return tuple(
        Entry(
            source=expiry_source(lot.ref, lot.points, account.active_on),
            kind=Kind.EXPIRY,
            at_ms=at_ms,
            business_date=booked_on or on,
            member=member,
            program=program,
            postings=(
                Posting(Ledger.MEMBER, -lot.points, lot.ref),
                Posting(Ledger.EXPIRED, lot.points),
            ),
            body='{"v":1}',
        )
        for lot in account.lots
        if account.expired(lot.ref, on)
    )


def expiry_source(ref: LotRef, points: int, active_on: date | None = None) -> UUID:
    """The id of a lot's expiry, the same on every try (SHA-256 of the lot, cut to a UUID).

    A sliding lot is named by the day it slid to (`active_on`: the member's last activity).
    """
    last = last_usable(ref, active_on) if ref.slides else ref.expires_on
    named = f"expiry:{ref.key.terminal}:{ref.key.epoch}:{ref.key.seq}:{last}:{points}"
    return UUID(bytes=hashlib.sha256(named.encode()).digest()[:16], version=5)
