"""Points promised to the open basket, so that another window does not promise them as well.

Held behind the cashier's back, in the ledger's worker: no key waits for it, and a hold that cannot
be had is left to the booking to refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

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


class Holds:
    """Follows the session: what its basket would use is held, what it lets go is released."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._held: Held | None = None
        self._minute = 0

    def follow(self, session: Session, points: int) -> None:
        """After each change, and each minute. `points`: what the basket would use."""
        wanted = None
        if points and session.member is not None and session.sale_id is not None:
            wanted = Held(session.sale_id, session.member.member.id, points)
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
        self._stage.aside(lambda: hold(shop, held.basket, held.member, held.points), _nothing)

    def _release(self, held: Held) -> None:
        shop = self._stage.shop
        self._stage.aside(lambda: release(shop, held.basket), _nothing)


def _nothing(_answer: None) -> None:
    """Nobody waits for it."""
