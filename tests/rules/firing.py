"""Which rules had a hand in a sale and its returns: so that a proof can tell what it proved.

A law that held over baskets on which no rule fired has shown nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loyalty.accrual.tier import tier_of
from loyalty.ledger.count import QUALIFYING, VISITS
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.history import History
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from tests.rules.whole_book import WholeBook

TOLD = frozenset(
    {
        "multiplier",
        "bonus",
        "cap",
        "limit",
        "campaign",
        "campaign-points",
        "control-arm",
        "tier",
        "tier-change",
        "pending",
        "stamps-earned",
        "stamps-redeemed",
        "voucher-used",
        "voucher-given",
        "reward",
        "points-as-money",
        "household",
        "parts",
        "undone-part",
    }
)
"""Marks that must be on at least every twentieth example, see `test_identity`."""


def of_sale(book: WholeBook, entry: Entry, sale: Sale, before: History) -> Iterator[str]:
    """The marks of a sale. `before`: the member's history ahead of it."""
    why, program = sale.explanation, book.program
    bonuses = {rule.id: rule.kind for rule in program.bonuses}
    ours = {rule.id for rule in (*program.multipliers, *program.bonuses)}
    levels = {level.id for level in program.tiers.levels} if program.tiers else set()
    for part in why.parts if sale.member else ():
        yield {"times": "multiplier", "bonus": "bonus", "limit": "limit"}.get(part.kind, part.kind)
        if part.kind == "bonus" and part.rule in bonuses:
            yield f"bonus-{bonuses[part.rule]}"
        if part.kind in ("times", "bonus") and part.rule not in ours | levels:
            yield "campaign-points"
    yield from ("cap" for _ in why.trims[:1])
    for _, arm, _ in why.arms:
        yield "campaign" if arm == "treated" else "control-arm"
    if why.tier:
        yield "tier"
    after = before.with_counts((*sale.daily(entry.business_date), *sale.counts))
    days = (before, after)
    stood = {tier_of(program.tiers, book.member, each, entry.business_date) for each in days}
    if sale.member and len(stood) == 2:
        yield "tier-change"
    if sale.earned and sale.vests_on:
        yield "pending"
    if sale.given:
        yield "voucher-given"
    if any(p.account is Ledger.MEMBER_DEBT for p in entry.postings):
        yield "debt-paid"
    if sale.member and not sale.earned:
        yield "nothing-earned"
    yield from ("stamps-earned" for c in sale.counts if c.name[:7] == "stamps:" and c.amount > 0)
    yield from ("qualifying" for c in sale.counts if c.name == QUALIFYING)
    yield from _of_redemptions(book, sale)
    yield from _of_people(book, sale, before)


def _of_redemptions(book: WholeBook, sale: Sale) -> Iterator[str]:
    for used in sale.used:
        if used.stamps:
            yield "stamps-redeemed"
        elif used.voucher:
            yield "voucher-used"
            yield f"voucher-{book.vouchers[used.voucher].terms.kind}"
        elif used.reward:
            yield "reward"
            yield f"reward-{book.program.reward(used.reward).kind}"
        else:
            yield "points-as-money"
    if len(sale.drawn) > 1:
        yield "several-lots"


def _of_people(book: WholeBook, sale: Sale, before: History) -> Iterator[str]:
    if sale.member is None:
        yield "nobody"
    if sale.person and sale.person != sale.member:
        yield "household"
    if sale.member and not any(day.visits for day in before.days):
        yield VISITS + "-none-before"
    if book.program.expiry.kind:
        yield f"expiry-{book.program.expiry.kind}"


def of_returns(book: WholeBook, parts: Iterable[Returned]) -> Iterator[str]:
    """The marks of the returns of one sale."""
    told = tuple(parts)
    yield f"policy-{book.program.returns.missing}"
    if len(told) > 1:
        yield "parts"
    if any(entry.kind is Kind.RETURN_UNDONE for entry in book.entries):
        yield "undone-part"
    for name in ("owed", "waived", "bought", "forgiven", "restored", "clawed"):
        if any(getattr(part, name) for part in told):
            yield f"return-{name}"
