"""Points held while a basket is open, so that two windows do not promise the same ones.

A hold only narrows what other windows offer; what is really taken is decided when a sale is booked.
It ends by itself: an abandoned basket, or a crash, gives the points free after a few minutes.
"""

from __future__ import annotations

from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.shop import Shop

HOLD_MS = 5 * 60_000


def hold(shop: Shop, basket: UUID, member: UUID, points: int) -> None:
    """Hold `points` of a member for an open basket, in place of what it held before; 0 lets go.

    LoyaltyError `member-unknown`.
    """
    with shop.store.writing() as work:
        if not points:
            work.release(basket)
            return
        person = work.member(member)
        if person is None:
            raise LoyaltyError("member-unknown")
        until_ms = milliseconds(shop.clock.now()) + HOLD_MS
        work.hold(basket, person.owner, points, until_ms)


def release(shop: Shop, basket: UUID) -> None:
    """Let go of what a basket held; nothing held is fine."""
    with shop.store.writing() as work:
        work.release(basket)
