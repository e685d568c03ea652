"""What an act did, taken over by the pool the other way round: for acts that were done twice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.count import Count
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry
from loyalty.rights.absorbing import Change
from loyalty.rights.pooling import settled_entry
from pos.office.ledger.books import Books


def mirrored(
    made: Entry, share: Fraction = Fraction(1), *, at_once: bool = False
) -> tuple[Change, ...]:
    """A share of what an entry did to its member's points, the other way round; towards zero.

    `at_once`: points that were pending come back spendable, so that they pay what is owed first.
    """
    found = []
    for p in made.postings:
        points = abs(p.points) * share.numerator // share.denominator
        if p.lot is None or not points:
            continue
        lot, side = p.lot, p.account
        if at_once and p.points < 0 and side is Ledger.PENDING:
            lot, side = replace(lot, vests_on=None), Ledger.MEMBER
        found.append(Change(side, lot, points if p.points < 0 else -points))
    return tuple(found)


def mirrored_counts(made: Entry) -> tuple[Count, ...]:
    """What an entry counted, taken off again."""
    return tuple(replace(count, amount=-count.amount, shares=()) for count in counts_of(made))


def settle(
    books: Books,
    made: Entry,
    changes: tuple[Change, ...],
    counts: tuple[Count, ...],
    why: str,
    id_: UUID,
) -> None:
    """Book it, if there is anything to book."""
    if not changes and not counts:
        return
    pool = books.account(made.member) if made.member else Account()
    occasion = books.occasion(id_)
    holder = made.key.terminal
    books.append(settled_entry(holder, made.member, changes, counts, pool, why, occasion))
