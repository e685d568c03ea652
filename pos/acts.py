"""What every act at the counter needs to say of itself: who, when, in which shift."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.sale import Occasion
from pos.clock import milliseconds
from pos.shop import Shop


@dataclass(frozen=True, slots=True)
class Act:
    """An act about to be booked. `id` was made before the first try, so a retry is the same act."""

    id: UUID
    operator: str
    shift: UUID | None = None
    number: str = ""

    def occasion(self, shop: Shop) -> Occasion:
        """The act at this very moment of the shop's clock."""
        at_ms = milliseconds(shop.clock.now())
        return Occasion(self.id, at_ms, shop.today, self.operator, self.shift, self.number)
