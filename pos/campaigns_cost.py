"""What a campaign's rewards cost the shop for each member who got them, at most.

Points count with what they are worth as money off, as if all of them were spent one day; vouchers
with the most they may take off, where they were used. What has no price is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from loyalty.claims.documents import sale_in
from loyalty.ledger.count import used_of
from loyalty.ledger.entry import Entry, Kind
from loyalty.rules.campaign import Campaign
from loyalty.rules.program import Program
from pos.store import View


@dataclass(frozen=True, slots=True)
class Cost:
    """Over all treated members: points given by the campaign's rules (rounded up), vouchers used.

    `each_minor`: money for one member, rounded up; None where something of it has no price.
    """

    points: int = 0
    vouchers: int = 0
    each_minor: int | None = 0


def cost_of(
    view: View,
    program: Program,
    campaign: Campaign,
    treated: Sequence[tuple[bytes, date]],
    until: date,
) -> Cost:
    """The rewards of the treated members (id, first day), as far as they were given until a day.

    Returns are not taken off: the cost is never told too small.
    """
    rules = {one.id for one in campaign.multipliers} | {one.id for one in campaign.bonuses}
    terms = {one.id for one in campaign.vouchers}
    points, used, money = Fraction(0), 0, Fraction(0)
    priced = True
    if rules or terms:
        for member, first in treated:
            for entry in view.entries(member=UUID(bytes=member), kind=Kind.SALE):
                if not first <= entry.business_date <= until:
                    continue
                points += _points(entry, campaign.id, rules)
                for value in _vouchers(view, entry, terms) if terms else ():
                    used += 1
                    priced = priced and value > 0
                    money += value
    worth = _worth(program)
    if points and worth is None:
        priced = False
    money += points * (worth or 0)
    each = -(-money // len(treated)) if treated else Fraction(0)
    return Cost(-int(-points // 1), used, int(each) if priced else None)


def _points(entry: Entry, campaign: str, rules: set[str]) -> Fraction:
    sale = sale_in(entry)
    if sale is None:
        return Fraction(0)
    mine = (
        part.exact
        for part in sale.explanation.parts
        if part.rule in rules or (part.kind == "limit" and part.rule == campaign)
    )
    return sum(mine, Fraction(0))


def _vouchers(view: View, entry: Entry, terms: set[str]) -> Iterable[int]:
    """The most each voucher may take off that a sale gave and that was used; 0: nobody knows."""
    given = [one for one in view.voucher_given_by(entry.source) if one.terms.id in terms]
    counts = view.whole_shop_counts([used_of(one.code) for one in given]) if given else {}
    return [
        one.terms.value_minor for one in given if counts.get((True, used_of(one.code), None), 0) > 0
    ]


def _worth(program: Program) -> Fraction | None:
    """What a point is worth, in minor units: as money off, else by the best-priced reward."""
    if program.tender is not None:
        return Fraction(program.tender.step_minor, program.tender.step_points)
    rates = [Fraction(one.value_minor, one.points) for one in program.rewards if one.points]
    best = max(rates, default=Fraction(0))
    return best or None
