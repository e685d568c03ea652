"""Points given or taken by hand: who, why, and who approved it stand in the entry."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import draw
from loyalty.ledger.count import Count
from loyalty.ledger.documents import compact, counts_rows, opened
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind, Posting
from loyalty.ledger.granting import granted
from loyalty.members.history import Standing
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion

MOST = 10_000_000  # points at once; more is a slip of the finger, whoever approves it

ADJUST, MOVE_STAMPS = "adjust", "move-stamps"
"""Rights with an amount, by the names that the table of rights has."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What an adjustment tells: points given, or taken below zero, and the reason as typed."""

    points: int
    why: str
    operator: str
    approved: str


def adjustment_entry(
    standing: Standing,
    points: int,
    why: str,
    program: Program,
    occasion: Occasion,
    approved: str = "",
    tier: str = "",
) -> Entry:
    """The entry that gives `points`, or takes them where they are below zero; source: the act.

    What is taken comes out of the lots that end first, never more than is spendable now and not
    held by an open basket. Errors: `adjust-nothing`, `adjust-most` (most), `adjust-why`,
    `points-short`.
    """
    if not points:
        raise LoyaltyError("adjust-nothing")
    if abs(points) > MOST:
        raise LoyaltyError("adjust-most", most=MOST)
    if not why.strip():
        raise LoyaltyError("adjust-why")
    postings = (
        granted(standing.account, points, program, occasion, Ledger.ADJUSTED, tier)
        if points > 0
        else _taken(standing, -points, occasion)
    )
    alone = [] if approved else [alone_count(ADJUST, occasion, abs(points))]
    told = {"v": 1, "p": points, "why": why.strip(), "o": occasion.operator}
    return Entry(
        source=occasion.sale,
        kind=Kind.ADJUSTMENT,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=standing.member.owner,
        program=program.number,
        postings=postings,
        body=compact(told | ({"ok": approved} if approved else {"t": counts_rows(alone)})),
    )


def alone_of(right: str, operator: str) -> str:
    """The shop's count of what an operator did on a day that nobody else approved.

    A right's limit is for the day: just under it, again and again, would be no limit.
    """
    return f"alone:{right}:{operator}"


def alone_count(right: str, occasion: Occasion, amount: int) -> Count:
    """What an act without approval adds to it."""
    return Count(alone_of(right, occasion.operator), amount, occasion.on, shop=True)


def _taken(standing: Standing, points: int, occasion: Occasion) -> tuple[Posting, ...]:
    usable = standing.account.spendable(occasion.on) - standing.held
    if points > usable:
        raise LoyaltyError("points-short", wanted=points, usable=max(0, usable))
    drawn = draw(standing.account, points, occasion.on)
    out = (Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in drawn)
    return (*out, Posting(Ledger.ADJUSTED, points))


def adjustment_from(body: str) -> Adjustment:
    """What the body of an adjustment tells; LoyaltyError `body-unreadable`."""
    document = opened(body)
    texts = [document.get(name, "") for name in ("why", "o", "ok")]
    points = document.get("p")
    if type(points) is not int or not all(isinstance(text, str) for text in texts):
        raise LoyaltyError("body-unreadable")
    return Adjustment(points, *texts)
