"""Pending points become spendable on their day, by themselves; the night books it.

A run that comes late vests what is due all the same: the lot keeps the last day its sale gave it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind, LotRef, Posting
from loyalty.ledger.granting import named_source
from loyalty.ledger.settle import settled


def vesting_entries(
    account: Account,
    member: UUID,
    on: date,
    at_ms: int,
    program: int,
    booked_on: date | None = None,
) -> tuple[Entry, ...]:
    """One entry for each pending lot whose day has come by `on`, in order of that day.

    Vested points pay debts before they can be spent. `booked_on`: the business day the entries
    stand in where that is a later one: a night made up for.
    """
    entries: list[Entry] = []
    due = [lot for lot in account.pending if lot.ref.vests_on and lot.ref.vests_on <= on]
    for lot in sorted(due, key=lambda lot: (lot.ref.vests_on or on, lot.ref.earned_ms)):
        vested = Lot(replace(lot.ref, vests_on=None), lot.points)
        entry = Entry(
            source=vesting_source(lot.ref, lot.points, on),
            kind=Kind.VESTING,
            at_ms=at_ms,
            business_date=booked_on or on,
            member=member,
            program=program,
            postings=(
                Posting(Ledger.PENDING, -lot.points, lot.ref),
                *settled(account, (vested,)),
            ),
            body='{"v":1}',
        )
        entries.append(entry)
        account = account.applied(entry)
    return tuple(entries)


def vesting_source(ref: LotRef, points: int, on: date) -> UUID:
    """The id of a lot's vesting. With the night's day: a return that was undone can make some of
    a lot pending again, to vest on a later night.
    """
    key = ref.key
    return named_source("vesting", key.terminal, key.epoch, key.seq, ref.vests_on, points, on)
