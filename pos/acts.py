"""What every act at the counter needs to say of itself: who, when, in which shift."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.sales.sale import Occasion
from pos.shop import Shop
from pos.store import View


@dataclass(frozen=True, slots=True)
class Act:
    """An act about to be booked. `id` was made before the first try, so a retry is the same act."""

    id: UUID
    operator: str
    shift: UUID | None = None
    number: str = ""
    login: str = ""  # the computer account of whoever typed a command; empty at a screen

    def occasion(self, shop: Shop, view: View) -> Occasion:
        """The act at this moment, never before the terminal's last entry: clocks get set back.

        LoyaltyError `shift-over` when its shift was closed meanwhile: what is booked into a closed
        shift would stand in no closing.
        """
        shift = view.shift(self.shift) if self.shift else None
        if shift is not None and shift.closed_ms is not None:
            raise LoyaltyError("shift-over")
        return Occasion(
            self.id,
            view.now_ms(),
            shop.today,
            self.operator,
            self.shift,
            self.number,
            shop.minute,
        )
