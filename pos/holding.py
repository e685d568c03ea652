"""Points held while a basket is open, so that two windows do not promise the same ones.

Whoever asks first has them: were a later hold noted beside the first, neither basket could use
them. What is really taken is decided when a sale is booked. A hold ends by itself: an abandoned
basket, or a crash, gives the points free after a few minutes.
"""

from __future__ import annotations

from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.shop import Shop

HOLD_MS = 5 * 60_000


def hold(shop: Shop, basket: UUID, member: UUID, points: int, advance: int = 0) -> None:
    """Hold `points` of a member for an open basket, in place of what it held before; 0 lets go.
    `advance` of them will be given at the shop's risk.

    LoyaltyError `member-unknown`; `points-held` (points) where other baskets hold what it takes:
    then this one holds nothing.
    """
    with shop.store.writing() as work:
        if not points:
            work.release(basket)
            return
        person = work.member(member)
        if person is None:
            raise LoyaltyError("member-unknown")
        others = work.holds(person.owner, basket)
        free = work.account(person.owner).spendable(shop.today) - others
        if not others or points - advance <= free:
            until_ms = milliseconds(shop.clock.now()) + HOLD_MS
            work.hold(basket, person.owner, points, until_ms)
            return
        work.release(basket)
    raise LoyaltyError("points-held", points=others)


def release(shop: Shop, basket: UUID) -> None:
    """Let go of what a basket held; nothing held is fine."""
    with shop.store.writing() as work:
        work.release(basket)
