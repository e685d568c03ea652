"""Points promised to the open basket, so that another window does not promise them as well.

Held behind the cashier's back, in the ledger's worker: no key waits for it. Where another window
was first, it is said at once, before anybody takes money for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.holding import hold, release
from ui.counter.session import Session
from ui.counter.stage import Stage

RENEWED_MINUTES = 2  # a hold ends by itself after five


@dataclass(frozen=True, slots=True)
class Held:
    """What is held now."""

    basket: UUID
    member: UUID
    points: int
    advance: int = 0


class Holds:
    """Follows the session: what its basket would use is held, what it lets go is released.
    `lost` is told when another basket was first.
    """

    def __init__(self, stage: Stage, lost: Callable[[LoyaltyError], None]) -> None:
        self._stage = stage
        self._lost = lost
        self._held: Held | None = None
        self._minute = 0

    def follow(self, session: Session, points: int) -> None:
        """After each change, and each minute. `points`: what the basket would use."""
        wanted = None
        if points and session.member is not None and session.sale_id is not None:
            member = session.member.member.id
            wanted = Held(session.sale_id, member, points, session.advance)
        before, self._held = self._held, wanted
        if before is not None and (wanted is None or wanted.basket != before.basket):
            self._release(before)
        renewed = abs(session.minute - self._minute) >= RENEWED_MINUTES
        if wanted is not None and (wanted != before or renewed):
            self._minute = session.minute
            self._hold(wanted)

    def booked(self) -> None:
        """The booking let go of it in its own transaction."""
        self._held = None

    def _hold(self, held: Held) -> None:
        shop = self._stage.shop

        def tried() -> LoyaltyError | None:
            try:
                hold(shop, held.basket, held.member, held.points, held.advance)
            except LoyaltyError as no:
                return no
            return None

        def answered(no: LoyaltyError | None) -> None:
            if no is not None and no.code == "points-held" and self._held == held:
                self._lost(no)

        self._stage.aside(tried, answered)

    def _release(self, held: Held) -> None:
        shop = self._stage.shop
        self._stage.aside(lambda: release(shop, held.basket), _nothing)


def _nothing(_answer: None) -> None:
    """Nobody waits for it."""
