"""A member's points as a fold over their entries: open lots, and what is owed.

`replay` is the only truth about a balance; what the store keeps is this fold, kept warm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loyalty.days import months_later
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, LotRef, Posting


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of one credit; on the debt side, what is owed for one clawed-back credit."""

    ref: LotRef
    points: int


@dataclass(frozen=True, slots=True)
class Account:
    """A member's open lots in the order they are spent, debts, and what is pending. All above 0.

    Debts exist only while there is nothing to spend: every credit pays them first. `active_on` is
    the day of the last activity (`history`), which sliding points are counted from.
    """

    lots: tuple[Lot, ...] = ()
    debts: tuple[Lot, ...] = ()
    pending: tuple[Lot, ...] = ()
    active_on: date | None = None

    @property
    def balance(self) -> int:
        """Points in open lots less what is owed; expired lots count until their expiry entry."""
        return sum(lot.points for lot in self.lots) - self.owed

    @property
    def owed(self) -> int:
        """Points of returned goods that were already spent; the next credits pay them."""
        return sum(debt.points for debt in self.debts)

    @property
    def pending_points(self) -> int:
        """Points that will vest by themselves; they count nowhere else."""
        return sum(lot.points for lot in self.pending)

    def spendable(self, on: date) -> int:
        """Points that may be redeemed on a day of the shop's calendar."""
        return sum(lot.points for lot in self.usable(on))

    def usable(self, on: date) -> tuple[Lot, ...]:
        """Open lots that have not passed their expiry on a day, in the order they are spent."""
        return tuple(lot for lot in self.lots if not self.expired(lot.ref, on))

    def expired(self, ref: LotRef, on: date) -> bool:
        """Whether a lot's last usable day lies before `on`."""
        last = last_usable(ref, self.active_on)
        return last is not None and last < on

    def active(self, on: date | None) -> Account:
        """The account of a member whose last activity was on a day."""
        return Account(_in_order(self.lots, on), self.debts, self.pending, on)

    def applied(self, entry: Entry) -> Account:
        """The account after one more entry; ValueError if a lot would go below zero (our bug)."""
        return self.moved(entry.postings)

    def moved(self, postings: Iterable[Posting]) -> Account:
        """The account after some postings of this member."""
        lots = {lot.ref.key: lot for lot in self.lots}
        debts = {debt.ref.key: debt for debt in self.debts}
        pending = {lot.ref.key: lot for lot in self.pending}
        for posting in postings:
            if posting.lot is None:
                continue
            if posting.account is Ledger.MEMBER:
                _move(lots, posting.lot, posting.points)
            elif posting.account is Ledger.PENDING:
                _move(pending, posting.lot, posting.points)
            else:
                _move(debts, posting.lot, -posting.points)
        on = self.active_on
        return Account(
            _in_order(lots.values(), on),
            _in_order(debts.values(), on),
            _in_order(pending.values(), on),
            on,
        )


def last_usable(ref: LotRef, active_on: date | None) -> date | None:
    """The last day a lot can be used, None if it never ends; sliding ones go by the activity."""
    if ref.slides:
        return months_later(active_on, ref.slides) if active_on else None
    return ref.expires_on


def spending_order(ref: LotRef, active_on: date | None = None) -> tuple[bool, int, int, EntryKey]:
    """Soonest expiry first, never-expiring last, then oldest, then key (program.md 3)."""
    last = last_usable(ref, active_on)
    return last is None, last.toordinal() if last else 0, ref.earned_ms, ref.key


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


def _move(side: dict[EntryKey, Lot], ref: LotRef, points: int) -> None:
    left = (side[ref.key].points if ref.key in side else 0) + points
    if left < 0:
        raise ValueError(f"lot {ref.key} would hold {left} points")
    if left:
        side[ref.key] = Lot(ref, left)
    else:
        side.pop(ref.key, None)


def _in_order(lots: Iterable[Lot], active_on: date | None) -> tuple[Lot, ...]:
    return tuple(sorted(lots, key=lambda lot: spending_order(lot.ref, active_on)))
