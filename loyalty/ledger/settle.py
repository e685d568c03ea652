"""Credits and debits as postings: which lot they touch, and debts paid before any gain."""

from __future__ import annotations

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import EntryKey, Posting


def settled(account: Account, given: tuple[Lot, ...]) -> tuple[Posting, ...]:
    """Postings that credit `given`, paying debts first.

    A debt of the very same lot first, so that undoing everything ends where it began; then the
    others, taken from the credits that expire last.
    """
    owed = {debt.ref.key: debt for debt in account.debts}
    postings: list[Posting] = []
    rest: list[Lot] = []
    for credit in given:
        own = owed.get(credit.ref.key)
        paid = min(credit.points, own.points) if own else 0
        if own and paid:
            postings.append(Posting(Ledger.MEMBER_DEBT, paid, own.ref))
            owed[credit.ref.key] = Lot(own.ref, own.points - paid)
        if credit.points > paid:
            rest.append(Lot(credit.ref, credit.points - paid))
    for credit in reversed(rest):
        postings.extend(_pay(owed, credit))
    return tuple(postings)


def _pay(owed: dict[EntryKey, Lot], credit: Lot) -> list[Posting]:
    left = credit.points
    postings: list[Posting] = []
    for key, debt in owed.items():
        paid = min(left, debt.points)
        if paid:
            postings.append(Posting(Ledger.MEMBER_DEBT, paid, debt.ref))
            owed[key] = Lot(debt.ref, debt.points - paid)
            left -= paid
    if left:
        postings.append(Posting(Ledger.MEMBER, left, credit.ref))
    return postings
