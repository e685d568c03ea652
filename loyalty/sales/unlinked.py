"""A return without its sale: the slip is lost, and nobody finds the purchase.

What the goods would earn today is taken back from the member who stands there; nothing is restored,
because nobody knows what paid for them. It needs a second person, and is reported (program.md 4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from loyalty.accrual.explanation import Explanation
from loyalty.accrual.pipeline import accrue
from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.count import EARNED, QUALIFYING, SPEND, Count
from loyalty.ledger.documents import compact, counts_rows, opened
from loyalty.ledger.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.members.history import Standing
from loyalty.rules.levels import Measure
from loyalty.rules.program import Missing, Program
from loyalty.sales.sale import Occasion


@dataclass(frozen=True, slots=True)
class Unlinked:
    """What such a return did. Points: `clawed` (those `owed` included), `waived`; money: minor
    units. `bought` points were paid for out of the refund, with `kept_minor`.
    """

    id: UUID
    member: UUID | None
    basket: Basket
    clawed: int
    owed: int
    waived: int
    bought: int
    kept_minor: int
    refund_minor: int
    why: str
    operator: str
    approved: str


def return_unlinked(
    basket: Basket,
    program: Program,
    occasion: Occasion,
    standing: Standing | None,
    why: str,
    approved: str,
) -> tuple[Unlinked, Entry]:
    """Take goods back that no sale is known of.

    The base rates alone count: who gave a bonus to whom is not known. Points that are missing are
    borne as the program says. Errors: `basket-empty`, `basket-currency`, `return-why`.
    """
    if not basket.lines:
        raise LoyaltyError("basket-empty")
    if basket.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=basket.currency)
    if not why.strip():
        raise LoyaltyError("return-why")
    account = standing.account if standing else Account()
    earned = accrue(basket, _plain(program)).why if standing else None
    due = earned.points if earned else 0
    taken = _taken(account, due, occasion)
    missing = due + sum(posting.points for posting in taken)
    bought, kept = _bought(missing, basket.total_minor, program)
    policy = program.returns.missing
    owed = 0 if policy is Missing.WAIVE else missing - bought
    postings = list(taken)
    if owed:
        lot = LotRef(OWN_LOT, occasion.at_ms, None)
        postings.append(Posting(Ledger.MEMBER_DEBT, -owed, lot))
    if bought:
        postings.append(Posting(Ledger.BOUGHT_BACK, -bought))
    clawed = due - missing + owed + bought
    if clawed:
        postings.append(Posting(Ledger.ISSUED, clawed))
    counts = _uncounted(earned, clawed, due, program, occasion.on) if earned else ()
    told = Unlinked(
        id=occasion.sale,
        member=standing.member.owner if standing else None,
        basket=basket,
        clawed=clawed,
        owed=owed,
        waived=missing - owed - bought,
        bought=bought,
        kept_minor=kept,
        refund_minor=basket.total_minor - kept,
        why=why.strip(),
        operator=occasion.operator,
        approved=approved,
    )
    return told, _entry(told, program, occasion, postings, [c for c in counts if c.amount])


def _uncounted(
    earned: Explanation, clawed: int, due: int, program: Program, on: date
) -> tuple[Count, ...]:
    """Off a tier's progress and the caps: or goods lent for a day would reach a tier."""
    by_points = program.tiers is not None and program.tiers.measure is Measure.POINTS
    return (
        Count(SPEND, -sum(earned.eligible), on),
        Count(EARNED, -clawed, on),
        Count(QUALIFYING, -due if by_points else 0, on),
    )


def unlinked_from(body: str, source: UUID, member: UUID | None) -> Unlinked:
    """Such a return as its entry tells it; LoyaltyError `body-unreadable`."""
    document = opened(body)
    try:
        lines = tuple(
            Line(str(text), int(amount), int(units), str(sku), str(category), str(brand))
            for text, amount, units, sku, category, brand in document["l"]
        )
        clawed, owed, waived, bought = map(int, document["points"])
        kept_minor, refund_minor = map(int, document["money"])
        return Unlinked(
            id=source,
            member=member,
            basket=Basket(str(document["c"]), lines),
            clawed=clawed,
            owed=owed,
            waived=waived,
            bought=bought,
            kept_minor=kept_minor,
            refund_minor=refund_minor,
            why=str(document["why"]),
            operator=str(document["o"]),
            approved=str(document["ok"]),
        )
    except (KeyError, TypeError, ValueError, LoyaltyError):
        raise LoyaltyError("body-unreadable") from None


def _plain(program: Program) -> Program:
    return replace(
        program,
        multipliers=(),
        bonuses=(),
        campaigns=(),
        caps=(),
        tiers=None,
        stamps=(),
    )


def _taken(account: Account, due: int, occasion: Occasion) -> list[Posting]:
    """Pending points first, then those that would be spent last."""
    left, taken = due, []
    for lot in (*account.pending, *reversed(account.usable(occasion.on))):
        points = min(left, lot.points)
        if points:
            side = Ledger.PENDING if lot.ref.vests_on else Ledger.MEMBER
            taken.append(Posting(side, -points, lot.ref))
            left -= points
    return taken


def _bought(missing: int, refund: int, program: Program) -> tuple[int, int]:
    rule = program.tender
    if program.returns.missing is not Missing.REFUND_LESS or rule is None or not missing:
        return 0, 0
    bought = min(missing, refund * rule.step_points // rule.step_minor)
    return bought, bought * rule.step_minor // rule.step_points


def _entry(
    told: Unlinked,
    program: Program,
    occasion: Occasion,
    postings: list[Posting],
    counts: list[Count],
) -> Entry:
    lines = [
        [line.text, line.amount_minor, line.units, line.sku, line.category, line.brand]
        for line in told.basket.lines
    ]
    body = {
        "v": 1,
        "c": told.basket.currency,
        "l": lines,
        "points": [told.clawed, told.owed, told.waived, told.bought],
        "money": [told.kept_minor, told.refund_minor],
        "why": told.why,
        "o": told.operator,
        "ok": told.approved,
        "s": str(occasion.shift) if occasion.shift else "",
        **({"t": counts_rows(counts)} if counts else {}),
    }
    return Entry(
        source=told.id,
        kind=Kind.RETURN_UNLINKED,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=told.member,
        program=program.number,
        postings=tuple(postings),
        body=compact(body),
    )
