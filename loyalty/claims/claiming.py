"""Crediting a receipt: the sale as it would have been with the card, and the entry that says so.

For one of our own the lines are those of the sale, so that a return of its goods takes back what
the claim gave, unit by unit. For any other receipt they are what is printed on it, or its total.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from loyalty.accrual.explanation import Explanation
from loyalty.accrual.pipeline import Accrual, accrue
from loyalty.basket import Basket
from loyalty.claims.credit import Credit
from loyalty.claims.receipt import Receipt
from loyalty.claims.refusing import points_left
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.count import RECEIPT_POINTS, RECEIPTS, Count
from loyalty.ledger.entry import OWN_LOT, Entry, Kind
from loyalty.members.history import Scene, Standing
from loyalty.rules.program import Program
from loyalty.sales.reversal import Sold
from loyalty.sales.sale import Occasion, Sale, SaleLine
from loyalty.sales.selling import issued, vested_lot


def credit(
    receipt: Receipt,
    basket: Basket,
    program: Program,
    occasion: Occasion,
    scene: Scene,
    own: Sold | None = None,
    contested: bool = False,
) -> Credit:
    """What a receipt brings the member of a scene, under the rules of today.

    `own`: the sale it was printed for, with what has come back of it since. `contested`: another
    terminal could have credited it; its points wait. Errors: `basket-currency`, `claim-returned`
    (nothing is left of the sale), `claim-empty` (no line).
    """
    standing = scene.standing
    if standing is None:
        raise LoyaltyError("member-unknown")
    if basket.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=basket.currency)
    if not basket.lines:
        raise LoyaltyError("claim-empty")
    gone = own.units_before if own else (0,) * len(basket.lines)
    if own and not any(own.units_left):
        raise LoyaltyError("claim-returned")
    paid = tuple(line.paid_minor for line in own.sale.lines) if own else (0,) * len(basket.lines)
    accrual = accrue(basket, program, paid, scene)
    why = _within_limits(accrual.why, program, standing, occasion)
    lot = vested_lot(program, occasion, why.tier)
    vests = lot.vests_on
    if contested:
        waits = occasion.on + timedelta(days=program.claims.pending_days)
        vests = max(waits, vests or waits)
    sale = Sale(
        id=occasion.sale,
        member=standing.member.owner,
        program=program.number,
        currency=basket.currency,
        lines=tuple(
            SaleLine(line, points, 0, money)
            for line, points, money in zip(basket.lines, why.line_points, paid, strict=True)
        ),
        used=(),
        drawn=(),
        explanation=why,
        operator=occasion.operator,
        shift=occasion.shift,
        earned_until=lot.expires_on,
        number=occasion.number,
        earned_slides=lot.slides,
        vests_on=vests,
        counts=_counts(receipt, accrual, why, occasion),
        minute=occasion.minute,
        person=standing.member.id if standing.member.household else None,
    )
    return Credit(receipt, sale, gone)


def _within_limits(
    why: Explanation, program: Program, standing: Standing, occasion: Occasion
) -> Explanation:
    """What the limits on receipts leave of the points, said like any other cap."""
    left = points_left(program.claims, standing.history, occasion.on)
    if left is None or why.points <= left[1]:
        return why
    per, points = left
    return replace(why, trims=(*why.trims, (per, why.points - points)))


def _counts(
    receipt: Receipt, accrual: Accrual, why: Explanation, occasion: Occasion
) -> tuple[Count, ...]:
    points = why.line_points
    return (
        *accrual.counts,
        Count(RECEIPTS, 1, occasion.on),
        Count(RECEIPT_POINTS, sum(points), occasion.on, shares=points),
    )


def credit_entry(credit: Credit, account: Account, occasion: Occasion, body: str) -> Entry:
    """The entry of a credited receipt; its source is the receipt, so it is booked once, ever."""
    return Entry(
        source=credit.receipt.source(credit.attempt),
        kind=Kind.CLAIM,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=credit.sale.member,
        program=credit.sale.program,
        postings=issued(credit.sale.lot(OWN_LOT, occasion.at_ms), credit.points, account),
        body=body,
    )
