"""Shifts: who stood at the counter from when to when, and the closing that says what happened.

A shift opens by itself at the first sign-in and ends with a closing in the ledger, whose figures
are summed from the entries, never counted along.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from pos.acts import Act
from pos.clock import moment_of
from pos.ids import new_id
from pos.shop import Shop
from pos.store import Shift, Totals, View

__all__ = ["Shift"]  # the screen has it from here; it never sees the store


@dataclass(frozen=True, slots=True)
class Closing:
    """A shift in figures, its times in the shop's zone.

    `head`: the hash of the newest entry, as hexadecimal digits.
    """

    shift: Shift
    operator: str
    opened_at: datetime
    closed_at: datetime | None
    totals: Totals
    head: str


def current(shop: Shop, operator: str) -> Shift:
    """This terminal's open shift; opened now, by `operator`, if there is none."""
    with shop.store.reading() as view:
        shift = view.open_shift(shop.store.terminal)
    if shift is not None:
        return shift
    act = Act(new_id(shop.clock), operator)
    with shop.store.writing() as work:
        if found := work.open_shift(shop.store.terminal):
            return found  # a second window was quicker
        shift = Shift(act.id, shop.store.terminal, operator, work.now_ms())
        work.add_shift(shift)
        work.append(_entry(act, shop, work, Kind.SHIFT_OPENED, {"v": 1, "o": operator}))
    return shift


def figures(shop: Shop, shift: UUID) -> Closing:
    """An open or closed shift in figures; LoyaltyError `shift-unknown`."""
    with shop.store.reading() as view:
        found = view.shift(shift)
        if found is None:
            raise LoyaltyError("shift-unknown")
        person = view.operator(found.operator)
        newest = view.last_entry()
        totals = view.totals(shift=shift)
    zone, closed_ms = shop.clock.zone, found.closed_ms
    return Closing(
        shift=found,
        operator=person.name if person else found.operator,
        opened_at=moment_of(found.opened_ms).astimezone(zone),
        closed_at=moment_of(closed_ms).astimezone(zone) if closed_ms is not None else None,
        totals=totals,
        head=newest.hash.hex() if newest else "",
    )


def close(shop: Shop, shift: UUID, operator: str) -> Closing:
    """Close a shift for good: an entry with its figures. Closing twice is the same closing."""
    act = Act(shift, operator)
    with shop.store.writing() as work:
        found = work.shift(shift)
        if found is None:
            raise LoyaltyError("shift-unknown")
        if found.closed_ms is None:
            totals = work.totals(shift=shift)
            work.close_shift(shift, work.now_ms())
            facts = {"v": 1, "o": operator, "sales": totals.sales, "due": totals.due_minor}
            points = {"earned": totals.earned, "redeemed": totals.redeemed}
            work.append(_entry(act, shop, work, Kind.SHIFT_CLOSED, facts | points))
    return figures(shop, shift)


def end_open(shop: Shop) -> None:
    """Close the shift that is open at this terminal, if one is, in the name of who opened it."""
    with shop.store.reading() as view:
        shift = view.open_shift(shop.store.terminal)
    if shift is not None:
        close(shop, shift.id, shift.operator)


def _entry(act: Act, shop: Shop, view: View, kind: Kind, facts: dict[str, object]) -> Entry:
    occasion = act.occasion(shop, view)
    return Entry(
        source=act.id,
        kind=kind,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=None,
        program=0,
        postings=(),
        body=compact(facts),
    )
