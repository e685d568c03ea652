"""A member's points as a fold over their entries: open lots, and what is owed.

`replay` is the only truth about a balance; what the store keeps is this fold, kept warm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loyalty.entry import Account as Ledger
from loyalty.entry import Entry, EntryKey, LotRef, Posting
from loyalty.errors import LoyaltyError


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of one credit; on the debt side, what is owed for one clawed-back credit."""

    ref: LotRef
    points: int


@dataclass(frozen=True, slots=True)
class Account:
    """A member's open lots in the order they are spent, and their debts. Both hold points > 0.

    Debts exist only while there is nothing to spend: every credit pays them first.
    """

    lots: tuple[Lot, ...] = ()
    debts: tuple[Lot, ...] = ()

    @property
    def balance(self) -> int:
        """Points in open lots less what is owed; expired lots count until their expiry entry."""
        return sum(lot.points for lot in self.lots) - self.owed

    @property
    def owed(self) -> int:
        """Points of returned goods that were already spent; the next credits pay them."""
        return sum(debt.points for debt in self.debts)

    def spendable(self, on: date) -> int:
        """Points that may be redeemed on a day of the shop's calendar."""
        return sum(lot.points for lot in self.usable(on))

    def usable(self, on: date) -> tuple[Lot, ...]:
        """Open lots that have not passed their expiry on a day, in the order they are spent."""
        return tuple(lot for lot in self.lots if not expired(lot.ref, on))

    def applied(self, entry: Entry) -> Account:
        """The account after one more entry; ValueError if a lot would go below zero (our bug)."""
        return self.moved(entry.postings)

    def moved(self, postings: Iterable[Posting]) -> Account:
        """The account after some postings of this member."""
        lots = {lot.ref.key: lot for lot in self.lots}
        debts = {debt.ref.key: debt for debt in self.debts}
        for posting in postings:
            if posting.lot is None:
                continue
            if posting.account is Ledger.MEMBER:
                _move(lots, posting.lot, posting.points)
            else:
                _move(debts, posting.lot, -posting.points)
        return Account(_in_order(lots), _in_order(debts))


def expired(ref: LotRef, on: date) -> bool:
    """Whether a lot's last usable day lies before `on`."""
    return ref.expires_on is not None and ref.expires_on < on


def spending_order(ref: LotRef) -> tuple[bool, int, int, EntryKey]:
    """Soonest expiry first, never-expiring last, then oldest, then key (program.md 3)."""
    never = ref.expires_on is None
    return never, 0 if never else _ordinal(ref), ref.earned_ms, ref.key


def draw(account: Account, points: int, on: date) -> tuple[Lot, ...]:
    """The parts of lots that `points` are taken from; LoyaltyError `points-short` if too few."""
    left = points
    drawn: list[Lot] = []
    for lot in account.usable(on):
        if left == 0:
            break
        taken = min(left, lot.points)
        drawn.append(Lot(lot.ref, taken))
        left -= taken
    if left:
        raise LoyaltyError("points-short", wanted=points, usable=points - left)
    return tuple(drawn)


def replay(entries: Iterable[Entry]) -> Account:
    """One member's account from all of their entries, in ledger order."""
    account = Account()
    for entry in entries:
        account = account.applied(entry)
    return account


def _ordinal(ref: LotRef) -> int:
    return ref.expires_on.toordinal() if ref.expires_on else 0


def _move(side: dict[EntryKey, Lot], ref: LotRef, points: int) -> None:
    left = (side[ref.key].points if ref.key in side else 0) + points
    if left < 0:
        raise ValueError(f"lot {ref.key} would hold {left} points")
    if left:
        side[ref.key] = Lot(ref, left)
    else:
        side.pop(ref.key, None)


def _in_order(side: dict[EntryKey, Lot]) -> tuple[Lot, ...]:
    return tuple(sorted(side.values(), key=lambda lot: spending_order(lot.ref)))
