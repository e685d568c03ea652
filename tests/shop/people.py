"""Two members with a past, and what the books hold of all of them: for merging and erasing."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.codes import member_card
from loyalty.ledger.account import Account
from loyalty.members.member import Member
from pos.enrol import enrol
from pos.shop import Shop
from pos.store import Totals
from tests.shop.house import act


def person(shop: Shop, number: int, name: str = "", phone: str = "") -> Member:
    """A member with card `number`; without name and phone a card that nobody signed up for."""
    return enrol(shop, act(shop), member_card(number), phone, name)


def account(shop: Shop, member: Member) -> Account:
    """A member's own account."""
    with shop.store.reading() as view:
        return view.account(member.id)


def again(shop: Shop, member: Member) -> Member:
    """The member as they are now."""
    with shop.store.reading() as view:
        found = view.member(member.id)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class Books:
    """What no act on people may change: figures of today, points in all, lots with their dates."""

    totals: Totals
    points: int
    owed: int
    lots: tuple[object, ...]
    entries: int


def books(shop: Shop) -> Books:
    """The sums over all members."""
    with shop.store.reading() as view:
        accounts = [view.account(one.id) for one in view.members(limit=10_000)]
        lots = [
            (side, lot.ref, lot.points)
            for one in accounts
            for side, part in (("open", one.lots), ("owed", one.debts), ("due", one.pending))
            for lot in part
        ]
        return Books(
            view.totals(day=shop.today),
            sum(one.balance + one.pending_points for one in accounts),
            sum(one.owed for one in accounts),
            tuple(sorted(lots, key=str)),
            sum(1 for _ in view.entries()),
        )
