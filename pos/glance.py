"""What the idle counter shows of today: sales so far, and the last act with its undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pos.clock import moment_of
from pos.shop import Shop
from pos.undo import LastAct, last_act


@dataclass(frozen=True, slots=True)
class Glance:
    """Today in a line. Times are in the shop's zone; `last` is None when nothing can be undone."""

    sales: int = 0
    with_card: int = 0
    earned: int = 0
    redeemed: int = 0
    last: LastAct | None = None
    last_at: datetime | None = None
    shift_opened: datetime | None = None


def glance(shop: Shop) -> Glance:
    """Today's figures of the shop, and this terminal's last act."""
    with shop.store.reading() as view:
        totals = view.totals(day=shop.today)
        shift = view.open_shift(shop.store.terminal)
    last = last_act(shop)
    zone = shop.clock.zone
    return Glance(
        sales=totals.sales,
        with_card=totals.with_card,
        earned=totals.earned,
        redeemed=totals.redeemed,
        last=last,
        last_at=moment_of(last.entry.at_ms).astimezone(zone) if last else None,
        shift_opened=moment_of(shift.opened_ms).astimezone(zone) if shift else None,
    )
