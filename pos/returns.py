"""Returns at the counter: find the sale by its slip, say what comes back, then book it."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.account import Account
from loyalty.codes import SaleNumber
from loyalty.documents import returned_from
from loyalty.entry import Entry, Kind
from loyalty.errors import LoyaltyError
from loyalty.member import Member
from loyalty.program import Program
from loyalty.returned import Returned
from loyalty.reversal import Sold, reverse
from loyalty.sale import Occasion
from pos.acts import Act
from pos.clock import milliseconds
from pos.shop import Shop, program_in_force
from pos.store import View


@dataclass(frozen=True, slots=True)
class Returnable:
    """A sale that may be returned, with the member and the account as they are now."""

    sold: Sold
    member: Member | None
    account: Account
    program: Program


@dataclass(frozen=True, slots=True)
class BookedReturn:
    """A return that is in the ledger."""

    entry: Entry
    returned: Returned
    sold: Sold
    member: Member | None
    before: Account
    after: Account
    program: Program


def find_sale(shop: Shop, number: SaleNumber) -> Returnable:
    """The sale a slip names; LoyaltyError `sale-unknown`, `sale-returned` (nothing left)."""
    with shop.store.reading() as view:
        return _returnable(shop, view, number)


def preview_return(shop: Shop, found: Returnable, units: tuple[int, ...]) -> Returned:
    """What returning `units` of each line would do; books nothing. Errors as `reverse`."""
    now = Occasion(found.sold.sale.id, milliseconds(shop.clock.now()), shop.today)
    return reverse(found.sold, units, found.account, found.program, now)[0]


def confirm_return(
    shop: Shop, act: Act, number: SaleNumber, units: tuple[int, ...] | None = None
) -> BookedReturn:
    """Book a return of `units` of each line, or of all that is left. A repeat books nothing."""
    with shop.store.writing() as work:
        if earlier := work.entry_of(act.id, Kind.RETURN):
            return _again(shop, work, number, earlier)
        found = _returnable(shop, work, number)
        wanted = units if units is not None else found.sold.units_left
        returned, entry = reverse(
            found.sold, wanted, found.account, found.program, act.occasion(shop, work)
        )
        booked = work.append(entry)
        after = work.account(found.member.id) if found.member else found.account
        return BookedReturn(
            booked, returned, found.sold, found.member, found.account, after, found.program
        )


def _returnable(shop: Shop, view: View, number: SaleNumber) -> Returnable:
    sold = view.sold(number)
    if sold is None:
        raise LoyaltyError("sale-unknown", terminal=number.terminal, seq=number.seq)
    if not any(sold.units_left):
        raise LoyaltyError("sale-returned", terminal=number.terminal, seq=number.seq)
    member = sold.sale.member
    person = view.member(member) if member else None
    account = view.account(member) if member else Account()
    return Returnable(sold, person, account, program_in_force(view, shop.today))


def _again(shop: Shop, view: View, number: SaleNumber, entry: Entry) -> BookedReturn:
    sold = view.sold(number)
    if sold is None:
        raise LoyaltyError("sale-unknown", terminal=number.terminal, seq=number.seq)
    returned = returned_from(entry.body, entry.source)
    member = view.member(entry.member) if entry.member else None
    account = view.account(entry.member) if entry.member else Account()
    program = program_in_force(view, shop.today)
    return BookedReturn(entry, returned, sold, member, account, account, program)
