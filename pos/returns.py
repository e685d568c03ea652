"""Returns at the counter: find the sale by its slip, say what comes back, then book it.

A return moves the account that holds by now what the sale gave: it is followed over merges and
households (`whereabouts`). The sale of another terminal is brought here by sync first, and then
returned as one of our own; what its points have become elsewhere is owed until it arrives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.basket import Basket
from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.documents import returned_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Member
from loyalty.rules.program import Missing, Program
from loyalty.sales.returned import Returned
from loyalty.sales.reversal import Sold, reverse
from loyalty.sales.sale import Occasion
from loyalty.sales.unlinked import Unlinked, return_unlinked, unlinked_from
from pos.acts import Act
from pos.cleaning import noted
from pos.clock import milliseconds
from pos.linked import linked
from pos.rights import Right, answering
from pos.scene import standing_of
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.whereabouts import holder, survivor


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


@dataclass(frozen=True, slots=True)
class BookedUnlinked:
    """A return without its sale that is in the ledger."""

    entry: Entry
    unlinked: Unlinked
    member: Member | None
    before: Account
    after: Account


def find_sale(shop: Shop, number: SaleNumber) -> Returnable:
    """The sale a slip names; LoyaltyError `sale-unknown`, `sale-returned` (nothing left),
    `sale-elsewhere` (another terminal's, and head office was not asked for it yet: `Sync.find`).
    """
    with shop.store.reading() as view:
        return returnable(shop, view, number)


def preview_return(shop: Shop, found: Returnable, units: tuple[int, ...]) -> Returned:
    """What returning `units` of each line would do; books nothing. Errors as `reverse`."""
    now = Occasion(found.sold.sale.id, milliseconds(shop.clock.now()), shop.today)
    return reverse(found.sold, units, found.account, found.program, now)[0]


def confirm_return(
    shop: Shop, act: Act, number: SaleNumber, units: tuple[int, ...] | None = None
) -> BookedReturn:
    """Book a return of `units` of each line, or of all that is left. A repeat books nothing."""
    with shop.store.writing() as work:
        return return_in(shop, work, act, number, units)


def return_in(
    shop: Shop, work: Work, act: Act, number: SaleNumber, units: tuple[int, ...] | None
) -> BookedReturn:
    """`confirm_return` inside a transaction that does more than this return."""
    if earlier := work.entry_of(act.id, Kind.RETURN):
        return _again(shop, work, number, earlier)
    found = returnable(shop, work, number)
    wanted = units if units is not None else found.sold.units_left
    occasion = act.occasion(shop, work)
    made = reverse(found.sold, wanted, found.account, found.program, occasion)
    return _booked(work, found, made)


def void(shop: Shop, act: Act, number: SaleNumber, why: str, approved: str = "") -> BookedReturn:
    """Take a whole sale back as a mistake, long after F8 would; `approved`: who allowed it, where
    the operator alone may not.

    Errors: those of `find_sale`, `reason-missing`, `void-touched` (units were returned already),
    `text-too-long`, `approval-needed`.
    """
    if not why.strip():
        raise LoyaltyError("reason-missing")
    with shop.store.writing() as work:
        if earlier := work.entry_of(act.id, Kind.RETURN):
            return _again(shop, work, number, earlier)
        found = returnable(shop, work, number)
        if any(found.sold.units_before):
            raise LoyaltyError("void-touched")
        answered = answering(work, act.operator, Right.VOID_LATER, approved=approved)
        made = reverse(
            found.sold,
            found.sold.units_left,
            found.account,
            found.program,
            act.occasion(shop, work),
            void=True,
            why=noted(why, found.member),
            approved=answered,
        )
        return _booked(work, found, made)


def _booked(work: Work, found: Returnable, made: tuple[Returned, Entry]) -> BookedReturn:
    returned, entry = made
    booked = work.append(entry)
    after = work.account(entry.member) if entry.member else found.account
    return BookedReturn(
        booked, returned, found.sold, found.member, found.account, after, found.program
    )


def confirm_unlinked(
    shop: Shop, act: Act, basket: Basket, member: UUID | None, why: str, approved: str = ""
) -> BookedUnlinked:
    """Book goods that came back without their sale; `approved`: who allowed it, where the operator
    alone may not. Errors: those of `return_unlinked`, `member-unknown`, `approval-needed`.
    """
    with shop.store.writing() as work:
        person = work.member(member) if member else None
        if member is not None and person is None:
            raise LoyaltyError("member-unknown")
        program = program_in_force(work, shop.today)
        standing = standing_of(work, shop, program, person) if person else None
        before = standing.account if standing else Account()
        entry = work.entry_of(act.id, Kind.RETURN_UNLINKED)
        if entry is None:
            occasion = act.occasion(shop, work)
            right, reason = Right.RETURN_UNLINKED, noted(why, person)
            answered = answering(work, act.operator, right, approved=approved)
            _, fresh = return_unlinked(basket, program, occasion, standing, reason, answered)
            entry = work.append(fresh)
        told = unlinked_from(entry.body, entry.source, entry.member)
        after = work.account(person.owner) if person else before
        return BookedUnlinked(entry, told, person, before, after)


def returnable(shop: Shop, view: View, number: SaleNumber) -> Returnable:
    """The sale behind a number as it may be returned now; errors as `find_sale`."""
    sold = view.sold(number)
    if sold is None:
        elsewhere = linked(view) and number.terminal != view.terminal
        code = "sale-elsewhere" if elsewhere else "sale-unknown"
        raise LoyaltyError(code, terminal=number.terminal, seq=number.seq)
    if not any(sold.units_left):
        raise LoyaltyError("sale-returned", terminal=number.terminal, seq=number.seq)
    person = _owner(view, sold)
    if person is not None:
        sold = replace(sold, owner=person.id)
    account = view.account(person.id) if person else Account()
    if person is not None and any(lot.ref.slides for lot in sold.sale.drawn):
        # Lots that were spent to the end are not in it: it would not know that they ended since.
        account = account.active(view.last_act(person.id))
    return Returnable(sold, person, account, _program(shop, view, person))


def _owner(view: View, sold: Sold) -> Member | None:
    """Whose account a return moves: these books tell of moves here, the member of those elsewhere.

    Whoever joined a household since, here or elsewhere, has brought their points into it.
    """
    bought = sold.sale.member
    if bought is None:
        return None
    person = survivor(view, holder(view, bought, sold.credit))
    return view.member(person.owner) if person else None


def _program(shop: Shop, view: View, person: Member | None) -> Program:
    """The rules of today. What a member has elsewhere is not missing, it is only not here: then
    nothing is waived and nothing kept from the refund, it is owed until head office has settled it.
    """
    program = program_in_force(view, shop.today)
    known = view.elsewhere(person.id) if person else None
    if known is None or known.points + known.pending <= 0:
        return program
    return replace(program, returns=replace(program.returns, missing=Missing.DEBT))


def _again(shop: Shop, view: View, number: SaleNumber, entry: Entry) -> BookedReturn:
    sold = view.sold(number)
    if sold is None:
        raise LoyaltyError("sale-unknown", terminal=number.terminal, seq=number.seq)
    returned = returned_from(entry.body, entry.source)
    member = view.member(entry.member) if entry.member else None
    account = view.account(entry.member) if entry.member else Account()
    program = program_in_force(view, shop.today)
    return BookedReturn(entry, returned, sold, member, account, account, program)
