"""What the counter knows of today: sales so far, the last act with its undo, the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from loyalty.rules.program import Program
from pos.clock import moment_of
from pos.shop import Shop, program_in_force
from pos.undo import LastAct, last_act


@dataclass(frozen=True, slots=True)
class Glance:
    """Today in a line. Times are in the shop's zone; `last` is None when nothing can be undone.

    `program` is the one in force on `day`: read anew with each act, because it may change while
    the counter is open, by midnight or by hand.
    """

    sales: int = 0
    with_card: int = 0
    earned: int = 0
    redeemed: int = 0
    last: LastAct | None = None
    last_at: datetime | None = None
    shift_opened: datetime | None = None
    day: date | None = None
    minute: int = 0
    program: Program | None = None


def glance(shop: Shop) -> Glance:
    """Today's figures of the shop, and this terminal's last act."""
    today = shop.today
    with shop.store.reading() as view:
        program = program_in_force(view, today)
        totals = view.totals(day=today)
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
        day=today,
        minute=shop.minute,
        program=program,
    )
