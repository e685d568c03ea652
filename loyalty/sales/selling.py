"""Confirming a basket: what points pay, what it earns, and the one entry that says both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from loyalty.accrual.pipeline import accrue
from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot, draw
from loyalty.ledger.count import Count
from loyalty.ledger.documents import sale_body
from loyalty.ledger.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.expiry import last_day
from loyalty.ledger.settle import settled
from loyalty.members.history import Scene, ShopState, Standing
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.paying import Payment
from loyalty.redemption.redeeming import redeemed
from loyalty.rules.program import ExpiryKind, Program
from loyalty.rules.rewards import VoucherTerms
from loyalty.sales.sale import Occasion, Sale, SaleLine


def sell(
    basket: Basket,
    program: Program,
    occasion: Occasion,
    standing: Standing | None = None,
    chosen: Sequence[Chosen] = (),
    shop: ShopState = ShopState(),
) -> tuple[Sale, tuple[VoucherTerms, ...]]:
    """Confirm a basket, and which vouchers to hand out with it. Nobody there: nothing is earned.

    Errors: `basket-empty`, `basket-currency`, and those of `redeeming.redeemed`.
    """
    if not basket.lines and not chosen:
        raise LoyaltyError("basket-empty")
    if basket.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=basket.currency)
    scene = Scene(occasion.on, occasion.minute, standing, shop)
    payment = Payment.begun(basket, program, scene)
    for choice in chosen:
        payment = redeemed(payment, choice)
    accrual = accrue(payment.basket, program, payment.minor, scene)
    lines = len(payment.basket.lines)
    earned = accrual.why.line_points if standing else (0,) * lines
    points = sum(used.points for used in payment.used)
    lasting = vested_lot(program, occasion, accrual.why.tier)
    sale = Sale(
        id=occasion.sale,
        member=standing.member.owner if standing else None,
        program=program.number,
        currency=basket.currency,
        lines=tuple(map(SaleLine, payment.basket.lines, earned, payment.points, payment.minor)),
        used=payment.used,
        drawn=draw(payment.account, points, occasion.on),
        explanation=accrual.why,
        operator=occasion.operator,
        shift=occasion.shift,
        earned_until=lasting.expires_on if standing else None,
        number=occasion.number,
        earned_slides=lasting.slides if standing else 0,
        vests_on=lasting.vests_on if standing else None,
        counts=(*_widened(payment.counts, lines), *(accrual.counts if standing else ())),
        minute=occasion.minute,
        person=standing.member.id if standing and standing.member.household else None,
    )
    return sale, accrual.gifts if standing else ()


def vested_lot(program: Program, occasion: Occasion, tier: str) -> LotRef:
    """The lot a sale opens: when its points vest, and how long they last from that day on."""
    vests = occasion.on + timedelta(days=program.vesting.days)
    levels = program.tiers.levels if program.tiers else ()
    longer = sum(level.longer_months for level in levels if level.id == tier)
    sliding = program.expiry.kind is ExpiryKind.SLIDING
    return LotRef(
        OWN_LOT,
        occasion.at_ms,
        last_day(program.expiry, vests, longer),
        program.expiry.months + longer if sliding else 0,
        vests if program.vesting.days else None,
    )


def _widened(counts: Sequence[Count], lines: int) -> tuple[Count, ...]:
    """Counts with a share for each line, those that rewards added later included."""
    return tuple(
        replace(count, shares=(*count.shares, *(0,) * (lines - len(count.shares))))
        if count.shares
        else count
        for count in counts
    )


def sale_entry(sale: Sale, account: Account, occasion: Occasion) -> Entry:
    """The entry of a confirmed sale: redemption first, then accrual, debts paid before gains."""
    redemption = [Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in sale.drawn]
    if sale.redeemed:
        redemption.append(Posting(Ledger.REDEEMED, sale.redeemed))
    accrual = issued(sale.lot(OWN_LOT, occasion.at_ms), sale.earned, account)
    return Entry(
        source=sale.id,
        kind=Kind.SALE,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=sale.member,
        program=sale.program,
        postings=(*redemption, *accrual),
        body=sale_body(sale),
    )


def issued(lot: LotRef, points: int, account: Account) -> tuple[Posting, ...]:
    """Postings that give `points` in a fresh lot; none for 0. What is pending pays no debt yet."""
    if not points:
        return ()
    pending = (Posting(Ledger.PENDING, points, lot),)
    given = pending if lot.vests_on else settled(account, (Lot(lot, points),))
    return (*given, Posting(Ledger.ISSUED, -points))
