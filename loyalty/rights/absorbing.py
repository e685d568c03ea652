"""Changes to an account that were decided elsewhere, taken in so that the account stays possible:
no lot below zero, and debts only while there is nothing to spend.

What arrives may be less than nothing (a sale that was booked unseen): it is taken from its own lot,
then from the others in the order they are spent, and then it is owed. Pending points pay no debt
before they vest, here as anywhere; only pending points that are missing are looked for among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import LotRef, Posting
from loyalty.ledger.settle import settled


@dataclass(frozen=True, slots=True)
class Change:
    """Points of one lot on one side of an account, more or less of them; never zero.

    On the side of the debts less than zero means owed, as in a posting.
    """

    side: Ledger
    lot: LotRef
    points: int


def absorbed(account: Account, changes: Iterable[Change]) -> tuple[Posting, ...]:
    """Postings that bring changes into an account; their sum is that of the changes.

    Their order matters: each one leaves an account that can be. Debts that arrive are paid at once
    by what is there, from the points that end last.
    """
    arriving = list(changes)
    given = [c for c in arriving if c.points > 0]
    lacking = [c for c in arriving if c.points < 0]
    postings = [Posting(Ledger.PENDING, c.points, c.lot) for c in given if c.side is Ledger.PENDING]
    lots = tuple(
        Lot(replace(c.lot, vests_on=None), c.points) for c in given if c.side is not Ledger.PENDING
    )
    postings += settled(account, lots)
    now = account.moved(postings)
    for change in lacking:
        taken = _taken(now, change)
        now = now.moved(taken)
        postings += taken
    return tuple(postings)


def _taken(account: Account, change: Change) -> list[Posting]:
    """What `change` lacks, from what is there; the rest is owed."""
    left = -change.points
    postings: list[Posting] = []
    for side, lot in _sources(account, change):
        points = min(left, lot.points)
        if points:
            postings.append(Posting(side, -points, lot.ref))
            left -= points
    if left:
        owed = replace(change.lot, vests_on=None)
        postings.append(Posting(Ledger.MEMBER_DEBT, -left, owed))
    return postings


def _sources(account: Account, change: Change) -> list[tuple[Ledger, Lot]]:
    """Where missing points are looked for, first things first."""
    spendable = list(account.lots)
    if change.side is Ledger.MEMBER_DEBT:
        spendable.reverse()
    found = [(Ledger.MEMBER, lot) for lot in spendable]
    found.sort(key=lambda each: each[1].ref.key != change.lot.key)
    if change.side is not Ledger.PENDING:
        return found
    waiting = [(Ledger.PENDING, lot) for lot in account.pending]
    own = [each for each in waiting if each[1].ref.key == change.lot.key]
    return [*own, *found, *(each for each in waiting if each not in own)]
