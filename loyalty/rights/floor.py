"""The floor: points a shop may give out at its own risk while it cannot ask (EMV's floor limit).

Only up to what head office last said the member had, once a member and outage, and for the whole
terminal up to a bound: the most that can be lost is known before it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.rights.entries import rights_entry
from loyalty.sales.sale import Occasion

TERMINAL_TIMES = 20
"""A terminal's usual bound between two contacts, in floors of one member."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The merchant's limits in points; 0: none is given."""

    member: int = 0
    terminal: int = 0

    @classmethod
    def of(cls, member: int) -> Floor:
        """A member's floor with the usual bound for a terminal."""
        return cls(member, TERMINAL_TIMES * member)


@dataclass(frozen=True, slots=True)
class Exposure:
    """Where a member stands while nobody can be asked. Points.

    `usable`: what this terminal may spend of theirs. `total`: what head office last said they had
    in all, own changes since included. `before`: advanced to them since the last contact;
    `terminal`: to everybody.
    """

    usable: int
    total: int
    before: int = 0
    terminal: int = 0


def advance(floor: Floor, standing: Exposure, need: int) -> int:
    """Points that must be advanced so that `need` can be spent; 0 where rights suffice.

    LoyaltyError `advance-refused` (why: `no-floor`, `total`, `again`, `member-floor`,
    `terminal-floor`; most: points that could be spent with an advance, at least what is usable).
    """
    short = max(0, need - standing.usable)
    if not short:
        return 0
    most = most_advance(floor, standing)
    if short > most:
        raise LoyaltyError(
            "advance-refused", why=_why(floor, standing, short), most=standing.usable + most
        )
    return short


def most_advance(floor: Floor, standing: Exposure) -> int:
    """The most points that may be advanced to a member now."""
    if standing.before:
        return 0
    unseen = standing.total - standing.usable
    return max(0, min(floor.member, floor.terminal - standing.terminal, unseen))


def _why(floor: Floor, standing: Exposure, short: int) -> str:
    if not floor.member:
        return "no-floor"
    if short > standing.total - standing.usable:
        return "total"
    if standing.before:
        return "again"
    return "member-floor" if short > floor.member else "terminal-floor"


def advanced_entry(
    member: UUID, points: int, until: date, occasion: Occasion, approved: str = ""
) -> Entry:
    """Points given at the shop's risk, usable to the end of `until`; `occasion.sale` is its id.

    The sale that spends them follows in the same transaction.
    """
    lot = LotRef(OWN_LOT, occasion.at_ms, until)
    told = {"o": occasion.operator, **({"ok": approved} if approved else {})}
    postings = (Posting(Ledger.MEMBER, points, lot), Posting(Ledger.ADVANCED, -points))
    return rights_entry(Kind.RIGHTS_ADVANCED, occasion.sale, member, postings, told, occasion)
